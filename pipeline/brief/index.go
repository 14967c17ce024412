package brief

import (
	"cmp"
	"fmt"
	"path"
	"slices"

	"citevet/pipeline/check"
)

// RunResult is what became of one input of a batch.
type RunResult struct {
	Name    string `json:"name"`
	SHA256  string `json:"sha256,omitempty"`
	Status  string `json:"status"`            // "ok" or "failed"
	Message string `json:"message,omitempty"` // why it failed, and the way out

	Title   string       `json:"title,omitempty"`
	Verdict string       `json:"verdict,omitempty"` // the cover's, in words
	Counts  *BatchCounts `json:"counts,omitempty"`
	// WorstGap is the longest of those that no source can bridge.
	WorstGap *Gap `json:"worst_gap,omitempty"`
	// Outputs are the files written for it, relative to the batch's folder.
	Outputs []string `json:"outputs,omitempty"`

	tone    Tone
	cover   Cover
	key     []Finding // as many as a briefing tells at length
	sources []citedSource
	faults  map[string]int // errors and warnings by the outlets they name
}

// page returns the article's page among the outputs, empty where it has none.
func (a RunResult) page() string {
	for _, o := range a.Outputs {
		if path.Ext(o) == ".html" {
			return o
		}
	}
	return ""
}

// byConsequence returns the articles that were judged, the gravest first.
func byConsequence(articles []RunResult) []RunResult {
	judged := slices.DeleteFunc(slices.Clone(articles), func(a RunResult) bool { return a.Counts == nil })
	slices.SortStableFunc(judged, func(x, y RunResult) int {
		return cmp.Or(
			cmp.Compare(y.Counts.Decision, x.Counts.Decision), cmp.Compare(y.Counts.Errors, x.Counts.Errors),
			cmp.Compare(y.Counts.Warnings, x.Counts.Warnings), cmp.Compare(y.gapDays(), x.gapDays()), cmp.Compare(y.Counts.Infos, x.Counts.Infos),
		)
	})
	return judged
}

// outcomesOf counts the judged articles by their gravest findings: those that
// leave a claim without possible support, those with other errors, those with
// warnings, the rest.
func outcomesOf(judged []RunResult) (unsupported, wrong, review, clear int) {
	for _, a := range judged {
		switch {
		case a.Counts.Decision > 0:
			unsupported++
		case a.Counts.Errors > 0:
			wrong++
		case a.Counts.Warnings > 0:
			review++
		default:
			clear++
		}
	}
	return unsupported, wrong, review, clear
}

// outcomeWords says how many of the judged articles came out how.
func outcomeWords(judged []RunResult) string {
	unsupported, wrong, review, clear := outcomesOf(judged)
	if len(judged) == 0 {
		return "No article was judged."
	}
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{
		{unsupported, "leaves a claim without possible support", "leave a claim without possible support"},
		{wrong, "has other errors to mend", "have other errors to mend"},
		{review, "has points to review", "have points to review"},
		{clear, "has no more than notes of its own", "have no more than notes of their own"},
	} {
		switch {
		case p.n == len(judged) && p.n == 1:
			return "The one article " + p.one + "."
		case p.n == len(judged):
			return fmt.Sprintf("All %d articles %s.", p.n, p.many)
		case p.n > 0:
			parts = append(parts, fmt.Sprintf("%d %s", p.n, pluralWord(p.n, p.one, p.many)))
		}
	}
	return fmt.Sprintf("Of %s, %s.", plural(len(judged), "article"), listWords(parts))
}

// gapNote says what the worst gap of an article is.
const gapNote = "The worst gap is how long after a source's last possible day the time lies that it is cited for, where no source of the claim reaches it."

func (a RunResult) gapDays() int {
	if a.WorstGap == nil {
		return 0
	}
	return a.WorstGap.Days
}

func (a RunResult) gapWords() string {
	if a.WorstGap == nil {
		return ""
	}
	return a.WorstGap.Words
}

// BatchCounts are an article's numbers as the index shows them.
type BatchCounts struct {
	Claims     int                `json:"claims"`
	References int                `json:"references"`
	Citations  int                `json:"citations"`
	Errors     int                `json:"errors"`
	Warnings   int                `json:"warnings"`
	Infos      int                `json:"infos"`
	Decision   int                `json:"decision"`
	Verdicts   map[check.Word]int `json:"verdicts"` // claims by verdict, those that occur
}

// Done returns the entry of an article that was judged, with the files written for it.
func Done(r check.Result, outputs []string) RunResult {
	n := countsOf(r)
	c := coverOf(n, unsupported(r))
	counts := BatchCounts{n.Claims, n.Sources, n.Citations, n.Errors, n.Warnings, n.Infos, n.Decisions, map[check.Word]int{}}
	for i, v := range Verdicts {
		if n.Verdicts[i] > 0 {
			counts.Verdicts[v.Word] = n.Verdicts[i]
		}
	}
	sources, findings := citedSources(r), findingsOf(r)
	return RunResult{
		Name: r.Article.Name, SHA256: r.SHA256, Status: "ok", Title: titleOf(r.Article), Verdict: c.Verdict, Counts: &counts, WorstGap: worstGap(r), Outputs: outputs,
		tone: c.Tone, cover: c, key: slices.Clone(findings[:min(keyFindings, len(findings))]), sources: sources, faults: faultsOf(r, sources),
	}
}

// Failed returns the entry of an input that could not be judged.
func Failed(name string, err error) RunResult {
	return RunResult{Name: name, Status: "failed", Message: err.Error()}
}

// Batch are the numbers of all articles of a run together.
type Batch struct {
	Articles   int `json:"articles"`
	Failed     int `json:"failed"`
	Claims     int `json:"claims"`
	References int `json:"references"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Decision   int `json:"decision"`
	// Exit has every exit code that holds; the process returns the highest.
	Exit []int `json:"exit,omitempty"`
}

func batchOf(articles []RunResult, run Run) Batch {
	b := Batch{Exit: run.Exit}
	for _, a := range articles {
		if a.Counts == nil {
			b.Failed++
			continue
		}
		b.Articles++
		b.Claims += a.Counts.Claims
		b.References += a.Counts.References
		b.Errors += a.Counts.Errors
		b.Warnings += a.Counts.Warnings
		b.Infos += a.Counts.Infos
		b.Decision += a.Counts.Decision
	}
	errors, warnings, infos := acrossCounts(run)
	b.Errors, b.Warnings, b.Infos = b.Errors+errors, b.Warnings+warnings, b.Infos+infos
	return b
}

// batchFile is index.json and run_results.json.
type batchFile struct {
	Schema   int          `json:"schema"`
	Tool     jsonTool     `json:"tool"`
	Articles []RunResult  `json:"articles"`
	Findings []jsonAcross `json:"findings"` // across articles
	// Of index.json alone.
	MostCited   []Outlet       `json:"most_cited,omitempty"`
	MostFlagged []Outlet       `json:"most_flagged,omitempty"`
	Shared      []SharedSource `json:"shared_sources,omitempty"`

	Summary Batch `json:"summary"`
}

func batchOfFile(articles []RunResult, run Run) batchFile {
	return batchFile{
		Schema: Schema, Tool: toolOf(nil, run), Articles: append([]RunResult{}, articles...), Findings: acrossJSON(run), Summary: batchOf(articles, run),
	}
}

// RunResults returns run_results.json: every input in order, with its status,
// its counts and the files written for it.
func RunResults(articles []RunResult, run Run) ([]byte, error) {
	return indented(batchOfFile(articles, run))
}

// IndexJSON returns index.json: the articles that have a briefing, in order,
// with the outlets and the works that they share.
func IndexJSON(articles []RunResult, run Run) ([]byte, error) {
	judged := slices.DeleteFunc(slices.Clone(articles), func(a RunResult) bool { return a.Counts == nil })
	file := batchOfFile(judged, run)
	outlets := outletsOf(judged)
	file.MostCited, file.MostFlagged, file.Shared = mostCited(outlets), mostFlagged(outlets), sharedSources(judged)
	return indented(file)
}
