package rules

import (
	"testing"

	"citevet/pipeline/check"
)

func TestProfilesConfigure(t *testing.T) {
	for _, p := range Profiles {
		if p.Summary == "" || len(p.Settings) == 0 {
			t.Errorf("%s says or sets nothing", p.Name)
		}
		if _, err := check.Configure(All(), p.Settings); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
}
