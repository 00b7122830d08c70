package eval

import (
	"encoding/json"
	"errors"
	"fmt"
)

// prediction is a line of somebody else's output. ID is the page's ID, or its
// address where the data set gives one.
type prediction struct {
	ID     string  `json:"id"`
	Text   *string `json:"text"`
	Blocks []Label `json:"blocks"`
	Facts  *Facts  `json:"facts"`
}

var errNoPrediction = errors.New("no prediction for this page")

// Predictions reads a file of JSON lines with id, text and, if there are any,
// blocks with role and text, and facts with title, authors and date. A page that
// no line is about gives an error when it is asked for, and so counts as empty.
func Predictions(name string, pages []Page) (Extract, error) {
	ids := make(map[string]string, 2*len(pages))
	for i := range pages {
		if u := pages[i].URL; u != "" {
			ids[u] = pages[i].ID
		}
	}
	for i := range pages {
		ids[pages[i].ID] = pages[i].ID
	}
	data, err := readEither(name)
	if err != nil {
		return nil, err
	}
	outputs := make(map[string]*Output, len(pages))
	err = eachLine(name, data, func(line []byte) error {
		var p prediction
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		id, known := ids[p.ID]
		switch {
		case !known:
			return fmt.Errorf("id %q is no page of the data set", p.ID)
		case p.Text == nil:
			return fmt.Errorf("no text for id %q", p.ID)
		case outputs[id] != nil:
			return fmt.Errorf("id %q stands twice", p.ID)
		}
		outputs[id] = &Output{Text: *p.Text, Blocks: p.Blocks, Facts: p.Facts}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return func(p *Page) (*Output, error) {
		if out := outputs[p.ID]; out != nil {
			return out, nil
		}
		return nil, errNoPrediction
	}, nil
}
