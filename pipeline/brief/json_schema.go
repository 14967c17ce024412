package brief

import (
	"encoding/json"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

type jsonResults struct {
	Schema   int           `json:"schema"`
	Tool     jsonTool      `json:"tool"`
	Articles []jsonArticle `json:"articles"`
	Findings []jsonAcross  `json:"findings"` // across articles
	Unread   []jsonUnread  `json:"unread,omitempty"`
	Summary  jsonSummary   `json:"summary"`
}

type jsonUnread struct {
	Name    string `json:"name"`
	Line    int    `json:"line,omitempty"`
	Message string `json:"message"`
}

type jsonTool struct {
	Name    string   `json:"name"`
	Version string   `json:"version,omitempty"`
	Config  string   `json:"config,omitempty"`
	Rules   []string `json:"rules,omitempty"`
	AsOf    string   `json:"as_of,omitempty"`
}

type jsonSummary struct {
	Articles   int `json:"articles"`
	Claims     int `json:"claims"`
	References int `json:"references"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Decision   int `json:"decision"`
	Accepted   int `json:"accepted,omitempty"`
	// Exit has every exit code that holds; the process returns the highest.
	Exit []int `json:"exit,omitempty"`
}

type jsonArticle struct {
	Name       string          `json:"name"`
	SHA256     string          `json:"sha256,omitempty"`
	Format     string          `json:"format,omitempty"`
	Language   string          `json:"language,omitempty"`
	Title      string          `json:"title,omitempty"`
	Text       string          `json:"text,omitempty"`
	Dated      *jsonTime       `json:"dated,omitempty"`
	Sentences  []jsonSpan      `json:"sentences"`
	Entities   []jsonEntity    `json:"entities"`
	Times      []jsonTimeWords `json:"times"`
	Quotations []jsonQuotation `json:"quotations,omitempty"`
	Citations  []jsonCitation  `json:"citations"`
	References []jsonReference `json:"references"`
	Claims     []jsonClaim     `json:"claims"`
	Findings   []jsonFinding   `json:"findings"`
	Accepted   []jsonAccepted  `json:"accepted,omitempty"`
	Problems   []jsonProblem   `json:"problems"`
}

// jsonAccepted is a finding that somebody has answered for.
type jsonAccepted struct {
	jsonFinding
	How    string `json:"how"`
	Reason string `json:"reason"`
}

type jsonSpan struct {
	Start  int        `json:"start"`
	End    int        `json:"end"`
	Source jsonSource `json:"source"`
}

type jsonSource struct {
	Start     int `json:"start"`
	End       int `json:"end"`
	Line      int `json:"line"`
	Column    int `json:"column"`
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`
}

type jsonInterval struct {
	From jsonDay `json:"from"`
	To   jsonDay `json:"to"`
}

type jsonTime struct {
	*jsonInterval
	Because []jsonBecause `json:"because"`
}

type jsonBecause struct {
	What    string      `json:"what"`
	Words   string      `json:"words,omitempty"`
	Source  *jsonSource `json:"source,omitempty"`
	Almanac string      `json:"almanac,omitempty"`
	*jsonInterval
	How     string `json:"how,omitempty"`
	Doubt   string `json:"doubt,omitempty"`
	Dropped bool   `json:"dropped,omitempty"`
}

type jsonEntity struct {
	jsonSpan
	Kind article.EntityKind `json:"kind"`
	Name string             `json:"name"`
	ID   string             `json:"id,omitempty"`
	Role string             `json:"role,omitempty"`
}

type jsonTimeWords struct {
	jsonSpan
	*jsonInterval
	Kind     when.Kind     `json:"kind"`
	Words    string        `json:"words"`
	Relation when.Relation `json:"relation,omitempty"`
	Value    string        `json:"value,omitempty"` // as TIMEX3 writes it
	Flaw     string        `json:"flaw,omitempty"`
}

type jsonQuotation struct {
	jsonSpan
	Words   string `json:"words"`
	Speaker *int   `json:"speaker,omitempty"` // an index of the entities
}

type jsonCitation struct {
	jsonSpan
	Label     string `json:"label,omitempty"`
	Reference *int   `json:"reference"`
	Flaw      string `json:"flaw,omitempty"`
}

type jsonAuthor struct {
	Family  string `json:"family,omitempty"`
	Given   string `json:"given,omitempty"`
	Literal string `json:"literal,omitempty"`
}

type jsonReference struct {
	jsonSpan
	Label      string        `json:"label,omitempty"`
	Type       string        `json:"type,omitempty"`
	Authors    []jsonAuthor  `json:"authors,omitempty"`
	Title      string        `json:"title,omitempty"`
	Container  string        `json:"container,omitempty"`
	Publisher  string        `json:"publisher,omitempty"`
	Published  *jsonInterval `json:"published,omitempty"`
	Accessed   *jsonInterval `json:"accessed,omitempty"`
	Updated    *jsonInterval `json:"updated,omitempty"`
	URL        string        `json:"url,omitempty"`
	URLDate    *jsonInterval `json:"url_date,omitempty"`
	DOI        string        `json:"doi,omitempty"`
	ISBN       string        `json:"isbn,omitempty"`
	ISSN       string        `json:"issn,omitempty"`
	Volume     string        `json:"volume,omitempty"`
	Issue      string        `json:"issue,omitempty"`
	Pages      string        `json:"pages,omitempty"`
	ArchiveURL string        `json:"archive_url,omitempty"`
	Archived   *jsonInterval `json:"archived,omitempty"`
}

type jsonClaim struct {
	ID string `json:"id"`
	jsonSpan
	Worthy     float64          `json:"worthy"`
	Mood       article.Mood     `json:"mood,omitempty"`
	Time       *jsonTime        `json:"time,omitempty"`
	Citations  []int            `json:"citations"`
	Entities   []int            `json:"entities"`
	Verdict    check.Word       `json:"verdict"`
	Confidence check.Confidence `json:"confidence"`
	Reason     string           `json:"reason,omitempty"`
	Sources    []jsonPair       `json:"sources"`
	// StaleBy is the first day on which the sources of a claim about the present
	// are too old for it, at the rule's usual months.
	StaleBy string `json:"stale_by,omitempty"`
}

type jsonPair struct {
	Reference int               `json:"reference"`
	Verdict   check.PairVerdict `json:"verdict"`
	Proof     string            `json:"proof,omitempty"`
}

type jsonFinding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Decision bool   `json:"decision"`
	jsonSpan
	Message     string        `json:"message"`
	Help        string        `json:"help,omitempty"`
	Claims      []string      `json:"claims"`
	References  []int         `json:"references"`
	Proof       []jsonPremise `json:"proof"`
	Inequality  string        `json:"inequality,omitempty"`
	Related     []jsonRelated `json:"related,omitempty"`
	Fixes       []jsonFix     `json:"fixes,omitempty"`
	Fingerprint string        `json:"fingerprint,omitempty"`
}

// jsonAcross is a finding across articles.
type jsonAcross struct {
	Rule        string            `json:"rule"`
	Severity    string            `json:"severity"`
	Decision    bool              `json:"decision"` // never: no claim is decided by another article
	Articles    []string          `json:"articles"` // their names
	Message     string            `json:"message"`
	Help        string            `json:"help,omitempty"`
	Places      []jsonAcrossPlace `json:"places"`
	Inequality  string            `json:"inequality,omitempty"`
	Fingerprint string            `json:"fingerprint"`
}

type jsonAcrossPlace struct {
	Article string `json:"article"`
	jsonSpan
	Label string `json:"label,omitempty"`
}

type jsonPremise struct {
	What string `json:"what"`
	*jsonInterval
	Because string      `json:"because,omitempty"`
	Source  *jsonSource `json:"source,omitempty"`
	Almanac string      `json:"almanac,omitempty"`
	Doubt   string      `json:"doubt,omitempty"`
	Dropped bool        `json:"dropped,omitempty"`
}

type jsonRelated struct {
	jsonSpan
	Label string `json:"label,omitempty"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Safe    bool       `json:"safe"`
	Edits   []jsonEdit `json:"edits,omitempty"`
}

type jsonEdit struct {
	jsonSpan
	Text string `json:"text"`
}

type jsonProblem struct {
	Message string      `json:"message"`
	Source  *jsonSource `json:"source,omitempty"`
}

// jsonDay is a side of an interval: null where open.
type jsonDay when.Date

func (d jsonDay) MarshalJSON() ([]byte, error) {
	if when.Date(d).IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(when.Date(d).String())
}
