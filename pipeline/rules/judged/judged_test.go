package judged

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestBadJudgementsAreNamed(t *testing.T) {
	const head = "corpus\tarticle\tfingerprint\tseverity\tjudgement\treason\n"
	for name, tt := range map[string]struct{ file, want string }{
		"a foreign head":      {"corpus\tarticle\n", "r.tsv:1: the head"},
		"too few cells":       {head + "wiki\tA\tf1\twarning\tright\n", "r.tsv:2: 5 cells, want 6"},
		"an unknown word":     {head + "wiki\tA\tf1\twarning\tyes\twhy\n", `r.tsv:2: judgement "yes"`},
		"an unknown severity": {head + "wiki\tA\tf1\tbad\tright\twhy\n", `r.tsv:2: severity "bad"`},
	} {
		_, err := readAll(fstest.MapFS{"r.tsv": {Data: []byte(tt.file)}})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want …%s…", name, err, tt.want)
		}
	}
}

func TestShippedJudgementsAreSound(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[Judgement]bool{}
	for _, j := range all {
		k := Judgement{Rule: j.Rule, Corpus: j.Corpus, Article: j.Article, Fingerprint: j.Fingerprint}
		if seen[k] {
			t.Errorf("%s.tsv judges %s of %s twice", j.Rule, j.Fingerprint, j.Article)
		}
		seen[k] = true
		if corpusWords[j.Corpus] == "" {
			t.Errorf("%s.tsv names the corpus %q, which nothing describes", j.Rule, j.Corpus)
		}
	}
}

func TestSentence(t *testing.T) {
	counts := []Count{
		{"some-rule", "wiki", "error", "2026-01-02", 50, 4, 4, 0, 0},
		{"some-rule", "wiki", "warning", "2026-01-02", 50, 90, 40, 4, 2},
		{"some-rule", "deepresearch", "warning", "2026-01-02", 27, 0, 0, 0, 0},
		{"another", "wiki", "warning", "2026-01-03", 50, 7, 7, 0, 0},
	}
	want := "4 of 50 findings read on real articles are wrong.\n\nCounted 2026-01-02: on 50 encyclopedia articles 94 findings, 50 read, 4 wrong, 2 unclear; " +
		"on 27 reports written by a language model no finding. What was found wrong before is mended."
	if got := Sentence("some-rule", counts); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := Sentence("unknown", counts); got != "" {
		t.Errorf("unmeasured: %s", got)
	}
}

func TestStamped(t *testing.T) {
	page := "# r\n\n## Measured\n\nOld words\nover lines.\n\nWhat stands below.\n"
	if got, want := Stamped(page, "New."), "# r\n\n## Measured\n\nNew.\n\nWhat stands below.\n"; got != want {
		t.Errorf("got %q", got)
	}
	if got, want := Stamped("# r\n\n## Measured\n\nOld.\n", "New."), "# r\n\n## Measured\n\nNew.\n"; got != want {
		t.Errorf("last paragraph: got %q", got)
	}
	old := "# r\n\n## Measured\n\nOld.\n\nCounted long ago.\n\nWhat stands below.\n"
	if got, want := Stamped(old, "New.\n\nCounted now."), "# r\n\n## Measured\n\nNew.\n\nCounted now.\n\nWhat stands below.\n"; got != want {
		t.Errorf("two paragraphs: got %q", got)
	}
	if got := Stamped("# r\n", "New."); got != "# r\n" {
		t.Errorf("no section: got %q", got)
	}
}
