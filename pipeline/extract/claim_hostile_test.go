package extract

import (
	"strings"
	"testing"
	"time"

	"citevet/pipeline/almanac"
)

// TestHostileClausesTakeLinearTime bounds the time of clauses made to make the
// reading of their times slow; it fails at many times what a linear reading needs.
func TestHostileClausesTakeLinearTime(t *testing.T) {
	for name, body := range map[string]string{
		"times":       "It rose " + strings.Repeat("in 2020 and in 2021 and ", 25_000) + "fell [1].",
		"since":       strings.Repeat("since 2020, since 2021 ", 12_000) + "it had grown [1].",
		"a death":     "For Roe, who died " + strings.Repeat("in 2020 and in 2021 and ", 25_000) + "[1].",
		"long before": "Long before it fell " + strings.Repeat("in 2020 and in 2021 and ", 30_000) + "[1].",
		"a novel":     "The novel " + strings.Repeat("very ", 40_000) + "shows " + strings.Repeat("in 2020 and in 2021 and ", 10_000) + "[1].",
	} {
		start := time.Now()
		read(body)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("%s took %s", name, d)
		}
	}
}

// TestClausesAtTheEdgesOfATextAreRead reads what once panicked: words that look
// back from a text's first token, and ahead from its last.
func TestClausesAtTheEdgesOfATextAreRead(t *testing.T) {
	for _, body := range []string{
		"And returns in 2029 [1].",
		"Who died in 2025 was Roe [1].",
		"At he [1] novel ",
	} {
		Extract(*blocksOf(body), Options{Almanac: almanac.Default()})
	}
}
