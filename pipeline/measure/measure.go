// Package measure scores what citevet reads against public sets with gold
// answers: references, dates, entities, markers, sentences, words worth
// checking, and how often each rule speaks.
//
// The sets lie in one folder, outside of this repository: nothing here needs
// them to build or to pass its tests. A set that is missing is named and
// skipped. The same sets give the same tables; only a clock makes them differ,
// and there is none unless the caller gives one.
//
// A score is strict where what was read equals the gold answer to the letter
// (white space folded), and relaxed where it means the same for the purpose the
// table's note names.
package measure

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"
	"time"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
	"citevet/pipeline/rules/judged"
	"citevet/pipeline/when"
)

// Day is the day of the run unless another is asked for: the articles of the sets
// speak of days up to it, and the same sets should give the same tables tomorrow.
var Day = when.Date{Year: 2026, Month: 11, Day: 23}

// Options say how the sets are judged.
type Options struct {
	Almanac *almanac.Almanac // never nil
	Rules   []*check.Rule    // those whose findings are counted
	AsOf    when.Date        // the day of the run
	Only    []string         // the names of the sets to score; none is all
	// Clock returns the time since some moment, by the wall and by the
	// processor. It may be nil: nothing is timed then.
	Clock func() (wall, cpu time.Duration)
}

// Report is what all sets came to.
type Report struct {
	Tables  []Table
	Misses  map[string][]Miss   // by the name of the set
	Skipped []string            // what was not scored, with the reason
	Counts  []judged.Count      // how often each rule speaks and is wrong
	Unread  map[string][]Unread // findings that nobody has judged, by rule
}

// Miss is one answer that differs from the gold one.
type Miss struct{ Where, Gold, Read, Context string }

// set is one measurement.
type set struct {
	name  string
	score func(*bench) error
}

// sets lists the measurements in the order they are printed.
var sets = []set{
	{"references", references},
	{"wiki", wiki},
	{"dates-gum", datesGUM},
	{"dates-meantime", datesMeantime},
	{"dates-negative", negatives},
	{"entities-gum", entitiesGUM},
	{"entities-wnut17", entitiesWNUT},
	{"expertqa", expertQA},
	{"sentences", goldenRules},
	{"tagging", tagging},
	{"labels", labels},
	{"rules", rulesAlone},
	{"timing", timing},
}

// Names returns the names of all sets.
func Names() []string {
	var names []string
	for _, s := range sets {
		names = append(names, s.name)
	}
	return names
}

// Run scores the sets in the folder. It stops between two sets when ctx is
// done. A set that is there but cannot be read is an error.
func Run(ctx context.Context, folder fs.FS, o Options) (Report, error) {
	b := &bench{Options: o, folder: folder, report: Report{Misses: map[string][]Miss{}}}
	for _, s := range sets {
		if len(o.Only) > 0 && !contains(o.Only, s.name) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return b.report, err
		}
		b.set = s.name
		err := s.score(b)
		var skipped *skip
		switch {
		case errors.As(err, &skipped):
			b.report.Skipped = append(b.report.Skipped, s.name+": "+skipped.reason)
		case errors.Is(err, fs.ErrNotExist):
			b.report.Skipped = append(b.report.Skipped, s.name+": "+err.Error())
		case err != nil:
			return b.report, fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return b.report, nil
}

// skip is why a set is not scored.
type skip struct{ reason string }

func (s *skip) Error() string { return s.reason }

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// bench is one run over the sets.
type bench struct {
	Options
	folder fs.FS
	set    string // the one being scored
	report Report
	judged map[string][]outcome // by pattern
}

// table adds a table of the set being scored.
func (b *bench) table(t Table) {
	b.report.Tables = append(b.report.Tables, t)
}

// miss notes an answer that differs from the gold one.
func (b *bench) miss(where, gold, read, context string) {
	b.report.Misses[b.set] = append(b.report.Misses[b.set], Miss{where, gold, read, context})
}

// files returns the files that fit a pattern, in order. None is a missing set.
func (b *bench) files(pattern string) ([]string, error) {
	names, err := fs.Glob(b.folder, pattern)
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("no file fits %s: %w", pattern, fs.ErrNotExist)
	}
	sort.Strings(names)
	return names, err
}

func (b *bench) read(name string) ([]byte, error) { return fs.ReadFile(b.folder, name) }

// extract understands a document whose date is known from outside.
func (b *bench) extract(doc article.Document, dated when.Interval) article.Article {
	return extract.Extract(doc, extract.Options{AsOf: b.AsOf, Almanac: b.Almanac, Dated: dated, How: "configured"})
}

// blocks is a document made of blocks that are known, so that reading can be
// scored apart from the recognition of structure.
type blocks struct {
	text strings.Builder
	list []article.Block
}

// add appends a block of text.
func (b *blocks) add(kind article.BlockKind, text string) {
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
	at := b.text.Len()
	b.text.WriteString(text)
	b.list = append(b.list, article.Block{
		Kind: kind, Span: article.Span{Start: at, End: b.text.Len()}, Section: -1, ColumnHead: -1, RowHead: -1,
	})
}

func (b *blocks) document(name string) article.Document {
	text := b.text.String()
	return article.Document{
		Name: name, Format: ingest.FormatText.String(), Source: []byte(text), Text: text, Blocks: b.list,
		Origin: []article.Piece{{Len: len(text), SourceLen: len(text)}},
	}
}

// notice is the file that says where the articles beside it come from.
const notice = "NOTICE.md"

// outcome is one article of a set with its judgement.
type outcome struct {
	name   string // without folder and ending
	result check.Result
}

// judge reads and judges all articles that fit a pattern, once a run.
func (b *bench) judge(pattern string) ([]outcome, error) {
	if done, ok := b.judged[pattern]; ok {
		return done, nil
	}
	names, err := b.files(pattern)
	if err != nil {
		return nil, err
	}
	var all []outcome
	for _, name := range names {
		if path.Base(name) == notice {
			continue
		}
		source, err := b.read(name)
		if err != nil {
			return nil, err
		}
		doc, err := ingest.Parse(name, source, ingest.FormatOf(name))
		if err != nil {
			return nil, err
		}
		base := path.Base(name)
		all = append(all, outcome{strings.TrimSuffix(base, path.Ext(base)), b.judgeOne(doc)})
	}
	if b.judged == nil {
		b.judged = map[string][]outcome{}
	}
	b.judged[pattern] = all
	return all, nil
}

func (b *bench) judgeOne(doc article.Document) check.Result {
	a := b.extract(doc, when.Interval{})
	return check.Run(b.Rules, &a, b.Almanac, b.AsOf)
}
