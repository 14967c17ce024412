package brief

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"text/template"
	"unicode/utf8"

	"citevet/pipeline/check"
)

// Template is a form of the user's own, in the language of Go's text/template.
//
// Its data are the results by the names that [JSON] writes, so that
//
//	{{range .articles}}{{$name := .name}}{{range .findings}}{{$name}}:{{.source.line}}: {{.message}}
//	{{end}}{{end}}
//
// lists the findings. Every name is always there; what is unknown is "", 0, an
// empty list or, for an object, nil, which {{with}} passes over. A name that does
// not exist is an error. In strings, what a terminal would obey is made visible.
//
// Beside the language's own functions there are json (a value as JSON), oneline
// (words without line breaks), markdown (words that Markdown shows as they are)
// and csv (words as one quoted cell, which no spreadsheet takes for a formula).
type Template struct {
	file string
	form *template.Template
}

// ParseTemplate reads a form. An error names the file and the line.
func ParseTemplate(file string, text []byte) (*Template, error) {
	form, err := template.New(templateName).Option("missingkey=error").Funcs(template.FuncMap{
		"json": func(v any) (string, error) {
			data, err := json.Marshal(v)
			return string(data), err
		},
		"oneline":  func(s string) string { return strings.Join(strings.Fields(s), " ") },
		"markdown": inert,
		"csv":      csvCell,
	}).Parse(string(text))
	t := &Template{file, form}
	if err != nil {
		return nil, t.located(err)
	}
	return t, nil
}

// templateName stands in the library's errors where ours name the file: a file's
// name may hold what they are taken apart by.
const templateName = "template"

// Execute fills the form with the results of all articles. An error names the
// file and the line.
func (t *Template) Execute(results []check.Result, run Run, o JSONOptions) ([]byte, error) {
	data := plainData(reflect.ValueOf(resultsJSON(results, run, o)))
	var out bytes.Buffer
	if err := t.form.Execute(&out, data); err != nil {
		return nil, t.located(err)
	}
	return out.Bytes(), nil
}

// A TemplateError says what is wrong with a form, and where.
type TemplateError struct {
	File   string
	Line   string
	Detail string
}

func (e *TemplateError) Error() string { return e.File + ":" + e.Line + ": " + e.Detail }

var templateError = regexp.MustCompile(`^template: ` + templateName + `:(\d+)(?::\d+)?: (?s:(.*))$`)

func (t *Template) located(err error) error {
	parts := templateError.FindStringSubmatch(err.Error())
	if parts == nil {
		return &TemplateError{t.file, "1", err.Error()}
	}
	detail := parts[2]
	var execution template.ExecError
	if errors.As(err, &execution) {
		detail = strings.TrimPrefix(detail, fmt.Sprintf("executing %q at ", templateName))
	}
	return &TemplateError{t.file, parts[1], detail}
}

// csvCell quotes words as a cell of RFC 4180. Spreadsheets take a cell that
// begins with one of a few signs for a formula, quoted or not, some of them with
// the wide signs of East Asian keyboards as well; an apostrophe before it makes it
// words.
func csvCell(v any) string {
	s := fmt.Sprint(v)
	first, _ := utf8.DecodeRuneInString(s)
	if s != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		if _, number := v.(int); !number {
			s = "'" + s
		}
	}
	return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
}
