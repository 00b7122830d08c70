package scorer

import (
	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// WordingRoles are the roles that sentences of the text are mistaken for, and
// the other way about: what they say differs where the way they are set does not.
// Sign-ups and offers are told apart by other means.
var WordingRoles = []h.Role{h.Promo, h.Bio, h.Related}

func wordingFeatures(out []float32, v *View, i int) {
	if v.wording == nil {
		clear(out) // as before the third look
		return
	}
	v.words = model.AppendWords(v.words[:0], v.Page.Blocks[i].Text)
	v.wording.Like(out, v.words)
}
