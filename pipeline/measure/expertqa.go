package measure

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
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
	var worth, apart []scored
	for i := range all {
		a := results[i].Article
		for k, at := range all[i].place(a.Text) {
			if at.IsZero() {
				unplaced++
				continue
			}
			b.links(a, at, &exact, &inside)
			gold := all[i].Claims[k].Worthiness
			if gold != "Yes" && gold != "No" {
				continue
			}
			s := scored{worthOf(a, at), gold == "Yes"}
			worth = append(worth, s)
			if extract.HeldApart(all[i].Question) {
				apart = append(apart, s)
			}
			if s.yes != (s.score >= worthyFrom) {
				b.miss(a.Name+" worth", gold, figure(s.score)+" "+strings.Join(reasonsOf(a, at), ", "), a.Words(at))
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
	b.table(worthTable(worth, apart))
	return nil
}

func worthTable(all, apart []scored) Table {
	t := Table{
		Title: "Claims worth checking (expertqa)",
		Note: fmt.Sprintf("The worth of a sentence is the highest among its claims; F1 and precision for those from %.1f on. "+
			"Always saying yes gives the F1 in the last column. Behind the area under the curve stands its standard error.", worthyFrom),
		Head: []string{"claims", "number", "AUC", "±", "F1", "precision", "recall", "floor (AUC)", "aim (AUC)", "F1 of yes"},
	}
	for _, part := range []struct {
		name string
		list []scored
	}{{"all", all}, {"the fifth held apart", apart}} {
		var f, yes tally
		for _, s := range part.list {
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
		t.row(part.name, len(part.list), auc(part.list), deviation(part.list), f.f1(), f.precision(), f.recall(), "0.650", "0.750", yes.f1())
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
