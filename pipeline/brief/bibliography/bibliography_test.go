package bibliography

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"citevet/pipeline/article"
	"citevet/pipeline/extract"
)

func read(entries ...string) []article.Reference {
	var refs []article.Reference
	for _, e := range entries {
		refs = append(refs, extract.ReadReference(e))
	}
	return refs
}

func TestKeysStayApartInOrder(t *testing.T) {
	refs := read(
		"Ødegård, A. (2010). Harbours of the north. Coast Press.",
		"Ødegård, A. (2010). Harbours of the north. Coast Press.",
		"Ødegård, A. (2010). Harbours of the north. Coast Press.",
		"《》",
	)
	want := []string{"odegard2010harbours", "odegard2010harboursa", "odegard2010harboursb", "entry"}
	for i, it := range items(refs) {
		if it.key != want[i] {
			t.Errorf("key %d is %q, want %q", i, it.key, want[i])
		}
	}
}

func TestADateIsAsExactAsItWasWritten(t *testing.T) {
	for words, want := range map[string]string{
		"Roe, A. (2010). Harbours of the north. Coast Press.":             `{"date-parts":[[2010]]}`,
		"Roe, A. (2010, March 4). Harbours of the north. Coast Press.":    `{"date-parts":[[2010,3,4]]}`,
		"Roe, A. (March 2010). Harbours of the north. Coast Press.":       `{"date-parts":[[2010,3]]}`,
		"Roe, A. (31/02/2024). Harbours of the north. Coast Press.":       `{"raw":"31/02/2024"}`,
		"Roe, A. (n.d.). Harbours of the north. Coast Press.":             `null`,
		"Roe, A. (12025). Harbours of the north, Coast Press, Bergen, ok": `{"raw":"12025"}`,
	} {
		got, err := json.Marshal(cslDateOf(read(words)[0].Published))
		if err != nil || string(got) != want {
			t.Errorf("%q is issued %s, want %s (%v)", words, got, want, err)
		}
	}
}

func TestADayThatNoCalendarHasIsNoYear(t *testing.T) {
	refs := read("Roe, A. (31/02/2024). Harbours of the north. Coast Press.")
	for format, out := range map[string][]byte{"bibtex": BibTeX(refs), "ris": RIS(refs)} {
		if bytes.Contains(out, []byte("31/02")) {
			t.Errorf("as %s it is\n%s", format, out)
		}
	}
}

func TestNamesComeApart(t *testing.T) {
	for name, want := range map[article.Name]person{
		{Family: "van der Berg", Given: "A."}: {Family: "Berg", Given: "A.", Particle: "van der"},
		{Family: "Vries", Given: "J. de"}:     {Family: "Vries", Given: "J.", Particle: "de"},
		{Family: "Roe", Given: "Ann M. Jr."}:  {Family: "Roe", Given: "Ann M.", Suffix: "Jr."},
		{Literal: "Office of\nPorts"}:         {Literal: "Office of Ports"},
	} {
		if got := personOf(name); got != want {
			t.Errorf("%v comes apart as %v, want %v", name, got, want)
		}
	}
}

func TestBibTeXStaysWellFormed(t *testing.T) {
	ref := article.Reference{Type: "book"}
	ref.Title.Text = `50% of }braces{ & \commands in $x_1^2~y#`
	ref.Authors = []article.Name{{Literal: "Roe and Sons {"}}
	ref.URL.Text = "https://a.example/x_y?q=%20{}"
	got := string(BibTeX([]article.Reference{ref}))
	for _, want := range []string{
		`title = {{50\% of \textbraceright{}braces\textbraceleft{} \& \textbackslash{}commands in \$x\_1\textasciicircum{}2\textasciitilde{}y\#}},`,
		`author = {{Roe and Sons \textbraceleft{}}},`,
		`url = {https://a.example/x_y?q=%20%7B%7D},`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %s in\n%s", want, got)
		}
	}
	if depth(t, got) != 0 {
		t.Errorf("braces do not balance in\n%s", got)
	}
}

// depth returns how many braces stay open, and fails where one closes too many.
func depth(t *testing.T, s string) int {
	open := 0
	for _, r := range s {
		switch r {
		case '{':
			open++
		case '}':
			if open--; open < 0 {
				t.Fatalf("a brace closes nothing in\n%s", s)
			}
		}
	}
	return open
}

func TestRISHasAFieldALine(t *testing.T) {
	refs := read("Roe, A., & van Doe, B. (2010, March 4). Harbours of the north. Journal of Ports, 12(3), 45–67. https://doi.org/10.1234/ports.10")
	want := strings.Join([]string{
		"TY  - JOUR", "ID  - roe2010harbours", "AU  - Roe, A.", "AU  - van Doe, B.", "TI  - Harbours of the north", "T2  - Journal of Ports",
		"PY  - 2010", "DA  - 2010/03/04", "VL  - 12", "IS  - 3", "SP  - 45", "EP  - 67", "DO  - 10.1234/ports.10", "UR  - https://doi.org/10.1234/ports.10", "ER  - ", "", "",
	}, "\r\n")
	if got := string(RIS(refs)); got != want {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
}

func TestAnExtentIsNoPage(t *testing.T) {
	ref := article.Reference{Pages: article.Field{Text: "634 s"}}
	if pages, extent := pagesOf(&ref); pages != "" || extent != "634" {
		t.Errorf("pages %q, extent %q", pages, extent)
	}
}

// FuzzFormats holds that whatever an entry reads, JSON stays JSON, braces balance
// and no field breaks its line.
func FuzzFormats(f *testing.F) {
	for _, e := range []string{"", "Roe, A. (2010). T{i}t\\le. Press", "\xff\x00 (2010). \"x\r\ny\". {{{", "«»—— 31/02/2024 99/99/9999 0 12025"} {
		f.Add(e)
	}
	f.Fuzz(func(t *testing.T, entry string) {
		refs := read(entry, entry)
		data, err := CSL(refs)
		if err != nil || !json.Valid(data) || !utf8.Valid(data) {
			t.Fatalf("no JSON: %v\n%s", err, data)
		}
		if depth(t, string(BibTeX(refs))) != 0 {
			t.Fatal("braces do not balance")
		}
		for _, line := range strings.Split(string(RIS(refs)), "\r\n") {
			if line != "" && (len(line) < 6 || line[2:5] != "  -") || strings.ContainsAny(line, "\r\n") {
				t.Fatalf("the line %q has no tag", line)
			}
		}
	})
}

func TestAddressesThatABrowserWouldRunAreLeftOut(t *testing.T) {
	for address, kept := range map[string]bool{
		"https://a.example/x": true, "HTTP://a.example/x": true, "ftp://a.example": true, "www.a.example:80/x": true, "/x": true,
		"javascript:alert(1)": false, "JavaScript:alert(1)": false, " data:text/html,<b>": false, "vbscript:x": false, "file:///etc/passwd": false,
	} {
		refs := []article.Reference{{Title: article.Field{Text: "T"}, URL: article.Field{Text: address}, ArchiveURL: article.Field{Text: address}}}
		csl, err := CSL(refs)
		if err != nil {
			t.Fatal(err)
		}
		for format, out := range map[string][]byte{"csl": csl, "bibtex": BibTeX(refs), "ris": RIS(refs)} {
			if got := bytes.Contains(out, []byte(strings.TrimSpace(address))); got != kept {
				t.Errorf("%s: %q is kept: %v\n%s", format, address, got, out)
			}
		}
	}
}

func TestAnAddressIsNoCommandToALog(t *testing.T) {
	refs := []article.Reference{{URL: article.Field{Text: "https://a.example/##[error]x"}}}
	for format, out := range map[string][]byte{"bibtex": BibTeX(refs), "ris": RIS(refs)} {
		if !bytes.Contains(out, []byte("https://a.example/#%23[error]x")) {
			t.Errorf("%s: %s", format, out)
		}
	}
}

func TestANameThatHoldsAndIsOneName(t *testing.T) {
	refs := []article.Reference{{Authors: []article.Name{{Family: "Smith and Sons, Ltd"}, {Family: "Roe", Given: "Ann and Bob"}, {Literal: "Desk and Press"}}}}
	const want = "author = {{Smith and Sons, Ltd} and Roe, {Ann and Bob} and {Desk and Press}},"
	if out := string(BibTeX(refs)); !strings.Contains(out, want) {
		t.Errorf("want %s in\n%s", want, out)
	}
}
