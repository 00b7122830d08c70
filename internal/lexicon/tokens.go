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
	const most = 1 << 11 // tokens
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
		hash = (hash ^ uint64(t[i])) * hashPrime
	}
	return hash
}

// Marks returns the marks of a class or id attribute.
func Marks(names string) (marks h.Marks) {
	if names == "" { // as of most elements, and the list of tokens is memory
		return 0
	}
	const most = 32 // tokens of nearly all attributes
	table := tokenMarks()
	for _, hash := range appendTokens(make([]uint64, 0, most), names) {
		marks |= table.At(hash).Value
	}
	return marks
}

// appendTokens appends the hashes of the tokens of a class or id attribute. It
// is cut into tokens at everything but letters, and where a small letter is
// followed by a capital; two neighbouring tokens of a name are one more token,
// so that "post-content", "postContent" and "postcontent" have one in common.
func appendTokens(hashes []uint64, names string) []uint64 {
	c := tokenCutter{hashes: hashes, joining: true}
	return c.cut(names)
}

// AppendNames appends the hashes of the names in a class or id attribute, each
// as a whole, its digits apart, and those of its tokens. The salt tells whole
// names of one attribute from those of another.
func AppendNames(hashes []uint64, names string, salt uint64) []uint64 {
	c := tokenCutter{hashes: hashes, salt: hashOffset ^ salt, naming: true}
	return c.cut(names)
}

// tokenCutter hashes tokens as their letters come.
type tokenCutter struct {
	hashes []uint64
	own    uint64 // hash of the token, 0 before its first letter

	joining bool
	joined  uint64 // hash of the token before and this one
	joins   bool   // there is a token before

	naming bool
	salt   uint64 // what the hash of a name begins with
	name   uint64 // hash of the name so far, 0 before its first byte
	digits bool   // it ends in digits, which are as one
}

// mostNames is how much of an attribute is looked at, in bytes. No element of
// the pages that tables are fitted on has as much.
const mostNames = 1 << 13

func (c *tokenCutter) cut(names string) []uint64 {
	names = names[:min(len(names), mostNames)]
	small := false
	for i := 0; i < len(names); i++ {
		switch b := names[i]; {
		case b >= 'a' && b <= 'z':
			c.add(b)
			small = true
		case b >= 'A' && b <= 'Z':
			if small {
				c.end()
			}
			c.add(b | caseBit)
			small = false
		case b == ' ', b == '\n', b == '\t':
			c.end()
			c.endName()
			small = false
		default:
			c.end()
			c.addOther(b)
			small = false
		}
	}
	c.end()
	c.endName()
	return c.hashes
}

func (c *tokenCutter) add(letter byte) {
	if c.own == 0 {
		c.own = hashOffset
	}
	c.own = (c.own ^ uint64(letter)) * hashPrime
	c.joined = (c.joined ^ uint64(letter)) * hashPrime
	c.addName(letter)
	c.digits = false
}

// addOther goes on with a name by what is no letter.
func (c *tokenCutter) addOther(b byte) {
	digit := b >= '0' && b <= '9'
	if digit && c.digits {
		return
	}
	c.digits = digit
	if digit {
		b = '0'
	}
	c.addName(b)
}

func (c *tokenCutter) addName(b byte) {
	if c.name == 0 {
		c.name = c.salt
	}
	c.name = (c.name ^ uint64(b)) * hashPrime
}

// end appends the token, if there is one.
func (c *tokenCutter) end() {
	if c.own == 0 {
		return
	}
	c.hashes = append(c.hashes, c.own)
	if c.joins && c.joining {
		c.hashes = append(c.hashes, c.joined)
	}
	c.own, c.joined, c.joins = 0, c.own, true
}

// endName appends the name, if there is one. Names do not join.
func (c *tokenCutter) endName() {
	if c.name != 0 && c.naming {
		c.hashes = append(c.hashes, c.name)
	}
	c.name, c.digits, c.joins = 0, false, false
}
