package ingest_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
)

func TestWhatIsNoArticleIsRefused(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"empty", "", "in/a.txt: is empty; give it the text of an article"},
		{"blank", "\ufeff \n\t\r\n", "in/a.txt: is empty; give it the text of an article"},
		{"PDF", "%PDF-1.7\n...", "in/a.txt: is a PDF document, not text; export the article as plain text or Markdown"},
		{"office document", "PK\x03\x04\x14\x00", "in/a.txt: is a ZIP archive or an office document, not text; export the article as plain text or Markdown"},
		{"page", "\ufeff\n<!DOCTYPE html>\n<p>Words.</p>", "in/a.txt: is an HTML page, whose tags would be read as words; export the article as plain text or Markdown"},
		{"page without a type", "<?xml version=\"1.0\"?>\n<HTML lang=en>", "in/a.txt: is an HTML page, whose tags would be read as words; export the article as plain text or Markdown"},
		{"picture", "\x89PNG\r\n\x1a\n\x00", "in/a.txt: is a PNG image, not text; export the article as plain text or Markdown"},
		{"binary", "one\ntwo\x00", "in/a.txt:2: holds a NUL byte, so it is not text; export the article as plain text or Markdown"},
		{"UTF-16", "\xff\xfea\x00", "in/a.txt: is encoded as UTF-16; save it as UTF-8"},
		{"UTF-32", "\xff\xfe\x00\x00a\x00\x00\x00", "in/a.txt: is encoded as UTF-32; save it as UTF-8"},
		{"Latin-1", "one\r\ntwo\rca\xf9 \n", "in/a.txt:3: byte 3 of the line (0xF9) is not valid UTF-8; save it as UTF-8"},
		{"surrogate", "\xed\xa0\x80", "in/a.txt:1: byte 1 of the line (0xED) is not valid UTF-8; save it as UTF-8"},
		{"too large", strings.Repeat("a\n", ingest.MaxFile/2+1), "in/a.txt: is larger than 8 MiB; split it into articles"},
		{"long line", "a\n" + strings.Repeat("a", ingest.MaxLine+1), "in/a.txt:2: the line is longer than 1 MiB; break it into paragraphs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ingest.Reader("in/a.txt", strings.NewReader(c.source))
			var refused *ingest.Error
			if !errors.As(err, &refused) || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestTheLargestLineIsRead(t *testing.T) {
	source := strings.Repeat("a", ingest.MaxLine) + "\nb"
	if _, err := ingest.Reader("a.txt", strings.NewReader(source)); err != nil {
		t.Error(err)
	}
}

func TestFormatIsToldByTheEnding(t *testing.T) {
	for name, want := range map[string]ingest.Format{
		"a.txt": ingest.FormatText, "a.text": ingest.FormatText, "a.md": ingest.FormatMarkdown, "A.MD": ingest.FormatMarkdown,
		"a.markdown": ingest.FormatMarkdown, "a": ingest.FormatText, "a.md.bak": ingest.FormatText,
	} {
		if got := ingest.FormatOf(name); got != want {
			t.Errorf("FormatOf(%q) = %v, want %v", name, got, want)
		}
	}
}

func TestFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	if err := os.WriteFile(path, []byte("# A *title*\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := ingest.File(path)
	if err != nil {
		t.Fatal(err)
	}
	if d.Name != filepath.ToSlash(path) || d.Format != "markdown" || d.Text != "A title" || d.Blocks[0].Kind != article.Heading {
		t.Errorf("got %+v", d)
	}
}

func TestFileSaysWhyItCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "missing.txt")
	_, err := ingest.File(missing)
	if want := filepath.ToSlash(missing) + ": does not exist; check the spelling of the path"; err == nil || err.Error() != want || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing: %v", err)
	}
	_, err = ingest.File(dir)
	if want := filepath.ToSlash(dir) + ": is a folder; name a file in it"; err == nil || err.Error() != want {
		t.Errorf("folder: %v", err)
	}
}

// broken fails in the middle of an article.
type broken struct{ read bool }

func (b *broken) Read(p []byte) (int, error) {
	if b.read {
		return 0, errors.New("disk on fire")
	}
	b.read = true
	return copy(p, "Half an article"), nil
}

func TestAReaderThatFailsHalfWayIsAnError(t *testing.T) {
	_, err := ingest.Reader("a.txt", &broken{})
	if err == nil || !strings.Contains(err.Error(), "a.txt: cannot be read") || !strings.Contains(errors.Unwrap(err).Error(), "on fire") {
		t.Errorf("got %v", err)
	}
}
