package main

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// parsed reads a YAML file at the top of the repository.
func parsed[T any](t *testing.T, name string) (v T) {
	t.Helper()
	data, err := os.ReadFile("../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

func TestTheHookChecksWhatItIsGiven(t *testing.T) {
	hooks := parsed[[]struct{ ID, Entry, Language, Files string }](t, ".pre-commit-hooks.yaml")
	if len(hooks) != 1 || hooks[0].ID != "citevet" || hooks[0].Language != "golang" {
		t.Fatalf("got %+v", hooks)
	}
	files := regexp.MustCompile(hooks[0].Files)
	for name, want := range map[string]bool{"a/b.md": true, "b.txt": true, "c.markdown": true, "main.go": false} {
		if files.MatchString(name) != want {
			t.Errorf("the hook is for %s: %t", name, !want)
		}
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.md", []byte("The bridge opened in 2012.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	words := strings.Fields(hooks[0].Entry)
	if code := execute(t.Context(), append(words[1:], "a.md"), nil, &out, &out); words[0] != "citevet" || code != int(clean) {
		t.Errorf("%q ended with %d: %s", hooks[0].Entry, code, &out)
	}
}

type action struct {
	Inputs map[string]struct{ Description string }
	Runs   struct {
		Using string
		Steps []struct {
			Uses, Run, Shell string
			Env              map[string]string
		}
	}
}

// pinned is an action at one commit; a tag can be moved to another.
var pinned = regexp.MustCompile(`^[\w.-]+/[\w./-]+@[0-9a-f]{40}$`)

func TestTheActionIsPinnedAndReadsNoInputAsAScript(t *testing.T) {
	a := parsed[action](t, "action.yml")
	if a.Runs.Using != "composite" {
		t.Errorf("it runs as %s", a.Runs.Using)
	}
	var used []string
	for _, s := range a.Runs.Steps {
		if s.Uses != "" && !pinned.MatchString(s.Uses) {
			t.Errorf("%s is not pinned to a commit", s.Uses)
		}
		if strings.Contains(s.Run, "${{") {
			t.Errorf("an expression is put into the script %q", s.Run)
		}
		if s.Run != "" && s.Shell != "bash" {
			t.Errorf("the script %q has no shell", s.Run)
		}
		for _, value := range s.Env {
			used = append(used, value)
		}
	}
	for name := range a.Inputs {
		if value := "${{ inputs." + name + " }}"; name != "upload" && !slices.Contains(used, value) {
			t.Errorf("the input %s reaches no step", name)
		}
	}
}

// codeFence is a block of code in the README, with its language.
var codeFence = regexp.MustCompile("(?ms)^```(yaml|sh)\n(.*?)^```$")

// usedFlag is a flag or a format behind one, as examples show them.
var usedFlag = regexp.MustCompile(`--(format|output)[ =](?:"|')?([\w-]+)`)

func TestTheReadmeNamesFormatsThatAre(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, fence := range codeFence.FindAllSubmatch(data, -1) {
		if string(fence[1]) == "yaml" {
			decoder := yaml.NewDecoder(bytes.NewReader(fence[2]))
			for {
				var v any
				if err := decoder.Decode(&v); err == io.EOF {
					break
				} else if err != nil {
					t.Errorf("%v in\n%s", err, fence[2])
					break
				}
			}
		}
		for _, use := range usedFlag.FindAllSubmatch(fence[2], -1) {
			if _, err := parseForm(string(use[2])); err != nil && string(use[2]) != templateFormat {
				t.Errorf("%v, in\n%s", err, fence[2])
			}
		}
		for _, uses := range regexp.MustCompile(`uses: ([\w.-]+/[\w./-]+@\S+)`).FindAllSubmatch(fence[2], -1) {
			if !pinned.Match(uses[1]) {
				t.Errorf("%s is not pinned to a commit", uses[1])
			}
		}
	}
	for _, format := range formats {
		if !bytes.Contains(data, []byte("| `"+format+"`")) && !bytes.Contains(data, []byte(", `"+format+"`")) {
			t.Errorf("the table of formats does not have %s", format)
		}
	}
}

// exampleForm is the template in the README.
var exampleForm = regexp.MustCompile("(?s)```text\n(\\{\\{.*?)```")

func TestTheReadmesTemplateListsTheFindings(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	form := exampleForm.FindSubmatch(data)
	if form == nil {
		t.Fatal("the README shows no template")
	}
	t.Chdir(t.TempDir())
	if err := os.WriteFile("list.tmpl", form[1], 0o666); err != nil {
		t.Fatal(err)
	}
	article := "The harbour reopened in 2024 [1].\n\n## References\n\n[1] Roe, J. (2021). Harbour works. Trade Press. https://tradepress.com/harbour Accessed 3 May 2021.\n"
	var out, complaints bytes.Buffer
	execute(t.Context(), []string{"check", "--as-of", "2025-09-01", "--format", "template=list.tmpl", "-"}, strings.NewReader(article), &out, &complaints)
	want := "\"stdin.txt\",1,access-predates-claim,\"the source was read before the time the claim speaks of\"\n"
	if out.String() != want {
		t.Errorf("got %q, %s", &out, &complaints)
	}
}
