package brief

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/brief/bibliography"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// what acts somewhere: in a page, a log, a terminal, a spreadsheet, XML, SARIF.
const hostileWords = "<script>alert(1)</script> [x](javascript:alert(2)) ::error::pwned ##[error]rm ##vso[task.x]y ]]> --> {0} \x1b[31mred\x1b[0m \x1b]8;;http://e.example\x07 \u202egnp.exe\u202c \u009b31m \U000E0041\u200f @everyone ${{ secrets.X }} {% include x %} %0A::warning::x"

const hostileName = "in/../a\n::error::name%0A<b>{{x}}\x1b[2J\u202e]]>&\".md"

// hostile is an article that says them wherever something of an article is told.
func hostile(t testing.TB) ([]check.Result, Run) {
	d := newDraft(t, "=HYPERLINK(1) "+hostileWords+" in 2024 [1].\n::error::first\r\n"+hostileWords+"\n")
	d.a.Name = hostileName
	d.a.Title = hostileWords
	d.reference(hostileWords, "=1+1 "+hostileWords, "javascript:alert(3)", when.Year(2021), day(2022, 1, 1))
	d.a.References[0].Span = d.at("::error::first")
	d.claim("=HYPERLINK(1) "+hostileWords+" in 2024", when.Year(2024), "2024", 1)
	d.a.Problems = []article.Problem{{Message: "\n::error::problem " + hostileWords}}
	d.finding(check.Finding{
		Rule: "as-of-after-access", Severity: check.Error, Decision: true, Span: d.at(hostileWords), Message: "\n::error::message\r\n" + hostileWords,
		Help: "\r::error::help " + hostileWords, Line: "\n" + hostileWords, Label: hostileWords, Claims: []int{0}, References: []int{0}, Fingerprint: "a1",
		Related: []check.Related{{Span: d.at("::error::first"), Label: "\n" + hostileWords}},
		Fixes:   []check.Fix{{Message: "\n" + hostileWords, Edits: []check.Edit{{Span: d.at("=HYPERLINK(1)"), Text: "\n::error::edit" + hostileWords}}}},
	})
	r := d.judged()
	r.Accepted = []check.Accepted{{Finding: r.Findings[0], How: "comment", Reason: "\n::error::reason " + hostileWords}}
	r.Faults = []check.Fault{{Rule: "role-conflict", Message: "\n::error::fault " + hostileWords}}
	run := trialRun
	run.Across = []check.BatchFinding{{
		Rule: "across", Severity: check.Warning, Message: "\n::error::across " + hostileWords, Fingerprint: "a2",
		Places: []check.Place{{Name: hostileName, Span: d.at("2024"), Words: hostileWords, Label: hostileWords}},
	}}
	run.Unread = []Unread{{Name: hostileName, Line: 3, Message: "\n::error::unread " + hostileWords}}
	return []check.Result{r}, run
}

func TestNothingOfAHostileArticleActs(t *testing.T) {
	results, run := hostile(t)
	o := ClaimReviewOptions{Site: "https://desk.example", Reviewer: hostileWords, Page: func(name string) string { return name }}
	refs := results[0].Article.References
	formats := append([]written{
		{"csl", func([]check.Result, Run) ([]byte, error) { return bibliography.CSL(refs) }, nil},
		{"bibtex", func([]check.Result, Run) ([]byte, error) { return bibliography.BibTeX(refs), nil }, nil},
		{"ris", func([]check.Result, Run) ([]byte, error) { return bibliography.RIS(refs), nil }, nil},
		{"claimreview", func(r []check.Result, run Run) ([]byte, error) { return ClaimReviews(r, run, o) }, nil},
		{"csv template", func(r []check.Result, run Run) ([]byte, error) {
			form, err := ParseTemplate("x", []byte("{{range .articles}}{{range .references}}{{csv .title}}{{end}}{{end}}\n"))
			if err != nil {
				return nil, err
			}
			return form.Execute(r, run, JSONOptions{})
		}, nil},
	}, findingFormats...)
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			data, err := f.write(results, run)
			if err != nil {
				t.Fatal(err)
			}
			if f.count != nil {
				if n := f.count(t, data); n != 2 && f.name != "terminal" {
					t.Errorf("it has %d findings, and there are 2", n)
				}
			}
			inertIn(t, f.name, data)
		})
	}
}

// The pages for readers of the same article, and the index over it.
func TestNoPageActsForAHostileArticle(t *testing.T) {
	results, run := hostile(t)
	b := New(results[0], run)
	entries := []RunResult{Done(results[0], []string{hostileName, hostileName}), Failed(hostileName, errors.New(hostileWords))}
	index, err := IndexHTML(entries, run)
	if err != nil {
		t.Fatal(err)
	}
	file, err := b.PDF(PDFOptions{})
	if err != nil {
		t.Fatal(err)
	}
	templates := regexp.MustCompile(`\{[{%]`)
	links := regexp.MustCompile(`(?i)[^\\]<script|[^\\]\]\(<?(?:javascript|data):|^::`)
	for name, page := range map[string]struct {
		data []byte
		acts *regexp.Regexp
	}{
		"markdown":       {b.Markdown(hostileName), regexp.MustCompile(templates.String() + "|" + links.String())},
		"index.md":       {IndexMarkdown(entries, run), regexp.MustCompile(templates.String() + "|" + links.String())},
		"index.html":     {index, regexp.MustCompile(`(?i)<script>alert|(?:href|src)="(?:javascript|data:[^,])`)},
		"timeline":       {b.SVG(), regexp.MustCompile(`(?i)<script|<a\b|\bon\w+=`)},
		"links in a PDF": {file, regexp.MustCompile(`(?i)/URI \((?:javascript|data|vbscript):`)},
	} {
		if at := page.acts.Find(page.data); at != nil {
			t.Errorf("%s: %q would act", name, at)
		}
		if name != "links in a PDF" && strings.ContainsFunc(string(page.data), func(r rune) bool { return r != '\n' && r != '\t' && hidden(r) }) {
			t.Errorf("%s: characters that act without being seen are in it", name)
		}
	}
}

// inertIn reports what of the hostile article could act in a format.
func inertIn(t *testing.T, format string, data []byte) {
	t.Helper()
	if !utf8.Valid(data) {
		t.Error("it is not UTF-8")
	}
	if bytes.ContainsAny(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), "\x1b\x07\r") {
		t.Errorf("a control character is in %q", data)
	}
	// The lines of github are commands already, RIS has no way to write these signs
	// otherwise, and a template is the user's.
	if at := logCommand.Find(data); at != nil && format != "github" && format != "ris" && !strings.HasSuffix(format, "template") {
		t.Errorf("a log would obey %q", at)
	}
	if strings.ContainsFunc(string(data), func(r rune) bool { return r != '\n' && r != '\r' && r != '\t' && hidden(r) }) {
		t.Error("characters that act without being seen are in it")
	}
	switch format {
	case "json", "sarif", "gitlab", "rdjson", "annotation", "claimreview", "csl":
		if bytes.Contains(data, []byte("<script>")) && format != "csl" {
			t.Error("a page that holds it would run the script")
		}
		instance(t, data)
	case "jsonl", "rdjsonl":
		for line := range bytes.Lines(data) {
			instance(t, line)
		}
	case "junit", "checkstyle":
		wellFormed(t, data)
	}
	if format != "template" && format != "csv template" {
		for line := range bytes.Lines(data) {
			if bytes.HasPrefix(bytes.TrimSpace(line), []byte("::error::")) {
				t.Errorf("a line of the article's is a command: %q", line)
			}
		}
	}
	switch format {
	case "github-summary":
		if bad := regexp.MustCompile(`[^\\]<script|[^\\]\]\(|\{[{%]|(?m)^::`).Find(data); bad != nil {
			t.Errorf("%q is in it", bad)
		}
	case "sarif":
		// What a fix writes into the file is no message.
		messages := regexp.MustCompile(`"insertedContent": \{\s*"text": "(?:[^"\\]|\\.)*"`).ReplaceAll(data, nil)
		if bytes.Contains(messages, []byte("](javascript:")) || bytes.Contains(messages, []byte(" {0}")) {
			t.Error("a reader would make a link, or look for an argument")
		}
	case "csv template":
		if !bytes.HasPrefix(data, []byte(`"'=1+1 `)) {
			t.Errorf("a spreadsheet would reckon: %q", data)
		}
	}
}

func wellFormed(t *testing.T, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if start, ok := token.(xml.StartElement); ok && (start.Name.Local == "script" || start.Name.Local == "b") {
			t.Errorf("the article made an element %s", start.Name.Local)
		}
	}
}
