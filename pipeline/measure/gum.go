package measure

import (
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// corpusText builds running text out of a corpus' tokens.
type corpusText struct {
	blocks
	block strings.Builder
	kind  article.BlockKind
	glued bool // the next token follows without a space
	whole int  // how deep within a word of several tokens
	begun int  // tokens of the word so far
	quote bool // a straight quotation mark is open
}

// at returns where the next token that needs no space before it would begin.
func (c *corpusText) at() int {
	if c.text.Len() == 0 {
		return c.block.Len()
	}
	return c.text.Len() + 2 + c.block.Len()
}

// token appends a token with the space that print has before it, and returns
// its place.
func (c *corpusText) token(word string) article.Span {
	closing := strings.Contains(" , . ; : ? ! ) ] } ’ ” % 's n't 're 've 'll 'd 'm ’s n’t ’re ’ve ’ll ’d ’m ", " "+word+" ")
	if word == `"` {
		closing, c.quote = c.quote, !c.quote
	}
	if c.block.Len() > 0 && !c.glued && !closing && (c.whole == 0 || c.begun == 0) {
		c.block.WriteByte(' ')
	}
	c.begun++
	from := c.at()
	c.block.WriteString(word)
	c.glued = strings.Contains(" ( [ { “ ‘ $ £ € ", " "+word+" ") || word == `"` && c.quote
	return article.Span{Start: from, End: c.at()}
}

// end closes the block.
func (c *corpusText) end(next article.BlockKind) {
	if c.block.Len() > 0 {
		c.add(c.kind, c.block.String())
		c.block.Reset()
	}
	c.kind, c.glued, c.quote = next, false, false
}

// gumToken is a token of GUM with its place in the text made of it.
type gumToken struct {
	word, tag string
	span      article.Span
}

// gumText is one text of GUM.
type gumText struct {
	name, kind string
	written    when.Interval
	doc        article.Document
	tokens     []gumToken
	times      []goldTime
}

// gumBlocks are the elements that begin a new block.
var gumBlocks = map[string]article.BlockKind{
	"p": article.Paragraph, "head": article.Heading, "item": article.ListItem, "caption": article.Paragraph, "list": article.Paragraph,
	"sp": article.Paragraph, "figure": article.Paragraph, "quote": article.Paragraph, "cell": article.Paragraph, "row": article.Paragraph, "table": article.Paragraph, "note": article.Paragraph,
}

// readGUM reads the XML of one text: tokens a line, in elements.
func readGUM(name string, data []byte) (*gumText, error) {
	g := &gumText{name: strings.TrimSuffix(path.Base(name), ".xml")}
	c := corpusText{kind: article.Paragraph}
	type open struct {
		value when.Interval
		timex string
		first int
	}
	var dates []open
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	for {
		token, err := d.Token()
		if err == io.EOF {
			c.end(article.Paragraph)
			g.doc = c.document(g.name)
			return g, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "text":
				g.kind = attribute(t, "type")
				g.written, _ = isoInterval(attribute(t, "dateCreated"))
			case "w":
				c.whole, c.begun = c.whole+1, 0
			case "date":
				dates = append(dates, open{gumInterval(t), attribute(t, "when"), len(g.tokens)})
			}
			if kind, ok := gumBlocks[t.Name.Local]; ok {
				c.end(kind)
			}
		case xml.CharData:
			g.addTokens(&c, string(t))
		case xml.EndElement:
			switch t.Name.Local {
			case "w":
				c.whole--
			case "date":
				if n := len(dates); n > 0 {
					if first := dates[n-1].first; first < len(g.tokens) {
						span := article.Span{Start: g.tokens[first].span.Start, End: g.tokens[len(g.tokens)-1].span.End}
						g.times = append(g.times, goldTime{span, when.KindDate, dates[n-1].value, dates[n-1].timex})
					}
					dates = dates[:n-1]
				}
			}
			if _, ok := gumBlocks[t.Name.Local]; ok {
				c.end(article.Paragraph)
			}
		}
	}
}

func (g *gumText) addTokens(c *corpusText, lines string) {
	for _, line := range strings.Split(lines, "\n") {
		if fields := strings.Split(line, "\t"); len(fields) > 1 {
			g.tokens = append(g.tokens, gumToken{fields[0], fields[1], c.token(fields[0])})
		}
	}
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// gumInterval reads a date's attributes: when, or from and to, or notBefore and
// notAfter. One side alone leaves the other open.
func gumInterval(t xml.StartElement) when.Interval {
	if i, ok := isoInterval(attribute(t, "when")); ok {
		return i
	}
	var all when.Interval
	for _, side := range []string{"from", "notBefore"} {
		if i, ok := isoInterval(attribute(t, side)); ok {
			all.From = i.From
		}
	}
	for _, side := range []string{"to", "notAfter"} {
		if i, ok := isoInterval(attribute(t, side)); ok {
			all.To = i.To
		}
	}
	return all
}

// gum reads all texts of GUM, in order.
func (b *bench) gum() ([]*gumText, error) {
	names, err := b.files("gum/*.xml")
	if err != nil {
		return nil, err
	}
	var all []*gumText
	for _, name := range names {
		data, err := b.read(name)
		if err != nil {
			return nil, err
		}
		g, err := readGUM(name, data)
		if err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	return all, nil
}

// datesGUM scores the dates of GUM by kind of text.
func datesGUM(b *bench) error {
	all, err := b.gum()
	if err != nil {
		return err
	}
	var kinds []string
	var parts []timeScores
	for _, g := range all {
		if len(kinds) == 0 || kinds[len(kinds)-1] != g.kind {
			kinds, parts = append(kinds, g.kind), append(parts, timeScores{})
		}
		parts[len(parts)-1].add(b.times(&goldDates{name: g.name, doc: g.doc, written: g.written, times: g.times}))
	}
	b.table(dateTable("Dates (gum)",
		"Only dates are marked. Strict: the same words but for articles and prepositions before them; a range whose ends are marked apart counts for both; relaxed: a word in common; value: the same first and last day; "+
			"TIMEX3: the same value in its notation; "+
			"year: the first day's, of the dates marked with one.", kinds, parts))
	return nil
}
