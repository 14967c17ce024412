package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
)

// outputBlock is a fence in the README under a comment that names a command.
var outputBlock = regexp.MustCompile("(?s)(<!-- output: citevet ([^\n]*) -->\n```text\n)(.*?)(```\n)")

// TestTheReadmeShowsRealOutput runs the commands whose output the README shows,
// and compares; with -update it writes the README instead.
func TestTheReadmeShowsRealOutput(t *testing.T) {
	t.Chdir("../..")
	t.Setenv("NO_COLOR", "1")
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	fresh := outputBlock.ReplaceAllFunc(data, func(block []byte) []byte {
		shown++
		parts := outputBlock.FindSubmatch(block)
		var out, complaints bytes.Buffer
		execute(t.Context(), strings.Fields(string(parts[2])), nil, &out, &complaints)
		return bytes.Join([][]byte{parts[1], []byte(firstAndLast(out.String())), parts[4]}, nil)
	})
	switch {
	case shown == 0:
		t.Error("the README shows no output")
	case bytes.Equal(fresh, data):
	case *update:
		if err := os.WriteFile("README.md", fresh, 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf(outdated, "README.md")
	}
}

// firstAndLast returns the first diagnostic and the last line.
func firstAndLast(output string) string {
	output = strings.TrimRight(output, "\n")
	first, rest, more := strings.Cut(output, "\n\n")
	if !more {
		return output + "\n"
	}
	return first + "\n\n[…]\n\n" + rest[strings.LastIndexByte(rest, '\n')+1:] + "\n"
}
