// Package brief says what was found: the briefing that people read, the
// diagnostics a terminal shows, and the results that programs read.
//
// The briefing is one model, [Briefing]; each of its formats is written from it
// alone, so that all show the same findings in the same order under the same
// IDs. Results for programs are written from [check.Result] as it is.
package brief

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// Run is what a report says of the run that made it.
type Run struct {
	Tool    string // "citevet"
	Version string
	Config  string    // hash of the configuration, hexadecimal
	AsOf    when.Date // the day of the run
	Command string    // the command that reproduces it
	Exit    []int     // every exit code that holds, in order; none is a clean run
	// Folders are the names of the working folder, absolute and with slashes; links
	// may give it several. Formats for machines name files below it relative to it.
	Folders []string
	// Across are the findings across the articles of the run.
	Across []check.BatchFinding
	// Unread are the inputs that could not be read, in order.
	Unread []Unread
}

// Name returns the tool's name with its version.
func (run Run) Name() string { return strings.TrimSpace(toolName(run) + " " + run.Version) }

// Briefing is what a reader is told of one article.
type Briefing struct {
	Run    Run
	Name   string // the input, as the user named it
	Title  string // the article's, or its name where it has none
	SHA256 string // of the input, hexadecimal
	AsOf   when.Date
	Dated  string // when the article was written and how that is known
	// Language is the article's, by BCP 47; "und" where it could not be told.
	Language string

	Cover    Cover
	Counts   Counts
	Findings []Finding
	Timeline Timeline
	Text     []Passage // the article itself
	Claims   []Claim
	Sources  []Source
	Entities []Entity
	Limits   []string // what could not be read or done
	Fired    []Fired
	RulesRun string // how many of each family
}

// Cover is the strip at the head of a briefing.
type Cover struct {
	Tone     Tone
	Verdict  string // in words
	Sentence string // what a reader has to know if nothing else is read
}

// New returns the briefing of a judged article.
func New(r check.Result, run Run) Briefing {
	a := r.Article
	b := Briefing{
		Run: run, Name: a.Name, SHA256: r.SHA256, AsOf: r.AsOf,
		Title:    titleOf(a),
		Dated:    datedWords(a.Dated),
		Language: a.Language,
		Findings: findingsOf(r),
		Limits:   limitsOf(r),
		Entities: entitiesOf(a),
	}
	b.Claims = claimsOf(r, b.Findings)
	b.Sources = sourcesOf(r, b.Findings)
	b.Timeline = timelineOf(r)
	b.Text = passagesOf(r, b.Findings)
	b.Counts = countsOf(r)
	b.RulesRun, b.Fired = rulesOf(r)
	b.Cover = coverOf(b.Counts, unsupported(r))
	return b
}

func titleOf(a *article.Article) string {
	return quoted(cmp.Or(a.Title, a.Meta.Title, path.Base(a.Name)), 200)
}

func datedWords(d article.Dating) string {
	if d.When.IsZero() {
		return "The article gives no date of its own, and none could be inferred."
	}
	words := "The article's own date is taken to be " + timeWords(d.When)
	if from, to, spans := strings.Cut(timeWords(d.When), " to "); spans {
		words = "The article's own date is taken to lie between " + from + " and " + to
	}
	switch {
	case d.When.From.IsZero():
		return "The article gives no date of its own, and nothing in it says after which day it was written."
	case d.When.To.IsZero():
		words = "The article is taken to be of " + dayWords(d.When.From) + " or later"
	}
	var from []string
	for _, p := range d.Because {
		if p.Words != "" && len(from) < 3 {
			from = append(from, "“"+quoted(p.Words, 60)+"”")
		}
	}
	switch {
	case d.Stated:
		return words + ", as stated."
	case len(from) > 0:
		return words + ", inferred from " + listWords(from) + "."
	}
	return words + ", as inferred."
}

// label names a reference as its entry and the table do: "[3]", and its place
// in a list without numbers.
func label(a *article.Article, ref int) string {
	if ref < 0 || ref >= len(a.References) {
		return "[?]"
	}
	return quoted(check.SourceLabel(&a.References[ref], ref), 40)
}

// unsupported returns the IDs of the claims that a decision is about, in order.
func unsupported(r check.Result) []string {
	var claims []int
	for _, f := range r.Findings {
		if f.Decision {
			claims = append(claims, f.Claims...)
		}
	}
	slices.Sort(claims)
	var ids []string
	for _, c := range slices.Compact(claims) {
		ids = append(ids, claimID(c))
	}
	return ids
}

// coverOf says the outcome in one line and one sentence, given the claims left
// without support.
func coverOf(n Counts, unsupported []string) Cover {
	compared := n.Claims - n.of(check.DateUnknown) - n.of(check.Uncited)
	switch {
	case len(unsupported) > 0:
		return Cover{ToneConflict, plural(len(unsupported), "claim") + " without possible support",
			"By their dates none of the sources cited for " + listWords(unsupported) + " could know of what is claimed."}
	case n.Errors > 0:
		return Cover{ToneConflict, plural(n.Errors, "error") + " to mend",
			"No claim was found to be left without possible support, but some citations cannot stand as they are."}
	case n.Warnings > 0:
		return Cover{ToneReview, plural(n.Warnings, "point") + " to review",
			"No date rules a citation out; what is listed here needs an editor's eye."}
	case n.Claims == 0:
		return Cover{ToneUnknown, "Nothing to compare", "No claim was found in the article's text."}
	case compared == 0 && n.Claims == 1:
		return Cover{ToneUnknown, "No dates to compare", "The one claim could not be compared with a source by date."}
	case compared == 0:
		return Cover{ToneUnknown, "No dates to compare", "None of the " + plural(n.Claims, "claim") + " could be compared with a source by date."}
	case n.Claims == 1:
		return Cover{ToneConsistent, "No conflict found", "The one claim could be compared with its sources by date, and no conflict was found."}
	}
	return Cover{ToneConsistent, "No conflict found",
		fmt.Sprintf("Of %s, %d could be compared with %s sources by date, and no conflict was found.", plural(n.Claims, "claim"), compared, pluralWord(compared, "its", "their"))}
}
