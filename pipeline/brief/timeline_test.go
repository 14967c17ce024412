package brief

import (
	"fmt"
	"testing"

	"citevet/pipeline/when"
)

func TestTheTimelinesTitleStatesWhatItsRowsShow(t *testing.T) {
	row := func(older, readBefore bool) TimelineRow {
		return TimelineRow{Read: day(2026, 1, 1), Events: []TimelineEvent{{Day: day(2025, 1, 1), Older: older, ReadBefore: readBefore}}}
	}
	undated := TimelineRow{Events: []TimelineEvent{{Day: day(2025, 1, 1)}}}
	fine, older, read, both := row(false, false), row(true, false), row(false, true), row(true, true)
	for _, c := range []struct {
		want string
		rows []TimelineRow
	}{
		{"No source is cited for a time that its dates could be set against", []TimelineRow{{}, undated}},
		{"No source is older than what it is cited for", []TimelineRow{fine, {}}},
		{"The one source is older than something it is cited for", []TimelineRow{older}},
		{"Both sources are older than something they are cited for", []TimelineRow{older, older}},
		{"2 of 3 sources were last read before something they are cited for", []TimelineRow{read, read, fine}},
		{"The one source is older than something it is cited for, and was last read before it", []TimelineRow{both}},
		{"All 3 sources were last read before something they are cited for, and 1 of them is older than it", []TimelineRow{read, both, read}},
		{"2 of 3 sources are older than something they are cited for, and 1 of them was last read before it", []TimelineRow{older, both, fine}},
		{"2 of 3 sources are older than something they are cited for, or were last read before it", []TimelineRow{older, read, fine}},
	} {
		if got := timelineTitle(c.rows); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestOmittedSourcesAreCountedWithTheirConflicts(t *testing.T) {
	for want, tl := range map[string]Timeline{
		"Not drawn: 1 further source, not in conflict.":            {Omitted: 1},
		"Not drawn: 20 further sources, none of them in conflict.": {Omitted: 20},
		"Not drawn: 20 further sources, 3 of them in conflict.":    {Omitted: 20, Beyond: 3},
	} {
		if got := tl.omittedWords(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestALongTimelineShowsWhatIsCitedForATime(t *testing.T) {
	var rows []TimelineRow
	for i := range 2 * timelineRows {
		r := TimelineRow{Label: fmt.Sprint(i)}
		if i%2 == 1 {
			r.Events = []TimelineEvent{{Day: day(2020, 1, 1), Older: i%20 == 19}}
		}
		rows = append(rows, r)
	}
	kept := mostTelling(rows, timelineRows)
	if len(kept) != timelineRows {
		t.Fatalf("%d rows", len(kept))
	}
	for i, r := range kept {
		if want := fmt.Sprint(2*i + 1); r.Label != want {
			t.Errorf("row %d is source %s, want %s", i, r.Label, want)
		}
	}
}

func TestALongTimelineIsShortOnPaper(t *testing.T) {
	row := func(older bool) TimelineRow {
		return TimelineRow{Events: []TimelineEvent{{Day: day(2025, 1, 1), Older: older}}}
	}
	for _, c := range []struct{ quiet, beyond, drawn, omitted, conflicts int }{
		{paperRows - 4, 4, paperRows, 0, 0}, {90, 3, quietRows, 93 - quietRows, 0}, {90, 30, 30, 90, 0}, {90, 60, timelineRows, 150 - timelineRows, 60 - timelineRows},
	} {
		var all Timeline
		for i := range c.quiet + c.beyond {
			all.all = append(all.all, row(i >= c.quiet))
		}
		if got := all.showing(timelineRows).onPaper(); len(got.Rows) != c.drawn || got.Omitted != c.omitted || got.Beyond != c.conflicts {
			t.Errorf("%d and %d in conflict: %d drawn, %d not, %d of them in conflict", c.quiet, c.beyond, len(got.Rows), got.Omitted, got.Beyond)
		}
	}
}

func TestMarksThatCrowdGetAPanelOfTheirOwn(t *testing.T) {
	var tl Timeline
	tl.Rows = append(tl.Rows, TimelineRow{Events: []TimelineEvent{{Day: day(1850, 1, 1)}}})
	for i := range 20 {
		tl.Rows = append(tl.Rows, TimelineRow{Stated: when.Day(day(2020, 1, 1+i)), Read: day(2021, 3, 1)})
	}
	panels := tl.panels(100, 500)
	if len(panels) != 2 {
		t.Fatalf("%d panels", len(panels))
	}
	if zoom := panels[1]; !zoom.holds(day(2020, 1, 1)) || !zoom.holds(day(2021, 3, 1)) || zoom.holds(day(2015, 1, 1)) {
		t.Errorf("the second shows %v to %v", zoom.from, zoom.to)
	}
	tl.Rows = tl.Rows[:4]
	if panels := tl.panels(100, 500); len(panels) != 1 {
		t.Error("a few marks are enlarged")
	}
}

func TestBarsCanBeSeen(t *testing.T) {
	if contrast := 1.05 / (luminance(barGrey) + 0.05); contrast < 3 {
		t.Errorf("a bar has a contrast of %.1f", contrast)
	}
}

func TestASourceWithoutDateHasNoRow(t *testing.T) {
	d := newDraft(t, "The quay was closed in 2012.\n")
	d.reference("Coast Radio", "Storm", "", when.Interval{}, when.Date{})
	d.claim("The quay was closed in 2012.", when.Year(2012), "2012", 1)
	if rows := New(d.judged(), trialRun).Timeline.Rows; len(rows) != 0 {
		t.Errorf("got %v", rows)
	}
}
