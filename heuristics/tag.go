package heuristics

// tag looks at the element that the block stands in.
//
// Signal: the tag of the innermost block-level element.
// Why: authors write paragraphs, systems put out list items and divisions.
// Unit and range: 24 tags or groups of tags.
// Source: measured.
// Blind spot: pages made of <div> only.
var tag = Heuristic{
	Name: "tag", Doc: "the tag of the block's element",
	Levels: []string{"in another element", "in <p>", "in <div>", "in <li>", "in <td>", "in <h1>", "in <h2>", "in <h3>", "in <h4>", "in <h5> or <h6>",
		"in <blockquote>", "in <pre>", "in <figcaption> or <caption>", "in <dt>", "in <dd>", "in <section> or <article>", "in <aside>",
		"in <form> or <fieldset>", "in <address>", "in <header>", "in <footer>", "in <nav>", "in <th>", "in <figure>"},
	Measure: func(p *Page, b *Block) Level {
		e := p.Element(b)
		if e == nil {
			return Silent
		}
		return tagLevels[e.Tag]
	},
}

var tagLevels = map[string]Level{"p": 1, "div": 2, "li": 3, "td": 4, "h1": 5, "h2": 6, "h3": 7, "h4": 8, "h5": 9, "h6": 9,
	"blockquote": 10, "pre": 11, "figcaption": 12, "caption": 12, "dt": 13, "dd": 14, "section": 15, "article": 15, "main": 15,
	"aside": 16, "form": 17, "fieldset": 17, "legend": 17, "address": 18, "header": 19, "footer": 20, "nav": 21, "th": 22, "figure": 23}
