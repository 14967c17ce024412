package measure

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"sort"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
)

const expertQAFile = "expertqa/domain_val.jsonl"

// answer is an answer with markers, whose claims people have judged.
type answer struct {
	Question, Answer string
	Attribution      []string
	Claims           []struct {
		Text       string `json:"claim_string"`
		Worthiness string
	}
}

// lines decodes a file of one JSON value a line.
func lines[T any](b *bench, name string) ([]T, error) {
	data, err := b.read(name)
	if err != nil {
		return nil, err
	}
	var all []T
	in := bufio.NewScanner(bytes.NewReader(data))
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, v)
	}
	return all, in.Err()
}

// document returns the answer as an article with its list of sources.
func (x *answer) document(index int) (article.Document, error) {
	text := x.Answer + "\n\nReferences\n\n" + strings.Join(x.Attribution, "\n") + "\n"
	return ingest.Parse(fmt.Sprintf("answer %d", index+1), []byte(text), ingest.FormatText)
}

// place finds where each gold claim stands in the text, one after the other;
// one that does not stand there has no place.
func (x *answer) place(text string) []article.Span {
	spans := make([]article.Span, len(x.Claims))
	from := 0
	for i, c := range x.Claims {
		claim := strings.TrimSpace(c.Text)
		if at := strings.Index(text[from:], claim); at >= 0 && claim != "" {
			spans[i] = article.Span{Start: from + at, End: from + at + len(claim)}
			from = spans[i].End
		}
	}
	return spans
}

// answers reads and judges all answers, once a run.
func (b *bench) answers() ([]answer, []check.Result, error) {
	all, err := lines[answer](b, expertQAFile)
	if err != nil {
		return nil, nil, err
	}
	if b.judged == nil {
		b.judged = map[string][]outcome{}
	}
	if _, ok := b.judged[expertQAFile]; !ok {
		for i := range all {
			doc, err := all[i].document(i)
			if err != nil {
				return nil, nil, err
			}
			b.judged[expertQAFile] = append(b.judged[expertQAFile], outcome{doc.Name, b.judgeOne(doc)})
		}
	}
	var results []check.Result
	for _, j := range b.judged[expertQAFile] {
		results = append(results, j.result)
	}
	return all, results, nil
}

// worthyFrom is the check-worthiness from which a claim counts as worth
// checking where F1 is asked for.
const worthyFrom = 0.5

// expertQA scores which claim a marker stands behind, and which claims are
// worth checking.
func expertQA(b *bench) error {
	all, results, err := b.answers()
	if err != nil {
		return err
	}
	var exact, inside tally
	unplaced := 0
	var worth []judgedClaim
	for i := range all {
		a := results[i].Article
		for k, at := range all[i].place(a.Text) {
			if at.IsZero() {
				unplaced++
				continue
			}
			b.links(a, at, &exact, &inside)
			if gold := all[i].Claims[k].Worthiness; gold == "Yes" || gold == "No" {
				worth = append(worth, judgedClaim{a, at, extract.JudgeWorth(a, at, all[i].Question, gold == "Yes")})
			}
		}
	}
	t := Table{
		Title: "Markers and their claims (expertqa)",
		Note: fmt.Sprintf("Strict: every claim that the marker stands behind lies in the sentence that people gave it to, and one does; relaxed: one does. "+
			"%d sentences of the gold answers do not stand in their text.", unplaced),
		Head: []string{"reading", "markers", "strict", "relaxed", "floor", "aim"},
	}
	t.row("marker to claim", exact.gold, exact.recall(), inside.recall(), "0.950", "0.990")
	b.table(t)
	b.worth(worth)
	return nil
}

// judgedClaim is a sentence that people judged, and where it stands.
type judgedClaim struct {
	a      *article.Article
	at     article.Span
	judged extract.JudgedWorth
}

// worth scores the sentences that people judged, and notes those that fall on
// the wrong side when models score them that never saw their answer.
func (b *bench) worth(list []judgedClaim) {
	var all, apart, crossed []scoredPart
	for i, score := range crossFitted(list) {
		c := &list[i]
		s := scoredPart{scored{worthOf(c.a, c.at), c.judged.Worthy}, c.judged.Document}
		all = append(all, s)
		if extract.HeldApart(c.judged.Document) {
			apart = append(apart, s)
		}
		s.score = score
		crossed = append(crossed, s)
	}
	b.table(worthTable(all, apart, crossed))
	worst := make([]int, len(list))
	for i := range worst {
		worst[i] = i
	}
	sort.SliceStable(worst, func(i, j int) bool { return crossed[worst[i]].wrong() > crossed[worst[j]].wrong() })
	for _, i := range worst {
		if crossed[i].wrong() <= worthyFrom {
			break
		}
		c, gold := &list[i], "No"
		if c.judged.Worthy {
			gold = "Yes"
		}
		b.miss(c.a.Name+" worth", gold, figure(crossed[i].score)+" "+strings.Join(reasonsOf(c.a, c.at), ", "), c.a.Words(c.at))
	}
}

// scoredPart is one of several examples that a document holds, which one person
// judged by one measure: they are not independent.
type scoredPart struct {
	scored
	document string
}

// deviationByDocument is the standard error of [auc] where examples come by the
// document: the jackknife that leaves out one document at a time (Efron and Stein,
// Annals of Statistics 9, 1981).
func deviationByDocument(list []scoredPart) float64 {
	var without []float64
	left := map[string]bool{}
	sum := 0.0
	for _, out := range list {
		if left[out.document] {
			continue
		}
		left[out.document] = true
		var others []scored
		for _, s := range list {
			if s.document != out.document {
				others = append(others, s.scored)
			}
		}
		without = append(without, auc(others))
		sum += auc(others)
	}
	n := float64(len(without))
	squares := 0.0
	for _, a := range without {
		squares += (a - sum/n) * (a - sum/n)
	}
	return math.Sqrt((n - 1) / n * squares)
}

// wrong is how far the score is from the gold answer, 0 to 1.
func (s scored) wrong() float64 {
	if s.yes {
		return 1 - s.score
	}
	return s.score
}

// worthFolds is how many models cross-fitting trains.
const worthFolds = 10

// crossFitted scores each sentence by a model that was trained on the answers of
// the other folds alone.
func crossFitted(list []judgedClaim) []float64 {
	scores := make([]float64, len(list))
	for f := range worthFolds {
		var others []extract.JudgedWorth
		for i := range list {
			if extract.Fold(list[i].judged.Document, worthFolds) != f {
				others = append(others, list[i].judged)
			}
		}
		m := extract.TrainWorth(others)
		for i := range list {
			if extract.Fold(list[i].judged.Document, worthFolds) == f {
				scores[i] = m.Worth(&list[i].judged)
			}
		}
	}
	return scores
}

func worthTable(all, apart, crossed []scoredPart) Table {
	t := Table{
		Title: "Claims worth checking (expertqa)",
		Note: fmt.Sprintf("The worth of a sentence is the highest among its claims; F1 and precision for those from %.1f on. "+
			"Always saying yes gives the F1 in the last column. Behind the area under the curve stands its standard error, by leaving out one answer at a time. "+
			"The model was trained on four fifths of all; cross-fitted, each sentence is scored by one of %d models, trained without its answer.", worthyFrom, worthFolds),
		Head: []string{"claims", "number", "AUC", "±", "F1", "precision", "recall", "floor (AUC)", "aim (AUC)", "F1 of yes"},
	}
	for _, part := range []struct {
		name string
		list []scoredPart
	}{{"all", all}, {"the fifth held apart", apart}, {"all, cross-fitted", crossed}} {
		var f, yes tally
		var list []scored
		for _, s := range part.list {
			list = append(list, s.scored)
			yes.read++
			if s.yes {
				f.gold++
				yes.gold++
				yes.right++
			}
			if s.score >= worthyFrom {
				f.read++
				if s.yes {
					f.right++
				}
			}
		}
		t.row(part.name, len(part.list), auc(list), deviationByDocument(part.list), f.f1(), f.precision(), f.recall(), "0.650", "0.750", yes.f1())
	}
	return t
}

// links scores the markers that stand within a gold claim.
func (b *bench) links(a *article.Article, gold article.Span, exact, inside *tally) {
	for n, c := range a.Citations {
		if !gold.Contains(c.Marker) {
			continue
		}
		exact.gold++
		inside.gold++
		within, without := 0, ""
		for _, claim := range a.Claims {
			for _, k := range claim.Citations {
				switch {
				case k != n:
				case gold.Overlaps(claim.Span):
					within++
				default:
					without = a.Words(claim.Span)
				}
			}
		}
		if within > 0 {
			inside.right++
		}
		if within > 0 && without == "" {
			exact.right++
			continue
		}
		b.miss(a.Name+" ["+c.Label+"]", a.Words(gold), without, excerpt(a.Text, c.Marker.Start, c.Marker.End))
	}
}

// worthOf returns the highest check-worthiness of the claims in a span.
func worthOf(a *article.Article, at article.Span) float64 {
	worth := 0.0
	for _, c := range a.Claims {
		if c.Span.Overlaps(at) {
			worth = max(worth, c.Worth)
		}
	}
	return worth
}

func reasonsOf(a *article.Article, at article.Span) []string {
	var reasons []string
	for _, c := range a.Claims {
		if c.Span.Overlaps(at) {
			reasons = append(reasons, c.Reasons...)
		}
	}
	return reasons
}
