package brief

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
	"sync"
)

//go:embed html
var assets embed.FS

// HTML returns the briefing as one page that needs nothing beside it and asks
// nothing of any network: its style and its script stand in it and are the only
// ones it allows. Without the script it can be read as well. What it takes from
// the article is text and nothing else.
func (b Briefing) HTML() ([]byte, error) {
	return webPages().render("briefing.html", newWebBriefing(b))
}

// linkedAtOnce is how many claims a list links before the rest has to be opened.
const linkedAtOnce = 20

// web are the pages' templates, read once.
type web struct {
	templates *template.Template
	err       error
}

var webPages = sync.OnceValue(func() web {
	t, err := template.New("").Funcs(template.FuncMap{
		"join": strings.Join, "plural": plural, "visible": visible, "day": dayWords, "time": timeWords, "event": eventWords,
		"sentence": sentenceCase, "file": fileLink, "format": formatName,
		"few": func(ids []string) []string { return ids[:min(len(ids), linkedAtOnce)] }, "beyond": func(ids []string) []string { return ids[min(len(ids), linkedAtOnce):] },
		"add": func(x, y int) int { return x + y },
	}).ParseFS(assets, "html/*.html")
	return web{t, err}
})

func (w web) render(name string, data any) ([]byte, error) {
	if w.err != nil {
		return nil, fmt.Errorf("write HTML: %w", w.err)
	}
	var out bytes.Buffer
	if err := w.templates.ExecuteTemplate(&out, name, data); err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	return out.Bytes(), nil
}

// webShell is what every page has: its style, its script, and the policy that
// lets nothing else act.
type webShell struct {
	Style  template.CSS
	Script template.JS
	Policy string
}

// shell puts the named assets into a page, one after the other.
func shell(styles, scripts []string) webShell {
	joined := func(names []string) string {
		var all strings.Builder
		for _, name := range names {
			all.WriteString(asset(name))
		}
		return all.String()
	}
	s, js := joined(styles), joined(scripts)
	return webShell{
		template.CSS(s), template.JS(js),
		"default-src 'none'; style-src '" + digest(s) + "'; script-src '" + digest(js) + "'; img-src data:; base-uri 'none'; form-action 'none'",
	}
}

func asset(name string) string {
	data, err := assets.ReadFile("html/" + name)
	if err != nil {
		panic(err) // embedded: its name is a constant of this package
	}
	return string(data)
}

// digest names a style or a script in a policy.
func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// webBriefing is a briefing with what a page needs beside it.
type webBriefing struct {
	Briefing
	webShell
	CountsWords string
	ToldWords   string
	Omitted     string // how many sources the timeline leaves out
	NoFindings  string
	NoTimeline  string
	Standing    string
	Belongs     string
	Lang        string // of the article, empty where it is not known
	Verdicts    []webVerdict
	Grades      []webGrade
	Rubric      []ConfidenceWords
	NotChecked  string
	Strip       template.HTML
	Chart       template.HTML
	Key, More   []webFinding
	Groups      []webGroup
	ClaimRows   []*webClaim
	Method      []string
	FiredWords  []string
	Provenance  []part

	numbers  map[string]int
	findings map[string]*Finding
	placed   map[string]bool
}

// webVerdict is a verdict with how many claims have it.
type webVerdict struct {
	VerdictWords
	Count int
}

// webGrade is a grade of findings with how many of the briefing's have it.
type webGrade struct {
	Name, Words, Glyph string
	Count              int
}

// webFinding is a finding with its parts and with links to its places.
type webFinding struct {
	Finding
	Parts   []part
	Places  []webPlace
	Quote   string // what the first place says
	Further string // the lines of places that are not quoted
	Beyond  string // how many these are, and their lines
}

type webPlace struct {
	Place
	At string // ID of an element in the text, empty where there is none
}

// The style and the script of a briefing's page, part by part.
var (
	briefingStyles  = []string{"page.css", "briefing.css", "timeline.css", "article.css", "margin.css", "filters.css"}
	briefingScripts = []string{"margin.js", "notes.js", "light.js", "keys.js"}
)

func newWebBriefing(b Briefing) *webBriefing {
	w := &webBriefing{
		Briefing: b, webShell: shell(briefingStyles, briefingScripts),
		CountsWords: countsWords(b.Counts), ToldWords: toldWords(b), NoFindings: noFindings, NoTimeline: noTimeline, Standing: Standing, Belongs: verdictsBelong, Lang: languageTag(b.Language),
		Rubric: Rubric, NotChecked: strings.Join(NotChecked, "; "), Method: methodWords, FiredWords: firedWords(b.Fired), Provenance: provenance(b),
		Strip: template.HTML(coverStrip(b)), numbers: sourceNumbers(b.Sources), findings: map[string]*Finding{}, placed: map[string]bool{},
	}
	if b.Timeline.Omitted > 0 {
		w.Omitted = b.Timeline.omittedWords()
	}
	if len(b.Timeline.Rows) > 0 {
		c := newChart(b, true)
		c.draw()
		w.Chart = template.HTML(c.String())
	}
	for i, v := range Verdicts {
		w.Verdicts = append(w.Verdicts, webVerdict{v, b.Counts.Verdicts[i]})
	}
	for i := range b.Findings {
		w.findings[b.Findings[i].ID] = &b.Findings[i]
	}
	w.Grades = gradesOf(b.Findings)
	w.annotate()
	for i, f := range b.Findings {
		if i < keyFindings {
			w.Key = append(w.Key, w.finding(f))
		} else {
			w.More = append(w.More, w.finding(f))
		}
	}
	return w
}

// gradesOf counts the findings of the briefing by grade, the gravest first.
func gradesOf(findings []Finding) []webGrade {
	var grades []webGrade
	for _, f := range findings {
		if n := len(grades); n == 0 || grades[n-1].Name != f.Grade() {
			grades = append(grades, webGrade{f.Grade(), f.gradeWords(), f.Tone().Glyph(), 0})
		}
		grades[len(grades)-1].Count++
	}
	return grades
}

// annotate lays out the article and its claims.
func (w *webBriefing) annotate() {
	layout := annotator{claims: map[string]*webClaim{}, findings: w.findings, sources: w.numbers, placed: w.placed, told: map[string]string{}}
	for _, c := range w.Claims {
		one := &webClaim{Claim: c, Verdict: wordsOf(c.Word)}
		var labels []string
		for _, s := range c.Sources {
			labels = append(labels, s.Label)
		}
		one.Numbers = numbersOf(labels, w.numbers)
		layout.note(one)
		layout.claims[c.ID] = one
		w.ClaimRows = append(w.ClaimRows, one)
	}
	w.Groups = layout.groups(w.Text)
}

func (w *webBriefing) finding(f Finding) webFinding {
	out := webFinding{Finding: f, Parts: findingParts(f)}
	if len(f.Places) > 0 {
		out.Quote = quoted(f.Places[0].Quote(), 110)
	}
	for i, p := range f.Places {
		if i == shownPlaces {
			out.Further = placesWords(f.Places[shownPlaces:])
			out.Beyond = plural(len(f.Places)-shownPlaces, "further place") + " (line and column): " + out.Further
			break
		}
		one := webPlace{Place: p, At: p.Claim}
		if p.Claim == "" && w.placed[signID(f.ID, i)] {
			one.At = signID(f.ID, i)
		}
		out.Places = append(out.Places, one)
	}
	return out
}

// Placed reports whether the text has an element of this ID.
func (w *webBriefing) Placed(id string) bool { return w.placed[id] }

// webLabel is a source's label with its number in the table, 0 for none.
type webLabel struct {
	Label  string
	Number int
}

// LabelOf returns a label as a link needs it.
func (w *webBriefing) LabelOf(label string) webLabel { return webLabel{label, w.numbers[label]} }

// Labels returns labels as links need them.
func (w *webBriefing) Labels(labels []string) []webLabel {
	all := make([]webLabel, len(labels))
	for i, l := range labels {
		all[i] = w.LabelOf(l)
	}
	return all
}

// Class returns the tone as a name that a style sheet knows.
func (t Tone) Class() string {
	return [...]string{ToneUnknown: "unknown", ToneConflict: "conflict", ToneReview: "review", ToneConsistent: "consistent", ToneNote: "note"}[t]
}

// Level returns the claim's confidence in words, empty where none was needed.
func (c Claim) Level() string { return c.confidence() }

// Speaks returns the time that the claim speaks of and how it was found.
func (c Claim) Speaks() string { return spokenWords(c) }

// GradeWords returns the finding's grade as the counts name it.
func (f Finding) GradeWords() string { return f.gradeWords() }

// Positions returns the finding's places as lines and columns.
func (f Finding) Positions() string { return placesWords(f.Places) }
