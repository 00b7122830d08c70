// Package batch takes many documents through a few workers and writes what
// comes of them: nothing lost, in input order, to one stream or to shards that
// a run can go on with after it was killed.
//
// What is in memory at any time is bounded by the number of workers, see
// [InFlight].
package batch

import (
	"context"
	"fmt"
	"iter"
	"sync"
)

// Status says what came of a document.
type Status string

// What can come of a document. Every document comes to exactly one of these.
const (
	OK      Status = "ok"
	Partial Status = "partial" // a limit was hit; there is text all the same
	Empty   Status = "empty"   // it was read, and there is no text in it
	Failed  Status = "error"
)

// Position is where a document stands among the inputs, so that a later run
// can find the one that follows.
type Position struct {
	Input int    `json:"input"` // index of the file, list entry or archive, from 0
	Nth   int    `json:"nth"`   // index of the document in it, from 0
	Name  string `json:"name"`  // what the input is called
}

// Task is the work for one document.
type Task struct {
	Position
	Size int64                         // bytes that it takes in memory, as far as is known
	Do   func(context.Context) Outcome // called by a worker
	Lost func(cause error) Outcome     // what to say if Do panics
}

// Outcome is what came of a document.
type Outcome struct {
	Status Status
	Cause  string // why it is not OK, or what else there is to say
	Name   string // of the document, for messages
	Bytes  int64  // of the document, as it was given to the extractor
	Read   int64  // of the input, packed, for it; what progress is measured in
	Record []byte // what is written of it
	Broken bool   // it stands for all that is lost of a broken archive
}

// Sink takes what is written. Its methods are not called at the same time.
type Sink interface {
	Write(record []byte) error
	Checkpoint(Mark) error // all documents up to the mark have been written, and none after it
}

// Mark is how far a run has come.
type Mark struct {
	Position       // of the last document that was written
	Tally    Tally `json:"tally"`
}

// Options say how a batch is run. The zero value is one worker, input order,
// no checkpoints.
type Options struct {
	Workers   int
	Unordered bool // write as they come; only across checkpoints the order is kept
	Grid      Grid
	Done      Tally // what earlier runs have done
	// Step is called with every outcome, in the order of writing; may be nil.
	Step func(*Outcome, Tally)
}

// job is a task on its way.
type job struct {
	seq  int // among all documents, those of earlier runs included
	task Task
	out  Outcome
}

// Run does all tasks and gives their records to the sink. It ends early if the
// context does or if the sink fails, with that error; the sink has then got
// whole records only. It does not wait for work that cannot be called off, as
// reading from a terminal.
func Run(ctx context.Context, tasks iter.Seq[Task], sink Sink, opt Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := max(1, opt.Workers)
	slots := newSlots(workers)
	todo := make(chan *job, cap(slots)) // nobody waits for another to be woken up
	done := make(chan *job, cap(slots))
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() { work(ctx, todo, done) })
	}
	go feed(ctx, tasks, opt.Done.Documents, slots, todo)
	go func() { wg.Wait(); close(done) }()

	c := newCollector(sink, opt)
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case j, more := <-done:
			if !more && ctx.Err() == nil {
				return c.end()
			}
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if err := c.take(j, slots); err != nil {
				return err
			}
		}
	}
}

// feed hands out the tasks. It takes a slot before it looks for the next task,
// because an archive reads the document into memory to find it, and the others
// that it needs when it knows how many.
func feed(ctx context.Context, tasks iter.Seq[Task], seq int, slots slots, todo chan<- *job) {
	defer close(todo)
	if !slots.take(ctx, 1) {
		return
	}
	for t := range tasks {
		if !slots.take(ctx, slotsOf(&t)-1) {
			return
		}
		select {
		case todo <- &job{seq: seq, task: t}:
		case <-ctx.Done():
			return
		}
		seq++
		if !slots.take(ctx, 1) {
			return
		}
	}
}

// work drops what it was doing when the run was called off: an outcome of a
// document that was interrupted says nothing of the document.
func work(ctx context.Context, todo <-chan *job, done chan<- *job) {
	for j := range todo {
		j.out = do(ctx, &j.task)
		if ctx.Err() != nil {
			return
		}
		select {
		case done <- j:
		case <-ctx.Done():
		}
	}
}

func do(ctx context.Context, t *Task) (out Outcome) {
	defer func() {
		if p := recover(); p != nil {
			out = t.Lost(fmt.Errorf("panic: %v", p))
		}
	}()
	return t.Do(ctx)
}
