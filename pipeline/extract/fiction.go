package extract

import (
	"slices"
	"strings"

	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// A novel, a film or a game has a time of its own: what is retold of it is no
// claim about the world's, and its source is the work, of whatever year.

// fictions are works that tell a story.
var fictions = map[string]bool{
	"novel": true, "novella": true, "film": true, "movie": true, "story": true, "thriller": true, "drama": true, "comedy": true, "series": true, "miniseries": true, "play": true,
	"musical": true, "opera": true, "comic": true, "game": true, "episode": true, "sequel": true, "prequel": true, "manga": true, "anime": true, "sitcom": true, "trilogy": true,
	"saga": true, "screenplay": true, "fable": true, "remake": true, "plot": true, "narrative": true,
}

// plotHeads are the headings under which a story is retold; those with false may
// also stand over something else, unless the article is of a story.
var plotHeads = map[string]bool{
	"plot": true, "plot summary": true, "plot overview": true, "plot synopsis": true, "synopsis": true, "plot and setting": true, "setting and plot": true, "storyline": true,
	"plot introduction": true, "plot and characters": true, "characters and plot": true, "story": false, "premise": false, "setting": false, "summary": false,
	"characters": false, "fictional history": true, "in-universe history": true, "fictional biography": true, "fictional character biography": true,
}

// retells reports whether the block stands in a section that retells a story.
func retells(a *article.Article, block int) bool {
	for h, level := a.Blocks[block].Section, 7; h >= 0 && a.Blocks[h].Level < level; h = a.Blocks[h].Section {
		level = a.Blocks[h].Level
		span := a.Blocks[h].Span
		if span.Len() > longestCaption {
			continue
		}
		plain, known := plotHeads[strings.ToLower(strings.Trim(a.Text[span.Start:span.End], " :.0123456789"))]
		if known && (plain || ofStory(a)) {
			return true
		}
	}
	return false
}

// ofStory reports whether the article opens as one about a story: its first
// sentence says "is a novel by", or the like, within reach.
func ofStory(a *article.Article) bool {
	if len(a.Sentences) == 0 {
		return false
	}
	r := a.Sentences[0].Tokens
	for i := r.From; i < min(r.To, r.From+planReach); i++ {
		if !isBe([]string{lowToken(a, i)}) {
			continue
		}
		for j := i + 1; j < min(r.To, i+12); j++ {
			if fictions[lowToken(a, j)] {
				return true
			}
		}
	}
	return false
}

// invented reports whether the clause tells of a story's own time: in a section
// that retells one, or behind a work that is itself what tells ("the novel
// follows Winston, arrested in 2025"), or of somebody in a work.
func invented(a *article.Article, c *clause) bool {
	if m := c.main(); m != nil {
		subject := subjectOf(a, c, m)
		switch {
		case castIn(a, subject):
			return true
		case subject.To > subject.From && fictions[lowToken(a, subject.To-1)]:
			return m.tense == present && !holding[m.head] && (!isBe([]string{m.first}) || m.head == "set") // "is licensed" is so in the world
		}
	}
	return retells(a, blockAt(a, c))
}

// setting reports whether the time is that in which a work is set: "the film, set in
// 2019, was shot in Leeds".
func setting(a *article.Article, u *timeUse) bool {
	g := u.group
	if g == nil || g.head != "set" || g.tense != bare {
		return false
	}
	i := g.From - 1
	for i >= 0 && i > g.From-planReach && (tokenText(a, i) == "," || a.Tokens[i].Tag == "RB") {
		i--
	}
	return fictions[lowToken(a, i)]
}

// blockAt is the block that the clause stands in.
func blockAt(a *article.Article, c *clause) int {
	at := a.Tokens[c.tokens.From].Span.Start
	i, found := slices.BinarySearchFunc(a.Blocks, at, func(b article.Block, at int) int {
		switch {
		case b.Span.End <= at:
			return -1
		case b.Span.Start > at:
			return 1
		}
		return 0
	})
	if !found {
		return 0
	}
	return i
}

// subjectOf is the stretch between the last comma before the verb group and the
// group, without the adverbs and brackets right before it.
func subjectOf(a *article.Article, c *clause, m *group) article.Range {
	to := m.From
	for to > c.tokens.From && to > m.From-planReach && (a.Tokens[to-1].Tag == "RB" || tokenText(a, to-1) == ",") {
		to--
	}
	from := to
	for from > c.tokens.From && from > to-planReach && tokenText(a, from-1) != "," {
		from--
	}
	return article.Range{From: from, To: to}
}

// figures are the people of a story; those with false need its name beside them.
var figures = map[string]bool{
	"protagonist": true, "antagonist": true, "hero": false, "heroine": false, "character": false, "characters": false, "villain": false, "narrator": false,
}

// castIn reports whether the subject is somebody in a work: "the protagonist",
// "the hero of the novel".
func castIn(a *article.Article, r article.Range) bool {
	for i := r.From; i < r.To; i++ {
		surely, known := figures[lowToken(a, i)]
		switch {
		case !known:
		case surely && i == r.To-1:
			return true
		case (lowToken(a, i+1) == "of" || lowToken(a, i+1) == "in") && i+3 < len(a.Tokens) && (fictions[lowToken(a, i+2)] || fictions[lowToken(a, i+3)]):
			return true
		}
	}
	return false
}

// story follows a story that a clause has begun to tell into what comes after.
type story struct {
	sentence int  // the last that tells it, -1 for none
	framed   bool // it was begun by "In the novel, …", which holds for a whole sentence
}

// holds reports whether clause c of sentence s tells a story that it, or a clause
// before it, has begun: the rest of a sentence behind "In the novel", clauses in
// the present behind "the novel follows", and sentences that go on with "they".
func (t *story) holds(a *article.Article, c *clause, s int) bool {
	m := c.main()
	switch {
	case m == nil:
	case imagined(a, c, c.tokens.To):
		*t = story{sentence: s, framed: !playing[m.head]}
	case t.sentence == s:
		return t.framed || m.tense == present
	case t.sentence == s-1 && t.framed && s > 0 && a.Sentences[s].Block == a.Sentences[s-1].Block && persons[lowToken(a, c.tokens.From)]:
		t.sentence = s
	case invented(a, c):
		*t = story{sentence: s}
	}
	return t.sentence == s
}

// persons are words that go on with the people told of before.
var persons = map[string]bool{"he": true, "she": true, "they": true}

// playing verbs tell of the actors of a work, not of its people.
var playing = map[string]bool{"plays": true, "stars": true, "portrays": true, "played": true, "starred": true, "portrayed": true, "appears": true, "appeared": true}

// asTold makes the times of a story's clause those of the story, but for one "as of"
// which it is told to be so.
func asTold(uses []timeUse) {
	for i := range uses {
		if uses[i].Relation != when.AsOf {
			uses[i].standing, uses[i].tailed = background, false
		}
	}
}
