package extract

import "testing"

// Every name is invented: no list may know them.
var roleCases = []struct{ name, text, person, role string }{
	{"title before", "Talks began under Secretary of State Marla Quint.", "Marla Quint", "Secretary of State"},
	{"title of two words", "It was Prime Minister Odd Brekke who left.", "Odd Brekke", "Prime Minister"},
	{"former keeps", "It was former President Lena Voss who left.", "Lena Voss", "former President"},
	{"former at the head", "Former President Lena Voss left.", "Lena Voss", "Former President"},
	{"then with a hyphen", "The bill of then-Senator Carl Ohm failed.", "Carl Ohm", "then-Senator"},
	{"elect", "President-elect Rosa Dial spoke.", "Rosa Dial", "President-elect"},
	{"portfolio with and", "Secretary of Health and Human Services Robert F. Kean Jr. left.", "Robert F. Kean Jr.", "Secretary of Health and Human Services"},
	{"portfolio of two words", "Minister of Foreign Affairs Li Wenzhou left.", "Li Wenzhou", "Minister of Foreign Affairs"},
	{"country before the title", "They met U.S. Secretary of Defense Peter Hall today.", "Peter Hall", "U.S. Secretary of Defense"},
	{"country's possessive", "They met Norway's prime minister Odd Brekke today.", "Odd Brekke", "Norway's prime minister"},
	{"adjective and small title", "They met French finance minister Jane Roe today.", "Jane Roe", "French finance minister"},
	{"deputy", "Deputy Prime Minister Olga Stefan resigned.", "Olga Stefan", "Deputy Prime Minister"},
	{"two titles", "They met Major General George B. Quill today.", "George B. Quill", "Major General"},
	{"title shortened", "They heard Sen. Mary Poole (R-Texas) speak.", "Mary Poole", "Sen."},
	{"company and title", "Tidewell CEO Tim Dorn resigned.", "Tim Dorn", "Tidewell CEO"},
	{"possessive and small title", "The bank's chief executive Ana Loom resigned.", "Ana Loom", "chief executive"},
	{"town and small title", "They met former New York mayor Rudy Gill today.", "Rudy Gill", "former New York mayor"},
	{"nominee after the office", "They met Secretary of State nominee Marla Quint today.", "Marla Quint", "Secretary of State nominee"},
	{"apposition after", "Marla Quint, a potential nominee for the U.S. Secretary of State, has stated that it is over.", "Marla Quint", "a potential nominee for the U.S. Secretary of State"},
	{"apposition after, of a country", "Jane Roe, the finance minister of France, said no.", "Jane Roe", "the finance minister of France"},
	{"apposition after, at the end", "So said Jane Roe, the finance minister.", "Jane Roe", "the finance minister"},
	{"apposition after an age", "Jane Roe, 45, a former adviser to the bank, left.", "Jane Roe", "a former adviser to the bank"},
	{"apposition without an article", "Jane Roe, director of the Institute of Tides, left.", "Jane Roe", "director of the Institute of Tides"},
	{"apposition before a participle", "Ben Kohl, a lawyer based in Berlin, left.", "Ben Kohl", "a lawyer"},
	{"apposition before", "The finance minister, Jane Roe, said no.", "Jane Roe", "The finance minister"},
	{"apposition before, at the end", "A reply came from the finance minister, Jane Roe.", "Jane Roe", "the finance minister"},
	{"apposition before, with of", "Then the head of the Tidal Energy Agency, Fatima Birk, left.", "Fatima Birk", "the head of the Tidal Energy Agency"},

	{"next of a list", "Jane Roe, President John Doe, and others left.", "Jane Roe", ""},
	{"list of names", "Jane Roe, John Doe and Max Poe left.", "Jane Roe", ""},
	{"next of a list with a small title", "They read Jane Roe, the poet Ann Dial and others.", "Jane Roe", ""},
	{"title of a work", "They saw Jane Roe, The Lion King and others.", "Jane Roe", ""},
	{"shortened title without a point", "They met Gen Zed, who left.", "Gen Zed", ""},
	{"relative clause", "Jane Roe, who met the minister, left.", "Jane Roe", ""},
	{"another's clause", "They met Jane Roe, and the minister left.", "Jane Roe", ""},
	{"who is spoken of", "They met Jane Roe, the president said.", "Jane Roe", ""},
	{"courtesy", "Then Mr. Roe left.", "Roe", ""},
	{"no role", "Jane Roe, a native of Malmö, left.", "Jane Roe", ""},
}

func TestRoles(t *testing.T) {
	for _, c := range roleCases {
		t.Run(c.name, func(t *testing.T) {
			for _, e := range entitiesOf(blocksOf(c.text)) {
				if c.text[e.Span.Start:e.Span.End] != c.person {
					continue
				}
				if e.Kind != "person" {
					t.Errorf("%s is a %s", c.person, e.Kind)
				}
				if e.Role.Text != c.role {
					t.Errorf("role %q, want %q", e.Role.Text, c.role)
				}
				if at := e.Role.Span; c.text[at.Start:at.End] != c.role {
					t.Errorf("role at %q, want %q", c.text[at.Start:at.End], c.role)
				}
				return
			}
			t.Errorf("no entity %q", c.person)
		})
	}
}
