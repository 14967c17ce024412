package ingest

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Expand returns the files that args name: files as they are, of folders and
// globs ("**" reaches into folders) those with a known ending, in the order of
// their paths, names that begin with a dot left out. Each file comes once, where
// it is first named. Its error is an [*Error] for the first argument that names
// nothing.
func Expand(args []string) ([]string, error) {
	var files []string
	seen := map[string]bool{}
	for _, arg := range args {
		found, err := expand(arg)
		if err != nil {
			return nil, err
		}
		for _, f := range found {
			if clean := filepath.Clean(f); !seen[clean] {
				seen[clean] = true
				files = append(files, f)
			}
		}
	}
	return files, nil
}

func expand(arg string) ([]string, error) {
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		return folder(arg)
	case err == nil:
		return []string{arg}, nil
	case !hasMeta(arg):
		return nil, unreadable(arg, err)
	}
	matches, err := doublestar.FilepathGlob(arg)
	if err != nil {
		return nil, &Error{Name: arg, Message: "is not a valid pattern", Help: `write "*" for any name and "**" for any folders`, Cause: err}
	}
	var files []string
	for _, match := range matches {
		if hidden(arg, match) {
			continue
		}
		if info, err := os.Stat(match); err == nil && !info.IsDir() && known(match) {
			files = append(files, match)
		}
	}
	if len(files) == 0 {
		return nil, &Error{Name: arg, Message: "matches no article", Help: "articles end in " + knownEndings()}
	}
	slices.Sort(files)
	return files, nil
}

func hasMeta(path string) bool { return strings.ContainsAny(path, "*?[{") }

// hidden reports whether a match has a dotted name that its pattern did not ask
// for.
func hidden(pattern, match string) bool {
	if strings.Contains(filepath.ToSlash(pattern), "/.") || strings.HasPrefix(pattern, ".") && !strings.HasPrefix(pattern, "./") && !strings.HasPrefix(pattern, "../") {
		return false
	}
	for _, name := range strings.Split(filepath.ToSlash(match), "/") {
		if strings.HasPrefix(name, ".") && name != "." && name != ".." {
			return true
		}
	}
	return false
}

func folder(root string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return unreadable(path, err)
		}
		if path != root && strings.HasPrefix(entry.Name(), ".") {
			if entry.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if !entry.IsDir() && known(path) {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, &Error{Name: root, Message: "holds no article", Help: "articles end in " + knownEndings()}
	}
	slices.Sort(files)
	return files, nil
}

// known reports whether a file's ending is one of an article's. What a corpus
// keeps beside its articles, NAME.want.yaml, has none of them.
func known(path string) bool {
	_, ok := endings[strings.ToLower(filepath.Ext(path))]
	return ok
}

func knownEndings() string {
	var names []string
	for ending := range endings {
		names = append(names, ending)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}
