// Package check judges an article: which of its citations can carry the claims
// they stand behind, and what else a desk would send back. It runs rules, and
// every finding it returns carries its proof.
package check

import (
	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// Severity is how much a finding matters.
type Severity int

const (
	Info Severity = iota + 1
	Warning
	Error
)

func (s Severity) String() string {
	return [...]string{"", "info", "warning", "error"}[s]
}

// Meta is what is known of a rule without running it.
type Meta struct {
	Name     string   // "as-of-after-access"
	Family   string   // "temporal"
	Summary  string   // one line, lower case, no full stop
	Since    string   // first version that had it: "0.1"
	Severity Severity // the most it reports at; also its precision class
	Decision bool     // its errors leave a claim without possible support
	Off      bool     // runs only where the configuration asks for it
	Last     bool     // runs when the others have spoken and comments have been heeded
	Page     string   // the rule's Markdown page: documentation, explain text and test
}

// Rule is one check. Rules do no I/O, hold no state, return no error and never
// ask the clock.
type Rule struct {
	Meta
	defaults any      // the options' zero configuration, a struct
	options  any      // what a configuration made of them; nil: the defaults
	severity Severity // what a configuration made of the severity; 0: the rule's own
	listed   []string // the names of all rules there are, those turned off included
	run      func(*Pass, any)

	// Of a rule across articles, which has no run.
	leave  func(*Pass, any) []any
	reduce func(*Batch, []Left[any], any)
}

// NewRule returns a rule with typed options. O must be a struct whose fields
// carry `json` names and `doc` texts; `struct{}` is a rule without options.
func NewRule[O any](m Meta, defaults O, run func(*Pass, O)) *Rule {
	return &Rule{Meta: m, defaults: defaults, run: func(p *Pass, o any) { run(p, o.(O)) }}
}

// Pass is what a rule sees of one article, and where it reports.
type Pass struct {
	Article  *article.Article
	Almanac  *almanac.Almanac
	AsOf     when.Date // the day of the run
	Verdicts []Verdict // one a claim, in order: the time engine's judgement
	Sources  []Source  // one a reference, in order: what can be known of its dates
	// Suppressions are the article's comments that take findings back; only a
	// rule that runs last sees them.
	Suppressions []Suppression

	rule     *Rule
	findings []Finding
	index    *article.Index // of Article, made when a place is asked for
}

// Report adds a finding of the running rule. A zero Severity takes the rule's own.
func (p *Pass) Report(f Finding) {
	f.Rule = p.rule.Name
	if f.Severity == 0 {
		f.Severity = p.rule.Severity
	}
	p.findings = append(p.findings, f)
}

// Finding is one thing a rule has to say.
type Finding struct {
	Rule        string
	Severity    Severity
	Decision    bool         // an error of a decision rule that is not Supported; set by the driver
	Supported   bool         // every claim it is about keeps a source that may carry it
	Span        article.Span // what the finding is about
	Message     string       // lower case, no full stop, no advice
	Help        string       // the way out, same style
	Label       string       // a few words that stand under Span in the excerpt
	Proof       []article.Premise
	Line        string    // the one line of arithmetic that decides: "2025-01-15 < 2025-05-01"
	Steps       []Step    // that arithmetic as data, over Proof; nil where no dates are compared
	Related     []Related // other places, each with its own label
	Claims      []int
	References  []int
	Fixes       []Fix
	Fingerprint string // set by the driver
}

// Related is another place a finding speaks of.
type Related struct {
	Span  article.Span
	Label string
}

// Fix is the smallest edit that would restore consistency.
type Fix struct {
	Message string // what the edit does: "drop [5]", "write https://"
	Edits   []Edit // in the order of their spans, none overlapping another; none: it takes an author
	// Safe says that the edit cannot change what the article means, so that it
	// may be made unseen: numbering, tracking parameters, invisible characters,
	// entries merged that are equal.
	Safe bool
}

// Edit replaces the words at a span. A Text that is empty takes them away.
type Edit struct {
	Span article.Span
	Text string
}

// Source is what the entry's own dates say about what its work can report.
type Source struct {
	Reference int
	// Published is the hull of what is said about publication, zero where
	// nothing is. Stated says the entry gives it; else it is inferred from the URL.
	Published when.Interval
	Stated    bool
	// Narrowed is what the URL's date leaves of Published; it can make a pair
	// implausible, never impossible. Zero where the URL carries no date that fits.
	Narrowed when.Interval
	// Read is the latest day on which the author is known to have had the
	// source: the later of access and archive date. Zero where neither stands.
	Read when.Date
	// KeptUp says why the work can change after its date ("home page",
	// "dashboard"); empty for a dated work.
	KeptUp string
	// Foretells says that its title is of what is to come ("outlook",
	// "projections"), so that the years of a table may lie ahead of it.
	Foretells bool
	// Enacts says that it is a law, which sets days ahead of its own.
	Enacts  bool
	Because []article.Premise // publication, access, archive, URL path
}

// PairVerdict is whether one source can carry one claim.
type PairVerdict string

const (
	Possible    PairVerdict = "possible"
	Implausible PairVerdict = "implausible"
	Impossible  PairVerdict = "impossible"
	Unknown     PairVerdict = "unknown"
)

// Cause is which of a source's dates decides a pair.
type Cause string

const (
	ByAccess      Cause = "access"
	ByPublication Cause = "publication"
)

// Pair is one claim against one of its sources.
type Pair struct {
	Reference  int
	Verdict    PairVerdict
	Confidence Confidence
	Causes     []Cause // why it is not possible: either or both
	Doubt      string  // why it is only implausible
	Line       string  // the inequality: "read 2025-01-15 < 2025-05-01"
}

// Confidence is how sure a verdict is, by the rubric printed in every report.
type Confidence string

const (
	High     Confidence = "high"
	Moderate Confidence = "moderate"
	Low      Confidence = "low"
)

// Support is what a claim's cluster of sources can do together.
type Support string

const (
	Unsupportable Support = "unsupportable" // every member is impossible
	Suspect       Support = "suspect"       // every member is at least implausible
	Supported     Support = "fine"
)

// Word is the verdict folded to a claim.
type Word string

const (
	Consistent          Word = "consistent"
	SourcePredatesEvent Word = "source-predates-event"
	AccessedBeforeEvent Word = "accessed-before-event"
	DateUnknown         Word = "date-unknown"
	Uncited             Word = "uncited"
	NeedsReview         Word = "needs-review"
)

// Verdict is the judgement on one claim.
type Verdict struct {
	Claim      int
	Word       Word
	Confidence Confidence
	Reason     string // one sentence
	Support    Support
	Reading    int // index of the claim's reading that decided, -1 for none
	Pairs      []Pair
	Proof      []article.Premise
	Steps      []Step // the comparisons made between them; [Recompute] repeats them
	Line       string // the inequality that decides, empty where none does
	// Carriers are the members of the cluster that may carry the claim.
	Carriers []int
	// Core is the fewest premises, as indexes into Proof, that leave the claim
	// without a source as surely as all of them do; nil where one may carry it.
	Core []int
	// Withheld says why no decision is made although every source is
	// impossible by its dates.
	Withheld string
}

// Result is one article judged: all that reports and formats are made from.
type Result struct {
	Article  *article.Article
	SHA256   string // of the source bytes, hexadecimal
	AsOf     when.Date
	Sources  []Source
	Verdicts []Verdict
	Findings []Finding
	Accepted []Accepted // findings that somebody has answered for
	Rules    []Meta     // of the rules that ran
	Faults   []Fault

	left map[string][]any // for the rules across articles, by their names
}

// Fault is a rule that panicked on an article: a defect of citevet, never of the article.
type Fault struct{ Rule, Message string }
