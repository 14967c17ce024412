package ingest_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citevet/pipeline/ingest"
)

// corpus makes a folder of articles and what lies beside them, and works in it.
func corpus(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range []string{"in/b.txt", "in/a.md", "in/a.want.yaml", "in/.draft.md", "in/.git/c.md", "in/deep/d.markdown", "in/deep/e.png", "in/notes", "empty/f.png"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestExpand(t *testing.T) {
	corpus(t)
	for _, c := range []struct {
		name string
		args []string
		want []string
	}{
		{"a folder with what is below it", []string{"in"}, []string{"in/a.md", "in/b.txt", "in/deep/d.markdown"}},
		{"a file of any ending", []string{"in/notes"}, []string{"in/notes"}},
		{"a file with a dotted name", []string{"in/.draft.md"}, []string{"in/.draft.md"}},
		{"a glob", []string{"in/*"}, []string{"in/a.md", "in/b.txt"}},
		{"a deep glob", []string{"**/*.{md,markdown}"}, []string{"in/a.md", "in/deep/d.markdown"}},
		{"each file once, where first named", []string{"in/b.txt", "./in", "in/*.txt"}, []string{"in/b.txt", "in/a.md", "in/deep/d.markdown"}},
		{"a trailing slash", []string{"in/deep/"}, []string{"in/deep/d.markdown"}},
		{"nothing asked", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ingest.Expand(c.args)
			if err != nil {
				t.Fatal(err)
			}
			for i := range got {
				got[i] = filepath.ToSlash(filepath.Clean(got[i]))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

func TestExpandNamesWhatMatchesNothing(t *testing.T) {
	corpus(t)
	for _, c := range []struct{ arg, want string }{
		{"in/missing.txt", "in/missing.txt: does not exist; check the spelling of the path"},
		{"in/*.rst", "in/*.rst: matches no article; articles end in .markdown, .md, .text, .txt"},
		{"in/*.want.yaml", "in/*.want.yaml: matches no article; articles end in .markdown, .md, .text, .txt"},
		{"empty", "empty: holds no article; articles end in .markdown, .md, .text, .txt"},
		{"in/[", `in/[: is not a valid pattern; write "*" for any name and "**" for any folders`},
	} {
		t.Run(c.arg, func(t *testing.T) {
			_, err := ingest.Expand([]string{"in/a.md", c.arg})
			var refused *ingest.Error
			if !errors.As(err, &refused) || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestAFileWhoseNameLooksLikeAGlobIsAFile(t *testing.T) {
	corpus(t)
	if err := os.WriteFile("in/what[1].md", []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ingest.Expand([]string{"in/what[1].md"})
	if err != nil || len(got) != 1 {
		t.Errorf("got %v, %v", got, err)
	}
}
