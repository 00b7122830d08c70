package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/internal/batch"
)

// batchRun is one call of the command over its documents.
type batchRun struct {
	*renderer
	heap      *heap
	opt       *options
	extractor *extract.Extractor
	inputs    *lister
	stdin     io.Reader
	meter     *meter
	fetcher   *fetcher
	started   time.Time
	broken    error // the first archive that cannot be read to its end
}

// extractAll does all documents. It can be interrupted; a second signal ends
// it at once.
func extractAll(cmd *cobra.Command, e *extract.Extractor, args []string, opt *options) error {
	ctx, stop := interruptible(cmd.Context())
	defer stop()
	heap, done := newHeap(opt.batch.workers)
	defer done()
	inputs := &lister{args: args, lists: opt.batch.from, stdin: cmd.InOrStdin()}
	r := &batchRun{
		renderer: &renderer{format: opt.format, many: inputs.several(), explain: opt.explain, refuse: opt.limits.Refuse},
		heap:     heap, opt: opt, extractor: e, inputs: inputs, stdin: cmd.InOrStdin(), started: time.Now(),
		fetcher: newFetcher(opt),
		meter:   newMeter(cmd.ErrOrStderr(), inputs, opt.quiet),
	}
	tally, err := r.all(ctx, cmd, args)
	r.meter.clear()
	if err == nil && inputs.err != nil {
		err = brokenError{inputs.err}
	}
	if opt.batch.out != "" && err == nil {
		r.meter.summary(tally)
	}
	switch {
	case err != nil:
		return err
	case r.broken != nil:
		return brokenError{r.broken}
	case tally.Lost() > 0:
		return errSomeFailed
	}
	return nil
}

func (r *batchRun) all(ctx context.Context, cmd *cobra.Command, args []string) (batch.Tally, error) {
	if r.opt.batch.out == "" {
		return r.run(ctx, newStream(cmd.OutOrStdout(), r.renderer), batch.Mark{})
	}
	b := &r.opt.batch
	shards, err := batch.OpenShards(b.out, batch.ShardOptions{Documents: b.shard, Gzip: b.gzip, Resume: b.resume, Call: callOf(cmd, args, r.extractor.Profile)})
	switch {
	case errors.Is(err, batch.ErrTaken), errors.Is(err, batch.ErrOther):
		return batch.Tally{}, usageError{err}
	case err != nil:
		return batch.Tally{}, brokenError{err}
	}
	defer shards.Close()
	r.started = shards.Started()
	mark, finished := shards.Done()
	if finished {
		return mark.Tally, nil
	}
	tally, err := r.run(ctx, shards, mark)
	if err != nil || r.inputs.err != nil {
		return tally, err
	}
	if err := shards.End(); err != nil {
		return tally, brokenError{fmt.Errorf("writing: %w", err)}
	}
	return tally, nil
}

// noMatter are the flags that make no difference to what is written, or whose
// value is not what does.
var noMatter = []string{"resume", "workers", "quiet", "unordered", "out", "profile"}

// callOf is what the result depends on. Of a profile that is what is in it.
func callOf(cmd *cobra.Command, args []string, profile *extract.Profile) []string {
	call := []string{version()}
	if profile != nil {
		hash := sha256.New()
		_, _ = profile.WriteTo(hash) // a hash takes everything
		call = append(call, fmt.Sprintf("profile %x", hash.Sum(nil)[:8]))
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if !slices.Contains(noMatter, f.Name) {
			call = append(call, "--"+f.Name+"="+f.Value.String())
		}
	})
	return append(append(call, "--"), args...)
}

// run does the documents after the mark.
func (r *batchRun) run(ctx context.Context, sink batch.Sink, mark batch.Mark) (batch.Tally, error) {
	tally := mark.Tally
	opt := batch.Options{Workers: r.opt.batch.workers, Unordered: r.opt.batch.unordered, Done: mark.Tally,
		Step: func(out *batch.Outcome, t batch.Tally) {
			tally = t
			if out.Broken && r.broken == nil {
				r.broken = fmt.Errorf("%s: %s", out.Name, out.Cause)
			}
			r.meter.step(out, t)
		}}
	if r.opt.batch.out != "" {
		opt.Grid = batch.Grid{Shard: r.opt.batch.shard, Chunk: r.opt.batch.checkpoint}
	}
	var moved error
	err := batch.Run(ctx, r.tasks(mark, &moved), sink, opt)
	switch {
	case errors.Is(err, context.Canceled):
		return tally, err
	case err != nil:
		return tally, brokenError{fmt.Errorf("writing: %w", err)}
	case moved != nil:
		return tally, brokenError{moved}
	}
	return tally, nil
}

// tasks yields the documents after the mark. Moved is set if the inputs are not
// those that the mark is of.
func (r *batchRun) tasks(mark batch.Mark, moved *error) iter.Seq[batch.Task] {
	begun := mark.Tally.Documents > 0
	return func(yield func(batch.Task) bool) {
		i := -1
		for in := range r.inputs.all() {
			i++
			first := 0
			switch {
			case begun && i < mark.Input:
				continue
			case begun && i == mark.Input:
				if in.name != mark.Name {
					*moved = fmt.Errorf("input %d is %s; it was %s when the run was begun", i, in.name, mark.Name)
					return
				}
				first = mark.Nth + 1
			}
			if !r.documents(in, i, first, yield) {
				return
			}
		}
	}
}

// documents yields those of one input, from the one with number first on.
func (r *batchRun) documents(in input, i, first int, yield func(batch.Task) bool) bool {
	n := 0
	for d := range r.of(in) {
		if n >= first && !yield(r.task(d, batch.Position{Input: i, Nth: n, Name: in.name})) {
			return false
		}
		n++
	}
	return true
}

// of yields the documents of one input.
func (r *batchRun) of(in input) iter.Seq[*document] {
	return func(yield func(*document) bool) {
		if isRemote(in.name) {
			yield(r.fetcher.document(in.name))
			return
		}
		local(in, r.stdin, limitOf(r.extractor))(yield)
	}
}

func (r *batchRun) task(d *document, at batch.Position) batch.Task {
	return batch.Task{
		Position: at, Size: max(d.size, d.held),
		Do: func(ctx context.Context) batch.Outcome {
			p, err := d.read(ctx, limitOf(r.extractor))
			if err != nil {
				return r.outcome(ctx, d, nil, 0, err)
			}
			defer r.heap.hold(len(p.data))()
			result, size, err := p.extract(ctx, r.extractor, r.started)
			return r.outcome(ctx, d, result, size, err)
		},
		Lost: func(cause error) batch.Outcome { return r.outcome(context.Background(), d, nil, 0, cause) },
	}
}

// nothingKept is why nothing is printed of a document that is all well.
const nothingKept = "none of its blocks is kept; --explain shows them"

// outcome renders a result. One that cannot be rendered is an error of the
// document.
func (r *batchRun) outcome(ctx context.Context, d *document, result *extract.Result, size int64, err error) batch.Outcome {
	out := batch.Outcome{Name: d.label(), Bytes: size, Read: d.size}
	record, partial, failed := r.render(ctx, d, result, err)
	if err == nil && failed != nil {
		err = failed
		record, _, _ = r.render(ctx, d, nil, err) // of a record without text, which cannot fail
	}
	out.Record, out.Broken = record, errors.As(err, new(brokenArchive))
	switch {
	case err != nil:
		out.Status, out.Cause = statusOf("", err), err.Error()
	default:
		out.Status, out.Cause = statusOf(partial, nil), partial
		if len(record) == 0 && partial == "" {
			out.Cause = nothingKept
		}
	}
	return out
}
