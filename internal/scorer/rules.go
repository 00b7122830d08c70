package scorer

import "github.com/seed-1beecd1b/bodycopy/internal/model"

// rules says what the rules set by hand that look at a block among others say of
// block i, one after the other.
func (v *View) rules(i int, say func(w *model.Weights, name, reason string)) {
	if v.teaser(i) {
		say(&teaserWeights, teaserName, teaserReason)
	}
	if w, name, reason := v.namedSection(i).evidence(); w != nil {
		say(w, name, reason)
	}
	if v.inAnother(i) {
		say(&anotherWeights, anotherName, anotherReason)
	}
	if v.standfirst(i) {
		say(&standfirstWeights, standfirstName, standfirstReason)
	}
}
