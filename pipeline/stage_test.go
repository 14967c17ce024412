package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// numbers yields 0 to n-1.
func numbers(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, nil) {
				return
			}
		}
	}
}

// told writes a sequence's results and errors in order, one word each.
func told[T any](seq iter.Seq2[T, error]) []string {
	var words []string
	for v, err := range seq {
		if err != nil {
			words = append(words, "!"+err.Error())
		} else {
			words = append(words, fmt.Sprint(v))
		}
	}
	return words
}

func TestMapKeepsOrderWhateverTheDelays(t *testing.T) {
	// In the bubble time is virtual, and a goroutine that outlives the test fails it.
	synctest.Test(t, func(t *testing.T) {
		random := rand.New(rand.NewPCG(1, 2))
		delays := make([]time.Duration, 200)
		for i := range delays {
			delays[i] = time.Duration(random.IntN(1000)) * time.Millisecond
		}
		late := func(_ context.Context, i int) (int, error) {
			time.Sleep(delays[i])
			return i, nil
		}
		for _, workers := range []int{-1, 1, 2, 7, 500} {
			next := 0
			for got, err := range Map(t.Context(), workers, numbers(len(delays)), late) {
				if err != nil || got != next {
					t.Fatalf("%d workers: got %d, %v in place %d", workers, got, err, next)
				}
				next++
			}
			if next != len(delays) {
				t.Errorf("%d workers: %d results of %d", workers, next, len(delays))
			}
		}
	})
}

func TestMapBoundsTheWorkersAndTheReadingAhead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const workers = 3
		var now, most, read, ahead atomic.Int64
		counted := func(yield func(int, error) bool) {
			for i := range 40 {
				read.Add(1)
				if !yield(i, nil) {
					return
				}
			}
		}
		busy := func(context.Context, int) (int, error) {
			most.Store(max(most.Load(), now.Add(1)))
			time.Sleep(time.Second)
			now.Add(-1)
			return 0, nil
		}
		var taken int64
		for range Map(t.Context(), workers, counted, busy) {
			taken++
			time.Sleep(time.Minute) // a slow consumer
			ahead.Store(max(ahead.Load(), read.Load()-taken))
		}
		if most.Load() != workers {
			t.Errorf("%d at work at once, want %d", most.Load(), workers)
		}
		if ahead.Load() > 2*workers {
			t.Errorf("%d values read ahead of the consumer, want at most %d", ahead.Load(), 2*workers)
		}
	})
}

func TestMapYieldsAnErrorInItsPlaceAndGoesOn(t *testing.T) {
	input := func(yield func(string, error) bool) {
		_ = yield("a", nil) &&
			yield("", errors.New("b cannot be read")) &&
			yield("c", nil) &&
			yield("d", nil) &&
			yield("e", nil)
	}
	stage := func(_ context.Context, s string) (string, error) {
		switch s {
		case "c":
			return "", errors.New("c is empty")
		case "d":
			var none []int
			return s, fmt.Errorf("%d", none[len(s)])
		}
		return s, nil
	}
	got := told(Map(t.Context(), 2, input, stage))
	want := []string{"a", "!b cannot be read", "!c is empty", "!d: citevet failed", "e"}
	same := func(got, want string) bool { return strings.HasPrefix(got, want) }
	if !slices.EqualFunc(got, want, same) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestMapNamesTheItemThatPanicked(t *testing.T) {
	for _, err := range Map(t.Context(), 1, one("corpus/x.md"), func(context.Context, string) (int, error) { panic("index 7") }) {
		var p *Panic
		if !errors.As(err, &p) || p.Item != "corpus/x.md" || p.Value != "index 7" {
			t.Fatalf("got %v", err)
		}
		if !strings.Contains(string(p.Stack), "TestMapNamesTheItemThatPanicked") {
			t.Errorf("the stack does not lead to the panic:\n%s", p.Stack)
		}
	}
}

func TestMapSurvivesAStageThatEndsItsGoroutine(t *testing.T) {
	got := told(Map(t.Context(), 1, one("x"), func(context.Context, string) (int, error) {
		runtime.Goexit()
		return 0, nil
	}))
	if want := []string{"!x: the stage ended without a result"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func one[T any](v T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) { yield(v, nil) }
}

func TestMapCancelsItsStagesWhenTheConsumerStops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var stopped atomic.Int64
		patient := func(ctx context.Context, i int) (int, error) {
			if i == 0 {
				return i, nil
			}
			<-ctx.Done()
			stopped.Add(1)
			return 0, ctx.Err()
		}
		for range Map(t.Context(), 4, numbers(1000), patient) {
			synctest.Wait()
			break
		}
		// Nothing is left over once the loop is: no waiting here.
		if stopped.Load() < 3 || stopped.Load() > 4 {
			t.Errorf("%d stages were stopped, want those that were under way", stopped.Load())
		}
	})
}

func TestMapStartsNothingOnceCancelled(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var started atomic.Int64
		stage := func(ctx context.Context, i int) (int, error) {
			started.Add(1)
			time.Sleep(time.Second)
			if i == 4 {
				cancel()
			}
			return i, nil
		}
		got := told(Map(ctx, 2, numbers(1000), stage))
		if started.Load() > 8 {
			t.Errorf("%d stages were started after a cancel in the fifth", started.Load())
		}
		want := []string{"0", "1", "2", "3", "4"}
		if len(got) < 6 || !slices.Equal(got[:5], want) || got[len(got)-1] != "!context canceled" {
			t.Errorf("got %q, want %q, what was under way, and the context's error", got, want)
		}
	})
}

func TestThenEndsWithTheFirstError(t *testing.T) {
	length := func(_ context.Context, s string) (int, error) {
		if s == "" {
			return 0, errors.New("empty")
		}
		return len(s), nil
	}
	double := func(_ context.Context, n int) (int, error) {
		if n > 3 {
			return 0, errors.New("too long")
		}
		return 2 * n, nil
	}
	for words, want := range map[string]string{"ab": "4", "": "!empty", "abcd": "!too long"} {
		got := told(Map(t.Context(), 1, one(words), Then(length, double)))
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
	}
}

func TestThenStopsBetweenItsStages(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	first := func(context.Context, int) (int, error) { cancel(); return 1, nil }
	second := func(context.Context, int) (int, error) { t.Error("the second stage ran"); return 1, nil }
	if _, err := Then(first, second)(ctx, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
