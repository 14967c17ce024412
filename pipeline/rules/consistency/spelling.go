package consistency

import (
	"strings"

	"github.com/agnivade/levenshtein"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
)

// transcriptions fold the ways in which one sound of another script or alphabet
// is written in Latin letters. The order matters: longer ones come first.
var transcriptions = strings.NewReplacer(
	"yev", "ev", "iev", "ev", "yov", "ov", "iov", "ov", "aye", "a", "oye", "o", "uye", "u", "iye", "i", "ie", "i",
	"dzh", "j", "tsch", "ch", "sch", "sh", "shch", "sh", "kh", "h", "zh", "z", "ts", "c", "tz", "c", "ph", "f", "th", "t", "dh", "d",
	"ae", "a", "oe", "o", "ue", "u", "ou", "u", "oo", "u", "ee", "i", "ck", "k", "q", "k", "w", "v", "x", "ks", "iy", "y", "yi", "y", "ij", "y", "ii", "y", "j", "y",
)

// sound returns the form that the spellings of one name share, where they differ
// by diacritics, doubled letters or the way they were transcribed.
func sound(name string) string {
	s := transcriptions.Replace(almanac.Slug(name))
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c == 'y' {
			c = 'i'
		}
		if n := b.Len(); c != '-' && (n == 0 || b.String()[n-1] != c) {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// shortestName is how many letters a name has at least that is compared: short
// ones are alike by chance.
const shortestName = 5

// spelling is one spelling of a name with the places that have it.
type spelling struct {
	word   string
	kind   article.EntityKind
	part   string          // of a person's name: "first" or "last"
	beside map[string]bool // words that stand as the other part
	at     []article.Span
}

// spellings gathers how the names of people and places are spelled in the
// article's own prose, in the order of their first places. Names that belong to
// something else ("the Harlow effect") are left out.
func spellings(r *reading) []*spelling {
	var all []*spelling
	index := map[string]*spelling{}
	for _, e := range r.Entities {
		if e.Kind != article.Person && e.Kind != article.Place {
			continue
		}
		s, ok := sentenceAt(r.Article, e.Span)
		if !ok || r.Blocks[r.Sentences[s].Block].Kind == article.Quote {
			continue
		}
		k := r.tokenFrom(s, e.Span.Start)
		if k >= len(r.Tokens) || r.quoted[k] || r.belongs(s, e.Span) {
			continue
		}
		for _, n := range nameParts(r, e) {
			if len(n.word) < shortestName || strings.ToUpper(n.word) == n.word || strings.ContainsAny(n.word, "0123456789") {
				continue
			}
			key := string(e.Kind) + n.part + " " + n.word
			if index[key] == nil {
				index[key] = &spelling{word: n.word, kind: e.Kind, part: n.part, beside: map[string]bool{}}
				all = append(all, index[key])
			}
			index[key].at = append(index[key].at, n.at)
			if n.beside != "" {
				index[key].beside[n.beside] = true
			}
		}
	}
	return all
}

// namePart is a word of a person's name, or the whole name of a place.
type namePart struct {
	word   string
	part   string // "first" or "last"; empty for a place
	beside string // the other of the two, where both stand
	at     article.Span
}

// nameParts returns what is compared of a mention's name.
func nameParts(r *reading, e article.Entity) []namePart {
	said := strings.TrimRight(r.Words(e.Span), ".,")
	for _, s := range []string{"'s", "’s", "'", "’"} {
		said = strings.TrimSuffix(said, s)
	}
	at := article.Span{Start: e.Span.Start, End: e.Span.Start + len(said)}
	if e.Kind == article.Place {
		return []namePart{{word: strings.Join(strings.Fields(said), " "), at: at}} // it may be wrapped
	}
	fields := strings.Fields(said)
	if len(fields) == 0 {
		return nil
	}
	first, last := fields[0], fields[len(fields)-1]
	lastAt := article.Span{Start: at.End - len(last), End: at.End}
	if len(fields) == 1 {
		return []namePart{{word: last, part: "last", at: lastAt}}
	}
	return []namePart{
		{word: first, part: "first", beside: last, at: article.Span{Start: at.Start, End: at.Start + len(first)}},
		{word: last, part: "last", beside: first, at: lastAt},
	}
}

// belongs reports whether a name is part of another thing's: "the Berg effect",
// "Front de libération du Québec".
func (r *reading) belongs(s int, name article.Span) bool {
	k := r.tokenFrom(s, name.End)
	if before := r.tokenFrom(s, name.Start) - 1; before >= r.Sentences[s].Tokens.From && foreignOf[r.word(before)] {
		return true
	}
	return k < r.Sentences[s].Tokens.To && (strings.HasPrefix(r.tag(k), "NN") || r.word(k) == "-" || r.Tokens[k].Span.Start == name.End && isWordByte(r.Text[name.End]))
}

// foreignOf joins names in the languages that have it.
var foreignOf = wordSet(`de du des d' di da do dos del della der y e et`)

func isWordByte(c byte) bool {
	return c == '-' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 && c != 0xE2
}

// oneName reports whether two spellings name one person or place: they sound
// alike and the other part of the name does not set them apart, or the one is a
// slip within the other, behind one first name.
func oneName(a, b *spelling) bool {
	if a.kind != b.kind || a.part != b.part || strings.EqualFold(a.word, b.word) {
		return false
	}
	shared := false
	for n := range a.beside {
		shared = shared || b.beside[n]
	}
	if sound(a.word) == sound(b.word) {
		return shared || a.part != "first" && (len(a.beside) == 0 && len(b.beside) <= 1 || len(b.beside) == 0 && len(a.beside) <= 1)
	}
	few, many := len(a.at), len(b.at)
	if few > many {
		few, many = many, few
	}
	return shared && a.part == "last" && few == 1 && many >= 3 && !inflected(a.word, b.word) && levenshtein.ComputeDistance(a.word, b.word) == 1
}

// inflected reports whether one word is the other with an ending.
func inflected(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// spellingWords tell that the text speaks of how a name is written, or that it changed.
var spellingWords = wordSet(`spelled spelt spelling spellings misspelled transliterated transliteration transcribed romanized romanised romanization anglicized
	anglicised pronounced pronunciation aka alias née nee renamed known called variously or named name names surname`)

// told reports whether the text itself sets the two spellings side by side, or
// speaks of how the name is written where it first stands.
func told(r *reading, a, b *spelling) bool {
	in := map[int]bool{}
	for k, at := range a.at {
		s, _ := sentenceAt(r.Article, at)
		in[s] = true
		if k == 0 && r.speaksOfSpelling(s) {
			return true
		}
	}
	for k, at := range b.at {
		if s, _ := sentenceAt(r.Article, at); in[s] || k == 0 && r.speaksOfSpelling(s) {
			return true
		}
	}
	return false
}

func (r *reading) speaksOfSpelling(s int) bool {
	return r.says(r.Sentences[s].Tokens.From, r.Sentences[s].Tokens.To, spellingWords)
}
