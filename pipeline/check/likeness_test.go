package check

import "testing"

func TestURLKey(t *testing.T) {
	tests := map[string]struct {
		a, b string
		same bool
	}{
		"scheme, www and slash":       {"http://www.tradepress.com/parts/", "https://tradepress.com/parts", true},
		"case of the host":            {"https://TradePress.com/parts", "https://tradepress.com/parts", true},
		"case of the path":            {"https://tradepress.com/Parts", "https://tradepress.com/parts", false},
		"tracking":                    {"https://tradepress.com/parts?utm_source=x&fbclid=1", "https://tradepress.com/parts", true},
		"order of parameters":         {"https://tradepress.com/?b=2&a=1", "https://tradepress.com/?a=1&b=2", true},
		"a parameter that names":      {"https://tradepress.com/?id=1", "https://tradepress.com/?id=2", false},
		"a fragment":                  {"https://tradepress.com/parts#a", "https://tradepress.com/parts#b", false},
		"an escape is not a slash":    {"https://tradepress.com/a%2Fb", "https://tradepress.com/a/b", false},
		"another host of one company": {"https://news.tradepress.com/parts", "https://tradepress.com/parts", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if a, b := URLKey(tt.a), URLKey(tt.b); (a == b) != tt.same || a == "" {
				t.Errorf("%q and %q", a, b)
			}
		})
	}
}

func TestURLKeyOfNoAddress(t *testing.T) {
	for _, raw := range []string{"", "tradepress", "mailto:roe@tradepress.com", "http://", "::"} {
		if k := URLKey(raw); k != "" {
			t.Errorf("%q has the key %q", raw, k)
		}
	}
}

func TestTitleKey(t *testing.T) {
	tests := map[string]struct {
		a, b string
		same bool
	}{
		"case and a leading article": {"The Crates: A Relic", "Crates: a relic", true},
		"kinds of apostrophe":        {"Biden’s crates", "Biden's crates", true},
		"hyphens and dashes":         {"US-Asia – crates", "US Asia crates", true},
		"another word":               {"Crates of 2021", "Crates of 2022", false},
		"an article alone stays":     {"The", "A", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if a, b := TitleKey(tt.a), TitleKey(tt.b); (a == b) != tt.same {
				t.Errorf("%q and %q", a, b)
			}
		})
	}
}

func TestAlike(t *testing.T) {
	set := func(words ...string) map[string]bool {
		m := map[string]bool{}
		for _, w := range words {
			m[w] = true
		}
		return m
	}
	for name, tt := range map[string]struct {
		a, b map[string]bool
		want float64
	}{
		"nothing":            {set(), set("a"), 0},
		"nothing in common":  {set("a"), set("b"), 0},
		"half of the fewer":  {set("a", "b"), set("b", "c", "d"), 0.5},
		"the fewer within":   {set("b", "c", "d"), set("c"), 1},
		"whichever is first": {set("b", "c", "d"), set("a", "b"), 0.5},
	} {
		if got := Alike(tt.a, tt.b); got != tt.want {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}
