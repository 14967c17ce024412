package main

import (
	"cmp"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
)

// helpWidth is the most columns that help takes: longer lines read badly.
const helpWidth = 80

// help prints what a command does, in lines that the terminal holds.
func (t *tool) help(cmd *cobra.Command, _ []string) {
	width := helpWidth
	if w := t.width(); w > 0 {
		width = min(width, max(w, 40))
	}
	_, err := io.WriteString(t.stdout, helpText(cmd, width))
	t.failed(err)
}

// helpText is a command's description, its paragraphs broken anew, and cobra's
// account of its flags and commands, which breaks no line by itself.
func helpText(cmd *cobra.Command, width int) string {
	var b strings.Builder
	words := strings.TrimSpace(cmp.Or(cmd.Long, cmd.Short))
	for i, paragraph := range strings.Split(words, "\n\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		if strings.ContainsAny(paragraph[:min(1, len(paragraph))], " \t#") || strings.Contains(paragraph, "\n\t") || strings.Contains(paragraph, "\n  ") {
			b.WriteString(paragraph + "\n") // set as it is to be typed
			continue
		}
		hang(&b, "", 0, paragraph, width)
	}
	b.WriteByte('\n')
	for line := range strings.Lines(cmd.UsageString()) {
		line = strings.TrimRight(line, " \n")
		column := description(line)
		typed := column == 0 && strings.HasPrefix(line, " ") // an example, not to be broken
		if typed || runewidth.StringWidth(line) <= width {
			b.WriteString(line + "\n")
			continue
		}
		hang(&b, line[:column], runewidth.StringWidth(line[:column]), line[column:], width)
	}
	return b.String()
}

// description returns the byte at which what a flag or command does begins: after
// the first two spaces that stand behind a word. 0 where a line has none.
func description(line string) int {
	name := len(line) - len(strings.TrimLeft(line, " "))
	gap := strings.Index(line[name:], "  ")
	if name == 0 || gap < 0 {
		return 0
	}
	rest := line[name+gap:]
	return len(line) - len(strings.TrimLeft(rest, " "))
}

// hang writes words behind a lead, in lines of at most width columns that begin
// where the first one does; on a narrow terminal they begin below the lead.
func hang(b *strings.Builder, lead string, column int, words string, width int) {
	if column > width-24 {
		b.WriteString(strings.TrimRight(lead, " ") + "\n")
		column = 8
		lead = strings.Repeat(" ", column)
	}
	line, used := lead, column
	for word := range strings.FieldsSeq(words) {
		n := runewidth.StringWidth(word)
		if used > column && used+1+n > width {
			b.WriteString(line + "\n")
			line, used = strings.Repeat(" ", column), column
		}
		if used > column {
			line += " "
			used++
		}
		line += word
		used += n
	}
	b.WriteString(line + "\n")
}
