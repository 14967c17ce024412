package ingest_test

import (
	"testing"

	"citevet/pipeline/article"
	"citevet/pipeline/ingest"
)

func TestTheCorpusIsReadWithoutProblems(t *testing.T) {
	files, err := ingest.Expand([]string{"../../corpus"})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		t.Run(name, func(t *testing.T) {
			d, err := ingest.File(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := d.Check(); err != nil {
				t.Error(err)
			}
			entries := 0
			for _, b := range d.Blocks {
				if b.Kind == article.Entry {
					entries++
				}
			}
			if entries == 0 || len(d.Problems) > 0 {
				t.Errorf("%d entries, problems %+v", entries, d.Problems)
			}
		})
	}
}
