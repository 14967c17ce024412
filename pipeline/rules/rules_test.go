package rules

import (
	"os"
	"testing"

	"citevet/pipeline/check"

	"github.com/google/go-cmp/cmp"
)

func TestRulesAreValid(t *testing.T) {
	if err := check.Validate(All()); err != nil {
		t.Error(err)
	}
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
	if diff := cmp.Diff(string(written), Catalogue(All())); diff != "" {
		t.Errorf("CATALOGUE.md is stale, run go generate ./pipeline/rules: %s", diff)
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
