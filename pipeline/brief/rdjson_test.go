package brief

import (
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

func TestRDJSONCountsBytesAndSuggests(t *testing.T) {
	diagnostics := list(decoded(t, must(RDJSON([]check.Result{mended(t)}, trialRun))), "diagnostics")
	for _, c := range []struct {
		path string
		n    int
		want any
	}{
		{"severity", 1, "INFO"},
		{"location.path", 1, "corpus/trial.txt"},
		{"location.range.start.column", 1, 6.0},
		{"location.range.end.column", 1, 12.0},
		{"suggestions.0.range.start.column", 1, 6.0},
		{"suggestions.0.range.end.column", 1, 22.0},
		{"suggestions.0.text", 1, "То [1]. Now"},
		{"suggestions.0.text", 0, ""},
		{"suggestions.0.range.start.line", 0, 2.0},
	} {
		if got := at(diagnostics[c.n], c.path); got != c.want {
			t.Errorf("%s is %v, want %v", c.path, got, c.want)
		}
	}
}

func TestSuggestionsForOtherLinesAreLeftOut(t *testing.T) {
	r := mended(t)
	r.Findings[0].Span = article.Span{Start: 0, End: 4}
	d := list(decoded(t, must(RDJSON([]check.Result{r}, trialRun))), "diagnostics")[0]
	if d["suggestions"] != nil {
		t.Errorf("got %v", d["suggestions"])
	}
}
