package scorer

import (
	"math/bits"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
)

// A feature is a number that the trees of a forest ask about. Features are
// filled in groups, a group a function, since those of a group share work.
type featureGroup struct {
	name  string
	doc   string // a reason for a person: what is looked at
	names []string
	fill  func(out []float32, v *View, i int)
}

// missing is the value of a feature that a block does not have. All others
// are at least 0, but for sums of evidence and distances.
const missing = -1

// FeatureNames lists the features in the order in which [View.Features] fills
// them.
func FeatureNames() (names []string) {
	for _, g := range featureGroups {
		names = append(names, g.names...)
	}
	return names
}

// Features fills in what is known of block i, one number for each of
// FeatureNames.
func (v *View) Features(out []float32, i int) {
	at := 0
	for j := range featureGroups {
		g := &featureGroups[j]
		g.fill(out[at:at+len(g.names)], v, i)
		at += len(g.names)
	}
}

var featureGroups = []featureGroup{
	{"text", "trees on the text itself", textNames, textFeatures},
	{"signs", "trees on numbers, capitals and signs in it", signNames, signFeatures},
	{"wording", "trees on what its words sound like", roleNames("sounds-like-", WordingRoles), wordingFeatures},
	{"place", "trees on where it stands", placeNames, placeFeatures},
	{"boxes", "trees on the elements around it", boxNames(), boxFeatures},
	{"run", "trees on the run of boxes it stands in", runNames, runFeatures},
	{"names", "trees on names of elements around it", markNames(), markFeatures},
	{"naming", "trees on what names of elements around it mostly hold", namingNames, namingFeatures},
	{"evidence", "trees on what other heuristics say of it and its neighbours", evidenceNames(), evidenceFeatures},
	{"window", "trees on the text before and behind", windowNames, windowFeatures},
	{"mass", "trees on the likely roles in the elements around", massNames(), massFeatures},
	{"shape", "trees on blocks of the same shape", templateNames(), templateFeatures},
	{"heading", "trees on the heading above", headingNames(), headingFeatures},
	{"section", "trees on what stands under the same heading", sectionNames, sectionFeatures},
	{"kind", "trees on the kind of page", kindFeatureNames(), kindFeatures},
}

var textNames = []string{"words", "link-density", "stopword-density", "sentences", "heading-level", "repeats", "dates", "links",
	"bold", "italic", "title-match", "names-site", "newsletter-cues", "bio-cues", "related-cues", "promo-cues", "comment-cues",
	"legal-cues", "we", "you"}

func textFeatures(out []float32, v *View, i int) {
	b := &v.Page.Blocks[i]
	for j, x := range [...]float32{
		float32(b.Words), float32(b.LinkDensity()), over(b.Stopwords, b.Units), float32(b.Sentences), float32(b.Heading),
		float32(b.Repeats), float32(b.Dates), float32(b.Links), over(b.BoldWords, b.Words), over(b.ItalicWords, b.Words),
		float32(b.TitleMatch), bit(b.NamesSite) + bit(b.SiteFirst), float32(b.Cues[h.CueNewsletter]), float32(b.Cues[h.CueBio]),
		float32(b.Cues[h.CueRelated]), float32(b.Cues[h.CuePromo]), float32(b.Cues[h.CueComment]), float32(b.Cues[h.CueLegal]),
		float32(b.Cues[h.CueWe]), float32(b.Cues[h.CueYou]),
	} {
		out[j] = x
	}
}

var signNames = []string{"numbers", "capitals", "commas", "line-breaks", "first-character", "last-character", "pictures", "prices",
	"web-address", "bytes-a-word", "to-stories", "to-the-site", "to-other-sites", "declared"}

func signFeatures(out []float32, v *View, i int) {
	b := &v.Page.Blocks[i]
	for j, x := range [...]float32{
		over(b.Numbers, b.Words), over(b.Capitals, b.Cased), over(b.Commas, b.Words), float32(b.Breaks), float32(b.Start), float32(b.End),
		float32(b.Images), float32(b.CurrencySigns), over(b.AddressWords, b.Words), over(len(b.Text), b.Words),
		bit(b.LinkTo&h.LinkStory != 0), bit(b.LinkTo&h.LinkSite != 0), bit(b.LinkTo&h.LinkExternal != 0),
		v.declared(b),
	} {
		out[j] = x
	}
}

var placeNames = []string{"prose-before", "prose-after", "place", "place-by-words", "blocks-since-headline", "words-since-headline",
	"has-headline", "page-words", "page-blocks", "share-of-page"}

func placeFeatures(out []float32, v *View, i int) {
	p := v.Page
	b := &p.Blocks[i]
	since, words := float32(missing), float32(missing)
	if p.Headline >= 0 {
		since, words = float32(i-p.Headline), float32(b.Before-p.Blocks[p.Headline].Before)
	}
	for j, x := range [...]float32{
		float32(b.ProseBefore), float32(b.ProseAfter), over(i, len(p.Blocks)), over(b.Before, p.Words), since, words,
		bit(p.Headline >= 0), float32(p.Words), float32(len(p.Blocks)), over(b.Words, p.Words),
	} {
		out[j] = x
	}
}

// boxes are how far out the elements around a block are looked at.
var boxes = [...]int{0, 1, 2, 3, 4, 6}

// chainLength is how many elements around a block are looked at in all.
const chainLength = 8

func boxNames() (names []string) {
	for _, up := range boxes {
		for _, n := range []string{"words", "link-density", "blocks", "headings", "pictures", "words-a-block", "share-of-page"} {
			names = append(names, boxName(up)+n)
		}
	}
	return names
}

// boxName begins the names of features of the nth element around a block.
func boxName(up int) string { return "box-" + string(rune('0'+up)) + "-" }

// chain returns the element of block i and those around it; the root again
// and again where there are no more.
func (v *View) chain(i int) *[chainLength]*h.Element {
	e := v.Page.Element(&v.Page.Blocks[i])
	for up := range v.links {
		if v.links[up] == e {
			break // what stands around it is what stands around it for the block before
		}
		v.links[up] = e
		if e.Parent >= 0 {
			e = &v.Page.Elements[e.Parent]
		}
	}
	return &v.links
}

func boxFeatures(out []float32, v *View, i int) {
	const n = 7
	chain := v.chain(i)
	for j, up := range boxes {
		e := chain[up]
		o := out[j*n : j*n+n]
		blocks := e.NumBlocks()
		o[0], o[1], o[2] = float32(e.Words), float32(e.LinkDensity()), float32(blocks)
		o[3], o[4] = over(e.Headings, blocks), over(e.Images, blocks)
		o[5], o[6] = over(e.Words, blocks), over(e.Words, v.Page.Words)
	}
}

var runNames = []string{"run-boxes", "run-share-of-page", "run-headings-a-box", "run-has-headline", "run-body-outside",
	"run-purity", "run-box-purity"}

func runFeatures(out []float32, v *View, i int) {
	p := v.Page
	parent, box := v.run(i)
	if box == nil {
		for j := range out {
			out[j] = missing
		}
		return
	}
	body := func(e *h.Element) float32 { return v.Shares[e.Index][h.Body] }
	for j, x := range [...]float32{
		float32(box.Run), over(parent.Words, p.Words), over(parent.Headings, box.Run),
		bit(holdsHeadline(p, parent)),
		1 - body(parent)/float32(v.Body+1), body(parent) / float32(parent.Words+1), body(box) / float32(box.Words+1),
	} {
		out[j] = x
	}
}

// marksAsked are the names of elements that trees ask about.
var marksAsked = []struct {
	name string
	mark h.Marks
}{
	{"sidebar", h.MarkSidebar}, {"related", h.MarkRelated}, {"card", h.MarkCard}, {"share", h.MarkShare}, {"comment", h.MarkComment},
	{"newsletter", h.MarkNewsletter}, {"author", h.MarkAuthor}, {"content", h.MarkContent}, {"article", h.MarkArticle},
	{"media", h.MarkMedia}, {"ad", h.MarkAd}, {"tags", h.MarkTags}, {"popup", h.MarkPopup}, {"search", h.MarkSearch},
	{"hidden", h.MarkHiddenClass}, {"forum", h.MarkForum}, {"product", h.MarkProduct}, {"meta", h.MarkMeta},
	{"nav", h.MarkNav}, {"header", h.MarkHeader}, {"footer", h.MarkFooter}, {"list", h.MarkList}, {"offer", h.MarkCTA},
	{"title", h.MarkTitle}, {"dek", h.MarkDek}, {"byline", h.MarkByline}, {"signature", h.MarkSignature}, {"widget", h.MarkWidget}, {"unprinted", h.MarkUnprinted},
	{"footer-tag", h.TagFooter}, {"main-tag", h.TagMain}, {"article-tag", h.TagArticle}, {"section-tag", h.TagSection},
	{"nav-tag", h.TagNav}, {"header-tag", h.TagHeader}, {"aside-tag", h.TagAside}, {"form-tag", h.TagForm}, {"figure-tag", h.TagFigure},
	{"table-tag", h.TagTable}, {"list-tag", h.TagList}, {"item-tag", h.TagItem}, {"quote-tag", h.TagQuote}, {"definition-tag", h.TagDefinition},
	{"details-tag", h.TagDetails}, {"pre-tag", h.TagPre},
}

func markNames() (names []string) {
	for _, m := range marksAsked {
		names = append(names, "name-"+m.name)
	}
	return names
}

// nearestName is the value of a name on the block itself. It falls by one with
// each element further out, and is 0 where there is none.
const nearestName = 20

func markFeatures(out []float32, v *View, i int) {
	p := v.Page
	clear(out)
	b := &p.Blocks[i]
	e := p.Element(b)
	left := (b.Marks | e.All) & allAsked
	for own, d := b.Marks, float32(nearestName); ; d = max(1, d-1) {
		for found := uint64(own & left); found != 0; found &= found - 1 {
			out[placeOfMark[bits.TrailingZeros64(found)]] = d
		}
		if left &^= own; left == 0 || e == nil {
			return
		}
		own, e = e.Own, p.Parent(e)
	}
}

// allAsked are the marks of marksAsked, and placeOfMark tells by bit where each
// stands there.
var allAsked, placeOfMark = func() (all h.Marks, places [64]uint8) {
	for j, m := range marksAsked {
		all |= m.mark
		places[bits.TrailingZeros64(uint64(m.mark))] = uint8(j)
	}
	return all, places
}()

// massRoles are the roles whose share of the words around is looked at.
var massRoles = []h.Role{h.Bio, h.Newsletter, h.Related, h.Comment, h.Nav, h.Promo}

func roleNames(prefix string, roles []h.Role) (names []string) {
	for _, r := range roles {
		names = append(names, prefix+r.String())
	}
	return names
}

func evidenceNames() []string { return roleNames("evidence-", h.Roles()) }

func evidenceFeatures(out []float32, v *View, i int) { copy(out, v.sums[i][:]) }

var windowNames = []string{"purity-2-before", "purity-2-behind", "purity-5-before", "purity-5-behind", "purity-10-before", "purity-10-behind",
	"purity-25-before", "purity-25-behind", "body-words", "body-share", "body-words-before", "body-words-behind",
	"sure-before", "sure-behind"}

func windowFeatures(out []float32, v *View, i int) {
	for j, n := range [...]int{2, 5, 10, 25} {
		out[2*j] = v.purityOf(max(0, i-n), i)
		out[2*j+1] = v.purityOf(i+1, min(len(v.sums), i+1+n))
	}
	body := v.Body + 1
	out[8], out[9] = float32(v.Body), float32(v.Body)/float32(v.Page.Words+1)
	out[10] = float32(v.before[i] / body)
	out[11] = float32((v.before[len(v.before)-1] - v.before[i+1]) / body)
	out[12], out[13] = float32(v.sureBack[i]), float32(v.sureOn[i])
}

// purityOf is the share of likely text among the words of the blocks from lo
// to hi.
func (v *View) purityOf(lo, hi int) float32 {
	if lo >= hi {
		return missing
	}
	first, last := &v.Page.Blocks[lo], &v.Page.Blocks[hi-1]
	return float32(v.before[hi]-v.before[lo]) / float32(last.Before+last.Words-first.Before+1)
}

// massBoxes are how far out the likely roles of the elements around a block
// are summed up; of those in massRoleBoxes, by role.
var (
	massBoxes     = [...]int{0, 1, 2, 3, 4, 5, 7}
	massRoleBoxes = [...]int{2, 4}
)

func massNames() (names []string) {
	for _, up := range massBoxes {
		names = append(names, boxName(up)+"body-share", boxName(up)+"purity")
	}
	for _, up := range massRoleBoxes {
		names = append(names, roleNames(boxName(up), massRoles)...)
	}
	return names
}

func massFeatures(out []float32, v *View, i int) {
	b := &v.Page.Blocks[i]
	chance, words, chain := &v.chance[i], v.shown(b), v.chain(i)
	all, own := float32(v.Body+1), float32(chance[h.Body]*words)
	at := 0
	for _, up := range massBoxes {
		e := chain[up]
		body := v.Shares[e.Index][h.Body]
		out[at], out[at+1] = body/all, (body-own)/float32(e.Words-b.Words+1)
		at += 2
	}
	for _, up := range massRoleBoxes {
		e := chain[up]
		share, rest := &v.Shares[e.Index], float32(e.Words-b.Words+1)
		for _, r := range massRoles {
			out[at] = (share[r] - float32(chance[r]*words)) / rest
			at++
		}
	}
}

func templateNames() []string {
	return append([]string{"shape-blocks", "shape-words", "shape-links", "shape-prose", "shape-share-of-page", "shape-purity", "shape-body-share"},
		roleNames("shape-", massRoles)...)
}

func templateFeatures(out []float32, v *View, i int) {
	b := &v.Page.Blocks[i]
	t := &v.Page.Templates[b.Template]
	chance, words, sum := &v.chance[i], v.shown(b), &v.Templates[b.Template]
	rest := float32(t.Words - b.Words + 1)
	out[0], out[1], out[2] = float32(t.Blocks), over(t.Words, t.Blocks), over(t.LinkWords, t.Words)
	out[3], out[4] = float32(t.Prose), over(t.Words, v.Page.Words)
	out[5], out[6] = (sum[h.Body]-float32(chance[h.Body]*words))/rest, sum[h.Body]/float32(v.Body+1)
	for j, r := range massRoles {
		out[7+j] = (sum[r] - float32(chance[r]*words)) / rest
	}
}

func headingNames() []string {
	return append([]string{"heading-rank", "heading-links", "heading-body"}, roleNames("heading-", massRoles)...)
}

func headingFeatures(out []float32, v *View, i int) {
	above := v.Page.Above(&v.Page.Blocks[i])
	if above == nil {
		for j := range out {
			out[j] = missing
		}
		return
	}
	chance := &v.chance[above.Index]
	out[0], out[1], out[2] = float32(above.Heading), float32(above.LinkDensity()), chance[h.Body]
	for j, r := range massRoles {
		out[3+j] = chance[r]
	}
}

func kindFeatureNames() (names []string) {
	for k := Article; k < NumKinds; k++ {
		names = append(names, "kind-"+k.String())
	}
	return names
}

func kindFeatures(out []float32, v *View, _ int) {
	for k := Article; k < NumKinds; k++ {
		out[k-Article] = v.kinds[k]
	}
}

// declared tells whether a block stands in the text that metadata give, if they do.
func (v *View) declared(b *h.Block) float32 {
	if !v.Page.Declares {
		return missing
	}
	return bit(b.Declared)
}

// shown is how many words of a block count, none if it is hidden.
func (v *View) shown(b *h.Block) float32 {
	if b.Hidden {
		return 0
	}
	return float32(b.Words)
}

func over(part, whole int) float32 {
	if whole <= 0 {
		return 0
	}
	return float32(part) / float32(whole)
}

func bit(x bool) float32 {
	if x {
		return 1
	}
	return 0
}
