// Package judged holds what readers made of the rules' findings on real articles,
// and the rates that follow from it. What was found wrong there has been mended
// where it could be, so that the rates are of what is left, and of articles that
// were read: on others a rule may do worse.
//
// NAME.tsv has the judgements on rule NAME, one finding a line; counts.tsv how
// many findings there were, as "citevet measure --set rules --record" counts
// them. The pages and the catalogue take their rates from counts.tsv.
package judged

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"citevet/pipeline/check"
)

//go:embed *.tsv
var files embed.FS

// countsFile is no rule's: it has a name that no rule can have.
const countsFile = "counts.tsv"

// Word is what a reader made of a finding.
type Word string

const (
	Right   Word = "right"   // true, and worth saying at its severity
	Wrong   Word = "wrong"   // untrue, or not worth saying
	Unclear Word = "unclear" // the article does not decide it
)

// Judgement is one finding read by a person.
type Judgement struct {
	Rule        string
	Corpus      string // the set the article is from: "wiki"
	Article     string // its name there
	Fingerprint string
	Severity    string // at which it was found
	Word        Word
	Reason      string // in the reader's own words
}

var judgementHead = []string{"corpus", "article", "fingerprint", "severity", "judgement", "reason"}

// All returns every judgement, by rule and in the order of its file. Errors name
// file and line.
func All() ([]Judgement, error) { return readAll(files) }

func readAll(from fs.FS) ([]Judgement, error) {
	names, err := fs.Glob(from, "*.tsv")
	if err != nil {
		return nil, err
	}
	var all []Judgement
	for _, name := range names {
		if name == countsFile {
			continue
		}
		rows, err := table(from, name, judgementHead)
		if err != nil {
			return nil, err
		}
		for i, row := range rows {
			j := Judgement{strings.TrimSuffix(name, ".tsv"), row[0], row[1], row[2], row[3], Word(row[4]), row[5]}
			if !slices.Contains([]Word{Right, Wrong, Unclear}, j.Word) {
				return nil, fmt.Errorf("%s:%d: judgement %q: want right, wrong or unclear", name, i+2, row[4])
			}
			if _, ok := check.ParseSeverity(j.Severity); !ok {
				return nil, fmt.Errorf("%s:%d: severity %q: want error, warning or info", name, i+2, row[3])
			}
			all = append(all, j)
		}
	}
	return all, nil
}

// Count is how a rule did on one set at one severity.
type Count struct {
	Rule, Corpus, Severity string
	Day                    string // on which it was counted: "2026-11-23"
	Articles               int    // of the set
	Findings               int    // of the rule at the severity
	Right, Wrong, Unclear  int    // of those findings
}

var countHead = []string{"rule", "corpus", "severity", "day", "articles", "findings", "right", "wrong", "unclear"}

// Counts returns the recorded counts in the order of the file. Errors name the line.
func Counts() ([]Count, error) {
	rows, err := table(files, countsFile, countHead)
	if err != nil {
		return nil, err
	}
	counts := make([]Count, len(rows))
	for i, row := range rows {
		c := Count{Rule: row[0], Corpus: row[1], Severity: row[2], Day: row[3]}
		for k, into := range []*int{&c.Articles, &c.Findings, &c.Right, &c.Wrong, &c.Unclear} {
			if *into, err = strconv.Atoi(row[4+k]); err != nil {
				return nil, fmt.Errorf("%s:%d: %s %q is no number", countsFile, i+2, countHead[4+k], row[4+k])
			}
		}
		counts[i] = c
	}
	return counts, nil
}

// WriteCounts returns counts as the bytes of counts.tsv.
func WriteCounts(counts []Count) []byte {
	var b strings.Builder
	b.WriteString(strings.Join(countHead, "\t") + "\n")
	for _, c := range counts {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%d\t%d\t%d\t%d\t%d\n",
			c.Rule, c.Corpus, c.Severity, c.Day, c.Articles, c.Findings, c.Right, c.Wrong, c.Unclear)
	}
	return []byte(b.String())
}

// table reads a file of tab-separated cells under the head named.
func table(from fs.FS, name string, head []string) ([][]string, error) {
	data, err := fs.ReadFile(from, name)
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if i == 0 {
			if !slices.Equal(cells, head) {
				return nil, fmt.Errorf("%s:1: the head is %q, want %q", name, cells, head)
			}
			continue
		}
		if len(cells) != len(head) {
			return nil, fmt.Errorf("%s:%d: %d cells, want %d", name, i+1, len(cells), len(head))
		}
		rows = append(rows, cells)
	}
	return rows, nil
}
