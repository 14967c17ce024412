// Package citation holds the rules about markers: whether they lead to an
// entry, whether every entry is led to, and what stands without one.
package citation

import (
	"slices"
	"strconv"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// Rules are the family's rules in the order of the catalogue.
var Rules = []*check.Rule{
	danglingMarker,
	unusedReference,
	numberingGap,
	firstUseOutOfOrder,
	invertedRange,
	markerBeforeClaim,
	selfCitation,
	textAfterReferences,
	mixedSchemes,
	uncitedClaim,
	uncitedNumber,
	uncitedQuote,
	repeatedBundle,
}

// claimsByCitation lists, for each citation, the claims behind which it stands.
func claimsByCitation(a *article.Article) [][]int {
	out := make([][]int, len(a.Citations))
	for i, c := range a.Claims {
		for _, n := range c.Citations {
			out[n] = append(out[n], i)
		}
	}
	return out
}

// claimsCiting lists the claims behind which one of the citations stands, in order.
func claimsCiting(byCitation [][]int, citations []int) []int {
	var claims []int
	for _, n := range citations {
		claims = append(claims, byCitation[n]...)
	}
	slices.Sort(claims)
	return slices.Compact(claims)
}

// number returns the number that a label is, and whether it is one.
func number(label string) (int, bool) {
	n, err := strconv.Atoi(label)
	return n, err == nil && n >= 0 && n < 10000
}

// runs writes sorted numbers as a reader would: "1–6, 9".
func runs(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] <= numbers[j]+1 {
			j++
		}
		part := strconv.Itoa(numbers[i])
		if numbers[j] != numbers[i] {
			part += "–" + strconv.Itoa(numbers[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}

// labels returns the numbers that the reference list gives, sorted.
func labels(a *article.Article) []int {
	var out []int
	for _, r := range a.References {
		if n, ok := number(r.Label.Text); ok {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
