package page

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSignsStandOnTheLineOfTheirWords(t *testing.T) {
	const text = "東京都は、「データセンター」（約三百棟）の〈省エネルギー〉計画を、二〇二五年三月に発表した。" +
		"人々はニュースを聞いて、ちょっと驚いたという。「もっと早く知りたかった」と、ある住民は語った。《漢語大字典》復補其闕，學者以為詳備！"
	for width := 70.0; width < 300; width += 3 {
		for i, line := range setLines(text, width) {
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(line)
			if strings.ContainsRune(neverFirst, first) || strings.ContainsRune(neverLast, last) {
				t.Errorf("at %.0f points line %d is %q", width, i, line)
			}
		}
	}
}
