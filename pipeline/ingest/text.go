package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"citevet/pipeline/article"
)

// wrapWidth is the most columns that hard-wrapped text is taken to have; a
// longer line is a paragraph of its own.
const wrapWidth = 120

// readText takes plain text as it is and divides it into parts.
//
// Whether the end of a line ends a paragraph is decided by evidence, for each
// stanza (the lines between two blank ones) and, where that says nothing, for
// the document. Lines were hard-wrapped if the next line's first word would not
// have fitted on them within the width, or if as many go on in a small letter as
// not. In wrapped text a line that reaches the margin, or stops in mid-sentence,
// goes on in the next. Elsewhere every line is a paragraph, but for a line that
// stops in mid-sentence before a small letter.
func (d *draft) readText() {
	plain := normalize(string(d.Source))
	d.Text, d.Origin = string(plain.text), plain.origin
	lines := d.readLines()
	measure(lines)
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && continues(lines[i], lines[end-1], lines[end]) {
			end++
		}
		d.addLines(lines[i:end])
		i = end
	}
}

// line is one line of plain text that is not blank.
type line struct {
	span       article.Span // without surrounding spaces, never empty
	words      string
	indent     int // columns
	width      int // columns, indent included
	wrap       int // the width it was wrapped to, 0 where it was not
	afterBlank bool
	label      label
}

// isLong reports whether a line is wider than wrapped ones are. An address
// cannot be broken, so its width says nothing.
func (l line) isLong() bool { return l.width > wrapWidth && strings.Contains(l.words, " ") }

func (d *draft) readLines() []line {
	var lines []line
	blank := true
	for start := 0; start < len(d.Text); {
		end := len(d.Text)
		if n := strings.IndexByte(d.Text[start:], '\n'); n >= 0 {
			end = start + n
		}
		span := d.trim(article.Span{Start: start, End: end})
		if span.Len() == 0 {
			blank = true
		} else {
			words := d.words(span)
			indent := columns(d.Text[start:span.Start])
			lines = append(lines, line{span: span, words: words, indent: indent, width: indent + columns(words),
				afterBlank: blank, label: readLabel(words)})
			blank = false
		}
		start = end + 1
	}
	return lines
}

// measure sets the width that each line was wrapped to.
func measure(lines []line) {
	width := documentWidth(lines)
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && !lines[end].afterBlank {
			end++
		}
		wrap := stanzaWidth(lines[i:end])
		if wrap == 0 {
			wrap = width
		}
		for ; i < end; i++ {
			lines[i].wrap = wrap
		}
	}
}

// minWidth is how wide wrapped prose is at least; narrower lines are verse, code
// or lists.
const minWidth = 40

// stanzaWidth returns the width that the lines between two blank ones were
// wrapped to, 0 where they do not show it.
func stanzaWidth(lines []line) int {
	e := evidenceOf(lines)
	if e.long || e.width < minWidth {
		return 0
	}
	if e.ends >= 2 && e.full == e.ends || e.small > 0 && e.small*2 >= e.ends {
		return e.width
	}
	return 0
}

// documentWidth returns the width that most stanzas of the text were wrapped to,
// 0 where they were not.
func documentWidth(lines []line) int {
	e := evidenceOf(lines)
	if e.width >= minWidth && (e.full >= 3 && e.full*5 >= e.ends*3 || e.small >= 3 && e.small*2 >= e.ends) {
		return e.width
	}
	return 0
}

// evidence is what the ends of lines say for wrapping.
type evidence struct {
	width int  // of the widest line that can have been wrapped
	long  bool // whether a line is too long to have been
	ends  int  // line ends between lines that can have been
	full  int  // of these, where the next word would not have fitted
	small int  // of these, where the next line begins in a small letter
}

func evidenceOf(lines []line) evidence {
	var e evidence
	for _, l := range lines {
		if l.isLong() {
			e.long = true
		} else if l.width <= wrapWidth && strings.Contains(l.words, " ") {
			e.width = max(e.width, l.width)
		}
	}
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if b.afterBlank || a.isLong() || b.isLong() || !plainLine(b) {
			continue
		}
		e.ends++
		if isFull(a, b, e.width) {
			e.full++
		}
		if beginsSmall(b.words) {
			e.small++
		}
	}
	return e
}

// isFull reports whether the first word of b would not have fitted on a.
func isFull(a, b line, width int) bool {
	first, _, _ := strings.Cut(b.words, " ")
	return a.width+1+columns(first) > width
}

// reaches reports whether a wrapped line comes near enough to the margin to have
// been broken there, by machine or by hand.
func reaches(last, next line) bool {
	return last.width*5 >= last.wrap*4 || isFull(last, next, last.wrap)
}

// continues reports whether next belongs to the paragraph that first begins and
// last is so far the end of.
func continues(first, last, next line) bool {
	if next.afterBlank || isByline(next.words) && datePattern.MatchString(next.words) || isRule(last.words) || isCue(last.words) || headingMarks(last.words) > 0 {
		return false
	}
	if isTableRow(last.words) && isTableRow(next.words) {
		return true
	}
	if !plainLine(next) && !splitsSentence(first, last, next) {
		return false
	}
	if last.isLong() || next.isLong() {
		return false
	}
	if isTableRow(first.words) {
		return false
	}
	if first.label.form != noLabel && next.indent > first.indent {
		return true
	}
	if last.wrap == 0 {
		return !endsSentence(last.words) && beginsSmall(next.words) && !endsColon(last.words)
	}
	if last.indent > first.indent && next.indent <= first.indent {
		return false // the next hanging entry
	}
	return reaches(last, next) || !endsSentence(last.words) && (beginsSmall(next.words) || last.width*2 >= last.wrap)
}

// splitsSentence reports whether next only looks as if it began an item: the
// wrapping broke a sentence before "[3]" or a dash, or an entry in brackets
// before the "125." of "p. 125.".
func splitsSentence(first, last, next line) bool {
	if last.wrap == 0 || next.label.form == noLabel || !reaches(last, next) {
		return false
	}
	if first.label.form == noLabel {
		return !endsSentence(last.words) && !endsColon(last.words)
	}
	return next.label.form != first.label.form && next.label.form >= dotted && next.label.form != bullet
}

// plainLine reports whether a line can go on what the line before began.
func plainLine(l line) bool {
	return l.label.form == noLabel && !isRule(l.words) && !isTableRow(l.words) && !isCue(l.words) && headingMarks(l.words) == 0
}

// isCue reports whether words announce a section by a name that is known.
func isCue(words string) bool {
	return sectionOf(words) != plainSection
}

// isRule reports whether words are a line drawn across the page.
func isRule(words string) bool {
	return len(words) >= 3 && strings.Trim(words, "-=_*~#") == "" || len(words) >= 5 && strings.Trim(words, "-=_*~# ") == ""
}

// endsSentence reports whether words end as a sentence does, before closing
// quotes, brackets and citation markers.
func endsSentence(words string) bool {
	for {
		words = strings.TrimRight(words, " \t\"'”’»)")
		open := strings.LastIndexByte(words, '[')
		if !strings.HasSuffix(words, "]") || open < 0 || len(words)-open > 24 {
			break
		}
		words = words[:open]
	}
	r, _ := utf8.DecodeLastRuneInString(words)
	return strings.ContainsRune(".!?…。！？", r) && !endsAbbreviated(words)
}

// endsAbbreviated reports whether the last word is one that others follow.
func endsAbbreviated(words string) bool {
	last := words[strings.LastIndexAny(words, " \n(")+1:]
	switch strings.ToLower(last) {
	case "p.", "pp.", "vol.", "no.", "nos.", "ed.", "eds.", "fig.", "ch.", "cf.", "dr.", "mr.", "mrs.", "ms.", "prof.", "st.":
		return true
	}
	return false
}

func endsColon(words string) bool {
	return strings.HasSuffix(words, ":") || strings.HasSuffix(words, "：")
}

func beginsSmall(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.IsLower(r)
}

// addLines adds the part that lines make, or none for a drawn rule.
func (d *draft) addLines(lines []line) {
	first := lines[0]
	if isRule(first.words) {
		d.underline(first)
		return
	}
	p := part{lead: first.span.Start}
	p.Span = article.Span{Start: first.span.Start, End: lines[len(lines)-1].span.End}
	p.Kind = article.Paragraph
	if level := headingMarks(first.words); level > 0 && len(lines) == 1 {
		p.Kind, p.Level, p.marked = article.Heading, level, true
		p.Span.Start += level
		p.Span = d.trim(p.Span)
		p.Span.End = p.Span.Start + len(strings.TrimRight(d.words(p.Span), "# "))
		p.lead = p.Span.Start
	} else if first.label.form != noLabel {
		p.Kind = article.ListItem
		p.Span.Start += first.label.size
	}
	if p.Span.Len() > 0 {
		d.parts = append(d.parts, p)
	}
}

// underline makes a heading of the one short line that a rule is drawn under.
func (d *draft) underline(rule line) {
	if rule.afterBlank || len(d.parts) == 0 || strings.Trim(rule.words, "-=~") != "" {
		return
	}
	p := &d.parts[len(d.parts)-1]
	words := d.words(p.Span)
	if p.Kind != article.Paragraph || columns(words) > wrapWidth || strings.Contains(words, "\n") || isTableRow(words) {
		return
	}
	p.Kind, p.Level, p.marked = article.Heading, 2, true
	if rule.words[0] == '=' {
		p.Level = 1
	}
}

// headingMarks returns how many "#" a line begins with in Markdown's way, which
// people write in plain text too; 0 where it is no heading.
func headingMarks(words string) int {
	n := len(words) - len(strings.TrimLeft(words, "#"))
	if n == 0 || n > 6 || len(words) == n || words[n] != ' ' || columns(words) > wrapWidth {
		return 0
	}
	return n
}
