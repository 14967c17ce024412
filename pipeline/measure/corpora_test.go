package measure

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
)

const gumXML = `<text id="GUM_news_x" type="news" dateCreated="2015-09-12">
<p>
<s type="decl">
A	DT	a
storm	NN	storm
<date when="2015-09-11">
yesterday	NN	yesterday
</date>
hit	VVD	hit
Port	NP	Port
of	IN	of
Mecca	NP	Mecca
.	SENT	.
</s>
</p>
</text>`

func TestReadGUM(t *testing.T) {
	g, err := readGUM("gum/GUM_news_x.xml", []byte(gumXML))
	if err != nil {
		t.Fatal(err)
	}
	if want := "A storm yesterday hit Port of Mecca."; g.doc.Text != want {
		t.Fatalf("text %q, want %q", g.doc.Text, want)
	}
	if len(g.times) != 1 || g.doc.Words(g.times[0].span) != "yesterday" || g.times[0].value.String() != "2015-09-11" {
		t.Errorf("times %v", g.times)
	}
	if g.written.String() != "2015-09-12" || g.kind != "news" {
		t.Errorf("%s written %v", g.kind, g.written)
	}
}

func TestGUMThings(t *testing.T) {
	g, err := readGUM("gum/GUM_news_x.xml", []byte(gumXML))
	if err != nil {
		t.Fatal(err)
	}
	// The port is linked by its number; the storm has no proper noun.
	rows := []string{
		"1-1\t0-1\tA\tperson[1]\tnew[1]\ts\t_\t_", "1-2\t2-7\tstorm\tperson[1]\tnew[1]\ts\t_\t_",
		"1-3\t8-9\tyesterday\ttime\tnew\ts\t_\t_", "1-4\t8-9\thit\t_\t_\t_\t_\t_",
		"1-5\t0-1\tPort\tplace[2]\tnew[2]\ts\tPort_of_Mecca[2]",
		"1-6\t0-1\tof\tplace[2]\tnew[2]\ts\tPort_of_Mecca[2]",
		"1-7\t0-1\tMecca\tplace[2]|place[3]\tnew[2]|new[3]\ts\tPort_of_Mecca[2]|Mecca[3]",
		"1-8\t0-1\t.\t_\t_\t_\t_\t_",
	}
	things := goldThings(g, strings.Join(rows, "\n"))
	var got []string
	for i := range things {
		got = append(got, things[i].String())
	}
	if want := "place port of mecca; place mecca"; strings.Join(got, "; ") != want {
		t.Errorf("%s, want %s", strings.Join(got, "; "), want)
	}
}

func TestReadMeantime(t *testing.T) {
	g, err := readMeantime("meantime/x.xml", []byte(`<Document>
<token t_id="1" sentence="0">Headline</token><token t_id="2" sentence="1">January</token><token t_id="3" sentence="1">18</token>
<token t_id="4" sentence="2">It</token><token t_id="5" sentence="2">left</token><token t_id="6" sentence="2">today</token><token t_id="7" sentence="6">today</token>
<Markables><TIMEX3 type="DATE" value="2005-01-18" functionInDocument="CREATION_TIME"></TIMEX3>
<TIMEX3 type="DATE" value="2005-01-18"><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 type="DATE" value="2005-01-18"><token_anchor t_id="7"/></TIMEX3></Markables></Document>`))
	if err != nil {
		t.Fatal(err)
	}
	if len(g.times) != 1 || g.doc.Words(g.times[0].span) != "today" || g.written.String() != "2005-01-18" {
		t.Errorf("times %v, written %v", g.times, g.written)
	}
}

func TestReadEntries(t *testing.T) {
	entries, err := readEntries(strings.NewReader(`<dataset><sequence><author>Roe, J. &amp; Coe, A.</author>
		<date>(2011).</date><note>Accessed 3 May 2012</note></sequence></dataset>`))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Roe, J. & Coe, A. (2011). Accessed 3 May 2012"; len(entries) != 1 || entries[0].text != want {
		t.Fatalf("%+v, want the text %q", entries, want)
	}
	if m := accessDate.FindStringSubmatch(entries[0].text); m == nil || m[1] != "3 May 2012" {
		t.Errorf("access date %q", m)
	}
}

func TestWNUTMessage(t *testing.T) {
	text, gold := wnutMessage("stayed\tO\non\tO\nRedondo\tB-location\nBeach\tI-location\n.\tO")
	if text != "stayed on Redondo Beach." {
		t.Fatalf("text %q", text)
	}
	if len(gold) != 1 || gold[0].kind != "location" || gold[0].span != (article.Span{Start: 10, End: 23}) {
		t.Errorf("%+v", gold)
	}
}

func TestISOInterval(t *testing.T) {
	for s, want := range map[string]string{
		"2015": "2015-01-01..2015-12-31", "2015-09": "2015-09-01..2015-09-30", "2015-09-12T08:00": "2015-09-12",
		"198": "1980-01-01..1989-12-31", "2006-Q4": "2006-10-01..2006-12-31",
	} {
		if got, ok := isoInterval(s); !ok || got.String() != want {
			t.Errorf("%s is %v %v, want %s", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "PRESENT_REF", "XXXX-XX-XX", "P3Y", "2006-W12", "2006-Q5"} {
		if got, ok := isoInterval(s); ok {
			t.Errorf("%q is %v", s, got)
		}
	}
}

func TestAddressOfAGoldField(t *testing.T) {
	for field, want := range map[string]string{
		"http://a.example/b.":                   "http://a.example/b",
		"<http://a.example /b>.":                "http://a.example/b",
		"Available at https://www. a.example/b": "https://www.a.example/b",
		"www.a.example,":                        "www.a.example",
		"no address":                            "",
	} {
		if got := address(field); got != want {
			t.Errorf("%q holds %q, want %q", field, got, want)
		}
	}
}
