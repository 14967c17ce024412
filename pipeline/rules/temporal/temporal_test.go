package temporal

import (
	"path/filepath"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/check"
	"citevet/pipeline/check/checktest"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
	"citevet/pipeline/when"
)

func TestPages(t *testing.T) { checktest.Run(t, Rules) }

// calendarAlone are the rules whose proof is one look at the calendar.
var calendarAlone = map[string]bool{"impossible-date": true, "weekday-mismatch": true}

func TestEveryProofInTheCorpusIsRecomputed(t *testing.T) {
	paths, err := filepath.Glob("../../../corpus/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles in the corpus (%v)", err)
	}
	for _, path := range paths {
		r := judged(t, path, when.Date{Year: 2025, Month: 9, Day: 1})
		for _, wrong := range check.Audit(&r) {
			t.Errorf("%s: %s", path, wrong)
		}
		for _, f := range r.Findings {
			if len(f.Steps) == 0 && !calendarAlone[f.Rule] {
				t.Errorf("%s: %s has no comparison to repeat", path, f.Rule)
			}
		}
	}
}

// The first article of the corpus speaks of mid-2025 on sources read in January.
// On a day before mid-2025 it would have spoken of the future.
func TestAnEarlierDayJudgesAsThatDayWouldHave(t *testing.T) {
	tests := []struct {
		asOf       when.Date
		says, mute string // rules
	}{
		{when.Date{Year: 2025, Month: 9, Day: 1}, "as-of-after-access", "past-wording-future-date"},
		{when.Date{Year: 2025, Month: 3, Day: 1}, "stale-present", "as-of-after-access"},
	}
	for _, tt := range tests {
		r := judged(t, "../../../corpus/jackson-vanik.txt", tt.asOf)
		spoke := map[string]bool{}
		for _, f := range r.Findings {
			spoke[f.Rule] = true
		}
		if !spoke[tt.says] || spoke[tt.mute] {
			t.Errorf("on %s the rules %v speak, want %s and not %s", tt.asOf, spoke, tt.says, tt.mute)
		}
	}
}

func judged(t *testing.T, path string, asOf when.Date) check.Result {
	t.Helper()
	doc, err := ingest.File(path)
	if err != nil {
		t.Fatal(err)
	}
	a := extract.Extract(doc, extract.Options{AsOf: asOf, Almanac: almanac.Default()})
	return check.Run(Rules, &a, almanac.Default(), asOf)
}
