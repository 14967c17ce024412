package measure

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"citevet/pipeline/when"
)

// trap is a text in which there is no date.
type trap struct {
	text   string
	anchor when.Interval
}

// negatives scores silence on texts without a date.
func negatives(b *bench) error {
	t := Table{
		Title: "Texts without dates (dates)",
		Note:  "The share in which no date is read. A text that another file of the same set has a date in is left out; strict ones are no date only where abbreviations and lone numbers are none.",
		Head:  []string{"set", "texts", "silent", "floor", "aim"},
	}
	recognizers, err := b.recognizers()
	if err != nil {
		return err
	}
	loose, strict, err := b.chrono()
	if err != nil {
		return err
	}
	for _, part := range []struct {
		name  string
		traps []trap
	}{{"recognizers", recognizers}, {"chrono", loose}, {"chrono, strict", strict}} {
		silent := 0
		for _, trap := range part.traps {
			read := ""
			for _, e := range when.Find(trap.text, trap.anchor) {
				if e.Kind == when.KindDate && len(e.Readings) > 0 {
					read = trap.text[e.Start:e.End] + " = " + e.Readings[0].String()
				}
			}
			if read == "" {
				silent++
				continue
			}
			b.miss(part.name, "", read, trap.text)
		}
		t.row(part.name, len(part.traps), share(silent, len(part.traps)), "0.950", "0.990")
	}
	b.table(t)
	return nil
}

// recognizers returns the inputs of Recognizers-Text that have no result in any
// of its files.
func (b *bench) recognizers() ([]trap, error) {
	names, err := b.files("dates/recognizers-*.json")
	if err != nil {
		return nil, err
	}
	var all []trap
	dated, seen := map[string]bool{}, map[string]bool{}
	for _, name := range names {
		data, err := b.read(name)
		if err != nil {
			return nil, err
		}
		var specs []struct {
			Input   string
			Context struct{ ReferenceDateTime string }
			Results []json.RawMessage
		}
		if err := json.Unmarshal([]byte(strings.TrimPrefix(string(data), "\ufeff")), &specs); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, s := range specs {
			if len(s.Results) > 0 {
				dated[s.Input] = true
				continue
			}
			anchor, _ := isoInterval(s.Context.ReferenceDateTime)
			if !seen[s.Input] {
				seen[s.Input] = true
				all = append(all, trap{s.Input, anchor})
			}
		}
	}
	kept := all[:0]
	for _, t := range all {
		if !dated[t.text] {
			kept = append(kept, t)
		}
	}
	return kept, nil
}

// unexpected finds the calls in chrono's tests that expect no result, with the
// parser and the literals of the text.
var unexpected = regexp.MustCompile(`testUnexpectedResult\(\s*([\w.]+),\s*((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(?:\s*\+\s*"(?:[^"\\]|\\.)*")*)`)

var literal = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'`)

// chrono returns the texts in which chrono's tests expect no date, and those in
// which only its strict mode does.
func (b *bench) chrono() (loose, strict []trap, err error) {
	names, err := b.files("dates/chrono/*.ts")
	if err != nil {
		return nil, nil, err
	}
	for _, name := range names {
		data, err := b.read(name)
		if err != nil {
			return nil, nil, err
		}
		for _, m := range unexpected.FindAllStringSubmatch(string(data), -1) {
			var text strings.Builder
			for _, l := range literal.FindAllString(m[2], -1) {
				if l[0] == '\'' {
					l = `"` + strings.ReplaceAll(strings.Trim(l, "'"), `"`, `\"`) + `"`
				}
				words, err := strconv.Unquote(l)
				if err != nil {
					return nil, nil, fmt.Errorf("%s: %s: %w", name, l, err)
				}
				text.WriteString(words)
			}
			t := trap{text: text.String()}
			if strings.Contains(m[1], "strict") {
				strict = append(strict, t)
			} else {
				loose = append(loose, t)
			}
		}
	}
	return loose, strict, nil
}
