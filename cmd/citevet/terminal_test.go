package main

import (
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
)

func TestOnlyKnownTerminalsGetLinks(t *testing.T) {
	for _, c := range []struct {
		name string
		env  map[string]string
		want bool
	}{
		{"nothing is known", map[string]string{"TERM": "xterm-256color"}, false},
		{"an old GNOME Terminal", map[string]string{"VTE_VERSION": "4602"}, false},
		{"GNOME Terminal", map[string]string{"VTE_VERSION": "7600"}, true},
		{"the terminal of an editor", map[string]string{"TERM_PROGRAM": "vscode"}, true},
		{"Apple's Terminal", map[string]string{"TERM_PROGRAM": "Apple_Terminal"}, false},
		{"kitty", map[string]string{"TERM": "xterm-kitty"}, true},
		{"foot by another name", map[string]string{"TERM": "foot-extra"}, true},
		{"a name that only begins alike", map[string]string{"TERM": "footing"}, false},
		{"forced", map[string]string{"TERM": "xterm", "FORCE_HYPERLINK": "1"}, true},
		{"forbidden", map[string]string{"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := followsLinks(func(name string) string { return c.env[name] }); got != c.want {
				t.Errorf("got %t", got)
			}
		})
	}
}

func TestAddressesLeadBackToTheirFiles(t *testing.T) {
	for _, name := range []string{"a.md", "a b.md", "100%.md", "#1?.md", "ä/議.md", "x\x1b]8;;\x07.md", "a\nb.md", "../up.md", "caf\xe9.md"} {
		address := addressOf(name)
		if i := strings.IndexFunc(address, func(r rune) bool { return r <= ' ' || r > '~' }); i >= 0 {
			t.Errorf("%q: %q is not all ASCII", name, address)
		}
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if want, _ := filepath.Abs(name); u.Scheme != "file" || u.Host != "" || u.Path != filepath.ToSlash(want) || u.Fragment != "" {
			t.Errorf("%q leads to %q", name, u.Path)
		}
	}
}

func TestStandardInputHasNoAddress(t *testing.T) {
	a := &analysis{inputs: []input{{name: "a.md", path: "a.md"}, {name: "stdin.txt", stdin: strings.NewReader("")}}}
	links := a.links()
	if links.File("a.md") == "" || links.File("stdin.txt") != "" || links.File("other.md") != "" {
		t.Errorf("got %q, %q, %q", links.File("a.md"), links.File("stdin.txt"), links.File("other.md"))
	}
	if page := links.Page("as-of-after-access"); !strings.HasSuffix(page, "/pipeline/rules/temporal/as-of-after-access.md") {
		t.Errorf("the rule's page is at %q", page)
	}
	if page := links.Page("no-such-rule"); page != "" {
		t.Errorf("a rule that is not has the page %q", page)
	}
}

func TestHelpFitsTheTerminal(t *testing.T) {
	root := (&tool{}).rootCommand()
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	var each func(cmd *cobra.Command)
	each = func(cmd *cobra.Command) {
		t.Run(cmd.CommandPath(), func(t *testing.T) {
			cmd.InitDefaultHelpFlag()
			for _, width := range []int{helpWidth, 60} {
				for line := range strings.Lines(helpText(cmd, width)) {
					line = strings.TrimSuffix(line, "\n")
					// What is to be typed stays on one line.
					typed := strings.HasPrefix(line, "\t") || strings.HasPrefix(line, "  ") && description(line) == 0
					if n := runewidth.StringWidth(line); n > width && !(typed && n <= helpWidth) {
						t.Errorf("%d columns of %d: %q", n, width, line)
					}
				}
			}
			for _, f := range flagNames(cmd) {
				if !strings.Contains(helpText(cmd, helpWidth), "--"+f) {
					t.Errorf("--%s is not told of", f)
				}
			}
		})
		for _, sub := range cmd.Commands() {
			each(sub)
		}
	}
	each(root)
}
