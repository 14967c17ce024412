package main

import (
	"path/filepath"
	"slices"
)

// What is written may not take the place of what is read: an article is lost for
// good when its briefing has its name.

// clash reports, as the user's mistake, an --output that would be written over an
// article, over a file that says how to judge it or, in a run, over another output.
func (a *analysis) clash() error {
	if len(a.outputs) == 0 {
		return nil
	}
	read := map[string]string{} // what lies at a place
	for _, in := range a.inputs {
		if in.stdin == nil {
			read[landing(in.path)] = "is an article that is read"
		}
	}
	if a.file != nil {
		read[landing(a.file.name)] = "is the configuration"
		for _, font := range a.Fonts {
			read[landing(a.file.fontPath(font))] = "is a font"
		}
	}
	if a.Almanac != "" {
		read[landing(a.Almanac)] = "is the almanac"
	}
	if a.Baseline != "" {
		read[landing(a.Baseline)] = "is the baseline"
	}
	for _, o := range append([]output{{form: a.format}}, a.outputs...) {
		if o.file != "" {
			read[landing(o.file)] = "is a template that is read"
		}
	}
	for _, o := range a.outputs {
		if o.path == "" {
			continue
		}
		if what := read[landing(o.path)]; what != "" {
			return usagef("--output would be written over %s, which %s; name another file", o.path, what)
		}
	}
	return nil
}

// batchClash is clash for what a run writes besides, to the output folder.
func (a *analysis) batchClash() error {
	folder := landing(a.Out)
	written := map[string]bool{}
	for _, name := range batchFiles {
		written[filepath.Join(folder, name)] = true
	}
	for _, in := range a.inputs {
		for _, ending := range articleEndings {
			written[filepath.Join(folder, filepath.FromSlash(in.stem)+ending)] = true
		}
	}
	for _, in := range a.inputs {
		if in.stdin == nil && written[landing(in.path)] {
			return usagef("a briefing would be written over the article %s; write to another folder with --out", in.name)
		}
	}
	i := slices.IndexFunc(a.outputs, func(o output) bool { return o.path != "" && written[landing(o.path)] })
	if i >= 0 {
		return usagef("--output would be written over %s, which the run writes itself; name another file", a.outputs[i].path)
	}
	return nil
}

// landing returns where a file of that path comes to lie: the whole path, links
// followed as far as there is something.
func landing(name string) string {
	whole, err := filepath.Abs(name)
	if err != nil {
		return filepath.Clean(name)
	}
	if target, err := filepath.EvalSymlinks(whole); err == nil {
		return target
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(whole)); err == nil {
		return filepath.Join(folder, filepath.Base(whole))
	}
	return whole
}
