package brief

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// rendered returns what a reader's program makes of Markdown, raw HTML and
// dangerous addresses let through so that a test can see them.
func rendered(t testing.TB, markdown []byte) string {
	t.Helper()
	var out bytes.Buffer
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert(markdown, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

var (
	tags  = regexp.MustCompile(`<([a-z][a-z0-9]*)`)
	hrefs = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
)

// allowedTags are those that the briefing's own Markdown makes.
var allowedTags = map[string]bool{
	"h1": true, "h2": true, "h3": true, "p": true, "ul": true, "li": true, "strong": true, "code": true, "blockquote": true,
	"table": true, "thead": true, "tbody": true, "tr": true, "th": true, "td": true, "a": true,
}

func TestMarkdownOfAwkwardArticlesIsInert(t *testing.T) {
	texts := map[string]string{
		"autolinks":       "www.evil.example https://evil.example me@evil.example",
		"heading":         "# not a heading",
		"list":            "1. not a list",
		"fence":           "``` not a fence",
		"reference":       "[x]: https://evil.example",
		"image":           "![x](https://evil.example/x.png)",
		"cell":            "a | b \\| c",
		"entity":          "&lt;b&gt; &#60;",
		"comment":         "<!-- hidden -->",
		"code":            "`a` ``b`` |",
		"footnote":        "[^1]",
		"strike":          "~~gone~~",
		"quote":           "> not a quote",
		"rule":            "---",
		"setext":          "===",
		"upper-case link": "WWW.EVIL.EXAMPLE HTTP://EVIL.EXAMPLE mailto:a@b.example",
	}
	for name, text := range awkward {
		texts[name] = text
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			b := New(awkwardResult(t, text), trialRun)
			out := rendered(t, b.Markdown(""))
			for _, tag := range tags.FindAllStringSubmatch(out, -1) {
				if !allowedTags[tag[1]] {
					t.Errorf("an element %q comes of it", tag[1])
				}
			}
			for _, h := range hrefs.FindAllStringSubmatch(out, -1) {
				if !strings.HasPrefix(h[1], "https://example.org/") {
					t.Errorf("a link to %q comes of it", h[1])
				}
			}
			if n := strings.Count(out, "<h1"); n != 1 {
				t.Errorf("there are %d headings of the first level", n)
			}
			if strings.ContainsAny(string(b.Markdown("")), "\x00\x07\x1b\u202E") {
				t.Error("control or direction characters reach the file")
			}
		})
	}
}

func TestMarkdownIsTidy(t *testing.T) {
	for name, md := range map[string][]byte{
		"briefing": New(harbour(t).judged(), trialRun).Markdown(""),
		"many":     New(manySources(t, 60), trialRun).Markdown(""),
		"empty":    New(newDraft(t, "").judged(), trialRun).Markdown(""),
		"index":    IndexMarkdown([]RunResult{Done(harbour(t).judged(), []string{"trial.md"})}, trialRun),
	} {
		t.Run(name, func(t *testing.T) {
			lines := strings.Split(string(md), "\n")
			for i, l := range lines {
				if strings.TrimRight(l, " \t") != l {
					t.Errorf("line %d ends in white space: %q", i+1, l)
				}
				if i == 0 {
					continue
				}
				if strings.HasPrefix(l, "#") && lines[i-1] != "" {
					t.Errorf("line %d: no blank line before a heading", i+1)
				}
				if l == "" && lines[i-1] == "" {
					t.Errorf("line %d: two blank lines", i+1)
				}
				for _, start := range []string{"|", "- ", ">"} {
					if strings.HasPrefix(l, start) && lines[i-1] != "" && !strings.HasPrefix(lines[i-1], start) {
						t.Errorf("line %d: no blank line before %q", i+1, start)
					}
				}
			}
			if strings.HasSuffix(string(md), "\n\n") || !strings.HasSuffix(string(md), "\n") {
				t.Error("the file does not end in one line end")
			}
		})
	}
}

func TestMarkdownTellsFindingsInThePDFsOrder(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	md := string(b.Markdown(""))
	last := -1
	for _, f := range b.Findings {
		at := strings.Index(md, "### "+f.ID+" ")
		if at <= last {
			t.Errorf("%s stands at %d, after %d", f.ID, at, last)
		}
		last = at
	}
}

func FuzzInert(f *testing.F) {
	for _, seed := range []string{"<b>", "](javascript:x)", "a | b", "# x", "1) x", "www.x.example", "http://x", "a@b.c", "\\", "`", "&amp;", "![", "\u202E"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		out := rendered(t, []byte("| a |\n| --- |\n| "+inert(text)+" |\n"))
		if n := strings.Count(out, "<td"); n != 1 {
			t.Fatalf("%q makes %d cells: %s", text, n, out)
		}
		for _, tag := range tags.FindAllStringSubmatch(out, -1) {
			if !strings.Contains("table thead tbody tr th td", tag[1]) {
				t.Fatalf("%q makes an element %q: %s", text, tag[1], out)
			}
		}
	})
}

func TestTheArticlesDateIsSaidAsFarAsItIsKnown(t *testing.T) {
	from, to := day(2025, 5, 1), day(2025, 10, 1)
	because := []article.Premise{{Words: "mid-2025"}}
	for _, c := range []struct {
		dating article.Dating
		want   string
	}{
		{article.Dating{}, "The article gives no date of its own, and none could be inferred."},
		{article.Dating{When: when.Interval{To: to}}, "The article gives no date of its own, and nothing in it says after which day it was written."},
		{article.Dating{When: when.Interval{From: from}, Because: because}, "The article is taken to be of 1 May 2025 or later, inferred from “mid-2025”."},
		{article.Dating{When: when.Interval{From: from, To: to}, Because: because}, "The article's own date is taken to lie between 1 May and 1 October 2025, inferred from “mid-2025”."},
		{article.Dating{When: when.Day(to), Stated: true}, "The article's own date is taken to be 1 October 2025, as stated."},
	} {
		if got := datedWords(c.dating); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestMarkdownShowsTheArticleWithItsSigns(t *testing.T) {
	md := string(New(harbour(t).judged(), trialRun).Markdown(""))
	for _, words := range []string{
		"As of mid-2025 the harbour fund still had no chair, according to the council **✗ C3** \\[1\\]\\[4\\]",
		"The old quay was closed in 2012 after a storm ‹✓ C2› \\[3\\] ‹· F3›.",
	} {
		if !strings.Contains(md, words) {
			t.Errorf("%q is not in\n%s", words, md)
		}
	}
}

func TestMarkdownShowsTheTimelineThatStandsBesideIt(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	want := "![Timeline: " + b.Timeline.Title + ". The table below has its dates.](<a%20%231.svg>)"
	if md := string(b.Markdown("a #1.svg")); !strings.Contains(md, want) {
		t.Errorf("%q is not in it", want)
	}
	if md := string(b.Markdown("")); strings.Contains(md, "![") {
		t.Error("it shows a picture that there is not")
	}
}
