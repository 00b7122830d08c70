package lexicon

import (
	"strings"
	"sync"

	h "github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/hashed"
)

// families lists, for each mark, the class and id tokens that give it. Names
// are those that the large publishing systems and their themes use; a word
// that also is a common subject of prose ("bar", "social work") does no harm,
// since tokens are only ever evidence.
var families = map[h.Marks]string{
	h.MarkNav:         "nav menu navbar navigation navi breadcrumb breadcrumbs crumb crumbs toc tableofcontents pagination pager paging sitemap submenu megamenu topnav subnav mainnav sitenav mainmenu dropdown hamburger offcanvas drawer tabs tab skip skiplink jump anchors ariane menue hauptmenu navbox mobilemenu navlinks menubar sidenav globalnav",
	h.MarkHeader:      "header masthead topbar toolbar head siteheader banner logo branding brand sitetitle kopf entete cabecera",
	h.MarkFooter:      "footer colophon foot sitefooter bottom bottombar subfooter prefooter pagefooter footnav fuss pied",
	h.MarkSidebar:     "sidebar aside rail sidecol secondary rightcol leftcol rightcolumn leftcolumn complementary sidebars seitenleiste spalte marginal",
	h.MarkRelated:     "related relateds recommended recommendation recommendations recommend recirc recirculation trending popular mostread mostpopular latest morefrom outbrain taboola zergnet revcontent suggested suggestions similar readmore readnext nextup upnext relatedposts relatedarticles jp river teaser teasers headlines neighbours discover further also trends hot top yarpp crp verwandt weitere similaires relacionadas relacionados correlati promoted stories prevnext adjacent nextpost prevpost previous more hatnote relcontent",
	h.MarkCard:        "card cards tile tiles teaser teasers thumb thumbnail thumbnails item items box boxes col column cell slide swiper slick carousel slider glide owl",
	h.MarkList:        "list lists listing listings grid archive archives feed feeds index results result collection stream loop",
	h.MarkShare:       "share sharing social socials sharebar sharedaddy sharethis addthis addtoany shares shareaholic facebook twitter whatsapp linkedin pinterest reddit follow socialmedia sociallinks tweet fb teilen partager compartir jssocials telegram sns",
	h.MarkComment:     "comment comments commentlist commentform commenttext disqus respond discussion discussions livefyre coral commenter replies reply kommentar kommentare commentaires comentarios commento reacties commentbody conversation viafoura spotim facebookcomments hyvor",
	h.MarkNewsletter:  "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mc mailing maillist email emailsignup mailpoet sailthru klaviyo convertkit substack formkit hubspotform subscribebox nl inscription abonnieren sib mailerlite tnp notify pushnotification push getresponse",
	h.MarkAuthor:      "author authors bio biography avatar profile contributor contributors writer writers vcard gravatar authorbox aboutauthor abouttheauthor authorbio authorinfo autor auteur autore userphoto staff columnist autorenbox saboxplugin sab",
	h.MarkByline:      "byline bylines dateline date dates time timestamp published posted postmeta entrymeta articlemeta datum pubdate postdate updated modified readtime readingtime publish publication datetime credits credit",
	h.MarkTitle:       "title titles headline headlines hed h1 heading headings posttitle entrytitle articletitle pagetitle titel titre titulo header",
	h.MarkDek:         "dek deck standfirst subtitle subtitles subhead subheadline subheading lede lead intro introduction excerpt summary strapline sell abstract chapo vorspann teasertext kicker synopsis description desc sottotitolo bajada entradilla subheader leadtext preface",
	h.MarkContent:     "content contents body text copy main maincontent rich richtext prose markdown paragraph paragraphs rte wysiwyg bodytext bodycopy maintext storybody articlebody postcontent entrycontent postbody articletext articlecontent fulltext inhalt contenu contenido redactor formatted texte texto",
	h.MarkArticle:     "article articles entry post posts story blog blogpost singlepost single news hentry node single artikel artigo articulo beitrag page",
	h.MarkCaption:     "caption captions credit credits figcaption photocredit imagecredit wpcaption legend bildunterschrift copyright legende photographer cutline attribution",
	h.MarkMedia:       "image images img photo photos picture pictures media gallery figure video videos player audio embed slideshow lightbox illustration podcast iframe youtube jwplayer brightcove fotos foto bild",
	h.MarkAd:          "ad ads advert adverts advertisement advertising advertorial adsense adslot adunit adbox adcontainer dfp gpt sponsor sponsored sponsors sponsorship commercial outbrain taboola promoted banner banners leaderboard skyscraper mpu publicidad werbung anzeige anzeigen reklama pub adv googlead adwrapper adplaceholder billboard partner partners",
	h.MarkCTA:         "cta promo promos promotion promotions callout calltoaction offer offers campaign donate donation marketing affiliate deal deals buy price pricing coupon upsell membership member contribute support appeal leadgen demo trial download ebook banner hellobar jumbotron hero shop store",
	h.MarkLegal:       "copyright legal disclaimer disclaimers disclosure cookie cookies consent gdpr privacy terms onetrust cookiebar cookieconsent cookiebanner cmp policy imprint impressum rights rgpd license licence ccpa didomi usercentrics",
	h.MarkTags:        "tag tags tagcloud taglist category categories cat topic topics keyword keywords label labels kicker eyebrow section rubric rubrik taxonomy chip chips badge pill tagged filed overline badges schlagworte etiquetas posttags channel",
	h.MarkPaywall:     "paywall premium subscriber subscribers gate gated meter metered regwall piano locked barrier metering unlock tp paid plus subscriberonly abo",
	h.MarkPopup:       "modal popup overlay dialog tooltip toast lightbox interstitial flyout popover alert notice notification notifications notices snackbar fancybox exit popupbox slidein bar sticky",
	h.MarkSearch:      "search searchform searchbox suche recherche buscar login signin register account cart minicart basket checkout wishlist user loginform myaccount warenkorb filter filters sort facet facets form",
	h.MarkHiddenClass: "hidden hide invisible sr visuallyhidden screenreader offscreen collapsed none noscript print nojs dnone displaynone uk srt assistive a11y",
	h.MarkForum:       "thread threads forum forums topicpost postbit postcontainer messagetext bbwrapper bbcode postbody posttext question answer answers qa messagelist post message messages phpbb vbulletin discourse quoteblock threaded answercell",
	h.MarkProduct:     "product products sku pdp productdetails productdescription variant variants swatch swatches rating ratings review reviews testimonial testimonials stars shipping stock specs specifications spec addtocart quantity woocommerce shopify features feature",
	h.MarkQuote:       "quote quotes pullquote blockquote quotation zitat citation",
	h.MarkCode:        "code highlight syntax syntaxhighlighter codehilite codeblock prettyprint hljs prism snippet listingblock crayon gist terminal shell",
	h.MarkMeta:        "meta info details detail data stats views count counter counts statistics infos information toolbar tools actions controls buttons button btn utility print editsection",
	h.MarkTestimonial: "testimonial testimonials testimonal temoignage temoignages testimonio testimonios testimonianze depoimentos kundenstimmen",
	h.MarkSignature:   "signature signatures messagesignature postsignature membersignature forumsignature signaturecontainer signatureblock usersig msgsig",
	h.MarkUnprinted:   "noprint printnone printhidden hiddenprint hideprint donotprint screenonly nosnippet",
	h.MarkWidget:      "widget widgets module modules plugin block textwidget poll quiz weather calendar ticker calculator survey game horoscope stock stocks countdown score scores",
}

// tokenMarks are the marks of each token.
var tokenMarks = sync.OnceValue(func() hashed.Table[uint64, h.Marks] {
	const most = 1 << 10 // tokens
	table := hashed.New[uint64, h.Marks](most)
	for mark, tokens := range families {
		for t := range strings.FieldsSeq(tokens) {
			hash := hashOf(t)
			s := table.At(hash)
			s.Hash = hash
			s.Value |= mark
		}
	}
	return table
})

// FNV-1a, 64 bits.
const (
	hashOffset = 14695981039346656037
	hashPrime  = 1099511628211
)

func hashOf(t string) uint64 {
	hash := uint64(hashOffset)
	for i := range len(t) {
		hash = with(hash, t[i])
	}
	return hash
}

// Marks returns the marks of a class or id attribute.
func Marks(names string) (marks h.Marks) {
	if names == "" { // as of most elements
		return 0
	}
	var usual [32]uint64 // tokens of nearly all attributes
	table := tokenMarks()
	for _, hash := range appendTokens(usual[:0], names) {
		marks |= table.At(hash).Value
	}
	return marks
}

// appendTokens appends the hashes of the tokens of a class or id attribute. It
// is cut into tokens at everything but letters, and where a small letter is
// followed by a capital; two neighbouring tokens of a name are one more token,
// so that "post-content", "postContent" and "postcontent" have one in common.
func appendTokens(hashes []uint64, names string) []uint64 {
	names = names[:min(len(names), mostNames)]
	before := uint64(0) // hash of the token before in the same name
	for i := 0; i < len(names); {
		end := tokenEnd(names, i)
		if end == i {
			if parts(names[i]) {
				before = 0
			}
			i++
			continue
		}
		token := names[i:end]
		own := withLetters(hashOffset, token)
		hashes = append(hashes, own)
		if before != 0 {
			hashes = append(hashes, withLetters(before, token))
		}
		before, i = own, end
	}
	return hashes
}

// AppendNames appends the hashes of the names in a class or id attribute, each
// as a whole, a run of digits as one, and those of its tokens. The salt tells
// whole names of one attribute from those of another.
func AppendNames(hashes []uint64, names string, salt uint64) []uint64 {
	names = names[:min(len(names), mostNames)]
	salt ^= hashOffset
	name := salt    // hash of the name so far
	digits := false // which it ends in
	for i := 0; i < len(names); {
		end := tokenEnd(names, i)
		switch b := names[i]; {
		case end > i:
			token := names[i:end]
			hashes = append(hashes, withLetters(hashOffset, token))
			name, digits, i = withLetters(name, token), false, end
			continue
		case parts(b):
			hashes = appendName(hashes, name, salt)
			name, digits = salt, false
		case !isDigit(b):
			name, digits = with(name, b), false
		case !digits:
			name, digits = with(name, '0'), true
		}
		i++
	}
	return appendName(hashes, name, salt)
}

// appendName appends the hash of a name, unless it is none.
func appendName(hashes []uint64, name, none uint64) []uint64 {
	if name == none {
		return hashes
	}
	return append(hashes, name)
}

// mostNames is how much of an attribute is looked at, in bytes. No element of
// the pages that tables are fitted on has as much.
const mostNames = 1 << 13

// parts tells whether a byte stands between two names.
func parts(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }

// tokenEnd returns where the token that begins at i ends, which is i if none does.
func tokenEnd(names string, i int) int {
	small := false
	for ; i < len(names); i++ {
		switch b := names[i]; {
		case b >= 'a' && b <= 'z':
			small = true
		case b < 'A' || b > 'Z' || small:
			return i
		}
	}
	return i
}

// with goes on with a hash by one byte.
func with(hash uint64, b byte) uint64 { return (hash ^ uint64(b)) * hashPrime }

// withLetters goes on with a hash by ASCII letters, as if they were small.
func withLetters(hash uint64, letters string) uint64 {
	for i := range len(letters) {
		hash = with(hash, letters[i]|caseBit)
	}
	return hash
}
