package reference

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

//go:embed generic-title.md
var genericTitlePage string

var genericTitle = check.NewRule(check.Meta{
	Name:     "generic-title",
	Family:   "reference",
	Summary:  "the title is a server's reply or a menu's word, not the work's",
	Since:    "0.1",
	Severity: check.Error,
	Page:     genericTitlePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	for i := range p.Article.References {
		r := &p.Article.References[i]
		if !check.Own(r, r.Title) || !check.Own(r, r.URL) || catalogued(r) || slices.ContainsFunc(r.Authors, isPerson) {
			continue
		}
		f := check.Finding{
			Span:       r.Title.Span,
			Help:       "open the address and give the title that stands on the work",
			Label:      "names no work",
			References: []int{i},
		}
		switch {
		case isReply(r.Title.Text):
			f.Message = fmt.Sprintf("the title %q is what a server answers, not the title of a work", r.Title.Text)
		case menuWords[check.TitleKey(r.Title.Text)]:
			f.Severity = check.Warning
			f.Message = fmt.Sprintf("the title %q could stand on any site", r.Title.Text)
		default:
			continue
		}
		p.Report(f)
	}
})

// isPerson reports whether an author is a person, who may have called a work
// anything.
func isPerson(n article.Name) bool { return n.Family != "" }

// isReply reports whether a title is a server's answer in place of the page,
// alone or with the site's name beside it: "Access denied | Trade Press", "Trade
// Press - Page not found".
func isReply(title string) bool {
	if replies[check.TitleKey(title)] {
		return true
	}
	for _, bar := range []string{" | ", " - ", " – ", " — "} {
		if reply, _, ok := strings.Cut(title, bar); ok && strings.Contains(strings.TrimSpace(reply), " ") && replies[check.TitleKey(reply)] {
			return true
		}
		if i := strings.LastIndex(title, bar); i >= 0 && notFound[check.TitleKey(title[i+len(bar):])] {
			return true
		}
	}
	return false
}

// notFound are the replies that end no title of a work.
var notFound = map[string]bool{
	"page not found": true, "404 not found": true, "404 error": true, "error 404": true, "403 forbidden": true, "file not found": true,
}

// replies are the titles of pages that stand in for the one asked for: errors,
// checks for robots, gates, archives' stopgaps. The wordings are those of the
// HTTP status codes (RFC 9110) and of widely used servers and gateways.
var replies = map[string]bool{
	"page not found": true, "404 not found": true, "404 page not found": true, "page not found 404": true, "404 error": true, "error 404": true,
	"error 404 not found": true, "file not found": true, "not found": true, "page cannot be found": true, "page no longer available": true,
	"403 forbidden": true, "access denied": true, "access to this page has been denied": true, "401 unauthorized": true,
	"500 internal server error": true, "502 bad gateway": true, "503 service unavailable": true, "504 gateway time out": true,
	"301 moved permanently": true, "302 found": true, "object moved": true, "document moved": true, "redirecting": true,
	"just a moment": true, "attention required": true, "attention required cloudflare": true, "are you a robot": true, "robot or human": true, "verify you are human": true,
	"verifying you are human": true, "checking your browser": true, "ddos guard": true, "please enable javascript": true,
	"enable javascript and cookies to continue": true, "log in": true, "login": true, "sign in": true, "sign in to your account": true, "log in or sign up": true,
	"subscribe to read": true, "subscribe to continue reading": true, "register to read": true, "archived copy": true,
	"untitled document": true, "untitled page": true, "no title": true, "no headline present": true, "account suspended": true,
	"seite nicht gefunden": true, "zugriff verweigert": true, "page introuvable": true, "page non trouvée": true, "accès refusé": true,
	"página no encontrada": true, "acceso denegado": true, "página não encontrada": true, "pagina non trovata": true, "pagina niet gevonden": true,
	"страница не найдена": true, "доступ запрещен": true,
}

// menuWords are words of a site's menu, and titles that say too little to tell
// a work by, though a work may bear them.
var menuWords = map[string]bool{
	"home": true, "homepage": true, "home page": true, "welcome": true, "index": true, "main page": true, "start page": true,
	"untitled": true, "404": true, "error": true, "pdf": true, "download": true, "read more": true, "click here": true, "link": true,
	"website": true, "web page": true, "startseite": true, "accueil": true, "página principal": true,
}
