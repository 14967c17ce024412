// Package pipeline puts the stages together that lead from the bytes of an
// article to the judgement on it, and runs them over many articles at once.
//
// It holds all of citevet's concurrency: the packages below it are plain
// functions of their arguments and may be called from any goroutine.
package pipeline

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"
)

// Stage turns one value into another. It heeds its context where it can take
// long, and the error it returns names the value that it could not turn.
type Stage[In, Out any] func(context.Context, In) (Out, error)

// Then returns the stage that does f and hands its result to g. It ends with
// the first error of either, and between the two when the context is done.
func Then[A, B, C any](f Stage[A, B], g Stage[B, C]) Stage[A, C] {
	return func(ctx context.Context, a A) (C, error) {
		var none C
		b, err := f(ctx, a)
		if err != nil {
			return none, err
		}
		if err := ctx.Err(); err != nil {
			return none, err
		}
		return g(ctx, b)
	}
}

// Map yields the result of s for each value of in, in the order of in, with up
// to workers of them (at least one) under way at a time. What is read ahead of
// the consumer is bounded by twice that number.
//
// The error of a value, be it of in, of s or a [Panic] of s, is yielded in that
// value's place, and the rest goes on. When ctx is done nothing further is
// started; what was under way is yielded, and the sequence ends with the
// context's error. When the sequence is left, early or at its end, no goroutine
// of it remains; for this the sequence in and s have to return once the context
// is done or their work is.
func Map[In, Out any](ctx context.Context, workers int, in iter.Seq2[In, error], s Stage[In, Out]) iter.Seq2[Out, error] {
	workers = max(workers, 1)
	return func(yield func(Out, error) bool) {
		within, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()

		line := make(chan chan outcome[Out], workers)
		running.Go(func() {
			defer close(line)
			feed(within, &running, workers, in, s, line)
		})
		for place := range line {
			done := <-place
			if !yield(done.out, done.err) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			var none Out
			yield(none, err)
		}
	}
}

// outcome is what became of one value.
type outcome[Out any] struct {
	out Out
	err error
}

// feed gives every value of in a place in the line, in order, and a goroutine
// that fills it; it waits for a free worker first, so that a cancelled context
// leaves no place behind that nobody fills.
func feed[In, Out any](ctx context.Context, running *sync.WaitGroup, workers int, in iter.Seq2[In, error], s Stage[In, Out], line chan<- chan outcome[Out]) {
	free := make(chan struct{}, workers)
	for value, err := range in {
		select {
		case free <- struct{}{}:
		case <-ctx.Done():
			return
		}
		// Both may be ready at once, and then select picks either.
		if ctx.Err() != nil {
			return
		}
		place := make(chan outcome[Out], 1)
		select {
		case line <- place:
		case <-ctx.Done():
			return
		}
		if err != nil {
			place <- outcome[Out]{err: err}
			<-free
			continue
		}
		running.Go(func() {
			defer func() { <-free }()
			attempt(ctx, s, value, place)
		})
	}
}

// attempt fills place with the result of s for value, whatever s does.
func attempt[In, Out any](ctx context.Context, s Stage[In, Out], value In, place chan<- outcome[Out]) {
	// What stands here is overwritten unless s ends its goroutine.
	done := outcome[Out]{err: fmt.Errorf("%s: the stage ended without a result", nameOf(value))}
	defer func() {
		if cause := recover(); cause != nil {
			done = outcome[Out]{err: &Panic{Item: nameOf(value), Value: cause, Stack: debug.Stack()}}
		}
		place <- done
	}()
	out, err := s(ctx, value)
	done = outcome[Out]{out, err}
}

// Panic is the error of a value on which a stage panicked: a defect of citevet,
// never of the article.
type Panic struct {
	Item  string // what the value calls itself
	Value any    // what was panicked with
	Stack []byte // of the goroutine, as runtime/debug prints it
}

func (p *Panic) Error() string {
	return fmt.Sprintf("%s: citevet failed on this article (%v); this is a defect of citevet, please report it", p.Item, p.Value)
}

// nameOf returns what a value calls itself, by a String method or by being a
// string, and else its type.
func nameOf(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprintf("%T", value)
}
