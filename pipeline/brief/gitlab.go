package brief

import "citevet/pipeline/check"

// GitLab returns the findings of all articles as a Code Quality report. GitLab
// takes findings of one fingerprint for one, so each has its own.
func GitLab(results []check.Result, run Run) ([]byte, error) {
	type lines struct {
		Begin int `json:"begin"`
		End   int `json:"end"`
	}
	type location struct {
		Path  string `json:"path"`
		Lines lines  `json:"lines"`
	}
	type issue struct {
		Description string   `json:"description"`
		Check       string   `json:"check_name"`
		Fingerprint string   `json:"fingerprint"`
		Severity    string   `json:"severity"`
		Location    location `json:"location"`
	}
	results = forPrograms(results, run)
	issues := []issue{}
	found, _ := diagnosticsOf(results, run)
	for _, d := range found {
		issues = append(issues, issue{
			d.rule + ": " + d.inOneLine(), d.rule, d.key, gitlabSeverity(d),
			location{d.file, lines{d.start.Line, d.end.Line}},
		})
	}
	return indented(issues)
}

// gitlabSeverity is GitLab's word; what leaves a claim without support is worse
// than an error that does not.
func gitlabSeverity(d diagnostic) string {
	if d.decision {
		return "critical"
	}
	return [...]string{check.Info: "info", check.Warning: "minor", check.Error: "major"}[d.severity]
}
