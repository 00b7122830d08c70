package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"
)

// Header is the first line of a journal: whose it is.
type Header struct {
	Journal int       `json:"journal"` // version of the format
	Call    []string  `json:"call"`    // what the result depends on: program, flags, arguments
	Started time.Time `json:"started"` // of the first run; dates after it are not believed
}

const journalVersion = 1

// entry is a further line: a checkpoint.
type entry struct {
	Mark
	Shard  int   `json:"shard"`  // the one that is being written
	Offset int64 `json:"offset"` // its size at the checkpoint
	Done   bool  `json:"done"`   // all documents are written
}

// journal is a file to which a line is added at every checkpoint.
type journal struct {
	file   *os.File
	header Header
	last   entry // the zero entry if there was no checkpoint yet
}

// ErrOther says that a journal is of a run with other flags or arguments.
var ErrOther = errors.New("the journal is of another run")

// openJournal reads a journal, or begins one if there is none.
func openJournal(name string, call []string) (*journal, error) {
	data, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	j := &journal{}
	whole := 0 // bytes of whole lines; what follows is what a kill has left
	for line := range bytes.Lines(data) {
		if !bytes.HasSuffix(line, []byte("\n")) {
			break
		}
		var into any = &j.header
		if whole > 0 {
			j.last = entry{}
			into = &j.last
		}
		if err := json.Unmarshal(line, into); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		whole += len(line)
	}
	switch {
	case whole == 0:
		j.header = Header{Journal: journalVersion, Call: call, Started: time.Now().UTC().Truncate(time.Second)}
	case j.header.Journal != journalVersion:
		return nil, fmt.Errorf("%s: version %d of the journal is not known", name, j.header.Journal)
	case !slices.Equal(j.header.Call, call):
		return nil, fmt.Errorf("%s: %w: %q, not %q", name, ErrOther, j.header.Call, call)
	}
	if j.file, err = os.OpenFile(name, os.O_CREATE|os.O_WRONLY, 0o644); err != nil {
		return nil, err
	}
	if err := j.cut(int64(whole)); err != nil {
		return nil, errors.Join(err, j.file.Close())
	}
	return j, nil
}

func (j *journal) cut(size int64) error {
	if err := j.file.Truncate(size); err != nil {
		return err
	}
	if _, err := j.file.Seek(size, io.SeekStart); err != nil {
		return err
	}
	if size > 0 {
		return nil
	}
	return j.line(j.header)
}

// add writes a checkpoint, to the disk and not only to its cache.
func (j *journal) add(e entry) error {
	j.last = e
	return j.line(e)
}

func (j *journal) line(v any) error {
	data, err := json.Marshal(v)
	if err != nil {
		return err
	}
	if _, err := j.file.Write(append(data, '\n')); err != nil {
		return err
	}
	return j.file.Sync()
}
