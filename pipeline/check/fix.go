package check

import "strings"

// Mended returns text with the edits made. The edits are in order and apart, as
// in [Fix.Edits].
func Mended(text string, edits []Edit) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(text[at:e.Span.Start])
		b.WriteString(e.Text)
		at = e.Span.End
	}
	b.WriteString(text[at:])
	return b.String()
}
