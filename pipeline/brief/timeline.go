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

// Timeline sets the sources' dates against those of what they are cited for.
type Timeline struct {
	Title   string // states the finding
	Rows    []TimelineRow
	Omitted int // sources beyond the rows shown
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
func (r TimelineRow) Conflict() bool {
	return slices.ContainsFunc(r.Events, func(e TimelineEvent) bool { return e.Older || e.ReadBefore })
}

func timelineOf(r check.Result) Timeline {
	rows := make([]TimelineRow, len(r.Sources))
	for i, s := range r.Sources {
		ref := &r.Article.References[i]
		rows[i] = TimelineRow{
			Label: label(r.Article, i), Name: cmp.Or(publisherOf(ref), quoted(ref.Title.Text, 60), domainOf(safeURL(ref.URL.Text))),
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
	dated := slices.DeleteFunc(rows, func(r TimelineRow) bool {
		return r.Stated.IsZero() && r.InURL.IsZero() && r.Read.IsZero() && len(r.Events) == 0
	})
	t.Omitted = max(0, len(dated)-timelineRows)
	t.Rows = mostTelling(dated)
	return t
}

// mostTelling returns at most timelineRows rows in their order, those in
// conflict before others.
func mostTelling(rows []TimelineRow) []TimelineRow {
	if len(rows) <= timelineRows {
		return rows
	}
	quiet := timelineRows
	for _, r := range rows {
		if r.Conflict() {
			quiet--
		}
	}
	var kept []TimelineRow
	for _, r := range rows {
		if !r.Conflict() {
			if quiet <= 0 {
				continue
			}
			quiet--
		}
		if len(kept) < timelineRows {
			kept = append(kept, r)
		}
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

func timelineTitle(rows []TimelineRow) string {
	older, readBefore, either := 0, 0, 0
	for _, row := range rows {
		isOlder := slices.ContainsFunc(row.Events, func(e TimelineEvent) bool { return e.Older })
		isRead := slices.ContainsFunc(row.Events, func(e TimelineEvent) bool { return e.ReadBefore })
		if isOlder {
			older++
		}
		if isRead {
			readBefore++
		}
		if isOlder || isRead {
			either++
		}
	}
	switch {
	case either == 0:
		return "No source is older than what it is cited for"
	case older == 0:
		return fmt.Sprintf("%s read before something %s cited for", ofAll(readBefore, len(rows)), itIs(readBefore))
	case readBefore == 0:
		return fmt.Sprintf("%s older than something %s cited for", ofAll(older, len(rows)), itIs(older))
	}
	return fmt.Sprintf("%s older than something %s cited for, or read before it", ofAll(either, len(rows)), itIs(either))
}

func ofAll(n, all int) string {
	verb := "are"
	if n == 1 {
		verb = "is"
	}
	if n == all && n > 1 {
		return fmt.Sprintf("All %d sources are", n)
	}
	if all == 1 {
		return "The one source is"
	}
	return fmt.Sprintf("%d of %d sources %s", n, all, verb)
}

func itIs(n int) string {
	if n == 1 {
		return "it is"
	}
	return "they are"
}
