package extract

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// maxWorks bounds how many works of one entry are read.
const maxWorks = 8

// secondWork returns where another work begins in the same entry, or 0. It does
// where a second quoted title stands behind the address, the identifier or the
// access date that closed the first work; names and date before that title
// belong to it. Its fields must not pass for the first one's.
func (e *refEntry) secondWork() int {
	if e.quoted.isZero() && e.address.isZero() {
		return 0
	}
	from := max(e.quoted.to, e.address.to)
	for i := from; i < len(e.text); i++ {
		if e.text[i] != '"' && !strings.HasPrefix(e.text[i:], "“") || !e.opensTitle(i) {
			continue
		}
		if at := e.workStart(from, i); at > 0 {
			return at
		}
	}
	return 0
}

// opensTitle reports whether a quotation mark at i opens a title: white space
// before, a word behind, and a date in brackets, a name or a closed work ahead.
func (e *refEntry) opensTitle(i int) bool {
	return i > 0 && (e.text[i-1] == ' ' || e.text[i-1] == '*') && i+1 < len(e.text) && e.text[i+1] != ' ' && e.openBefore(i)
}

// workStart returns where the work begins whose title opens at title: behind the
// last thing settled, or the last bullet, since from. 0 says that nothing closed
// the work before it.
func (e *refEntry) workStart(from, title int) int {
	closed := 0
	for i := title - 1; i >= from; i-- {
		if e.rest[i] == taken {
			closed = i + 1
			break
		}
	}
	if i := strings.LastIndex(e.text[from:title], " *"); i >= 0 {
		closed = max(closed, from+i+1)
	}
	for _, cue := range []string{"See also:", "see also", "Retrieved", "Accessed"} {
		if i := strings.LastIndex(e.text[from:title], cue); i >= 0 && from+i >= closed {
			if end := strings.Index(e.text[from+i:title], ". "); end >= 0 {
				closed = from + i + end + 1
			} else if cue[0] == 'S' || cue[0] == 's' {
				closed = from + i
			}
		}
	}
	if closed == 0 && e.address.to == from && !e.quoted.isZero() {
		closed = from
	}
	return closed
}

// cut leaves what stands from at on to another work.
func (e *refEntry) cut(at int) {
	e.take(span{at, len(e.rest)})
	e.numbers = min(e.numbers, at)
	from := e.base + at
	for _, f := range []*article.Field{&e.ref.URL, &e.ref.DOI, &e.ref.ISBN, &e.ref.ISSN, &e.ref.ArchiveURL} {
		if f.Span.Start >= from {
			*f = article.Field{}
		}
	}
	for _, d := range []*article.DateField{&e.ref.URLDate, &e.ref.Archived} {
		if d.Span.Start >= from {
			*d = article.DateField{}
		}
	}
}

// joinDates makes the dates of another work of the same entry alternatives to
// r's own: a claim behind the entry may rest on either, so what is true of one
// date alone proves nothing. A work that was read at an unknown time leaves the
// entry's reading times unknown.
func joinDates(r, other *article.Reference) {
	joinReadings(&r.Published, other.Published)
	joinReadings(&r.Accessed, other.Accessed)
	joinReadings(&r.Archived, other.Archived)
}

// joinReadings appends the readings of other, or the reading that says nothing.
func joinReadings(date *article.DateField, other article.DateField) {
	if date.IsZero() {
		return
	}
	readings := other.Readings
	if len(readings) == 0 {
		readings = []when.Interval{{}}
	}
	date.Readings = slices.Concat(date.Readings, readings)
	for _, r := range readings {
		date.When = date.When.Hull(r)
	}
}
