package page

// Role is what a part of a document is to somebody who hears it read: one of
// the standard structure types of ISO 32000-1, 14.8.4.
type Role string

// The roles that a box can be given; tables, their cells, pictures and links
// have theirs by themselves.
const (
	Title     Role = "H1"
	Section   Role = "H2"
	Topic     Role = "H3"
	Paragraph Role = "P"
	Quotation Role = "BlockQuote"
	Aside     Role = "Note"
	Group     Role = "Div"
	Run       Role = "Span"

	tableRole  Role = "Table"
	rowRole    Role = "TR"
	headRole   Role = "TH"
	cellRole   Role = "TD"
	figureRole Role = "Figure"
	linkRole   Role = "Link"
	bodyRole   Role = "Document"
)

// part is a node of the document's structure. A part's children are not listed:
// they follow from the order in which its marks are drawn.
type part struct {
	role   Role
	alt    string // what a picture shows
	reads  string // what a run reads whose letters stand in another order or on two lines
	parted bool   // a run that is a word on two lines
	lang   string // BCP 47, empty where it is that of what is around
	scope  string // of a head cell: Column or Row
	parent *part  // nil at the top
}

// root returns the outermost part around p.
func (p *part) root() *part {
	for p.parent != nil {
		p = p.parent
	}
	return p
}

// inked is a mark with the part of the document it belongs to. A mark of no part
// is decoration: nobody misses it who does not see it.
type inked struct {
	mark
	of *part
}

func (m inked) moved(dx, dy float64) inked { return inked{m.mark.moved(dx, dy), m.of} }

// As gives b a role: its text, and the parts that it is made of, become one
// part. Lines and areas remain decoration.
func (b Box) As(role Role) Box { return b.within(&part{role: role}) }

// Joined gives boxes one role together: they are heard as one thing, wherever
// each of them stands.
func Joined(role Role, boxes ...Box) []Box {
	p := &part{role: role}
	out := make([]Box, len(boxes))
	for i, b := range boxes {
		out[i] = b.within(p)
	}
	return out
}

// Speaking says which language the parts of b are in, as BCP 47 names it.
func (b Box) Speaking(language string) Box {
	for _, s := range b.strips {
		for _, m := range s.marks {
			if m.of != nil {
				m.of.root().lang = language
			}
		}
	}
	return b
}

// Pictured makes b one picture, with what it shows in words.
func (b Box) Pictured(alt string) Box {
	p := &part{role: figureRole, alt: alt}
	b = b.within(p)
	for _, s := range b.strips {
		for i := range s.marks {
			if s.marks[i].of == nil {
				s.marks[i].of = p
			}
		}
	}
	return b
}

// within returns b as what p is made of.
func (b Box) within(p *part) Box {
	out := Box{make([]strip, len(b.strips))}
	for i, s := range b.strips {
		out.strips[i] = strip{s.height, make([]inked, len(s.marks))}
		for n, m := range s.marks {
			_, isText := m.mark.(glyphs)
			switch {
			case m.of != nil:
				if root := m.of.root(); root != p {
					root.parent = p
				}
			case isText:
				m.of = p
			}
			out.strips[i].marks[n] = m
		}
	}
	return out
}

// voiced returns b with the text that has no role as one paragraph, so that
// nothing that is read is taken for decoration.
func (b Box) voiced() Box {
	p := &part{role: Paragraph}
	for _, s := range b.strips {
		for i, m := range s.marks {
			if _, isText := m.mark.(glyphs); isText && m.of == nil {
				s.marks[i].of = p
			} else if m.of != nil {
				if root := m.of.root(); root.role == linkRole || root.role == Run {
					root.parent = p
				}
			}
		}
	}
	return b
}

// decoration returns s without its part in the structure and without its links:
// what is repeated is heard once.
func (s strip) decoration() strip {
	bare := strip{height: s.height}
	for _, m := range s.marks {
		switch m.mark.(type) {
		case link, anchor:
		default:
			bare.marks = append(bare.marks, inked{mark: m.mark})
		}
	}
	return bare
}
