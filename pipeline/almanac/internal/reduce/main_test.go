package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"citevet/pipeline/almanac"
)

func TestTablesAreFresh(t *testing.T) {
	data, fresh := filepath.Join("..", "..", "data"), t.TempDir()
	if err := compile(data, fresh); err != nil {
		t.Fatal(err)
	}
	tables, err := filepath.Glob(filepath.Join(fresh, "*.tsv"))
	if err != nil || len(tables) == 0 {
		t.Fatalf("no tables were written: %v", err)
	}
	for _, table := range tables {
		want, _ := os.ReadFile(table)
		got, err := os.ReadFile(filepath.Join(data, filepath.Base(table)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("data/%s is not what its YAML says; run go generate ./pipeline/almanac", filepath.Base(table))
		}
	}
}

// lines writes terms as the tables hold them, without the head line.
func lines(t *testing.T, terms []almanac.Term) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.tsv")
	if err := writeTerms(path, "t", terms); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rows, _ := strings.Cut(strings.TrimSuffix(string(data), "\n"), "\n")
	return strings.Split(strings.ReplaceAll(rows, "\t", ","), "\n")
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReduceExecutiveTellsNamesakesApart(t *testing.T) {
	terms, err := reduceExecutive([]byte(`
- name: {first: George, middle: Herbert Walker, last: Bush}
  terms: [{type: prez, start: '1989-01-20', end: '1993-01-20'}]
- name: {first: George, middle: Walker, last: Bush}
  terms: [{type: prez, start: '2001-01-20', end: '2005-01-20'}, {type: prez, start: '2005-01-20', end: '2009-01-20'}]
- name: {first: James David, nickname: J.D., last: Vance}
  terms: [{type: viceprez, start: '2025-01-20', end: '2029-01-20'}]
`), "2026-08-31")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, lines(t, terms), []string{
		"t/bush-1989,George H. W. Bush,Bush,George Bush|George Herbert Walker Bush,president,US,1989-01-20,1993-01-20,c",
		"t/bush-2001,George W. Bush,Bush,George Bush|George Walker Bush,president,US,2001-01-20,2005-01-20,c",
		"t/bush-2005,George W. Bush,Bush,George Bush|George Walker Bush,president,US,2005-01-20,2009-01-20,c",
		"t/vance-2025,J.D. Vance,Vance,James David Vance,vice president,US,2025-01-20,,co",
	})
}

func TestReduceLegislatorsJoinsTermsInOneChamber(t *testing.T) {
	terms, err := reduceLegislators([]byte(`
- name: {first: Steve, last: Daines, official_full: Steve Daines}
  terms:
  - {type: rep, start: '2013-01-03', end: '2015-01-03'}
  - {type: sen, start: '2015-01-06', end: '2021-01-03'}
  - {type: sen, start: '2021-01-03', end: '2027-01-03'}
`), "2026-08-31")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, lines(t, terms), []string{
		"t/daines-2013,Steve Daines,Daines,,representative,US,2013-01-03,2015-01-03,",
		"t/daines-2015,Steve Daines,Daines,,senator,US,2015-01-06,,co",
	})
}

func TestReduceReign(t *testing.T) {
	terms, err := reduceReign([]byte(`stateabb,leader,sdate,smonth,syear,emonth,eyear
USA,Truman,12,4,1945,1,1953
KZK,Nazarbaev,24,4,1990,3,2019
IND,"Gandhi, I.",14,1,1980,10,1984
BAR,Evans Paul (acting),1,2,2000,3,2000
BRA,Military Junta,1,9,1969,10,1969
RUS,Brezhnev,15,10,1964,11,1982
RUS,Putin,1,1,2000,,
SNM,Renzo Renzi (1st time),1,4,1980,9,1980
`), "")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, lines(t, terms), []string{
		"t/nazarbaev-1990,Nazarbaev,Nazarbaev,,leader,KZ,1990-04-24,2019-03-31,",
		"t/gandhi-1980,I. Gandhi,Gandhi,,leader,IN,1980-01-14,1984-10-31,",
		"t/paul-2000,Evans Paul,Paul,,leader,BB,2000-02-01,2000-03-31,a",
		"t/brezhnev-1964,Brezhnev,Brezhnev,,leader,SU,1964-10-15,1982-11-30,",
		"t/putin-2000,Putin,Putin,,leader,RU,2000-01-01,,o",
	})
}

func TestReduceLeaders(t *testing.T) {
	terms, err := reduceLeaders([]byte(`[
{"position":"president","iso_code":"CN","name":"Xi Jinping","since":"2013-03-14"},
{"position":"monarch","iso_code":"GB","name":"Charles III","since":"2022-09-08"},
{"position":"president","iso_code":"EU","name":"António Costa","since":"2024-12-01"},
{"position":"prime-minister","iso_code":"CA","name":"Mark Carney","since":null}]`), "")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, lines(t, terms), []string{
		"t/xi-2013,Xi Jinping,Xi,,president,CN,2013-03-14,,co",
		"t/charles-iii-2022,Charles III,Charles III,,monarch,GB,2022-09-08,,co",
	})
}

func TestReduceRefusesWhatItCannotRead(t *testing.T) {
	if _, err := reduceExecutive([]byte("- name: {first: A, last: B}\n  terms: [{type: king, start: '1989-01-20', end: '1993-01-20'}]\n"), ""); err == nil {
		t.Error("an unknown type of term was accepted")
	}
	if _, err := reduceReign([]byte("stateabb,leader,sdate,smonth,syear,emonth,eyear\nKZK,X,31,2,1990,3,2019\n"), ""); err == nil {
		t.Error("31 February was accepted")
	}
}
