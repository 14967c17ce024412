package brief

import (
	"os"
	"testing"
)

func TestWriteTrialPDF(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	file, err := b.PDF()
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("BRIEF_TRIAL"); dir != "" {
		os.WriteFile(dir+"/harbour.pdf", file, 0o644)
		os.WriteFile(dir+"/harbour.md", b.Markdown(), 0o644)
	}
	for _, o := range b.set().Outsiders() {
		t.Errorf("outside the margins: %+v", o)
	}
}
