package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The first article's briefing is read in one sitting and sent by mail: eight pages
// and 400 kB, on either paper.
func TestTheFirstBriefingIsShort(t *testing.T) {
	const pages, size = 8, 400_000
	settings, err := os.ReadFile("../../config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range []string{"a4", "letter"} {
		t.Run(paper, func(t *testing.T) {
			dir := t.TempDir()
			own := strings.Replace(string(settings), "\npaper: a4\n", "\npaper: "+paper+"\n", 1)
			if !strings.Contains(own, "\npaper: "+paper+"\n") {
				t.Fatal("the configuration names no paper")
			}
			config := filepath.Join(dir, "citevet.yaml")
			if err := os.WriteFile(config, []byte(own), 0o600); err != nil {
				t.Fatal(err)
			}
			inRepository(t, "run", "--quiet", "--config", config, "--out", dir, "corpus/jackson-vanik.txt")
			file, err := os.ReadFile(filepath.Join(dir, "jackson-vanik.pdf"))
			if err != nil {
				t.Fatal(err)
			}
			if n := bytes.Count(file, []byte("<</Type /Page\n")); n == 0 || n > pages {
				t.Errorf("the briefing has %d pages", n)
			}
			if len(file) > size {
				t.Errorf("the briefing has %d bytes", len(file))
			}
		})
	}
}
