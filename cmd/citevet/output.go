package main

import (
	"bytes"
	"cmp"
	"errors"
	"net/url"
	"os"
	"strings"

	"citevet/pipeline"
	"citevet/pipeline/article"
	"citevet/pipeline/brief"
	"citevet/pipeline/brief/bibliography"
	"citevet/pipeline/check"
)

// formats are the ways to write the results of all articles; template=FILE is one
// more.
var formats = []string{
	"terminal", "concise", "narrated", "json", "jsonl", "sarif", "github", "github-summary", "gitlab", "junit", "checkstyle", "rdjson", "rdjsonl",
	"csl", "bibtex", "ris", "claimreview", "annotation",
}

const templateFormat = "template"

// output is one --output F=PATH.
type output struct {
	form
	path string // empty for the job summary of GitHub Actions, which is appended to
}

// form is a format, ready to be written.
type form struct {
	format   string
	template *brief.Template // of the format template=FILE alone
	file     string          // the template's
}

func parseOutputs(flags []string) ([]output, error) {
	var out []output
	taken := map[string]bool{}
	for _, f := range flags {
		format, path, _ := strings.Cut(f, "=")
		if format == templateFormat {
			var file string
			file, path, _ = strings.Cut(path, "=")
			format += "=" + file
		}
		known, err := parseForm(format)
		if err != nil {
			return nil, err
		}
		switch {
		case path != "":
		case format != "github-summary":
			return nil, usagef("--output %q names no file; write it like %s=results.%s", f, format, cmp.Or(endings[format], "txt"))
		case os.Getenv(jobSummary) == "":
			return nil, usagef("--output github-summary appends to the file that %s names, and outside of GitHub Actions there is none; write it like github-summary=summary.md", jobSummary)
		}
		if path != "" {
			if taken[landing(path)] {
				return nil, usagef("two outputs go to %s, and only one would remain; give each a file of its own", path)
			}
			taken[landing(path)] = true
		}
		out = append(out, output{known, path})
	}
	return out, nil
}

// readFormats takes in how the results are to be written.
func (a *analysis) readFormats(flags analysisFlags) (err error) {
	if flags.format != "" {
		if a.format, err = parseForm(flags.format); err != nil {
			return err
		}
	}
	if a.outputs, err = parseOutputs(flags.output); err != nil || !a.reviews() {
		return err
	}
	return a.reviewer.verify()
}

// jobSummary is the variable by which GitHub Actions names the file of a step's
// summary.
const jobSummary = "GITHUB_STEP_SUMMARY"

// endings are usual for the files of some formats.
var endings = map[string]string{
	"json": "json", "jsonl": "jsonl", "sarif": "sarif", "gitlab": "json", "junit": "xml", "checkstyle": "xml", "rdjson": "json",
	"rdjsonl": "jsonl", "csl": "json", "bibtex": "bib", "ris": "ris", "claimreview": "jsonld", "annotation": "jsonld",
}

// parseForm reads the name of a format and, for template=FILE, the file.
func parseForm(format string) (form, error) {
	if file, ok := strings.CutPrefix(format, templateFormat+"="); ok && file != "" {
		text, err := os.ReadFile(file)
		if err != nil {
			return form{}, usagef("the template cannot be read: %v", err)
		}
		t, err := brief.ParseTemplate(file, text)
		if err != nil {
			return form{}, usagef("%v", err)
		}
		return form{templateFormat, t, file}, nil
	}
	if format == templateFormat || format == templateFormat+"=" {
		return form{}, usagef("the format template names no file; write it like template=report.tmpl")
	}
	for _, f := range formats {
		if f == format {
			return form{format: format}, nil
		}
	}
	return form{}, usagef("there is no format %q%s", format, didYouMean(format, append(formats, templateFormat)))
}

// rendering is how results are to be written.
type rendering struct {
	form
	text   bool // with each article's reading text, in json, jsonl and templates
	lines  brief.TerminalOptions
	review brief.ClaimReviewOptions
}

// render writes the results of all articles in one format.
func render(results []check.Result, run brief.Run, r rendering) ([]byte, error) {
	o := brief.JSONOptions{WithText: r.text}
	switch r.format {
	case "json":
		return brief.JSON(results, run, o)
	case "jsonl":
		return brief.JSONL(results, run, o)
	case "sarif":
		return brief.SARIF(results, run)
	case "github":
		return brief.GitHub(results, run), nil
	case "github-summary":
		return brief.GitHubSummary(results, run), nil
	case "gitlab":
		return brief.GitLab(results, run)
	case "junit":
		return brief.JUnit(results, run)
	case "checkstyle":
		return brief.Checkstyle(results, run)
	case "rdjson":
		return brief.RDJSON(results, run)
	case "rdjsonl":
		return brief.RDJSONL(results, run)
	case "csl":
		return bibliography.CSL(entries(results))
	case "bibtex":
		return bibliography.BibTeX(entries(results)), nil
	case "ris":
		return bibliography.RIS(entries(results)), nil
	case "claimreview":
		return brief.ClaimReviews(results, run, r.review)
	case "annotation":
		return brief.Annotations(results, run)
	case templateFormat:
		return r.template.Execute(results, run, o)
	}
	var b bytes.Buffer
	write := brief.Terminal
	switch r.format {
	case "concise":
		write = brief.Concise
	case "narrated":
		write = brief.Narrated
	}
	err := write(&b, results, run, r.lines)
	return b.Bytes(), err
}

// entries are the references of all articles, in order.
func entries(results []check.Result) []article.Reference {
	var all []article.Reference
	for _, r := range results {
		all = append(all, r.Article.References...)
	}
	return all
}

// deliver prints the results and writes every --output. One that cannot be made or
// written does not keep the others from it; those that come later tell the exit
// code that it leads to.
func (a *analysis) deliver(results []check.Result, run brief.Run) {
	t := a.tool
	run.Exit = t.exits()
	if a.format.format != "" {
		data, err := render(results, run, rendering{a.format, a.text, a.terminal(), a.review()})
		if err == nil {
			_, err = t.stdout.Write(data)
		}
		t.failed(asUsage(err))
	}
	for _, o := range a.outputs {
		run.Exit = t.exits()
		data, err := render(results, run, rendering{o.form, a.text, brief.TerminalOptions{Quiet: t.flags.quiet}, a.review()})
		if err == nil {
			err = o.write(t, data)
		}
		t.failed(asUsage(err))
	}
}

// write puts data into an output's file, or adds it to the job summary.
func (o output) write(t *tool, data []byte) error {
	write := pipeline.WriteFile
	if o.path == "" {
		o.path, write = os.Getenv(jobSummary), appendFile
	}
	t.log().Debug("writing", "format", o.format, "file", o.path)
	return write(o.path, data)
}

// asUsage returns what is wrong with a user's template as their mistake.
func asUsage(err error) error {
	var wrong *brief.TemplateError
	if errors.As(err, &wrong) {
		return usagef("%v", err)
	}
	return err
}

// appendFile adds to a file that others write to as well. The error is a
// [pipeline.OutputError].
func appendFile(name string, data []byte) error {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o666)
	if err != nil {
		return &pipeline.OutputError{Path: name, Err: err}
	}
	_, err = file.Write(data)
	if err := errors.Join(err, file.Close()); err != nil {
		return &pipeline.OutputError{Path: name, Err: err}
	}
	return nil
}

// reviewFlags say who publishes claim reviews.
type reviewFlags struct{ site, reviewer string }

// verify reports what is missing or wrong where claim reviews are asked for.
func (r reviewFlags) verify() error {
	const why = "a claim review says who answers for it and where it is read"
	if r.site == "" || strings.TrimSpace(r.reviewer) == "" {
		return usagef("the format claimreview needs --site-url and --reviewer: %s", why)
	}
	if u, err := url.Parse(r.site); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return usagef("--site-url %q is no address of a folder; write it like https://example.org/briefings/", r.site)
	}
	return nil
}

// review says where the briefings of the articles are read: as run names them.
func (a *analysis) review() brief.ClaimReviewOptions {
	stems := map[string]string{}
	for _, in := range a.inputs {
		stems[in.name] = in.stem
	}
	return brief.ClaimReviewOptions{
		Site: a.reviewer.site, Reviewer: a.reviewer.reviewer,
		Page: func(name string) string { return stems[name] + ".html" },
	}
}

// reviews reports whether any format asked for holds claim reviews.
func (a *analysis) reviews() bool {
	for _, o := range a.outputs {
		if o.format == "claimreview" {
			return true
		}
	}
	return a.format.format == "claimreview"
}
