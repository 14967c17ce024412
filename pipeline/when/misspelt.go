package when

// longMonths are the months whose names are long enough to be known with one letter
// wrong, by the letter they begin with.
var longMonths = map[byte]struct {
	name  string
	value int
}{
	'j': {"january", 1}, 'f': {"february", 2}, 's': {"september", 9}, 'o': {"october", 10}, 'n': {"november", 11}, 'd': {"december", 12},
}

// misspelt returns the class and value of a month whose name has one letter too
// many, too few or wrong, or two that changed places, its first and last letters
// being right: "Feburary", "Janurary". Other languages end theirs otherwise.
func misspelt(w string) (class, int) {
	m, ok := longMonths[w[0]|0x20]
	n := len(m.name)
	if !ok || len(w) < n-1 || len(w) > n+1 || w[len(w)-1]|0x20 != m.name[n-1] {
		return noClass, 0
	}
	from := 0 // where the two begin to differ
	for from < len(w) && from < n && w[from]|0x20 == m.name[from] {
		from++
	}
	same := func(i, j int) bool { // the rest of both, from there
		if len(w)-i != n-j {
			return false
		}
		for ; i < len(w); i, j = i+1, j+1 {
			if w[i]|0x20 != m.name[j] {
				return false
			}
		}
		return true
	}
	changed := from+1 < len(w) && from+1 < n && w[from]|0x20 == m.name[from+1] && w[from+1]|0x20 == m.name[from] && same(from+2, from+2)
	if from < n && from < len(w) && (same(from+1, from) || same(from, from+1) || same(from+1, from+1) || changed) {
		return wMonth, m.value
	}
	return noClass, 0
}
