package source

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

func TestTitledAs(t *testing.T) {
	tests := map[string]struct {
		address, words string
		want           bool
	}{
		"a word of the host":           {"https://www.harbourrowing.com/", "Rowing on the harbour", true},
		"its initials":                 {"https://cpj.org/", "Committee to Protect Journalists", true},
		"its initials, small words in": {"https://sotl.org/", "Society of the Lakes", true},
		"words without blanks":         {"https://big-tin.com/", "The Big Tin", true},
		"another subject":              {"https://coastalherald.com/", "Wages in the ports rise again", false},
		"no words":                     {"https://coastalherald.com/", "", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			x, ok := takeApart(tt.address)
			if got := x.titledAs(tt.words); !ok || got != tt.want {
				t.Errorf("%s, %q: got %v, want %v", tt.address, tt.words, got, tt.want)
			}
		})
	}
}

func TestDropTracking(t *testing.T) {
	tests := map[string]struct{ address, want string }{
		"nothing to drop":       {"https://a-post.com/x?id=3", "https://a-post.com/x?id=3"},
		"all of the query":      {"https://a-post.com/x?utm_source=mail", "https://a-post.com/x"},
		"some of it":            {"https://a-post.com/x?utm_source=mail&id=3&fbclid=z", "https://a-post.com/x?id=3"},
		"before a fragment":     {"https://a-post.com/x?gclid=1#top", "https://a-post.com/x#top"},
		"an assistant":          {"https://a-post.com/x?utm_source=chatgpt.com&q=chatgpt.com", "https://a-post.com/x?q=chatgpt.com"},
		"a name of one host":    {"https://x.com/roe/status/1?s=20&t=abc", "https://x.com/roe/status/1"},
		"the same at another":   {"https://a-post.com/?s=20&t=abc", "https://a-post.com/?s=20&t=abc"},
		"written in upper case": {"https://a-post.com/x?UTM_Source=mail", "https://a-post.com/x"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			a := article.Article{Document: article.Document{Text: tt.address}}
			x, _ := takeApart(tt.address)
			x.span = article.Span{End: len(tt.address)}
			if got := check.Mended(a.Text, dropTracking(&a, &x)); got != tt.want {
				t.Errorf("%s: got %s, want %s", tt.address, got, tt.want)
			}
		})
	}
}

func TestUnreliableTable(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(unreliableTable, "\n"), "\n")
	seen := map[string]bool{}
	for i, line := range lines {
		cells := strings.Split(line, "\t")
		if len(cells) != 5 || strings.Contains(line, "\t\t") || strings.TrimSpace(cells[4]) == "" {
			t.Errorf("line %d has not five filled cells: %q", i+1, line)
			continue
		}
		for _, d := range strings.Split(cells[1], "|") {
			x, ok := takeApart(d)
			if i > 0 && (!ok || x.domain != d || seen[d]) {
				t.Errorf("line %d: %q is no registrable domain, or stands twice", i+1, d)
			}
			seen[d] = true
		}
	}
}

func FuzzTakeApart(f *testing.F) {
	for _, s := range []string{"", "https://", "https://a.b/c?d=e#f", "file:///c", "//x", "http://[::1]/", "https://xn--a.com", "https://тест.com/?utm_source=openai", "http://a.com/%zz", "http://a.com/?;&=&&utm_source"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		x, ok := takeApart(raw)
		if !ok {
			return
		}
		a := article.Article{Document: article.Document{Text: raw}}
		x.span = article.Span{End: len(raw)}
		check.Mended(raw, dropTracking(&a, &x))
		for _, f := range []func(*address) string{gate, anyonesPage, assistantOf, languageSegment} {
			f(&x)
		}
		x.bare()
		x.file()
		searches(&x)
		release(&x)
		placeholder(x.host)
		if slug := slugOf(&x); len(slug) > 0 {
			akin(slug, wordsIn(raw))
		}
	})
}
