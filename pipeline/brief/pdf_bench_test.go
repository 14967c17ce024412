package brief

import "testing"

func BenchmarkPDF(b *testing.B) {
	r := harbour(b).judged()
	for b.Loop() {
		if _, err := New(r, trialRun).PDF(PDFOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
