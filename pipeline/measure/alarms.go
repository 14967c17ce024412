package measure

import (
	"fmt"
	"sort"
	"strings"

	"citevet/pipeline/check"
)

// alarms counts what each rule says of articles that nobody has planted errors in.
func alarms(b *bench) error {
	for _, of := range []struct{ name, pattern string }{
		{"wiki", wikiArticles}, {"deepresearch", "deepresearch/*.md"}, {"expertqa", expertQAFile},
	} {
		var results []check.Result
		var err error
		if of.pattern == expertQAFile {
			_, results, err = b.answers()
		} else {
			var all []judged
			all, err = b.judge(of.pattern)
			for _, j := range all {
				results = append(results, j.result)
			}
		}
		if err != nil {
			return err
		}
		b.table(b.alarmsOf(of.name, results))
	}
	return nil
}

// alarmsOf counts the findings a hundred articles, by rule and severity.
func (b *bench) alarmsOf(name string, results []check.Result) Table {
	type count struct {
		by        [check.Error + 1]int
		decisions int
		articles  int // in how many it speaks
	}
	counts := map[string]*count{}
	for _, r := range b.Rules {
		counts[r.Name] = &count{}
	}
	for _, r := range results {
		spoke := map[string]bool{}
		for _, f := range r.Findings {
			c := counts[f.Rule]
			c.by[f.Severity]++
			if f.Decision {
				c.decisions++
			}
			if !spoke[f.Rule] {
				spoke[f.Rule] = true
				c.articles++
			}
			if f.Severity >= check.Warning {
				b.miss(name+" "+r.Article.Name, f.Rule, f.Severity.String()+": "+f.Message, excerpt(r.Article.Text, f.Span.Start, f.Span.End))
			}
		}
	}
	names := make([]string, 0, len(counts))
	for rule := range counts {
		names = append(names, rule)
	}
	sort.Strings(names)
	t := Table{
		Title: "What the rules say of " + name,
		Note:  fmt.Sprintf("Findings a hundred articles, of %d; in the last column the share of articles in which the rule speaks at all.", len(results)),
		Head:  []string{"rule", "decisions", "errors", "warnings", "infos", "articles"},
	}
	var silent []string
	hundred := func(n int) string { return fmt.Sprintf("%.1f", 100*share(n, len(results))) }
	for _, rule := range names {
		c := counts[rule]
		if c.articles == 0 {
			silent = append(silent, rule)
			continue
		}
		t.row(rule, hundred(c.decisions), hundred(c.by[check.Error]), hundred(c.by[check.Warning]), hundred(c.by[check.Info]), share(c.articles, len(results)))
	}
	if len(silent) > 0 {
		t.Note += " Silent: " + strings.Join(silent, ", ") + "."
	}
	return t
}
