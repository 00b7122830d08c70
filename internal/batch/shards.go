package batch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/gzip"
)

// ShardOptions say how shards are written.
type ShardOptions struct {
	Documents int      // in a shard
	Gzip      bool     // one member a checkpoint
	Resume    bool     // go on if there is a journal; without it there must be none
	Call      []string // what the result depends on, see [Header]
}

// Shards writes records to files of a folder, part-00000.jsonl and so on. A
// shard is written beside, as part-00000.jsonl.partial, and renamed when it is
// whole. A journal lets a later run go on at the last checkpoint.
type Shards struct {
	dir     string
	opt     ShardOptions
	journal *journal
	number  int
	file    *os.File      // nil until there is something to write
	buffer  *bufio.Writer // before it
	packed  *gzip.Writer  // before that, with Gzip
	member  bool          // packed has begun one
}

const (
	journalName   = "journal.jsonl"
	partialSuffix = ".partial"
)

// ErrTaken says that the folder has the shards of another run.
var ErrTaken = errors.New("there are results in this folder already; --resume goes on with them")

// OpenShards makes the folder and begins, or goes on with, a run.
func OpenShards(dir string, opt ShardOptions) (*Shards, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	name := filepath.Join(dir, journalName)
	if _, err := os.Stat(name); err != nil || !opt.Resume {
		taken, globErr := filepath.Glob(filepath.Join(dir, "part-*"))
		if globErr != nil {
			return nil, globErr
		}
		if err == nil || len(taken) > 0 {
			return nil, fmt.Errorf("%s: %w", dir, ErrTaken)
		}
	}
	j, err := openJournal(name, opt.Call)
	if err != nil {
		return nil, err
	}
	s := &Shards{dir: dir, opt: opt, journal: j, number: j.last.Shard}
	if !j.last.Done {
		if err := s.restore(); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}

// Started is when the first run began.
func (s *Shards) Started() time.Time { return s.journal.header.Started }

// Done is how far earlier runs have come, and whether to the end.
func (s *Shards) Done() (Mark, bool) { return s.journal.last.Mark, s.journal.last.Done }

func (s *Shards) name(number int) string {
	name := fmt.Sprintf("part-%05d.jsonl", number)
	if s.opt.Gzip {
		name += ".gz"
	}
	return filepath.Join(s.dir, name)
}

// restore cuts the shard to where it was at the checkpoint. A run that was
// killed after it had renamed the shard, and before it had said so, left it
// under its final name.
func (s *Shards) restore() error {
	name, offset := s.name(s.number), s.journal.last.Offset
	partial := name + partialSuffix
	if _, err := os.Stat(name); err == nil {
		if err := os.Rename(name, partial); err != nil {
			return err
		}
	}
	info, err := os.Stat(partial)
	switch {
	case errors.Is(err, os.ErrNotExist) && offset == 0:
		return nil
	case err != nil:
		return err
	case info.Size() < offset:
		return fmt.Errorf("%s: %d bytes of %d are there", partial, info.Size(), offset)
	}
	if err := s.open(); err != nil {
		return err
	}
	if err := s.file.Truncate(offset); err != nil {
		return err
	}
	_, err = s.file.Seek(offset, io.SeekStart)
	return err
}

func (s *Shards) open() (err error) {
	s.file, err = os.OpenFile(s.name(s.number)+partialSuffix, os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	s.buffer = bufio.NewWriter(s.file)
	return nil
}

// Write adds a record to the shard.
func (s *Shards) Write(record []byte) error {
	if s.file == nil {
		if err := s.open(); err != nil {
			return err
		}
	}
	if !s.opt.Gzip {
		_, err := s.buffer.Write(record)
		return err
	}
	if !s.member {
		s.member = true
		s.begin()
	}
	_, err := s.packed.Write(record)
	return err
}

// begin begins a gzip member.
func (s *Shards) begin() {
	if s.packed == nil {
		s.packed = gzip.NewWriter(s.buffer)
	} else {
		s.packed.Reset(s.buffer)
	}
}

// Checkpoint puts what was written on the disk, ends the shard if it is full,
// and notes it in the journal.
func (s *Shards) Checkpoint(m Mark) error {
	size, err := s.flush()
	if err != nil {
		return err
	}
	e := entry{Mark: m, Shard: s.number, Offset: size}
	if m.Tally.Documents%s.opt.Documents == 0 {
		if err := s.finish(); err != nil {
			return err
		}
		e.Shard, e.Offset = s.number, 0
	}
	return s.journal.add(e)
}

func (s *Shards) flush() (size int64, err error) {
	if s.member {
		if err := s.packed.Close(); err != nil {
			return 0, err
		}
		s.member = false
	}
	if err := s.buffer.Flush(); err != nil {
		return 0, err
	}
	if err := s.file.Sync(); err != nil {
		return 0, err
	}
	return s.file.Seek(0, io.SeekCurrent)
}

// finish gives the shard its name and goes to the next.
func (s *Shards) finish() error {
	if s.file == nil {
		return nil
	}
	if err := s.file.Close(); err != nil {
		return err
	}
	s.file = nil
	name := s.name(s.number)
	if err := os.Rename(name+partialSuffix, name); err != nil {
		return err
	}
	s.number++
	return syncDir(s.dir)
}

// syncDir puts a folder's new names on the disk, where folders can be synced.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	_ = d.Sync() // some systems refuse; the file itself is safe
	return nil
}

// End says that all documents are written: the last shard is whole.
func (s *Shards) End() error {
	e := s.journal.last
	if e.Done {
		return nil
	}
	if err := s.finish(); err != nil {
		return err
	}
	e.Shard, e.Offset, e.Done = s.number, 0, true
	return s.journal.add(e)
}

// Close closes the files, whatever state they are in.
func (s *Shards) Close() error {
	err := s.journal.file.Close()
	if s.file != nil {
		err = errors.Join(err, s.file.Close())
	}
	return err
}
