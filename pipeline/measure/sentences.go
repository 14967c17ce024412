package measure

import (
	"encoding/json"
	"fmt"
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
	strict, relaxed, damaged := 0, 0, 0
	for _, rule := range rules {
		if strings.Join(strings.Fields(rule.Input), "") != strings.Join(strings.Fields(strings.Join(rule.Output, "")), "") {
			damaged++
			b.miss(rule.Name, strings.Join(rule.Output, " ¦ "), "not scored: the sentences are not those of the text", rule.Input)
			continue
		}
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
		Note:  fmt.Sprintf("A rule is kept if the sentences are its own; relaxed: if their number is. %d rules are left out whose sentences do not make up their text.", damaged),
		Head:  []string{"reading", "rules", "strict", "relaxed", "floor", "aim"},
	}
	scored := len(rules) - damaged
	t.row("rules kept", scored, share(strict, scored), share(relaxed, scored), "0.900", "0.980")
	b.table(t)
	return nil
}
