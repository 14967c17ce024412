package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"citevet/pipeline"
	"citevet/pipeline/brief"
	"citevet/pipeline/ingest"
)

// exitCode is what a run tells its caller. Where several hold, the highest is
// returned.
type exitCode int

const (
	clean       exitCode = 0
	findings    exitCode = 1 // at or above --fail-on
	usage       exitCode = 2 // the command line or the configuration is wrong
	unread      exitCode = 3 // some input could not be read or output written, the rest was done
	fault       exitCode = 4 // a defect of citevet
	interrupted exitCode = 130
)

// end notes that a code holds.
func (t *tool) end(code exitCode) {
	if code != clean && !slices.Contains(t.codes, code) {
		t.codes = append(t.codes, code)
		slices.Sort(t.codes)
	}
}

// exits returns every code that holds so far, in order.
func (t *tool) exits() []int {
	var codes []int
	for _, c := range t.codes {
		codes = append(codes, int(c))
	}
	return codes
}

func (t *tool) worst() exitCode {
	if len(t.codes) == 0 {
		return clean
	}
	return t.codes[len(t.codes)-1]
}

// usageError is a mistake in what citevet was asked for. hint is a second
// sentence for standard error, or empty.
type usageError struct {
	message string
	hint    string
}

func (e *usageError) Error() string { return e.message }

func usagef(format string, args ...any) error {
	return &usageError{message: fmt.Sprintf(format, args...)}
}

// failed says an error on standard error and notes the code it stands for.
func (t *tool) failed(err error) {
	if err == nil {
		return
	}
	var (
		asked    *usageError
		settings *configError
		input    *ingest.Error
		output   *pipeline.OutputError
		panicked *pipeline.Panic
	)
	switch {
	case errors.Is(err, context.Canceled):
		t.end(interrupted)
		return
	case errors.As(err, &settings):
		t.end(usage)
		t.complainPlain(settings.excerpts())
		return
	case errors.As(err, &input):
		t.end(unread)
		t.unread = append(t.unread, brief.Unread{Name: input.Name, Line: input.Line, Message: input.Sentence()})
	case errors.As(err, &output):
		t.end(unread)
	case errors.As(err, &panicked):
		t.end(fault)
		t.log().Debug("stack of the fault", "article", panicked.Item, "stack", string(panicked.Stack))
	case errors.As(err, &asked):
		t.end(usage)
		t.complain(err)
		if asked.hint != "" {
			t.complainPlain(asked.hint + "\n")
		}
		return
	case t.started:
		t.end(fault)
	default:
		// Before a command starts, cobra complains about the command line.
		t.end(usage)
	}
	t.complain(err)
}
