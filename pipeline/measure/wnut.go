package measure

import (
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// wnutKinds are the kinds that each of WNUT's may be read as.
var wnutKinds = map[string][]article.EntityKind{
	"person":        {article.Person},
	"location":      {article.Place},
	"corporation":   {article.Organization},
	"group":         {article.Organization, article.Group},
	"product":       {article.Product},
	"creative-work": {article.Work},
}

// wnutMention is a name that people marked.
type wnutMention struct {
	kind string
	span article.Span
}

// entitiesWNUT scores names in noisy text, mention by mention.
func entitiesWNUT(b *bench) error {
	data, err := b.read("entities/wnut17/emerging.dev.conll")
	if err != nil {
		return err
	}
	var strict, relaxed tally
	messages := 0
	for _, message := range strings.Split(strings.ReplaceAll(string(data), "\r", ""), "\n\n") {
		text, gold := wnutMessage(message)
		if text == "" {
			continue
		}
		messages++
		var doc blocks
		doc.add(article.Paragraph, text)
		a := b.extract(doc.document("message"), when.Interval{})
		b.mentions(&a, gold, &strict, &relaxed)
	}
	t := Table{
		Title: "Names in noisy text (wnut17)",
		Note:  "Mentions in the messages of the development part. Strict: place and kind are the same; relaxed: they share a word. The shared task was won with 0.42.",
		Head:  []string{"messages", "mentions", "strict F1", "relaxed F1", "precision", "recall"},
	}
	t.row(messages, strict.gold, strict.f1(), relaxed.f1(), strict.precision(), strict.recall())
	b.table(t)
	return nil
}

// wnutMessage reads the tokens of one message, a line each with its label.
func wnutMessage(message string) (string, []wnutMention) {
	var c corpusText
	var gold []wnutMention
	inside := false
	for _, line := range strings.Split(message, "\n") {
		word, label, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue
		}
		span := c.token(word)
		kind, named := strings.CutPrefix(label, "B-")
		switch {
		case named:
			gold = append(gold, wnutMention{kind, span})
			inside = true
		case inside && strings.HasPrefix(label, "I-"):
			gold[len(gold)-1].span.End = span.End
		default:
			inside = false
		}
	}
	return c.block.String(), gold
}

// mentions scores the names of one message.
func (b *bench) mentions(a *article.Article, gold []wnutMention, strict, relaxed *tally) {
	var read []article.Entity
	for _, e := range a.Entities {
		if e.Kind != article.OtherEntity && e.Kind != article.Event {
			read = append(read, e)
		}
	}
	strict.add(tally{0, len(gold), len(read)})
	relaxed.add(tally{0, len(gold), len(read)})
	used := make([]bool, len(read))
	for _, g := range gold {
		got := ""
		for k, e := range read {
			if used[k] || !e.Span.Overlaps(g.span) {
				continue
			}
			used[k] = true
			relaxed.right++
			got = string(e.Kind) + " " + a.Words(e.Span)
			for _, kind := range wnutKinds[g.kind] {
				if kind == e.Kind && e.Span == g.span {
					strict.right++
					got = "same"
				}
			}
			break
		}
		if got != "same" {
			b.miss(a.Name, g.kind+" "+a.Words(g.span), got, a.Text)
		}
	}
	for k, e := range read {
		if !used[k] {
			b.miss(a.Name, "", string(e.Kind)+" "+a.Words(e.Span), a.Text)
		}
	}
}
