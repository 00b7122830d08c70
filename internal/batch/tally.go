package batch

// Tally counts what came of the documents.
type Tally struct {
	Documents int   `json:"documents"`
	OK        int   `json:"ok"`
	Partial   int   `json:"partial"`
	Empty     int   `json:"empty"`
	Failed    int   `json:"error"`
	Bytes     int64 `json:"bytes"` // of the documents, unpacked
	Read      int64 `json:"read"`  // of the inputs, as they are stored
}

func (t *Tally) add(o *Outcome) {
	t.Documents++
	t.Bytes += o.Bytes
	t.Read += o.Read
	switch o.Status {
	case OK:
		t.OK++
	case Partial:
		t.Partial++
	case Empty:
		t.Empty++
	default:
		t.Failed++
	}
}

// Lost is how many documents gave no text.
func (t Tally) Lost() int { return t.Empty + t.Failed }
