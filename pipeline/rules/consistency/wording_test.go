package consistency

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
)

func TestCompare(t *testing.T) {
	tests := map[string]struct {
		a, b    string
		changes string // "old/new", one after the other
	}{
		"equal":                     {"the dam will hold", "The dam will hold!", ""},
		"a word exchanged":          {"the dam will never hold it", "the dam will always hold it", "never/always"},
		"a word lost":               {"we did not see the dam", "we did see the dam", "not/"},
		"an excerpt":                {"I say the dam will hold for good", "the dam will hold", ""},
		"an ellipsis":               {"the dam, I say, will hold", "the dam … will hold", ""},
		"brackets":                  {"the dam will hold it", "the dam will hold [the lake]", ""},
		"a marker":                  {"the dam [3] will hold it", "the dam will hold it", ""},
		"a contraction":             {"the dam won't hold", "the dam will not hold", ""},
		"a British spelling":        {"the harbour was organised by a neighbour", "the harbor was organized by a neighbor", ""},
		"percent":                   {"some 40% of it", "some 40 percent of it", ""},
		"invalid UTF-8 is no words": {"the dam \xff\xfe will hold", "the dam will hold", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a := &article.Article{Document: article.Document{Text: tt.a + tt.b}}
			c := compare(wordsOf(a, article.Span{End: len(tt.a)}), wordsOf(a, article.Span{Start: len(tt.a), End: len(tt.a) + len(tt.b)}))
			var got []string
			for _, ch := range c.changes {
				got = append(got, joinForms(ch.a)+"/"+joinForms(ch.b))
			}
			if strings.Join(got, " ") != tt.changes {
				t.Errorf("got %q, want %q", got, tt.changes)
			}
		})
	}
}

func joinForms(words []quotedWord) string {
	var forms []string
	for _, w := range words {
		forms = append(forms, w.form)
	}
	return strings.Join(forms, " ")
}
