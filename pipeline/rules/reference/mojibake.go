package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"citevet/pipeline/article"
)

// misread finds the first run of characters that are UTF-8 read as Windows-1252
// or Latin-1 ("â€™" for "’", "Ã©" for "é"), with what it was. The zero Span says
// that there is none.
//
// A run counts where it decodes to a mark or an accented letter as European
// texts hold them, or where several follow each other. Accented capitals before a
// closing quotation mark («CAFÉ») are spelt like one, and are not.
func misread(text string) (article.Span, string) {
	for at, c := range text {
		if c < 0xc2 || !isLead(c) {
			continue
		}
		end, was, sequences := at, "", 0
		for {
			r, n := undo(text[end:])
			if n == 0 {
				break
			}
			was += string(r)
			end += n
			sequences++
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if sequences > 1 || sequences == 1 && surelyMisread(before, text[at:end], was) {
			return article.Span{Start: at, End: end}, was
		}
	}
	return article.Span{}, ""
}

// isLead reports whether a character stands for a byte that begins a character
// of several in UTF-8.
func isLead(c rune) bool { return 0xc2 <= c && c <= 0xf4 }

// undo reads one character of UTF-8 whose bytes were read as characters, and
// returns how many bytes of text they take; 0 where there is none.
func undo(text string) (rune, int) {
	var raw []byte
	want, n := 0, 0
	for _, c := range text {
		b, ok := charmap.Windows1252.EncodeRune(c)
		if !ok && 0x80 <= c && c < 0xa0 {
			b, ok = byte(c), true // Latin-1 keeps the control characters
		}
		switch {
		case !ok:
			return 0, 0
		case len(raw) == 0 && 0xc2 <= b && b <= 0xdf:
			want = 2
		case len(raw) == 0 && 0xe0 <= b && b <= 0xef:
			want = 3
		case len(raw) == 0 && 0xf0 <= b && b <= 0xf4:
			want = 4
		case len(raw) == 0 || b&0xc0 != 0x80:
			return 0, 0
		}
		raw = append(raw, b)
		n += utf8.RuneLen(c)
		if len(raw) == want {
			r, size := utf8.DecodeRune(raw)
			if r == utf8.RuneError || size != want {
				return 0, 0
			}
			return r, n
		}
	}
	return 0, 0
}

// surelyMisread reports whether a single sequence is misread rather than
// written: it stands for a quotation mark, a dash or a sign of that block, or for
// an accented letter within a word.
func surelyMisread(before rune, written, was string) bool {
	r, _ := utf8.DecodeRuneInString(was)
	switch {
	case 0x2010 <= r && r <= 0x2122: // dashes, quotation marks, dots, euro, trade mark
		return true
	case 0xa0 <= r && r <= 0xff:
		second := []rune(written)[1]
		return !unicode.IsUpper(before) || !strings.ContainsRune("»«›‹“”‘’„‚…–—", second)
	}
	return false
}
