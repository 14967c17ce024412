package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
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
			readable(t, dir)
		})
	}
}

// readable reports the claims of the first article that pdftotext does not find
// whole in its briefing. Where there is no pdftotext it reports nothing.
func readable(t *testing.T, dir string) {
	t.Helper()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Log("pdftotext is not installed")
		return
	}
	var results struct {
		Articles []struct {
			Claims []struct {
				ID         string
				Start, End int
			}
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "jackson-vanik.json"))
	if err != nil || json.Unmarshal(data, &results) != nil || len(results.Articles) != 1 || len(results.Articles[0].Claims) == 0 {
		t.Fatalf("no claims: %v", err)
	}
	text, err := os.ReadFile("corpus/jackson-vanik.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, order := range [][]string{nil, {"-raw"}} {
		out, err := exec.CommandContext(t.Context(), reader, append(order, filepath.Join(dir, "jackson-vanik.pdf"), "-")...).Output()
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Join(strings.Fields(string(out)), " ")
		for _, c := range results.Articles[0].Claims {
			if !strings.Contains(words, strings.Join(strings.Fields(string(text[c.Start:c.End])), " ")) {
				t.Errorf("pdftotext %s does not find %s", strings.Join(order, " "), c.ID)
			}
		}
	}
}
