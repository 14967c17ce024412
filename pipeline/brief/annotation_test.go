package brief

import (
	"strings"
	"testing"

	"citevet/pipeline/check"
)

func TestAnnotationsPointIntoTheFile(t *testing.T) {
	r := mended(t)
	file := []rune(string(r.Article.Source))
	page := decoded(t, must(Annotations([]check.Result{r}, trialRun)))
	if page["@context"] != "http://www.w3.org/ns/anno.jsonld" || page["type"] != "AnnotationPage" {
		t.Errorf("got %v", page)
	}
	for _, item := range list(page, "items") {
		quote, position := at(item, "target.0.selector.0").(object), at(item, "target.0.selector.1").(object)
		from, to := int(position["start"].(float64)), int(position["end"].(float64))
		before, _ := quote["prefix"].(string)
		if string(file[from:to]) != quote["exact"] || !strings.HasSuffix(string(file[:from]), before) ||
			!strings.HasPrefix(string(file[to:]), quote["suffix"].(string)) {
			t.Errorf("%q at %d..%d is %v", string(file[from:to]), from, to, quote)
		}
		if !strings.HasPrefix(item["id"].(string), "urn:uuid:") {
			t.Errorf("the ID is %v", item["id"])
		}
	}
}
