package brief

import (
	"bytes"
	"fmt"
	"testing"

	"citevet/pipeline/brief/page"
)

func TestEveryPaperHasItsSize(t *testing.T) {
	b := New(harbour(t).judged(), trialRun)
	for i, format := range []page.Format{page.A4, page.Letter} {
		t.Run(Papers[i], func(t *testing.T) {
			o := PDFOptions{Paper: Papers[i]}
			file, err := b.PDF(o)
			if err != nil {
				t.Fatal(err)
			}
			if box := fmt.Sprintf("/MediaBox [0 0 %.2f %.2f]", format.Width, format.Height); !bytes.Contains(file, []byte(box)) {
				t.Errorf("the file has no %s", box)
			}
			for _, out := range b.set(o).Outsiders() {
				t.Errorf("outside the margins: %+v", out)
			}
		})
	}
}
