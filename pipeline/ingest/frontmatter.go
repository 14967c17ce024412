package ingest

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"citevet/pipeline/article"
)

// maxFrontMatter bounds what is read as front matter, in bytes.
const maxFrontMatter = 64 << 10

// readFrontMatter reads the YAML between "---" lines at the head of a Markdown
// file into Meta, and returns where the body begins: 0 where there is none.
func (d *draft) readFrontMatter(source string) (body int) {
	rest, ok := strings.CutPrefix(source, "---\n")
	if !ok {
		return 0
	}
	end, body := frontMatterEnd(rest)
	if end < 0 {
		return 0
	}
	const opening = len("---\n")
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(rest[:end]), &root); err != nil {
		if !strings.Contains(rest[:end], ":") {
			return 0
		}
		d.problem(fmt.Sprintf("the front matter is not valid YAML (%s), so nothing of it was read; mend it", strings.TrimPrefix(err.Error(), "yaml: ")), article.Span{})
		return opening + body
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return 0
	}
	d.Meta = metaOf(root.Content[0])
	return opening + body
}

// frontMatterEnd returns where the front matter's text ends and where the line
// that closes it ends, -1 where none closes it.
func frontMatterEnd(rest string) (end, body int) {
	for at := 0; at < len(rest) && at <= maxFrontMatter; {
		next := len(rest)
		if n := strings.IndexByte(rest[at:], '\n'); n >= 0 {
			next = at + n + 1
		}
		if l := strings.TrimRight(rest[at:next], " \t\n"); l == "---" || l == "..." {
			return at, next
		}
		at = next
	}
	return -1, 0
}

// metaOf takes the values of the keys that static site generators agree on.
func metaOf(mapping *yaml.Node) article.Meta {
	values := map[string]string{}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := mapping.Content[i], mapping.Content[i+1]
		if value.Kind == yaml.ScalarNode && value.Tag != "!!null" {
			values[strings.ToLower(key.Value)] = strings.TrimSpace(value.Value)
		}
	}
	first := func(keys ...string) string {
		for _, k := range keys {
			if values[k] != "" {
				return values[k]
			}
		}
		return ""
	}
	return article.Meta{
		Title:    first("title"),
		Language: first("lang", "language", "locale"),
		Date:     first("date", "published", "pubdate", "publishdate", "publish_date"),
	}
}
