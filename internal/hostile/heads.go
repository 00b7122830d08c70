package hostile

import "strings"

// Heads returns those of the hostile pages whose damage is in what a page says of
// itself, and in what stands where that is looked for. Most make two things
// large: what is asked, and how often.
func Heads(size int) (list []Document) {
	half := size / 2
	title := headline + repeated(size, " | The Courier")
	canonical := `<link rel=canonical href="https://a.example/x">`
	story := `{"@type":"Article","headline":"` + headline + `","@id":"https://a.example/x"`
	const (
		event  = "12 January 2023"
		future = "12 January 2099"                                // which is no date of a page yet
		word   = " averyveryverylongwordindeedthatislong12345678" // so that lines are not joined
		line   = future + word + "<br><br>"
	)
	for _, d := range []struct{ name, markup string }{
		{"a title of names of the site", `<meta property="og:site_name" content="Courier"><meta property="og:title" content="` + title + `">`},
		{"an author, over and over, of many names", `<meta name="` + repeated(half, "author ") + `" content="` + repeated(half, "http://a,") + `">`},
		{"an author, over and over, of many words", `<meta name="` + repeated(half, "citation_author ") + `" content="` + repeated(half, "one two three four ") + `">`},
		{"a property, over and over", `<div itemprop="` + repeated(half, "author datePublished ") + `" content="` + repeated(half, "1 x ") + `">x</div>`},
		{"lists of authors", numbered(size, `<meta name=author content="`+repeated(longList, "Ab, Cd, ")+`%d">`)},
		{"brackets that begin no tag", `<meta name=description content="` + repeated(size, "< ") + `>">`},
		{"brackets that begin no tag, in a headline", linked(`{"@type":"NewsArticle","headline":"` + repeated(size, "< ") + `>"}`)},
		{"a story that names its address, among many", canonical + linked(`[{"url":"`+repeated(half, "a ")+`",`+story[1:]+`},`+repeated(half, story+`},`)+`{}]`)},
		{"a long event, and dates", linked(`[{"@type":"Event","startDate":"`+repeated(half, "x ")+`"},{"@type":"Event","startDate":"2023-01-12"}]`) + repeated(half, "<p>"+event+word+"</p>")},
		{"events, and dates", linked(`[`+numbered(half, `{"@type":"Event","startDate":"2023-01-11","x":%d},`)+`{"@type":"Event","startDate":"2023-01-12"}]`) + repeated(half, "<p>"+event+word+"</p>")},
		{"dates in an element of much style", `<span style="` + repeated(half, "a:b;") + `">` + repeated(half, line) + `</span>`},
		{"dates in one that is long", `<time datetime="` + repeated(half, "x ") + `">` + repeated(half, "Updated: "+line) + `</time>`},
		{"a host, and dates", `<base href="https://` + strings.Repeat("a", half) + `/">` + repeated(half, "<p>"+future+word+"</p>")},
	} {
		list = append(list, around("heads", d.name, d.markup, false)...)
	}
	long := strings.Repeat("a", size/3)
	linkedName := "<p><a rel=author href=/author/a>A" + long + " Ae</a></p><p>" + long + long + "</p>"
	list = append(list, around("heads", "an author's name that is long", linkedName, false)...)
	bylines := `<span class="byline ` + repeated(half, "a ") + `">` + repeated(half, "by the sea, "+line) + `</span>`
	return append(list, Document{Group: "heads", Name: "bylines of many classes where no headline is, after", Data: []byte("<p>" + strings.Join(paragraphs, "</p>\n<p>") + "</p>" + bylines), Article: paragraphs})
}

// longList is how long a list of authors is, in bytes, that is read as one.
const longList = 1900

// linked is linked data as a page has them.
func linked(json string) string { return `<script type="application/ld+json">` + json + `</script>` }
