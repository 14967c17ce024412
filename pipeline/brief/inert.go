package brief

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
)

// active are the characters by which Markdown or HTML could begin something.
// Escaping a character that would have been inert costs nothing but looks.
const active = "\\`*_[]<>|~$&^"

// inert writes article text so that a Markdown reader shows it as it is: no
// link, no tag, no cell, no heading can come of it; nor can a command to the
// programs that make sites of Markdown: GitHub Pages obey {{ and {%, which they look
// for before anybody reads the Markdown.
func inert(s string) string {
	var b strings.Builder
	flat := strings.Join(strings.Fields(s), " ")
	for i, r := range flat {
		switch {
		case hidden(r):
			fmt.Fprintf(&b, "\\[U+%04X\\]", r)
		case strings.ContainsRune(active, r),
			i == 0 && strings.ContainsRune("#+-=:", r),
			r == '!' && strings.HasPrefix(flat[i+1:], "["):
			b.WriteString("\\" + string(r))
		case (r == '.' || r == ')') && allDigits(flat[:i]):
			b.WriteString("\\" + string(r))
		case r == '@':
			b.WriteString("&#64;")
		case r == '{':
			b.WriteString("&#123;")
		case r == ':' && strings.HasPrefix(flat[i:], "://"):
			b.WriteString("&#58;")
		case r == '.' && i >= 3 && strings.EqualFold(flat[i-3:i], "www"):
			b.WriteString("&#46;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func allDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// hidden reports whether r acts without being seen: control characters and the
// ones that turn the direction of writing.
func hidden(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r >= 0xE0000 && r <= 0xE007F
}

// code writes s as a code span. Pipes would end a table's cell even there, and
// braces begin a template.
func code(s string) string {
	flat := visible(strings.Join(strings.Fields(s), " "))
	if flat == "" {
		return ""
	}
	if strings.ContainsAny(flat, "|{") {
		return inert(flat)
	}
	fence := "`"
	for strings.Contains(flat, fence) {
		fence += "`"
	}
	if len(fence) > 1 {
		flat = " " + flat + " "
	}
	return fence + flat + fence
}

// visible replaces characters that act without being seen by their numbers.
func visible(s string) string { return numbered(s, hidden) }

// numbered replaces the characters of a kind by their numbers.
func numbered(s string, kind func(rune) bool) string {
	if strings.IndexFunc(s, kind) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if kind(r) {
			fmt.Fprintf(&b, "[U+%04X]", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// destination writes an address for use between < and >.
func destination(u string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", "|", "%7C", "{", "%7B", "\\", "%5C", " ", "%20", "\n", "").Replace(u)
}

// logCommand is what a log obeys wherever in a line it stands: ##[error] that of
// GitHub Actions, ##vso[…] that of Azure Pipelines, ##teamcity[…] that of TeamCity.
// Theirs that begin a line with two colons are seen to where lines are made.
var logCommand = regexp.MustCompile(`(?i)##([a-z]*\[)`)

// inertInLog takes the commands out of words for a log.
func inertInLog(s string) string { return logCommand.ReplaceAllString(s, "[U+0023]#$1") }

// commandsLog reports whether text begins with a command to a log.
func commandsLog(text []byte) bool {
	if !bytes.HasPrefix(text, []byte("##")) {
		return false
	}
	at := logCommand.FindIndex(text[:min(len(text), 40)])
	return at != nil && at[0] == 0
}

// inertJSON returns JSON that is the same to its readers, and that a terminal or a
// log may print: what acts in them is escaped. It can stand in strings alone.
func inertJSON(data []byte) []byte {
	data = logCommand.ReplaceAll(data, []byte(`\u0023#$1`))
	acts := func(r rune) bool { return r != '\n' && hidden(r) }
	if bytes.IndexFunc(data, acts) < 0 {
		return data
	}
	var out bytes.Buffer
	for _, r := range string(data) {
		if !acts(r) {
			out.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&out, "\\u%04x", unit)
		}
	}
	return out.Bytes()
}
