package page

// item is one strip in the order of the text, with what binds it to its
// neighbours.
type item struct {
	strip
	before float64 // space above, dropped at the top of a page
	keep   bool    // the next item stands on the same page
	head   *strip  // repeated above it when it begins a page
}

// Placement says how a box stands to its neighbours.
type Placement func(*placing)

type placing struct {
	before float64
	keep   bool
	head   *strip
}

// Before leaves space above a box, except at the top of a page.
func Before(points float64) Placement { return func(p *placing) { p.before = points } }

// KeepWithNext holds a box on the page of the one that follows.
func KeepWithNext(p *placing) { p.keep = true }

func under(head Box) Placement { return func(p *placing) { p.head = &head.strips[0] } }

// Add places a box after all that was added before.
func (d *Document) Add(b Box, how ...Placement) {
	var p placing
	for _, set := range how {
		set(&p)
	}
	for i, s := range b.voiced().strips {
		it := item{strip: s, head: p.head}
		if i == 0 {
			it.before = p.before
		}
		it.keep = p.keep && i == len(b.strips)-1
		d.items = append(d.items, it)
	}
}

// NewPage lets what is added next begin a page.
func (d *Document) NewPage() {
	d.items = append(d.items, item{strip: strip{height: -1}})
}

// sheet is the marks of one page.
type sheet []inked

// layOut places all items on sheets.
func (d *Document) layOut() []sheet {
	sheets := []sheet{nil}
	y := 0.0
	room := d.bodyHeight()
	turn := func(head *strip) {
		sheets = append(sheets, nil)
		y = 0
		if head != nil {
			sheets[len(sheets)-1] = d.place(sheets[len(sheets)-1], head.decoration(), y)
			y += head.height
		}
	}
	for i := 0; i < len(d.items); {
		if d.items[i].height < 0 {
			if y > 0 {
				turn(nil)
			}
			i++
			continue
		}
		end, height := d.group(i)
		if y > 0 && y+height > room+0.01 && height <= room {
			turn(d.items[i].head)
		}
		for ; i < end; i++ {
			it := d.items[i]
			if y > 0 && y+it.before+it.height > room+0.01 {
				turn(it.head)
			}
			if y > 0 {
				y += it.before
			}
			last := len(sheets) - 1
			sheets[last] = d.place(sheets[last], it.strip, y)
			y += it.height
		}
	}
	return sheets
}

// group returns the end of the items that are kept with the one at i, and the
// height of them all.
func (d *Document) group(i int) (end int, height float64) {
	for end = i; end < len(d.items); end++ {
		height += d.items[end].before + d.items[end].height
		if !d.items[end].keep {
			return end + 1, height
		}
	}
	return end, height
}

func (d *Document) place(on sheet, s strip, y float64) sheet {
	for _, m := range s.marks {
		on = append(on, m.moved(d.format.Left, d.format.Top+y))
	}
	return on
}
