package heuristics_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// TestMarkedClasses has names for each family as sites write them: BEM,
// camel case, underscores, several words run together.
func TestMarkedClasses(t *testing.T) {
	for _, c := range []struct{ name, classes string }{
		{"nav-class", "nav main-nav breadcrumbs site_menu topNav"},
		{"header-class", "masthead site-header topbar"},
		{"footer-class", "site-footer footer__inner colophon"},
		{"sidebar-class", "sidebar l-sidebar--right rightColumn"},
		{"related-class", "related relatedPosts c-related-articles yarpp-related read-next"},
		{"card-class", "card c-card--small tile teaser-box"},
		{"list-class", "post-list archive listing"},
		{"share-class", "share social-links addthis_toolbox sharedaddy"},
		{"comment-class", "comments comment-body commentlist disqus_thread"},
		{"newsletter-class", "newsletter-box NewsletterSignup mc4wp-mailchimp"},
		{"author-class", "author author-bio aboutAuthor vcard"},
		{"byline-class", "byline post-meta-date dateline"},
		{"title-class", "headline entry-title"},
		{"dek-class", "standfirst dek sub-title article__lede"},
		{"content-class", "entry-content articleBody prose"},
		{"article-class", "post hentry single-post"},
		{"caption-class", "wp-caption photo-credit"},
		{"media-class", "gallery video-player"},
		{"ad-class", "ad ad-slot sponsored"},
		{"offer-class", "cta promo-box donate"},
		{"legal-class", "copyright cookie-consent disclaimer"},
		{"tags-class", "tags post-categories kicker"},
		{"paywall-class", "paywall tp-modal premium"},
		{"popup-class", "modal popup-overlay"},
		{"search-class", "search-form login"},
		{"hidden-class", "visually-hidden sr-only"},
		{"forum-class", "thread postbit message-text"},
		{"unprinted", "d-print-none no-print print:hidden"},
		{"signature-class", "post-signature signaturecontainer"},
		{"product-class", "product productDescription testimonials"},
		{"quote-class", "pullquote citation"},
		{"code-class", "highlight codeblock"},
		{"meta-class", "meta entry-info"},
		{"widget-class", "widget module"},
	} {
		var rows []row
		for class := range strings.FieldsSeq(c.classes) {
			rows = append(rows,
				row{reason: "on a short line itself: " + class, page: `<p class="` + class + `">Some words</p>`, block: "Some", want: "on a short block itself"},
				row{reason: "as an id, on the box of a paragraph: " + class, page: `<div id="` + class + `">` + prose + "</div>", block: "harbour", want: "near the block"})
		}
		check(t, c.name, rows)
	}
}

// TestMarkedTokens holds that names match by token and never by substring.
func TestMarkedTokens(t *testing.T) {
	for _, class := range []string{"studying", "barcelona", "metabolism", "authority", "expander", "shadow", "roadmap",
		"badger", "advance", "readability", "uncommented", "navigable", "sharepoint", "committed",
		"gradient", "discommodate", "stagnant", "promotes", "biology", "tagine", "mcgraw", "relate"} {
		p := page(t, `<p class="`+class+`" id="`+class+`">`+words(20)+".</p>", false)
		for _, h := range heuristics.Default() {
			if strings.HasSuffix(h.Name, "-class") {
				assert.Empty(t, levels(h, p, &p.Blocks[0]), "%s has no token of %s", class, h.Name)
			}
		}
	}
}

func TestMarkedPlaces(t *testing.T) {
	check(t, "newsletter-class", []row{
		{reason: "on the parent", page: `<div class="newsletter"><p>Once a week</p></div>`, block: "Once", want: "near a short block"},
		{reason: "on the grandparent", page: `<div class="newsletter"><div><p>Once a week</p></div></div>`, block: "Once", want: "near a short block"},
		{reason: "further out it says less", page: `<div class="newsletter"><div><div><p>Once a week</p></div></div></div>`, block: "Once", want: "round a short block"},
		{reason: "and less still of a paragraph", page: `<div class="newsletter"><div><div>` + prose + `</div></div></div>`, block: "harbour", want: "round the block"},
		{reason: "a class on an inline element is the block's own", page: `<p><span class="newsletter">Once</span> a week</p>`, block: "Once", want: "on a short block itself"},
		{reason: "the box beside does not count", page: `<div class="newsletter"></div><p>Once a week</p>`, block: "Once"},
		{reason: "plain text has no classes", page: "Once a week", plain: true, block: "Once"},
		{reason: "blind spot: a class made by a machine", page: `<div class="sc-1x2y css-9f3"><p>Once a week</p></div>`, block: "Once"},
	})
}

func TestMarkedTags(t *testing.T) {
	for _, c := range []struct{ name, page string }{
		{"in-nav", "<nav>Some words</nav>"}, {"in-nav", `<div role="navigation">Some words</div>`},
		{"in-header", "<header>Some words</header>"}, {"in-header", `<div role="banner">Some words</div>`},
		{"in-footer", "<footer>Some words</footer>"}, {"in-footer", `<div role="contentinfo">Some words</div>`},
		{"in-aside", "<aside>Some words</aside>"}, {"in-aside", `<div role="complementary">Some words</div>`},
		{"in-main", "<main>Some words</main>"}, {"in-main", `<div role="main">Some words</div>`},
		{"in-article", "<article>Some words</article>"},
		{"in-section", "<section>Some words</section>"},
		{"in-form", "<form>Some words</form>"},
		{"in-figure", "<figure>Some words</figure>"},
		{"in-caption", "<figure><figcaption>Some words</figcaption></figure>"},
		{"in-table", "<table><tr><td>Some words</td></tr></table>"},
		{"in-list", "<ul>Some words</ul>"},
		{"in-quote", "<blockquote>Some words</blockquote>"},
		{"in-address", "<address>Some words</address>"},
		{"in-dialog", "<dialog open>Some words</dialog>"},
		{"in-button", "<p><button>Some words</button></p>"},
		{"in-label", "<p><label>Some words</label></p>"},
		{"in-time", "<p><time>Some words</time></p>"},
		{"in-details", "<details>Some words</details>"},
		{"in-code", "<pre>Some words</pre>"}, {"in-code", "<p>Some <code>words</code></p>"},
		{"in-definition", "<dl><dd>Some words</dd></dl>"},
		{"body-property", `<div itemprop="articleBody">Some words</div>`},
		{"author-property", `<p><span itemprop="author">Some words</span></p>`},
		{"comment-property", `<div itemprop="comment">Some words</div>`}, {"comment-property", `<div itemtype="https://schema.org/Comment">Some words</div>`},
	} {
		check(t, c.name, []row{
			{reason: "the element itself: " + c.page, page: c.page, block: "Some", want: "on a short block itself"},
			{reason: "and nothing where it is not", page: "<div>Some words</div>", block: "Some"},
		})
	}
}
