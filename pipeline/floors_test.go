package pipeline_test

import (
	"encoding/json"
	"errors"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// floors orders the packages: imports go down only, never up and never sideways.
// A package belongs to the longest path here that begins its own.
var floors = map[string]int{
	"pipeline/when":       0,
	"pipeline/article":    1,
	"pipeline/almanac":    1,
	"pipeline/ingest":     2,
	"pipeline/extract":    2,
	"pipeline/check":      3,
	"pipeline/rules/":     4, // the families, and what was made of their findings
	"pipeline/brief/page": 5,
	"pipeline/rules":      5,
	"pipeline/brief":      6,
	"pipeline":            6,
	"pipeline/fleet":      7,
	"pipeline/measure":    7,
	"pipeline/attack":     7,
	"cmd":                 8,
}

// reasons says why no package of a floor may import one of its own floor.
var reasons = map[int]string{
	1: "the almanac knows facts and no articles, the article knows no facts: extract brings them together",
	2: "reading a file and understanding its text are tested apart; a Document is all that passes between them",
	4: "a rule is understood from its own family alone; what two families need belongs to check",
	5: "page is layout and knows no rules",
	6: "stages give results, brief words them; the command brings them together",
	7: "judging on many machines, scoring against gold answers and planting faults have nothing in common",
}

// confined lists what only some packages, or some files of one, may import.
var confined = []struct {
	what   []string // import paths, or what they begin with where they end in a slash
	within []string // packages or files, relative to the module
	reason string
}{{
	what:   []string{"github.com/jdkato/prose/"},
	within: []string{"pipeline/extract/prose.go"},
	reason: "prose has no offsets, panics and is frozen: one file wraps, feeds and overrules it",
}, {
	what:   []string{"github.com/go-pdf/fpdf"},
	within: []string{"pipeline/brief/page"},
	reason: "its faults are kept behind one gate that every string passes",
}, {
	what:   []string{"github.com/spf13/viper", "github.com/spf13/cobra", "github.com/spf13/cobra/", "github.com/spf13/pflag"},
	within: []string{"cmd"},
	reason: "the pipeline is a library: it takes values, not flags and files of settings",
}, {
	what:   []string{"os", "io/ioutil", "os/exec"},
	within: []string{"pipeline/ingest", "pipeline", "pipeline/fleet", "cmd"},
	reason: "ingest opens inputs and pipeline writes outputs; all between are functions of their arguments",
}, {
	what:   []string{"net", "net/http", "net/smtp", "net/rpc"},
	within: []string{"pipeline/fleet"},
	reason: "citevet is offline unless asked otherwise",
}, {
	what:   []string{"math/rand", "math/rand/v2", "crypto/rand"},
	within: []string{},
	reason: "the same input gives the same bytes",
}, {
	what:   []string{"citevet/pipeline/check/checktest", "testing"},
	within: []string{"pipeline/check/checktest"},
	reason: "tests are no part of the program",
}}

// module lists the packages of this module by their path within it.
func module(t *testing.T) map[string]listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-json=ImportPath,Name,Dir,GoFiles,Imports", "citevet/...")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	packages := map[string]listed{}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages
		}
		if err != nil {
			t.Fatal(err)
		}
		packages[strings.TrimPrefix(p.ImportPath, "citevet/")] = p
	}
}

type listed struct {
	ImportPath, Name, Dir string
	GoFiles, Imports      []string
}

// floorOf returns the floor of a package and the room it belongs to there: the
// package with those inside it, a family being a room of its own. What lies below
// the root of the pipeline needs a floor of its own; what is internal to a
// package stands on that package's.
func floorOf(name string) (room string, floor int, ok bool) {
	name, _, _ = strings.Cut(name, "/internal/")
	for at := name; at != "."; at = path.Dir(at) {
		if floor, ok := floors[at]; ok && (at != "pipeline" || name == at) {
			return at, floor, true
		}
		if floor, ok := floors[path.Dir(at)+"/"]; ok {
			return at, floor, true
		}
	}
	return "", 0, false
}

func TestImportsGoDown(t *testing.T) {
	for name, p := range module(t) {
		room, floor, ok := floorOf(name)
		if !ok {
			t.Errorf("%s stands on no floor: give it one here, or put it elsewhere", name)
			continue
		}
		for _, imported := range p.Imports {
			other, ours := strings.CutPrefix(imported, "citevet/")
			otherRoom, below, known := floorOf(other)
			switch {
			case !ours || !known || below < floor || otherRoom == room:
			case below > floor:
				t.Errorf("%s imports %s, which stands above it", name, other)
			default:
				t.Errorf("%s imports %s on its own floor: %s", name, other, reasons[floor])
			}
		}
	}
}

func TestImportsStayConfined(t *testing.T) {
	for name, p := range module(t) {
		if strings.Contains(name, "/internal/") && p.Name == "main" {
			continue // a program that go generate runs
		}
		for _, file := range p.GoFiles {
			parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, file), nil, parser.ImportsOnly)
			if err != nil {
				continue // the build says it better
			}
			for _, spec := range parsed.Imports {
				imported, _ := strconv.Unquote(spec.Path.Value)
				for _, c := range confined {
					if names(c.what, imported) && !slices.Contains(c.within, name+"/"+file) && !within(name, c.within) {
						t.Errorf("%s/%s imports %s: %s", name, file, imported, c.reason)
					}
				}
			}
		}
	}
}

// within reports whether a package is one of the places or lies inside one. The
// root of the pipeline does not count as the place of what lies inside it.
func within(name string, places []string) bool {
	for _, place := range places {
		if name == place || place != "pipeline" && strings.HasPrefix(name, place+"/") {
			return true
		}
	}
	return false
}

func names(what []string, imported string) bool {
	for _, w := range what {
		if imported == w || strings.HasSuffix(w, "/") && strings.HasPrefix(imported, w) {
			return true
		}
	}
	return false
}
