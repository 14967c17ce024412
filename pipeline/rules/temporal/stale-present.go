package temporal

import (
	_ "embed"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed stale-present.md
var stalePresentPage string

type staleOptions struct {
	Months int `json:"months" doc:"how many months a source may be older than the article behind a claim about the present"`
}

var stalePresent = check.NewRule(check.Meta{
	Name:     "stale-present",
	Family:   "temporal",
	Summary:  "a claim about the present rests on sources much older than the article",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     stalePresentPage,
}, staleOptions{Months: check.StaleMonths}, func(p *check.Pass, o staleOptions) {
	if p.Article.Dated.When.From.IsZero() {
		return
	}
	for i := range p.Article.Claims {
		by := check.StaleBy(p.Article, &p.Verdicts[i], p.Sources, o.Months)
		if by.IsZero() || p.Article.Dated.When.From.Before(by) {
			continue
		}
		if f := stale(p, i, o.Months); f.Severity == check.Warning || reportsOfADay(p, f.References) {
			p.Report(f)
		}
	}
})

func stale(p *check.Pass, i, months int) check.Finding {
	a := p.Article
	c := &a.Claims[i]
	f := check.Finding{
		Severity: check.Info,
		Span:     c.Cue.Span,
		Message:  "a claim about the present rests on sources much older than the article",
		Help:     "cite a current source, or say as of when the claim holds",
		Label:    "said as of " + a.Dated.When.From.String() + " at the earliest",
		Claims:   []int{i},
		Proof:    slices.Clone(a.Dated.Because[:1]),
	}
	if soonOver(a, c) {
		f.Severity = check.Warning
	}
	step := check.Step{Claim: -1, Reference: -1, What: check.StepPublished, Months: months}
	for _, n := range c.Citations {
		ref := a.Citations[n].Reference
		f.References = append(f.References, ref)
		f.Related = append(f.Related, check.Related{Span: a.Citations[n].Marker, Label: "published " + p.Sources[ref].Published.String()})
		for _, k := range p.Sources[ref].DatedBy() {
			step.Known = append(step.Known, len(f.Proof)+k)
		}
		f.Proof = append(f.Proof, p.Sources[ref].Because...)
	}
	prove(&f, step)
	return f
}

// reportsOfADay reports whether each of the sources is dated to a month at least,
// as news is: a book tells what lasts.
func reportsOfADay(p *check.Pass, references []int) bool {
	for _, ref := range references {
		if s := p.Sources[ref].Published; s.From.AddDays(31).Before(s.To) {
			return false
		}
	}
	return true
}

// momentary are the words that hold a claim to the moment of writing; "still",
// "now" and "today" are said of long ages too.
var momentary = map[string]bool{
	"currently": true, "presently": true, "as of now": true, "at present": true, "at the moment": true, "nowadays": true, "right now": true, "as of today": true,
}

// soonOver reports whether what a clause says of the present is of the kind that
// changes within years: it is said of the moment, counts or ranks.
func soonOver(a *article.Article, c *article.Claim) bool {
	if momentary[strings.Join(strings.Fields(strings.ToLower(c.Cue.Text)), " ")] {
		return true
	}
	tokens := tokensOf(a, c)
	for i, t := range tokens {
		century := i+1 < len(tokens) && strings.HasPrefix(low(a, tokens[i+1]), "centur")
		switch word := low(a, t); {
		case century:
		case t.Tag == "JJS", t.Tag == "RBS", word == "half", word == "percent", word == "%", ordinal(word):
			return true
		case word == "second", word == "third", word == "fourth", word == "fifth":
			return true
		case t.Tag == "CD" && strings.ContainsAny(word, "0123456789") && !isYear(word):
			return true
		}
	}
	return false
}

func isYear(word string) bool { return len(word) == 4 && (word[0] == '1' || word[:2] == "20") }
