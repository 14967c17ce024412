package consistency

import "testing"

func TestParseNumber(t *testing.T) {
	tests := map[string]struct {
		word      string
		low, high float64
		ok        bool
	}{
		"the last digit that counts is rounded": {"4,300", 4250, 4350, true},
		"no zero to round":                      {"43", 42.5, 43.5, true},
		"decimals":                              {"1.98", 1.975, 1.985, true},
		"a word":                                {"Twelve", 11.5, 12.5, true},
		"two words with a hyphen":               {"forty-three", 42.5, 43.5, true},
		"groups of two":                         {"43,00", 0, 0, false},
		"a list":                                {"1943,1944", 0, 0, false},
		"a range":                               {"10-12", 0, 0, false},
		"a letter":                              {"5m", 0, 0, false},
		"too long to count":                     {"1234567890123456", 0, 0, false},
		"two points":                            {"1.2.3", 0, 0, false},
		"a comma alone":                         {",", 0, 0, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			value, half, ok := parseNumber(tt.word)
			if ok != tt.ok || ok && (!near(value-half, tt.low) || !near(value+half, tt.high)) {
				t.Errorf("%q: got %g ± %g, %t; want %g to %g, %t", tt.word, value, half, ok, tt.low, tt.high, tt.ok)
			}
		})
	}
}

func near(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 }
