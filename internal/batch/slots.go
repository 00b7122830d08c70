package batch

import "context"

// InFlight is how many slots there are to a worker, and slotBytes what each
// stands for. A document has its slots from when it is looked for until its
// record is written: one, and one more for every slotBytes that it takes. So
// many small ones can go by one that takes long; of large ones few wait, and
// one that is as large as all slots of a worker has them all.
const (
	InFlight  = 64
	slotBytes = 64 << 10
)

// slots bound what is in memory.
type slots chan struct{}

func newSlots(workers int) slots { return make(slots, InFlight*workers) }

// take waits for n slots. It returns false if the run was called off. There
// is one taker, so that nobody has half of what another waits for.
func (s slots) take(ctx context.Context, n int) bool {
	for range n {
		select {
		case s <- struct{}{}:
		case <-ctx.Done():
			return false
		}
	}
	return ctx.Err() == nil
}

func (s slots) free(n int) {
	for range n {
		<-s
	}
}

// slotsOf is how many slots a document takes.
func slotsOf(t *Task) int { return int(min(1+t.Size/slotBytes, InFlight)) }
