package brief

import (
	"cmp"
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Source is one row of the source table.
type Source struct {
	Label     string // "[3]"
	Publisher string
	Title     string // the entry as it stands where it names neither publisher nor title
	Domain    string // registrable where that can be told
	URL       string // http or https only, else empty
	Stated    string
	InURL     string
	Read      string
	Age       string // against the newest time it is cited for
	UsedBy    []string
	Cited     int      // markers that lead to it, behind claims or not
	Flags     []string // IDs of findings
	KeptUp    string   // why the page may change after its date, empty for a dated work
}

func sourcesOf(r check.Result, findings []Finding) []Source {
	a := r.Article
	newest := make([]when.Date, len(a.References))
	usedBy := make([][]string, len(a.References))
	for _, v := range r.Verdicts {
		day := claimDay(r, v.Claim)
		for _, p := range v.Pairs {
			if newest[p.Reference].Before(day) {
				newest[p.Reference] = day
			}
			usedBy[p.Reference] = append(usedBy[p.Reference], claimID(v.Claim))
		}
	}
	cited := make([]int, len(a.References))
	for _, c := range a.Citations {
		if c.Reference >= 0 {
			cited[c.Reference]++
		}
	}
	flags := map[string][]string{}
	for _, f := range findings {
		for _, l := range f.Sources {
			flags[l] = append(flags[l], f.ID)
		}
	}
	sources := make([]Source, len(a.References))
	for i := range a.References {
		ref := &a.References[i]
		s := Source{
			Label: label(a, i), Publisher: publisherOf(ref), Title: quoted(ref.Title.Text, 300),
			URL: safeURL(ref.URL.Text), UsedBy: usedBy[i], Cited: cited[i], InURL: timeWords(ref.URLDate.When),
		}
		s.Domain = domainOf(s.URL)
		if s.Publisher == "" && s.Title == "" {
			s.Title = entryWords(a, i, 160)
		}
		s.Stated = cmp.Or(timeWords(ref.Published.When), quoted(ref.Published.Text, 30))
		if i < len(r.Sources) {
			s.Read, s.KeptUp = dayWords(r.Sources[i].Read), r.Sources[i].KeptUp
			s.Age = ageWords(r.Sources[i], newest[i])
		}
		s.Flags = flags[s.Label]
		sources[i] = s
	}
	return sources
}

// entryWords returns an entry as it stands, without its label.
func entryWords(a *article.Article, ref, limit int) string {
	words, _ := headOf(a.Words(a.References[ref].Span), 16*limit)
	return quoted(strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(words), label(a, ref)), " :.)"), limit)
}

// ageWords compares the last day a source can tell of with the newest time it
// is cited for.
func ageWords(s check.Source, newest when.Date) string {
	last := s.Published.To
	if s.KeptUp != "" || last.IsZero() || !s.Read.IsZero() && s.Read.Before(last) {
		last = s.Read
	}
	if last.IsZero() || newest.IsZero() {
		return ""
	}
	if days := last.DaysUntil(newest); days > 1 {
		return "by " + gapWords(days)
	}
	return "no"
}

func publisherOf(r *article.Reference) string {
	for _, f := range []article.Field{r.Publisher, r.Container} {
		if f.Text != "" {
			return quoted(f.Text, 120)
		}
	}
	var names []string
	for _, n := range r.Authors {
		names = append(names, cmp.Or(n.Literal, strings.TrimSpace(n.Given+" "+n.Family)))
	}
	if len(names) > 3 {
		names = append(names[:2], "and others")
	}
	return quoted(strings.Join(names, ", "), 120)
}

// safeURL returns u if a reader may follow it: an absolute address of the web.
// Anything else an article writes as an address stays text.
func safeURL(u string) string {
	parsed, err := url.Parse(strings.TrimSpace(u))
	if err != nil || parsed.Host == "" || parsed.Scheme != "http" && parsed.Scheme != "https" {
		return ""
	}
	return parsed.String()
}

func domainOf(u string) string {
	parsed, err := url.Parse(u)
	if err != nil {
		return ""
	}
	host := strings.ToLower(parsed.Hostname())
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}
