package measure

import (
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// labelled is a sentence whose years lie after its sources', with what a reader
// made of it.
type labelled struct {
	ID                               int
	Article, Label, Reason, Sentence string
}

// temporalFamily is the family of the rules that speak for the time engine.
const temporalFamily = "temporal"

// labels scores the time engine on sentences that a naive comparison of years
// would flag, each read and labelled.
func labels(b *bench) error {
	list, err := lines[labelled](b, "wiki/labels.jsonl")
	if err != nil {
		return err
	}
	all, err := b.judge(wikiArticles)
	if err != nil {
		return err
	}
	byName := map[string]*check.Result{}
	for i := range all {
		byName[all[i].name] = &all[i].result
	}
	type row struct{ sentences, found, flagged, warned, errors int }
	rows := map[string]*row{"impossible": {}, "unclear": {}, "ok": {}}
	for _, l := range list {
		r, n := byName[l.Article], rows[l.Label]
		if r == nil || n == nil {
			continue
		}
		n.sentences++
		at, ok := standsAt(r.Article, l.Sentence)
		if !ok {
			b.miss(fmt.Sprint(l.ID), l.Label, "the sentence was not found", l.Sentence)
			continue
		}
		n.found++
		worst, said := worstOf(r, at)
		if worst >= check.Info {
			n.flagged++
		}
		if worst >= check.Warning {
			n.warned++
		}
		if worst == check.Error {
			n.errors++
		}
		if (l.Label == "impossible") != (worst == check.Error) {
			b.miss(fmt.Sprintf("%d %s", l.ID, l.Article), l.Label+": "+l.Reason, said, l.Sentence)
		}
	}
	t := Table{
		Title: "Sentences labelled by hand (wiki/labels.jsonl)",
		Note:  "Sentences with a year after a source's. Shares flagged by the temporal rules, or because the entry's own dates exclude each other, at any level, from a warning on, and as an error.",
		Head:  []string{"label", "sentences", "found in the text", "flagged", "warnings", "errors"},
	}
	for _, label := range []string{"impossible", "unclear", "ok"} {
		n := rows[label]
		t.row(label, n.sentences, n.found, share(n.flagged, n.sentences), share(n.warned, n.sentences), share(n.errors, n.sentences))
	}
	b.table(t)
	return nil
}

// standsAt finds a sentence in the article's text. The labels hold it with its
// markers and without markup, as the text has it.
func standsAt(a *article.Article, sentence string) (article.Span, bool) {
	if at := strings.Index(a.Text, sentence); at >= 0 {
		return article.Span{Start: at, End: at + len(sentence)}, true
	}
	gold := plain(sentence)
	for _, s := range a.Sentences {
		if read := plain(a.Words(s.Span)); read != "" && (read == gold || strings.HasPrefix(gold, read) && len(read) > len(gold)/2) {
			return s.Span, true
		}
	}
	return article.Span{}, false
}

// worstOf returns the highest severity at which a temporal rule, or the one on
// readings before publication, speaks of a claim within the span, 0 for silence,
// and its words.
func worstOf(r *check.Result, at article.Span) (check.Severity, string) {
	var worst check.Severity
	said := ""
	temporal := map[string]bool{}
	for _, m := range r.Rules {
		temporal[m.Name] = m.Family == temporalFamily || m.Name == "access-before-publication"
	}
	for _, f := range r.Findings {
		if !temporal[f.Rule] || f.Severity <= worst {
			continue
		}
		for _, n := range f.Claims {
			if r.Article.Claims[n].Span.Overlaps(at) {
				worst, said = f.Severity, f.Rule+" "+f.Severity.String()+": "+f.Line
				break
			}
		}
	}
	return worst, said
}
