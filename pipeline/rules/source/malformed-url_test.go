package source

import (
	"testing"

	"citevet/pipeline/article"
)

func TestAddressFault(t *testing.T) {
	tests := map[string]struct{ address, want string }{
		"sound":                     {"https://www.tradepress.com/parts", ""},
		"numeric":                   {"http://192.0.2.7:8080/parts", ""},
		"numeric, version 6":        {"http://[2001:db8::7]/parts", ""},
		"with a user":               {"ftp://roe@tradepress.com/parts", ""},
		"with a port":               {"https://tradepress.com:8443/parts", ""},
		"final dot":                 {"https://tradepress.com./parts", ""},
		"underscore":                {"https://old_site.tradepress.com/parts", ""},
		"onion":                     {"http://expyuzz4wqqyqhjn.onion/", ""},
		"own script":                {"https://пример.рф/", ""},
		"stray percent in the path": {"https://tradepress.com/100%", ""},
		"no slash":                  {"https:/tradepress.com", `the address begins with "https:/" where "://" belongs`},
		"third slash":               {"https:///tradepress.com", `the address begins with "https:///" where "://" belongs`},
		"no scheme":                 {"htps://tradepress.com", `the address begins with "htps", which is no scheme`},
		"twice":                     {"https://https://tradepress.com", "the address begins twice"},
		"nothing":                   {"https://", "the address has no host"},
		"bare":                      {"https://tradepress/parts", `the host "tradepress" has no top-level domain`},
		"comma":                     {"https://trade,press.com", `the host "trade,press.com" holds a character that no host can hold`},
		"word for a port":           {"https://tradepress.com:parts", `the address has "parts" where a port number belongs`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := addressFault(tt.address); got != tt.want {
				t.Errorf("%s: got %q, want %q", tt.address, got, tt.want)
			}
		})
	}
}

func TestSchemeFix(t *testing.T) {
	tests := map[string]struct{ address, want string }{
		"sound":         {"https://tradepress.com/parts", ""},
		"misspelt":      {"htps://tradepress.com/parts", "https://tradepress.com/parts"},
		"no colon":      {"http//tradepress.com", "http://tradepress.com"},
		"twice":         {"http://https://tradepress.com", ""},
		"no host":       {"htp://", ""},
		"a bad host":    {"htp://trade..com", ""},
		"another place": {"ftp://tradepress.com", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got := ""
			for _, f := range schemeFix(tt.address, article.Span{End: len(tt.address)}) {
				got = tt.address[:f.Edits[0].Span.Start] + f.Edits[0].Text + tt.address[f.Edits[0].Span.End:]
			}
			if got != tt.want {
				t.Errorf("%s: got %q, want %q", tt.address, got, tt.want)
			}
		})
	}
}

func FuzzAddresses(f *testing.F) {
	for _, s := range []string{"", " [", "([{'", "see https://tradepress.com).", "“http://a.b”", "http", "\xff http:/\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, s := range addresses(text, article.Span{End: len(text)}) {
			if s.Start < end || s.End > len(text) || s.Len() <= 0 {
				t.Fatalf("%v after %d in %d bytes", s, end, len(text))
			}
			end = s.End
			addressFault(text[s.Start:s.End])
			schemeFix(text, s)
			brokenAt(text[s.End:])
		}
	})
}
