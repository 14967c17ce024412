package extract

import (
	"strings"
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// readEntry reads one entry that is all of a document, and checks that every
// field's words stand at its span.
func readEntry(t *testing.T, text string) article.Reference {
	t.Helper()
	doc := &article.Document{Text: text}
	ref := parseReference(doc, article.Span{Start: 0, End: len(text)})
	checkSpans(t, doc, ref)
	return ref
}

// checkSpans fails where a field's span lies outside its entry or, for fields
// that are written out, holds other words.
func checkSpans(t *testing.T, doc *article.Document, r article.Reference) {
	t.Helper()
	for name, f := range fieldsOf(&r) {
		if f.IsZero() {
			continue
		}
		if !r.Span.Contains(f.Span) || f.Span.Len() < 1 {
			t.Fatalf("%s %q at %v is outside its entry %v", name, f.Text, f.Span, r.Span)
		}
		if words := doc.Text[f.Span.Start:f.Span.End]; words != f.Text && len(doc.Links) == 0 && name != "label" && !strings.ContainsAny(words, " \n") {
			t.Fatalf("%s is %q, but its span holds %q", name, f.Text, words)
		}
	}
}

func fieldsOf(r *article.Reference) map[string]article.Field {
	return map[string]article.Field{
		"label": r.Label, "title": r.Title, "container": r.Container, "publisher": r.Publisher,
		"published": r.Published.Field, "accessed": r.Accessed.Field, "archived": r.Archived.Field, "updated": r.Updated.Field,
		"url": r.URL, "archive": r.ArchiveURL, "url date": r.URLDate.Field,
		"doi": r.DOI, "isbn": r.ISBN, "issn": r.ISSN, "volume": r.Volume, "issue": r.Issue, "pages": r.Pages,
	}
}

// namesText writes authors as "Family/Given" and "{Literal}".
func namesText(names []article.Name) string {
	var all []string
	for _, n := range names {
		if n.Literal != "" {
			all = append(all, "{"+n.Literal+"}")
		} else {
			all = append(all, n.Family+"/"+n.Given)
		}
	}
	return strings.Join(all, "; ")
}

func TestStylesOfEntries(t *testing.T) {
	tests := []struct {
		name, entry string
		want        map[string]string // every field that is read; authors with them
	}{
		{
			"Harvard, an outlet as author",
			"[1] Hill Radio, (2025). Minister calls the tariff a relic. [online] Available at: https://hillradio.example/news/2025/01/tariff-relic [Accessed 15 Jan. 2025].",
			map[string]string{"authors": "{Hill Radio}", "title": "Minister calls the tariff a relic", "published": "2025", "accessed": "15 Jan. 2025", "url": "https://hillradio.example/news/2025/01/tariff-relic", "url date": "2025/01", "label": "1"},
		},
		{
			"Harvard, a station whose name looks like family and initials",
			"Orda TV, (2021). A column. [online] Available at: https://orda.example/c [Accessed 2 May 2021].",
			map[string]string{"authors": "{Orda TV}", "title": "A column", "published": "2021", "accessed": "2 May 2021", "url": "https://orda.example/c"},
		},
		{
			"APA, a journal",
			"Roe, A. B., & van der Poe, C. (2019). Markets in winter. Journal of Cold Trade, 12(3), 45–67. https://doi.org/10.1234/jct.2019.12",
			map[string]string{"authors": "Roe/A. B.; van der Poe/C.", "title": "Markets in winter", "published": "2019", "container": "Journal of Cold Trade", "volume": "12", "issue": "3", "pages": "45–67", "doi": "10.1234/jct.2019.12", "url": "https://doi.org/10.1234/jct.2019.12"},
		},
		{
			"APA, an office and a full date",
			"River Health Agency. (2020, March 11). Opening remarks on the flood. https://rha.example/remarks",
			map[string]string{"authors": "{River Health Agency}", "title": "Opening remarks on the flood", "published": "2020, March 11", "url": "https://rha.example/remarks"},
		},
		{
			"MLA, a magazine",
			"Roe, Ann. \"A Winter Story.\" The Northerner, 15 Jan. 2021, www.northerner.example/a/winter-story. Accessed 3 May 2021.",
			map[string]string{"authors": "Roe/Ann", "title": "A Winter Story", "container": "The Northerner", "published": "15 Jan. 2021", "accessed": "3 May 2021", "url": "www.northerner.example/a/winter-story"},
		},
		{
			"Chicago, a book",
			"Doe, Jane. The Book of Frost. New York: Larch, 2004.",
			map[string]string{"authors": "Doe/Jane", "title": "The Book of Frost", "publisher": "Larch", "published": "2004"},
		},
		{
			"Vancouver, a full date before the volume",
			"9. Roe A, Doe BC. Outcomes of warm care. N Coast J Med. 2007 Mar 3;104(13):5510-5.",
			map[string]string{"authors": "Roe/A; Doe/BC", "title": "Outcomes of warm care", "container": "N Coast J Med", "published": "2007 Mar 3", "volume": "104", "issue": "13", "pages": "5510-5", "label": "9"},
		},
		{
			"IEEE, a paper",
			"[10] J. K. Roe and L. Doe, \"Naming of ports,\" Trans. Harb. Eng., vol. 3, no. 2, pp. 1–10, Jan. 2020, doi: 10.1109/the.2020.1.",
			map[string]string{"authors": "Roe/J. K.; Doe/L.", "title": "Naming of ports", "container": "Trans. Harb. Eng", "volume": "3", "issue": "2", "pages": "1–10", "published": "Jan. 2020", "doi": "10.1109/the.2020.1", "label": "10"},
		},
		{
			"an encyclopedia's web citation with its archive",
			"[12] Roe, Sam (October 2005). \"The Long Lake\". The Basin. Basin Group. http://basin.example/lake/. Archived from the original on 20 October 2011. Retrieved 2013-11-18.",
			map[string]string{"authors": "Roe/Sam", "title": "The Long Lake", "container": "The Basin", "publisher": "Basin Group", "published": "October 2005", "url": "http://basin.example/lake/", "archived": "20 October 2011", "accessed": "2013-11-18", "label": "12"},
		},
		{
			"a chapter of a book",
			"Roe, B. (2009). \"Seals of the north\". Mammals of the shore: a handbook. p. 137. Brillion Press. ISBN 978-90-04-17828-1.",
			map[string]string{"authors": "Roe/B.", "title": "Seals of the north", "container": "Mammals of the shore: a handbook", "publisher": "Brillion Press", "published": "2009", "pages": "137", "isbn": "978-90-04-17828-1"},
		},
		{
			"an address with its title behind, the outlet confirmed by the host",
			"[9] https://www.coastdaily.example/2025/a-tide - A tide is turning - Coast Daily",
			map[string]string{"title": "A tide is turning", "container": "Coast Daily", "url": "https://www.coastdaily.example/2025/a-tide", "url date": "2025", "label": "9"},
		},
		{
			"an address alone",
			"[2] https://ports.example/a/b.html",
			map[string]string{"url": "https://ports.example/a/b.html", "label": "2"},
		},
		{
			"a title that runs into its address",
			"Henry W. Roe http://civil.example/henry-w-roe.html Civil Trust. Retrieved March 28, 2016.",
			map[string]string{"title": "Henry W. Roe", "container": "Civil Trust", "url": "http://civil.example/henry-w-roe.html", "accessed": "March 28, 2016"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := readEntry(t, tt.entry)
			got := map[string]string{}
			for name, f := range fieldsOf(&r) {
				if !f.IsZero() {
					got[name] = f.Text
				}
			}
			if len(r.Authors) > 0 {
				got["authors"] = namesText(r.Authors)
			}
			for name, want := range tt.want {
				if got[name] != want {
					t.Errorf("%s is %q, want %q", name, got[name], want)
				}
			}
			for name, value := range got {
				if _, ok := tt.want[name]; !ok {
					t.Errorf("%s is %q, want none", name, value)
				}
			}
		})
	}
}

func TestAccessWordings(t *testing.T) {
	for _, tt := range []struct{ entry, words, day string }{
		{"Roe (2020). A. https://a.example/x [Accessed 15 Jan. 2025].", "15 Jan. 2025", "2025-01-15"},
		{"Roe (2020). A. Retrieved May 3, 2020, from https://a.example/x", "May 3, 2020", "2020-05-03"},
		{"Roe (2020). A. Retrieved from https://a.example/x on 3 May 2020", "3 May 2020", "2020-05-03"},
		{"\"A\". Site. https://a.example/x. Retrieved on 2020-05-03.", "2020-05-03", "2020-05-03"},
		{"\"A\", Site, https://a.example/x, last visited 3 May 2020", "3 May 2020", "2020-05-03"},
		{"\"A\", Site, https://a.example/x (viewed 3 May 2020)", "3 May 2020", "2020-05-03"},
		{"\"A\". https://a.example/x (Abgerufen am 3. Mai 2020)", "3. Mai 2020", "2020-05-03"},
		{"\"A\". https://a.example/x (consulté le 3 août 2020)", "3 août 2020", "2020-08-03"},
		{"\"A\". https://a.example/x [consultado el 3 de mayo de 2020]", "3 de mayo de 2020", "2020-05-03"},
		{"\"A\". https://a.example/x (дата обращения: 03.05.2020)", "03.05.2020", ""},
		{"\"A\". https://a.example/x (дата обращения: 3 мая 2020)", "3 мая 2020", "2020-05-03"},
		{"\"A\". https://a.example/x [dostęp: 3 maja 2020]", "3 maja 2020", "2020-05-03"},
		{"\"A\". https://a.example/x [hozzáférés: 2020. május 3.]", "2020. május 3", "2020-05-03"},
		{"王明. 题名[EB/OL]. https://a.example/x. 访问日期：2020年5月3日", "2020年5月3日", "2020-05-03"},
		{"題名、https://a.example/x 、2020年5月3日閲覧", "2020年5月3日", "2020-05-03"},
		{"王明. 题名[EB/OL]. [2020-05-03]. https://a.example/x", "2020-05-03", "2020-05-03"},
	} {
		r := readEntry(t, tt.entry)
		if r.Accessed.Text != tt.words {
			t.Errorf("%s: accessed %q, want %q", tt.entry, r.Accessed.Text, tt.words)
		}
		if tt.day != "" && r.Accessed.When.String() != tt.day {
			t.Errorf("%s: accessed on %s, want %s", tt.entry, r.Accessed.When, tt.day)
		}
	}
}

func TestADayBeforeAnAddressInAngleBrackets(t *testing.T) {
	for _, tt := range []struct{ entry, published, accessed string }{
		{"Roe, Ann. \"Tide Page.\" 28 Mar. 2002. 15 May 2002 <http://a.example/tides/>.", "28 Mar. 2002", "15 May 2002"},
		{"Roe, Ann. \"High Tides.\" Basin Post 27 May 2002. 10 June 2002 <http://a.example/754.asp>.", "27 May 2002", "10 June 2002"},
		{"Roe, Ann. \"High Tides.\" Basin Post 27 May 2002 <http://a.example/754.asp>.", "27 May 2002", ""},
		{"Roe, Ann. \"Tides of 1990.\" Basin Post. 27 May 2002 <http://a.example/754.asp>.", "27 May 2002", ""},
	} {
		if r := readEntry(t, tt.entry); r.Published.Text != tt.published || r.Accessed.Text != tt.accessed {
			t.Errorf("%s: published %q, accessed %q; want %q and %q", tt.entry, r.Published.Text, r.Accessed.Text, tt.published, tt.accessed)
		}
	}
}

func TestWhatIsNoAccessDate(t *testing.T) {
	for _, entry := range []string{
		"W. Read (1994). \"Place names\". https://a.example/x",
		"\"Capsule retrieved 3 May 2020\". The Basin. https://a.example/x",
		"Roe, A. (2019). How the lost capsule was retrieved 2019. https://a.example/x",
	} {
		if r := readEntry(t, entry); !r.Accessed.IsZero() {
			t.Errorf("%s: accessed %q, want none", entry, r.Accessed.Text)
		}
	}
}

func TestPublicationDates(t *testing.T) {
	for _, tt := range []struct{ name, entry, words, when string }{
		{"brackets behind the author", "Roe, A. (15 January 2021). \"T\". Site.", "15 January 2021", "2021-01-15"},
		{"a letter tells two works of one year apart", "Roe, A. (2021a). \"T\". Site.", "2021a", "2021-01-01..2021-12-31"},
		{"a letter behind a month", "Roe, A. (July 2007b). \"T\". Site.", "July 2007b", "2007-07-01..2007-07-31"},
		{"a journal's year in brackets", "Roe, A. \"T.\" Journal of Ice 22 (1999): 30–55.", "1999", "1999-01-01..1999-12-31"},
		{"the brackets of place and publisher", "Ann B. Roe, God of Frost (New York: Larch Press, 1994)", "1994", "1994-01-01..1994-12-31"},
		{"an outlet and a day without a comma", "Roe, A. \"T\" https://a.example/x, Basin Post November 5, 2014, viewed May 1, 2015", "November 5, 2014", "2014-11-05"},
		{"the day that a year in brackets leaves open", "Roe, A. (2021) \"T\". The Basin, 15 January 2021. https://a.example/x", "15 January 2021", "2021-01-15"},
		{"an outlet between commas before a day", "Bridge falls, Basin Post, 3 May 2024. https://a.example/x", "3 May 2024", "2024-05-03"},
		{"a day behind a dash", "[1] https://a.example/x - The bridge falls - Jan 17, 2024", "Jan 17, 2024", "2024-01-17"},
		{"a year in a title's brackets and another behind", "The great fire (1871). Basin History, 2019.", "1871", "1871-01-01..2019-12-31"},
		{"a span of years in a title's brackets", "The war at sea (1914–1918). Basin History, 2019.", "2019", "2019-01-01..2019-12-31"},
		{"other words beside the year", "Roe, A. (Winter issue 2008). \"T\". Site.", "2008", "2008-01-01..2008-12-31"},
		{"a journal's year before its volume", "Roe A, Doe B. Title of it. Lancet 2013; 382: 536–551.", "2013", "2013-01-01..2013-12-31"},
	} {
		r := readEntry(t, tt.entry)
		if r.Published.Text != tt.words || r.Published.When.String() != tt.when {
			t.Errorf("%s: published %q, %s; want %q, %s", tt.name, r.Published.Text, r.Published.When, tt.words, tt.when)
		}
	}
}

func TestWhatIsNoPublicationDate(t *testing.T) {
	for _, tt := range []struct{ name, entry string }{
		{"no date, said so", "Roe, A. (n.d.). About us. https://a.example/x"},
		{"a forecast in a title", "[1] https://a.example/x - Smart Kettle Market Report, 2030"},
		{"a day in a title", "[1] https://a.example/x - Storm of January 6, 2021 in pictures of March 2022"},
		{"a day at the end of a title", "Fall of the bridge, 3 May 1945. https://a.example/x"},
		{"a span of years in a title", "\"Letters\". Papers of the Congress, 1774–1789. https://a.example/x"},
		{"a year within quotation marks", "\"Budget of 2019, revised\". Treasury. https://a.example/x"},
		{"a host name", "\"Census of towns\". 2010.census.example. https://a.example/x"},
		{"pages that could be years", "Roe A. \"T\". Cold Biol. 10: 1094–1098."},
		{"a page", "\"T\". Atlas. p. 1930. https://a.example/x"},
		{"an issue", "\"T\". Gazette. 5 (1287). https://a.example/x"},
	} {
		if r := readEntry(t, tt.entry); !r.Published.IsZero() {
			t.Errorf("%s: published %q, want none", tt.name, r.Published.Text)
		}
	}
}

func TestDatesThatARemarkTellsOf(t *testing.T) {
	for _, tt := range []struct{ name, entry string }{
		{"a letter's date", "In a letter dated 3 May 1944, the architect wrote that the harbour wall \"was finished on 12 April 1943\"."},
		{"a speech", "In his speech of 12 March 1946, the governor said that \"the wall will stand\"."},
		{"a telegram quoted", "Doe quotes the telegram of 3 May 1944: \"Arrived. 4 May 1944. All well.\""},
		{"a list of places within a remark", "Harbour41 (Harbour41 includes a preface and two cites: 26 August 1995 Basin Post page 4; 2002-05-06 Sea Review 8 (3): 11.)"},
		{"a year in brackets amid a sentence", "As no reliable survey exists at this stage (2011), these numbers are rough estimates only."},
		{"an event by hearsay", "According to the harbour master, the light was lit on 4 July 1902."},
		{"a term", "Until 1 January 1990, the town was a part of the county."},
	} {
		if r := readEntry(t, tt.entry); !r.Published.IsZero() {
			t.Errorf("%s: published %q, want none", tt.name, r.Published.Text)
		}
	}
}

func TestReferencesThatReadLikeRemarks(t *testing.T) {
	for _, tt := range []struct{ name, entry, words string }{
		{"a title that opens like a sentence", "Roe, Ann. In the Heart of the Tide. London: Larch, 2000.", "2000"},
		{"a title with a verb", "Roe, A. The wall was never built. London: Larch, 2001.", "2001"},
		{"a work within a remark", "According to Roe, \"the wall was in two parts\" (Roe, Ann. Why Walls Matter, Larch Press (2002), p. 18).", "2002"},
		{"pages behind", "Roe (2011), pp. 3–4, where the wall is described.", "2011"},
	} {
		if r := readEntry(t, tt.entry); r.Published.Text != tt.words {
			t.Errorf("%s: published %q, want %q", tt.name, r.Published.Text, tt.words)
		}
	}
}

func TestDatesTheCalendarDoesNotHaveKeepTheirFlaw(t *testing.T) {
	r := readEntry(t, "Basin Press. \"Storm\". AP News, 31 February 2023. https://a.example/1")
	if r.Published.Text != "31 February 2023" || r.Published.Flaw == "" || !r.Published.When.IsZero() {
		t.Errorf("published %+v, want the words with a flaw and no reading", r.Published)
	}
}

func TestFlawsOfDates(t *testing.T) {
	for _, tt := range []struct{ entry, words, flaw string }{
		{"Roe, A. (99/99/9999). \"T\". Site.", "99/99/9999", "there is no month 99"},
		{"Roe, A. \"T\". Basin Post, 0000-00-00. https://a.example/2", "0000-00-00", "there is no year 0"},
		{"Roe, A. \"T\". Basin Post, 45/12/2021. https://a.example/2", "45/12/2021", "no month has 45 days"},
		{"Roe, A. (12025). \"T\". Site.", "12025", "the year 12025 is far ahead"},
		{"Roe, A. (0). \"T\". Site.", "0", "there is no year 0"},
		{"Roe, A. (32 January 2021). \"T\". Site.", "32 January 2021", "no month has 32 days"},
		{"Roe, A. (January 12025). \"T\". Site.", "January 12025", "the year 12025 is far ahead"},
	} {
		r := readEntry(t, tt.entry)
		if r.Published.Text != tt.words || r.Published.Flaw != tt.flaw || !r.Published.When.IsZero() {
			t.Errorf("%s: published %q, %s, flaw %q; want %q with the flaw %q", tt.entry, r.Published.Text, r.Published.When, r.Published.Flaw, tt.words, tt.flaw)
		}
	}
	if r := readEntry(t, "\"T\". Site. https://a.example/8. Retrieved 99/99/9999."); r.Accessed.Text != "99/99/9999" || r.Accessed.Flaw == "" {
		t.Errorf("accessed %+v, want the words with a flaw", r.Accessed)
	}
	if r := readEntry(t, "\"T\". Site. https://a.example/7. Retrieved15, 2010"); !r.Accessed.IsZero() || !r.Published.IsZero() {
		t.Errorf("accessed %q, published %q, want neither where the month is lost", r.Accessed.Text, r.Published.Text)
	}
}

func TestNumbersThatAreNoFlawedDates(t *testing.T) {
	for _, tt := range []struct{ entry, words string }{
		{"Roe, A. (2020). \"T\". Report 12-34-5678. https://a.example/1", "2020"},
		{"Roe, A. \"T\". Version 10.99.2021. Basin Soft, 2021.", "2021"},
		{"Roe, A. (Part 12025). \"T\". Basin Post, 2020.", "2020"},
		{"Order 99-45-2012, Basin Council.", ""},
		{"Harbour Act (12025). Basin Council.", ""},
		{"Doe, J. (30450). Case file. Basin Court.", ""},
		{"\"T\". https://a.example/99/99/9999/x", ""},
		{"\"T\". doi:10.1234/0000-00-00", ""},
	} {
		if r := readEntry(t, tt.entry); r.Published.Text != tt.words || r.Published.Flaw != "" {
			t.Errorf("%s: published %q with the flaw %q, want %q", tt.entry, r.Published.Text, r.Published.Flaw, tt.words)
		}
	}
}

func TestAmbiguousDatesKeepTheirReadings(t *testing.T) {
	r := readEntry(t, "Basin Press (03/04/2025). Tariffs rise. https://a.example/t")
	if len(r.Published.Readings) != 2 {
		t.Fatalf("readings %v, want two", r.Published.Readings)
	}
	if want := r.Published.Readings[0].Hull(r.Published.Readings[1]); r.Published.When != want {
		t.Errorf("published %s, want the hull %s", r.Published.When, want)
	}
}

func TestAddresses(t *testing.T) {
	for _, tt := range []struct{ name, entry, url string }{
		{"a full stop closes the sentence", "\"T\". https://a.example/x/y.", "https://a.example/x/y"},
		{"balanced brackets belong to it", "\"T\". https://a.example/Lisa_(singer).", "https://a.example/Lisa_(singer)"},
		{"brackets around it do not", "T (https://a.example/x).", "https://a.example/x"},
		{"angle brackets", "\"T\". <https://a.example/x>.", "https://a.example/x"},
		{"a line break where it must go on", "\"T\". https://a.example/2020/the-long-\nroad-to-it.html.", "https://a.example/2020/the-long-road-to-it.html"},
		{"a host that white space broke", "\"T\". http://www. a.example/x/y.", "http://www.a.example/x/y"},
		{"angle brackets around white space", "\"T\". <http://a.example:8080 /x/>.", "http://a.example:8080/x/"},
		{"a resolver's address that white space broke", "\"T\". http://dx.doi.org/10.1021/ es030360x.", "http://dx.doi.org/10.1021/es030360x"},
		{"two that touch", "\"T\". http://a.example/x.pdf.http://b.example/y", "http://a.example/x.pdf"},
		{"a site's name is not the address", "\"T\". www.a.example. http://www.a.example/x", "http://www.a.example/x"},
		{"the first of two works", "\"T\". http://a.example/x. \"U\". http://b.example/y", "http://a.example/x"},
	} {
		if r := readEntry(t, tt.entry); r.URL.Text != tt.url {
			t.Errorf("%s: %q, want %q", tt.name, r.URL.Text, tt.url)
		}
	}
}

func TestBrokenAddressesAreCarriedOn(t *testing.T) {
	for _, tt := range []struct{ name, entry, url string }{
		{"a space in the host", "Roe A. T. Ice 4: 12. http://dx.doi. org/10.1234/ice.2010.", "http://dx.doi.org/10.1234/ice.2010"},
		{"spaces behind every full stop", "Roe and Doe (2002) http: //www. tidetables. com/charts/show. cfm?port=12", "http://www.tidetables.com/charts/show.cfm?port=12"},
		{"spaces behind every slash", "Roe A (2010) Ice. Sea 15, 20. http:// www.tidetables.org/ vol15/ iss4/ art20.", "http://www.tidetables.org/vol15/iss4/art20"},
		{"a file behind a slash", "Roe, A. \"T.\" Draft, 6 March 2007. www.tidetables.org/papers/ Sea_Level.pdf (accessed 7 June 2015).", "www.tidetables.org/papers/Sea_Level.pdf"},
		{"a file's name torn in two", "Roe, A. (2008). Tides. Retrieved from http://www.tidetables.org/pdf/Final ReportB.pdf", "http://www.tidetables.org/pdf/FinalReportB.pdf"},
		{"a path torn in two", "Roe, A. (2008). Tides, http://www.tidetables.org/harb our/pdf/R7.pdf.", "http://www.tidetables.org/harbour/pdf/R7.pdf"},
		{"a resolved DOI torn in two", "Roe, A. 1996. Grass. Turf 36: 371. http://dx.doi.org/10.1234/turf1996.001 X003600020026x.", "http://dx.doi.org/10.1234/turf1996.001X003600020026x"},
	} {
		if r := readEntry(t, tt.entry); r.URL.Text != tt.url {
			t.Errorf("%s: %q, want %q", tt.name, r.URL.Text, tt.url)
		}
	}
}

func TestSentencesAreNoPartOfAnAddress(t *testing.T) {
	for _, tt := range []struct{ name, entry, url string }{
		{"a host and a sentence", "Roe, A. Tides. www.tidetables.org. accessed on 3 May 2010", "www.tidetables.org"},
		{"a slash and a sentence", "Roe, A. Tides. http://tidetables.org/ retrieved 3 May 2010 at noon", "http://tidetables.org/"},
		{"a slash and a word", "Roe, A. Tides. http://tidetables.org/sea/ harbour news", "http://tidetables.org/sea/"},
		{"an alternative", "Roe, A. Tides. http://www.tidetables.org. and/or the harbour", "http://www.tidetables.org"},
		{"a file's name as the title behind a leading address", "[1] https://tidetables.org/sea Report.pdf", "https://tidetables.org/sea"},
		{"a file's name that goes on as a title", "Roe, A. Tides. https://tidetables.org/sea report.pdf of the harbour", "https://tidetables.org/sea"},
		{"a catalogue's number behind a DOI", "Roe, A. Tides. https://doi.org/10.1234/sea PMC1234567", "https://doi.org/10.1234/sea"},
		{"a day behind an address", "Roe, A. Tides. http://tidetables.org/sea/ 2010/05/03", "http://tidetables.org/sea/"},
	} {
		if r := readEntry(t, tt.entry); r.URL.Text != tt.url {
			t.Errorf("%s: %q, want %q", tt.name, r.URL.Text, tt.url)
		}
	}
}

func TestIdentifiersAsWritten(t *testing.T) {
	for _, tt := range []struct{ name, entry, doi string }{
		{"with its brackets", "Roe, A. Ice. doi: 10.1130/2010.2465(22). 2010.", "10.1130/2010.2465(22)"},
		{"in an address that white space broke", "Roe, A. Ice. http://dx.doi. org/10.1234/ice.2010.", "10.1234/ice.2010"},
		{"torn in two", "Roe, A. 1996. Grass. http://dx.doi.org/10.1234/turf1996.001 X003600020026x.", "10.1234/turf1996.001X003600020026x"},
		{"broken off", "Roe, A. Ice. Cold Biol. doi:10.", "10"},
		{"broken off behind its registrant", "Roe, A. Ice. Cold Biol. DOI: 10.1234, 2010.", ""},
		{"a number is none", "Roe, A. Ice. Version 10. 2010.", ""},
	} {
		if r := readEntry(t, tt.entry); r.DOI.Text != tt.doi {
			t.Errorf("%s: %q, want %q", tt.name, r.DOI.Text, tt.doi)
		}
	}
}

func TestArchivedCopies(t *testing.T) {
	r := readEntry(t, "\"T\". https://web.archive.org/web/20190503120000/https://a.example/b")
	if r.ArchiveURL.Text != "https://web.archive.org/web/20190503120000/https://a.example/b" || r.URL.Text != "https://a.example/b" {
		t.Errorf("archive %q of %q", r.ArchiveURL.Text, r.URL.Text)
	}
	if r.Archived.Text != "20190503120000" || r.Archived.When.String() != "2019-05-03" {
		t.Errorf("archived %q, %s; want the stamp's day", r.Archived.Text, r.Archived.When)
	}
	r = readEntry(t, "\"T\". https://web.archive.org/web/20190503120000/https://a.example/b. Archived from the original on 4 May 2019.")
	if r.Archived.Text != "4 May 2019" {
		t.Errorf("archived %q, want the written date before the stamp", r.Archived.Text)
	}
	r = readEntry(t, "\"T\". https://a.example/b. Archived 4 May 2019 at the Wayback Machine. Retrieved 5 May 2019.")
	if r.Archived.Text != "4 May 2019" || r.Accessed.Text != "5 May 2019" {
		t.Errorf("archived %q, accessed %q", r.Archived.Text, r.Accessed.Text)
	}
}

func TestTargetsHiddenBehindLinks(t *testing.T) {
	text := "[3] The plan for growth, Basin Times, 3 May 2024"
	at := article.Span{Start: 4, End: 23}
	doc := &article.Document{Text: text, Links: []article.Link{{Span: at, Target: "https://a.example/2024/05/plan"}}}
	r := parseReference(doc, article.Span{Start: 0, End: len(text)})
	if r.URL.Text != "https://a.example/2024/05/plan" || r.URL.Span != at {
		t.Errorf("address %q at %v, want the link's target at the link's text", r.URL.Text, r.URL.Span)
	}
	if r.Title.Text != "The plan for growth" || r.Container.Text != "Basin Times" || r.Published.Text != "3 May 2024" || r.URLDate.Text != "2024/05" {
		t.Errorf("title %q, container %q, published %q, URL date %q", r.Title.Text, r.Container.Text, r.Published.Text, r.URLDate.Text)
	}
}

func TestNames(t *testing.T) {
	for _, tt := range []struct{ list, want string }{
		{"Roe, A.; Doe, Bea C.", "Roe/A.; Doe/Bea C."},
		{"Roe, A., Doe, B. & Poe, C.", "Roe/A.; Doe/B.; Poe/C."},
		{"Roe AB, de la Doe C, et al.", "Roe/AB; de la Doe/C"},
		{"A. Roe and Bea van Doe", "Roe/A.; van Doe/Bea"},
		{"Roe, Ann, and Bea Doe", "Roe/Ann; Doe/Bea"},
		{"Roe, A., Jr.", "Roe/A. Jr"},
		{"The Basin Post", "{The Basin Post}"},
		{"Ministry of Tides", "{Ministry of Tides}"},
		{"Иванов И. И.", "Иванов/И. И."},
	} {
		if got := namesText(parseNames(tt.list)); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.list, got, tt.want)
		}
	}
}

func TestEditors(t *testing.T) {
	for _, tt := range []struct{ name, entry, editors string }{
		{"behind the word in", "Roe, A. 1988 Moon Calendar, in I. Doe, E. Poe (Eds.), Book of the Sea, Larch, Leeds, 419-420.", "Doe/I.; Poe/E."},
		{"in full, with a word behind", "P. Roe and J. Toe, \"The tide model,\" In Jean-Luc Doe and Ida Poe, editors, Topics in Tides, pages 347-379. Leeds: Larch, 1991.", "Doe/Jean-Luc; Poe/Ida"},
		{"a mark before one", "Roe, Rita. \"Spring Tides.\" The Tide Centre. Ed. David Doe. 1998.", "Doe/David"},
		{"an edition", "Roe, Rita. Spring Tides. 2nd ed. Oxford: Larch, 1998.", ""},
	} {
		if got := namesText(readEntry(t, tt.entry).Editors); got != tt.editors {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.editors)
		}
	}
}

func TestEditions(t *testing.T) {
	for _, tt := range []struct{ entry, edition string }{
		{"Roe, R. In: A Manual of Tides, Doe, B. Eds., Third Edition. Larch Press, Leeds, pp. 124-232.", "Third Edition"},
		{"Roe, R. \"The third edition of a map.\" Sea Journal 3 (1999): 4-9.", ""},
	} {
		if r := readEntry(t, tt.entry); r.Edition.Text != tt.edition {
			t.Errorf("%s: %q, want %q", tt.entry, r.Edition.Text, tt.edition)
		}
	}
}

func TestAnEntryOfTwoWorksProvesNothingByOneOfThem(t *testing.T) {
	r := readEntry(t, "Roe, A. (2013). \"First\". Site. https://a.example/x. Doe, B. (2014). \"Second\". Page. https://b.example/y. Retrieved May 3, 2015.")
	if r.Published.Text != "2013" || r.Published.When != when.Years(2013, 2014) {
		t.Errorf("published %q, %s; want both years as alternatives", r.Published.Text, r.Published.When)
	}
	if !r.Accessed.IsZero() || r.Title.Text != "First" || r.URL.Text != "https://a.example/x" {
		t.Errorf("accessed %q, title %q, address %q; want the first work's own", r.Accessed.Text, r.Title.Text, r.URL.Text)
	}
}

// listDoc is a document of entries, and of a list of sources under its heading.
func listDoc(entries []string, sources ...string) *article.Document {
	doc := &article.Document{}
	add := func(kind article.BlockKind, text string, section int) {
		start := len(doc.Text)
		doc.Text += text + "\n\n"
		doc.Blocks = append(doc.Blocks, article.Block{Kind: kind, Span: article.Span{Start: start, End: start + len(text)}, Section: section})
	}
	add(article.Heading, "Sources", -1)
	for _, s := range sources {
		add(article.ListItem, s, 0)
	}
	add(article.Heading, "References", -1)
	for _, e := range entries {
		add(article.Entry, e, len(sources)+1)
	}
	return doc
}

func TestShortEntriesTakeTheirFullEntrysFields(t *testing.T) {
	sources := []string{
		"Roe, Dale H. (2010). \"Seal\". Basin Encyclopedia. ISBN 978-1-59339-837-8.",
		"Doe, Ann; Poe, Bea (2002). \"Otter\". Journal of Shores 3: 4–9. https://a.example/otter. Retrieved 3 May 2013.",
		"Poe, Carl (2007a). \"Heron\". Site.",
		"Poe, Carl (2007b). \"Egret\". Site.",
	}
	for _, tt := range []struct{ entry, title, published, accessed string }{
		{"[1] Roe 2010, pp. 3–4", "Seal", "2010", ""},
		{"[1] Doe & Poe 2002, p. 7: \"a remark\"", "Otter", "2002", "3 May 2013"},
		{"[1] Roe 2010, p. 66: \"more; see Moe 1999.\"", "Seal", "2010", ""},
		{"[1] Poe 2007b, p. 7", "Egret", "2007b", ""},
		{"[1] Poe 2007, p. 7", "", "2007", ""},
		{"[1] Moe 1999.", "", "1999", ""},
	} {
		doc := listDoc([]string{tt.entry}, sources...)
		refs := findReferences(doc)
		if len(refs) != 1 {
			t.Fatalf("%d entries, want 1", len(refs))
		}
		r := refs[0]
		if r.Label.Text != "1" || r.Title.Text != tt.title || r.Published.Text != tt.published || r.Accessed.Text != tt.accessed {
			t.Errorf("%s: label %q, title %q, published %q, accessed %q", tt.entry, r.Label.Text, r.Title.Text, r.Published.Text, r.Accessed.Text)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, tt := range []struct{ entry, label string }{
		{"[12] Roe (2020). T.", "12"},
		{"12. Roe (2020). T.", "12"},
		{"(12) Roe (2020). T.", "12"},
		{"12) Roe (2020). T.", "12"},
		{"[^note]: Roe (2020). T.", "^note"},
		{"[Roe84] Roe (1984). T.", "Roe84"},
		{"¹² Roe (2020). T.", "12"},
		{"[3]: https://a.example/x", "3"},
		{"2021. A year is no label.", ""},
		{"[online] T. https://a.example/x", ""},
		{"7 Roads, A. (2020). T.", ""},
	} {
		if r := readEntry(t, tt.entry); r.Label.Text != tt.label {
			t.Errorf("%s: label %q, want %q", tt.entry, r.Label.Text, tt.label)
		}
	}
}
