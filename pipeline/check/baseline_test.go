package check

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"citevet/pipeline/when"
)

func TestBaselineReadsBackAsWritten(t *testing.T) {
	b := Baseline{Entries: []BaselineEntry{
		{Fingerprint: "bb", Rule: "missing-year", Article: "b.md", Reason: "the office\tgives none"},
		{Fingerprint: "aa", Rule: "missing-year", Article: "a b.md", Until: when.Date{Year: 2026, Month: 12, Day: 31}, Reason: "asked for"},
	}}
	got, err := ReadBaseline("base", b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := []BaselineEntry{b.Entries[1], b.Entries[0]}
	want[1].Reason = "the office gives none"
	if diff := cmp.Diff(want, got.Entries, cmpopts.IgnoreFields(BaselineEntry{}, "Line")); diff != "" {
		t.Error(diff)
	}
}

func TestBaselineNamesWhatIsWrong(t *testing.T) {
	const head = "# citevet baseline 1\n"
	for name, tt := range map[string]struct{ file, want string }{
		"no baseline":       {"hello\n", "base:1: this is no baseline"},
		"empty":             {"", "base:1: this is no baseline"},
		"another version":   {"# citevet baseline 2\n", `base:1: this is a baseline of version "2"`},
		"too few cells":     {head + "aa\tmissing-year\n", "base:2: an entry has 5 cells"},
		"no day":            {head + "aa\tmissing-year\tsoon\ta.md\twhy\n", `base:2: until is a day like 2026-12-31, or - for no end, not "soon"`},
		"no reason":         {head + "\naa\tmissing-year\t-\ta.md\t \n", "base:3: the entry for missing-year gives no reason"},
		"one finding twice": {head + "aa\tr\t-\ta.md\tx\naa\tr\t-\tb.md\ty\n", "base:3: the fingerprint stands in line 2 already"},
	} {
		if _, err := ReadBaseline("base", []byte(tt.file)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want …%s…", name, err, tt.want)
		}
	}
}

func TestBaselineEntriesEnd(t *testing.T) {
	day := func(d int) when.Date { return when.Date{Year: 2026, Month: 1, Day: d} }
	b := Baseline{Entries: []BaselineEntry{{Fingerprint: "aa", Until: day(10)}, {Fingerprint: "bb"}}}
	for name, tt := range map[string]struct {
		finding string
		on      when.Date
		want    bool
	}{
		"before its end":   {"aa", day(9), true},
		"on its last day":  {"aa", day(10), true},
		"after its end":    {"aa", day(11), false},
		"without an end":   {"bb", day(31), true},
		"not in it at all": {"cc", day(1), false},
	} {
		if _, got := b.Find(Finding{Fingerprint: tt.finding}, tt.on); got != tt.want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}
