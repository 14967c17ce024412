package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"
	"citevet/pipeline/when"
)

// read extracts a plain-text article of the given body, with entries 1 to 9.
func read(body string) article.Article {
	doc := article.Document{Name: "test.txt", Format: "text"}
	add := func(kind article.BlockKind, text string) {
		if doc.Text != "" {
			doc.Text += "\n"
		}
		at := len(doc.Text)
		doc.Text += text
		doc.Blocks = append(doc.Blocks, article.Block{
			Kind: kind, Span: article.Span{Start: at, End: len(doc.Text)}, Section: -1, ColumnHead: -1, RowHead: -1,
		})
	}
	add(article.Paragraph, body)
	for n := 1; n <= 9; n++ {
		add(article.Entry, fmt.Sprintf("[%d] Roe, J. (2020). Volume %d of the annals. Trade Press.", n, n))
	}
	doc.Source = []byte(doc.Text)
	doc.Origin = []article.Piece{{Len: len(doc.Text), SourceLen: len(doc.Text)}}
	return Extract(doc, Options{AsOf: when.Date{Year: 2026, Month: 9, Day: 1}, Almanac: almanac.Default()})
}

// told writes a claim as the tests expect it: its words, mood, time and markers.
func told(a *article.Article, c article.Claim) string {
	s := a.Text[c.Span.Start:c.Span.End] + " | " + string(c.Mood)
	for _, r := range c.Readings {
		s += " | " + r.When.String()
		if r.Shape == article.Whole {
			s += " whole"
		}
		if r.Doubt != "" {
			s += " doubted"
		}
	}
	var labels []string
	for _, n := range c.Citations {
		labels = append(labels, a.Citations[n].Label)
	}
	if len(labels) > 0 {
		s += " | [" + strings.Join(labels, " ") + "]"
	}
	if c.Loose {
		s += " loose"
	}
	return s
}

func TestClaims(t *testing.T) {
	tests := []struct {
		name, body string
		want       []string
	}{
		{"a condition within a report", "The port said that it would order a crane if traffic reached 500 ships in 2025 [1].", []string{
			"The port said that it would order a crane if traffic reached 500 ships in 2025 | scheduled | 2025-01-01..2025-12-31 | [1]",
		}},
		{"what runs as of a day", "As of June 2025, inflation runs at 2 percent [1].", []string{
			"As of June 2025, inflation runs at 2 percent | asserted | 2025-06-01..2025-06-30 | [1]",
		}},
		{"one clause, one time", "In March 2025 the party won the vote [1].", []string{
			"In March 2025 the party won the vote | asserted | 2025-03-01..2025-03-31 | [1]",
		}},
		{"two clauses, two times, one marker", "The repeal was completed in 2012 by an act, but similar progress has lagged [1][2].", []string{
			"The repeal was completed in 2012 by an act | asserted | 2012-01-01..2012-12-31 | [1 2] loose",
			"similar progress has lagged | ongoing | [1 2]",
		}},
		{"a time that opens the sentence holds for what is joined on", "As of mid-2025, a bill had yet to reach the house, and the duty has shifted to others [1].", []string{
			"As of mid-2025, a bill had yet to reach the house | asserted | 2025-05-01..2025-08-31 | [1] loose",
			"the duty has shifted to others | ongoing | 2025-05-01..2025-08-31 | [1]",
		}},
		{"a marker inside the sentence ends a claim", "The series paused in October 2008,[1] resuming in March 2009 with part three.", []string{
			"The series paused in October 2008 | asserted | 2008-10-01..2008-10-31 | [1]",
			"resuming in March 2009 with part three | asserted | 2009-03-01..2009-03-31",
		}},
		{"nouns joined by and are one claim", "Reports reflect support from the union and renewed hope for the talks [1].", []string{
			"Reports reflect support from the union and renewed hope for the talks | ongoing | [1]",
		}},
		{"a question is no claim", "Who won the vote in 2025 [1]?", nil},
		{"the latest of several times counts", "The city hosted the games in 2009 and 2016 [1].", []string{
			"The city hosted the games in 2009 and 2016 | asserted | 2016-01-01..2016-12-31 | [1]",
		}},
		{"since is open to the right", "Since 2014 the office has been held by a baker [1].", []string{
			"Since 2014 the office has been held by a baker | ongoing | 2014-01-01.. | [1]",
		}},
		{"a run is compared as a whole", "Exports doubled between 2019 and 2025 [1].", []string{
			"Exports doubled between 2019 and 2025 | asserted | 2019-01-01..2025-12-31 whole | [1]",
		}},
		{"an office used as a time", "Rules changed under the Obama administration [1].", []string{
			"Rules changed under the Obama administration | asserted | 2009-01-20..2017-01-20 | [1]",
		}},
		{"a title before a name is no time", "President Barack Obama studied law at Harvard [1].", []string{
			"President Barack Obama studied law at Harvard | asserted | [1]",
		}},
		{"the year of a parenthesis is no time", "The film Harbour Lights (2010) was drawn by hand [1].", []string{
			"The film Harbour Lights (2010) was drawn by hand | asserted | [1]",
		}},
		{"a year before a lower-case noun may name it", "The 2011 elections resulted in a hung house [1].", []string{
			"The 2011 elections resulted in a hung house | asserted | 2011-01-01..2011-12-31 doubted | [1]",
		}},
		{"what came before is background", "Prior to independence in 1975, the colony had 350,000 settlers [1].", []string{
			"Prior to independence in 1975, the colony had 350,000 settlers | asserted | [1]",
		}},
		{"a year after a noun and of is the noun's", "The town was proud of the games of 2024 [1].", []string{
			"The town was proud of the games of 2024 | asserted | 2024-01-01..2024-12-31 doubted | [1]",
		}},
		{"the end of a year dates as the year does", "The mill was sold at the end of 2024 [1].", []string{
			"The mill was sold at the end of 2024 | asserted | 2024-09-01..2024-12-31 | [1]",
		}},
		{"the present beside a year may be what is arranged", "The board elects a baker in 2025 [1].", []string{
			"The board elects a baker in 2025 | ongoing | 2025-01-01..2025-12-31 doubted | [1]",
		}},
		{"as of leaves no doubt in the present", "As of 2025, the lamp stands [1].", []string{
			"As of 2025, the lamp stands | ongoing | 2025-01-01..2025-12-31 | [1]",
		}},
		{"an infinitive ends where a finite verb follows", "The plan to merge was dropped in 2024 [1].", []string{
			"The plan to merge was dropped in 2024 | asserted | 2024-01-01..2024-12-31 | [1]",
		}},
		{"a comparison leaves a doubt", "Rents were lower in 2014 than in 2024 [1].", []string{
			"Rents were lower in 2014 than in 2024 | asserted | 2014-01-01..2014-12-31 | [1]",
		}},
		{"a time that opens the clause is the vote's, not the closing's", "In 2024 the council had voted to close its mill [1].", []string{
			"In 2024 the council had voted to close its mill | asserted | 2024-01-01..2024-12-31 | [1]",
		}},
		{"a time before its verb with by tells what was by then", "The mill, which by 2024 employed 900 people, was sold [1].", []string{
			"The mill, which by 2024 employed 900 people, was sold | asserted | 2024-01-01..2024-12-31 | [1]",
		}},
		{"what was allowed need not have happened", "The firm was allowed to close in 2024 [1].", []string{
			"The firm was allowed to close in 2024 | asserted | 2024-01-01..2024-12-31 doubted | [1]",
		}},
		{"a plan's year dates nothing", "The council approved the 2025 budget [1].", []string{
			"The council approved the 2025 budget | asserted | [1]",
		}},
		{"a gerund after a verb of weighing lies ahead", "The board discussed closing the mill in 2025 [1].", []string{
			"The board discussed closing the mill in 2025 | scheduled | 2025-01-01..2025-12-31 | [1]",
		}},
		{"an indefinite object of a verb of weighing leaves a doubt", "The council backed a closure in 2025 [1].", []string{
			"The council backed a closure in 2025 | asserted | 2025-01-01..2025-12-31 doubted | [1]",
		}},
		{"a figure rising from the present lies ahead", "The tax is 4 percent, rising to 5 percent in 2025 [1].", []string{
			"The tax is 4 percent, rising to 5 percent in 2025 | scheduled | 2025-01-01..2025-12-31 | [1]",
		}},
		{"as of in parentheses dates", "There were 41 parties (as of March 2025) [1].", []string{
			"There were 41 parties (as of March 2025 | asserted | 2025-03-01..2025-03-31 | [1]",
		}},
		{"a noun and a year may name", "Agenda 2025 has nine goals [1].", []string{
			"Agenda 2025 has nine goals | ongoing | [1]",
		}},
		{"quoted words date nothing", "The paper wrote “all was lost in 2025” of the match [1].", []string{
			"The paper wrote “all was lost in 2025” of the match | asserted | [1]",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(tt.body)
			var got []string
			for _, c := range a.Claims {
				got = append(got, told(&a, c))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("claims\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

func TestMood(t *testing.T) {
	tests := []struct {
		body string
		want article.Mood
	}{
		{"The bridge opened in 2024 [1].", article.Asserted},
		{"The bridge carries six lanes [1].", article.Ongoing},
		{"The bridge has carried six lanes since 2019 [1].", article.Ongoing},
		{"The bridge will open in 2027 [1].", article.Scheduled},
		{"The bridge is to open in 2027 [1].", article.Scheduled},
		{"The bridge is expected to open in 2027 [1].", article.Scheduled},
		{"The council aims to plant 9,000 trees by 2030 [1].", article.Scheduled},
		{"The council intends to ensure gas for all by 2031 [1].", article.Scheduled},
		{"The contract with the league runs through 2029 [1].", article.Scheduled},
		{"The mandate begins on 1 January 2027 [1].", article.Scheduled},
		{"The house had fixed 25 February 2027 for the ceremony [1].", article.Scheduled},
		{"The bridge may close [1].", article.Hypothetical},
		{"Had the bridge closed in 2024, the town would have lost its port [1].", article.Hypothetical},
		{"The council asked that the bridge be closed in 2024 [1].", article.Hypothetical},
		{"A strike was called for 4 August 2025 [1].", article.Scheduled},
		{"The rules apply from January 2025 [1].", article.Scheduled},
		{"The trial was moved to 4 August 2025 [1].", article.Scheduled},
		{"The trial was put off until January 2025 [1].", article.Scheduled},
		{"The theatre reopens in May 2025 [1].", article.Scheduled},
		{"The term is six years, ending in 2028 [1].", article.Scheduled},
		{"Preparations for the games in 2024 began early [1].", article.Scheduled},
		{"When the bridge reopens in 2024, it will carry trams [1].", article.Scheduled},
		{"Her term ended in 2025 [1].", article.Scheduled},
		{"Her term ended abruptly in March 2025 [1].", article.Asserted},
		{"The council set aside 40 million euros for repairs in 2025 [1].", article.Scheduled},
		{"He was released in 2025 at the earliest [1].", article.Scheduled},
		{"The cars came with a warranty until 2025 [1].", article.Scheduled},
		{"The firm had promised its owners a dividend in 2024 [1].", article.Scheduled},
		{"The firm promised a review in May 2025 [1].", article.Asserted},
		{"The schedule called for tests in March 2025 [1].", article.Scheduled},
		{"The schedule called for testing in 2023 and papers in March 2025 [1].", article.Scheduled},
		{"Payments under the scheme run from 2022 to 2026 [1].", article.Scheduled},
		{"The directive gave states until May 2025 to comply [1].", article.Scheduled},
		{"Leaders set a deadline of March 2025 [1].", article.Scheduled},
		{"He is eligible for parole in 2025 [1].", article.Scheduled},
		{"The treaty entered into force on 1 January 2025 in accordance with its article 40 [1].", article.Scheduled},
		{"In 2024 the council set aside 40 million euros for repairs [1].", article.Asserted},
		{"The planned merger collapsed in 2024 [1].", article.Asserted},
		{"Rovers beat Athletic on 24 May 2025 [1].", article.Asserted},
		{"If the bridge closes, the town loses its port [1].", article.Hypothetical},
		{"The mayor believes that the bridge is safe [1].", article.Opinion},
		{"The mayor said the bridge would open in 2027 [1].", article.Reported},
		{"The team went on to win the cup in 2016 [1].", article.Asserted},
		{"The deficit was estimated to be 13 per cent in May 2010 [1].", article.Asserted},
		{"The law was initially targeted at the union [1].", article.Asserted},
	}
	for _, tt := range tests {
		t.Run(tt.body, func(t *testing.T) {
			a := read(tt.body)
			if len(a.Claims) == 0 {
				t.Fatal("no claim")
			}
			if got := a.Claims[0].Mood; got != tt.want {
				t.Errorf("the claim is %s, want %s", got, tt.want)
			}
		})
	}
}

func TestArticleDateIsBoundedByWhatItTells(t *testing.T) {
	a := read("In March 2025 the party won the vote [1]. It will meet in 2029 [2]. The 2025 World Cup was lost [3].")
	want := when.Interval{From: when.Date{Year: 2025, Month: 3, Day: 1}, To: when.Date{Year: 2026, Month: 9, Day: 1}}
	if a.Dated.When != want || a.Dated.Stated {
		t.Errorf("the article is dated %s, want %s, inferred", a.Dated.When, want)
	}
}

func TestOnlyTheArticleDateExcludesATermLeavesADoubt(t *testing.T) {
	a := read("In June 2025 talks began [1]. Relations are marked by slow progress under the Trump administration [2].")
	c := a.Claims[1]
	if len(c.Readings) != 1 || c.Readings[0].Doubt == "" || len(c.Dropped) != 1 {
		t.Errorf("readings %+v, dropped %+v; want the present term alone, doubted, and the first term dropped", c.Readings, c.Dropped)
	}
}

func TestPresentCue(t *testing.T) {
	a := read("As of now, the tariff still applies to grain [1]. The tariff was still new in 2020 [2].")
	if c := a.Claims[0]; !c.Present || c.Cue.Text != "As of now" || len(c.Readings) != 0 {
		t.Errorf("first claim: present %v by %q with %d readings, want present by “As of now” with none", c.Present, c.Cue.Text, len(c.Readings))
	}
	if a.Claims[1].Present {
		t.Error("a clause about the past is taken for the present")
	}
}
