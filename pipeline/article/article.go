// Package article is the article as data: what was read, where it stood, and
// what it means.
//
// Everything is plain data in flat slices; what refers to something else does so
// by its index, so every value survives JSON and a wire. All spans are bytes of
// [Document.Text]; a position in the file as read is asked of [Document.Locate].
package article

import "citevet/pipeline/when"

// Span is a half-open run of bytes of Document.Text.
type Span struct{ Start, End int }

// IsZero reports whether s is no place at all.
func (s Span) IsZero() bool { return s == Span{} }

// Len returns the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies wholly in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Hull returns the smallest span that holds both.
func (s Span) Hull(t Span) Span { return Span{min(s.Start, t.Start), max(s.End, t.End)} }

// Document is an article as it was read, before anything is made of it.
type Document struct {
	Name     string // as the user named it, with slashes
	Format   string // "text" or "markdown"
	Source   []byte // as read
	Text     string // as a reader reads it: markup gone, entities decoded, line ends "\n"
	Origin   []Piece
	Blocks   []Block
	Links    []Link
	Comments []Comment
	Meta     Meta
	Problems []Problem
}

// Piece says where a run of Text lies in Source. Pieces are in order, do not
// overlap, and cover all of Text. Where both lengths are equal the bytes are
// the same; elsewhere the run as a whole stands for the bytes of Source (a
// decoded entity, a line end that was two bytes, a separator made for blocks
// that touch, with SourceLen 0).
type Piece struct{ Text, Len, Source, SourceLen int }

// Link is a run of Text that the source makes a link.
type Link struct {
	Span   Span
	Target string
}

// Comment is what the source says to its writers alone, as an HTML comment does.
// It is no part of Text.
type Comment struct {
	Words string // between the signs that open and close it
	At    int    // byte of Text where what follows it begins
}

// Meta is what the article's own bytes say about it outside its text (front
// matter, metadata), as found.
type Meta struct {
	Title    string
	Language string
	Date     string // not yet read as a date
	DateSpan Span   // zero where the words are not part of Text
}

// BlockKind is what part of an article a block is.
type BlockKind string

const (
	Heading   BlockKind = "heading"
	Paragraph BlockKind = "paragraph"
	ListItem  BlockKind = "list item"
	Quote     BlockKind = "quote"
	Cell      BlockKind = "cell"      // one cell of a table's body
	TableHead BlockKind = "head"      // a column's or row's head
	Entry     BlockKind = "entry"     // one entry of a reference list, wrapped lines joined
	Code      BlockKind = "code"      // never read for claims
	Furniture BlockKind = "furniture" // "Read also" lists, navigation, bylines, datelines: never read for claims
)

// Block is one part of the article. Blocks are in order and do not overlap.
type Block struct {
	Kind  BlockKind
	Span  Span
	Level int // a heading's depth, 1 to 6; else 0

	// Section is the index of the heading block that this block stands
	// under, -1 where there is none.
	Section int

	// Table numbers the tables from 1; 0 is no table. Row and Column count
	// from 0 within it, the head row being row 0.
	Table, Row, Column int
	// ColumnHead and RowHead are the blocks that head this cell; -1 is none.
	ColumnHead, RowHead int
}

// Problem is something that could not be read or done, said to the user.
type Problem struct {
	Message string // a sentence that says what, and the way out
	Span    Span   // zero where it is about the whole article
}

// Premise is one dated fact that a conclusion rests on, with where it was read.
type Premise struct {
	What    string        // what the date is: "speaks of", "published", "accessed", "in office", "article dated"
	Words   string        // the words it was read from
	Span    Span          // where they stand; zero for an almanac row
	Almanac string        // the almanac row's ID, else empty
	When    when.Interval // the reading
	How     string        // "stated", "URL path", "table head", "section", "almanac", "anchor", "configured", "day of the run"
	// Doubt says why this premise can support a warning at most ("unchecked
	// almanac row", "only the article's own date excludes the other term");
	// empty for a firm one.
	Doubt string
	// Dropped marks a reading that was left out, kept so that a reader sees it.
	Dropped bool
}

// Article is a document understood.
type Article struct {
	Document

	Language string // BCP 47, "en"; "und" where it could not be told
	Title    string
	Dated    Dating

	Sentences  []Sentence
	Tokens     []Token
	Entities   []Entity
	Times      []Time
	Citations  []Citation
	References []Reference
	Quotations []Quotation
	Claims     []Claim
}

// Dating is when the article was written, and why citevet thinks so.
type Dating struct {
	When    when.Interval // zero where nothing says
	Stated  bool          // by the article's bytes, the command line or the configuration
	Because []Premise     // where the beginning is inferred, its reason stands first
}

// Sentence is one sentence of a block that is read for claims.
type Sentence struct {
	Span   Span
	Block  int
	Tokens Range // of Article.Tokens
}

// Range is a half-open run of indexes.
type Range struct{ From, To int }

// Token is one word or mark, with its Penn Treebank part-of-speech tag.
type Token struct {
	Span Span
	Tag  string
}

// EntityKind is what an entity is.
type EntityKind string

const (
	Person       EntityKind = "person"
	Organization EntityKind = "organization"
	Place        EntityKind = "place"
	Event        EntityKind = "event"
	Work         EntityKind = "work" // laws, treaties, reports, books, films
	Product      EntityKind = "product"
	Group        EntityKind = "group" // peoples, parties' members: "Republicans", "Kazakhs"
	OtherEntity  EntityKind = "other"
)

// Entity is one mention of a named thing.
type Entity struct {
	Span Span // the name alone, without role words
	Kind EntityKind
	Name string // the fullest form in the article: "Rubio" has Name "Marco Rubio"
	ID   string // equal for all mentions of one thing within the article: "person:marco-rubio"
	// Role is the office or role words that the text gives this mention
	// ("Secretary of State", "a potential nominee for the U.S. Secretary of
	// State"), with where they stand; zero where there are none.
	Role Field
}

// Time is one time expression of the article's body.
type Time struct {
	when.Expression // offsets are of Document.Text
	Sentence        int
}

// Span returns the place of the whole expression.
func (t Time) Span() Span { return Span{t.Start, t.End} }

// Core returns the place of the date words alone.
func (t Time) Core() Span { return Span{t.CoreStart, t.CoreEnd} }

// Citation is one marker's pointer to one entry: "[1, 3–5]" is four citations
// that share a Marker.
type Citation struct {
	Span      Span   // of this number where it is written; of the range "3–5" for those within
	Marker    Span   // of the whole bracket
	Label     string // as the entry would carry it: "1"
	Reference int    // index of the entry, -1 where none carries the label
	Block     int
	Sentence  int // index of the sentence it stands in or closes, -1 in none
	// Cluster numbers the runs of adjacent markers: "[1][3][5]" is one.
	Cluster int
	// Scheme is how the marker is written: "number" ("[1]", "(1)"),
	// "superscript", "footnote" ("[^1]") or "author-year" ("(Roe, 2020)").
	Scheme string
	// Flaw says what is wrong with the marker itself ("the range 5–3 runs
	// backwards"), else empty.
	Flaw string
}

// Field is a value together with where it was read.
type Field struct {
	Text string
	Span Span
}

// IsZero reports whether the field is absent.
func (f Field) IsZero() bool { return f.Text == "" }

// DateField is a date of a reference, as written and as read.
type DateField struct {
	Field
	// When is the hull of Readings; zero where the words could not be read.
	When     when.Interval
	Readings []when.Interval // several where the words are ambiguous ("03/04/2025")
	Flaw     string          // why the calendar does not have it ("February 2023 has 28 days")
}

// Name is an author: a person by Family and Given, anything else by Literal.
type Name struct{ Family, Given, Literal string }

// Reference is one entry of the reference list. Absent fields are zero. Names
// of fields follow CSL (https://docs.citationstyles.org).
type Reference struct {
	Span  Span
	Block int
	Label Field  // "1", without brackets; zero in an unnumbered list
	Type  string // CSL type where it is told apart: "webpage", "article-newspaper", "article-journal", "book", "report"

	Authors   []Name
	AuthorsAt Span // where all of them stand together
	Title     Field
	Container Field // newspaper, journal, site or book that holds the work
	Publisher Field

	Published DateField
	Accessed  DateField
	Archived  DateField
	Updated   DateField // "updated …", "last modified …": the page is kept up

	URL        Field
	ArchiveURL Field
	URLDate    DateField // a date in the URL's path, "2025/01/15" or "2025/01"

	DOI, ISBN, ISSN, Volume, Issue, Pages Field

	Editors []Name
	Place   Field // where it was published
	Edition Field // "2nd ed."
	Genre   Field // "PhD thesis", "Technical report"
	Note    Field // what the entry says beside its fields
	ArXiv   Field // "2005.14165", "hep-th/9901001", with its version
	PMID    Field // PubMed's number
}

// Mood is how a clause holds what it says.
type Mood string

const (
	Asserted     Mood = "asserted"
	Ongoing      Mood = "ongoing"
	Scheduled    Mood = "scheduled"
	Forecast     Mood = "forecast"
	Hypothetical Mood = "hypothetical"
	Opinion      Mood = "opinion"
	Reported     Mood = "reported"
)

// Claim is one clause, sentence or table cell that states something.
type Claim struct {
	Span     Span
	Sentence int // -1 for a table cell
	Block    int

	Worth   float64 // check-worthiness, 0 to 1
	Reasons []string

	Mood Mood
	// Told is the mood of the words alone where Mood differs from it: what is
	// told as done but lies after the article was written. Else empty.
	Told Mood
	// Readings are the times the claim may speak of. They are alternatives:
	// something is impossible only if it is under every one of them.
	Readings []Reading
	Dropped  []Reading // alternatives left out; each Because ends in the reason
	// Present says that the clause speaks of the time of writing without a
	// date of its own ("still", "as of now", "has lagged"), Cue where it says so.
	Present bool
	Cue     Field

	// Citations are the citations that stand behind the claim.
	Citations []int
	// Loose says that the citations may stand behind a later clause of the
	// sentence alone; Through is the last claim of that run (else the claim itself).
	Loose   bool
	Through int

	Entities []int
}

// Shape is how a time is compared.
type Shape string

const (
	Point Shape = "point" // something within the window: compared by its beginning
	Whole Shape = "whole" // all of the span ("between 2019 and 2025", totals): compared by its end
)

// Basis is what gives a claim its time, narrowest rule first.
type Basis string

const (
	ByAsOf    Basis = "as of"      // "as of mid-2025"
	ByWords   Basis = "words"      // a date in the clause
	ByTenure  Basis = "tenure"     // an office or administration used as a time
	ByHead    Basis = "table head" // a column's or row's head
	BySection Basis = "section"    // a heading
)

// Reading is one way to read the time a claim speaks of.
type Reading struct {
	When    when.Interval
	Shape   Shape
	Basis   Basis
	Because []Premise
	// Doubt says why this reading can support a warning at most, else empty.
	Doubt string
	// Planned says that what happens is of a kind that is announced
	// beforehand (an inauguration, a release, a match).
	Planned bool
	// Outcome says that the claim tells how something came out, which nobody
	// announces beforehand.
	Outcome bool
}
