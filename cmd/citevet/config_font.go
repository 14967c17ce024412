package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"go.yaml.in/yaml/v3"

	"citevet/pipeline/brief/page"
)

// maxFont bounds the size of a font, in bytes. Those for all of Chinese take some
// 20 MiB.
const maxFont = 64 << 20

// font reads a font that the configuration names, so that it is known to be
// usable before anything is done.
func (f *configFile) font(n *yaml.Node) {
	if n.Value == "" {
		f.at(n, "a font is empty here; name its file")
		return
	}
	data, err := readFontFile(f.fontPath(n.Value))
	if err == nil {
		var font *page.Font
		if font, err = page.ReadFont(data); err == nil {
			f.fonts = append(f.fonts, font)
			return
		}
	}
	f.at(n, "%s %v", n.Value, err)
}

// fontPath returns where a font lies that the configuration names.
func (f *configFile) fontPath(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(filepath.Dir(f.name), name)
}

// readFontFile reads a font. The error reads as the rest of a sentence that the
// file's name begins, as those of [page.ReadFont] do.
func readFontFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("does not exist at %s; correct the name, which is read from the configuration's folder on", name)
	case err != nil:
		return nil, unreadableFont(err)
	case info.IsDir():
		return nil, errors.New("is a folder; name the font files in it one by one")
	case !info.Mode().IsRegular():
		return nil, errors.New("is no file; name a TrueType file (.ttf)")
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, unreadableFont(err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxFont+1))
	if err != nil {
		return nil, unreadableFont(err)
	}
	if len(data) > maxFont {
		return nil, fmt.Errorf("is larger than %d MiB; name a font of fewer characters, or cut it down to what the articles need", maxFont>>20)
	}
	return data, nil
}

func unreadableFont(err error) error {
	return fmt.Errorf("cannot be read: %w; name a file that can", withoutPath(err))
}
