package when

import (
	"strings"
	"testing"
)

// prose is news-like text of about one date a line.
var prose = strings.Repeat(`The ministry said on Tuesday, 14 January 2025, that exports of grain had doubled between 2019 and 2023.
A spokeswoman added that the harvest of the previous season, about 2,000 tonnes, was sold by the end of March 2024.
Nobody at the company would say whether the figures were final; the auditors, who had seen them, may march on regardless.
Since 2018 the region has lost a third of its orchards, and as of mid-2025 no plan for their return had been published.
`, 50)

func BenchmarkFind(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	b.ReportAllocs()
	for b.Loop() {
		Find(prose, anchorDay)
	}
}

func BenchmarkScan(b *testing.B) {
	b.SetBytes(int64(len(prose)))
	var toks []token
	for b.Loop() {
		toks = scan(prose, toks[:0])
	}
}
