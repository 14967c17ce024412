package page

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// opened is a finished file taken apart again, streams of objects included.
type opened map[int]string

func open(t *testing.T, file []byte) opened {
	t.Helper()
	all := opened{}
	for _, m := range regexp.MustCompile(`(?s)(\d+) 0 obj\n(.*?)\nendobj\n`).FindAllSubmatch(file, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		all[n] = string(m[2])
	}
	for _, body := range all {
		if strings.Contains(body, "/Type/ObjStm") {
			all.unpack(t, body)
		}
	}
	return all
}

func (o opened) unpack(t *testing.T, body string) {
	t.Helper()
	var count, first int
	dictionary, _, _ := strings.Cut(body, ">>")
	if _, err := fmt.Sscanf(dictionary, "<</Type/ObjStm/N %d/First %d", &count, &first); err != nil {
		t.Fatalf("%q: %v", dictionary, err)
	}
	data := inflated(t, body)
	head := strings.Fields(data[:first])
	for i := range count {
		n, _ := strconv.Atoi(head[2*i])
		from, _ := strconv.Atoi(head[2*i+1])
		to := len(data) - first
		if i < count-1 {
			to, _ = strconv.Atoi(head[2*i+3])
		}
		o[n] = strings.TrimSpace(data[first+from : first+to])
	}
}

func inflated(t *testing.T, body string) string {
	t.Helper()
	_, data, _ := strings.Cut(body, "stream\n")
	r, err := zlib.NewReader(strings.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

var reference = regexp.MustCompile(`(\d+) 0 R`)

// roles writes the structure below a node as nested names.
func (o opened) roles(t *testing.T, n int) string {
	t.Helper()
	body := o[n]
	role := regexp.MustCompile(`/S/(\w+)`).FindStringSubmatch(body)
	if role == nil {
		t.Fatalf("object %d is no node: %q", n, body)
	}
	_, kids, _ := strings.Cut(body, "/K[")
	kids = regexp.MustCompile(`<<.*?>>`).ReplaceAllString(kids, "")
	var inner []string
	for _, k := range reference.FindAllStringSubmatch(kids, -1) {
		kid, _ := strconv.Atoi(k[1])
		inner = append(inner, o.roles(t, kid))
	}
	if inner == nil {
		return role[1]
	}
	return role[1] + "(" + strings.Join(inner, " ") + ")"
}

func (o opened) find(t *testing.T, words string) (int, string) {
	t.Helper()
	for n, body := range o {
		if strings.Contains(body, words) {
			return n, body
		}
	}
	t.Fatalf("no object has %q", words)
	return 0, ""
}

func written(t *testing.T, d *Document) []byte {
	t.Helper()
	file, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTheStructureFollowsTheText(t *testing.T) {
	d := trial()
	say := func(words string) Box { return d.Text(100, Left, Span{Text: words, Style: trialStyle}) }
	d.Add(say("A head").As(Section).Outlined("head", "A head", 0))
	d.Add(d.Text(200, Left, Span{Text: "plain, then ", Style: trialStyle}, Span{Text: "a link", Style: trialStyle, Anchor: "head"}))
	names := Joined(Topic, say("F1"), say("what it is about"))
	d.Add(Beside(Placed{0, Stack(names[0], say("margin one two three four five").As(Paragraph)).As(Group)},
		Placed{110, Stack(names[1], say("beside it").As(Paragraph))}))
	picture := d.Draw(20)
	picture.Line(0, 0, 50, 10, Pen{Width: 1})
	d.Add(picture.Box().Pictured("A line (rising)"))
	table := d.NewTable(Table{Columns: []Column{{"one", 60, Left}, {"two", 60, Left}}, Head: trialStyle, Named: true})
	for range 12 {
		table.Row(say("x"), say("y"))
	}
	d.AddTable(0, 0, table)

	file := open(t, written(t, d))
	root, _ := file.find(t, "/S/Document")
	got := file.roles(t, root)
	want := "Document(H2 P(Link) Div(H3 P) P Figure Table(TR(TH TH)" + strings.Repeat(" TR(TH TD)", 12) + "))"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if _, figure := file.find(t, "/S/Figure"); !strings.Contains(figure, "/Alt"+textString("A line (rising)")) {
		t.Errorf("the picture has no words: %s", figure)
	}
}

func TestTheCatalogueSaysWhatTheFileIs(t *testing.T) {
	d := New(small, Info{Title: "Trial & <error>", Creator: "citevet", Language: "en", Attachments: []Attachment{{Name: "data.json", Type: "application/json", Data: []byte(`{"a":1}`)}}})
	d.Add(d.lines(1))
	file := open(t, written(t, d))
	_, catalogue := file.find(t, "/Type /Catalog")
	for _, words := range []string{"/Lang (en)", "/MarkInfo<</Marked true>>", "/StructTreeRoot ", "/Metadata ", "/DisplayDocTitle true", "/EmbeddedFiles<<", "/AF["} {
		if !strings.Contains(catalogue, words) {
			t.Errorf("the catalogue lacks %s: %s", words, catalogue)
		}
	}
	if _, xmp := file.find(t, "/Subtype/XML"); !strings.Contains(xmp, "Trial &amp; &lt;error&gt;") {
		t.Errorf("the description lacks the title: %s", xmp)
	}
	if _, data := file.find(t, "/Type/EmbeddedFile"); inflated(t, data) != `{"a":1}` {
		t.Error("the attachment is not what was attached")
	}
}

var destination = regexp.MustCompile(`/Dest ?\[(\d+) 0 R`)

// Every object that another names is there, and what leads into the document
// leads to a page.
func TestNoReferenceIsLeftOpen(t *testing.T) {
	d := trial()
	for i := range 300 {
		if i%50 == 0 {
			d.Add(d.lines(1).Outlined(fmt.Sprint("o", i), fmt.Sprint("Part ", i), i/50%2))
		}
		d.Add(d.Text(200, Left, Span{Text: fmt.Sprint("link ", i), Style: trialStyle, URL: "https://example.org/a(b)\\c>>]"},
			Span{Text: " within", Style: trialStyle, Anchor: fmt.Sprint("n", i+1)}, Span{Text: " nowhere", Style: trialStyle, Anchor: "lost"}).Anchored(fmt.Sprint("n", i)))
	}
	file, led := open(t, written(t, d)), 0
	for n, body := range file {
		if strings.Contains(body, "stream\n") {
			continue
		}
		if dest := destination.FindStringSubmatch(body); dest != nil {
			if to, _ := strconv.Atoi(dest[1]); !strings.HasPrefix(file[to], "<</Type /Page\n") {
				t.Fatalf("object %d leads to %d, which is no page: %s", n, to, body)
			}
			led++
		}
		for _, m := range reference.FindAllStringSubmatch(body, -1) {
			if to, _ := strconv.Atoi(m[1]); file[to] == "" {
				t.Fatalf("object %d names %d, which is not there: %s", n, to, body)
			}
		}
	}
	if led != 299+6 {
		t.Errorf("%d links and entries lead into the document", led)
	}
}

// What stands in an article's words cannot be taken for the file's own parts.
func TestWordsThatLookLikeAFileStayWords(t *testing.T) {
	d := New(small, Info{Title: "\nendobj\nstartxref\n5\n/Names <<\n", Language: "en"})
	d.Add(d.Text(100, Left, Span{Text: "endobj startxref 5 ) Tj ET EMC", Style: trialStyle}).Outlined("x", "\nendobj\n\nxref\n0 1\ntrailer", 0))
	if file := written(t, d); !bytes.HasSuffix(file, []byte("%%EOF\n")) {
		t.Error("the file has no end")
	}
}

func TestAForeignFileIsRefused(t *testing.T) {
	for _, file := range []string{"", "startxref\n", "startxref\n99\n", "xref\n0 2\n0000000000 65535 f \n0000000099 00000 n \nstartxref\n0\n", "%PDF-1.3\nstartxref\n4\n%%EOF"} {
		if _, err := readObjects([]byte(file)); err == nil {
			t.Errorf("%q was taken apart", file)
		}
	}
}
