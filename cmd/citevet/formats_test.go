package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
)

// told runs a command line that may find something and returns what it prints.
func told(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, complaints bytes.Buffer
	if code := execute(t.Context(), args, strings.NewReader(""), &out, &complaints); code > int(findings) {
		t.Fatalf("citevet %s ended with %d: %s", strings.Join(args, " "), code, &complaints)
	}
	return out.Bytes()
}

// schemaFor compiles what config schema --for prints.
func schemaFor(t *testing.T, of string) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(told(t, "config", "schema", "--for", of)))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(of, schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile(of)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func TestSchemasFitWhatIsWritten(t *testing.T) {
	t.Chdir("../..")
	dir := t.TempDir()
	told(t, "run", "--quiet", "--out", dir)
	settings, err := os.ReadFile("config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]any
	if err := yaml.Unmarshal(settings, &config); err != nil {
		t.Fatal(err)
	}
	config["as_of"] = config["as_of"].(time.Time).Format(time.DateOnly) // JSON has no days
	asJSON, err := json.Marshal(config)
	if err != nil {
		t.Fatal(err)
	}
	written := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	for _, c := range []struct {
		of, name string
		data     []byte
	}{
		{"config", "config.yaml", asJSON},
		{"results", "check --format json", told(t, "check", "--format", "json", "--with-text", "corpus")},
		{"results", "jackson-vanik.json", written("jackson-vanik.json")},
		{"run_results", "run_results.json", written("run_results.json")},
		{"run_results", "index.json", written("index.json")},
	} {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(c.data))
		if err != nil {
			t.Fatal(err)
		}
		if err := schemaFor(t, c.of).Validate(v); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Every format that is named can be written, and by both ways.
func TestEveryFormatIsWritten(t *testing.T) {
	t.Chdir("../..")
	dir := t.TempDir()
	for _, format := range formats {
		t.Run(format, func(t *testing.T) {
			file := filepath.Join(dir, format)
			args := []string{"check", "--quiet", "--site-url", "https://desk.example/b/", "--reviewer", "The Desk", "corpus"}
			printed := told(t, append(args, "--format", format, "--output", format+"="+file)...)
			stored, err := os.ReadFile(file)
			if err != nil || !bytes.Equal(stored, printed) {
				t.Errorf("printed and written differ, or: %v", err)
			}
			if len(printed) == 0 {
				t.Error("it is empty")
			}
		})
	}
}

// Words that act somewhere, in an article that is read and judged as any other.
const hostileArticle = "::error::pwned <script>alert(1)</script> [x](javascript:alert(2)) ]]> \x1b[31m \u202eexe.gnp grew in 2024 [1].\n\n" +
	"::stop-commands::x\n\n=HYPERLINK(1) was built in 2025 [2].\n\n## References\n\n" +
	"[1] =1+1, <b>J.</b> (2021). ::error::title ]]> \x1b[2J. Trade Press. https://tradepress.com/a?utm_source=%0A::error:: Accessed 3 May 2021.\n" +
	"[2] Roe, J. (2021). {0} ${{ x }} @all. Trade Press. https://tradepress.com/b Accessed 30 February 2021.\n"

func TestNoFormatActsForAHostileArticle(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, format := range formats {
		t.Run(format, func(t *testing.T) {
			var out, complaints bytes.Buffer
			execute(t.Context(), []string{"check", "--as-of", "2025-09-01", "--format", format, "--site-url", "https://desk.example/", "--reviewer", "The Desk",
				"-", "--stdin-filename", "a\n::error::%0A/../\x1b]b.md"}, strings.NewReader(hostileArticle), &out, &complaints)
			if out.Len() == 0 {
				t.Fatalf("nothing is said: %s", &complaints)
			}
			for line := range strings.Lines(out.String() + complaints.String()) {
				line = strings.TrimRight(line, "\r\n")
				if strings.ContainsAny(line, "\x1b\r\n") {
					t.Errorf("control characters in %q", line)
				}
				if command := strings.HasPrefix(strings.TrimSpace(line), "::"); command != (format == "github") {
					t.Errorf("a command, or none: %q", line)
				}
				if format == "github" && !strings.Contains(line, " file=a%0A%3A%3Aerror%3A%3A%250A/../[U+001B]]b.md,") {
					t.Errorf("the file is not named: %q", line)
				}
			}
		})
	}
}
