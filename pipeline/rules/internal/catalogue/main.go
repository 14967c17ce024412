// Command catalogue brings the rates of false alarms on the rules' pages up to
// date and writes CATALOGUE.md, in the folder of the rules.
package main

import (
	"log"
	"os"
	"path/filepath"

	"citevet/pipeline/rules"
	"citevet/pipeline/rules/judged"
)

func main() {
	counts, err := judged.Counts()
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range rules.All() {
		name := filepath.Join(r.Family, r.Name+".md")
		page := judged.Stamped(r.Page, judged.Sentence(r.Name, counts))
		if page == r.Page {
			continue
		}
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			log.Fatal(err)
		}
	}
	if err := os.WriteFile("CATALOGUE.md", []byte(rules.Catalogue(rules.All(), counts)), 0o644); err != nil {
		log.Fatal(err)
	}
}
