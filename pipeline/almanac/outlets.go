package almanac

import (
	"net/netip"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// Outlet returns every outlet that goes by name, the case, diacritics, marks, a
// leading "The" and an ending like ".com" aside. More than one means that the
// name alone does not tell them apart ("The Independent").
func (a *Almanac) Outlet(name string) []Outlet {
	if len(name) > maxPhrase {
		return nil
	}
	if rows := a.index.outletNames[foldOutlet(name)]; len(rows) > 0 {
		return a.outletRows(rows)
	}
	if !strings.ContainsAny(name, " /") && strings.Contains(name, ".") {
		return a.OutletAt(name)
	}
	return nil
}

// OutletAt returns every outlet that publishes under the registrable domain of
// a host: "edition.cnn.com" is CNN's. More than one means that the domain is
// shared.
func (a *Almanac) OutletAt(host string) []Outlet {
	return a.outletRows(a.index.domains[Registrable(host)])
}

// SharedDomain reports whether a host is a platform, library, archive or
// shortener that carries the works of many publishers, so that it says nothing of
// who published one.
func (a *Almanac) SharedDomain(host string) bool {
	return slices.Contains(a.shared, Registrable(host))
}

func (a *Almanac) outletRows(rows []int) []Outlet {
	out := make([]Outlet, 0, len(rows))
	for _, i := range rows {
		out = append(out, a.outlets[i])
	}
	return out
}

// Registrable returns the registrable domain of a host, one label more than its
// public suffix (https://publicsuffix.org): "bbc.co.uk" for "www.bbc.co.uk:443".
// A public suffix itself, a bare label and an address are returned as they are,
// in lower case without port and final dot.
func Registrable(host string) string {
	host = strings.ToLower(strings.TrimSpace(host))
	if at := strings.LastIndexByte(host, ':'); at >= 0 && !strings.Contains(host[:at], ":") {
		host = host[:at]
	}
	host = strings.TrimSuffix(host, ".")
	if _, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return host
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return domain
}

// foldOutlet folds an outlet's name for comparison.
func foldOutlet(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	name = strings.TrimPrefix(name, "www.")
	for _, end := range []string{".com", ".org", ".net", ".co.uk"} {
		name = strings.TrimSuffix(name, end)
	}
	words := foldWords(name)
	for len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
