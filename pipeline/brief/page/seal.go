package page

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

// Attachment is a file that travels within the document.
type Attachment struct {
	Name        string
	Type        string // media type
	Description string
	Data        []byte
}

// The writer numbers its pages 3, 5, 7…; the file's information and its
// catalogue are its last two objects.
func pageObject(page int) int { return 3 + 2*page }

// seal adds to a finished file what its writer cannot: the structure, the
// links with their places in it, the attachments and the description that
// programs read (ISO 32000-1, 14.7 and 14.8).
func (t *tagging) seal(file []byte, info Info) ([]byte, error) {
	o, err := readObjects(file)
	if err != nil {
		return nil, err
	}
	catalog := len(o.bodies)
	entries, ok := bytes.CutPrefix(o.bodies[catalog-1], []byte("<<\n/Type /Catalog\n"))
	entries, _, named := bytes.Cut(entries, []byte("/Names <<\n"))
	if !ok || !named {
		return nil, errForeign
	}
	s := sealing{t, &o, make([]int, len(t.nodes)), make([]int, len(t.links))}
	for i := range s.numbers {
		s.numbers[i] = o.reserve()
	}
	for i := range s.annots {
		s.annots[i] = o.reserve()
	}
	s.nameCharacters()
	s.nameFonts(info.Fonts)
	tree := s.structure()
	s.linkAnnotations()
	if err := s.completePages(); err != nil {
		return nil, err
	}
	metadata := o.stream("/Type/Metadata/Subtype/XML", description(info))
	added := fmt.Sprintf("/MarkInfo<</Marked true>>\n/StructTreeRoot %d 0 R\n/Metadata %d 0 R\n/ViewerPreferences<</DisplayDocTitle true>>\n%s>>",
		tree, metadata, s.attachments(info.Attachments))
	o.set(catalog, append([]byte("<<\n/Type /Catalog\n"+string(entries)), added...), false)
	return o.file(catalog, catalog-1), nil
}

// sealing is a file in which the structure is being written.
type sealing struct {
	*tagging
	objects *objects
	numbers []int // the objects of the nodes
	annots  []int // the objects of the links
}

// structure writes all nodes and returns the number of the tree's root.
func (s sealing) structure() int {
	root, parents := s.objects.reserve(), s.objects.reserve()
	for i, n := range s.nodes {
		parent := root
		if i > 0 {
			parent = s.numbers[n.parent]
		}
		s.objects.put(s.numbers[i], "<</S/%s/P %d 0 R/Pg %d 0 R%s/K[%s]>>", n.role, parent, pageObject(n.page), s.attributes(n), s.kids(n))
	}
	s.objects.put(root, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>", s.numbers[0], parents, len(s.pages)+len(s.links))
	var nums strings.Builder
	for page, contents := range s.pages {
		fmt.Fprintf(&nums, "%d[", page)
		for _, p := range contents {
			fmt.Fprintf(&nums, "%d 0 R ", s.numbers[s.of[p]])
		}
		nums.WriteString("]")
	}
	for i, l := range s.links {
		fmt.Fprintf(&nums, "%d %d 0 R ", len(s.pages)+i, s.numbers[l.node])
	}
	s.objects.put(parents, "<</Nums[%s]>>", nums.String())
	return root
}

func (s sealing) attributes(n node) string {
	lang := ""
	if n.lang != "" {
		lang = "/Lang" + textString(n.lang)
	}
	if n.reads != "" {
		return lang + "/ActualText" + textString(n.reads)
	}
	switch n.role {
	case headRole:
		return lang + "/A<</O/Table/Scope/" + n.scope + ">>"
	case figureRole:
		return lang + "/Alt" + textString(n.alt) + "/A<</O/Layout/Placement/Block/BBox" + s.paper(n.extent) + ">>"
	}
	return lang
}

// paper writes a place in the file's own measure, whose origin lies at the
// page's lower left corner.
func (s sealing) paper(r rect) string {
	return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", r.x0, s.format.Height-r.y1, r.x1, s.format.Height-r.y0)
}

func (s sealing) kids(n node) string {
	var out strings.Builder
	for _, k := range n.kids {
		switch {
		case k.kind == nodeKid:
			fmt.Fprintf(&out, "%d 0 R ", s.numbers[k.index])
		case k.kind == linkKid:
			fmt.Fprintf(&out, "<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>", pageObject(k.page), s.annots[k.index])
		case k.page == n.page:
			fmt.Fprintf(&out, "%d ", k.index)
		default:
			fmt.Fprintf(&out, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pageObject(k.page), k.index)
		}
	}
	return out.String()
}

// linkAnnotations writes the links.
func (s sealing) linkAnnotations() {
	for i, l := range s.links {
		to := s.targets[l.anchor]
		action := fmt.Sprintf("/Dest[%d 0 R/XYZ 0 %.2f null]", pageObject(to.page), s.format.Height-to.y)
		if l.url != "" {
			url := address(l.url)
			action = fmt.Sprintf("/A<</S/URI/URI(%s)>>/Contents%s", escaped(url), textString(url))
		}
		s.objects.put(s.annots[i], "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect%s/StructParent %d%s>>", s.paper(l.rect), len(s.pages)+i, action)
	}
}

// escaped writes ASCII within the parentheses of a string object.
func escaped(ascii string) string {
	return strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`).Replace(ascii)
}

// completePages gives every page its links and its place in the structure.
func (s sealing) completePages() error {
	annots := make([]strings.Builder, len(s.pages))
	for i, l := range s.links {
		fmt.Fprintf(&annots[l.page], "%d 0 R ", s.annots[i])
	}
	for page := range s.pages {
		number := pageObject(page)
		entries, ok := bytes.CutPrefix(s.objects.bodies[number-1], []byte("<</Type /Page\n"))
		if !ok {
			return errForeign
		}
		head := fmt.Sprintf("<</Type /Page\n/StructParents %d/Tabs/S/Annots[%s]\n", page, annots[page].String())
		s.objects.set(number, append([]byte(head), entries...), false)
	}
	return nil
}

// nameCharacters says of the fonts of one byte a character what they draw.
func (s sealing) nameCharacters() {
	cmap := 0
	for i, body := range s.objects.bodies {
		entries, isFont := bytes.CutPrefix(body, []byte("<</Type /Font\n"))
		if !isFont || !bytes.Contains(entries, []byte("/Subtype /TrueType\n")) {
			continue
		}
		if cmap == 0 {
			cmap = s.objects.stream("/Filter/FlateDecode", deflated(westernCMap()))
		}
		s.objects.set(i+1, fmt.Appendf(nil, "<</Type /Font\n/ToUnicode %d 0 R\n%s", cmap, entries), false)
	}
}

// attachments writes the attached files and returns what leads to them.
func (s sealing) attachments(files []Attachment) string {
	if len(files) == 0 {
		return ""
	}
	var names, list strings.Builder
	for _, f := range files {
		stream := s.objects.stream(fmt.Sprintf("/Type/EmbeddedFile/Subtype/%s/Params<</Size %d>>/Filter/FlateDecode", nameObject(f.Type), len(f.Data)), deflated(f.Data))
		spec := s.objects.reserve()
		name := textString(label(f.Name))
		s.objects.put(spec, "<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Data/EF<</F %d 0 R/UF %d 0 R>>>>", name, name, textString(label(f.Description)), stream, stream)
		fmt.Fprintf(&names, "%s %d 0 R ", name, spec)
		fmt.Fprintf(&list, "%d 0 R ", spec)
	}
	return fmt.Sprintf("/Names<</EmbeddedFiles<</Names[%s]>>>>\n/AF[%s]\n", names.String(), list.String())
}

// nameObject writes ASCII letters and slashes as they stand within a name.
func nameObject(s string) string { return strings.ReplaceAll(s, "/", "#2F") }

// description is the file's information as XMP (ISO 16684-1), for programs that
// sort files.
func description(info Info) []byte {
	text := func(s string) string {
		var out strings.Builder
		// A builder takes all that is written to it.
		_ = xml.EscapeText(&out, []byte(label(s)))
		return out.String()
	}
	alone := func(s string) string {
		return `<rdf:Alt><rdf:li xml:lang="x-default">` + text(s) + `</rdf:li></rdf:Alt>`
	}
	day := info.Date.UTC().Format("2006-01-02T15:04:05Z")
	return []byte(`<?xpacket begin="` + "\uFEFF" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title>` + alone(info.Title) + `</dc:title>
<dc:description>` + alone(info.Subject) + `</dc:description>
<dc:creator><rdf:Seq><rdf:li>` + text(info.Author) + `</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>` + text(info.Language) + `</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>` + text(info.Creator) + `</xmp:CreatorTool>
<xmp:CreateDate>` + day + `</xmp:CreateDate>
<xmp:ModifyDate>` + day + `</xmp:ModifyDate>
<pdf:Producer>` + text(info.Creator) + `</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`)
}
