package hostile

import "strings"

// Repeats returns pages on which something large stands round, before or beside
// very many small things, each of which may make a reader look at all of it
// again. Half of their size is the one, half the others.
func Repeats(size int) (list []Document) {
	half := size / 2
	const (
		site = "https://harbour.example/"
		text = "The boat came in at noon with a full load, and all of the town went down to the quay to see it."
	)
	long := site + repeated(half, "long/")
	names := repeated(size/16, "abc ")
	for _, d := range []struct{ name, damage string }{
		{"links to a long base", `<base href="` + long + `">` + repeated(half, "<a href=b>x</a> and ")},
		{"links on a page with a long address", `<link rel=canonical href="` + long + `">` + repeated(half, "<a href=b>x</a> and ")},
		{"links into a page with a long query", `<base href="` + site + "?" + repeated(half, "%252525253a") + `">` + repeated(half, "<a href=#b>x</a> and ")},
		{"pictures at a long base", `<base href="` + long + `">` + repeated(half, "<p>text <img src=b></p>")},
		{"code in a long class", `<section class="` + repeated(half, "abc ") + `">` + repeated(half, "<p>x</p><pre>x := 1\n</pre>") + "</section>"},
		{"formulas in a long class", `<section class="` + repeated(half, "abc ") + `">` + repeated(half, "<span class=katex><math alttext=x></math></span> ") + "</section>"},
		{"pictures beside many sources", "<picture>" + repeated(half, "<source srcset=a>") + repeated(half, "<img src=a>") + "</picture>"},
		{"pictures in long names", strings.Repeat(`<div class="`+names+`" id="`+names+`">`, 4) + repeated(half, "<img src=a>") + "</div></div></div></div>"},
		{"a link round empty elements and many texts", `<a href="#x">` + repeated(half, "<i></i>") + repeated(half, text+"<br><br>") + "</a>"},
		{"a link with a long class round many texts", `<a href="#x" class="` + repeated(half, "abc ") + `">` + repeated(half, text+"<br><br>") + "</a>"},
		{"videos in texts", numbered(size, "<p>"+text+" %d<iframe src=//youtu.be/%[1]d></iframe></p>")},
		{"signs in texts", numbered(size, "<p>"+text+" %d<img width=20 src=a></p>")},
		{"smileys in texts", numbered(size, "<p>"+text+" %d<img alt=🙂></p>")},
	} {
		list = append(list, around("repeats", d.name, d.damage, false)...)
	}
	return list
}
