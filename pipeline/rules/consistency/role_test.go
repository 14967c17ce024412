package consistency

import (
	"testing"

	"citevet/pipeline/almanac"
)

func TestReadRole(t *testing.T) {
	tests := map[string]struct {
		words  string
		status status
		office string
		ok     bool
	}{
		"a title":                        {"Secretary of State", holds, "secretary of state", true},
		"a title with its country":       {"U.S. Secretary of State", holds, "secretary of state", true},
		"a nominee":                      {"a potential nominee for the U.S. Secretary of State", aspires, "secretary of state", true},
		"a nominee, said first":          {"Secretary of State nominee", aspires, "secretary of state", true},
		"designate, with a hyphen":       {"Secretary of State-designate", aspires, "secretary of state", true},
		"a pick for a post":              {"the president's pick for Treasury Secretary", aspires, "secretary of the treasury", true},
		"former":                         {"former Treasury Secretary", left, "secretary of the treasury", true},
		"ex, with a hyphen":              {"ex-Treasury Secretary", left, "secretary of the treasury", true},
		"a post the almanac has not":     {"Parts Union chairwoman", holds, "parts union chairwoman", true},
		"a former holder of such a post": {"former Parts Union chairwoman", left, "parts union chairwoman", true},
		"one word":                       {"wife", holds, "", false},
		"a status alone":                 {"candidate", aspires, "", false},
		"nothing":                        {"", holds, "", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			st, office, _, ok := readRole(almanac.Default(), tt.words)
			if ok != tt.ok || ok && (st != tt.status || office != tt.office) {
				t.Errorf("%q: got %d %q %t, want %d %q %t", tt.words, st, office, ok, tt.status, tt.office, tt.ok)
			}
		})
	}
}
