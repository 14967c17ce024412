package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// signalled cancels a context when something is written to it.
type signalled struct {
	bytes.Buffer
	cancel context.CancelFunc
}

func (s *signalled) Write(data []byte) (int, error) {
	defer s.cancel()
	return s.Buffer.Write(data)
}

func TestAnInterruptedRunLeavesWholeOutputs(t *testing.T) {
	t.Chdir(t.TempDir())
	const text = "# A bridge\n\nThe bridge opened in 2012.\n"
	if err := os.WriteFile("a.md", []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	// The second article never comes in; the signal does, once the first is done.
	typing, _ := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	out := &signalled{cancel: cancel}
	var complaints bytes.Buffer
	code := execute(ctx, []string{"run", "a.md", "-"}, typing, out, &complaints)
	if code != int(interrupted) {
		t.Errorf("ended with %d, want %d", code, interrupted)
	}
	const want = "citevet: interrupted: 1 of 2 articles were done, and what was written is whole; run again for the rest\n"
	if complaints.String() != want {
		t.Errorf("said %q\nwant %q", complaints.String(), want)
	}
	entries, err := os.ReadDir("reports")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if want := []string{"a.html", "a.json", "a.md", "a.pdf"}; !slices.Equal(names, want) {
		t.Errorf("reports/ holds %q, want %q", names, want)
	}
	pdf, err := os.ReadFile(filepath.Join("reports", "a.pdf"))
	if err != nil || !strings.HasSuffix(strings.TrimSpace(string(pdf)), "%%EOF") {
		t.Errorf("a.pdf is cut short: %v, %d bytes", err, len(pdf))
	}
}

// refusing is an output on a full disk, or into a pipe that nobody reads.
type refusing struct{ err error }

func (r refusing) Write([]byte) (int, error) { return 0, r.err }

func TestAFullStandardOutputIsSaid(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.md", []byte("The bridge opened in 2012.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"version", "rules", "check a.md"} {
		var complaints bytes.Buffer
		code := execute(t.Context(), strings.Fields(command), strings.NewReader(""), refusing{io.ErrShortWrite}, &complaints)
		if code != int(unread) || !strings.HasPrefix(complaints.String(), "citevet: standard output cannot be written: ") {
			t.Errorf("%s: ended with %d, saying %q", command, code, complaints.String())
		}
	}
}

func TestAReaderThatGoesStopsNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("a.md", []byte("The bridge opened in 2012.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"version", "rules", "check --output json=a.json a.md", "run a.md --format json"} {
		var complaints bytes.Buffer
		code := execute(t.Context(), strings.Fields(command), strings.NewReader(""), refusing{syscall.EPIPE}, &complaints)
		if code != int(clean) || complaints.Len() > 0 {
			t.Errorf("%s: ended with %d, saying %q", command, code, complaints.String())
		}
	}
	for _, name := range []string{"a.json", "reports/a.pdf", "reports/run_results.json"} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
}
