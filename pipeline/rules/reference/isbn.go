package reference

import (
	"strings"

	"citevet/pipeline/article"
)

// The check digits are those of ISO 2108 (ISBN) and ISO 3297 (ISSN).

// isbns returns the ISBNs that an entry names, right or wrong.
func isbns(a *article.Article, r *article.Reference) []identifier {
	var found []identifier
	for _, end := range namedAt(a, r, "ISBN") {
		i := skipNumberName(a.Text, end, r.Span.End, "-13", "-10", " 13:", " 10:", "13:", "10:", "s")
		if id, ok := runAt(a.Text, i, r.Span.End).pick(isISBN, 13, 10); ok {
			found = append(found, id)
		}
	}
	return found
}

// skipNumberName moves from the end of an identifier's name over one of the
// suffixes and the marks before its digits.
func skipNumberName(text string, i, stop int, suffixes ...string) int {
	for _, s := range suffixes {
		if strings.HasPrefix(text[i:stop], s) {
			i += len(s)
			break
		}
	}
	for i < stop && strings.IndexByte(" :#(\n=", text[i]) >= 0 {
		i++
	}
	return i
}

// isISBN reports whether digits are an ISBN, or one of the nine digits that
// British publishers printed until 1974, which lack the leading 0.
func isISBN(digits string) bool {
	switch len(digits) {
	case 9:
		return isISBN("0" + digits)
	case 10:
		return digits[9] == isbn10Check(digits)
	case 13:
		return strings.HasPrefix(digits, "97") && (digits[2] == '8' || digits[2] == '9') && digits[12] == isbn13Check(digits)
	}
	return false
}

// isbn10Check returns the tenth digit that fits the nine before it; X stands for
// ten.
func isbn10Check(digits string) byte { return modulo11(digits[:9]) }

// modulo11 returns the digit that brings the weighted sum to a multiple of 11,
// the last digit but one weighing 2, each before it one more.
func modulo11(digits string) byte {
	sum := 0
	for i := range len(digits) {
		sum += (len(digits) + 1 - i) * int(digits[i]-'0')
	}
	if d := (11 - sum%11) % 11; d < 10 {
		return byte('0' + d)
	}
	return 'X'
}

// isbn13Check returns the thirteenth digit that fits the twelve before it.
func isbn13Check(digits string) byte {
	sum := 0
	for i := range 12 {
		weight := 1 + 2*(i%2)
		sum += weight * int(digits[i]-'0')
	}
	return byte('0' + (10-sum%10)%10)
}

// isISSN reports whether digits are an ISSN.
func isISSN(digits string) bool {
	return len(digits) == 8 && !strings.Contains(digits[:7], "X") && digits[7] == modulo11(digits[:7])
}
