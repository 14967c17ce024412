package brief

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"strings"
	"unicode/utf8"

	"citevet/pipeline/check"
)

type annoPage struct {
	Context string       `json:"@context"`
	ID      string       `json:"id"`
	Type    string       `json:"type"`
	Items   []annotation `json:"items"`
}

type annotation struct {
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	Motivation string       `json:"motivation"`
	Generator  annoSoftware `json:"generator"`
	Body       []annoBody   `json:"body"`
	Target     []annoTarget `json:"target"`
}

type annoSoftware struct {
	ID   string `json:"id"`
	Type string `json:"type"`
	Name string `json:"name"`
}

type annoBody struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Value   string `json:"value"`
	Format  string `json:"format,omitempty"`
}

type annoTarget struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector"`
}

type annoQuote struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type annoPosition struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

const (
	// annoExact is how many bytes a quotation may have: longer places are given
	// by their position alone.
	annoExact = 2000
	// annoContext is how many code points stand before and after a quotation.
	annoContext = 32
)

// Annotations returns the findings of all articles as a page of the W3C Web
// Annotation Data Model (https://www.w3.org/TR/annotation-model/). Positions are
// code points of the file, as the model asks; quotations are the file's words.
func Annotations(results []check.Result, run Run) ([]byte, error) {
	results = forPrograms(results, run)
	sources := map[string][]byte{}
	for _, r := range results {
		sources[r.Article.Name] = r.Article.Source
	}
	page := annoPage{"http://www.w3.org/ns/anno.jsonld", "", "AnnotationPage", []annotation{}}
	found, _ := diagnosticsOf(results, run)
	var keys strings.Builder
	for _, d := range found {
		keys.WriteString(d.key + "\n")
		one := annotation{
			ID: urnOf(d.key), Type: "Annotation", Motivation: "assessing",
			Generator: annoSoftware{"urn:x-citevet:" + cmp.Or(run.Version, "0"), "Software", run.Name()},
			Body: []annoBody{
				{"TextualBody", "assessing", d.inLines(), "text/plain"},
				{"TextualBody", "tagging", d.rule, ""},
				{"TextualBody", "classifying", d.severity.String(), ""},
			},
			Target: []annoTarget{annoTargetOf(sources, d.region)},
		}
		for _, r := range d.related {
			one.Target = append(one.Target, annoTargetOf(sources, r.region))
		}
		page.Items = append(page.Items, one)
	}
	page.ID = urnOf(keys.String())
	return indented(page)
}

func annoTargetOf(sources map[string][]byte, r region) annoTarget {
	out := annoTarget{Source: iriOf(r.file)}
	source := sources[r.file]
	from, to := r.start.Offset, r.end.Offset
	if from < to && to-from <= annoExact {
		out.Selector = append(out.Selector, annoQuote{
			"TextQuoteSelector", string(source[from:to]), string(source[before(source, from, annoContext):from]), string(source[to:after(source, to, annoContext)]),
		})
	}
	out.Selector = append(out.Selector, annoPosition{"TextPositionSelector", r.start.points, r.end.points})
	return out
}

// iriOf returns a file's address: relative to the working folder where it lies
// below it, else whole.
func iriOf(name string) string {
	if absolute(name) {
		return "file:///" + encodedPath(strings.TrimLeft(name, "/"))
	}
	return encodedPath(name)
}

// before returns the byte that lies n code points before another, or the first.
func before(source []byte, at, n int) int {
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRune(source[:at])
		at -= size
	}
	return at
}

// after returns the byte that lies n code points after another, or the end.
func after(source []byte, at, n int) int {
	for ; n > 0 && at < len(source); n-- {
		_, size := utf8.DecodeRune(source[at:])
		at += size
	}
	return at
}

// urnOf returns a name for what a key stands for, the same for the same key: a
// UUID of version 8 (RFC 9562), whose bits are the maker's own.
func urnOf(key string) string {
	sum := sha256.Sum256([]byte(key))
	sum[6] = sum[6]&0x0F | 0x80
	sum[8] = sum[8]&0x3F | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
