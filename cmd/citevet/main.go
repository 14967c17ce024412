// Citevet vets the citations of articles: it says which of them cannot carry the
// claims they stand behind, and proves it with the article's own dates.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

//go:generate go run -C ../.. ./cmd/citevet init --quiet --force --as-of 2025-09-01
//go:generate go run -C ../.. ./cmd/citevet run --quiet
//go:generate go test . -run=^TestTheReadmeShowsRealOutput$ -update

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// After the first signal the default is back: a second one ends at once.
	context.AfterFunc(ctx, stop)
	// A reader of standard output that goes does not end what is being written
	// elsewhere: who asks for the signal is given an error instead.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	os.Exit(execute(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// execute runs one command line and returns its exit code.
func execute(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	t := &tool{stdin: stdin, stdout: standardOutput{stdout}, stderr: stderr}
	defer func() {
		if cause := recover(); cause != nil {
			fmt.Fprintf(stderr, "citevet: internal fault: %v\nThis is a defect of citevet; please report it with what follows.\n%s", cause, debug.Stack())
			code = int(fault)
		}
	}()
	root := t.rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(t.stdout)
	root.SetErr(stderr)
	t.failed(root.ExecuteContext(ctx))
	if ctx.Err() != nil {
		t.end(interrupted)
	}
	return int(t.worst())
}
