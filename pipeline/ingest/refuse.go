package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"unicode/utf8"
)

// The largest inputs that are read, in bytes. A book has about one million; what
// is larger is data, and costs more time than anyone waits for.
const (
	MaxFile = 8 << 20
	MaxLine = 1 << 20
)

// Error is why a file is no article that citevet reads.
type Error struct {
	Name    string // the file, as the user named it, with slashes
	Line    int    // from 1; 0 where it is about the whole file
	Message string // what is wrong: "is empty", "byte 7 is not valid UTF-8"
	Help    string // the way out
	Cause   error  // of the system, where it had one
}

// Error returns one sentence: file, line, what is wrong, and the way out.
func (e *Error) Error() string {
	where := e.Name
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d", e.Name, e.Line)
	}
	return where + ": " + e.Sentence()
}

// Sentence returns what is wrong and the way out, without the place.
func (e *Error) Sentence() string {
	if e.Help == "" {
		return e.Message
	}
	return e.Message + "; " + e.Help
}

// Unwrap returns the system's error behind e.
func (e *Error) Unwrap() error { return e.Cause }

func unreadable(name string, err error) *Error {
	e := &Error{Name: filepath.ToSlash(name), Message: "cannot be read", Help: "see that it is a file and not damaged", Cause: err}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		e.Message, e.Help = "does not exist", "check the spelling of the path"
	case errors.Is(err, fs.ErrPermission):
		e.Message, e.Help = "may not be read", "give yourself the permission to read it"
	}
	return e
}

// refuse returns why source cannot be an article, or nil.
func refuse(name string, source []byte) error {
	fail := func(line int, help, format string, args ...any) error {
		return &Error{Name: name, Line: line, Message: fmt.Sprintf(format, args...), Help: help}
	}
	const export = "export the article as plain text or Markdown"
	if len(source) > MaxFile {
		return fail(0, "split it into articles", "is larger than %d MiB", MaxFile>>20)
	}
	if what := utf16Mark(source); what != "" {
		return fail(0, "save it as UTF-8", "is encoded as %s", what)
	}
	if what := magic(source); what != "" {
		return fail(0, export, "is %s, not text", what)
	}
	if htmlPage.Match(source) {
		return fail(0, export, "is an HTML page, whose tags would be read as words")
	}
	if at := bytes.IndexByte(source, 0); at >= 0 {
		return fail(lineOf(source, at), export, "holds a NUL byte, so it is not text")
	}
	if line, at := invalidUTF8(source); line > 0 {
		return fail(line, "save it as UTF-8", "byte %d of the line (0x%02X) is not valid UTF-8", at+1, source[lineStart(source, line)+at])
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(source, byteOrderMark))) == 0 {
		return fail(0, "give it the text of an article", "is empty")
	}
	if line := longLine(source); line > 0 {
		return fail(line, "break it into paragraphs", "the line is longer than %d MiB", MaxLine>>20)
	}
	return nil
}

var byteOrderMark = []byte("\xef\xbb\xbf")

func utf16Mark(source []byte) string {
	switch {
	case bytes.HasPrefix(source, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(source, []byte("\x00\x00\xfe\xff")):
		return "UTF-32"
	case bytes.HasPrefix(source, []byte("\xff\xfe")), bytes.HasPrefix(source, []byte("\xfe\xff")):
		return "UTF-16"
	}
	return ""
}

// signatures are the first bytes of files that people mistake for text, after
// the registry in PRONOM (https://www.nationalarchives.gov.uk/PRONOM).
var signatures = []struct{ prefix, what string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a ZIP archive or an office document"},
	{"PK\x05\x06", "an empty ZIP archive"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"},
	{"{\\rtf", "a rich text (RTF) document"},
	{"\x89PNG\r\n\x1a\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"\x1f\x8b", "a gzip archive"},
	{"BZh", "a bzip2 archive"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
	{"\x7fELF", "a program"},
}

// htmlPage finds the beginning of a whole page; Markdown may hold pieces of HTML.
var htmlPage = regexp.MustCompile(`^(?:\x{FEFF})?\s*(?i:<\?xml[^>]{0,200}>\s*)?(?i:<!doctype\s+html|<html[\s>])`)

func magic(source []byte) string {
	for _, s := range signatures {
		if bytes.HasPrefix(source, []byte(s.prefix)) && !(s.prefix == "BZh" && utf8.Valid(source)) {
			return s.what
		}
	}
	return ""
}

// lineOf returns the number of the line, from 1, that the byte at offset is on.
func lineOf(source []byte, offset int) int {
	line := 1
	for i := range offset {
		if endsLine(source, i) {
			line++
		}
	}
	return line
}

// endsLine reports whether the byte at i is the last of a line end.
func endsLine(source []byte, i int) bool {
	return source[i] == '\n' || source[i] == '\r' && (i+1 == len(source) || source[i+1] != '\n')
}

func lineStart(source []byte, line int) int {
	for i := range source {
		if line == 1 {
			return i
		}
		if endsLine(source, i) {
			line--
		}
	}
	return len(source)
}

// invalidUTF8 returns the line of the first byte that is not UTF-8 and how many
// bytes stand before it on its line; line 0 where all is well.
func invalidUTF8(source []byte) (line, at int) {
	if utf8.Valid(source) {
		return 0, 0
	}
	for i := 0; i < len(source); {
		r, size := utf8.DecodeRune(source[i:])
		if r == utf8.RuneError && size == 1 {
			line = lineOf(source, i)
			return line, i - lineStart(source, line)
		}
		i += size
	}
	return 0, 0
}

// longLine returns the number of the first line over MaxLine, 0 for none.
func longLine(source []byte) int {
	begin := 0
	for i := range source {
		if endsLine(source, i) {
			begin = i + 1
		} else if i-begin >= MaxLine {
			return lineOf(source, begin)
		}
	}
	return 0
}
