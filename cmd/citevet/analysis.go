package main

import (
	"context"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"github.com/spf13/cobra"

	"citevet/pipeline"
	"citevet/pipeline/brief"
	"citevet/pipeline/check"
	"citevet/pipeline/when"
)

// analysisFlags are those of the commands that judge articles.
type analysisFlags struct {
	input  inputFlags
	dated  string
	failOn string

	format   string
	withText bool
	output   []string
	review   reviewFlags

	newFrom string
}

func addAsOf(cmd *cobra.Command) {
	cmd.Flags().String("as-of", "", "the day of the run as `YYYY-MM-DD` (default SOURCE_DATE_EPOCH, else today)")
}

// add defines the flags; failOn and format say what holds without them.
func (a *analysisFlags) add(cmd *cobra.Command, failOn, format string) {
	a.addInputs(cmd)
	f := cmd.Flags()
	f.StringVar(&a.failOn, "fail-on", "", "exit with 1 from `LEVEL` on: decision, error, warning, info or never (default "+failOn+")")
	f.StringVar(&a.format, "format", format, "print the results of all articles as `F`: "+strings.Join(formats, ", ")+" or template=FILE")
	f.BoolVar(&a.withText, "with-text", false, "put each article's reading text into json, jsonl and templates")
	f.StringVar(&a.newFrom, "new-from-rev", "", "tell only findings that came since `REV` of git")
	f.StringArrayVar(&a.output, "output", nil, "also write the results of all articles as `F=PATH`; may be repeated")
	f.StringVar(&a.review.site, "site-url", "", "for claimreview, the `ADDRESS` of the folder that the briefings are published in")
	f.StringVar(&a.review.reviewer, "reviewer", "", "for claimreview, the `NAME` of the organization that publishes them")
}

// addInputs defines the flags that say what is judged, and by which day.
func (a *analysisFlags) addInputs(cmd *cobra.Command) {
	addAsOf(cmd)
	f := cmd.Flags()
	f.IntP("jobs", "j", 0, "judge `N` articles at once (default one a processor)")
	f.StringVar(&a.dated, "dated", "", "the article's own `DATE`, where its bytes do not say")
	f.String("profile", "", "begin from the settings of `NAME`: newsroom, encyclopedia, preprint, docs")
	f.String("baseline", "", "the `FILE` of known findings (default "+defaultBaseline+", if it is there)")
	f.StringVar(&a.input.stdinName, "stdin-filename", "stdin.txt", "what to call the article read from -; its ending says the format")
	f.StringVar(&a.input.filesFrom, "files-from", "", "read paths, one a line, from `FILE` or -")
}

// levels are what --fail-on takes, from the strictest on.
var levels = strings.Split("decision,error,warning,info,never", ",")

// maxJobs is the most articles judged at once; the configuration says the same.
const maxJobs = 1024

// analysis is everything decided before the first article is read.
type analysis struct {
	*config
	tool    *tool
	inputs  []input
	failOn  string
	format  form // its name empty where the results are not printed
	outputs []output
	// reviewer answers for the claim reviews.
	reviewer reviewFlags
	text     bool // json, jsonl and templates hold it
	options  pipeline.Options
	dated    string // as given on the command line
	newFrom  string // the revision that findings are told since; empty for all
	// earlier holds, by article, the fingerprints of what was found at newFrom.
	earlier map[string]map[string]bool
}

// analysis reads configuration, flags and arguments of a command that judges
// articles. Arguments that name nothing are said at once; the rest is done.
func (t *tool) analysis(cmd *cobra.Command, a analysisFlags, args []string) (*analysis, error) {
	c, err := t.loadConfig(cmd.Flags())
	if err != nil {
		return nil, err
	}
	all := &analysis{config: c, tool: t, failOn: a.failOn, reviewer: a.review, text: a.withText, dated: a.dated}
	if a.failOn != "" && !slices.Contains(levels, a.failOn) {
		return nil, usagef("--fail-on is one of %s, not %q%s", strings.Join(levels, ", "), a.failOn, didYouMean(a.failOn, levels))
	}
	if c.Jobs < 0 || c.Jobs > maxJobs {
		return nil, usagef("--jobs is a number from 0 to %d, not %d", maxJobs, c.Jobs)
	}
	if err := all.readFormats(a); err != nil {
		return nil, err
	}
	dated, err := c.dating(a.dated)
	if err != nil {
		return nil, err
	}
	facts, err := c.background()
	if err != nil {
		return nil, err
	}
	all.options = pipeline.Options{Almanac: facts, Rules: c.rules, RulesOf: c.rulesOf, AsOf: c.asOf, Dated: dated, Accept: all.accept}
	inputs, troubles, err := t.inputs(args, a.input, c.Paths)
	if err != nil {
		return nil, err
	}
	if asked := len(args) > 0 || a.input.filesFrom != ""; !asked && len(inputs) == 0 {
		return nil, &usageError{
			message: fmt.Sprintf("there is no article in %s", strings.Join(c.Paths, ", ")),
			hint:    `Name what to read, put articles there, or begin with "citevet init".`,
		}
	}
	for _, trouble := range troubles {
		t.failed(trouble)
	}
	all.inputs = inputs
	if a.newFrom != "" {
		if err := all.readRevision(cmd.Context(), a.newFrom); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// dating returns when articles were written that do not say: by the flag, else
// by the first pattern of the configuration that fits.
func (c *config) dating(flag string) (func(string) (when.Interval, string), error) {
	var given when.Interval
	if flag != "" {
		var ok bool
		if given, ok = when.Parse(flag, when.Interval{}); !ok {
			return nil, usagef("--dated %q cannot be read as a date; write it like 2025-09-01, 2025-09 or mid-2025", flag)
		}
	}
	var dates []when.Interval
	for _, d := range c.Dates {
		date, _ := when.Parse(d.Date, when.Interval{}) // the file was verified
		dates = append(dates, date)
	}
	return func(name string) (when.Interval, string) {
		if flag != "" {
			return given, "command line"
		}
		for i, d := range c.Dates {
			if ok, _ := doublestar.Match(d.Path, name); ok {
				return dates[i], "configured"
			}
		}
		return when.Interval{}, ""
	}, nil
}

// judge is the stage from an input to the judgement on it.
func (a *analysis) judge(ctx context.Context, in input) (check.Result, error) {
	a.tool.log().Debug("judging", "article", in.name)
	return pipeline.Then(read, pipeline.Analyze(a.options))(ctx, in)
}

// each yields what a stage makes of every input, in order. What is yielded for
// the n-th time is the n-th input's; an interrupted run ends with one more.
func each[Out any](ctx context.Context, a *analysis, s pipeline.Stage[input, Out]) iter.Seq2[Out, error] {
	inputs := func(yield func(input, error) bool) {
		for _, in := range a.inputs {
			if !yield(in, nil) {
				return
			}
		}
	}
	workers := a.Jobs
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return pipeline.Map(ctx, workers, inputs, s)
}

// note takes in what one result means for the exit code, and says its faults.
func (a *analysis) note(r *check.Result) {
	for _, f := range r.Faults {
		a.tool.end(fault)
		a.tool.complain(fmt.Errorf("%s: the %s rule failed on this article (%s); this is a defect of citevet, please report it; the other rules have spoken",
			r.Article.Name, f.Rule, f.Message))
	}
	for _, f := range r.Findings {
		if reaches(f, a.failOn) {
			a.tool.end(findings)
			return
		}
	}
}

// across judges the articles of the run together.
func (a *analysis) across(traces []check.Trace) []check.BatchFinding {
	found, faults := check.Across(a.rules, traces, a.asOf)
	for _, f := range faults {
		a.tool.end(fault)
		a.tool.complain(fmt.Errorf("the %s rule failed on these articles together (%s); this is a defect of citevet, please report it", f.Rule, f.Message))
	}
	found = slices.DeleteFunc(found, func(f check.BatchFinding) bool {
		_, known := a.known.Find(check.Finding{Fingerprint: f.Fingerprint}, a.asOf)
		return known
	})
	for _, f := range found {
		if reaches(check.Finding{Severity: f.Severity}, a.failOn) {
			a.tool.end(findings)
		}
	}
	return found
}

// reaches reports whether a finding is at or above a level of --fail-on.
func reaches(f check.Finding, level string) bool {
	switch level {
	case "decision":
		return f.Decision
	case "error", "warning", "info":
		least, _ := check.ParseSeverity(level)
		return f.Severity >= least
	}
	return false
}

// run is what reports say of this run so far; command reproduces it.
func (a *analysis) run(command string) brief.Run {
	return brief.Run{Tool: "citevet", Version: version, Config: a.digest(), AsOf: a.asOf, Command: command, Folders: workingFolders()}
}

// workingFolders returns the absolute names of the folder that citevet is run in.
func workingFolders() []string {
	here, err := os.Getwd()
	if err != nil {
		return nil // it was removed; names stay as they were given
	}
	names := []string{filepath.ToSlash(here)}
	if target, err := filepath.EvalSymlinks(here); err == nil && target != here {
		names = append(names, filepath.ToSlash(target))
	}
	return names
}

// reproduce returns the command that judges articles again as they were judged.
func (a *analysis) reproduce(command string, inputs ...input) string {
	words := []string{"citevet", command, "--as-of", a.asOf.String()}
	if a.file != nil && a.tool.flags.config != "" {
		words = append(words, "--config", shellQuoted(a.file.name))
	}
	if a.dated != "" {
		words = append(words, "--dated", shellQuoted(a.dated))
	}
	for _, in := range inputs {
		name := in.name
		if strings.HasPrefix(name, "-") {
			name = "./" + name // no flag
		}
		words = append(words, shellQuoted(name))
	}
	return strings.Join(words, " ")
}

// shellQuoted returns a word as a POSIX shell reads it back.
func shellQuoted(s string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-+:@%="
	if s != "" && strings.Trim(s, plain) == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
