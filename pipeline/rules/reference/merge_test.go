package reference

import (
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/check"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
	"citevet/pipeline/when"
)

func TestMergeFix(t *testing.T) {
	const twice = "[1] Lind, K. (2019). The dance of bees. Insect Letters.\n[2] Moe, C. (2018). Wasps at rest. Insect Letters.\n[3] Lind, K. (2019). The dance of bees. Insect Letters.\n[4] Roe, J. (2020). Bees in spring. Insect Letters.\n"
	const once = "[1] Lind, K. (2019). The dance of bees. Insect Letters.\n[2] Moe, C. (2018). Wasps at rest. Insect Letters.\n[3] Roe, J. (2020). Bees in spring. Insect Letters.\n"
	tests := map[string]struct{ body, list, want, wantList string }{
		"markers of the dropped and of the later": {"Bees dance [3], and wasps rest [2][4].", twice, "Bees dance [1], and wasps rest [2][3].", once},
		"both in one cluster":                     {"Bees dance [1][3].", twice, "Bees dance [1].", once},
		"a list within one bracket":               {"Bees dance [2, 3].", twice, "Bees dance [2, 1].", once},
		"both within one bracket":                 {"Bees dance [1, 3].", twice, "", ""},
		"a range":                                 {"Bees dance [2–4].", twice, "", ""},
		"a marker without an entry":               {"Bees dance [3], and wasps rest [9].", twice, "", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			const head = "\n\nReferences\n"
			doc, err := ingest.Parse("a.txt", []byte(tt.body+head+tt.list), ingest.FormatText)
			if err != nil {
				t.Fatal(err)
			}
			a := extract.Extract(doc, extract.Options{Almanac: almanac.Default()})
			r := check.Run([]*check.Rule{duplicateWork}, &a, almanac.Default(), when.Date{Year: 2025, Month: 1, Day: 1})
			if len(r.Findings) != 1 {
				t.Fatalf("%d findings", len(r.Findings))
			}
			fixes := r.Findings[0].Fixes
			if len(fixes) == 0 {
				if tt.want != "" {
					t.Error("no fix")
				}
				return
			}
			if got := check.Mended(a.Text, fixes[0].Edits); got != tt.want+head+tt.wantList || !fixes[0].Safe {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want+head+tt.wantList)
			}
		})
	}
}
