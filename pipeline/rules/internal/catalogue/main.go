// Command catalogue writes CATALOGUE.md into the current folder.
package main

import (
	"log"
	"os"

	"citevet/pipeline/rules"
)

func main() {
	if err := os.WriteFile("CATALOGUE.md", []byte(rules.Catalogue(rules.All())), 0o644); err != nil {
		log.Fatal(err)
	}
}
