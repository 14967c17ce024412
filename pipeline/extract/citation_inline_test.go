package extract

import (
	"fmt"
	"strings"
	"testing"
)

func TestSourcesThatStandInTheText(t *testing.T) {
	const list = "\n## References\n\nRoe, J. (2021). The north. Coast Press.\n"
	for _, tt := range []struct{ name, body, want string }{
		{"a paper and its year", "It fell ([The Coast Record, 2021](https://c.org/2021/02/n)).", "The Coast Record, 2021→0 The Coast Record|2021|2021/02"},
		{"a day", "It fell ([Harbour News, 12 May 2020](https://h.org/f)).", "Harbour News, 12 May 2020→0 Harbour News|12 May 2020|"},
		{"a day in the other order", "It fell [[Harbour News, May 12, 2020](https://h.org/f)].", "Harbour News, May 12, 2020→0 Harbour News|May 12, 2020|"},
		{"where a line ends in it", "It fell ([The Coast\nRecord,\n2021](https://c.org/n);\n[Roe,\n2019](https://r.org/f)).", "The Coast Record, 2021→0 The Coast Record|2021| Roe, 2019→1 Roe|2019|"},
		{"brackets within the link", "It fell [(Roe, 2019)](https://r.org/f). It rose ([Roe, 2019](https://r.org/f)).", "Roe, 2019→0 Roe|2019| Roe, 2019→0 Roe|2019|"},
		{"two in one bracket", "It fell ([Roe, 2019](https://r.org/f); [Doe & Poe, 2018](https://d.org/x)).", "Roe, 2019→0 Roe|2019| Doe & Poe, 2018→1 Doe & Poe|2018|"},
		{"a link in the sentence", "It fell, as [Roe, 2019](https://r.org/f) says.", ""},
		{"a bracket that says more", "It fell (as the [Coast Record, 2021](https://c.org/n) says).", ""},
		{"a date alone, and words without one", "It fell ([May 12, 2020](https://h.org/f)) and rose ([see the report](https://h.org/g)).", ""},
		{"no address", "It fell ([Roe, 2019](#roe)).", ""},
		{"an article with a list", "It fell ([Doe, 2019](https://r.org/f))." + list, ""},
	} {
		a := readArticle(t, "# Harbour\n\n"+tt.body+"\n")
		var got []string
		for _, c := range a.Citations {
			r := a.References[c.Reference]
			got = append(got, fmt.Sprintf("%s→%d %s|%s|%s", c.Label, c.Reference, r.Container.Text, r.Published.Text, r.URLDate.Text))
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}
