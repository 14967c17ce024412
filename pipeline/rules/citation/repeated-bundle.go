package citation

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed repeated-bundle.md
var repeatedBundlePage string

type repeatedBundleOptions struct {
	References int `json:"references" doc:"how many references make a bundle" min:"2" max:"20"`
	Statements int `json:"statements" doc:"how many unlike statements one bundle may not stand behind" min:"2" max:"50"`
}

var repeatedBundle = check.NewRule(check.Meta{
	Name:     "repeated-bundle",
	Family:   "citation",
	Summary:  "one bundle of references stands behind many unlike statements",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     repeatedBundlePage,
}, repeatedBundleOptions{References: 3, Statements: 3}, func(p *check.Pass, o repeatedBundleOptions) {
	a := p.Article
	if mixed(a) {
		return
	}
	common, byCitation := commonWords(a), claimsByCitation(a)
	for _, b := range bundles(a, o.References) {
		unlike := b.unlike(a, common)
		if len(unlike) >= o.Statements {
			p.Report(b.finding(a, unlike, byCitation))
		}
	}
})

// bundle is a set of references that are cited together, with the places.
type bundle struct {
	references []int
	places     []place
}

// place is one sentence or cell that carries a bundle.
type place struct {
	text      article.Span // of the sentence or cell
	markers   article.Span // of the whole cluster
	block     int
	citations []int
}

// bundles lists the sets of at least n references that are cited together, in
// order of their first place; a sentence counts once.
func bundles(a *article.Article, n int) []*bundle {
	var order []*bundle
	byKey := map[string]*bundle{}
	for i := 0; i < len(a.Citations); {
		j := i
		for j < len(a.Citations) && a.Citations[j].Cluster == a.Citations[i].Cluster {
			j++
		}
		refs, at := cluster(a, i, j)
		i = j
		if len(refs) < n {
			continue
		}
		key := fmt.Sprint(refs)
		b := byKey[key]
		if b == nil {
			b = &bundle{references: refs}
			byKey[key] = b
			order = append(order, b)
		}
		if k := len(b.places); k == 0 || b.places[k-1].text != at.text {
			b.places = append(b.places, at)
		}
	}
	return order
}

// cluster returns the references of the citations i to j-1, sorted, and their place.
func cluster(a *article.Article, i, j int) ([]int, place) {
	first := a.Citations[i]
	at := place{text: a.Blocks[first.Block].Span, markers: first.Marker, block: first.Block}
	if first.Sentence >= 0 {
		at.text = a.Sentences[first.Sentence].Span
	}
	var refs []int
	for n := i; n < j; n++ {
		at.citations = append(at.citations, n)
		at.markers = at.markers.Hull(a.Citations[n].Marker)
		if r := a.Citations[n].Reference; r >= 0 {
			refs = append(refs, r)
		}
	}
	slices.Sort(refs)
	return slices.Compact(refs), at
}

// mostAlike is the share of the smaller claim's content words that two unlike
// claims may have in common.
const mostAlike = 0.25

// unlike picks, in order, the places whose claims have hardly a content word in
// common with any picked before. The rows of a table are one compilation and count once; places
// of one paragraph alone are one matter told in several sentences, and none is
// returned.
func (b *bundle) unlike(a *article.Article, common map[string]bool) []place {
	var picked []place
	var words []map[string]bool
	blocks, tables := map[int]bool{}, map[int]bool{}
	for _, at := range b.places[:min(len(b.places), 200)] {
		if table := a.Blocks[at.block].Table; table > 0 {
			if tables[table] {
				continue
			}
			tables[table] = true
		}
		w := contentWords(a.Text[at.text.Start:at.text.End], common)
		if len(w) >= fewestWords && !slices.ContainsFunc(words, func(v map[string]bool) bool { return check.Alike(v, w) > mostAlike }) {
			picked, words = append(picked, at), append(words, w)
			blocks[at.block] = true
		}
	}
	if len(blocks) < 2 && len(picked) < manyStatements {
		return nil
	}
	return picked
}

// manyStatements is how many unlike statements even of one paragraph no bundle
// carries.
const manyStatements = 4

// fewestWords is how many content words a claim needs before it can be told
// from another by them.
const fewestWords = 4

func (b *bundle) finding(a *article.Article, unlike []place, byCitation [][]int) check.Finding {
	var names []string
	for _, r := range b.references {
		names = append(names, "["+a.References[r].Label.Text+"]")
	}
	f := check.Finding{
		Span:       unlike[0].markers,
		Message:    fmt.Sprintf("the bundle %s stands behind %d statements that have little in common", strings.Join(names, ""), len(unlike)),
		Help:       "cite behind each claim the reference that carries it",
		Label:      "first here",
		References: b.references,
		Line:       fmt.Sprintf("%d references, %d unlike statements, %d places in all", len(b.references), len(unlike), len(b.places)),
	}
	var citations []int
	for i, at := range unlike {
		citations = append(citations, at.citations...)
		if i > 0 {
			f.Related = append(f.Related, check.Related{Span: at.markers, Label: "the same bundle"})
		}
	}
	f.Claims = claimsCiting(byCitation, citations)
	return f
}

// contentWords returns the words of a text that carry its matter: of four
// letters or more and digits, without endings, without the article's common words.
func contentWords(text string, common map[string]bool) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		_, err := strconv.Atoi(w)
		if err == nil || len([]rune(w)) < 4 || functionWords[w] {
			continue
		}
		if w = stem(w); !common[w] {
			out[w] = true
		}
	}
	return out
}

// stem takes off the commonest English endings, enough to see that "repealed"
// and "repeals" are one matter.
func stem(w string) string {
	for _, end := range []string{"ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly", "y"} {
		if rest, ok := strings.CutSuffix(w, end); ok && len(rest) >= 4 {
			return rest
		}
	}
	return w
}

// commonWords returns the words that stand in at least a fifth of the article's
// sentences: they name its subject, which all of its claims share.
func commonWords(a *article.Article) map[string]bool {
	count := map[string]int{}
	for _, s := range a.Sentences {
		for w := range contentWords(a.Text[s.Span.Start:s.Span.End], nil) {
			count[w]++
		}
	}
	common := map[string]bool{}
	for w, n := range count {
		if n >= 3 && n*5 >= len(a.Sentences) {
			common[w] = true
		}
	}
	return common
}

// functionWords are words of four letters and more that carry no matter.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`about above after again against along already also although among amid another because been before
		being below between both cannot could does doing down during each either else even ever every from further have having
		hence here however into itself just like made make makes many more most much must nevertheless none nonetheless only onto other over
		particularly rather same several shall should since some still such than that their them themselves then there therefore these they this those
		through thus together toward towards under until unto upon very well were what when where whereas whether which while whom whose will with
		within without would your including include includes become became becomes across according`) {
		m[w] = true
	}
	return m
}()
