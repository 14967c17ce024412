package check

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"citevet/pipeline/article"
)

// slackDays is how far two dates may disagree before one counts as later: the
// same moment falls on neighbouring days in different time zones.
const slackDays = 1

// daysOfYear is how long a stated date may be for a date in the address to be
// that of the same work.
const daysOfYear = 366

// sourceOf reads what a reference's own dates say its work can report.
func sourceOf(index int, r *article.Reference) Source {
	s := Source{Reference: index, KeptUp: keptUp(r), Foretells: foretelling.MatchString(r.Title.Text)}
	if p := r.Published; !p.When.IsZero() {
		s.Published, s.Stated = p.When, true
		s.Because = append(s.Because, premise(whatPublished, howStated, p))
	}
	if u := r.URLDate; !u.When.IsZero() {
		s.Because = append(s.Because, premise(whatPublished, howURL, u))
		switch narrowed, ok := s.Published.Intersect(u.When); {
		case !s.Stated:
			s.Published, s.Narrowed = u.When, u.When
		case ok && s.Published.From.DaysUntil(s.Published.To) <= daysOfYear:
			s.Narrowed = narrowed
		case ok:
			u := &s.Because[len(s.Because)-1]
			u.Dropped, u.Doubt = true, "the entry's dates are those of several works"
		default:
			s.Published = s.Published.Hull(u.When)
		}
	}
	if a := r.Accessed; !a.When.To.IsZero() {
		s.Read = a.When.To
		s.Because = append(s.Because, premise(whatAccessed, howStated, a))
	}
	if a := r.Archived; !a.When.To.IsZero() {
		if s.Read.Before(a.When.To) {
			s.Read = a.When.To
		}
		s.Because = append(s.Because, premise(whatArchived, howStated, a))
	}
	if s.readBeforeOut() {
		for _, k := range s.premises(isReading) {
			s.Because[k].Dropped, s.Because[k].Doubt = true, "the work came out only later"
		}
	}
	return s
}

// readBeforeOut reports whether the work is said to have been read before it is
// said to have come out. Then the reading day is as doubtful as the other, and
// tells nothing of what the work can know.
func (s *Source) readBeforeOut() bool {
	return s.Stated && !s.Read.IsZero() && s.Read.AddDays(slackDays).Before(s.Published.From)
}

const (
	whatPublished = "published"
	whatAccessed  = "accessed"
	whatArchived  = "archived"
	howStated     = "stated"
	howURL        = "URL path"
)

func isReading(p article.Premise) bool {
	return (p.What == whatAccessed || p.What == whatArchived) && !p.Dropped
}

func isPublication(p article.Premise) bool { return p.What == whatPublished && !p.Dropped }

// setsPublished reports whether p bounds the publication by itself: what the
// entry states, and the URL's date only where the two disagree or it is alone.
func (s *Source) setsPublished(p article.Premise) bool {
	return isPublication(p) && (p.How == howStated || !s.Stated || s.Narrowed.IsZero())
}

// premises returns which of the source's premises are of a kind.
func (s *Source) premises(kind func(article.Premise) bool) []int {
	var of []int
	for i, p := range s.Because {
		if kind(p) {
			of = append(of, i)
		}
	}
	return of
}

// DatedBy returns which of the source's premises bound its publication, as
// indexes into Because.
func (s *Source) DatedBy() []int { return s.premises(s.setsPublished) }

func premise(what, how string, d article.DateField) article.Premise {
	return article.Premise{What: what, How: how, Words: d.Text, Span: d.Span, When: d.When}
}

// keptUpWords are words of a title or container that mark a page which is
// rewritten in place, so that the date it carries does not bound what it says.
var keptUpWords = []string{
	"home page", "homepage", "official site", "official website", "dashboard", "tracker", "live blog", "live updates",
	"live:", "database", "data portal", "statistics portal", "factbook", "fact book", "population clock", "wiki",
	"documentation", "frequently asked", "faq", "timeline of", "rankings", "standings", "about us", "who we are",
	"quickfacts", "price index", "exchange rates", "schedule", "directory", "encyclopedia of life",
}

// keptUpSegments are path segments of such pages.
var keptUpSegments = map[string]string{
	"live": "live page", "tracker": "tracker", "dashboard": "dashboard", "wiki": "wiki page", "docs": "documentation",
	"legislation": "legislation", "statistics": "statistics page", "stats": "statistics page", "data": "data page",
	"rankings": "ranking", "ranking": "ranking", "faq": "questions page", "about": "page about the publisher", "database": "database",
	"indicator": "statistics page", "standings": "ranking", "topic": "topic page", "topics": "topic page", "tag": "topic page",
}

// keptUp says why the work can change after the date it carries; empty for a
// work of its day.
func keptUp(r *article.Reference) string {
	if !r.Updated.IsZero() {
		return "says that it is updated"
	}
	for _, f := range []article.Field{r.Title, r.Container} {
		low := strings.ToLower(f.Text)
		for _, w := range keptUpWords {
			if strings.Contains(low, w) {
				return w
			}
		}
	}
	if strings.HasPrefix(strings.ToLower(r.Title.Text), "welcome to ") || introducing.MatchString(r.Title.Text) {
		return "page about the publisher"
	}
	if why := statisticsTable(r); why != "" {
		return why
	}
	if !r.URL.IsZero() && !r.Published.When.IsDay() && inFigures.MatchString(r.Title.Text) {
		return "figures page"
	}
	if runsOn(r) {
		return "title names later years"
	}
	if r.URL.IsZero() {
		return ""
	}
	u, err := url.Parse(r.URL.Text)
	if err != nil || u.Host == "" {
		return ""
	}
	return keptUpAddress(u, r)
}

// introducing finds titles by which somebody presents himself: "About Weir Mills".
var introducing = regexp.MustCompile(`^About (?:the )?\p{Lu}\S*(?: \S+){0,3}$`)

// inFigures finds the titles of pages on which bodies keep their latest figures.
var inFigures = regexp.MustCompile(`(?i)\b(?:facts and figures|(?:in|i|en|em|w) (?:figures|numbers|siffror|tall|tal|zahlen|chiffres|cifras|cifre|cijfers|números|liczbach))$`)

// statisticsPublishers bring their tables up to date under one address. A paper
// of theirs that is dated to the day stays a dated work.
var statisticsPublishers = []string{"eurostat", "statistical office", "statistics office", "bureau of statistics", "statistics bureau", "national statistics", "census bureau", "statistics canada"}

func statisticsTable(r *article.Reference) string {
	if r.Published.When.IsDay() {
		return ""
	}
	fields := []string{r.Container.Text, r.Publisher.Text}
	for _, a := range r.Authors {
		fields = append(fields, a.Literal)
	}
	for _, f := range fields {
		low := strings.ToLower(f)
		for _, p := range statisticsPublishers {
			if strings.Contains(low, p) {
				return "statistics table"
			}
		}
	}
	return ""
}

// years finds a run of years in a title: "2004–2006".
var years = regexp.MustCompile(`\b(\d{4}) ?[-–] ?(\d{4})\b`)

// foretelling finds a word of what is to come in a title.
var foretelling = regexp.MustCompile(`(?i)\b(outlook|forecasts?|forecasting|projections?|projected|scenarios?|prognosis|predictions?|roadmap|targets?)\b`)

// yearAhead finds the year that a title looks to: "to 2030".
var yearAhead = regexp.MustCompile(`(?i)\b(?:to|towards?|beyond) (\d{4})\b`)

// runsOn reports whether the title names a run of years that goes on after the
// year the entry gives, or a year that it looks to: it tells of those years or
// plans them, or the year is wrong.
func runsOn(r *article.Reference) bool {
	out := r.Published.When.To.Year
	for _, m := range yearAhead.FindAllStringSubmatch(r.Title.Text, -1) {
		if to, _ := strconv.Atoi(m[1]); out > 0 && out < to {
			return true
		}
	}
	for _, m := range years.FindAllStringSubmatch(r.Title.Text, -1) {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		if from <= out && out < to {
			return true
		}
	}
	return false
}

func keptUpAddress(u *url.URL, r *article.Reference) string {
	host := strings.ToLower(u.Hostname())
	path := strings.Trim(strings.ToLower(u.Path), "/")
	switch {
	case path == "" && u.RawQuery == "":
		return "home page"
	case path == "index.html" || path == "index.php" || path == "index.htm":
		return "home page"
	case strings.HasPrefix(host, "data.") || strings.HasPrefix(host, "stats.") || strings.HasPrefix(host, "docs."):
		return "data or documentation site"
	case strings.Contains(host, "wikipedia.org") || strings.Contains(host, "wikidata.org"):
		return "wiki page"
	}
	// A path that names the day is an article's even under a topic's name.
	if !r.URLDate.When.IsZero() {
		return ""
	}
	for seg := range strings.SplitSeq(path, "/") {
		if why, ok := keptUpSegments[seg]; ok {
			return why
		}
	}
	return ""
}
