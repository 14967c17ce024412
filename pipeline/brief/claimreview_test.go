package brief

import (
	"testing"
)

func TestClaimReviewsAreOfDecisionsAlone(t *testing.T) {
	results, run := pair(t)
	o := ClaimReviewOptions{Site: "https://desk.example/b", Reviewer: "The Desk", Page: func(name string) string { return name + ".html" }}
	graph := list(decoded(t, must(ClaimReviews(results[:1], run, o))), "@graph")
	if len(graph) != 1 {
		t.Fatalf("got %d reviews", len(graph))
	}
	for path, want := range map[string]any{
		"@type": "ClaimReview", "url": "https://desk.example/b/corpus/trial.txt.html#C3", "datePublished": "2026-03-01",
		"author.name": "The Desk", "claimReviewed": "As of mid-2025 the harbour fund still had no chair, according to the council",
		"reviewRating.alternateName": "Source predates the event", "reviewRating.ratingValue": nil,
		"itemReviewed.@type": "Claim", "itemReviewed.appearance.name": "Harbour bill stalls as Ana Petrova waits",
		"citation.0.url": "https://www.gazette.example/2021/02/council-debates-the-harbour",
	} {
		if got := at(graph[0], path); got != want {
			t.Errorf("%s is %v, want %v", path, got, want)
		}
	}
}
