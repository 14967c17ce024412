package brief

import (
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

type reviewGraph struct {
	Context string        `json:"@context"`
	Graph   []claimReview `json:"@graph"`
}

type claimReview struct {
	Type      string         `json:"@type"`
	URL       string         `json:"url"`
	Published string         `json:"datePublished,omitempty"`
	Author    reviewer       `json:"author"`
	Claimed   string         `json:"claimReviewed"`
	Body      string         `json:"reviewBody"`
	Item      reviewedClaim  `json:"itemReviewed"`
	Rating    reviewRating   `json:"reviewRating"`
	About     []reviewedWork `json:"citation,omitempty"`
}

type reviewer struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	URL  string `json:"url"`
}

type reviewedClaim struct {
	Type       string       `json:"@type"`
	Text       string       `json:"text"`
	Appearance reviewedWork `json:"appearance"`
}

type reviewedWork struct {
	Type      string `json:"@type"`
	Name      string `json:"name"`
	URL       string `json:"url,omitempty"`
	Published string `json:"datePublished,omitempty"`
}

type reviewRating struct {
	Type string `json:"@type"`
	Name string `json:"alternateName"`
}

// ClaimReviewOptions say who answers for the reviews, and where they are read.
type ClaimReviewOptions struct {
	Site     string // address of the folder that the briefings are published in
	Reviewer string // name of the organization that publishes them
	// Page returns the briefing of the article of that name, relative to Site.
	Page func(name string) string
}

// ClaimReviews returns schema.org's ClaimReview, as JSON-LD, for the claims that a
// decision leaves without possible support. There are none for other claims: a
// review is read as a judgement on a claim, and of those nothing is known that
// deserves one. The rating names the verdict on the claim with its sources, and
// has no number: none would mean what readers take it for.
func ClaimReviews(results []check.Result, run Run, o ClaimReviewOptions) ([]byte, error) {
	out := reviewGraph{"https://schema.org", []claimReview{}}
	site := strings.TrimRight(o.Site, "/") + "/"
	for _, r := range results {
		a := r.Article
		decided := map[int]bool{}
		for _, f := range r.Findings {
			for _, c := range f.Claims {
				decided[c] = decided[c] || f.Decision
			}
		}
		page := site + encodedPath(o.Page(a.Name))
		for _, v := range r.Verdicts {
			if !decided[v.Claim] {
				continue
			}
			words := quoted(a.Words(a.Claims[v.Claim].Span), 400)
			out.Graph = append(out.Graph, claimReview{
				Type: "ClaimReview", URL: page + "#" + claimID(v.Claim), Published: isoDay(run),
				Author: reviewer{"Organization", o.Reviewer, o.Site}, Claimed: words,
				Body:   strings.TrimSpace(sentenceCase(v.Reason) + " " + Standing),
				Item:   reviewedClaim{"Claim", words, reviewedWork{Type: "CreativeWork", Name: titleOf(a), Published: datedDay(a)}},
				Rating: reviewRating{"Rating", strings.TrimSuffix(sentenceCase(wordsOf(v.Word).Name), ".")},
				About:  reviewedSources(a, v),
			})
		}
	}
	return indented(out)
}

// reviewedSources are the works that stand behind a claim.
func reviewedSources(a *article.Article, v check.Verdict) []reviewedWork {
	var out []reviewedWork
	for _, p := range v.Pairs {
		ref := &a.References[p.Reference]
		one := reviewedWork{Type: "CreativeWork", Name: quoted(ref.Title.Text, 300)}
		if one.Name == "" {
			one.Name = label(a, p.Reference)
		}
		if strings.HasPrefix(ref.URL.Text, "http://") || strings.HasPrefix(ref.URL.Text, "https://") {
			one.URL = ref.URL.Text
		}
		out = append(out, one)
	}
	return out
}

func isoDay(run Run) string {
	if run.AsOf.IsZero() {
		return ""
	}
	return run.AsOf.String()
}

// datedDay returns the day that an article says it was written on.
func datedDay(a *article.Article) string {
	if !a.Dated.Stated || !a.Dated.When.IsDay() {
		return ""
	}
	return a.Dated.When.From.String()
}
