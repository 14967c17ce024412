package measure

import (
	"fmt"
	"runtime"
	"strings"
	"time"

	"citevet/pipeline/article"
	"citevet/pipeline/extract"
)

// taggedTokens is how many tokens are compared with prose's own.
const taggedTokens = 20_000

// taggedRounds is how often the compiled models run, which are too quick to be
// timed once.
const taggedRounds = 10

// tagging compares tokens, tags and labels with prose's own, sentence by
// sentence of encyclopedia articles.
func tagging(b *bench) error {
	all, err := b.judge(wikiArticles)
	if err != nil {
		return err
	}
	sentences := proseSentences(all)
	prose := extract.NewProse()
	theirs := make([][]extract.ProseToken, len(sentences))
	begin := b.processor()
	for i, s := range sentences {
		theirs[i] = prose.Judge(strings.Join(s, " "))
	}
	slow := b.processor() - begin
	own := make([][]string, len(sentences))
	for i := range theirs {
		own[i] = wordsOf(theirs[i])
	}
	ownTags, ownLabels := make([][]string, len(sentences)), make([][]string, len(sentences))
	runtime.GC() // what prose left behind is not for the next to clear away
	begin = b.processor()
	for range taggedRounds {
		for i := range own {
			ownTags[i], ownLabels[i] = extract.Tagged(own[i])
		}
	}
	fast := (b.processor() - begin) / taggedRounds
	var tokens, tags, labels tally
	for i := range sentences {
		tokens.add(overlap(own[i], sentences[i]))
		b.compareTags(theirs[i], ownTags[i], ownLabels[i], &tags, &labels)
	}
	t := Table{
		Title: "Tokens, tags and labels against prose's own (wiki)",
		Note: fmt.Sprintf("%d tokens as prose splits them, of sentences without their markers. Tags of words are compared at the last place of each in its sentence, because prose lets equal words share a tag, "+
			"and labels in sentences of distinct words for the same reason; marks that the models never met have tags of citevet's own, which can turn a word beside them. Tokens: F1.", tokens.gold),
		Head: []string{"reading", "compared", "equal", "floor", "aim"},
	}
	t.row("tags", tags.gold, tags.recall(), "1.000", "1.000")
	t.row("labels", labels.gold, labels.recall(), "1.000", "1.000")
	t.row("tokens", tokens.gold, tokens.f1(), "", "")
	if b.Clock != nil && fast > 0 {
		t.row("times faster", tokens.gold, fmt.Sprintf("%.0f", slow.Seconds()/fast.Seconds()), "20", "60")
	}
	b.table(t)
	return nil
}

// proseSentences returns the words of as many sentences as are compared.
func proseSentences(all []outcome) [][]string {
	var sentences [][]string
	words := 0
	for _, j := range all {
		for _, s := range j.result.Article.Sentences {
			if words >= taggedTokens {
				return sentences
			}
			sentences = append(sentences, spelled(j.result.Article, s))
			words += s.Tokens.To - s.Tokens.From
		}
	}
	return sentences
}

// processor returns the processor's time, 0 without a clock.
func (b *bench) processor() time.Duration {
	if b.Clock == nil {
		return 0
	}
	_, cpu := b.Clock()
	return cpu
}

// spelled returns the words of a sentence as the models know them: quotation
// marks as the Treebank writes them, apostrophes straight.
func spelled(a *article.Article, s article.Sentence) []string {
	var list []string
	for _, t := range a.Tokens[s.Tokens.From:s.Tokens.To] {
		word := strings.ReplaceAll(a.Words(t.Span), "’", "'")
		if word == `"` || word == "“" || word == "”" {
			word = t.Tag
		}
		list = append(list, word)
	}
	return list
}

func wordsOf(tokens []extract.ProseToken) []string {
	list := make([]string, len(tokens))
	for i, t := range tokens {
		list[i] = t.Text
	}
	return list
}

// compareTags compares one sentence.
func (b *bench) compareTags(theirs []extract.ProseToken, ownTags, ownLabels []string, tags, labels *tally) {
	seen := map[string]bool{}
	distinct := true
	sentence := strings.Join(wordsOf(theirs), " ")
	for i := len(theirs) - 1; i >= 0; i-- {
		word := theirs[i].Text
		if seen[word] {
			distinct = false
			continue
		}
		seen[word] = true
		if plain(word) == "" {
			continue
		}
		tags.gold++
		if ownTags[i] == theirs[i].Tag {
			tags.right++
		} else {
			b.miss(word, theirs[i].Tag, ownTags[i], sentence)
		}
	}
	if !distinct {
		return
	}
	for i := range theirs {
		labels.gold++
		if ownLabels[i] == theirs[i].Label {
			labels.right++
		} else {
			b.miss(theirs[i].Text, theirs[i].Label, ownLabels[i], sentence)
		}
	}
}
