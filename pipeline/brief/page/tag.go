package page

import (
	"fmt"

	"github.com/go-pdf/fpdf"
)

// tagging is what is noted of marks while they are drawn: the structure that
// the finished file is given, its links and where they lead.
type tagging struct {
	format  Format
	pages   [][]*part // by page and marked-content number: the part it belongs to
	links   []placedLink
	targets map[string]target
	nodes   []node // in the order they are met; the first is the document
	of      map[*part]int
}

// node is a part with what it is made of, in the order of reading.
type node struct {
	*part
	kids   []kid
	parent int // index of a node
	extent rect
	page   int // of the first mark, from 0
}

// kid is one piece of a node: another node, marked content of a page, or a link.
type kid struct {
	kind  kidKind
	index int // of the node, of the content within its page, or of the link
	page  int
}

type kidKind int

const (
	nodeKid kidKind = iota
	contentKid
	linkKid
)

// placedLink is a link on a page, with the node it belongs to.
type placedLink struct {
	link
	page, node int
}

// target is where an anchor stands.
type target struct {
	page int
	y    float64
}

// newTagging knows where the anchors of all pages stand, so that a link to
// nowhere is text.
func newTagging(f Format, sheets []sheet) *tagging {
	t := &tagging{format: f, targets: map[string]target{}, of: map[*part]int{}}
	for page, s := range sheets {
		for _, m := range s {
			if a, ok := m.mark.(anchor); ok {
				t.targets[a.name] = target{page, a.y}
			}
		}
	}
	for _, s := range sheets {
		for _, m := range s {
			l, ok := m.mark.(link)
			if _, known := t.targets[l.anchor]; ok && l.url == "" && !known {
				m.of.role = Run
			}
		}
	}
	t.nodes = []node{{part: &part{role: bodyRole}, parent: -1}}
	return t
}

// draw draws one page. Neighbours of one part become one run of marked content.
func (t *tagging) draw(pdf *fpdf.Fpdf, s sheet) {
	page := len(t.pages)
	t.pages = append(t.pages, nil)
	var open *part
	begun := false
	end := func() {
		if begun {
			pdf.RawWriteStr("EMC")
		}
		begun = false
	}
	for _, m := range s {
		switch mark := m.mark.(type) {
		case anchor:
			if mark.title != "" {
				pdf.Bookmark(label(mark.title), mark.level, mark.y)
			}
			continue
		case link:
			if m.of.role == Run {
				continue
			}
			n := t.node(m.of, page)
			t.nodes[n].kids = append(t.nodes[n].kids, kid{linkKid, len(t.links), page})
			t.links = append(t.links, placedLink{mark, page, n})
			continue
		}
		if !begun || open != m.of {
			end()
			pdf.RawWriteStr(t.begin(m.of, page))
			open, begun = m.of, true
		}
		if m.of != nil {
			n := &t.nodes[t.of[m.of]]
			n.extent = n.extent.hull(m.extent())
		}
		m.draw(pdf)
	}
	end()
}

// begin opens marked content for a part, or for decoration.
func (t *tagging) begin(p *part, page int) string {
	if p == nil {
		return "/Artifact BMC"
	}
	n, number := t.node(p, page), len(t.pages[page])
	t.pages[page] = append(t.pages[page], p)
	t.nodes[n].kids = append(t.nodes[n].kids, kid{contentKid, number, page})
	if p.parted {
		// Programs that look for words take this; few look for it in the structure.
		return fmt.Sprintf("/%s <</MCID %d/ActualText%s>> BDC", p.role, number, textString(p.reads))
	}
	return fmt.Sprintf("/%s <</MCID %d>> BDC", p.role, number)
}

// node returns the index of a part's node, making it and those around it where
// they are met for the first time.
func (t *tagging) node(p *part, page int) int {
	if n, known := t.of[p]; known {
		return n
	}
	around := 0
	if p.parent != nil {
		around = t.node(p.parent, page)
	}
	n := len(t.nodes)
	t.of[p] = n
	t.nodes = append(t.nodes, node{part: p, parent: around, page: page})
	t.nodes[around].kids = append(t.nodes[around].kids, kid{nodeKid, n, page})
	return n
}
