package check

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// URLKey returns the form under which two ways to write one address are equal:
// without scheme, "www.", "m." or a trailing slash, the host in lower case, and
// without the parameters that only tell a server where a reader came from. The
// fragment stays, since it can name another part of a work. Empty for words
// that are no address on the web.
func URLKey(raw string) string {
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.ToLower(u.Host)
	for _, prefix := range []string{"www.", "m."} {
		host = strings.TrimPrefix(host, prefix)
	}
	host = strings.TrimSuffix(strings.TrimSuffix(host, ":443"), ":80")
	key := host + strings.TrimRight(u.EscapedPath(), "/")
	if query := untracked(u.RawQuery); query != "" {
		key += "?" + query
	}
	if u.Fragment != "" {
		key += "#" + u.Fragment
	}
	return key
}

// untracked returns a query's parameters without those that only track, sorted.
func untracked(query string) string {
	var kept []string
	for p := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(p, "=")
		if p != "" && !tracks(strings.ToLower(name)) {
			kept = append(kept, p)
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, "&")
}

// tracks reports whether a query parameter names a campaign or a referrer. The
// names are those that advertising and analytics services document as theirs.
func tracks(name string) bool {
	switch name {
	case "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "igsh",
		"mc_cid", "mc_eid", "_ga", "_gl", "cmpid", "ocid", "smid", "ref_src", "ref_url", "guccounter", "spm":
		return true
	}
	return strings.HasPrefix(name, "utm_") || strings.HasPrefix(name, "at_custom") || strings.HasPrefix(name, "at_campaign")
}

// TitleKey returns the form under which two ways to write one title are equal:
// in lower case, without punctuation and without a leading article.
func TitleKey(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	})
	for i, w := range words {
		words[i] = strings.Map(func(r rune) rune {
			if r == '\'' || r == '’' {
				return -1
			}
			return r
		}, w)
	}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	if len(words) > 1 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// Alike returns the share of the smaller set of words that stands in the other
// too, from 0 to 1; 0 where one is empty.
func Alike(a, b map[string]bool) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return 0
	}
	both := 0
	for w := range a {
		if b[w] {
			both++
		}
	}
	return float64(both) / float64(len(a))
}
