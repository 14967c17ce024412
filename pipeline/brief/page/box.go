package page

import "slices"

// Box is something set, not yet placed: strips one below the other, between
// which a page may end.
type Box struct{ strips []strip }

type strip struct {
	height float64
	marks  []inked
}

// Height returns the height of all strips, in points.
func (b Box) Height() float64 {
	sum := 0.0
	for _, s := range b.strips {
		sum += s.height
	}
	return sum
}

// Blank reports whether b is space alone.
func (b Box) Blank() bool {
	return !slices.ContainsFunc(b.strips, func(s strip) bool { return len(s.marks) > 0 })
}

// Whole returns b as one strip, which no page's end divides.
func (b Box) Whole() Box { return b.cut(nil) }

// joints returns the heights at which b may be divided, its end included.
func (b Box) joints() []float64 {
	var joints []float64
	y := 0.0
	for _, s := range b.strips {
		y += s.height
		joints = append(joints, y)
	}
	return joints
}

// cut returns b with its strips ended at the given joints alone; the end of b
// is implied.
func (b Box) cut(joints []float64) Box {
	var out Box
	var open strip
	y := 0.0
	for i, s := range b.strips {
		for _, m := range s.marks {
			open.marks = append(open.marks, m.moved(0, open.height))
		}
		open.height += s.height
		y += s.height
		if i == len(b.strips)-1 || containsNear(joints, y) {
			out.strips = append(out.strips, open)
			open = strip{}
		}
	}
	return out
}

// near is how far two heights may differ by rounding, in points.
const near = 0.01

// containsNear reports whether an ascending list holds y.
func containsNear(list []float64, y float64) bool {
	i, _ := slices.BinarySearch(list, y-near)
	return i < len(list) && list[i] <= y+near
}

// Stack returns boxes one below the other.
func Stack(boxes ...Box) Box {
	var out Box
	for _, b := range boxes {
		out.strips = append(out.strips, b.strips...)
	}
	return out
}

// Bound returns boxes one below the other, between which no page ends: it may be
// divided only within them.
func Bound(boxes ...Box) Box {
	var inner []float64
	y := 0.0
	for _, b := range boxes {
		for _, joint := range b.joints() {
			if joint < b.Height()-near {
				inner = append(inner, y+joint)
			}
		}
		y += b.Height()
	}
	return Stack(boxes...).cut(inner)
}

// Space returns an empty box.
func Space(height float64) Box { return Box{[]strip{{height: height}}} }

// Placed is a box with the distance of its left edge from that of the whole.
type Placed struct {
	X   float64
	Box Box
}

// Beside returns boxes side by side, tops aligned. It may be divided where all
// of its parts may; empty space may be divided anywhere.
func Beside(parts ...Placed) Box {
	tallest := 0.0
	for _, p := range parts {
		tallest = max(tallest, p.Box.Height())
	}
	common := commonJoints(parts, tallest)
	out := Box{make([]strip, len(common))}
	top := 0.0
	for i, y := range common {
		out.strips[i].height = y - top
		top = y
	}
	for _, p := range parts {
		out.lay(p, common)
	}
	return out
}

// commonJoints returns the heights at which every part may be divided or has
// ended, in ascending order, and the end of all.
func commonJoints(parts []Placed, end float64) []float64 {
	var all []float64
	for _, p := range parts {
		all = append(all, p.Box.joints()...)
	}
	slices.Sort(all)
	cursors := make([]cursor, len(parts))
	for i, p := range parts {
		cursors[i] = cursor{strips: p.Box.strips}
	}
	var common []float64
	for _, y := range all {
		divides := true
		for i := range cursors {
			divides = cursors[i].divides(y) && divides
		}
		if divides && (len(common) == 0 || y > common[len(common)-1]+near) {
			common = append(common, y)
		}
	}
	if len(common) == 0 || common[len(common)-1] < end-near {
		common = append(common, end)
	}
	return common
}

// cursor is a height in a box that only ever grows.
type cursor struct {
	strips []strip
	at     int     // the strip that the height is in
	top    float64 // of that strip
}

// divides reports whether the box may be divided at y, or has ended there. No
// later y may be smaller.
func (c *cursor) divides(y float64) bool {
	for c.at < len(c.strips) && c.top+c.strips[c.at].height <= y+near {
		c.top += c.strips[c.at].height
		c.at++
	}
	return c.at == len(c.strips) || c.top >= y-near || len(c.strips[c.at].marks) == 0
}

// lay puts the marks of p into the strips of b, which end at joints.
func (b Box) lay(p Placed, joints []float64) {
	y, row := 0.0, 0
	for _, s := range p.Box.strips {
		for row < len(joints)-1 && y > joints[row]-near {
			row++
		}
		top := joints[row] - b.strips[row].height
		for _, m := range s.marks {
			b.strips[row].marks = append(b.strips[row].marks, m.moved(p.X, y-top))
		}
		y += s.height
	}
}

// Indent returns b moved right by x points.
func (b Box) Indent(x float64) Box { return Beside(Placed{x, b}) }

// Anchored returns b as the target of links to name.
func (b Box) Anchored(name string) Box { return b.anchored(anchor{name: name}) }

// Outlined returns b as the target of links to name, with an entry of the
// outline, which is below the one before it where level is the greater.
func (b Box) Outlined(name, title string, level int) Box {
	return b.anchored(anchor{name: name, title: title, level: level})
}

func (b Box) anchored(a anchor) Box {
	first := b.strips[0]
	first.marks = append([]inked{{mark: a}}, first.marks...)
	return Box{append([]strip{first}, b.strips[1:]...)}
}
