package ingest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
)

// outline returns one line a block: its kind, where it stands in its table or
// how deep it is, and its words.
func outline(d article.Document) []string {
	var lines []string
	for _, b := range d.Blocks {
		kind := string(b.Kind)
		switch {
		case b.Table > 0:
			kind += fmt.Sprintf(" %d:%d,%d", b.Table, b.Row, b.Column)
		case b.Level > 0:
			kind += fmt.Sprintf(" %d", b.Level)
		}
		lines = append(lines, kind+": "+strings.ReplaceAll(d.Words(b.Span), "\n", " / "))
	}
	return lines
}

func parse(t *testing.T, format ingest.Format, source string) article.Document {
	t.Helper()
	d, err := ingest.Parse("article", []byte(source), format)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Check(); err != nil {
		t.Fatal(err)
	}
	return d
}

func read(t *testing.T, name string) article.Document {
	t.Helper()
	source, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, ingest.FormatOf(name), string(source))
}

func wantOutline(t *testing.T, d article.Document, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, outline(d)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
}

func TestWrappedNewsWithBylineAndReferences(t *testing.T) {
	d := read(t, "harbour-news.txt")
	wantOutline(t, d,
		"heading 1: Harbour Bridge Reopens After Two Years of Repairs",
		"furniture: By Ida Lindqvist and Omar Haddad",
		"furniture: Published 3 May 2024 | Updated 5 May 2024",
		"paragraph: PORT MERIDIAN, May 3 (Coastal Wire) - The harbour bridge reopened to / traffic on Friday after two years of repairs that cost more than first / planned, the city's works department said [1].",
		"paragraph: Engineers had closed both lanes in April 2022, when an inspection found / cracks in eleven of the forty hangers [1, 2]. Freight was sent through the / northern tunnel, which / handled 9,400 lorries a day at its peak [3].",
		"heading 2: What comes next",
		"paragraph: The department is to publish its final accounts by the end of June. No / tolls are planned.",
		"furniture: Read also:",
		"furniture: Ferry timetable changes for the summer",
		"furniture: How the northern tunnel was dug",
		"heading 2: References",
		"entry: [1] Works Department (2024). Harbour Bridge: closing report. Port /     Meridian City Council. https://works.example/bridge/closing-report /     [Accessed 4 May 2024].",
		"entry: [2] Lindqvist, I. (2022). \"Cracks found in bridge hangers\". Coastal Wire, /     12 April.",
		"entry: [3] Port Authority, Traffic bulletin 7/2023. / https://port.example/bulletins/7-2023",
		"furniture: Share this article",
		"furniture: © 2024 Coastal Wire",
	)
	if d.Meta.Date != "3 May 2024" || d.Words(d.Meta.DateSpan) != d.Meta.Date {
		t.Errorf("the article's date is %q at %v", d.Meta.Date, d.Meta.DateSpan)
	}
}

func TestMarkdownOfEveryKind(t *testing.T) {
	d := read(t, "orchards.md")
	wantOutline(t, d,
		"heading 1: Orchards under glass",
		"furniture: An orchard in March",
		"paragraph: Growers in the valley covered 4\u00a0000 hectares by 2024 [1], / up from 900 in 2018 [1](2018). / Yields rose [2], though net costs did too [^costs].",
		"quote: Glass bought us three weeks, / and frost took two of them.",
		"heading 2: Costs",
		"head 1:0,0: Item", "head 1:0,1: 2018", "head 1:0,2: 2024",
		"head 1:1,0: Glass, per m²", "cell 1:1,1: 31", "cell 1:1,2: 44 [3]",
		"head 1:2,0: Labour | hours", "cell 1:2,2: 12",
		"list item: Glass is paid once.",
		"list item: Labour is paid each year:",
		"list item: pruning",
		"list item: picking",
		"code: yield = trees * weight",
		"heading 2: See also",
		"furniture: Frost protection",
		"heading 2: Sources",
		"entry: [1]: https://orchards.example/survey \"Orchard survey 2024\"",
		"entry: [2]: https://valley.example/yields",
		"entry: [3] Ministry of Land. Prices 2018–2024. / Retrieved 9 January 2025.",
		"entry: [^costs]: Valley Growers' Union, annual report, 2024.",
	)
	meta := article.Meta{Title: "Orchards under glass", Language: "en-GB", Date: "2025-02-11"}
	if d.Meta != meta {
		t.Errorf("front matter: %+v, want %+v", d.Meta, meta)
	}
	if len(d.Problems) != 1 || !strings.Contains(d.Problems[0].Message, "HTML on line 17") {
		t.Errorf("problems: %+v", d.Problems)
	}
}

func TestLinesAsParagraphsInRussian(t *testing.T) {
	d := read(t, "reservoir.txt")
	wantOutline(t, d,
		"heading 1: Уровень водохранилища снизился третий год подряд",
		"furniture: Автор: Дина Ахметова",
		"furniture: Дата публикации: 14 марта 2025 года",
		"paragraph: Уровень воды в Северном водохранилище снизился на 1,4 метра за 2024 год, сообщило министерство, и это третье снижение подряд, хотя весна была дождливой и притоки были полны [1]. По данным бассейновой инспекции, сброс вырос вдвое [2].",
		"heading 2: Сроки ремонта",
		"paragraph: Ремонт плотины, который планировали начать в 2023 году, отложен до 2026 года, потому что подрядчик не представил проект в срок, говорится в отчёте инспекции, опубликованном в феврале [2].",
		"heading 2: Источники",
		"entry: 1. Министерство воды. Сводка за 2024 год. https://water.example/svodka (дата обращения: 10.03.2025).",
		"entry: 2. Бассейновая инспекция. Отчёт, февраль 2025.",
		"furniture: Читайте также:",
		"furniture: Как читать сводки о воде",
	)
	if d.Meta.Date != "14 марта 2025" {
		t.Errorf("the article's date is %q", d.Meta.Date)
	}
}

func TestTablesDrawnWithPipesInPlainText(t *testing.T) {
	d := read(t, "ferries.txt")
	wantOutline(t, d,
		"heading 1: FERRY LINES AND THEIR FLEETS",
		"heading 2: SUMMARY",
		"paragraph: Table 1 gives the fleets as of 2023.",
		"head 1:0,0: Line", "head 1:0,1: Ships", "head 1:0,2: Since",
		"head 1:1,0: North", "cell 1:1,1: 4", "cell 1:1,2: 1998 [1]",
		"head 1:2,0: South", "cell 1:2,2: 2011",
		"paragraph: Figures are rounded.",
		"head 2:0,0: Port", "head 2:0,1: Berths",
		"head 2:1,0: Alder", "cell 2:1,1: 3",
		"head 2:2,0: Birch", "cell 2:2,1: 5 [2]",
		"entry: [1] Ferry Register (2023). Fleet list. https://register.example/fleet",
		"entry: [2] Harbour Board (2022). Berths.",
		"paragraph: The boards merged in 2024, and the register has been kept by the new one since then, which is why later figures cannot be compared with these [1].",
	)
}

func TestCellsKnowTheirHeads(t *testing.T) {
	d := read(t, "ferries.txt")
	for _, b := range d.Blocks {
		if d.Words(b.Span) != "1998 [1]" {
			continue
		}
		if b.ColumnHead < 0 || d.Words(d.Blocks[b.ColumnHead].Span) != "Since" {
			t.Errorf("column head: %d", b.ColumnHead)
		}
		if b.RowHead < 0 || d.Words(d.Blocks[b.RowHead].Span) != "North" {
			t.Errorf("row head: %d", b.RowHead)
		}
		return
	}
	t.Error("the cell is missing")
}

func TestMarkdownWithUnnumberedReferences(t *testing.T) {
	d := read(t, "essay.md")
	wantOutline(t, d,
		"heading 1: The Long Count",
		"paragraph: Sir John's essay of 1911 is quoted in Marlow, and / elsewhere; see the survey and https://survey.example/x_y_z. AT&T did / not reply — nor did http://a.example/q?a=1&copy=2&b=_c_ at first.",
		"heading 2: References",
		"entry: Marlow, A. (2019). Counting. Leeds: Quire.",
		"entry: Quire, B. “Long counts”. Retrieved from https://quire.example/long",
		"heading 3: Afterword",
		"paragraph: Nothing more was counted / after that. Never.",
	)
	var targets []string
	for _, l := range d.Links {
		targets = append(targets, d.Words(l.Span)+" > "+l.Target)
	}
	want := []string{"Marlow > https://marlow.example/a_(b)", "the survey > https://survey.example/2019", "https://survey.example/x_y_z > https://survey.example/x_y_z"}
	if diff := cmp.Diff(want, targets); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}
