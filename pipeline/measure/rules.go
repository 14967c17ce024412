package measure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/check"
	"citevet/pipeline/rules/judged"
)

// corpora are the articles that nobody has planted errors in.
var corpora = []struct{ name, pattern string }{
	{"wiki", wikiArticles}, {"deepresearch", "deepresearch/*.md"}, {"expertqa", expertQAFile},
}

// unreadSample is how many findings of a rule are given out to be read, at most.
const unreadSample = 60

// finding is where a rule spoke.
type finding struct {
	corpus, article string
	check.Finding
	words string // what it is about, in its surroundings
}

// rulesAlone counts what each rule says of each corpus, and how much of it was
// found wrong by those who read it.
func rulesAlone(b *bench) error {
	words, err := judgements()
	if err != nil {
		return err
	}
	for _, of := range corpora {
		results, err := b.resultsOf(of.pattern)
		if err != nil {
			return err
		}
		found := append(findings(of.name, results), b.across(of.name, results)...)
		b.table(b.ruleTable(of.name, results, found, words))
		b.count(of.name, len(results), found, words)
		b.unread(found, words)
	}
	b.sample()
	return nil
}

// key names a finding across runs.
type key struct{ rule, corpus, article, fingerprint string }

func (f *finding) key() key { return key{f.Rule, f.corpus, f.article, f.Fingerprint} }

// judgements returns the word on every finding that was read.
func judgements() (map[key]judged.Word, error) {
	all, err := judged.All()
	if err != nil {
		return nil, err
	}
	words := map[key]judged.Word{}
	for _, j := range all {
		words[key{j.Rule, j.Corpus, j.Article, j.Fingerprint}] = j.Word
	}
	return words, nil
}

func (b *bench) resultsOf(pattern string) ([]outcome, error) {
	if pattern == expertQAFile {
		_, results, err := b.answers()
		var all []outcome
		for _, r := range results {
			all = append(all, outcome{r.Article.Name, r})
		}
		return all, err
	}
	return b.judge(pattern)
}

func findings(corpus string, results []outcome) []finding {
	var found []finding
	for _, n := range results {
		for _, f := range n.result.Findings {
			found = append(found, finding{corpus, n.name, f, excerpt(n.result.Article.Text, f.Span.Start, f.Span.End)})
		}
	}
	return found
}

// across judges the articles of a corpus as one batch.
func (b *bench) across(corpus string, results []outcome) []finding {
	traces := make([]check.Trace, len(results))
	for i := range results {
		traces[i] = results[i].result.Trace()
		traces[i].Name = results[i].name
	}
	all, _ := check.Across(b.Rules, traces, b.AsOf)
	var found []finding
	for _, f := range all {
		var words []string
		for _, p := range f.Places {
			words = append(words, p.Name+": "+p.Words)
		}
		found = append(found, finding{
			corpus, strings.Join(f.Names(), " "),
			check.Finding{Rule: f.Rule, Severity: f.Severity, Message: f.Message, Line: f.Line, Fingerprint: f.Fingerprint}, strings.Join(words, " | "),
		})
	}
	return found
}

// ruleTable counts the findings a hundred articles, by rule and severity.
func (b *bench) ruleTable(corpus string, results []outcome, found []finding, words map[key]judged.Word) Table {
	type count struct {
		by           [check.Error + 1]int
		decisions    int
		articles     map[string]bool
		right, wrong int
	}
	counts := map[string]*count{}
	for _, f := range found {
		c := counts[f.Rule]
		if c == nil {
			c = &count{articles: map[string]bool{}}
			counts[f.Rule] = c
		}
		c.by[f.Severity]++
		c.articles[f.article] = true
		if f.Decision {
			c.decisions++
		}
		switch words[f.key()] {
		case judged.Right:
			c.right++
		case judged.Wrong:
			c.wrong++
		}
	}
	t := Table{
		Title: "What the rules say of " + corpus,
		Note: fmt.Sprintf("Findings a hundred articles, of %d; the share of articles in which the rule speaks at all; how many findings were judged by a reader, and how many of those were wrong.",
			len(results)),
		Head: []string{"rule", "decisions", "errors", "warnings", "infos", "articles", "judged", "wrong"},
	}
	hundred := func(n int) string { return fmt.Sprintf("%.1f", 100*share(n, len(results))) }
	var silent []string
	for _, rule := range b.Rules {
		c := counts[rule.Name]
		if c == nil {
			silent = append(silent, rule.Name)
			continue
		}
		t.row(rule.Name, hundred(c.decisions), hundred(c.by[check.Error]), hundred(c.by[check.Warning]), hundred(c.by[check.Info]),
			share(len(c.articles), len(results)), c.right+c.wrong, c.wrong)
	}
	if len(silent) > 0 {
		t.Note += " Silent: " + strings.Join(silent, ", ") + "."
	}
	t.Note += fmt.Sprintf(" The median article has %d warnings or errors.", medianNoise(results))
	return t
}

// medianNoise is how many warnings and errors the median article gets.
func medianNoise(results []outcome) int {
	noise := make([]int, len(results))
	for i, n := range results {
		for _, f := range n.result.Findings {
			if f.Severity >= check.Warning {
				noise[i]++
			}
		}
	}
	slices.Sort(noise)
	if len(noise) == 0 {
		return 0
	}
	return noise[len(noise)/2]
}

// count records how each rule did, a rule and severity that never spoke included
// once, at the rule's own severity.
func (b *bench) count(corpus string, articles int, found []finding, words map[key]judged.Word) {
	for _, rule := range b.Rules {
		by := map[check.Severity]*judged.Count{}
		at := func(s check.Severity) *judged.Count {
			if by[s] == nil {
				by[s] = &judged.Count{Rule: rule.Name, Corpus: corpus, Severity: s.String(), Day: b.AsOf.String(), Articles: articles}
			}
			return by[s]
		}
		at(rule.Severity)
		for _, f := range found {
			if f.Rule != rule.Name {
				continue
			}
			c := at(f.Severity)
			c.Findings++
			switch words[f.key()] {
			case judged.Right:
				c.Right++
			case judged.Wrong:
				c.Wrong++
			case judged.Unclear:
				c.Unclear++
			}
		}
		for _, s := range []check.Severity{check.Error, check.Warning, check.Info} {
			if by[s] != nil {
				b.report.Counts = append(b.report.Counts, *by[s])
			}
		}
	}
}

// unread collects the findings that nobody has judged.
func (b *bench) unread(found []finding, words map[key]judged.Word) {
	if b.report.Unread == nil {
		b.report.Unread = map[string][]Unread{}
	}
	for _, f := range found {
		if _, ok := words[f.key()]; !ok {
			b.report.Unread[f.Rule] = append(b.report.Unread[f.Rule], Unread{
				Judgement: judged.Judgement{Rule: f.Rule, Corpus: f.corpus, Article: f.article, Fingerprint: f.Fingerprint, Severity: f.Severity.String()},
				Message:   f.Message, Line: f.Line, Words: f.words,
			})
		}
	}
}

// sample keeps as many unread findings of each rule as are given out, spread by
// their fingerprints over all articles, or all of them where they are decisions.
func (b *bench) sample() {
	for rule, list := range b.report.Unread {
		slices.SortFunc(list, func(x, y Unread) int {
			return cmp.Or(cmp.Compare(x.Fingerprint, y.Fingerprint), cmp.Compare(x.Article, y.Article))
		})
		list = list[:min(len(list), unreadSample)]
		slices.SortFunc(list, func(x, y Unread) int {
			return cmp.Or(cmp.Compare(x.Corpus, y.Corpus), cmp.Compare(x.Article, y.Article), cmp.Compare(x.Fingerprint, y.Fingerprint))
		})
		b.report.Unread[rule] = list
	}
}

// Unread is a finding that nobody has judged, with what a reader needs.
type Unread struct {
	judged.Judgement
	Message, Line, Words string
}

// UnreadRules returns the rules with findings to be read, in order.
func (r Report) UnreadRules() []string {
	var names []string
	for name := range r.Unread {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// UnreadSheet returns a rule's unread findings in the columns of its judgements,
// with message, arithmetic and words behind them.
func (r Report) UnreadSheet(rule string) []byte {
	var b strings.Builder
	b.WriteString("corpus\tarticle\tfingerprint\tseverity\tjudgement\treason\tmessage\tline\twords\n")
	for _, u := range r.Unread[rule] {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t\t\t%s\t%s\t%s\n", u.Corpus, u.Article, u.Fingerprint, u.Severity, folded(u.Message), folded(u.Line), folded(u.Words))
	}
	return []byte(b.String())
}
