// Package ingest reads articles: bytes of a supported format become an
// [article.Document], text and structure with the place of every byte in the
// file. It is the only package that opens inputs.
//
// A reader takes its bytes through three steps: markup is read into a text with
// blocks (text.go, markdown.go); structure that no markup says is recognised in
// that text, alike for all formats (tables, reference entries, headings,
// furniture); sections and table heads are linked last.
//
// What cannot be an article at all is refused with an [*Error]. Anything less
// is a Problem of the document; nothing is dropped unsaid.
package ingest

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"citevet/pipeline/article"
)

// Format is how an article is written down.
type Format int

const (
	FormatText     Format = iota // plain text, UTF-8
	FormatMarkdown               // CommonMark with GitHub's tables
)

func (f Format) String() string {
	return [...]string{"text", "markdown"}[f]
}

// endings maps the known endings of file names, in lower case, to formats.
var endings = map[string]Format{
	".txt":      FormatText,
	".text":     FormatText,
	".md":       FormatMarkdown,
	".markdown": FormatMarkdown,
}

// FormatOf returns the format that a file's name speaks for; one that speaks
// for none is text.
func FormatOf(name string) Format {
	return endings[strings.ToLower(filepath.Ext(name))]
}

// Parse reads an article out of source. Its error, if any, is an [*Error]. The
// document keeps source, which must not change afterwards.
func Parse(name string, source []byte, format Format) (article.Document, error) {
	name = filepath.ToSlash(name)
	if err := refuse(name, source); err != nil {
		return article.Document{}, err
	}
	d := &draft{}
	d.Name, d.Source, d.Format = name, source, format.String()
	switch format {
	case FormatText:
		d.readText()
	case FormatMarkdown:
		d.readMarkdown()
	}
	d.structure(format)
	return d.Document, nil
}

// File reads the article in the file at path, in the format its ending says.
// Its error, if any, is an [*Error].
func File(path string) (article.Document, error) {
	info, err := os.Stat(path)
	if err != nil {
		return article.Document{}, unreadable(path, err)
	}
	if info.IsDir() {
		return article.Document{}, &Error{Name: path, Message: "is a folder", Help: "name a file in it"}
	}
	file, err := os.Open(path)
	if err != nil {
		return article.Document{}, unreadable(path, err)
	}
	defer file.Close()
	return Reader(path, file)
}

// Reader reads an article from r in the format that the ending of name says.
// It reads no more than it would accept. Its error, if any, is an [*Error].
func Reader(name string, r io.Reader) (article.Document, error) {
	source, err := io.ReadAll(io.LimitReader(r, MaxFile+1))
	if err != nil {
		return article.Document{}, unreadable(name, err)
	}
	return Parse(name, source, FormatOf(name))
}
