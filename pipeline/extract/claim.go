package extract

import (
	"slices"
	"strings"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

const (
	doubtHeading = "only the heading above gives the time"
	doubtTail    = "the marker may stand behind what closes the sentence alone"
)

// claimer gathers the claims of one article.
type claimer struct {
	a   *article.Article
	alm *almanac.Almanac
	// markers of each sentence, and of each block for those outside sentences.
	bySentence, byBlock map[int][]marker
	claims              []article.Claim
	// captionAt is the caption of the table numbered captioned, -1 for none.
	captioned, captionAt int
	story                story
	before               dated // the sentence before, where it tells one dated thing
}

// findClaims reads the claims of sentences and table cells, in order. What is
// not English has none: all that tells a claim's time and mood is English.
func findClaims(a *article.Article, alm *almanac.Almanac, l *languages) []article.Claim {
	f := claimer{a: a, alm: alm, story: story{sentence: -1}, before: dated{sentence: -1}}
	f.bySentence, f.byBlock = markerRuns(a)
	next := 0
	for b := range a.Blocks {
		if l.foreign(b) {
			for next < len(a.Sentences) && a.Sentences[next].Block == b {
				next++
			}
			continue
		}
		if a.Blocks[b].Kind == article.Cell {
			f.cell(b)
		}
		for ; next < len(a.Sentences) && a.Sentences[next].Block == b; next++ {
			f.sentence(next)
		}
	}
	w := newWeigher(a)
	for i := range f.claims {
		w.weigh(&f.claims[i])
	}
	return f.claims
}

// sentence makes the claims of one sentence: its clauses, each with the time it
// speaks of and the markers that stand behind it.
func (f *claimer) sentence(s int) {
	a := f.a
	sent := a.Sentences[s]
	markers := f.bySentence[s]
	if strings.HasSuffix(strings.TrimRight(a.Text[sent.Span.Start:sent.Span.End], "\"”’) "), "?") {
		return
	}
	asked := asks(a, sent.Span, markers)
	clauses := f.merged(splitClauses(a, s, markers))
	first := len(f.claims)
	now := dated{sentence: -1, alone: len(clauses) == 1}
	var frame *timeUse
	for k := range clauses {
		c := &clauses[k]
		if !states(c) {
			continue
		}
		claim := f.claim(c, s)
		uses := usesOf(a, c)
		if f.story.holds(a, c, s) {
			asTold(uses)
		}
		if !c.joined {
			frame = nil
		}
		if use := f.date(&claim, c, uses, frame); now.alone || len(timesIn(a, sent.Span)) == 1 {
			now.keep(s, c, use, claim.Mood)
		}
		if asked {
			claim.Mood, claim.Present = article.Hypothetical, false
		}
		if frame == nil {
			frame = framing(uses)
		}
		claim.Citations = narrated(a, markers, claim.Span)
		if c.marked {
			claim.Citations = append(claim.Citations, markers[c.marker].citations...)
		}
		claim.Through = len(f.claims)
		f.claims = append(f.claims, claim)
		if c.marked {
			f.spread(first)
			first, frame = len(f.claims), nil
		}
	}
	f.before = now
}

// asks reports whether a sentence is a question with a marker behind its mark.
func asks(a *article.Article, s article.Span, markers []marker) bool {
	end := s.End
	if n := len(markers); n > 0 && strings.Trim(a.Text[markers[n-1].span.End:max(end, markers[n-1].span.End)], " .") == "" {
		end = max(s.Start, markers[n-1].span.Start)
	}
	return strings.HasSuffix(strings.TrimRight(a.Text[s.Start:end], "\"”’) "), "?")
}

// states reports whether a clause is enough to be a claim: it has a verb, or a
// marker stands behind it.
func states(c *clause) bool {
	return c.marked || c.main() != nil || len(c.groups) > 0 && c.tokens.To-c.tokens.From >= 4
}

// merged joins clauses that share their markers, unless both are whole clauses
// joined by a coordinator, or each has a time of its own.
func (f *claimer) merged(clauses []clause) []clause {
	var out []clause
	for _, c := range clauses {
		n := len(out)
		if n == 0 || out[n-1].marked || f.apart(&out[n-1], &c) {
			out = append(out, c)
			continue
		}
		last := &out[n-1]
		last.tokens.To = c.tokens.To
		last.groups = append(slices.Clone(last.groups), c.groups...)
		last.marked, last.marker = c.marked, c.marker
	}
	return out
}

// apart reports whether c states something of its own beside last.
func (f *claimer) apart(last, c *clause) bool {
	if c.main() == nil || last.main() == nil {
		return false
	}
	timed := func(c *clause) bool {
		return slices.ContainsFunc(usesOf(f.a, c), func(u timeUse) bool { return u.standing != background })
	}
	if timed(last) && timed(c) {
		return true
	}
	// A clause with a subject before its verb stands alone.
	return c.joined && c.main().From > c.tokens.From+1
}

// narrated returns the citations of the markers that name their source inside
// the claim: "Roe (2019) reported that …".
func narrated(a *article.Article, markers []marker, span article.Span) []int {
	var citations []int
	first, _ := slices.BinarySearchFunc(markers, span.Start, func(m marker, at int) int { return m.span.Start - at })
	for _, m := range markers[first:] {
		if m.span.Start >= span.End {
			break
		}
		if m.narrative(a) && !toldOfWork(a, m) {
			citations = append(citations, m.citations...)
		}
	}
	return citations
}

// toldOfWork reports whether the sentence tells what became of the work that the
// marker names, rather than what the work says: "Roe (2012) was on every table".
func toldOfWork(a *article.Article, m marker) bool {
	i := tokenAt(a, article.Range{From: 0, To: len(a.Tokens)}, m.span.End)
	for i < len(a.Tokens) && isPunct(tokenText(a, i)) {
		i++
	}
	switch lowToken(a, i) {
	case "is", "was", "are", "were", "won", "received", "appeared", "became", "remains", "remained":
		return true
	}
	return false
}

// spread gives the clauses before a marked one its citations too: they may
// stand behind the whole sentence, or behind the last clause alone.
func (f *claimer) spread(first int) {
	last := len(f.claims) - 1
	for i := first; i < last; i++ {
		f.claims[i].Citations = append(f.claims[i].Citations, f.claims[last].Citations...)
		f.claims[i].Loose = true
		f.claims[i].Through = last
	}
}

// claim makes a claim of a clause, without its time.
func (f *claimer) claim(c *clause, s int) article.Claim {
	a := f.a
	tokens := c.tokens
	for tokens.From > a.Sentences[s].Tokens.From && tokens.From < tokens.To-1 && coordinators[strings.ToLower(tokenText(a, tokens.From))] {
		tokens.From++
	}
	span := tokenSpan(a, tokens)
	return article.Claim{Span: span, Sentence: s, Block: a.Sentences[s].Block, Entities: entityIndexes(a, span)}
}

// framing returns the time that opened the clause and holds for what is joined on.
func framing(uses []timeUse) *timeUse {
	for i := range uses {
		if uses[i].fronted && uses[i].standing == dates {
			return &uses[i]
		}
	}
	return nil
}

// date decides which time the claim speaks of and its mood. It returns the use of
// the time, nil where none of the sentence dates the claim.
func (f *claimer) date(claim *article.Claim, c *clause, uses []timeUse, frame *timeUse) *timeUse {
	a := f.a
	use := speaking(uses)
	if use == nil && frame != nil && !beforeFrame(c, frame) && !undated(a, c) {
		use = frame
	}
	var g *group
	if use != nil && use != frame {
		g = use.group
	}
	claim.Mood = moodOf(a, c, g, use != nil)
	if use != nil && use.standing == planned && (claim.Mood == article.Asserted || claim.Mood == article.Ongoing) {
		claim.Mood = article.Scheduled
	}
	if h := a.Blocks[claim.Block].Section; c.main() == nil && h >= 0 && f.foresees(h) && (claim.Mood == article.Asserted || claim.Mood == article.Ongoing) {
		claim.Mood = article.Scheduled // "March 2026: opening of the hall", under "Calendar"
	}
	tenures := findTenures(a.Text[claim.Span.Start:claim.Span.End], claim.Span.Start, f.alm)
	switch {
	case use != nil:
		claim.Readings = f.readings(c, use)
		f.overrule(claim, tenures)
	case len(tenures) > 0:
		claim.Readings = readingsOf(a, latestTenure(tenures), article.ByTenure, "almanac")
		if hangsAhead(a, c, latestTenure(tenures)) {
			claim.Mood = article.Forecast
		}
	case c.main() != nil && c.main().tense == past:
		if claim.Readings = f.inherited(c, claim.Sentence); claim.Readings == nil {
			claim.Readings = f.headed(claim.Block)
		}
	}
	claim.Present, claim.Cue = presentCue(a, c, claim.Mood, uses)
	return use
}

// undated reports whether the clause names a time that could not be read: "in August
// of that year". The time that opened the sentence is then not its own.
func undated(a *article.Article, c *clause) bool {
	return slices.ContainsFunc(timesIn(a, tokenSpan(a, c.tokens)), func(t article.Time) bool {
		return t.Kind == when.KindDate && len(t.Readings) == 0 && !t.Now
	})
}

// beforeFrame reports whether a clause in the past perfect goes back behind the
// time that opened the sentence: "In 2024 the fossil was renamed; it had been found by Lam".
func beforeFrame(c *clause, frame *timeUse) bool {
	m := c.main()
	return m != nil && m.first == "had" && frame.Relation == when.In && frame.main != nil && frame.main.first != "had"
}

// headed dates a claim told in the past by the heading it stands under, where
// that begins with a time: "2019–2021: the rise", "March 2025". The heading may
// only name the period it tells of most, so the reading is in doubt.
func (f *claimer) headed(block int) []article.Reading {
	a := f.a
	h := a.Blocks[block].Section
	if h < 0 {
		return nil
	}
	span := a.Blocks[h].Span
	times := timesIn(a, span)
	if len(times) == 0 {
		return nil
	}
	t := times[0]
	if t.Start > span.Start+len("From ") && !closesHeading(a, span, &t) || t.Kind != when.KindDate || len(t.Readings) != 1 || t.Relation == when.Before {
		return nil
	}
	return []article.Reading{{
		When: t.Readings[0], Shape: article.Point, Basis: article.BySection, Doubt: doubtHeading,
		Because: []article.Premise{f.spokenOf(&t, t.Readings[0], "section", doubtHeading)},
	}}
}

// closesHeading reports whether a short heading is of an event and closes with
// its month: "Floods of July 2025". A year alone may only name a period.
func closesHeading(a *article.Article, span article.Span, t *article.Time) bool {
	const longest = 50
	if span.Len() > longest || t.End < span.End || len(t.Readings) != 1 || t.Readings[0].To.IsZero() || t.Readings[0].From.DaysUntil(t.Readings[0].To) > 31 {
		return false
	}
	before := strings.Fields(a.Text[span.Start:t.Start])
	return len(before) > 1 && (before[len(before)-1] == "of" || before[len(before)-1] == "in") && cellMood(a.Text[span.Start:t.Start]) != article.Forecast
}

// hangsAhead reports whether the office stands with a verb that looks ahead:
// "hopes that it will continue under X".
func hangsAhead(a *article.Article, c *clause, t tenure) bool {
	g := governing(c, c.main(), tokenAt(a, c.tokens, t.span.Start))
	return g != nil && ahead(a, c, g)
}

func latestTenure(tenures []tenure) tenure { return tenures[len(tenures)-1] }

// speaking returns the time that the claim is about: the latest of those that
// date it, since whoever reports it must have known of them all. Nil where none does.
func speaking(uses []timeUse) *timeUse {
	var best *timeUse
	for i := range uses {
		u := &uses[i]
		if u.standing != dates && u.standing != dimly && u.standing != planned {
			continue
		}
		if best == nil || u.standing < best.standing || u.standing == best.standing && begins(best).Before(begins(u)) {
			best = u
		}
	}
	return best
}

func begins(u *timeUse) when.Date { return u.Readings[0].From }

// readings turns the time a claim speaks of into its readings.
func (f *claimer) readings(c *clause, u *timeUse) []article.Reading {
	a := f.a
	basis, doubt := article.ByWords, ""
	if u.Relation == when.AsOf {
		basis = article.ByAsOf
	}
	if u.standing == dimly {
		doubt = "the words may name something rather than date it"
	}
	if u.tailed {
		doubt = doubtTail
	}
	if u.Relative && !a.Dated.Stated {
		doubt = "the words hang on a date that the article does not state"
	}
	if u.Told {
		doubt = "the words hang on a date that the paragraph names before"
	}
	how := "stated"
	var anchor []article.Premise
	if u.Relative || u.Told {
		how = "anchor"
	}
	if u.Relative && a.Dated.Stated {
		anchor = a.Dated.Because
	}
	intervals := u.Readings
	if end, ok := when.Parse(a.Text[u.CoreStart:u.CoreEnd], a.Dated.When); ok && u.Relation == when.Until {
		intervals = []when.Interval{end} // that it ended is known once the end has come
	}
	var readings []article.Reading
	for _, iv := range intervals {
		readings = append(readings, article.Reading{
			When: iv, Shape: shapeOf(&u.Time), Basis: basis, Doubt: doubt, Planned: (announced(a, c, u.group) || enacted(a, c)) && !lasts(a, c, u), Outcome: tellsOutcome(a, c, u.group) && !setBeforehand(a, c, u.group),
			Because: append([]article.Premise{f.spokenOf(&u.Time, iv, how, doubt)}, anchor...),
		})
	}
	return readings
}

// lasts reports whether the clause tells what has been so since, which nobody
// announces: "since the war began in 2022, trade has shifted".
func lasts(a *article.Article, c *clause, u *timeUse) bool {
	return (u.Relation == when.Since || lowToken(a, c.tokens.From) == "since") && !enacted(a, c)
}

// spokenOf is the premise that a claim speaks of one reading of t.
func (f *claimer) spokenOf(t *article.Time, iv when.Interval, how, doubt string) article.Premise {
	return article.Premise{What: "speaks of", Words: f.a.Text[t.Start:t.End], Span: t.Span(), When: iv, How: how, Doubt: doubt}
}

// shapeOf says how a time is compared: what is told of a whole run, or of its
// end, is known only when that has come.
func shapeOf(t *article.Time) article.Shape {
	if t.Relation == when.Between {
		return article.Whole
	}
	return article.Point
}

// overrule lets the clause's own time choose between the terms of an office:
// those it excludes are dropped with the reason.
func (f *claimer) overrule(claim *article.Claim, tenures []tenure) {
	for _, t := range tenures {
		for _, r := range readingsOf(f.a, t, article.ByTenure, "almanac") {
			if r.When.Overlaps(claim.Readings[0].When) || len(t.terms) == 1 {
				continue
			}
			r.Because[0].Doubt = "the clause's own time excludes it"
			claim.Dropped = append(claim.Dropped, r)
		}
	}
}

// cell makes the claim of a table cell, dated by its words, else by its heads.
func (f *claimer) cell(b int) {
	a := f.a
	block := a.Blocks[b]
	text := a.Text[block.Span.Start:block.Span.End]
	if block.RowHead == b || block.Column == 0 || len(strings.Fields(text)) < 2 {
		return
	}
	claim := article.Claim{Span: block.Span, Sentence: -1, Block: b, Mood: cellMood(text), Entities: entityIndexes(a, block.Span)}
	for _, m := range f.byBlock[b] {
		claim.Citations = append(claim.Citations, m.citations...)
		if m.span.End == claim.Span.End {
			claim.Span.End = m.span.Start
		}
	}
	said := a.Text[claim.Span.Start:claim.Span.End]
	claim.Span.End -= len(said) - len(strings.TrimRight(said, " "))
	claim.Readings = f.cellReadings(b)
	if f.foreseenByHead(b) {
		claim.Mood = article.Forecast
	}
	claim.Through = len(f.claims)
	f.claims = append(f.claims, claim)
}

// cellReadings dates a cell: by a time among its own words, else by its column's
// head, else by its row's.
func (f *claimer) cellReadings(b int) []article.Reading {
	a := f.a
	block := a.Blocks[b]
	if own := f.placed(block.Span, article.ByWords, "stated"); len(own) > 0 {
		return own
	}
	for _, head := range []int{block.ColumnHead, block.RowHead} {
		if head < 0 {
			continue
		}
		span := a.Blocks[head].Span
		if named := f.placed(span, article.ByHead, "table head"); len(named) > 0 {
			return named
		}
		if tenures := findTenures(a.Text[span.Start:span.End], span.Start, f.alm); len(tenures) > 0 {
			return readingsOf(a, latestTenure(tenures), article.ByHead, "table head and almanac")
		}
	}
	return nil
}

// placed reads the latest time that a cell or head names.
func (f *claimer) placed(span article.Span, basis article.Basis, how string) []article.Reading {
	var best *article.Time
	times := timesIn(f.a, span)
	for i := range times {
		t := &times[i]
		if t.Kind == when.KindDate && len(t.Readings) > 0 && t.Relation != when.Before && !(t.Now && t.Relation != when.AsOf) && (best == nil || best.Readings[0].From.Before(t.Readings[0].From)) {
			best = t
		}
	}
	if best == nil {
		return nil
	}
	if best.Relation == when.AsOf {
		basis = article.ByAsOf
	}
	var readings []article.Reading
	for _, iv := range best.Readings {
		readings = append(readings, article.Reading{
			When: iv, Shape: shapeOf(best), Basis: basis, Because: []article.Premise{f.spokenOf(best, iv, how, "")},
		})
	}
	return readings
}

// cellMood reads a cell's mood from its words: cells seldom have a verb.
func cellMood(text string) article.Mood {
	for _, w := range wordsOf(text, 0) {
		if willWords[w.low] || planNouns[w.low] || planAdjectives[w.low] || planVerbs[w.low] {
			return article.Forecast
		}
	}
	return article.Ongoing
}
