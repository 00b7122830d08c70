package extract

import (
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/render"
)

// What JSON has around values, in bytes: names, the longest numbers, commas,
// and the space that begins a line. Scores have six digits, indexes eight,
// weights five behind the point.
const (
	aroundBlock    = len("\n    " + `{"role":"","score":0.123456,"path":,"text":},`)
	aroundImage    = len("\n    " + `{"url":,"alt":,"width":12345678,"height":12345678,"video":false,"block":12345678,"caption":12345678},`)
	aroundLink     = len("\n    " + `{"url":,"text":,"block":12345678},`)
	aroundTable    = len("\n    " + `{"caption":,"rows":[],"header":false,"block":12345678},`)
	aroundRow      = len(`[],`)
	aroundReasons  = len(`,"reasons":[]`)
	aroundEvidence = len(`{"heuristic":,"role":"","weight":-12.12345,"reason":},`)

	// aroundRecord is for everything else: names, the verdict, sources of all
	// metadata, and what the command says of the document.
	aroundRecord = 2000
)

// sizeOf is how many bytes a string takes as JSON.
func sizeOf(s string) int { return render.JSONSize(s) }

func (b *BlockRecord) size() int {
	return aroundBlock + len(b.Role.String()) + sizeOf(b.Path) + sizeOf(b.Text)
}

func (i *Image) size() int { return aroundImage + sizeOf(i.URL) + sizeOf(i.Alt) }

func (l *Link) size() int { return aroundLink + sizeOf(l.URL) + sizeOf(l.Text) }

func (t *Table) size() int {
	n := aroundTable + sizeOf(t.Caption)
	for _, row := range t.Rows {
		n += aroundRow
		for _, cell := range row {
			n += sizeOf(cell) + len(",")
		}
	}
	return n
}

func sizeOfReasons(list []heuristics.Evidence) int {
	if len(list) == 0 {
		return 0
	}
	n := aroundReasons
	for i := range list {
		n += sizeOfEvidence(&list[i])
	}
	return n
}

func sizeOfEvidence(e *heuristics.Evidence) int {
	return aroundEvidence + sizeOf(e.Heuristic) + len(e.Role.String()) + sizeOf(e.Reason)
}
