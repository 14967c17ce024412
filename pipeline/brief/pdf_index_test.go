package brief

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestTheBatchPDFTellsOfEveryArticle(t *testing.T) {
	articles, run := batchTrial(t)
	doc := indexSheets(articles, run, PDFOptions{})
	text := squeezed(strings.Join(doc.Words(), " "))
	for _, words := range []string{
		batchWords(batchOf(articles, run)), Standing, "Harbour bill stalls as Ana Petrova waits", "The quay <widened>", "1 claim without possible support",
		"the source is dated 2013 here and 2019 in news/quay & co.txt", "corpus/trial.txt:3:1", "news/latin.txt", "not <valid> UTF-8",
		"Every source was read before the time the claim speaks of.", "1 source predates the event",
	} {
		if !strings.Contains(strings.ToLower(text), strings.ToLower(squeezed(words))) {
			t.Errorf("%q is not in the PDF", words)
		}
	}
	for _, o := range doc.Outsiders() {
		t.Errorf("outside the margins: %+v", o)
	}
}

func TestTheBatchPDFIsTheSameTwice(t *testing.T) {
	articles, run := batchTrial(t)
	first, err := IndexPDF(articles, run, PDFOptions{Results: []byte("{}")})
	if err != nil {
		t.Fatal(err)
	}
	again, err := IndexPDF(articles, run, PDFOptions{Results: []byte("{}")})
	if err != nil || !bytes.Equal(first, again) {
		t.Error("the bytes differ")
	}
}

func TestABatchOfNothingHasAPDF(t *testing.T) {
	if _, err := IndexPDF(nil, Run{}, PDFOptions{}); err != nil {
		t.Error(err)
	}
	_, err := IndexPDF([]RunResult{Failed("\x00\U0001F6A9", fmt.Errorf("no"))}, trialRun, PDFOptions{})
	if err != nil {
		t.Error(err)
	}
}

func TestALargeBatchTellsTheGravestAndCountsTheRest(t *testing.T) {
	articles, run := batchTrial(t)
	many := articles[3:4:4]
	for i := range digests + 30 {
		one := articles[0]
		one.Name = fmt.Sprintf("news/%d.txt", i)
		many = append(many, one)
	}
	text := squeezed(strings.Join(indexSheets(many, run, PDFOptions{}).Words(), " "))
	if !strings.Contains(text, squeezed("Not told of one by one: 31 articles")) {
		t.Error("the articles that are not told of are not counted")
	}
	if n := strings.Count(text, "news/229.txt"); n != 1 {
		t.Errorf("the last article stands there %d times", n)
	}
}
