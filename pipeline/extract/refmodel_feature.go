package extract

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// refPhrase is a run of tokens between marks, which is what people set apart when
// they write a reference.
type refPhrase struct {
	from, to int // tokens
	index    int // from 0
	marks    []string
}

// refFeatures are the features of the tokens of one entry: hashes for each token,
// and what lies between a token and the one before it.
type refFeatures struct {
	tokens [][]hash
	edges  [][2]int // of the token and the one before it
}

// Kinds of edges: how one token ends and the next begins, and what both are.
const refEdges = endClasses*beginClasses + kindClasses*kindClasses

// featuresOf returns the features of every token.
func featuresOf(tokens []refToken) refFeatures {
	f := refFeatures{tokens: make([][]hash, len(tokens)), edges: make([][2]int, len(tokens))}
	phrases := refPhrases(tokens)
	v := entryView{tokens: tokens, phrases: phrases, of: make([]int, len(tokens)), said: make([]string, len(tokens)), ahead: make([]string, len(tokens))}
	v.sentences, v.within = refSentences(tokens, phrases)
	for k, p := range phrases {
		for i := p.from; i < p.to; i++ {
			v.of[i] = k
		}
	}
	v.note()
	buffer := make([]hash, 0, len(tokens)*96)
	for i := range tokens {
		at := len(buffer)
		buffer = v.token(buffer, i)
		f.tokens[i] = buffer[at:len(buffer):len(buffer)]
		if i > 0 {
			a, b := tokens[i-1], tokens[i]
			f.edges[i] = [2]int{int(a.end)*beginClasses + int(b.begin), endClasses*beginClasses + int(a.kind)*kindClasses + int(b.kind)}
		}
	}
	return f
}

// entryView is an entry while its features are told.
type entryView struct {
	tokens  []refToken
	phrases []refPhrase
	of      []int    // the phrase of each token
	said    []string // what has been seen before each token
	ahead   []string // what is still to be seen behind it

	sentences []refPhrase // runs of phrases that a full stop closes
	within    []int       // the sentence of each token
}

// note tells for each token what stands before it and behind it in the entry.
func (v *entryView) note() {
	var seen refSights
	for i := range v.tokens {
		v.said[i] = seen.String()
		seen.see(&v.tokens[i])
	}
	seen = refSights{}
	for i := len(v.tokens) - 1; i >= 0; i-- {
		v.ahead[i] = seen.String()
		seen.see(&v.tokens[i])
	}
}

// refSights are the landmarks of an entry: a year, "In", another number, a word
// for editors, a closed quotation, a town before a colon.
type refSights [6]bool

func (s *refSights) see(t *refToken) {
	switch {
	case t.kind == 1:
		s[0] = true
	case t.word == "in" && t.begin == 0:
		s[1] = true
	case t.kind == 2 || t.kind == 3:
		s[2] = true
	case editorWords[t.word]:
		s[3] = true
	}
	s[4] = s[4] || t.quoted && t.end == 1
	s[5] = s[5] || t.end == 10 && isCity(t.word)
}

func (s *refSights) String() string {
	var out []byte
	for i, seen := range s {
		if seen {
			out = append(out, "yineqc"[i])
		}
	}
	return string(out)
}

var editorWords = indexWords(`ed eds editor editors edited hrsg hg red ред coord dir org`)

// refPhrases cuts tokens into phrases at the marks behind words, initials aside.
func refPhrases(tokens []refToken) []refPhrase {
	var phrases []refPhrase
	from := 0
	for i, t := range tokens {
		last := i+1 == len(tokens)
		cut := false
		switch t.end {
		case 1, 2, 5, 9, 10, 11, 12:
			cut = true
		case 7, 3:
			cut = true
		case 8:
			cut = !last && tokens[i+1].begin != 1 && tokens[i+1].begin != 2
		}
		if !last && tokens[i+1].begin >= 3 && tokens[i+1].begin <= 4 {
			cut = true
		}
		if cut || last {
			p := refPhrase{from: from, to: i + 1, index: len(phrases)}
			p.marks = phraseMarks(tokens[from : i+1])
			phrases = append(phrases, p)
			from = i + 1
		}
	}
	return phrases
}

// refSentences joins phrases up to the next full stop behind a word or number, and
// says which sentence each token stands in.
func refSentences(tokens []refToken, phrases []refPhrase) ([]refPhrase, []int) {
	var sentences []refPhrase
	within := make([]int, len(tokens))
	from := 0
	for k, p := range phrases {
		raw := tokens[p.to-1].raw
		closed := strings.HasSuffix(strings.TrimRight(raw, "\"”’»)"), ".") || strings.HasSuffix(raw, "?") || strings.HasSuffix(raw, "!")
		if !closed && k+1 < len(phrases) {
			continue
		}
		for i := from; i < p.to; i++ {
			within[i] = len(sentences)
		}
		sentences = append(sentences, refPhrase{from: from, to: p.to, marks: phraseMarks(tokens[from:p.to])})
		from = p.to
	}
	return sentences, within
}

var (
	journalWords = indexWords(`journal j review rev annals ann bulletin bull quarterly letters lett transactions trans proceedings proc proceeding archives arch acta revue revista zeitschrift magazine studies research science sciences nature cahiers annales rivista časopis вестник журнал știința notes reports rep monthly news`)
	meetingWords = indexWords(`proceedings proc conference conf symposium symp workshop meeting congress international intl annual acm ieee sigmod lecture lncs handbook encyclopedia`)
	pressWords   = indexWords(`press verlag publishers publishing publisher publications books university éditions editions editorial presses wiley elsevier springer springer-verlag routledge academic macmillan mcgraw-hill prentice prentice-hall hall sage blackwell addison-wesley kluwer oxford cambridge penguin gallimard seuil puf cnrs erlbaum norton harper basic wydawnictwo издательство изд company sons co inc ltd institute society association bank organization universidad université universität`)
)

// phraseMarks says what kinds of words a phrase has.
func phraseMarks(tokens []refToken) []string {
	var names, initials, capitals, small, numbers int
	has := [...]struct {
		name  string
		words map[string]bool
		found bool
	}{{"journal", journalWords, false}, {"meeting", meetingWords, false}, {"press", pressWords, false}, {"editor", editorWords, false}, {"body", organizationWords, false}, {"month", refMonths, false}}
	var marks []string
	for _, t := range tokens {
		switch t.kind {
		case 1, 2, 3, 4:
			numbers++
		case 6:
			initials++
		case 7, 8:
			capitals++
			if givenNameSet()[t.word] {
				names++
			}
		case 11:
			small++
		}
		for k := range has {
			has[k].found = has[k].found || has[k].words[t.word]
		}
	}
	for _, h := range has {
		if h.found {
			marks = append(marks, h.name)
		}
	}
	if names > 0 {
		marks = append(marks, "name")
	}
	if isCity(phraseWords(tokens)) || isCity(tokens[0].word) {
		marks = append(marks, "city")
	}
	mix := "i" + bucket(initials) + "c" + bucket(capitals) + "s" + bucket(small) + "n" + bucket(numbers)
	return append(marks, mix)
}

func phraseWords(tokens []refToken) string {
	if len(tokens) > 4 {
		return ""
	}
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.word
	}
	return strings.Join(words, " ")
}

// bucket names a count: 0, 1, 2, few, many.
func bucket(n int) string {
	switch {
	case n <= 2:
		return strconv.Itoa(n)
	case n <= 5:
		return "f"
	case n <= 10:
		return "m"
	}
	return "v"
}

func (v *entryView) word(i int) string {
	if i < 0 {
		return "^"
	}
	if i >= len(v.tokens) {
		return "$"
	}
	if t := v.tokens[i]; t.word != "" {
		if t.kind >= 1 && t.kind <= 3 {
			return "#" + strconv.Itoa(int(t.kind))
		}
		return t.word
	}
	return v.tokens[i].shape
}

func (v *entryView) class(i int) string {
	if i < 0 || i >= len(v.tokens) {
		return "$"
	}
	t := v.tokens[i]
	return string([]byte{'a' + t.begin, 'a' + t.kind, 'a' + t.end})
}

// token appends the features of token i.
func (v *entryView) token(out []hash, i int) []hash {
	t := v.tokens[i]
	add := func(name string, values ...string) {
		h := feature(name)
		for _, value := range values {
			h = h.text("\x1f").text(value)
		}
		out = append(out, h)
	}
	word := v.word(i)
	add("bias")
	add("word", word)
	add("raw", t.raw)
	add("shape", t.shape)
	add("class", v.class(i))
	for n := 1; n <= 4; n++ {
		if len(t.word) > n {
			add("prefix", t.word[:runeStart(t.word, n)])
			add("suffix", t.word[runeStart(t.word, len(t.word)-n):])
		}
	}
	add("word-1", v.word(i-1))
	add("word+1", v.word(i+1))
	add("word-2", v.word(i-2))
	add("word+2", v.word(i+2))
	add("words-1", v.word(i-1), word)
	add("words+1", word, v.word(i+1))
	add("class-1", v.class(i-1), v.class(i))
	add("class+1", v.class(i), v.class(i+1))
	add("class+2", v.class(i), v.class(i+1), v.class(i+2))
	add("class-2", v.class(i-2), v.class(i-1))
	add("class around", v.class(i-1), v.class(i), v.class(i+1))
	add("said", v.said[i])
	add("said class", v.said[i], v.class(i))
	add("said word", v.said[i], word)
	add("ahead", v.ahead[i])
	add("ahead class", v.ahead[i], v.class(i))
	add("said ahead", v.said[i], v.ahead[i])
	add("place", bucket(i), bucket(len(v.tokens)-1-i))
	add("tenth", strconv.Itoa(10*i/len(v.tokens)))
	add("enclosed", strconv.FormatBool(t.quoted), strconv.FormatBool(t.bracketed), v.class(i))
	if givenNameSet()[t.word] {
		add("given", string('a'+rune(t.kind)))
	}
	if isCity(t.word) {
		add("city", string('a'+rune(t.kind)), v.class(i))
	}
	if t.kind == 2 {
		add("digits", strconv.Itoa(utf8.RuneCountInString(t.word)), v.said[i])
	}
	if strings.IndexFunc(t.word, func(r rune) bool { return r >= 0x370 && unicode.IsLetter(r) }) >= 0 {
		add("script", string(unicodeScript(t.word)))
	}
	return v.phrase(v.sentence(out, i), i)
}

// unicodeScript tells the script of a word's first letter by its block.
func unicodeScript(word string) rune { return 'A' + firstRuneOf(word)>>8&31 }

// sentence appends the features of the sentence that token i stands in.
func (v *entryView) sentence(out []hash, i int) []hash {
	add := func(name string, values ...string) {
		h := feature(name)
		for _, value := range values {
			h = h.text("\x1f").text(value)
		}
		out = append(out, h)
	}
	k := v.within[i]
	s := v.sentences[k]
	left := len(v.sentences) - 1 - k
	add("sentence place", strconv.Itoa(min(k, 4)), strconv.Itoa(min(left, 4)))
	add("sentence place, said", strconv.Itoa(min(k, 4)), strconv.Itoa(min(left, 4)), v.said[i])
	add("sentence first", v.word(s.from), strconv.Itoa(min(v.of[i]-v.of[s.from], 2)))
	add("sentence said at", v.said[s.from], v.ahead[s.to-1])
	for _, m := range s.marks {
		add("sentence has", m, v.said[s.from])
	}
	if k > 0 {
		b := v.sentences[k-1]
		add("sentence before", b.marks[len(b.marks)-1], strconv.Itoa(min(v.of[i]-v.of[s.from], 2)))
	}
	if left > 0 {
		n := v.sentences[k+1]
		add("sentence next", v.word(n.from), n.marks[len(n.marks)-1])
		for _, m := range n.marks {
			add("sentence next has", m, strconv.Itoa(min(v.of[i]-v.of[s.from], 2)))
		}
	}
	return out
}

// phrase appends the features of the phrase that token i stands in.
func (v *entryView) phrase(out []hash, i int) []hash {
	add := func(name string, values ...string) {
		h := feature(name)
		for _, value := range values {
			h = h.text("\x1f").text(value)
		}
		out = append(out, h)
	}
	k := v.of[i]
	p := v.phrases[k]
	first, last := v.tokens[p.from], v.tokens[p.to-1]
	ends := string([]byte{'a' + first.begin, 'a' + last.end})
	left := len(v.phrases) - 1 - k
	add("phrase place", strconv.Itoa(min(k, 6)), strconv.Itoa(min(left, 6)))
	add("phrase first", v.word(p.from))
	add("phrase last", v.word(p.to-1))
	add("phrase ends", ends, bucket(p.to-p.from))
	if p.to-p.from <= 4 {
		add("phrase", phraseWords(v.tokens[p.from:p.to]), ends)
	}
	for _, m := range p.marks {
		add("phrase has", m)
		add("phrase has, place", m, strconv.Itoa(min(k, 3)), strconv.Itoa(min(left, 3)))
		add("phrase has, said", m, v.said[i])
	}
	add("phrase head", v.class(p.from), strconv.Itoa(min(i-p.from, 3)))
	mix := func(k int) string {
		if k < 0 || k >= len(v.phrases) {
			return "$"
		}
		return v.phrases[k].marks[len(v.phrases[k].marks)-1]
	}
	add("next phrase", mix(k), mix(k+1))
	add("last phrase", mix(k-1), mix(k))
	if k+1 < len(v.phrases) {
		n := v.phrases[k+1]
		add("next phrase first", v.word(n.from), v.class(i))
		add("next phrase class", v.class(n.from), ends)
		for _, m := range n.marks {
			add("next phrase has", m, ends)
		}
	}
	if k+2 < len(v.phrases) {
		add("second next", mix(k+1), mix(k+2))
	}
	if k > 0 {
		b := v.phrases[k-1]
		add("phrase before", v.word(b.from), v.word(b.to-1))
		add("phrase before ends", v.class(b.to-1), ends)
		for _, m := range b.marks {
			add("last phrase has", m, ends)
		}
	}
	return out
}
