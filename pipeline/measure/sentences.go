package measure

import (
	"encoding/json"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// goldenRules scores the splitting of sentences.
func goldenRules(b *bench) error {
	data, err := b.read("sentences/golden_rules_en.json")
	if err != nil {
		return err
	}
	var rules []struct {
		Name, Input string
		Output      []string
	}
	if err := json.Unmarshal(data, &rules); err != nil {
		return err
	}
	strict, relaxed := 0, 0
	for _, rule := range rules {
		var doc blocks
		doc.add(article.Paragraph, rule.Input)
		a := b.extract(doc.document("rule"), when.Interval{})
		var read, gold []string
		for _, s := range a.Sentences {
			read = append(read, folded(a.Words(s.Span)))
		}
		for _, s := range rule.Output {
			gold = append(gold, folded(s))
		}
		if len(read) == len(gold) {
			relaxed++
		}
		if strings.Join(read, "\n") == strings.Join(gold, "\n") {
			strict++
			continue
		}
		b.miss(rule.Name, strings.Join(gold, " ¦ "), strings.Join(read, " ¦ "), rule.Input)
	}
	t := Table{
		Title: "Sentences (golden rules)",
		Note:  "A rule is kept if the sentences are its own; relaxed: if their number is.",
		Head:  []string{"reading", "rules", "strict", "relaxed", "floor", "aim"},
	}
	t.row("rules kept", len(rules), share(strict, len(rules)), share(relaxed, len(rules)), "0.900", "0.980")
	b.table(t)
	return nil
}
