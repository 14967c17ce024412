package source

import (
	_ "embed"

	"citevet/pipeline/check"
)

//go:embed press-release.md
var pressReleasePage string

var pressRelease = check.NewRule(check.Meta{
	Name:     "press-release",
	Family:   "source",
	Summary:  "a claim rests on a press release alone",
	Since:    "0.1",
	Severity: check.Info,
	Page:     pressReleasePage,
}, struct{}{}, func(p *check.Pass, _ struct{}) {
	a := p.Article
	s := supportOf(a)
	releases := make([]bool, len(a.References))
	all := addressesOf(a)
	for _, x := range all {
		releases[x.reference] = release(&x)
	}
	found, claims := s.carrying(all, releases, func(c int, _ *address) bool { return s.states(c) })
	if len(found) == 0 {
		return
	}
	f := together(check.Finding{
		Message: counted(a, found, "is a press release, and the only source of what it is cited for", "are press releases, and the only sources of what they are cited for"),
		Help:    "say who announced it, or cite someone who looked into it",
		Label:   "a press release",
	}, found)
	f.Claims = claims
	p.Report(f)
})

// wires carry what companies pay to have said.
var wires = set(`prnewswire.com prnewswire.co.uk businesswire.com globenewswire.com accesswire.com einpresswire.com prweb.com
	newswire.com newswire.ca prlog.org marketwired.com marketwire.com newsfilecorp.com openpr.com 24-7pressrelease.com
	presseportal.de presseportal.ch prleap.com webwire.com send2press.com pressat.co.uk prfire.co.uk issuewire.com
	abnewswire.com marketersmedia.com`)

// releaseSegments are parts of paths under which houses keep their releases. German
// ones are left out: ministries there have no domain that tells them apart.
var releaseSegments = set("press-release press-releases pressrelease pressreleases press_release press_releases news-release news-releases newsreleases")

// records are bodies between states, and prize givers, whose releases are the
// record of what they decided.
var records = set("europa.eu un.org imf.org worldbank.org oecd.org wto.org icj-cij.org icrc.org nobelprize.org")

// release reports whether an address leads to a press release. A government's is
// a record.
func release(x *address) bool {
	if x.under(wires) {
		return true
	}
	for _, s := range x.segments {
		if releaseSegments[s] {
			return !institution(x.domain) && !x.under(records)
		}
	}
	return false
}
