package batch

// Grid says where checkpoints are: after every Chunk documents, and after
// every Shard. Zero: none.
type Grid struct{ Shard, Chunk int }

// group numbers the runs of documents between two checkpoints.
func (g Grid) group(seq int) int {
	if g.Chunk <= 0 {
		return 0
	}
	if g.Shard <= 0 {
		return seq / g.Chunk
	}
	chunks := (g.Shard + g.Chunk - 1) / g.Chunk
	return seq/g.Shard*chunks + seq%g.Shard/g.Chunk
}

// collector puts outcomes in order and writes them.
type collector struct {
	sink    Sink
	opt     Options
	tally   Tally
	waiting map[int]*job // by number
	last    *job         // of those written, the one that is last in input order
	marked  int          // documents at the last checkpoint
}

func newCollector(sink Sink, opt Options) *collector {
	return &collector{sink: sink, opt: opt, tally: opt.Done, marked: opt.Done.Documents, waiting: map[int]*job{}}
}

// take writes the outcome and those that waited for it. Each frees its slots.
func (c *collector) take(j *job, slots slots) error {
	c.waiting[j.seq] = j
	for j := c.ready(); j != nil; j = c.ready() {
		delete(c.waiting, j.seq)
		if err := c.write(j); err != nil {
			return err
		}
		slots.free(slotsOf(&j.task))
	}
	return nil
}

// ready returns an outcome whose turn it is.
func (c *collector) ready() *job {
	next := c.tally.Documents
	if j := c.waiting[next]; j != nil || !c.opt.Unordered {
		return j
	}
	for seq, j := range c.waiting {
		if c.opt.Grid.group(seq) == c.opt.Grid.group(next) {
			return j
		}
	}
	return nil
}

func (c *collector) write(j *job) error {
	if err := c.sink.Write(j.out.Record); err != nil {
		return err
	}
	c.tally.add(&j.out)
	if c.last == nil || j.seq > c.last.seq {
		c.last = j
	}
	j.out.Record = nil
	if c.opt.Step != nil {
		c.opt.Step(&j.out, c.tally)
	}
	if n := c.tally.Documents; c.opt.Grid.group(n) != c.opt.Grid.group(n-1) {
		return c.checkpoint()
	}
	return nil
}

func (c *collector) checkpoint() error {
	c.marked = c.tally.Documents
	return c.sink.Checkpoint(Mark{c.last.task.Position, c.tally})
}

func (c *collector) end() error {
	if c.tally.Documents == c.marked || c.opt.Grid.Chunk <= 0 {
		return nil
	}
	return c.checkpoint()
}
