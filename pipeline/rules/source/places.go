package source

import (
	"fmt"

	"citevet/pipeline/article"
	"citevet/pipeline/check"
)

// together makes one finding of all the addresses that show one thing: the
// first is its place, the others stand beside it under the same label.
func together(f check.Finding, found []address) check.Finding {
	f.Span = found[0].span
	for i, x := range found {
		if x.reference >= 0 {
			f.References = append(f.References, x.reference)
		}
		if i > 0 {
			f.Related = append(f.Related, check.Related{Span: x.span, Label: f.Label})
		}
	}
	return f
}

// counted names the entries that something is said of, as the head of a message:
// "entry 4 cites", "3 entries cite".
func counted(a *article.Article, found []address, one, many string) string {
	if len(found) == 1 {
		return check.EntryName(a, found[0].reference) + " " + one
	}
	return fmt.Sprintf("%d entries %s", len(found), many)
}
