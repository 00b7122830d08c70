package batch

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// memory is a sink that keeps everything.
type memory struct {
	records []string
	marks   []Mark
	at      []int // records at each mark
	fail    int   // number of the write that fails, 0 for none
}

var errFull = errors.New("disk full")

func (m *memory) Write(record []byte) error {
	if m.fail > 0 && len(m.records)+1 >= m.fail {
		return errFull
	}
	m.records = append(m.records, string(record))
	return nil
}

func (m *memory) Checkpoint(mark Mark) error {
	m.marks, m.at = append(m.marks, mark), append(m.at, len(m.records))
	return nil
}

func said(s Status, record, cause string) Outcome {
	return Outcome{Status: s, Record: []byte(record), Cause: cause, Bytes: 1}
}

// numbers are tasks from first on that write their number. Some panic, and
// the first of every ten is slow.
func numbers(first, n int) iter.Seq[Task] {
	return func(yield func(Task) bool) {
		for i := first; i < n; i++ {
			t := Task{Position: Position{Input: i / 7, Nth: i % 7}, Do: func(context.Context) Outcome {
				switch i % 10 {
				case 0:
					time.Sleep(time.Millisecond)
				case 3:
					panic("three")
				case 5:
					return said(Partial, fmt.Sprint(i), "a limit")
				}
				return said(OK, fmt.Sprint(i), "")
			}, Lost: func(cause error) Outcome { return said(Failed, fmt.Sprint(i), cause.Error()) }}
			if !yield(t) {
				return
			}
		}
	}
}

func counted(n int) (list []string) {
	for i := range n {
		list = append(list, fmt.Sprint(i))
	}
	return list
}

func TestRun(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 7} {
		var m memory
		var causes []string
		var last Tally
		err := Run(t.Context(), numbers(0, 100), &m, Options{Workers: workers, Step: func(o *Outcome, tally Tally) {
			if o.Status == Failed {
				causes = append(causes, o.Cause)
			}
			last = tally
		}})
		require.NoError(t, err)
		assert.Equal(t, counted(100), m.records, "in input order, nothing lost")
		assert.Equal(t, Tally{Documents: 100, OK: 80, Partial: 10, Failed: 10, Bytes: 100}, last)
		assert.Equal(t, slices.Repeat([]string{"panic: three"}, 10), causes, "a panic costs its document alone")
		assert.Empty(t, m.marks, "no checkpoints unless asked for")
	}
}

func TestCheckpoints(t *testing.T) {
	for _, unordered := range []bool{false, true} {
		var m memory
		require.NoError(t, Run(t.Context(), numbers(0, 55), &m, Options{Workers: 3, Unordered: unordered, Grid: Grid{Shard: 25, Chunk: 10}}))
		assert.Equal(t, []int{10, 20, 25, 35, 45, 50, 55}, m.at, "after every chunk, every shard, and at the end")
		for i, mark := range m.marks {
			n := m.at[i]
			before := slices.Clone(m.records[:n])
			slices.Sort(before)
			want := counted(n)
			slices.Sort(want)
			assert.Equal(t, want, before, "all before the mark is written, and nothing after it")
			assert.Equal(t, Position{Input: (n - 1) / 7, Nth: (n - 1) % 7}, mark.Position, "it is of the last one in input order")
			assert.Equal(t, n, mark.Tally.Documents)
		}
		var rest memory
		require.NoError(t, Run(t.Context(), numbers(25, 55), &rest, Options{Workers: 3, Done: m.marks[2].Tally, Grid: Grid{Shard: 25, Chunk: 10}}))
		assert.Equal(t, counted(55)[25:], rest.records)
		assert.Equal(t, m.marks[6], rest.marks[3], "a run that goes on counts on")
	}
}

func TestNothingToDo(t *testing.T) {
	var m memory
	require.NoError(t, Run(t.Context(), numbers(0, 0), &m, Options{Grid: Grid{Shard: 1, Chunk: 1}}))
	assert.Empty(t, m.records)
	assert.Empty(t, m.marks)
}

func TestSinkFails(t *testing.T) {
	m := memory{fail: 20}
	assert.ErrorIs(t, Run(t.Context(), numbers(0, 100), &m, Options{Workers: 2}), errFull)
	assert.Equal(t, counted(19), m.records)
}

// TestCalledOff holds that what was being done when a run was called off is
// not written: its outcome would say nothing of the document.
func TestCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	tasks := func(yield func(Task) bool) {
		for i := 0; ; i++ {
			if !yield(Task{Do: func(ctx context.Context) Outcome {
				if i < 20 {
					return said(OK, fmt.Sprint(i), "")
				}
				cancel()
				<-ctx.Done()
				return said(Failed, "interrupted", ctx.Err().Error())
			}}) {
				return
			}
		}
	}
	var m memory
	assert.ErrorIs(t, Run(ctx, tasks, &m, Options{Workers: 2}), context.Canceled)
	assert.NotContains(t, strings.Join(m.records, " "), "interrupted")
	assert.Equal(t, counted(len(m.records)), m.records)
}

// TestInFlight holds that a document that takes long does not let the others
// heap up behind it.
func TestInFlight(t *testing.T) {
	const workers = 2
	var begun atomic.Int64
	release := make(chan struct{})
	tasks := func(yield func(Task) bool) {
		for i := range 1000 {
			begun.Add(1)
			if !yield(Task{Do: func(context.Context) Outcome {
				if i == 0 {
					<-release
				}
				return said(OK, fmt.Sprint(i), "")
			}}) {
				return
			}
		}
	}
	done := make(chan error)
	var m memory
	go func() { done <- Run(t.Context(), tasks, &m, Options{Workers: workers}) }()
	assert.Eventually(t, func() bool { return begun.Load() == workers*InFlight }, 5*time.Second, time.Millisecond)
	time.Sleep(10 * time.Millisecond)
	assert.EqualValues(t, workers*InFlight, begun.Load(), "the next one is not even looked for")
	close(release)
	require.NoError(t, <-done)
	assert.Len(t, m.records, 1000)
}

// TestInFlightOfLargeOnes holds that few large documents are in memory.
func TestInFlightOfLargeOnes(t *testing.T) {
	const workers = 2
	for size, want := range map[int64]int64{
		20 << 20:             workers + 1,            // the next one is looked for, and waits
		3*slotBytes - 1:      workers*InFlight/3 + 1, // two of the last three slots are free for it
		InFlight * slotBytes: workers + 1,
	} {
		var begun atomic.Int64
		release := make(chan struct{})
		tasks := func(yield func(Task) bool) {
			for i := range 200 {
				begun.Add(1)
				if !yield(Task{Size: size, Do: func(context.Context) Outcome {
					<-release
					return said(OK, fmt.Sprint(i), "")
				}}) {
					return
				}
			}
		}
		done := make(chan error)
		var m memory
		go func() { done <- Run(t.Context(), tasks, &m, Options{Workers: workers}) }()
		assert.Eventually(t, func() bool { return begun.Load() >= want-1 }, 5*time.Second, time.Millisecond)
		time.Sleep(10 * time.Millisecond)
		assert.LessOrEqual(t, begun.Load(), want, "%d bytes each", size)
		close(release)
		require.NoError(t, <-done)
		assert.Equal(t, counted(200), m.records)
	}
}
