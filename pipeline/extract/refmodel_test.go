package extract

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
)

// TestScholarlyEntries reads entries of made-up works in the styles that have
// neither quotation marks nor an address to go by.
func TestScholarlyEntries(t *testing.T) {
	for _, test := range []struct{ name, entry, want string }{
		{
			"a book by its imprint",
			"Roe, Ann. The Tides of the North. 2nd ed. London: Coast Press, 1994.",
			"author Roe/Ann; title The Tides of the North; publisher Coast Press; place London; edition 2nd ed; year 1994; type book",
		},
		{
			"a journal between commas, initials first",
			"A. Roe and B. C. Doe. Estimating tides from sparse records. Journal of Coastal Studies, 12(3):45-67, 1994.",
			"author Roe/A., Doe/B. C.; title Estimating tides from sparse records; container Journal of Coastal Studies; volume 12; issue 3; pages 45-67; year 1994; type article-journal",
		},
		{
			"Vancouver, set solid",
			"Roe A, Doe BC. Estimating tides from sparse records. J Coast Stud. 1994;12(3):45-67.",
			"author Roe/A, Doe/BC; title Estimating tides from sparse records; container J Coast Stud; volume 12; issue 3; pages 45-67; year 1994; type article-journal",
		},
		{
			"a paper in proceedings",
			"A. Roe. Estimating tides from sparse records. In Proceedings of the 3rd International Conference on Harbours, pages 45-67, Oslo, Norway, June 1994.",
			"author Roe/A.; title Estimating tides from sparse records; container Proceedings of the 3rd International Conference on Harbours; pages 45-67; place Oslo, Norway; year 1994; type paper-conference",
		},
		{
			"a chapter with its editors",
			"Roe, A. (1994). Estimating tides. In B. Doe & C. Poe (Eds.), Handbook of harbours (pp. 45-67). Oslo: Coast Press.",
			"author Roe/A.; editor Doe/B., Poe/C.; title Estimating tides; container Handbook of harbours; publisher Coast Press; pages 45-67; place Oslo; year 1994; type chapter",
		},
		{
			"a newspaper's issue, its day behind the name",
			"Roe, A. (2021) 'Storm hits the coast', Coast Daily, 3 May. Available at: https://coast.example/1 (Accessed: 15 January 2025).",
			"author Roe/A.; title Storm hits the coast; container Coast Daily; year 2021; type article-newspaper",
		},
		{
			"a court's decision",
			"Roe v. Harbour Board of Oslo, 410 U.S. 113 (1973).",
			"title Roe v. Harbour Board of Oslo; container U.S.; volume 410; pages 113; year 1973; type legal_case",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := ReadReference(test.entry)
			if got := tellReference(&r); got != test.want {
				t.Errorf("read\n\t%s, want\n\t%s", got, test.want)
			}
		})
	}
}

// tellReference names the fields of a reference that are present.
func tellReference(r *article.Reference) string {
	names := func(list []article.Name) string {
		var out []string
		for _, n := range list {
			out = append(out, strings.TrimSuffix(n.Family+"/"+n.Given, "/")+n.Literal)
		}
		return strings.Join(out, ", ")
	}
	year := ""
	if r.Published.When.From.Year != 0 {
		year = r.Published.When.From.String()[:4]
	}
	var out []string
	for _, f := range []struct{ name, words string }{
		{"author", names(r.Authors)}, {"editor", names(r.Editors)}, {"title", r.Title.Text}, {"container", r.Container.Text},
		{"publisher", r.Publisher.Text}, {"volume", r.Volume.Text}, {"issue", r.Issue.Text}, {"pages", r.Pages.Text},
		{"place", r.Place.Text}, {"edition", r.Edition.Text}, {"year", year}, {"type", r.Type},
	} {
		if f.words != "" {
			out = append(out, f.name+" "+f.words)
		}
	}
	return strings.Join(out, "; ")
}

func TestIdentifiersOfPreprintsAreRead(t *testing.T) {
	r := ReadReference("Roe A, Doe B. Attention to tides. arXiv:1706.03762, 2017. PMID: 12345678.")
	if r.ArXiv.Text != "1706.03762" || r.PMID.Text != "12345678" {
		t.Errorf("arXiv %q, PMID %q", r.ArXiv.Text, r.PMID.Text)
	}
}

func TestSolidNumbersComeApart(t *testing.T) {
	for run, want := range map[string]string{
		"2002;22(21):9430-44.":      "2002; 22 (21): 9430-44.",
		"71(3)":                     "71 (3)",
		"http://a.example/x;1(2):3": "http://a.example/x;1(2):3",
		"10.1234/ab(2002)1:2":       "10.1234/ab(2002)1:2",
		"исследований//Теоретические.": "исследований //Теоретические.",
	} {
		var parts []string
		for _, t := range refTokens(run, 0) {
			parts = append(parts, t.raw)
		}
		if got := strings.Join(parts, " "); got != want {
			t.Errorf("%q comes apart as %q, want %q", run, got, want)
		}
	}
}

func TestMarginsAreOfTheBestReading(t *testing.T) {
	tokens := refTokens("Roe, A. (2010). Harbours of the north. Coast Press.", 0)
	s := trainedReferences().score(featuresOf(tokens))
	labels := s.best()
	for i, margin := range s.margins(labels) {
		if margin < 0 {
			t.Errorf("another label for %q scores %d higher than the best reading", tokens[i].raw, -margin)
		}
	}
}

// FuzzReferenceTokens holds that tokens lie in order within the entry and have
// features, whatever the bytes.
func FuzzReferenceTokens(f *testing.F) {
	for _, e := range append(hostileEntries, "<italic></italic> <i>", strings.Repeat("a ", 1000), "((((2;(3;(") {
		f.Add(e)
	}
	f.Fuzz(func(t *testing.T, entry string) {
		tokens := refTokens(entry, 0)
		end := 0
		for _, token := range tokens {
			if token.at.from < end || token.at.to <= token.at.from || token.at.to > len(entry) || token.raw == "" {
				t.Fatalf("the token at %v stands behind %d in %d bytes", token.at, end, len(entry))
			}
			end = token.at.to
		}
		if len(tokens) > 0 {
			s := trainedReferences().score(featuresOf(tokens))
			s.margins(s.best())
		}
	})
}
