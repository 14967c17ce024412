package brief

import (
	"encoding/xml"

	"citevet/pipeline/check"
)

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// Checkstyle returns the findings of all articles as Checkstyle's XML, columns in
// code points as Checkstyle counts them. An article without findings is an
// empty file.
func Checkstyle(results []check.Result, run Run) ([]byte, error) {
	results = forPrograms(results, run)
	report := checkstyleReport{Version: "10.0"}
	at := map[string]int{}
	for _, r := range results {
		at[r.Article.Name] = len(report.Files)
		report.Files = append(report.Files, checkstyleFile{Name: visible(r.Article.Name)})
	}
	found, _ := diagnosticsOf(results, run)
	for _, d := range found {
		file := &report.Files[at[d.file]]
		file.Errors = append(file.Errors, checkstyleError{d.start.Line, d.start.Column, d.severity.String(), d.inOneLine(), "citevet." + d.rule})
	}
	return asXML(report)
}
