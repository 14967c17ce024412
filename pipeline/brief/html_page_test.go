package brief

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// htmlPage is a page as a browser reads it.
type htmlPage struct {
	source []byte
	nodes  []*html.Node // elements, in order
}

func htmlOf(t testing.TB, b Briefing) htmlPage {
	t.Helper()
	data, err := b.HTML()
	if err != nil {
		t.Fatal(err)
	}
	return parsedPage(t, data)
}

func parsedPage(t testing.TB, data []byte) htmlPage {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	p := htmlPage{source: data}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			p.nodes = append(p.nodes, n)
		}
	}
	return p
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// all returns the elements that hold for a test.
func (p htmlPage) all(is func(*html.Node) bool) []*html.Node {
	var found []*html.Node
	for _, n := range p.nodes {
		if is(n) {
			found = append(found, n)
		}
	}
	return found
}

func (p htmlPage) elements(name string) []*html.Node {
	return p.all(func(n *html.Node) bool { return n.Data == name })
}

func (p htmlPage) byID(t testing.TB, id string) *html.Node {
	t.Helper()
	found := p.all(func(n *html.Node) bool { return attr(n, "id") == id })
	if len(found) != 1 {
		t.Fatalf("%d elements have the ID %s", len(found), id)
	}
	return found[0]
}

func classed(name string) func(*html.Node) bool {
	return func(n *html.Node) bool { return slices.Contains(strings.Fields(attr(n, "class")), name) }
}

// holds reports what a page promises and does not keep: that it is whole, that
// its links lead somewhere, and that it asks nothing of any network.
func (p htmlPage) holds(t *testing.T) {
	t.Helper()
	ids := map[string]int{}
	for _, n := range p.nodes {
		if id := attr(n, "id"); id != "" {
			ids[id]++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcset" {
				t.Errorf("a <%s> has %s", n.Data, a.Key)
			}
			if a.Key == "src" || a.Key == "data" || a.Key == "action" {
				t.Errorf("a <%s> loads %q", n.Data, a.Val)
			}
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%d elements have the ID %s", n, id)
		}
	}
	for _, a := range p.elements("a") {
		p.link(t, a, ids)
	}
	for _, n := range p.nodes {
		for _, name := range []string{"aria-labelledby", "for"} {
			if id := attr(n, name); id != "" && ids[id] == 0 {
				t.Errorf("%s=%q leads nowhere", name, id)
			}
		}
	}
	if links := p.elements("link"); len(links) != 1 || attr(links[0], "href") != "data:," {
		t.Error("a page has other links than that to its empty icon")
	}
	for _, what := range []string{"h1", "main", "style", "script", "title"} {
		n := len(p.elements(what))
		if what == "title" {
			n = min(n, 1) // each drawing has its own
		}
		if n != 1 {
			t.Errorf("there are %d <%s>", n, what)
		}
	}
}

func (p htmlPage) link(t *testing.T, a *html.Node, ids map[string]int) {
	t.Helper()
	to := attr(a, "href")
	switch id, inner := strings.CutPrefix(to, "#"); {
	case inner && ids[id] == 0:
		t.Errorf("the link to %q leads nowhere", to)
	case inner:
	case strings.HasPrefix(to, "http://"), strings.HasPrefix(to, "https://"):
		if attr(a, "rel") != "noreferrer noopener" {
			t.Errorf("the link to %q tells where it comes from", to)
		}
	case strings.Contains(to, ":"):
		t.Errorf("a link to %q", to)
	}
}
