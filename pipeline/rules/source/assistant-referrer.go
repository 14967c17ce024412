package source

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed assistant-referrer.md
var assistantReferrerPage string

var assistantReferrer = check.NewRule(check.Meta{
	Name:     "assistant-referrer",
	Family:   "source",
	Summary:  "an address carries the mark of a chat assistant that handed it out",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     assistantReferrerPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []address
	var names []string
	fix := check.Fix{Message: "drop the parameters that tell where the reader came from", Safe: true}
	for _, x := range slices.Concat(addressesOf(a), linksOf(a)) {
		name := assistantOf(&x)
		if name == "" {
			continue
		}
		found = append(found, x)
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
		fix.Edits = append(fix.Edits, dropTracking(a, &x)...)
	}
	if len(found) == 0 {
		return
	}
	slices.SortStableFunc(found, func(x, y address) int { return x.span.Start - y.span.Start })
	slices.SortFunc(fix.Edits, func(x, y check.Edit) int { return x.Span.Start - y.Span.Start })
	head := "an address carries"
	if len(found) > 1 {
		head = fmt.Sprintf("%d addresses carry", len(found))
	}
	f := together(check.Finding{
		Message: head + " a chat assistant's mark: " + strings.Join(names, " and "),
		Help:    "read the page and see that it says what it is cited for; then drop the parameter",
		Label:   "an assistant's mark",
	}, found)
	if len(fix.Edits) > 0 {
		f.Fixes = []check.Fix{fix}
	}
	p.Report(f)
})

// linksOf takes the targets of the links apart that stand outside the entries.
func linksOf(a *article.Article) []address {
	var out []address
	for _, l := range a.Links {
		i, _ := slices.BinarySearchFunc(a.References, l.Span.Start, func(r article.Reference, at int) int { return r.Span.End - at - 1 })
		if i < len(a.References) && a.References[i].Span.Overlaps(l.Span) {
			continue
		}
		if x, ok := takeApart(l.Target); ok {
			x.reference, x.span = -1, l.Span
			out = append(out, x)
		}
	}
	return out
}

// assistants are the names by which chat assistants mark the addresses that they
// hand out. Bare names that other things have too ("gemini") are left out.
var assistants = set(`chatgpt.com chat.openai.com openai.com openai chatgpt perplexity perplexity.ai www.perplexity.ai copilot.com
	copilot.microsoft.com gemini.google.com bard.google.com claude.ai grok.com chat.deepseek.com deepseek.com chat.mistral.ai poe.com
	you.com phind.com meta.ai`)

// assistantOf returns the assistant that an address names as where its reader
// came from, empty where it names none.
func assistantOf(x *address) string {
	for pair := range strings.FieldsFuncSeq(x.url.RawQuery, func(r rune) bool { return r == '&' }) {
		if name, value, _ := strings.Cut(pair, "="); handsOut(name, value) {
			return strings.ToLower(value)
		}
	}
	return ""
}

// handsOut reports whether a parameter names an assistant as the referrer. A name
// alone is one only where the parameter can be nothing else.
func handsOut(name, value string) bool {
	value = strings.ToLower(value)
	switch strings.ToLower(name) {
	case "utm_source":
		return assistants[value]
	case "referrer", "referer", "ref", "source":
		return assistants[value] && strings.Contains(value, ".")
	}
	return false
}
