package brief

import (
	"strings"
	"testing"
)

// The forms for readers print the counts that the forms for programs can be counted
// by, TestEveryFormatHasEveryFinding; so they are the same.
func TestPagesAndIndexesCountWhatTheFormatsHave(t *testing.T) {
	results, run := pair(t)
	var entries []RunResult
	for i, counts := range []string{
		"3 findings in 4 claims with 4 sources and 5 citations: 1 decision error, 1 warning and 1 note.",
		"2 findings in 4 claims with 4 sources and 5 citations: 1 decision error and 1 warning.",
	} {
		b := New(results[i], run)
		page := htmlOf(t, b)
		for form, words := range map[string]string{
			"markdown": string(b.Markdown("")), "html": string(page.source), "pdf": strings.Join(b.set(PDFOptions{}).Words(), " "),
		} {
			if n := strings.Count(squeezed(words), squeezed(counts)); n != 1 {
				t.Errorf("%s: %s says %q %d times", results[i].Article.Name, form, counts, n)
			}
		}
		entries = append(entries, Done(results[i], []string{"a.md", "a.pdf"}))
	}
	page, err := IndexHTML(entries, run)
	if err != nil {
		t.Fatal(err)
	}
	const counts = "2 errors, 3 warnings and 1 note in 2 articles" // one warning is across them
	for form, words := range map[string]string{
		"markdown": string(IndexMarkdown(entries, run)), "html": string(page), "pdf": strings.Join(indexSheets(entries, run, PDFOptions{}).Words(), " "),
	} {
		if !strings.Contains(squeezed(words), squeezed(counts)) {
			t.Errorf("the index as %s does not say %q", form, counts)
		}
	}
	summary := decoded(t, must(IndexJSON(entries, run)))["summary"].(object)
	if summary["errors"] != 2.0 || summary["warnings"] != 3.0 || summary["infos"] != 1.0 || summary["decision"] != 2.0 {
		t.Errorf("the index as JSON says %v", summary)
	}
}
