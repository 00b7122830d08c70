package heuristics

// Marks is a set of what an element's tag, ARIA role, class and id say about
// it. Class and id are matched by token, never by substring: "studying" has
// no "dy" in it and "metabolism" no "tabs".
type Marks uint64

// Marks from class and id tokens, one for each family of names.
const (
	MarkNav Marks = 1 << iota
	MarkHeader
	MarkFooter
	MarkSidebar
	MarkRelated
	MarkCard
	MarkList
	MarkShare
	MarkComment
	MarkNewsletter
	MarkAuthor
	MarkByline
	MarkTitle
	MarkDek
	MarkContent
	MarkArticle
	MarkCaption
	MarkMedia
	MarkAd
	MarkCTA
	MarkLegal
	MarkTags
	MarkPaywall
	MarkPopup
	MarkSearch
	MarkHiddenClass
	MarkForum
	MarkProduct
	MarkQuote
	MarkCode
	MarkMeta
	MarkWidget
	MarkTestimonial
	MarkSignature
	MarkUnprinted

	// Marks from tags and ARIA roles.
	TagNav
	TagHeader
	TagFooter
	TagAside
	TagMain
	TagArticle
	TagSection
	TagForm
	TagFigure
	TagCaption
	TagTable
	TagList
	TagItem
	TagQuote
	TagAddress
	TagDialog
	TagButton
	TagLabel
	TagTime
	TagDetails
	TagPre
	TagDefinition
	// Marks from microdata.
	PropBody
	PropAuthor
	PropComment
)

// Cue is a class of cue phrases.
type Cue uint8

// Classes of cue phrases. Those named as roles hold wording that is usual in
// blocks of that role.
const (
	CueNewsletter Cue = iota
	CueBio
	CueRelated
	CueByline
	CueShare
	CueLegal
	CueComment
	CuePaywall
	CuePromo
	CueCaption
	CueTags
	CueNav
	CueOther
	CueMonth
	CueWeekday
	CueWe  // the first person plural
	CueYou // the second person

	// NumCues is the number of classes of cue phrases.
	NumCues = 17
)

// Cues counts the cue phrases in a block by class, 255 at most each.
type Cues [NumCues]uint8

// CueSet is a set of classes of cue phrases: bit 1<<CueBio and so on.
type CueSet uint32
