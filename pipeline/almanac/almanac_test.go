package almanac

import (
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/when"
)

// show writes a term as "PERSON FROM..TO" with a star if it is checked.
func show(terms []Term) []string {
	var out []string
	for _, t := range terms {
		s := t.Person + " " + t.When.String()
		if t.Checked {
			s += " *"
		}
		out = append(out, s)
	}
	return out
}

func TestPresidentsTileSince1789(t *testing.T) {
	var terms []Term
	for _, term := range Default().Terms() {
		if term.Office == "president" && term.Country == "US" {
			terms = append(terms, term)
		}
	}
	slices.SortFunc(terms, func(s, t Term) int { return s.When.From.Compare(t.When.From) })
	if got := terms[0].When.From.String(); got != "1789-04-30" {
		t.Errorf("the first term begins on %s", got)
	}
	for i := 1; i < len(terms); i++ {
		if terms[i-1].When.To != terms[i].When.From {
			t.Errorf("%s ends on %s, %s begins on %s", terms[i-1].ID, terms[i-1].When.To, terms[i].ID, terms[i].When.From)
		}
	}
	if last := terms[len(terms)-1]; !last.OpenEnd {
		t.Errorf("%s has an end: %s", last.ID, last.When)
	}
}

// Acting holders aside, one person holds these at a time. A bound known to the
// month stands at the month's outer day, so neighbours may share a month.
func TestNoTwoHoldersAtOnce(t *testing.T) {
	several := []string{"senator", "representative", "leader"}
	exceptions := map[string]string{
		"Min Aung Hlaing": "acting until the office was filled",
	}
	byPost := map[string][]Term{}
	for _, term := range Default().Terms() {
		if !term.Acting && !slices.Contains(several, term.Office) {
			byPost[term.Country+" "+term.Office] = append(byPost[term.Country+" "+term.Office], term)
		}
	}
	for post, terms := range byPost {
		slices.SortFunc(terms, func(s, t Term) int { return s.When.From.Compare(t.When.From) })
		for i := 1; i < len(terms); i++ {
			s, u := terms[i-1], terms[i]
			if s.Person == u.Person || exceptions[s.Person] != "" {
				continue
			}
			if s.OpenEnd || u.When.From.AddDays(31).Before(s.When.To) {
				t.Errorf("%s: %s (%s) overlaps %s (%s)", post, s.ID, s.When, u.ID, u.When)
			}
		}
	}
}

func TestEveryTermIsWhole(t *testing.T) {
	a := Default()
	ids := map[string]bool{}
	for _, term := range a.Terms() {
		if ids[term.ID] {
			t.Errorf("two rows have the ID %s", term.ID)
		}
		ids[term.ID] = true
		if term.Person == "" || term.Surname == "" || term.When.From.IsZero() {
			t.Errorf("%s lacks a name or a beginning: %+v", term.ID, term)
		}
		for _, d := range []when.Date{term.When.From, term.When.To} {
			if _, ok := when.NewDate(d.Year, d.Month, d.Day); !ok && !d.IsZero() {
				t.Errorf("%s: the calendar has no %s", term.ID, d)
			}
		}
		if term.OpenEnd != term.When.To.IsZero() || !term.OpenEnd && term.When.To.Before(term.When.From) {
			t.Errorf("%s: open end %v, but %s", term.ID, term.OpenEnd, term.When)
		}
		if _, ok := a.office(foldWords(term.Office)); !ok || a.kind(term.Office).name != term.Office {
			t.Errorf("%s: the office %q is not in offices.yaml", term.ID, term.Office)
		}
		if _, ok := a.Country(term.Country); !ok && term.Country != "" && !strings.HasPrefix(term.Country, "US-") {
			t.Errorf("%s: the country %q is not in countries.yaml", term.ID, term.Country)
		}
	}
}

func TestHandWrittenRowsAreUnchecked(t *testing.T) {
	for _, term := range Default().Terms() {
		table, _, _ := strings.Cut(term.ID, "/")
		if term.Checked && slices.Contains([]string{"us-secretaries", "us-congress-former", "leaders-unchecked", "reign"}, table) {
			t.Errorf("%s is checked, but nothing in its table is", term.ID)
		}
	}
}

func TestHolder(t *testing.T) {
	for _, c := range []struct {
		name, office, country, person string
		want                          []string
	}{
		{"full name", "U.S. Secretary of State", "", "Marco Rubio", []string{"Marco Rubio 2025-01-21.."}},
		{"surname", "Secretary of State", "US", "Rubio", []string{"Marco Rubio 2025-01-21.."}},
		{"two terms apart", "President", "US", "Donald J. Trump", []string{"Donald Trump 2017-01-20..2021-01-20 *", "Donald Trump 2025-01-20.. *"}},
		{"consecutive terms joined", "President", "", "Barack Obama", []string{"Barack Obama 2009-01-20..2017-01-20 *"}},
		{"initial the row does not have", "President", "US", "Barack H. Obama", []string{"Barack Obama 2009-01-20..2017-01-20 *"}},
		{"generation", "President", "US", "Joseph R. Biden, Jr.", []string{"Joe Biden 2021-01-20..2025-01-20 *"}},
		{"one name, two people", "President", "US", "George Bush", []string{"George H. W. Bush 1989-01-20..1993-01-20 *", "George W. Bush 2001-01-20..2009-01-20 *"}},
		{"initials run together", "President", "US", "George H.W. Bush", []string{"George H. W. Bush 1989-01-20..1993-01-20 *"}},
		{"senator by full name", "Sen.", "", "Steve Daines", []string{"Steve Daines 2015-01-06.. *"}},
		{"senator by surname, with those who left", "Senator", "", "Kennedy", []string{
			"John F. Kennedy 1953-01-03..1960-12-31", "Ted Kennedy 1962-11-01..2009-08-25", "Robert F. Kennedy 1965-01-03..1968-06-06", "John Kennedy 2017-01-03.."}},
		{"a namesake who left", "Senator", "", "John Kennedy", []string{"John F. Kennedy 1953-01-03..1960-12-31", "John Kennedy 2017-01-03.. *"}},
		{"terms in two tables", "President", "BR", "Lula", []string{"Luiz Inácio Lula da Silva 2003-01-01..2011-01-01", "Luiz Inácio Lula da Silva 2023-01-01.."}},
		{"country in the phrase", "Kazakh President", "", "Tokayev", []string{"Kassym-Jomart Tokayev 2019-03-20.."}},
		{"another spelling", "President of Kazakhstan", "", "Qasym-Jomart Toqaev", []string{"Kassym-Jomart Tokayev 2019-03-20.."}},
		{"diacritics", "Chancellor", "DE", "Gerhard Schroder", []string{"Gerhard Schröder 1998-10-27..2005-11-22"}},
		{"family name first", "President", "CN", "Hu", []string{"Hu Jintao 2003-03-15..2013-03-14"}},
		{"leader known by surname", "Prime Minister", "GB", "Harold Wilson", []string{"Wilson 1964-10-16..1970-06-30", "Wilson 1974-03-04..1976-04-30"}},
		{"leader known by surname, no country", "Prime Minister", "", "Harold Wilson", nil},
		{"led as president, so not as prime minister", "Prime Minister", "FR", "Chirac", []string{"Jacques Chirac 1974-05-01..1976-08-31", "Jacques Chirac 1986-03-01..1988-05-31"}},
		{"pope", "Pope", "", "Francis", []string{"Francis 2013-03-13..2025-04-21"}},
		{"attorney general of a state before", "Attorney General", "", "Pam Bondi", []string{"Pam Bondi 2011-01-01..2019-01-31", "Pam Bondi 2025-02-05.."}},
		{"another country", "President", "FR", "Donald Trump", nil},
		{"another office", "Vice President", "US", "Donald Trump", nil},
		{"former", "former President", "US", "Donald Trump", nil},
		{"nobody", "President", "", "", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := show(Default().Holder(c.office, c.country, c.person)); !slices.Equal(got, c.want) {
				t.Errorf("Holder(%q, %q, %q)\n got %q\nwant %q", c.office, c.country, c.person, got, c.want)
			}
		})
	}
}

func TestAdministration(t *testing.T) {
	trump := []string{"Donald Trump 2017-01-20..2021-01-20 *", "Donald Trump 2025-01-20.. *"}
	for _, c := range []struct {
		phrase string
		want   []string
	}{
		{"the Trump administration", trump},
		{"Donald Trump’s administration", trump},
		{"the administration of President Trump", trump},
		{"the second Trump administration", trump[1:]},
		{"Trump's first term", trump[:1]},
		{"the third Trump administration", nil},
		{"Biden's presidency", []string{"Joe Biden 2021-01-20..2025-01-20 *"}},
		{"the Biden-Harris administration", []string{"Joe Biden 2021-01-20..2025-01-20 *"}},
		{"the second Obama administration", []string{"Barack Obama 2013-01-20..2017-01-20 *"}},
		{"the Obama years", []string{"Barack Obama 2009-01-20..2017-01-20 *"}},
		{"Clinton", []string{"Bill Clinton 1993-01-20..2001-01-20 *"}},
		{"the Bush White House", []string{"George H. W. Bush 1989-01-20..1993-01-20 *", "George W. Bush 2001-01-20..2009-01-20 *"}},
		{"the Johnson government", []string{"Andrew Johnson 1865-04-15..1869-03-04 *", "Lyndon Johnson 1963-11-22..1969-01-20 *", "Boris Johnson 2019-07-24..2022-09-06"}},
		{"Roosevelt", []string{"Theodore Roosevelt 1901-09-14..1909-03-04 *", "Franklin Roosevelt 1933-03-04..1945-04-12 *"}},
		{"the Merkel government", []string{"Angela Merkel 2005-11-22..2021-12-08"}},
		{"the von der Leyen Commission", []string{"Ursula von der Leyen 2019-12-01.."}},
		{"Prime Minister Netanyahu's government", []string{"Benjamin Netanyahu 1996-06-18..1999-07-06", "Benjamin Netanyahu 2009-03-31..2021-06-13", "Benjamin Netanyahu 2022-12-29.."}},
		{"Lyndon Johnson's presidency", []string{"Lyndon Johnson 1963-11-22..1969-01-20 *"}},
		{"Lula's third term", []string{"Luiz Inácio Lula da Silva 2003-01-01..2011-01-01", "Luiz Inácio Lula da Silva 2023-01-01.."}}, // cannot be counted here
		{"the Eric Adams administration", nil}, // a mayor with a leader's surname
		{"Secretary Rubio's tenure", nil},
		{"the administration", nil},
		{"", nil},
	} {
		t.Run(c.phrase, func(t *testing.T) {
			if got := show(Default().Administration(c.phrase)); !slices.Equal(got, c.want) {
				t.Errorf("Administration(%q)\n got %q\nwant %q", c.phrase, got, c.want)
			}
		})
	}
}

func TestOffice(t *testing.T) {
	for _, c := range []struct{ words, office, country string }{
		{"U.S. Secretary of State", "secretary of state", "US"},
		{"the Secretary of State", "secretary of state", "US"},
		{"Acting Secretary of State", "secretary of state", "US"},
		{"Treasury Secretary", "secretary of the treasury", "US"},
		{"Defense Secretary", "secretary of defense", "US"},
		{"Defence Secretary", "defence secretary", "GB"},
		{"Foreign Secretary", "foreign secretary", "GB"},
		{"UK Foreign Secretary", "foreign secretary", "GB"},
		{"Prime Minister", "prime minister", ""},
		{"the British prime minister", "prime minister", "GB"},
		{"Prime Minister of the United Kingdom", "prime minister", "GB"},
		{"Kazakhstan's President", "president", "KZ"},
		{"President of the Republic of Kazakhstan", "president", "KZ"},
		{"German Chancellor", "chancellor", "DE"},
		{"Chancellor of the Exchequer", "chancellor of the exchequer", "GB"},
		{"Florida Attorney General", "attorney general", "US-FL"},
		{"UN Secretary-General", "secretary-general of the united nations", "UN"},
		{"European Commission President", "president of the european commission", "EU"},
	} {
		office, country, ok := Default().Office(c.words)
		if !ok || office != c.office || country != c.country {
			t.Errorf("Office(%q) = %q, %q, %v, want %q, %q", c.words, office, country, ok, c.office, c.country)
		}
	}
	for _, words := range []string{
		"former President", "ex-president", "President-elect", "Secretary of State nominee", "a potential nominee for the U.S. Secretary of State",
		"President of the Senate", "Secretary of State for Defence", "Kazakhstan", "the", "", strings.Repeat("president ", 1000),
	} {
		if office, country, ok := Default().Office(words); ok {
			t.Errorf("Office(%.40q) = %q, %q, want none", words, office, country)
		}
	}
}

func TestTitlesAreOffices(t *testing.T) {
	titles := Default().Titles()
	for _, want := range []string{"President", "Prime Minister", "Senator", "Sen.", "Secretary of State", "Chancellor", "Governor"} {
		if !slices.Contains(titles, want) {
			t.Errorf("%q is no title", want)
		}
	}
	for i, title := range titles {
		if _, _, ok := Default().Office(title); !ok {
			t.Errorf("the title %q is no office", title)
		}
		if i > 0 && len(titles[i-1]) < len(title) {
			t.Errorf("%q comes before the longer %q", titles[i-1], title)
		}
	}
}

func TestPeople(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"Rubio", []string{"Marco Rubio"}},
		{"Marco Rubio", []string{"Marco Rubio"}},
		{"Bush", []string{"George H. W. Bush", "George W. Bush"}},
		{"Xi", []string{"Xi Jinping"}},
		{"Atlee", nil}, // known by surname alone
		{"Kazakhstan", nil},
		{"", nil},
	} {
		if got := Default().People(c.name); !slices.Equal(got, c.want) {
			t.Errorf("People(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCountry(t *testing.T) {
	for words, code := range map[string]string{
		"Kazakhstan": "KZ", "the Republic of Kazakhstan": "KZ", "Kazakh": "KZ", "KZ": "KZ", "KAZ": "KZ",
		"U.S.": "US", "US": "US", "the United States": "US", "American": "US", "UK": "GB", "Britain": "GB", "the Netherlands": "NL", "Dutch": "NL",
		"Côte d'Ivoire": "CI", "Turkey": "TR", "Türkiye": "TR", "Soviet Union": "SU", "USSR": "SU", "East Germany": "DD",
		"Georgia": "GE", "Texas": "US-TX", "Texan": "US-TX", "EU": "EU", "South Korea": "KR",
	} {
		if c, ok := Default().Country(words); !ok || c.Code != code {
			t.Errorf("Country(%q) = %q, want %q", words, c.Code, code)
		}
	}
	for _, words := range []string{"us", "it", "Washington Post", "Marco Rubio", "", "The"} {
		if c, ok := Default().Country(words); ok {
			t.Errorf("Country(%q) = %q, want none", words, c.Name)
		}
	}
}

func TestCountryCodesAreUnique(t *testing.T) {
	seen := map[string]string{}
	for _, c := range Default().Countries() {
		if seen[c.Code] != "" {
			t.Errorf("%s is %s and %s", c.Code, seen[c.Code], c.Name)
		}
		seen[c.Code] = c.Name
		if c.Parent == "" && len(c.Alpha3) != 3 {
			t.Errorf("%s has the alpha-3 code %q", c.Name, c.Alpha3)
		}
	}
}

func TestMergingKeepsTheSurerBeginning(t *testing.T) {
	day := func(y int) when.Date { return when.Date{Year: y, Month: 1, Day: 1} }
	term := func(id string, from, to int, checked bool) Term {
		tm := Term{ID: id, Person: "P", Office: "president", Country: "US", Checked: checked, When: when.Interval{From: day(from)}}
		if tm.OpenEnd = to == 0; !tm.OpenEnd {
			tm.When.To = day(to)
		}
		return tm
	}
	for _, c := range []struct {
		name string
		in   []Term
		want []string
	}{
		{"consecutive", []Term{term("a", 2001, 2005, true), term("b", 2005, 2009, true)}, []string{"P 2001-01-01..2009-01-01 *"}},
		{"apart", []Term{term("a", 2001, 2005, true), term("b", 2006, 2009, true)}, []string{"P 2001-01-01..2005-01-01 *", "P 2006-01-01..2009-01-01 *"}},
		{"an unchecked row that begins earlier", []Term{term("a", 2001, 2005, true), term("b", 2000, 2005, false)}, []string{"P 2000-01-01..2005-01-01"}},
		{"a checked row of the same day", []Term{term("a", 2001, 2005, false), term("b", 2001, 0, true)}, []string{"P 2001-01-01..2005-01-01 *"}},
		{"an end that was not seen", []Term{term("a", 2001, 2005, true), term("b", 2005, 0, true)}, []string{"P 2001-01-01.. *"}},
	} {
		if got := show(merged(c.in)); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"George H. W. Bush": "george hw bush", "George H.W. Bush": "george hw bush", "J. D. Vance": "jd vance", "JD Vance": "jd vance",
		"Recep Tayyip Erdoğan": "recep tayyip erdogan", "Ełk-Øre": "elk ore", "Straße": "strasse", "O’Rourke": "orourke",
		"  Standard & Poor's ": "standard and poors", "Сергей Лавров": "сергеи лавров", "\xff\xfe": "", "A B 1 2": "ab 1 2",
	} {
		if got := fold(in); got != want {
			t.Errorf("fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzQueries(f *testing.F) {
	for _, s := range []string{"the Trump administration", "Sen. Daines", "ȺȺȺȺ's", "\xff", "'s 's 's", "first", "a b c", "[::1]:80", "..", "The", "é́́", "first first"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := Default()
		if folded := fold(s); fold(folded) != folded {
			t.Errorf("fold(%q) = %q folds again to %q", s, folded, fold(folded))
		}
		a.Administration(s)
		a.Holder(s, "", s)
		a.Holder("president", "US", s)
		a.People(s)
		a.Country(s)
		a.Outlet(s)
		a.OutletAt(s)
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load()
	}
}

func BenchmarkHolder(b *testing.B) {
	a := Default()
	for b.Loop() {
		a.Holder("U.S. Secretary of State", "", "Marco Rubio")
	}
}
