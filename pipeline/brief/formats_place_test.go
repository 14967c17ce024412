package brief

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"citevet/pipeline/check"
	"citevet/pipeline/ingest"
)

// where a format says that a finding is: the file, and the columns as the format
// counts them.
type where struct {
	format     string
	file       string
	start, end int
}

// everywhere returns where each format puts the only finding of a result.
func everywhere(t *testing.T, r check.Result, run Run) []where {
	t.Helper()
	results := []check.Result{r}
	column := func(v any) int { return int(v.(float64)) }
	physical := at(sarifOf(t, results, run), "runs.0.results.0.locations.0.physicalLocation")
	rd := at(decoded(t, must(RDJSON(results, run))), "diagnostics.0.location")
	command := commands(t, GitHub(results, run))[0].properties
	var checkstyle checkstyleReport
	if err := xml.Unmarshal(must(Checkstyle(results, run)), &checkstyle); err != nil {
		t.Fatal(err)
	}
	var junit junitSuites
	if err := xml.Unmarshal(must(JUnit(results, run)), &junit); err != nil {
		t.Fatal(err)
	}
	target := at(decoded(t, must(Annotations(results, run))), "items.0.target.0")
	position := at(target, "selector.1")
	mark := checkstyle.Files[0].Errors[0].Column
	return []where{
		{"sarif", at(physical, "artifactLocation.uri").(string), column(at(physical, "region.startColumn")), column(at(physical, "region.endColumn"))},
		{"rdjson", at(rd, "path").(string), column(at(rd, "range.start.column")), column(at(rd, "range.end.column"))},
		{"github", command["file"], number(t, []byte(command["col"])), number(t, []byte(command["endColumn"]))},
		{"annotation", at(target, "source").(string), column(at(position, "start")), column(at(position, "end"))},
		{"checkstyle", checkstyle.Files[0].Name, mark, mark + utf8.RuneCountInString(marks)},
		{"gitlab", at(array(t, must(GitLab(results, run)))[0], "location.path").(string), 0, 0},
		{"junit", junit.Suites[0].Cases[0].Class, 0, 0},
	}
}

// marks are the words that a finding is about.
const marks = "the quay"

// markedIn is an article as it is read from a file, with a finding at its words.
func markedIn(t *testing.T, name, file string) check.Result {
	t.Helper()
	doc, err := ingest.Parse(name, []byte(file), ingest.FormatOf(name))
	if err != nil {
		t.Fatal(err)
	}
	d := newDraft(t, doc.Text)
	d.a.Document = doc
	d.finding(check.Finding{Rule: "r", Severity: check.Warning, Message: "m", Span: d.at(marks), Fingerprint: "a1"})
	return d.judged()
}

// Each format counts columns in its own unit; the words are the same everywhere.
func TestEveryFormatCountsColumnsInItsUnit(t *testing.T) {
	const first = "The harbour of the north was opened."
	for _, c := range []struct {
		name, before string // what stands before the words on their line
		end          string // of lines
		head         string // of the file
	}{
		{"plain words", "They say that ", "\n", ""},
		{"Cyrillic", "Говорят, что ", "\n", ""},
		{"CJK", "据说北港的码头 ", "\n", ""},
		{"combining marks", "Cafe\u0301 by e\u0301\u0302 and ", "\n", ""},
		{"emoji of several code points", "\U0001F469\u200D\U0001F4BB \U0001F1F3\U0001F1F4 1\uFE0F\u20E3 ", "\n", ""},
		{"Hebrew", "הנמל של שלום ", "\n", ""},
		{"a tab", "They\tsay\tof ", "\n", ""},
		{"lines that end in CR LF", "Говорят, что ", "\r\n", ""},
		{"a byte order mark", "Говорят, что ", "\n", "\uFEFF"},
		{"both", "据说 ", "\r\n", "\uFEFF"},
		{"nothing", "", "\n", ""},
	} {
		for place, above := range map[string]string{"first line": "", "third line": first + c.end + c.end} {
			t.Run(c.name+", "+place, func(t *testing.T) {
				file := c.head + above + c.before + marks + " was closed in 2012." + c.end
				r := markedIn(t, "n.txt", file)
				// Reckoned from the file, by nothing that citevet counts with. Who counts
				// bytes counts those of a byte order mark; to the others it is no character.
				from := strings.Index(file, marks)
				line := file[strings.LastIndexAny(file[:from], "\r\n")+1 : from]
				points := utf8.RuneCountInString(strings.TrimPrefix(line, c.head)) + 1
				want := map[string]int{
					"sarif": points, "github": points, "checkstyle": points, "rdjson": len(line) + 1,
					"annotation": utf8.RuneCountInString(strings.TrimPrefix(file[:from], c.head)),
				}
				for _, w := range everywhere(t, r, trialRun) {
					if start, ok := want[w.format]; ok && (w.start != start || w.end != start+len(marks)) {
						t.Errorf("%s: from %d to %d, want %d to %d", w.format, w.start, w.end, start, start+len(marks))
					}
				}
			})
		}
	}
}

func TestFilesBelowTheWorkingFolderAreNamedRelativeToIt(t *testing.T) {
	run := trialRun
	run.Folders = []string{"/tmp/desk", "/private/tmp/desk"}
	for name, want := range map[string]string{
		"news/a.md":                   "news/a.md",
		"/tmp/desk/news/a.md":         "news/a.md",
		"/private/tmp/desk/news/a.md": "news/a.md",
		"../desk/news/a.md":           "news/a.md",
		"../../tmp/desk/a.md":         "a.md",
		"../other/a.md":               "../other/a.md",
		"/tmp/desktop/a.md":           "/tmp/desktop/a.md",
	} {
		for _, w := range everywhere(t, markedIn(t, name, marks+" was closed.\n"), run) {
			wanted := want
			switch {
			case w.format == "sarif":
				wanted = strings.TrimPrefix(want, "/")
			case w.format == "annotation" && strings.HasPrefix(want, "/"):
				wanted = "file://" + want
			}
			if w.file != wanted {
				t.Errorf("%s in %s: it is %q, want %q", name, w.format, w.file, wanted)
			}
		}
	}
}

// What a base is called is said where it is used, and its address ends in a slash.
func TestSARIFHasARelativeAddressAndABaseForEveryFile(t *testing.T) {
	results := []check.Result{markedIn(t, "a.md", marks+" x.\n"), markedIn(t, "/else/where/b c.md", marks+" x.\n")}
	results[1].Findings[0].Fingerprint = "b2"
	log := at(sarifOf(t, results, trialRun), "runs.0").(object)
	bases := log["originalUriBaseIds"].(object)
	if len(bases) != 2 || at(bases, sarifDisk+".uri") != "file:///" || at(bases, sarifRoot+".uri") != nil {
		t.Errorf("the bases are %v", bases)
	}
	locations := regexp.MustCompile(`"uri": "([^"]*)",\s*"uriBaseId": "([^"]*)"`).FindAllStringSubmatch(string(must(SARIF(results, trialRun))), -1)
	got := map[string]bool{}
	for _, l := range locations {
		got[l[1]+" "+l[2]] = true
	}
	want := map[string]bool{"a.md " + sarifRoot: true, "else/where/b%20c.md " + sarifDisk: true}
	if len(locations) != 4 || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%d locations, %v, want 4, %v", len(locations), got, want)
	}
	if only := sarifOf(t, results[:1], trialRun); at(only, "runs.0.originalUriBaseIds."+sarifDisk) != nil {
		t.Error("a base is named that nothing needs")
	}
}
