package check

import (
	"slices"
	"strings"
	"unicode"

	"citevet/pipeline/article"
)

// Suppression is a comment of the article that takes findings of named rules
// back, with the reason:
//
//	<!-- citevet-disable-next-line duplicate-url: two printings are cited apart -->
//	<!-- citevet-disable uncited-number, uncited-quote: figures of our own survey -->
//	<!-- citevet-enable uncited-number, uncited-quote -->
//	<!-- citevet-disable-file missing-publisher: the house style leaves it out -->
//
// The next line is the one on which the text behind the comment begins. A block
// that is never enabled again reaches to the end of the article.
type Suppression struct {
	Rules  []string
	Reason string
	Covers article.Span // of Text: a finding that begins in it is taken back
	Flaw   string       // why the comment is not heeded; empty where it is
	Words  string       // of the comment
	Unused []string     // rules that ran and said nothing there, in the comment's order
}

// Accepted is a finding that somebody has answered for.
type Accepted struct {
	Finding
	How    string // "comment", "configuration", "baseline", "revision"
	Reason string
}

const directivePrefix = "citevet-"

const (
	disableNext  = "disable-next-line"
	disableFile  = "disable-file"
	disableBlock = "disable"
	enableBlock  = "enable"
)

// suppressions reads the comments of an article. names are of the rules there are.
func suppressions(a *article.Article, names []string) []Suppression {
	var list []Suppression
	open := map[string]int{} // rule → the suppression of list that is not enabled again
	for _, c := range a.Comments {
		rest, ok := strings.CutPrefix(c.Words, directivePrefix)
		if !ok {
			continue
		}
		at := min(c.At, len(a.Text))
		s := Suppression{Words: strings.Join(strings.Fields(c.Words), " "), Covers: article.Span{Start: at, End: at}}
		verb, rest := cutWord(rest)
		rules, reason, _ := strings.Cut(rest, ":")
		s.Rules = strings.FieldsFunc(rules, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
		s.Reason = strings.Join(strings.Fields(reason), " ")
		s.Flaw = s.flaw(verb, names, open)
		if s.Flaw != "" {
			list = append(list, s)
			continue
		}
		switch verb {
		case disableNext:
			s.Covers = lineAfter(a.Text, at)
		case disableFile:
			s.Covers = article.Span{End: len(a.Text) + 1}
		case disableBlock:
			s.Covers.End = len(a.Text) + 1
			for _, r := range s.Rules {
				open[r] = len(list)
			}
		case enableBlock:
			for _, r := range s.Rules {
				list[open[r]].Covers.End = at
				delete(open, r)
			}
			continue
		}
		list = append(list, s)
	}
	return list
}

// flaw says why a comment cannot be heeded.
func (s *Suppression) flaw(verb string, names []string, open map[string]int) string {
	verbs := []string{disableNext, disableFile, disableBlock, enableBlock}
	switch {
	case !slices.Contains(verbs, verb):
		return "there is no " + directivePrefix + verb + hint(verb, verbs)
	case len(s.Rules) == 0:
		return "it names no rule"
	}
	for _, r := range s.Rules {
		if !slices.Contains(names, r) {
			return "there is no rule " + r + hint(r, names)
		}
		if _, ok := open[r]; verb == enableBlock && !ok {
			return r + " is not disabled here"
		}
	}
	if s.Reason == "" && verb != enableBlock {
		return "it gives no reason"
	}
	return ""
}

func cutWord(s string) (word, rest string) {
	if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// lineAfter returns the line of text on which what follows at begins.
func lineAfter(text string, at int) article.Span {
	rest := strings.TrimLeftFunc(text[at:], unicode.IsSpace)
	start := len(text) - len(rest)
	end := len(text)
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		end = start + i
	}
	// What stands before it on that line belongs to it.
	return article.Span{Start: strings.LastIndexByte(text[:start], '\n') + 1, End: end}
}

// suppress takes back the findings that comments cover and notes which
// suppressions took back nothing. ran are the names of the rules that ran.
func suppress(found []Finding, list []Suppression, ran []string) (kept []Finding, accepted []Accepted) {
	used := make([]map[string]bool, len(list))
	for i := range used {
		used[i] = map[string]bool{}
	}
	for _, f := range found {
		by := -1
		for i, s := range list {
			if s.Flaw == "" && s.Covers.Start <= f.Span.Start && f.Span.Start < max(s.Covers.End, s.Covers.Start+1) && slices.Contains(s.Rules, f.Rule) {
				used[i][f.Rule] = true
				by = i
			}
		}
		if by < 0 {
			kept = append(kept, f)
			continue
		}
		accepted = append(accepted, Accepted{f, "comment", list[by].Reason})
	}
	for i := range list {
		for _, r := range list[i].Rules {
			if list[i].Flaw == "" && !used[i][r] && slices.Contains(ran, r) {
				list[i].Unused = append(list[i].Unused, r)
			}
		}
	}
	return kept, accepted
}

// Accept takes back the findings that somebody answered for elsewhere than in
// the article: by says how and why.
func (r *Result) Accept(by func(Finding) (how, reason string, ok bool)) {
	kept := r.Findings[:0:0]
	for _, f := range r.Findings {
		if how, reason, ok := by(f); ok {
			r.Accepted = append(r.Accepted, Accepted{f, how, reason})
			continue
		}
		kept = append(kept, f)
	}
	r.Findings = kept
}
