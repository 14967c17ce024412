package almanac

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func outletNames(outlets []Outlet) []string {
	var names []string
	for _, o := range outlets {
		names = append(names, o.Name+" "+o.Domains[0])
	}
	return names
}

func TestOutlet(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"The Washington Post", []string{"The Washington Post washingtonpost.com"}},
		{"washington post", []string{"The Washington Post washingtonpost.com"}},
		{"WashingtonPost.com", []string{"The Washington Post washingtonpost.com"}},
		{"RFE/RL", []string{"Radio Free Europe/Radio Liberty rferl.org"}},
		{"Khabar TV", []string{"Khabar khabar.kz"}},
		{"Le Monde", []string{"Le Monde lemonde.fr"}},
		{"Süddeutsche Zeitung", []string{"Süddeutsche Zeitung sueddeutsche.de"}},
		{"Standard and Poor's", []string{"S&P Global spglobal.com"}},
		{"Nobody's Gazette", nil},
		{"The", nil},
		{"", nil},
	} {
		if got := outletNames(Default().Outlet(c.name)); !slices.Equal(got, c.want) {
			t.Errorf("Outlet(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNamesOfSeveralOutlets(t *testing.T) {
	for name, domains := range map[string][]string{
		"The Times":       {"thetimes.com", "nytimes.com", "indiatimes.com", "irishtimes.com"},
		"The Guardian":    {"theguardian.com", "guardian.ng"},
		"The Independent": {"independent.co.uk", "independent.ie", "independent.co.ug"},
		"The Nation":      {"thenation.com", "nation.com.pk", "nation.africa"},
		"ABC News":        {"abcnews.com", "abc.net.au"},
		"El País":         {"elpais.com", "elpais.com.uy"},
		"CNA":             {"channelnewsasia.com", "cna.com.tw"},
	} {
		var got []string
		for _, o := range Default().Outlet(name) {
			got = append(got, o.Domains...)
		}
		for _, d := range domains {
			if !slices.Contains(got, d) {
				t.Errorf("Outlet(%q) has no one at %s: %q", name, d, got)
			}
		}
	}
}

func TestOutletAt(t *testing.T) {
	for host, want := range map[string]string{
		"edition.cnn.com":           "CNN",
		"www.bbc.co.uk":             "BBC",
		"NEWS.BBC.CO.UK:443":        "BBC",
		"rus.azattyq.org":           "Radio Free Europe/Radio Liberty",
		"www.guardian.co.uk":        "The Guardian",
		"english.alarabiya.net.":    "Al Arabiya",
		"www.ons.gov.uk":            "Office for National Statistics",
		"nationalinterest.org":      "The National Interest",
		"abcnews.go.com":            "ABC News",
		"notcnn.com":                "",
		"cnn.com.evil.example":      "",
		"127.0.0.1":                 "",
		"timesofindia.indiatimes.x": "",
		"":                          "",
	} {
		got := Default().OutletAt(host)
		if want == "" && len(got) > 0 || want != "" && (len(got) == 0 || !slices.ContainsFunc(got, func(o Outlet) bool { return o.Name == want })) {
			t.Errorf("OutletAt(%q) = %q, want %q", host, outletNames(got), want)
		}
	}
}

func TestRegistrable(t *testing.T) {
	for host, want := range map[string]string{
		"edition.cnn.com": "cnn.com", "www.bbc.co.uk": "bbc.co.uk", "WWW.Example.COM.": "example.com", "example.com:8080": "example.com",
		"foo.blogspot.com": "foo.blogspot.com", "www.gov.uk": "www.gov.uk", "stat.gov.kz": "stat.gov.kz",
		"co.uk": "co.uk", "localhost": "localhost", "192.168.0.1": "192.168.0.1", "192.168.0.1:80": "192.168.0.1", "[::1]": "[::1]", "": "", "..": ".", "a..b": "a..b",
	} {
		if got := Registrable(host); got != want {
			t.Errorf("Registrable(%q) = %q, want %q", host, got, want)
		}
	}
}

// houses are domains that several outlets publish under, with what ties them.
var houses = map[string]string{
	"archives.gov":   "the White House's past pages are kept by the National Archives",
	"cambridge.org":  "the press and its dictionary",
	"cnn.com":        "Sports Illustrated's pages stood there until 2013",
	"congress.gov":   "the Library of Congress and its research service",
	"eiu.com":        "The Economist's house",
	"go.com":         "Disney's: ABC News, ESPN",
	"indiatimes.com": "the Times group: The Times of India, The Economic Times",
	"nytimes.com":    "The Athletic is the Times's",
	"fao.org":        "a United Nations agency", "iaea.org": "a United Nations agency", "ilo.org": "a United Nations agency",
	"undp.org": "a United Nations agency", "unep.org": "a United Nations agency", "unesco.org": "a United Nations agency",
	"unctad.org": "a United Nations agency", "unfccc.int": "a United Nations agency", "unhcr.org": "a United Nations agency",
	"unicef.org": "a United Nations agency", "wfp.org": "a United Nations agency", "who.int": "a United Nations agency",
}

func TestEveryDomainHasOneOutletOrIsShared(t *testing.T) {
	a := Default()
	owner := map[string]string{}
	for _, o := range a.Outlets() {
		if len(o.Domains) == 0 {
			t.Errorf("%s has no domain", o.ID)
		}
		for _, d := range o.Domains {
			if Registrable(d) != d {
				t.Errorf("%s: %s is not registrable, %s is", o.ID, d, Registrable(d))
			}
			if owner[d] != "" && houses[d] == "" && !a.SharedDomain(d) {
				t.Errorf("%s is under %s and %s, but not shared", d, owner[d], o.ID)
			}
			owner[d] = o.ID
		}
	}
}

func TestOutletIDsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, o := range Default().Outlets() {
		if seen[o.ID] {
			t.Errorf("two outlets have the ID %s", o.ID)
		}
		seen[o.ID] = true
	}
}

func TestCheckedOutletsStandInTheTable(t *testing.T) {
	table, err := os.ReadFile("data/share-alike/outlets-reliability.tsv")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for line := range strings.Lines(string(table)) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 {
			for d := range strings.SplitSeq(f[2], ",") {
				known[strings.ToLower(strings.Trim(d, "/"))] = true
			}
		}
	}
	checked := 0
	for _, o := range Default().Outlets() {
		if !o.Checked {
			continue
		}
		checked++
		for _, d := range o.Domains {
			if !known[d] {
				t.Errorf("%s is checked, but %s is not in the table", o.ID, d)
			}
		}
	}
	if checked == 0 {
		t.Error("no outlet is checked")
	}
}
