package extract

import (
	"fmt"
	"testing"
)

func TestHeldApartTakesAFifth(t *testing.T) {
	apart := 0
	for i := range 10_000 {
		if HeldApart(fmt.Sprint("entry ", i)) {
			apart++
		}
	}
	if apart < 1900 || apart > 2100 {
		t.Errorf("%d of 10000 are held apart, want about 2000", apart)
	}
}

func TestHeldApartFoldsWhiteSpace(t *testing.T) {
	for i := range 100 {
		name := fmt.Sprintf("Roe, J. (%d). Title.", i)
		if HeldApart(name) != HeldApart("  "+name[:8]+"\n\t"+name[8:]+" ") {
			t.Errorf("%q falls on both sides", name)
		}
	}
}

func TestTheCutStays(t *testing.T) {
	for name, want := range map[string]bool{"a": true, "b": false} {
		if got := HeldApart(name); got != want {
			t.Errorf("HeldApart(%q) = %v, want %v", name, got, want)
		}
	}
}
