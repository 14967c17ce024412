package extract

import (
	"strings"
	"testing"

	"citevet/pipeline/almanac"
	"citevet/pipeline/article"

	"github.com/google/go-cmp/cmp"
)

func entitiesOf(doc *article.Document) []article.Entity {
	sents := splitSentences(doc)
	return findEntities(doc, almanac.Default(), sents, tagTokens(doc, sents))
}

// TestKinds gives the entities of a text as "words = ID", in order.
func TestKinds(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"bodies by their heads", "The Ministry of Water, Quill Holdings and the Tidal Energy Agency agreed.",
			[]string{"Ministry of Water = organization:ministry-of-water", "Quill Holdings = organization:quill-holdings", "Tidal Energy Agency = organization:tidal-energy-agency"}},
		{"a body with and in its name", "It went to the Wool and Hemp Administration.",
			[]string{"Wool and Hemp Administration = organization:wool-and-hemp-administration"}},
		{"two bodies joined by and", "The Department of Commerce and Norway agreed.",
			[]string{"Department of Commerce = organization:department-of-commerce", "Norway = place:norway"}},
		{"two forms of a department", "The Department of Trade spoke. The Trade Department was clear.",
			[]string{"Department of Trade = organization:department-of-trade", "Trade Department = organization:department-of-trade"}},
		{"two forms of a company", "Quill Inc. fell. Shares of Quill rose.",
			[]string{"Quill Inc. = organization:quill-inc", "Quill = organization:quill-inc"}},
		{"an acronym the text explains", "The Baltic Herring Council (BHC) met. The BHC voted.",
			[]string{"Baltic Herring Council = organization:baltic-herring-council", "BHC = organization:baltic-herring-council", "BHC = organization:baltic-herring-council"}},
		{"laws", "The Hatton-Price amendment fell, the Rivers Act 2011 and the Treaty of Malmö stood.",
			[]string{"Hatton-Price amendment = work:hatton-price-amendment", "Rivers Act 2011 = work:rivers-act-2011", "Treaty of Malmö = work:treaty-of-malmö"}},
		{"a law's short form", "The Hatton-Price Act fell. Since Hatton-Price, nothing has changed.",
			[]string{"Hatton-Price Act = work:hatton-price-act", "Hatton-Price = work:hatton-price-act"}},
		{"events keep their year", "It was at the 2022 World Cup, in World War II and at the Battle of Kursk.",
			[]string{"2022 World Cup = event:2022-world-cup", "World War II = event:world-war-ii", "Battle of Kursk = event:battle-of-kursk"}},
		{"countries under several names", "He left the U.S. for the United States.",
			[]string{"U.S. = place:united-states", "United States = place:united-states"}},
		{"countries joined by a hyphen", "The Norway-Sweden border is long.",
			[]string{"Norway = place:norway", "Sweden = place:sweden"}},
		{"places by their heads", "She sailed the Gulf of Oman, climbed Mount Kenya and crossed Lake Chad.",
			[]string{"Gulf of Oman = place:gulf-of-oman", "Mount Kenya = place:mount-kenya", "Lake Chad = place:lake-chad"}},
		{"town before its state", "He grew up in Altoonville, Ohio.",
			[]string{"Altoonville = place:altoonville", "Ohio = place:ohio"}},
		{"peoples", "Norwegians and Muslims voted.",
			[]string{"Norwegians = group:norwegians", "Muslims = group:muslims"}},
		{"surname after the full name", "Odile Brandt spoke. Later Brandt left.",
			[]string{"Odile Brandt = person:odile-brandt", "Brandt = person:odile-brandt"}},
		{"surname of the one named last", "Ann Kell spoke. Kell left. Bob Kell came. Kell sat.",
			[]string{"Ann Kell = person:ann-kell", "Kell = person:ann-kell", "Bob Kell = person:bob-kell", "Kell = person:bob-kell"}},
		{"middle initial comes and goes", "Ann Kell spoke. Ann B. Kell left.",
			[]string{"Ann Kell = person:ann-b-kell", "Ann B. Kell = person:ann-b-kell"}},
		{"a city that is a surname as well", "George Lisbon wrote. In Lisbon, Lisbon spoke.",
			[]string{"George Lisbon = person:george-lisbon", "Lisbon = place:lisbon", "Lisbon = person:george-lisbon"}},
		{"month that is a surname", "Tessa May called Quill Inc. in May.",
			[]string{"Tessa May = person:tessa-may", "Quill Inc. = organization:quill-inc"}},
		{"surnames that are titles", "Ann Bishop met Bob Major.",
			[]string{"Ann Bishop = person:ann-bishop", "Bob Major = person:bob-major"}},
		{"titles in bodies' and places' names", "General Motors, the Justice Department and King County agreed.",
			[]string{"General Motors = organization:general-motors", "Justice Department = organization:justice-department", "King County = place:king-county"}},
		{"a title alone is no name", "The Prime Minister met the Secretary of State.", nil},
		{"a sentence's first word is no name", "Exports doubled. Critics said otherwise.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, e := range entitiesOf(blocksOf(c.text)) {
				got = append(got, c.text[e.Span.Start:e.Span.End]+" = "+e.ID)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNamesAreFoundAgainInHeadingsAndTables(t *testing.T) {
	text := "Brandt Defends Norway's Herring Act\nOdile Brandt of Norway defended the Herring Act.\nBrandt in Norway"
	var got []string
	for _, e := range entitiesOf(blocksOf(text, article.Heading, article.Paragraph, article.Cell)) {
		got = append(got, e.ID)
	}
	want := strings.Fields("person:odile-brandt place:norway work:herring-act person:odile-brandt place:norway work:herring-act person:odile-brandt place:norway")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEntitiesAreTheSameEveryTime(t *testing.T) {
	text := "Ann Kell (AK) met the Ann Kell Council (AKC) in Kell. The AKC, AK and the Kell-Roe Act failed; Kell-Roe and Kell Inc. and Kell stayed."
	first := entitiesOf(blocksOf(text))
	for range 20 {
		if diff := cmp.Diff(first, entitiesOf(blocksOf(text))); diff != "" {
			t.Fatal(diff)
		}
	}
}
