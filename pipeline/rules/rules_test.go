package rules

import (
	"os"
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/check"
	"citevet/pipeline/check/checktest"
	"citevet/pipeline/rules/judged"
	"citevet/pipeline/rules/upkeep"

	"github.com/google/go-cmp/cmp"
)

func TestRulesAreValid(t *testing.T) {
	if err := check.Validate(All()); err != nil {
		t.Error(err)
	}
}

// The comments that the upkeep family reads are about all the other rules.
func TestUpkeepPages(t *testing.T) {
	for _, r := range upkeep.Rules {
		t.Run(r.Name, func(t *testing.T) {
			checktest.Page(t, r, slices.DeleteFunc(All(), func(o *check.Rule) bool { return o.Name == r.Name })...)
		})
	}
}

// Whence a batch reads events only the whole catalogue knows.
func TestEventsAcrossArticles(t *testing.T) {
	i := slices.IndexFunc(All(), func(r *check.Rule) bool { return r.Name == "event-dated-differently" })
	checktest.Page(t, All()[i])
}

func TestEveryPageStandsBesideItsRule(t *testing.T) {
	for _, r := range All() {
		page, err := os.ReadFile(r.Family + "/" + r.Name + ".md")
		if err != nil {
			t.Error(err)
			continue
		}
		if string(page) != r.Page {
			t.Errorf("%s holds another page than %s/%s.md", r.Name, r.Family, r.Name)
		}
	}
}

func TestCatalogueIsFresh(t *testing.T) {
	written, err := os.ReadFile("CATALOGUE.md")
	if err != nil {
		t.Fatal(err)
	}
	counts, err := judged.Counts()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(written), Catalogue(All(), counts)); diff != "" {
		t.Errorf("CATALOGUE.md is stale, run go generate ./pipeline/rules: %s", diff)
	}
}

func TestEveryPageCarriesItsRate(t *testing.T) {
	counts, err := judged.Counts()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range All() {
		if judged.Stamped(r.Page, judged.Sentence(r.Name, counts)) != r.Page {
			t.Errorf("%s.md has another rate than counts.tsv, run go generate ./pipeline/rules", r.Name)
		}
	}
}

// A rule may be wrong once however little of it was read; beyond that its budget holds.
func TestEveryRuleKeepsItsBudget(t *testing.T) {
	counts, err := judged.Counts()
	if err != nil {
		t.Fatal(err)
	}
	type sum struct{ read, wrong int }
	sums := map[string]sum{}
	for _, c := range counts {
		k := c.Rule + " at " + c.Severity
		sums[k] = sum{sums[k].read + c.Right + c.Wrong, sums[k].wrong + c.Wrong}
	}
	for k, s := range sums {
		severity, _ := check.ParseSeverity(k[strings.LastIndex(k, " ")+1:])
		if allowed := max(1, judged.Budget(severity)*float64(s.read)); float64(s.wrong) > allowed {
			t.Errorf("%s: %d of %d wrong, above the budget", k, s.wrong, s.read)
		}
	}
}

func TestJudgementsAreOfRulesThatExist(t *testing.T) {
	all, err := judged.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range all {
		if !slices.ContainsFunc(All(), func(r *check.Rule) bool { return r.Name == j.Rule }) {
			t.Errorf("%s.tsv judges a rule that does not exist", j.Rule)
		}
	}
}

func TestNoSettingsRunEveryRuleThatIsOn(t *testing.T) {
	configured, err := check.Configure(All(), nil)
	if err != nil {
		t.Fatal(err)
	}
	on := 0
	for _, r := range All() {
		if !r.Off {
			on++
		}
	}
	if len(configured) != on {
		t.Errorf("%d rules run, %d are on", len(configured), on)
	}
}
