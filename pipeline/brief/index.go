package brief

import (
	"cmp"
	"encoding/json"
	"fmt"
	"path"
	"strings"

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
	// Outputs are the files written for it, relative to the batch's folder.
	Outputs []string `json:"outputs,omitempty"`

	tone Tone
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
	return RunResult{
		Name: r.Article.Name, SHA256: r.SHA256, Status: "ok", Title: titleOf(r.Article), Verdict: c.Verdict, Counts: &counts, Outputs: outputs, tone: c.Tone,
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
	Summary  Batch        `json:"summary"`
}

func batchJSON(articles []RunResult, run Run) ([]byte, error) {
	file := batchFile{Schema, toolOf(nil, run), append([]RunResult{}, articles...), acrossJSON(run), batchOf(articles, run)}
	data, err := json.MarshalIndent(file, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write JSON: %w", err)
	}
	return append(data, '\n'), nil
}

// RunResults returns run_results.json: every input in order, with its status,
// its counts and the files written for it.
func RunResults(articles []RunResult, run Run) ([]byte, error) { return batchJSON(articles, run) }

// IndexJSON returns index.json: the articles that have a briefing, in order.
func IndexJSON(articles []RunResult, run Run) ([]byte, error) {
	var judged []RunResult
	for _, a := range articles {
		if a.Counts != nil {
			judged = append(judged, a)
		}
	}
	return batchJSON(judged, run)
}

// IndexMarkdown returns index.md, which leads to every article's briefing.
func IndexMarkdown(articles []RunResult, run Run) []byte {
	var m markdown
	n := batchOf(articles, run)
	m.heading(1, "Briefings of "+dayWords(run.AsOf))
	m.paragraph("%s, %s and %s in %s with %s and %s. %s",
		plural(n.Errors, "error"), plural(n.Warnings, "warning"), plural(n.Infos, "note"),
		plural(n.Articles, "article"), plural(n.Claims, "claim"), plural(n.References, "source"), Standing)
	var rows, failed [][]string
	for _, a := range articles {
		if a.Counts == nil {
			failed = append(failed, []string{code(a.Name), inert(a.Message)})
			continue
		}
		rows = append(rows, []string{
			inert(a.Title), a.tone.Glyph() + " " + a.Verdict, fmt.Sprint(a.Counts.Claims), fmt.Sprint(a.Counts.References),
			fmt.Sprint(a.Counts.Errors), fmt.Sprint(a.Counts.Warnings), fmt.Sprint(a.Counts.Infos), outputLinks(a.Outputs),
		})
	}
	if len(rows) > 0 {
		m.table([]string{"article", "verdict", "claims", "sources", "errors", "warnings", "notes", "briefing"}, rows)
	}
	acrossMarkdown(&m, run)
	if len(failed) > 0 {
		m.heading(2, "Not judged")
		m.table([]string{"input", "why"}, failed)
	}
	m.paragraph("Made by %s.", code(run.Name()))
	return []byte(strings.TrimRight(m.String(), "\n") + "\n")
}

func outputLinks(outputs []string) string {
	var links []string
	for _, o := range outputs {
		links = append(links, fmt.Sprintf("[%s](<%s>)", cmp.Or(strings.TrimPrefix(path.Ext(o), "."), inert(o)), destination(o)))
	}
	return strings.Join(links, " ")
}
