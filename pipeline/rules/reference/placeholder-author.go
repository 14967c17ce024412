package reference

import (
	_ "embed"
	"fmt"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed placeholder-author.md
var placeholderAuthorPage string

var placeholderAuthor = check.NewRule(check.Meta{
	Name:     "placeholder-author",
	Family:   "reference",
	Summary:  "the author is a placeholder, an account's name or an address",
	Since:    "0.1",
	Severity: check.Warning,
	Page:     placeholderAuthorPage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	var found []check.Finding
	for i := range a.References {
		r := &a.References[i]
		if r.AuthorsAt.Len() <= 0 || !r.Span.Contains(r.AuthorsAt) {
			continue
		}
		why := placeholder(r)
		if why == "" {
			continue
		}
		found = append(found, check.Finding{
			Span:       r.AuthorsAt,
			Message:    fmt.Sprintf("%q %s", strings.Join(strings.Fields(a.Words(r.AuthorsAt)), " "), why),
			Help:       "name who wrote the work, or the body that published it where nobody signed",
			Label:      "nobody's name",
			References: []int{i},
		})
	}
	reportTogether(p, found, fmt.Sprintf("%d entries name nobody where the author belongs", len(found)))
})

// placeholder says what is wrong with an entry's authors, empty where one of
// them may be real. "Anonymous", "Staff" and "Staff writer" are how styles and
// newsrooms sign what nobody signed.
func placeholder(r *article.Reference) string {
	for _, n := range r.Authors {
		whole := check.TitleKey(strings.TrimSpace(n.Given + " " + n.Family + " " + n.Literal))
		switch {
		case isAddress(n.Literal) || isAddress(n.Family):
			return "is an address, not an author"
		case pattern(n) || patterns[whole]:
			return "is a style guide's pattern, not an author"
		case accounts[whole] && online(r):
			return "is the name of an account, not of an author"
		case gaps[whole] && online(r):
			return "stands where an author belongs and names nobody"
		}
	}
	return ""
}

// online reports whether an entry is of a page, not of a printed or an old work,
// whose author may be unknown to everybody.
func online(r *article.Reference) bool {
	return check.Own(r, r.URL) && !catalogued(r)
}

// isAddress reports whether an author is written as an address.
func isAddress(name string) bool {
	low := strings.ToLower(name)
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://") || strings.HasPrefix(low, "www.") ||
		strings.Contains(low, "@") && strings.Contains(low, ".") && !strings.Contains(low, " ") && !strings.HasPrefix(low, "@")
}

// pattern reports whether a name is a style guide's example of one: "Author,
// A. A.", "Lastname, F.", "Last, First". People are called Last and First, and a
// few are called Author.
func pattern(n article.Name) bool {
	family, given := strings.ToLower(n.Family), strings.ToLower(strings.Map(dropMarks, n.Given))
	switch family {
	case "author":
		return given == "a" || given == "aa" || given == "b" || given == "bb" || given == "c" || given == "cc"
	case "lastname", "surname", "familyname":
		return true
	case "last":
		return given == "first"
	}
	return false
}

// dropMarks drops what stands between initials.
func dropMarks(r rune) rune {
	if r == '.' || r == ' ' || r == '-' {
		return -1
	}
	return r
}

// patterns are style guides' words for a name, and what programs write for none.
var patterns = map[string]bool{
	"author name": true, "name of author": true, "author s name": true, "firstname lastname": true, "first name last name": true,
	"author last name": true, "your name": true, "insert author": true, "author 1": true, "first author": true, "author": true,
	"undefined": true, "null": true, "nan": true, "tbd": true, "tba": true, "xxx": true, "unknown author last name": true,
}

// accounts are names under which content systems publish what nobody signs.
var accounts = map[string]bool{
	"admin": true, "administrator": true, "webmaster": true, "site admin": true, "superuser": true, "wpadmin": true, "web admin": true, "wp admin": true,
}

// gaps are words that say an author is not known.
var gaps = map[string]bool{
	"unknown": true, "unknown author": true, "author unknown": true, "n a": true, "na": true, "none": true, "no author": true,
	"not available": true, "no author listed": true,
}
