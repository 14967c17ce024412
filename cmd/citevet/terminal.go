package main

import (
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"citevet/pipeline/brief"
	"citevet/pipeline/rules"
)

// terminal is what standard output can show of the results.
func (a *analysis) terminal() brief.TerminalOptions {
	t := a.tool
	o := brief.TerminalOptions{Width: t.width(), Color: t.colored(), Quiet: t.flags.quiet}
	if o.Color && followsLinks(os.Getenv) {
		o.Links = a.links()
	}
	return o
}

// links gives the addresses of the articles, those from standard input aside,
// and of the rules' pages.
func (a *analysis) links() brief.Links {
	paths := make(map[string]string, len(a.inputs))
	for _, in := range a.inputs {
		if in.stdin == nil {
			paths[in.name] = in.path
		}
	}
	pages := pageFiles()
	address := func(files map[string]string) func(string) string {
		return func(name string) string {
			if file, ok := files[name]; ok {
				return addressOf(file)
			}
			return ""
		}
	}
	return brief.Links{File: address(paths), Page: address(pages)}
}

// followsLinks reports whether the terminal is known to take OSC 8 for a link;
// others may print it. There is no way to ask, only what they say of themselves
// in the environment: FORCE_HYPERLINK goes before that.
func followsLinks(env func(string) string) bool {
	if forced := env("FORCE_HYPERLINK"); forced != "" {
		return forced != "0"
	}
	if vte, err := strconv.Atoi(env("VTE_VERSION")); err == nil {
		return vte >= 5000 // GNOME Terminal and its kin from 0.50 on
	}
	if env("WT_SESSION") != "" || env("KONSOLE_VERSION") != "" || env("DOMTERM") != "" {
		return true
	}
	if slices.Contains([]string{"iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio"}, env("TERM_PROGRAM")) {
		return true
	}
	name := env("TERM")
	return slices.ContainsFunc([]string{"xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm"}, func(known string) bool {
		return name == known || strings.HasPrefix(name, known+"-")
	})
}

// addressOf returns the file: address of a path, whatever characters it has.
func addressOf(name string) string {
	whole, err := filepath.Abs(name)
	if err != nil {
		return ""
	}
	whole = filepath.ToSlash(whole)
	if !strings.HasPrefix(whole, "/") {
		whole = "/" + whole // C:/article.md
	}
	return (&url.URL{Scheme: "file", Path: whole}).String()
}

// pageFiles returns the rules' pages by the rules' names, where the program is
// run beside the sources that it was built from.
func pageFiles() map[string]string {
	_, here, _, ok := runtime.Caller(0)
	if !ok || !filepath.IsAbs(here) {
		return nil // built with -trimpath
	}
	pages := map[string]string{}
	for _, r := range rules.All() {
		page := filepath.Join(filepath.Dir(here), "..", "..", "pipeline", "rules", r.Family, r.Name+".md")
		if _, err := os.Stat(page); err == nil {
			pages[r.Name] = page
		}
	}
	return pages
}
