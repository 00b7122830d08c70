package show

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Document is what is shown of one.
type Document struct {
	Name    string
	Title   string
	URL     string
	Kind    string
	Error   string // why there is nothing to show
	Partial string

	// Rank is 0 to 1 and puts documents in order, the least first: confidence in
	// the verdict, or the score against a ground truth. RankName says which.
	Rank     float64
	RankName string

	Blocks                   []Block
	WronglyKept, WronglyGone int // blocks, where there is a ground truth
	reasons                  reasons
	room                     int // bytes that it may take; 0: any number
}

// Block is what is shown of one.
type Block struct {
	Index  int
	Role   heuristics.Role
	Score  float64
	Path   string
	Text   string
	Kept   bool // in the article text by the policy
	Hidden bool
	Mark   Mark
	Want   string // the role that it has in the ground truth, "" if that is not known or the same
}

// Mark compares a block with a ground truth.
type Mark uint8

// Marks.
const (
	Unmarked    Mark = iota // as it should be, or nothing is known
	WronglyKept             // in the text, and should not be
	WronglyGone             // not in the text, and should be
)

func (m Mark) String() string {
	return [...]string{"", "wrongly kept", "wrongly dropped"}[m]
}

// reasons is the evidence of a document as the page's script reads it. Words
// stand in it once.
type reasons struct {
	Words  []word       `json:"words"`
	Blocks [][]roleLook `json:"blocks"` // by block, the best roles, best first
	index  map[word]int
	until  []int // by block, how many words are needed up to it
}

type word struct {
	Heuristic string `json:"h"`
	Reason    string `json:"r"`
}

type roleLook struct {
	Role  string   `json:"role"`
	Score float64  `json:"score"`
	Why   [][2]int `json:"why,omitempty"` // index into Words, weight in hundredths of a nat
}

// Roles of which the score, and of which the reasons are shown.
const (
	rolesScored    = 4
	rolesExplained = 2
)

// New takes in a result. Kept are the roles that make up its text. What is
// shown takes no more than JSON with reasons may: the whole text, and of the
// blocks those that there is room for.
func New(name string, r *extract.Result, kept []heuristics.Role) (*Document, error) {
	d := &Document{Name: name, Title: r.Metadata.Title, URL: r.Metadata.Canonical, Kind: string(r.Verdict.Kind),
		Partial: r.Partial, Rank: r.Verdict.Confidence, RankName: "confidence",
		room: (extract.OutputShare+extract.ReasonsShare)*r.Size() + extract.LeastOutput + extract.LeastReasons}
	d.reasons.index = map[word]int{}
	for i := range r.Blocks {
		b := &r.Blocks[i]
		d.Blocks = append(d.Blocks, Block{Index: i, Role: b.Role, Score: b.Score, Path: b.Path(), Text: b.Text,
			Kept: slices.Contains(kept, b.Role) && !b.Hidden() && !b.Copied(), Hidden: b.Hidden()})
		ranked, err := r.Why(i)
		if err != nil {
			return nil, err
		}
		d.reasons.add(b.Role, ranked)
	}
	return d, nil
}

// Failed is a document of which there is no result.
func Failed(name string, err error) *Document {
	return &Document{Name: name, Error: err.Error(), Kind: "error", RankName: "confidence"}
}

// add takes the best roles of a block, that which was chosen first.
func (rs *reasons) add(chosen heuristics.Role, ranked []extract.RoleScore) {
	slices.SortStableFunc(ranked, func(a, b extract.RoleScore) int {
		return cmp.Compare(first(a.Role == chosen), first(b.Role == chosen))
	})
	var looks []roleLook
	for n, s := range ranked[:rolesScored] {
		look := roleLook{Role: s.Role.String(), Score: math.Round(s.Score*1000) / 1000}
		if n < rolesExplained {
			for _, e := range s.Reasons {
				look.Why = append(look.Why, [2]int{rs.word(e), int(math.Round(e.Weight * 100))})
			}
		}
		looks = append(looks, look)
	}
	rs.Blocks = append(rs.Blocks, looks)
	rs.until = append(rs.until, len(rs.Words))
}

// of returns what is needed for the blocks from one to another.
func (rs *reasons) of(from, to int) *reasons {
	if to > len(rs.Blocks) { // nobody asked why
		return &reasons{}
	}
	words := 0
	if from > 0 {
		words = rs.until[from-1]
	}
	part := &reasons{Blocks: rs.Blocks[from:to]}
	if to > 0 {
		part.Words = rs.Words[words:rs.until[to-1]]
	}
	return part
}

func first(yes bool) int {
	if yes {
		return 0
	}
	return 1
}

func (rs *reasons) word(e heuristics.Evidence) int {
	w := word{e.Heuristic, e.Reason}
	i, ok := rs.index[w]
	if !ok {
		i = len(rs.Words)
		rs.index[w] = i
		rs.Words = append(rs.Words, w)
	}
	return i
}

// Sum says in a line what there is to see.
func (d *Document) Sum() string {
	if d.Error != "" {
		return d.Error
	}
	parts := []string{d.Kind, fmt.Sprintf("%d blocks", len(d.Blocks))}
	if d.WronglyKept+d.WronglyGone > 0 {
		parts = append(parts, fmt.Sprintf("%d wrongly kept, %d wrongly dropped", d.WronglyKept, d.WronglyGone))
	}
	if d.Partial != "" {
		parts = append(parts, "partial: "+d.Partial)
	}
	return strings.Join(parts, " · ")
}

// percent is a score as the page shows it in bars.
func percent(score float64) int { return int(math.Round(100 * score)) }
