package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"citevet/pipeline/rules"
	"citevet/pipeline/when"
)

const outdated = "%s is not what citevet writes now; run: go generate ./cmd/citevet"

// inRepository runs citevet at the top of the repository.
func inRepository(t *testing.T, args ...string) {
	t.Helper()
	t.Chdir("../..")
	var complaints bytes.Buffer
	if code := execute(t.Context(), args, strings.NewReader(""), &bytes.Buffer{}, &complaints); code != int(clean) {
		t.Fatalf("citevet %s ended with %d: %s", strings.Join(args, " "), code, &complaints)
	}
}

func TestTheConfigurationIsFresh(t *testing.T) {
	dir := t.TempDir()
	inRepository(t, "init", "--quiet", "--as-of", "2025-09-01", dir)
	same(t, "config.yaml", filepath.Join(dir, "config.yaml"))
}

func TestTheReportsAreFresh(t *testing.T) {
	dir := t.TempDir()
	inRepository(t, "run", "--quiet", "--out", dir)
	names := func(dir string) []string {
		var out []string
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				out = append(out, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	fresh := names(dir)
	if stored := names("reports"); !slices.Equal(stored, fresh) {
		t.Errorf("reports/ holds %q, and citevet writes %q", stored, fresh)
	}
	for _, name := range fresh {
		same(t, filepath.Join("reports", name), filepath.Join(dir, name))
	}
}

func same(t *testing.T, stored, fresh string) {
	t.Helper()
	want, err := os.ReadFile(fresh)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(stored); err != nil || !bytes.Equal(got, want) {
		t.Errorf(outdated, stored)
	}
}

// A configuration in which every setting that is only shown is made as well.
func everythingMade() string {
	var b strings.Builder
	for line := range strings.Lines(configText(rules.All(), when.Date{})) {
		body := strings.TrimLeft(line, " ")
		if strings.HasPrefix(body, "#") && !strings.HasPrefix(body, "# ") && body != "#\n" {
			line = line[:len(line)-len(body)] + body[1:]
		}
		b.WriteString(line)
	}
	return b.String()
}

func TestEverySettingThatIsShownCanBeMade(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("config.yaml", []byte(everythingMade()), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("almanac.yaml", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	var out, complaints bytes.Buffer
	if code := execute(t.Context(), []string{"config", "show"}, nil, &out, &complaints); code != int(clean) {
		t.Fatalf("ended with %d:\n%s", code, &complaints)
	}
	for _, rule := range rules.All() {
		if !strings.Contains(out.String(), `"rule":"`+rule.Name+`"`) {
			t.Errorf("the rule %s is not in force", rule.Name)
		}
	}
	for _, key := range []string{"as_of: 2025-09-01 # config.yaml:", "requires: \">=0.1\" # config.yaml:", "almanac: almanac.yaml # config.yaml:", `{"path":"news/2024/**","date":"2024"}`} {
		if !strings.Contains(out.String(), key) {
			t.Errorf("%q is not in\n%s", key, &out)
		}
	}
}

func TestTheSchemaKnowsEveryKey(t *testing.T) {
	var written map[string]any
	if err := yaml.Unmarshal([]byte(everythingMade()), &written); err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(configSchema(rules.All()))
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]struct {
			Type  any
			Items struct {
				OneOf []struct {
					Properties struct {
						Rule struct{ Const string }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	for key := range written {
		if schema.Properties[key].Type == nil {
			t.Errorf("the schema has no type for %s", key)
		}
	}
	if len(schema.Properties) != len(written) {
		t.Errorf("the schema has %d keys, the written configuration %d", len(schema.Properties), len(written))
	}
	if got, want := len(schema.Properties["rules"].Items.OneOf), len(rules.All()); got != want {
		t.Errorf("the schema has %d rules of %d", got, want)
	}
}
