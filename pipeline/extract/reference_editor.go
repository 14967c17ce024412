package extract

import (
	"regexp"
	"strings"

	"citevet/pipeline/article"
)

var (
	inEditors = regexp.MustCompile(`\b(?:[Ii]n|Dans|En):? ([^\d"“”()\[\]]{3,200}?),? (?:[(\[](?i:eds?|editors?|hrsg|hg)\.?[)\]]|(?:eds?\.|editors?)[,:])`)
	byEditors = regexp.MustCompile(`[.,"”] (?:[Ee]dited by|Eds?\.|eds\.) `)
)

// readEditors reads the editors of the book that holds the work where a word names
// them and no reader before has: "in A. Roe and B. Doe (eds.),", "Ed. Ann Roe."
func (e *refEntry) readEditors() {
	if len(e.ref.Editors) > 0 {
		return
	}
	for at := e.body; at < len(e.text); {
		m := inEditors.FindStringSubmatchIndex(e.text[at:])
		if m == nil {
			break
		}
		list, _ := cutOthers(e.text[at+m[2] : at+m[3]])
		if names, ok := personList(list); ok {
			e.ref.Editors = names
			return
		}
		at += m[0] + len("in")
	}
	if m := byEditors.FindStringIndex(e.text[e.body:]); m != nil {
		e.ref.Editors = leadingNames(e.text[e.body+m[1]:])
	}
}

var editionWords = regexp.MustCompile(`\b(?:(?:[Rr]evised|[Rr]ev\.) )?(?:\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Rr]evised)(?: [Rr]ev(?:ised|\.))? (?:[Ee]dition|[Ee]dn\.?|[Ee]d\.)`)

// readEdition reads the edition where its number stands before the word and no
// reader before has taken it.
func (e *refEntry) readEdition() {
	if !e.ref.Edition.IsZero() {
		return
	}
	for _, m := range editionWords.FindAllStringIndex(e.text[e.body:], 2) {
		at := span{e.body + m[0], e.body + m[1]}
		if at.from >= e.quoted.to || at.to <= e.quoted.from {
			e.ref.Edition = article.Field{Text: e.text[at.from:at.to], Span: e.place(at)}
			return
		}
	}
}

// leadingNames returns the persons in full that text begins with, up to a full
// stop or a bracket: none where the list is not clearly over there.
func leadingNames(text string) []article.Name {
	i := strings.IndexAny(text[:min(len(text), maxEditors)], ".,(;:0123456789\"“")
	if i < 1 || text[i] != '.' && text[i] != '(' && text[i] != ',' {
		return nil
	}
	list := strings.TrimRight(text[:i], " ")
	names, ok := personList(list)
	if !ok || len(lastWord(list)) < 3 {
		return nil
	}
	for _, n := range names {
		if n.Family == "" || n.Given == "" {
			return nil
		}
	}
	return names
}
