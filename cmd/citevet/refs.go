package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"citevet/pipeline/article"
	"citevet/pipeline/brief/bibliography"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
)

// refFormats are the ways to write references.
var refFormats = []string{"csl", "bibtex", "ris"}

func (t *tool) refsCommand() *cobra.Command {
	var format, stdinName string
	var lines bool
	cmd := &cobra.Command{
		Use:   "refs [FILE|-]",
		Short: "Turn a list of references into CSL-JSON, BibTeX or RIS",
		Long: `Read the entries of a reference list, or of an article's, and write them for a
reference manager. Entries are told apart as in an article: by their labels, by
lines, or by paragraphs; with --lines each line is an entry. Without FILE, or
with -, standard input is read.

What an entry does not say with certainty is left out. Trouble with an entry is
said on standard error with its line.

Exit code: 0, 2 wrong usage, 3 something could not be read, 4 internal fault.`,
		Example: `  citevet refs --format bibtex references.txt > references.bib
  pbpaste | citevet refs --lines --format ris > references.ris`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("refs reads one file, not %d; join them first", len(args))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			in := input{name: filepath.ToSlash(stdinName), stdin: t.stdin}
			if len(args) == 1 && args[0] != "-" {
				in = input{name: filepath.ToSlash(args[0]), path: args[0]}
			}
			return t.refs(cmd.Context(), in, format, lines)
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", refFormats[0], "write the references as `F`: "+strings.Join(refFormats, ", "))
	f.BoolVar(&lines, "lines", false, "take each line for one entry and write one item for it, in order")
	f.StringVar(&stdinName, "stdin-filename", "stdin.txt", "what to call the list read from -; its ending says the format")
	return cmd
}

// refs reads a list and prints it in the given format.
func (t *tool) refs(ctx context.Context, in input, format string, lines bool) error {
	write, err := refWriter(format)
	if err != nil {
		return err
	}
	doc, err := read(ctx, in)
	if ctx.Err() != nil {
		t.end(interrupted)
		return nil
	}
	if err != nil {
		t.failed(err)
		return nil
	}
	list := asList(doc)
	if lines {
		list = entryLines(doc)
	}
	refs := extract.References(&list.doc)
	if len(refs) == 0 {
		t.failed(&ingest.Error{Name: in.name, Message: "holds no reference entries", Help: "write one entry a line and use --lines"})
		return nil
	}
	list.index = article.NewIndex(&list.doc)
	for i := range refs {
		t.doubts(&list, &refs[i])
	}
	data, err := write(refs)
	if err != nil {
		return err
	}
	if _, err := t.stdout.Write(data); err != nil {
		t.failed(err)
	}
	return nil
}

// refWriter returns the writer of a format.
func refWriter(format string) (func([]article.Reference) ([]byte, error), error) {
	switch format {
	case "csl":
		return bibliography.CSL, nil
	case "bibtex":
		return func(refs []article.Reference) ([]byte, error) { return bibliography.BibTeX(refs), nil }, nil
	case "ris":
		return func(refs []article.Reference) ([]byte, error) { return bibliography.RIS(refs), nil }, nil
	}
	return nil, usagef("there is no format %q%s", format, didYouMean(format, refFormats))
}

// refList is a document whose entries are wanted.
type refList struct {
	doc   article.Document
	index *article.Index
	ahead int // lines of doc that the file does not have
}

// at returns the place of a byte of the list's text as "NAME:LINE".
func (l *refList) at(offset int) string {
	return fmt.Sprintf("%s:%d", l.doc.Name, l.index.Locate(offset).Line-l.ahead)
}

// asList returns doc read as a reference list, where that finds more entries than
// reading it as an article did: a file may hold a list and nothing else. A file
// with headings is an article.
func asList(doc article.Document) refList {
	whole := refList{doc: doc}
	for _, b := range doc.Blocks {
		if b.Kind == article.Heading {
			return whole
		}
	}
	heading, format := "References\n\n", ingest.FormatText
	if doc.Format == ingest.FormatMarkdown.String() {
		heading, format = "# "+heading, ingest.FormatMarkdown
	}
	headed, err := ingest.Parse(doc.Name, append([]byte(heading), bytes.TrimPrefix(doc.Source, byteOrderMark)...), format)
	if err != nil || countEntries(&headed) <= countEntries(&doc) {
		return whole
	}
	return refList{doc: headed, ahead: strings.Count(heading, "\n")}
}

var byteOrderMark = []byte("\xef\xbb\xbf")

func countEntries(doc *article.Document) int {
	n := 0
	for _, b := range doc.Blocks {
		if b.Kind == article.Entry {
			n++
		}
	}
	return n
}

// entryLines returns a document in which each line of doc's source that is not
// blank is an entry.
func entryLines(doc article.Document) refList {
	text := string(bytes.TrimPrefix(doc.Source, byteOrderMark))
	out := article.Document{Name: doc.Name, Format: doc.Format, Source: []byte(text), Text: text}
	out.Origin = []article.Piece{{Len: len(text), SourceLen: len(text)}}
	at := 0
	for line := range strings.Lines(text) {
		if words := strings.TrimSpace(line); words != "" {
			start := at + strings.Index(line, words)
			out.Blocks = append(out.Blocks, article.Block{Kind: article.Entry, Span: article.Span{Start: start, End: start + len(words)}, Section: -1, ColumnHead: -1, RowHead: -1})
		}
		at += len(line)
	}
	return refList{doc: out}
}

// doubts says what of an entry could not be read.
func (t *tool) doubts(list *refList, r *article.Reference) {
	if n := r.Span.Len(); n > extract.MaxEntry {
		t.failed(&ingest.Error{
			Name:    list.at(r.Span.Start),
			Message: fmt.Sprintf("the entry has %d bytes, and only the first %d were read", n, extract.MaxEntry),
			Help:    "put each entry on lines of its own",
		})
	}
	for _, d := range []article.DateField{r.Published, r.Accessed, r.Archived} {
		if d.Flaw != "" {
			t.complain(fmt.Errorf("%s: the calendar does not have the date %q: %s", list.at(d.Span.Start), d.Text, d.Flaw))
		}
	}
}
