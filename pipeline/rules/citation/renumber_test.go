package citation

import (
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
	"citevet/pipeline/when"
)

var day = when.Date{Year: 2025, Month: 9, Day: 1}

// findings returns what one rule says of a text.
func findings(t *testing.T, rule *check.Rule, text string) (article.Article, []check.Finding) {
	t.Helper()
	format := ingest.FormatText
	if strings.Contains(text, "## ") {
		format = ingest.FormatMarkdown
	}
	doc, err := ingest.Parse("example", []byte(text), format)
	if err != nil {
		t.Fatal(err)
	}
	a := extract.Extract(doc, extract.Options{AsOf: day, Almanac: almanac.Default()})
	return a, check.Run([]*check.Rule{rule}, &a, almanac.Default(), day).Findings
}

// cites returns, for each marker in order, the words of the entries it leads to.
func cites(a article.Article) []string {
	var led []string
	for _, c := range a.Citations {
		r := a.References[c.Reference]
		led = append(led, strings.Trim(a.Text[r.Label.Span.End:r.Span.End], "]. \n"))
	}
	return led
}

const comets = "\n\n## References\n\n[1] Roe, J. (2021). A comet over Chile. Sky Press.\n\n[2] Doe, A. (2020). Dust on two probes. Sky Press.\n\n"

func TestRenumberingSettlesTheMatterAndKeepsWhereMarkersLead(t *testing.T) {
	for _, c := range []struct {
		name, text string
		rule       *check.Rule
		safe       bool
	}{
		{"a turn of two", "Seen from Chile [2]. Its tail split [1]." + comets, firstUseOutOfOrder, true},
		{"a ring of three", "Seen from Chile [3]. Its tail split [1]. Dust fell [2]." + comets + "[3] Poe, E. (2019). The tail that split. Sky Press.\n", firstUseOutOfOrder, true},
		{"an entry that is never cited", "Seen from Chile [3]. Its tail split [2]." + comets + "[3] Poe, E. (2019). The tail that split. Sky Press.\n", firstUseOutOfOrder, true},
		{"a list right below its heading", "Seen from Chile [2]. Its tail split [1].\n\nReferences\n[1] Roe, J. (2021). A comet over Chile,\n  by the sea. Sky Press.\n[2] Doe, A. (2020). Dust on two probes. Sky Press.\n", firstUseOutOfOrder, true},
		{"words that speak of a number, over two lines", "Seen from Chile [2]. Its tail split [1], as reference\n2 tells." + comets, firstUseOutOfOrder, false},
		{"words that speak of a number", "Seen from Chile [2]. Its tail split [1], as reference 2 tells." + comets, firstUseOutOfOrder, false},
		{"an entry that leans on the one above", "Seen from Chile [3]. Its tail split [1][2]." + comets + "[3] Ibid., p. 12.\n", firstUseOutOfOrder, false},
		{"raised numbers", "Seen from Chile.² Its tail split in March.¹ Dust fell on probes.²" + comets, firstUseOutOfOrder, true},
		{"a gap within a range", "Seen from Chile [1]. Its tail split [1–5]." + comets + "[5] Poe, E. (2019). The tail that split. Sky Press.\n", numberingGap, false},
		{"a gap", "Seen from Chile [1]. Its tail split [2, 5]." + comets + "[5] Poe, E. (2019). The tail that split. Sky Press.\n", numberingGap, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, found := findings(t, c.rule, c.text)
			if len(found) != 1 || len(found[0].Fixes) != 1 {
				t.Fatalf("got %+v, want one finding with one fix", found)
			}
			if found[0].Fixes[0].Safe != c.safe {
				t.Errorf("safe is %v, want %v", found[0].Fixes[0].Safe, c.safe)
			}
			mended := check.Mended(a.Text, found[0].Fixes[0].Edits)
			b, again := findings(t, c.rule, mended)
			if len(again) > 0 {
				t.Errorf("still found: %s, in\n%s", again[0].Message, mended)
			}
			if before, after := cites(a), cites(b); !slices.Equal(before, after) {
				t.Errorf("markers led to\n%q, now\n%q", before, after)
			}
		})
	}
}

func TestRenumberingKeepsOffWhatItCannotRewrite(t *testing.T) {
	for name, text := range map[string]string{
		"a marker without an entry": "Seen from Chile [2]. Its tail split [1]. Dust fell [7]." + comets,
		"a marker that is a link":   "Seen from Chile [\\[2\\]](#r2). Its tail split [1]. Dust [2]." + comets,
		"markup in an entry":        "Seen from Chile [2]. Its tail split [1].\n\n## References\n\n[1] Roe, J. (2021). *A comet over Chile*. Sky Press.\n\n[2] Doe, A. (2020). Dust on two probes. Sky Press.\n",
		"a number given twice":      "Seen from Chile [2]. Its tail split [1]." + comets + "[2] Poe, E. (2019). The tail that split. Sky Press.\n",
	} {
		t.Run(name, func(t *testing.T) {
			_, found := findings(t, firstUseOutOfOrder, text)
			if len(found) != 1 || len(found[0].Fixes) != 0 {
				t.Errorf("got %+v, want one finding without a fix", found)
			}
		})
	}
}
