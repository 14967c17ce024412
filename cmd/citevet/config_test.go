package main

import (
	"bytes"
	"os"
	"testing"
	"time"
)

func TestVersionsMeetConditions(t *testing.T) {
	for _, c := range []struct {
		have, conditions string
		met, wrong       bool
	}{
		{have: "0.3.1", conditions: ">=0.3", met: true},
		{have: "0.3.0", conditions: ">=0.3", met: true},
		{have: "0.2.9", conditions: ">=0.3"},
		{have: "0.10.0", conditions: ">=0.9", met: true}, // as numbers, not as words
		{have: "1.0.0", conditions: ">=0.3, <1"},
		{have: "0.9.9", conditions: ">=0.3, <1", met: true},
		{have: "0.3.0", conditions: "=0.3", met: true},
		{have: "0.3.0", conditions: "0.3", wrong: true},
		{have: "0.3.0", conditions: "=>0.3", wrong: true},
		{have: "0.3.0", conditions: ">=0.3.0.1", wrong: true},
		{have: "0.3.0", conditions: ">=latest", wrong: true},
		{have: "0.3.0", conditions: "", wrong: true},
	} {
		met, err := satisfies(c.have, c.conditions)
		if met != c.met || (err != nil) != c.wrong {
			t.Errorf("%s %s: got %v, %v", c.have, c.conditions, met, err)
		}
	}
}

func TestTheDayOfTheRunIsTheFirstThatIsSaid(t *testing.T) {
	late := func() time.Time { return time.Date(2026, 3, 1, 23, 30, 0, 0, time.FixedZone("", -5*3600)) }
	for _, c := range []struct{ set, epoch, want, origin string }{
		{"2025-09-01", "1756684800", "2025-09-01", "given"},
		{"", "1756684799", "2025-08-31", "SOURCE_DATE_EPOCH"},
		{"", "", "2026-03-01", "today"},
	} {
		cfg := config{settings: settings{AsOf: c.set}, origin: map[string]string{"as_of": "given"}}
		day, err := cfg.dayOfRun(c.epoch, late)
		if err != nil || day.String() != c.want || cfg.origin["as_of"] != c.origin {
			t.Errorf("%+v: got %s from %s, %v", c, day, cfg.origin["as_of"], err)
		}
	}
}

// digestOf returns the digest of a configuration, written to the working directory.
func digestOf(t *testing.T, text string) string {
	t.Helper()
	if err := os.WriteFile("config.yaml", []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	tool := tool{stderr: &bytes.Buffer{}}
	c, err := tool.loadConfig(tool.rootCommand().Flags())
	if err != nil {
		t.Fatal(err)
	}
	return c.digest()
}

func TestTheDigestChangesWithWhatIsJudgedByIt(t *testing.T) {
	t.Chdir(t.TempDir())
	digest := func(text string) string { return digestOf(t, text) }
	const day = "as_of: 2025-09-01\n"
	base := digest(day)
	for _, text := range []string{
		"as_of: 2025-09-02\n",
		day + "rules: [{rule: stale-present, severity: info}]\n",
		day + "dates: [{path: x, date: 2024}]\n",
	} {
		if digest(text) == base {
			t.Errorf("%q does not change it", text)
		}
	}
	if digest(day+"jobs: 3\nout: elsewhere\nfail_on: info\n") != base {
		t.Error("how many are judged at once, where outputs go and what fails change it")
	}
}

func TestFontsCountByTheirBytes(t *testing.T) {
	fonts := map[string][]byte{}
	for name, file := range map[string]string{"a.ttf": "GowunDodum", "b.ttf": "GowunDodum", "c.ttf": "NotoSansEthiopic"} {
		data, err := os.ReadFile("../../pipeline/brief/page/testdata/" + file + "-Trial.ttf")
		if err != nil {
			t.Fatal(err)
		}
		fonts[name] = data
	}
	t.Chdir(t.TempDir())
	for name, data := range fonts {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	none, a := digestOf(t, "as_of: 2025-09-01\n"), digestOf(t, "as_of: 2025-09-01\nfonts: [a.ttf]\n")
	if none == a {
		t.Error("a font does not change the digest")
	}
	if digestOf(t, "as_of: 2025-09-01\nfonts: [b.ttf]\n") != a {
		t.Error("the name of a font changes the digest")
	}
	if digestOf(t, "as_of: 2025-09-01\nfonts: [c.ttf]\n") == a {
		t.Error("another font does not change the digest")
	}
	if digestOf(t, "as_of: 2025-09-01\nfonts: []\n") != none {
		t.Error("no font changes the digest")
	}
}

// FuzzConfig: a configuration of any bytes is used or refused at places that it
// has, and what the strict reading accepts viper reads as well.
func FuzzConfig(f *testing.F) {
	f.Add("")
	f.Add("as_of: 2025-09-01\nrules:\n  - rule: stale-present\n    options: {months: 3}\n")
	f.Add("paths: [a, b]\njobs: 0x10\n")
	f.Add("as_of: !!timestamp 2025-09-01T00:00:00Z\n")
	f.Add("dates: [{path: '[', date: 2024}]\n")
	f.Add("? [a]\n: b\n")
	f.Add("a: &x [*x]\n")
	f.Add("---\n---\n")
	f.Add("rules: [{rule: stale-present, options: {months: .nan}}]")
	f.Add("\t")
	f.Add("requires: !!binary aGk=\n")
	f.Add("fonts: [., '', missing.ttf, fuzzed.yaml]\n")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		name := dir + "/fuzzed.yaml"
		if len(text) > 4096 || os.WriteFile(name, []byte(text), 0o666) != nil {
			t.Skip()
		}
		tool := tool{stderr: &bytes.Buffer{}, flags: flags{config: name}}
		c, err := tool.loadConfig(tool.rootCommand().Flags())
		if broken, ok := err.(*configError); ok {
			if broken.excerpts() == "" || broken.Error() == "" {
				t.Error("refused without a word")
			}
			return
		}
		if err == nil {
			c.digest()
			c.shown()
		} else if _, ok := err.(*usageError); !ok {
			t.Errorf("%q: %T %v", text, err, err)
		}
	})
}
