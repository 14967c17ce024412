package brief

import (
	"strings"
	"testing"
)

func linksTo(file, page string) Links {
	return Links{File: func(string) string { return file }, Page: func(string) string { return page }}
}

func TestPlacesAndRulesAreLinks(t *testing.T) {
	r := harbour(t).judged()
	plain := terminalOf(t, r, TerminalOptions{Width: 90})
	linked := terminalOf(t, r, TerminalOptions{Width: 90, Links: linksTo("file:///desk/a%20b.txt", "file:///rules/x.md")})
	for _, want := range []string{
		"error[\x1b]8;;file:///rules/x.md\x1b\\as-of-after-access\x1b]8;;\x1b\\]: every source",
		"--> \x1b]8;;file:///desk/a%20b.txt#4\x1b\\corpus/trial.txt:4:1\x1b]8;;\x1b\\  ",
	} {
		if !strings.Contains(linked, want) {
			t.Errorf("%q is not in\n%q", want, linked)
		}
	}
	if got := styling.ReplaceAllString(linked, ""); got != plain {
		t.Errorf("without its links it reads\n%s", got)
	}
}

func TestAnAddressCannotEndItsLink(t *testing.T) {
	for _, address := range []string{"file:///a\x1b\\b", "file:///a\x07", "file:///ä", "file:///a b", "file:///a\n", ""} {
		r := oneFinding(t, "The quay.", "quay")
		if out := terminalOf(t, r, TerminalOptions{Links: linksTo(address, address)}); strings.Contains(out, "\x1b") {
			t.Errorf("%q makes the link in %q", address, out)
		}
	}
}
