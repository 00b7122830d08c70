package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// story is the body of a page whose head a test gives.
const story = `<p>The ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service. The operator said that the part had come from a yard in the north.</p>
<p>Passengers had been taken across by bus in the meantime, a detour of forty miles. The council, which pays for the service, said that it would ask for a second boat to be kept in reserve, as had been agreed.</p>`

// fetched is when the pages of these tests are said to have been fetched.
var fetched = time.Date(2025, 6, 1, 12, 0, 0, 0, time.UTC)

func describe(t testing.TB, head, body string) extract.Metadata {
	t.Helper()
	var e extract.Extractor
	page := `<html lang="en"><head>` + head + `</head><body><article>` + body + story + `</article></body></html>`
	r, err := e.FromReader(strings.NewReader(page), extract.Source{URL: "https://harbour.example/news/2024/ferry-back-in-service", Fetched: fetched})
	require.NoError(t, err)
	return r.Metadata
}

func ld(json string) string { return `<script type="application/ld+json">` + json + `</script>` }

func TestMetadata(t *testing.T) {
	const h1 = `<h1>Ferry back in service</h1>`
	title := func(m extract.Metadata) string { return m.Title }
	authors := func(m extract.Metadata) string { return strings.Join(m.Authors, "; ") }
	published := func(m extract.Metadata) string { return m.Published }
	source := func(field string) func(extract.Metadata) string {
		return func(m extract.Metadata) string { return string(m.Sources[field]) }
	}
	for _, tt := range []struct {
		head, body string
		field      func(extract.Metadata) string
		want       string
		reason     string
	}{
		{`<title>Ferry back in service | Harbour Post</title>`, h1, title, "Ferry back in service", "heading and <title> agree"},
		{`<title>Ferry back in service | Harbour Post</title><meta property="og:site_name" content="Harbour Post">`, ``, title, "Ferry back in service", "the site's name is proven by og:site_name"},
		{`<title>Ferry back in service - Harbour</title>`, ``, title, "Ferry back in service", "by the address"},
		{`<title>Ferry back in service - what we know</title>`, ``, title, "Ferry back in service - what we know", "nothing proves that it is a name"},
		{`<meta property="og:title" content="&lt;b&gt;Ferry&lt;/b&gt; back in service">`, ``, title, "Ferry back in service", "HTML in a title"},
		{`<title>Boats in winter | Harbour Post</title><meta property="og:title" content="Boats in winter">` + ld(`{"@type":"NewsArticle","headline":"Boats in winter"}`), `<h1>The crossing is free again</h1>`, title, "Boats in winter", "three sources against a heading"},
		{`<title>Boats in winter: what to know</title>`, h1, title, "Ferry back in service", "on a story the heading counts for more than <title>"},
		{`<title>Ferry - The Harbour Handbook</title>`, `<h1>The Harbour Handbook</h1>`, title, "Ferry", "the heading is the book that the page is a part of"},
		{`<title>Timetable | Harbour Authority Board And Region</title>`, ``, title, "Timetable | Harbour Authority Board And Region", "initials that are not those of the address"},
		{`<title>Harbour</title>`, h1, title, "Ferry back in service", "a title that is the site's name"},
		{`<title>Ferry back in service</title>`, ``, source("title"), "markup", "provenance"},
		{`<title>Harbour Post guide - Boats in winter</title><meta property="og:site_name" content="Harbour Post">`, ``, title, "Harbour Post guide - Boats in winter", "a title may begin with the site's name and go on"},
		{`<title>Harbour Post - Boats in winter</title><meta property="og:site_name" content="Harbour Post">`, ``, title, "Boats in winter", "the name alone is taken off its beginning"},
		{`<title>Boats in winter | Harbour Post | News, weather, tides</title><meta property="og:site_name" content="Harbour Post">`, ``, title, "Boats in winter", "what follows the site's name is the site's"},
		{`<title>Boats in winter || tides</title>`, ``, title, "Boats in winter || tides", "nothing between two separators is no name"},
		{`<title>Boats in winter | HPL</title><meta property="og:site_name" content="Harbour Post Live">`, ``, title, "Boats in winter", "initials of the site's name"},
		{`<title>News - Boats in winter | Harbour</title>` + ld(`{"@type":"DiscussionForumPosting","headline":"Boats in winter"}`), `<h1><span>News</span> Boats in winter</h1>`, title, "Boats in winter", "linked data tell the headline from the label before it"},
		{`<title>Boats in winter | Opinion</title>` + ld(`{"@type":"BreadcrumbList","itemListElement":[{"name":"Opinion"},{"name":"Boats"}]}`), ``, title, "Boats in winter", "the way to the page goes through the section"},
		{`<title>Boats in winter | News</title>`, ``, title, "Boats in winter", "a folder of the address is called as the section"},
		{`<title>Ferry back in time | All you must know</title>`, ``, title, "Ferry back in time", "the address names what stands before the bar, and nothing of what follows"},
		{`<title>Ferry back in time | Tides | NBF</title>`, ``, title, "Ferry back in time", "nor of what follows the next"},
		{`<title>Ferry back in time | A service to all</title>`, ``, title, "Ferry back in time | A service to all", "the address has a word of what follows"},
		{`<title>Tides | Ferry back in time | NBF</title>`, ``, title, "Tides | Ferry back in time", "what stands before may be of several parts"},
		{`<title>Boats in winter | All you must know</title>`, ``, title, "Boats in winter | All you must know", "one word of the address in four proves nothing"},
		{`<title>News | Boats in winter</title>`, ``, title, "News | Boats in winter", "at its beginning it may be what the page is about"},
		{`<title>Boats in winter</title>`, `<h1>Follow us</h1><h1>Search</h1>`, title, "Boats in winter", "of several headings, those without a word of <title> say something else"},
		{`<title>What the ferry costs</title>`, `<aside class="newsletter"><h1>Ferry newsletter</h1><p>Sign up for our newsletter and get the ferry in your inbox.</p><form><input type="email"><button>Subscribe</button></form></aside><h1>Search</h1>`, title, "What the ferry costs", "of several headings, those whose role is not title say something else"},
		{`<title>Harbour • View topic - Boats in winter</title>`, ``, title, "Boats in winter", "what a forum says of every thread"},
		{``, `<h1>Boats in winter <button>Copy item path</button></h1>`, title, "Boats in winter", "a button is no part of a heading"},
		{`<title>Boats of the coast</title><meta property="og:title" content="Boats of the coast">` + ld(`{"@type":"NewsArticle","headline":"Boats of the coast"}`), `<h1>Boats on sale</h1>`, title, "Boats on sale", "linked data that are copied are no third voice"},
		{`<title>Cheap boats</title><meta property="og:title" content="Cheap boats">` + ld(`{"@type":"BreadcrumbList","itemListElement":[{"name":"Home"},{"item":{"name":"Boats for children"}}]}`), `<h1>Boats for children</h1><ul><li><a href="/a">Red boat 3 €</a><li><a href="/b">Blue boat 4 €</a></ul>`, title, "Boats for children", "the way to the page names it"},
		{ld(`{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Is the ferry back in service?"}]}`), `<h1>Crossings</h1>`, title, "Crossings", "a question of a list is not what the page is called"},

		{ld(`{"@type":"MusicEvent","name":"Night walk","startDate":"2024-05-17T21:00"}`), h1 + `<p class="date">Friday 17 May 2024</p>`, published, "", "the day of an event"},
		{ld(`{"@type":"Event","name":"Night walk","startDate":"2024-05-17T21:00"}`), h1 + `<p class="date">Posted on 3 May 2024</p><p class="date">Friday 17 May 2024</p>`, published, "2024-05-03", "the day before it on which the page was written"},
		{``, h1 + `<p>By noon he had forty nets and a leaking roof.</p>`, authors, "", "a sentence that begins as a byline"},
		{``, h1 + `<p>Prints the tides of a day, which is today by default.</p>`, authors, "", "a sentence with the word in it"},
		{``, h1 + `<p class="tagline">Notes from a kitchen by the sea</p>`, authors, "", "what is no name, in a line that is no byline"},
		{``, h1 + `<p class="byline">Theme by Mole Moss</p>`, authors, "", "the work of somebody else"},
		{``, h1 + story + `<div class="post-footer">Posted by <span>Nell Coombe</span> at <a href="/x">9:30 AM</a></div>`, authors, "Nell Coombe", "below the story, as old blogs have it"},
		{``, h1 + `<p>Asked by Ada Berg <time datetime="2024-03-12T10:00:00Z">a year ago</time>, modified <time datetime="2024-03-14T10:00:00Z">three days later</time></p>`, func(m extract.Metadata) string { return m.Published + " " + m.Modified }, "2024-03-12T10:00:00Z 2024-03-14T10:00:00Z", "each <time> with the words before it"},
		{ld(`{"@type":"NewsArticle","headline":"x","author":{"@type":"Organization","name":"Centre for Rivers and Lakes"}}`), h1, authors, "Centre for Rivers and Lakes", "a body with \"and\" in its name is one"},
		{`<meta name="author" content="page.head.extra.author">`, h1 + `<p class="byline">By Ada Berg</p>`, authors, "Ada Berg", "what a template has left is no name"},
		{ld(`{"@type":"NewsArticle","headline":"Ferry back in service","author":{"@type":"Person","name":"Ada Berg"}}`), h1, authors, "Ada Berg", "a person in JSON-LD"},
		{ld(`{"@graph":[{"@type":"Person","@id":"#a","name":"Ada Berg"},{"@graph":[{"@type":"Article","headline":"x","author":{"@id":"#a"}}]}]}`), h1, authors, "Ada Berg", "a reference in a nested @graph"},
		{ld(`{"@type":"Article","headline":["Ferry back"],"author":["Ada Berg","Bo Lind"]}`), h1, authors, "Ada Berg; Bo Lind", "arrays where strings should be"},
		{ld(`{"@type":"Article","headline":"x","author":[{"name":"Harbour Wire","@type":"Organization"},{"name":"Ada Berg","@type":"Person"}]}`), h1, authors, "Ada Berg", "people before agencies"},
		{ld(`{"@type":"Article","headline":"x","author":[{"name":"Ada Berg"},{"name":"ADA BERG"}]}`), h1, authors, "Ada Berg", "nobody twice"},
		{ld("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"x\",\"author\":\"Ada\nBerg\",}\n//]]>"), h1, authors, "Ada Berg", "CDATA, a line break in a string and a comma too many"},
		{ld(`<!-- {"@type":"Article","headline":"x","author":"Ada Berg"} -->`), h1, authors, "Ada Berg", "a comment round the JSON"},
		{ld(`{"@type":"Article","headline":"x","author":"Ada Berg"} {"@type":"WebPage"}`), h1, authors, "Ada Berg", "two values in a row"},
		{ld(`{"@type":"Article"`), h1 + `<p class="byline">By Ada Berg</p>`, authors, "Ada Berg", "JSON that is cut off"},
		{`<meta name="author" content="Ada Berg, Harbour Correspondent">`, h1, authors, "Ada Berg", "no jobs"},
		{`<meta name="author" content="By Ada Berg and Bo Lind, MD">`, h1, authors, "Ada Berg; Bo Lind", "two names, a degree"},
		{`<meta name="author" content="admin">`, h1 + `<p class="byline">By <a rel="author" href="/ada">Ada Berg</a></p>`, authors, "Ada Berg", "admin is nobody"},
		{`<meta name="author" content="https://harbour.example/ada">`, h1, authors, "", "an address is no name"},
		{`<meta name="citation_author" content="Berg, Ada"><meta name="citation_author" content="Lind, Bo">`, h1, authors, "Ada Berg; Bo Lind", "as libraries write names"},
		{`<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Berg">`, h1, authors, "Ada Berg", "the label of a card"},
		{``, h1 + `<div class="meta">March 3, 2024 by Ada Berg</div>`, authors, "Ada Berg", "in the middle of a line"},
		{``, h1 + `<div itemprop="author" itemscope><span itemprop="name">Ada Berg</span>, reporter</div>`, authors, "Ada Berg", "microdata"},
		{`<meta name="author" content="Ada Berg">`, h1, source("authors"), "meta", "provenance"},

		{`<meta property="article:published_time" content="2024-03-12T14:05:00+01:00">`, h1, published, "2024-03-12T14:05:00+01:00", "as precise as it is"},
		{`<meta property="article:published_time" content="2034-03-12T14:05:00Z"><meta name="date" content="2024-03-12">`, h1, published, "2024-03-12", "a date of the future is not believed"},
		{`<meta property="article:published_time" content="soon">`, h1 + `<time datetime="2024-03-12">12 March</time>`, published, "2024-03-12", "what is no date is passed over"},
		{ld(`{"@type":"Article","headline":"x","datePublished":"2024-03-12T14:05:00Z"}`) + `<meta name="date" content="2023-01-01">`, h1, published, "2024-03-12T14:05:00Z", "JSON-LD of the story comes first"},
		{``, h1 + `<p>Updated: 14 March 2024</p><p>Published: 12 March 2024</p>`, published, "2024-03-12", "a change is no publication"},
		{``, h1 + `<p>Updated: 14 March 2024</p>`, func(m extract.Metadata) string { return m.Modified }, "2024-03-14", "but a change"},
		{`<meta property="article:published_time" content="2024-03-12">`, h1, source("published"), "opengraph", "provenance"},

		{`<meta property="og:image" content="javascript:alert(1)"><meta name="twitter:image" content="/i/ferry.jpg">`, h1, func(m extract.Metadata) string { return m.Image.URL }, "https://harbour.example/i/ferry.jpg", "an image that is none"},
		{`<meta property="og:image" content="/i/f.jpg"><meta property="og:image:width" content="1200"><meta property="og:image:alt" content="A ferry">`, h1, func(m extract.Metadata) string { return fmt.Sprint(m.Image.Width, m.Image.Alt) }, "1200A ferry", "size and alternative text"},
		{`<link rel="canonical" href="https://harbour.example/">`, h1, func(m extract.Metadata) string { return m.Canonical }, "", "a story is not the home page"},
		{`<link rel="canonical" href="/news/2024/ferry">`, h1, func(m extract.Metadata) string { return m.Canonical }, "https://harbour.example/news/2024/ferry", "absolute"},
		{ld(`{"@type":"Article","headline":"x","isAccessibleForFree":"False"}`), h1, func(m extract.Metadata) string { return fmt.Sprint(m.Paywalled) }, "true", "a wall that JSON-LD tells of"},
		{`<meta name="keywords" content="ferry, boats, Ferry">`, h1, func(m extract.Metadata) string { return strings.Join(m.Tags, ";") }, "ferry;boats", "keywords once"},
		{`<meta property="article:section" content="Local news">`, h1, func(m extract.Metadata) string { return m.Section }, "Local news", "section"},
		{`<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">`, h1, func(m extract.Metadata) string { return m.License }, "https://creativecommons.org/licenses/by/4.0/", "license"},
		{`<meta name="dcterms.license" content="CC BY 4.0">`, h1, func(m extract.Metadata) string { return m.License }, "CC BY 4.0", "the name of a license"},
		{ld(`{"@type":"Article","headline":"x","license":"CC BY 4.0"}`), h1, func(m extract.Metadata) string { return m.License }, "CC BY 4.0", "in JSON-LD, too"},
		{`<link rel="license" href="javascript:a"><meta name="dcterms.license" content="javascript:b"><meta name="dc.rights.license" content="/by">`, h1, func(m extract.Metadata) string { return m.License }, "https://harbour.example/by", "no other scheme"},
		{`<link rel="icon" href="/favicon.ico">`, h1, func(m extract.Metadata) string { return m.Favicon }, "https://harbour.example/favicon.ico", "favicon"},
		{`<link rel="next" href="?page=2">`, h1, func(m extract.Metadata) string { return m.Next }, "https://harbour.example/news/2024/ferry-back-in-service?page=2", "next page"},
		{`<link rel="next" href="/news/2024/ferry-back-in-service/page/2/">`, h1, func(m extract.Metadata) string { return m.Next }, "https://harbour.example/news/2024/ferry-back-in-service/page/2/", "next page, in the path"},
		{`<link rel="next" href="/news/2024/ferry-back-in-service_2.html">`, h1, func(m extract.Metadata) string { return m.Next }, "https://harbour.example/news/2024/ferry-back-in-service_2.html", "next page, in the name of a file"},
		{``, h1 + `<a rel="next" href="/news/2024/the-mole-is-mended">The mole is mended</a>`, func(m extract.Metadata) string { return m.Next }, "", "the next post is another text"},
		{`<link rel="next" href="https://quay.example/news/2024/ferry-back-in-service?page=2">`, h1, func(m extract.Metadata) string { return m.Next }, "", "so is what stands on another site"},
		{``, h1 + strings.Repeat("<p>The ferry left the harbour on time, the company said on Tuesday, and all of the quay stood there to see it go.</p>", 3) + `<div class="post-tags">Filed under: <a rel="category tag" href="/c/news">News</a> <a rel="tag" href="/tag/ferries">#ferries</a> <a rel="tag" href="/tag/storms">storms</a></div>`, func(m extract.Metadata) string { return strings.Join(m.Tags, ";") }, "ferries;storms", "links to tags"},
		{``, h1, func(m extract.Metadata) string { return m.Language }, "en", "declared, and so is the text"},
		{``, h1, func(m extract.Metadata) string { return fmt.Sprint(m.Words > 60, m.Minutes) }, "true 1", "words and minutes"},
	} {
		assert.Equal(t, tt.want, tt.field(describe(t, tt.head, tt.body)), "%s: %s%s", tt.reason, tt.head, tt.body)
	}
}

// Plain text says its title nowhere but in the line that is it.
func TestTitleOfText(t *testing.T) {
	var e extract.Extractor
	r, err := e.FromText("Home | News | Sport\nFerry back in service\nBy Jane Miller, 3 March 2025\nThe ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service.\nPassengers had been taken across by bus in the meantime, a detour of forty miles.", extract.Source{})
	require.NoError(t, err)
	assert.Equal(t, "Ferry back in service", r.Metadata.Title)
	assert.Equal(t, extract.FromText, r.Metadata.Sources["title"])
}

// A language that the text is plainly not in is not believed.
func TestDeclaredLanguage(t *testing.T) {
	var e extract.Extractor
	r, err := e.FromReader(strings.NewReader(`<html lang="de"><body><article>`+story+`</article></body></html>`), extract.Source{})
	require.NoError(t, err)
	assert.Equal(t, "en", r.Metadata.Language)
	assert.Equal(t, extract.FromText, r.Metadata.Sources["language"])
}

// Ten thousand authors are bounded, and cost no more than reading them.
func TestManyAuthors(t *testing.T) {
	var json, metas strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&json, `{"@type":"Person","name":"Ada B%c%c%c"},`, 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
		fmt.Fprintf(&metas, `<meta name="author" content="Ada B%c%c%c">`, 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
	}
	m := describe(t, ld(`{"@type":"Article","headline":"x","author":[`+strings.TrimSuffix(json.String(), ",")+`]}`), "")
	assert.Len(t, m.Authors, 50)
	m = describe(t, metas.String(), "")
	assert.Len(t, m.Authors, 50)
}
