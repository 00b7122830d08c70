package heuristics_test

import "testing"

func TestPicture(t *testing.T) {
	check(t, "picture", []row{
		{reason: "a caption", page: "<figure><img src=a><figcaption>The quay</figcaption></figure>", block: "quay", want: "short, right behind a picture"},
		{reason: "a caption in a <div> of its own", page: "<div><div><img src=a></div><div>The quay</div></div>", block: "quay", want: "short, right behind a picture"},
		{reason: "a teaser's second line", page: "<div><img src=a><h3>The harbour that moved</h3><p>Stones first</p></div>", block: "Stones", want: "short, in a box with pictures"},
		{reason: "the paragraph behind an uncaptioned picture", page: "<img src=a>" + prose, block: "harbour", want: "long, right behind a picture"},
		{reason: "an image in a <picture>", page: "<picture><source srcset=b><img src=a></picture><p>The quay</p>", block: "quay", want: "short, right behind a picture"},
		{reason: "a picture in the story, far from this paragraph", page: "<article><img src=a>" + times(5, prose) + "<p>The end.</p></article>", block: "The end", want: "short, no picture near"},
		{reason: "a picture behind the line does not count as before it", page: "<div><p>Opening</p></div><div><div><img src=a></div></div>" + times(5, prose), block: "Opening", want: "short, no picture near"},
		{reason: "plain text has no pictures", page: "The quay", plain: true, block: "quay"},
		{reason: "blind spot: a picture set by style sheet", page: `<div style="background:url(a.jpg)"></div><p>The quay</p>`, block: "quay", want: "short, no picture near"},
	})
}
