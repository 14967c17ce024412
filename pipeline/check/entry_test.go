package check

import (
	"testing"

	"citevet/pipeline/article"
)

func TestOwn(t *testing.T) {
	r := &article.Reference{Span: article.Span{Start: 10, End: 50}}
	for name, tt := range map[string]struct {
		field article.Field
		want  bool
	}{
		"read in the entry":        {article.Field{Text: "2021", Span: article.Span{Start: 20, End: 24}}, true},
		"taken from another":       {article.Field{Text: "2021", Span: article.Span{Start: 80, End: 84}}, false},
		"reaching over its end":    {article.Field{Text: "2021", Span: article.Span{Start: 48, End: 52}}, false},
		"absent":                   {article.Field{}, false},
		"the whole of the entry":   {article.Field{Text: "x", Span: r.Span}, true},
		"absent, at its own place": {article.Field{Span: r.Span}, false},
	} {
		if got := Own(r, tt.field); got != tt.want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}

func TestPrinted(t *testing.T) {
	some := article.Field{Text: "12"}
	for name, tt := range map[string]struct {
		entry article.Reference
		want  bool
	}{
		"a web page":            {article.Reference{Type: "webpage"}, false},
		"nothing known":         {article.Reference{}, false},
		"a newspaper's article": {article.Reference{Type: "article-newspaper"}, false},
		"a journal's article":   {article.Reference{Type: "article-journal"}, true},
		"a volume":              {article.Reference{Volume: some}, true},
		"an identifier":         {article.Reference{Type: "webpage", DOI: some}, true},
	} {
		if got := Printed(&tt.entry); got != tt.want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}

func TestEntryName(t *testing.T) {
	a := &article.Article{References: []article.Reference{{Label: article.Field{Text: "7"}}, {}}}
	if got := EntryName(a, 0); got != "entry 7" {
		t.Errorf("numbered: %q", got)
	}
	if got := EntryName(a, 1); got != "the entry in place 2" {
		t.Errorf("unnumbered: %q", got)
	}
}
