package brief

import (
	"cmp"
	"fmt"
	"slices"

	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// timelineRows is how many sources a timeline shows; the ones in conflict come first.
const timelineRows = 40

// noTimeline stands where there is nothing to draw.
const noTimeline = "No source gives a date, so nothing could be drawn."

// Timeline sets the sources' dates against those of what they are cited for.
type Timeline struct {
	Title   string // states the finding
	Rows    []TimelineRow
	Omitted int // sources beyond the rows shown
	Beyond  int // of these in conflict

	all []TimelineRow // those shown and those not
}

// TimelineRow is one source.
type TimelineRow struct {
	Label, Name string
	Stated      when.Interval // what the entry says of its publication
	InURL       when.Interval
	Read        when.Date
	Last        when.Date // the last day its publication date allows, zero where none does
	Events      []TimelineEvent
}

// TimelineEvent is a time that a claim behind the source speaks of.
type TimelineEvent struct {
	Day        when.Date // what the source had to reach
	When       when.Interval
	Claims     []string
	Older      bool // the source was published before it
	ReadBefore bool // the source was last read before it
}

// Conflict reports whether an event of the row is beyond the source.
func (row TimelineRow) Conflict() bool {
	return slices.ContainsFunc(row.Events, func(e TimelineEvent) bool { return e.Older || e.ReadBefore })
}

// dated reports whether the source has a date of any kind.
func (row TimelineRow) dated() bool {
	return !row.Stated.IsZero() || !row.InURL.IsZero() || !row.Read.IsZero()
}

func timelineOf(r check.Result) Timeline {
	rows := make([]TimelineRow, len(r.Sources))
	for i, s := range r.Sources {
		ref := &r.Article.References[i]
		rows[i] = TimelineRow{
			Label: label(r.Article, i), Name: cmp.Or(publisherOf(ref), quoted(ref.Title.Text, 60), domainOf(safeURL(ref.URL.Text)), entryWords(r.Article, i, 60)),
			Stated: ref.Published.When, InURL: ref.URLDate.When, Read: s.Read, Last: s.Published.To,
		}
	}
	for _, v := range r.Verdicts {
		day := claimDay(r, v.Claim)
		if day.IsZero() {
			continue
		}
		for _, p := range v.Pairs {
			rows[p.Reference].meet(r, v, p, day)
		}
	}
	t := Timeline{Title: timelineTitle(rows)}
	for i := range rows {
		slices.SortStableFunc(rows[i].Events, func(x, y TimelineEvent) int { return x.Day.Compare(y.Day) })
	}
	dated := slices.DeleteFunc(rows, func(r TimelineRow) bool { return !r.dated() })
	t.all = dated
	return t.showing(timelineRows)
}

// showing returns the timeline with at most so many rows.
func (t Timeline) showing(most int) Timeline {
	t.Rows = mostTelling(t.all, most)
	t.Omitted = len(t.all) - len(t.Rows)
	t.Beyond = conflicts(t.all) - conflicts(t.Rows)
	return t
}

// On paper a timeline of more than paperRows rows shows those in conflict and
// as many others as half a page holds.
const (
	paperRows = 16
	quietRows = 12
)

// onPaper returns the timeline as it is printed.
func (t Timeline) onPaper() Timeline {
	if len(t.Rows) <= paperRows {
		return t
	}
	return t.showing(max(quietRows, min(conflicts(t.all), timelineRows)))
}

func conflicts(rows []TimelineRow) int {
	n := 0
	for _, r := range rows {
		n += one(r.Conflict())
	}
	return n
}

// omittedWords says how many sources are not drawn.
func (t Timeline) omittedWords() string {
	words := fmt.Sprintf("Not drawn: %s, ", plural(t.Omitted, "further source"))
	switch {
	case t.Beyond > 0:
		return words + ofThem(t.Beyond, "", "") + "in conflict."
	case t.Omitted == 1:
		return words + "not in conflict."
	}
	return words + "none of them in conflict."
}

// mostTelling returns at most so many rows in their order: those in conflict
// before those that are cited for a time, and both before others.
func mostTelling(rows []TimelineRow, most int) []TimelineRow {
	if len(rows) <= most {
		return rows
	}
	rank := func(r TimelineRow) int {
		switch {
		case r.Conflict():
			return 0
		case len(r.Events) > 0:
			return 1
		}
		return 2
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(rank(rows[x]), rank(rows[y])) })
	order = order[:most]
	slices.Sort(order)
	kept := make([]TimelineRow, len(order))
	for i, at := range order {
		kept[i] = rows[at]
	}
	return kept
}

// meet adds the time a claim speaks of to the row of a source cited for it.
func (row *TimelineRow) meet(r check.Result, v check.Verdict, p check.Pair, day when.Date) {
	i := slices.IndexFunc(row.Events, func(e TimelineEvent) bool { return e.Day == day })
	if i < 0 {
		i = len(row.Events)
		row.Events = append(row.Events, TimelineEvent{Day: day, When: r.Article.Claims[v.Claim].Readings[v.Reading].When})
	}
	e := &row.Events[i]
	e.Claims = append(e.Claims, claimID(v.Claim))
	if p.Verdict == check.Impossible || p.Verdict == check.Implausible {
		e.Older = e.Older || slices.Contains(p.Causes, check.ByPublication)
		e.ReadBefore = e.ReadBefore || slices.Contains(p.Causes, check.ByAccess)
	}
}

// timelineTitle says what the rows of all sources show.
func timelineTitle(rows []TimelineRow) string {
	older, readBefore, both, either, cited := 0, 0, 0, 0, 0
	for _, row := range rows {
		isOlder := slices.ContainsFunc(row.Events, func(e TimelineEvent) bool { return e.Older })
		isRead := slices.ContainsFunc(row.Events, func(e TimelineEvent) bool { return e.ReadBefore })
		older += one(isOlder)
		readBefore += one(isRead)
		both += one(isOlder && isRead)
		either += one(isOlder || isRead)
		cited += one(len(row.Events) > 0 && row.dated())
	}
	olderThan := "older than something " + itIs(older) + " cited for"
	readBeforeIt := "last read before something " + itIs(readBefore) + " cited for"
	switch {
	case cited == 0:
		return "No source is cited for a time that its dates could be set against"
	case either == 0:
		return "No source is older than what it is cited for"
	case older == 0:
		return ofAll(readBefore, len(rows), "was", "were") + " " + readBeforeIt
	case readBefore == 0:
		return ofAll(older, len(rows), "is", "are") + " " + olderThan
	case both == older && both == readBefore:
		return ofAll(older, len(rows), "is", "are") + " " + olderThan + ", and " + pluralWord(older, "was", "were") + " last read before it"
	case both == older:
		return ofAll(readBefore, len(rows), "was", "were") + " " + readBeforeIt + ", and " + ofThem(older, "is", "are") + " older than it"
	case both == readBefore:
		return ofAll(older, len(rows), "is", "are") + " " + olderThan + ", and " + ofThem(readBefore, "was", "were") + " last read before it"
	}
	return ofAll(either, len(rows), "is", "are") + " older than something " + itIs(either) + " cited for, or " + pluralWord(either, "was", "were") + " last read before it"
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ofThem counts some of those that the sentence has named: "2 of them are".
func ofThem(n int, is, are string) string {
	return fmt.Sprintf("%d of them %s", n, pluralWord(n, is, are))
}

// ofAll begins a sentence about n of all sources.
func ofAll(n, all int, is, are string) string {
	switch {
	case all == 1:
		return "The one source " + is
	case n == all && n == 2:
		return "Both sources " + are
	case n == all:
		return fmt.Sprintf("All %d sources %s", n, are)
	}
	return fmt.Sprintf("%d of %d sources %s", n, all, pluralWord(n, is, are))
}

func itIs(n int) string { return pluralWord(n, "it is", "they are") }

// whole returns the timeline of all sources, for a summary.
func (t Timeline) whole() Timeline { return t.showing(len(t.all)) }

// withinReach returns the times that sources are cited for, those apart that are
// beyond their source, each list in order.
func (t Timeline) withinReach() (within, beyond []TimelineEvent) {
	for _, r := range t.Rows {
		for _, e := range r.Events {
			if e.Older || e.ReadBefore {
				beyond = append(beyond, e)
			} else {
				within = append(within, e)
			}
		}
	}
	for _, events := range [][]TimelineEvent{within, beyond} {
		slices.SortStableFunc(events, func(x, y TimelineEvent) int { return x.Day.Compare(y.Day) })
	}
	return within, beyond
}

// eventMark stands for the events of a row that are too near to be told apart.
type eventMark struct{ left, right float64 }

// eventMarks returns the marks of a row's events, which are in order: one that
// would touch the mark before it is drawn with it as one. A mark reaches half a
// width to both sides.
func eventMarks(p panel, events []TimelineEvent, half float64) []eventMark {
	var marks []eventMark
	for _, e := range events {
		if !p.holds(e.Day) {
			continue
		}
		x := p.x(e.Day)
		if n := len(marks); n > 0 && x-marks[n-1].right < 2*half+1 {
			marks[n-1].right = x
			continue
		}
		marks = append(marks, eventMark{x, x})
	}
	return marks
}
