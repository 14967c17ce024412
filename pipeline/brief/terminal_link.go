package brief

import (
	"fmt"
	"strings"
)

// Links gives the addresses behind places and rules, for a terminal that makes
// links of them. Where a function is nil or returns "", there is none.
type Links struct {
	File func(name string) string // of an article's file, by its name
	Page func(rule string) string // of a rule's page
}

// file returns the address of a line; line 0 is the file as a whole. Terminals
// that open files take the fragment for the line.
func (l Links) file(name string, line int) string {
	if l.File == nil {
		return ""
	}
	address := l.File(name)
	if address == "" || line == 0 {
		return address
	}
	return fmt.Sprintf("%s#%d", address, line)
}

func (l Links) page(rule string) string {
	if l.Page == nil {
		return ""
	}
	return l.Page(rule)
}

// linked writes words as a link in the manner of OSC 8. An address with anything
// but visible ASCII could end the sequence early, and makes no link.
func (t terminal) linked(address, words string) string {
	outside := func(r rune) bool { return r <= ' ' || r > '~' }
	if address == "" || strings.IndexFunc(address, outside) >= 0 {
		return words
	}
	return "\x1b]8;;" + address + "\x1b\\" + words + "\x1b]8;;\x1b\\"
}
