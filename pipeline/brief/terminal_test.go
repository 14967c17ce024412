package brief

import (
	"strings"
	"testing"

	"citevet/pipeline/check"
)

func terminalOf(t *testing.T, r check.Result, o TerminalOptions) string {
	t.Helper()
	var b strings.Builder
	if err := Terminal(&b, []check.Result{r}, trialRun, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTerminalShowsADiagnosticAsAWriterReadsIt(t *testing.T) {
	got := terminalOf(t, harbour(t).judged(), TerminalOptions{Width: 100})
	t.Log("\n" + got)
}
