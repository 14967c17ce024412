package extract

import (
	"strconv"
	"strings"
	"unicode"
)

// The features of the perceptron, named as in its training.
var (
	tagBias       = feature("bias")
	tagSuffix     = feature("i suffix ")
	tagPrefix     = feature("i pref1 ")
	tagLast       = feature("i-1 tag ")
	tagBeforeLast = feature("i-2 tag ")
	tagLastTwo    = feature("i tag+i-2 tag ")
	tagWord       = feature("i word ")
	tagLastWord   = feature("i-1 tag+i word ")
	tagPrevious   = feature("i-1 word ")
	tagPrevSuffix = feature("i-1 suffix ")
	tagPrevious2  = feature("i-2 word ")
	tagNext       = feature("i+1 word ")
	tagNextSuffix = feature("i+1 suffix ")
	tagNext2      = feature("i+2 word ")
	tagFixed      = feature("fixed ") // words that have but one tag
)

// tagWords returns the Penn Treebank tag of each of a sentence's words.
func (m *model) tagWords(words []string) []string {
	context := make([]string, 0, len(words)+4)
	context = append(context, "-START-", "-START2-")
	for _, w := range words {
		context = append(context, normalWord(w))
	}
	context = append(context, "-END-", "-END2-")
	tags := make([]string, len(words))
	last, before := "-START-", "-START2-"
	for i, w := range words {
		tags[i] = m.tagWord(w, context[i:i+5], last, before)
		before, last = last, tags[i]
	}
	return tags
}

// tagWord tags the word w in the middle of its five-word context.
func (m *model) tagWord(w string, context []string, last, before string) string {
	switch {
	case w == "-":
		return "-"
	case isAddress(w):
		return "NN"
	case isNumeral(w):
		return "CD"
	}
	if fixed, ok := m.find(tagFixed.text(w)); ok {
		return m.classes[fixed[0]>>24]
	}
	if tag := tagOfMark(w); tag != "" {
		return tag
	}
	var s scores
	s.add(m, tagBias)
	s.add(m, tagSuffix.text(lastBytes(w)))
	s.add(m, tagPrefix.text(string(rune(w[0]))))
	s.add(m, tagLast.text(last))
	s.add(m, tagBeforeLast.text(before))
	s.add(m, tagLastTwo.text(last).text(" ").text(before))
	s.add(m, tagWord.text(context[2]))
	s.add(m, tagLastWord.text(last).text(" ").text(context[2]))
	s.add(m, tagPrevious.text(context[1]))
	s.add(m, tagPrevSuffix.text(lastBytes(context[1])))
	s.add(m, tagPrevious2.text(context[0]))
	s.add(m, tagNext.text(context[3]))
	s.add(m, tagNextSuffix.text(lastBytes(context[3])))
	s.add(m, tagNext2.text(context[4]))
	return m.classes[s.best(len(m.classes))]
}

// tagOfMark returns the tag of a mark that the models never met, empty for words.
func tagOfMark(w string) string {
	switch {
	case strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0:
		return ""
	case strings.Trim(w, "–—―…") == "":
		return ":"
	case w == "[" || w == "{":
		return "("
	case w == "]" || w == "}":
		return ")"
	case w == "€" || w == "£" || w == "¥":
		return "$"
	case w == "'":
		return "''"
	}
	return "SYM"
}

// normalWord returns w as the perceptron knows words.
func normalWord(w string) string {
	switch {
	case w[0] != '-' && strings.Contains(w, "-"):
		return "!HYPHEN"
	case len(w) == 4 && isYearLike(w):
		return "!YEAR"
	case isDigit(w[0]):
		return "!DIGITS"
	}
	return strings.ToLower(w)
}

func isYearLike(w string) bool {
	_, err := strconv.Atoi(w)
	return err == nil
}

// isNumeral reports whether w is digits, with points and commas among them.
func isNumeral(w string) bool {
	return isDigit(w[0]) && strings.Trim(w, "0123456789.,") == ""
}

// isAddress reports whether w looks like a host name, a URL or a mail address:
// a small letter, digit or hyphen before a full stop and two characters behind
// it.
func isAddress(w string) bool {
	if strings.ContainsRune(w, '@') {
		return true
	}
	dot := strings.IndexByte(w, '.')
	if dot < 1 || dot+2 >= len(w) || isNumeral(w) {
		return false
	}
	c := w[dot-1]
	return (c == '-' || isDigit(c) || 'a' <= c && c <= 'z') && isDigitOrLetter(w[len(w)-1])
}

func isDigitOrLetter(c byte) bool {
	return isDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '/'
}

func lastBytes(w string) string { return w[len(w)-min(len(w), 3):] }

// The features of the classifier, named as in its training.
var (
	nameBias       = feature("bias-True")
	nameBasic      = feature("en-wordlist-True")
	nameNotBasic   = feature("en-wordlist-False")
	nameNextTag    = feature("nextpos-")
	nameNextWord   = feature("nextword-")
	nameTag        = feature("pos-")
	nameTagLabel   = feature("pos+prevtag-")
	namePrefix     = feature("prefix3-")
	namePrevTag    = feature("prevpos-")
	namePrevLabel  = feature("prevtag-")
	namePrevWord   = feature("prevword-")
	nameShape      = feature("shape-")
	nameShapeLabel = feature("shape+prevtag-")
	nameSuffix     = feature("suffix3-")
	nameWord       = feature("word-")
	nameWordTag    = feature("word+nextpos-")
	nameLower      = feature("word.lower-")
	nameLength     = feature("wordlen-")
	basicWord      = feature("basic ") // the 850 words of Basic English
)

// labelWords returns the label of each of a sentence's tagged words: "O" outside
// of names, else "B-" or "I-" and one of PERSON, ORGANIZATION, GPE, GSP,
// LOCATION, FACILITY.
func (m *model) labelWords(words, tags []string) []string {
	labels := make([]string, len(words))
	prev := labelContext{word: "None", tag: "None", label: "None", shape: "None"}
	for i, w := range words {
		next := labelContext{word: "None", tag: "None"}
		if i+1 < len(words) {
			next.word, next.tag = strings.ToLower(words[i+1]), strings.ToLower(tags[i+1])
		}
		shape := shapeOfWord(w)
		labels[i] = m.labelWord(w, tags[i], shape, prev, next)
		prev = labelContext{word: strings.ToLower(w), tag: tags[i], label: labels[i][:1], shape: shape}
		if i == 0 {
			prev.shape = "None" // as trained
		}
	}
	return labels
}

// labelContext is what the classifier sees of a neighbouring word.
type labelContext struct{ word, tag, label, shape string }

// isBasicWord reports whether w is one of the 850 words of Basic English.
func isBasicWord(w string) bool {
	_, ok := trained().find(basicWord.text(w))
	return ok
}

func (m *model) labelWord(w, tag, shape string, prev, next labelContext) string {
	lower := strings.ToLower(w)
	basic := nameNotBasic
	if isBasicWord(w) {
		basic = nameBasic
	}
	var s scores
	s.add(m, nameBias)
	s.add(m, basic)
	s.add(m, nameNextTag.text(next.tag))
	s.add(m, nameNextWord.text(next.word))
	s.add(m, nameTag.text(tag))
	s.add(m, nameTagLabel.text(tag).text("+").text(prev.label))
	s.add(m, namePrefix.text(strings.ToLower(w[:min(len(w), 3)])))
	s.add(m, namePrevTag.text(prev.tag))
	s.add(m, namePrevLabel.text(prev.label))
	s.add(m, namePrevWord.text(prev.word))
	s.add(m, nameShape.text(shape))
	s.add(m, nameShapeLabel.text(prev.shape).text("+").text(prev.label))
	s.add(m, nameSuffix.text(strings.ToLower(lastBytes(w))))
	s.add(m, nameWord.text(w))
	s.add(m, nameWordTag.text(lower).text("+").text(next.tag))
	s.add(m, nameLower.text(lower))
	s.add(m, nameLength.text(strconv.Itoa(len(w))))
	return m.labels[s.best(len(m.labels))]
}

// shapeOfWord returns the classifier's word for how w is written.
func shapeOfWord(w string) string {
	if strings.ContainsRune("0123456789+-.iInN", rune(w[0])) {
		if _, err := strconv.ParseFloat(w, 64); err == nil {
			return "number"
		}
	}
	switch last := w[len(w)-1]; {
	case last != '_' && !isDigit(last) && (last|0x20 < 'a' || 'z' < last|0x20):
		return "punct"
	case strings.ToLower(w) == w:
		return "downcase"
	case isTitled(w):
		return "upcase"
	}
	return "mixedcase"
}

// isTitled reports whether every part of w begins with a capital.
func isTitled(w string) bool {
	begins := true
	for _, r := range w {
		if begins && unicode.ToTitle(r) != r {
			return false
		}
		begins = r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && (r < 0x80 || unicode.IsSpace(r))
	}
	return true
}
