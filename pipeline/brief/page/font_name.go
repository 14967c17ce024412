package page

import (
	"bytes"
	"path"
	"regexp"
	"strings"
)

// writerNames are the names that the PDF writer makes of [typeface.name].
var writerNames = regexp.MustCompile(`/utf8(face[0-9]+|font[0-9a-f]+)\b`)

// nameFonts gives the fonts the names of their faces, and before each the tag that
// says that it is but a part (ISO 32000-1, 9.6.4): the writer numbers them.
func (s sealing) nameFonts(own []*Font) {
	names := map[string]string{}
	for face, file := range faceFiles {
		t := typeface{face: Face(face)}
		names[t.name(false)] = "CITVET+" + strings.TrimSuffix(path.Base(file), ".ttf")
	}
	for _, f := range own {
		names[f.face.name(false)] = f.tag() + "+" + f.plainFamily()
	}
	for i, body := range s.objects.bodies {
		if !bytes.HasPrefix(body, []byte("<</Type /Font")) {
			continue
		}
		named := writerNames.ReplaceAllFunc(body, func(name []byte) []byte {
			if known, ok := names[strings.TrimPrefix(string(name), "/utf8")]; ok {
				return []byte("/" + known)
			}
			return name
		})
		s.objects.set(i+1, named, false)
	}
}

// tag is six capital letters that differ from font to font.
func (f *Font) tag() string {
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + f.sum[i]%26
	}
	return string(tag[:])
}

// plainFamily is the family's name in letters and digits, as fonts are named in a
// PDF file.
func (f *Font) plainFamily() string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, f.family)
	if name == "" {
		return "Font"
	}
	return name
}
