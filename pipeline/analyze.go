package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/check"
	"citevet/pipeline/extract"
	"citevet/pipeline/ingest"
	"citevet/pipeline/when"
)

// Options say how articles are judged. The zero Options judge without rules and
// without background facts.
type Options struct {
	Almanac *almanac.Almanac
	Rules   []*check.Rule // as [check.Configure] returns them
	AsOf    when.Date     // the day of the run
	// RulesOf returns the rules for the article of that name, where they differ
	// from Rules. It may be nil.
	RulesOf func(name string) []*check.Rule
	// Accept says whether somebody has answered for a finding on the article of
	// that name elsewhere than in it, how and why. It may be nil, and is called
	// from several goroutines.
	Accept func(name string, f check.Finding) (how, reason string, ok bool)
	// Dated returns when the article of that name was written, for one whose
	// bytes do not say, and what says so ("command line"); zero for unknown.
	// It may be nil.
	Dated func(name string) (dated when.Interval, how string)
}

// Read is the stage that reads the article in the file of that path. Its error
// is an [ingest.Error].
func Read(_ context.Context, path string) (article.Document, error) {
	return ingest.File(path)
}

// Analyze returns the stage that understands a document and judges it. A rule
// that panics is a fault within the result; a panic elsewhere is left to [Map].
func Analyze(o Options) Stage[article.Document, check.Result] {
	facts := o.Almanac
	if facts == nil {
		facts = new(almanac.Almanac)
	}
	return func(ctx context.Context, doc article.Document) (check.Result, error) {
		aside := extract.Options{AsOf: o.AsOf, Almanac: facts}
		if o.Dated != nil {
			aside.Dated, aside.How = o.Dated(doc.Name)
		}
		a := extract.Extract(doc, aside)
		if err := ctx.Err(); err != nil {
			return check.Result{}, err
		}
		if p, ok := beforeItsTime(&a, o.AsOf); ok {
			a.Problems = append(a.Problems, p)
		}
		rules := o.Rules
		if o.RulesOf != nil {
			rules = o.RulesOf(doc.Name)
		}
		r := check.Run(rules, &a, facts, o.AsOf)
		if o.Accept != nil {
			r.Accept(func(f check.Finding) (string, string, bool) { return o.Accept(doc.Name, f) })
		}
		return r, nil
	}
}

// beforeItsTime reports whether an article says that it was written after the
// day of the run; dates are compared with the day of slack that time zones ask for.
func beforeItsTime(a *article.Article, asOf when.Date) (article.Problem, bool) {
	if !a.Dated.Stated || asOf.IsZero() || !when.Day(asOf.AddDays(1)).Before(a.Dated.When) {
		return article.Problem{}, false
	}
	p := article.Problem{Message: fmt.Sprintf(
		"the article is dated %s, after %s, the day this run is made for: what it tells of the days between is judged as if it were to come; give a later --as-of",
		a.Dated.When, asOf)}
	for _, because := range a.Dated.Because {
		if !because.Dropped && !because.Span.IsZero() {
			p.Span = because.Span
			break
		}
	}
	return p, true
}

// Key names the work of judging one document: it is equal where the result is
// sure to be, so it serves as the name of a stored result and of a message.
// version is the tool's, config a digest of all that configures the judgement,
// dated what the configuration says about this document.
//
// The document's name is no part of it: the same bytes under another name are
// the same work, and who keeps results by key has to put the name back.
func Key(version, config string, dated when.Interval, doc *article.Document) string {
	h := sha256.New()
	for _, part := range []string{version, config, dated.String(), doc.Format, string(doc.Source)} {
		// Lengths keep parts apart: "a"+"bc" is not "ab"+"c".
		var length [8]byte
		binary.BigEndian.PutUint64(length[:], uint64(len(part)))
		h.Write(length[:])
		h.Write([]byte(part))
	}
	return hex.EncodeToString(h.Sum(nil))
}
