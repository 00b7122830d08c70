package heuristics_test

import "testing"

func TestTag(t *testing.T) {
	var rows []row
	for _, c := range []struct{ page, want string }{
		{"<p>It</p>", "in <p>"}, {"<div>It</div>", "in <div>"}, {"<ul><li>It</li></ul>", "in <li>"},
		{"<table><tr><td>It</td></tr></table>", "in <td>"}, {"<table><tr><th>It</th></tr></table>", "in <th>"},
		{"<h1>It</h1>", "in <h1>"}, {"<h2>It</h2>", "in <h2>"}, {"<h3>It</h3>", "in <h3>"}, {"<h4>It</h4>", "in <h4>"}, {"<h6>It</h6>", "in <h5> or <h6>"},
		{"<blockquote>It</blockquote>", "in <blockquote>"}, {"<pre>It</pre>", "in <pre>"},
		{"<figure><figcaption>It</figcaption></figure>", "in <figcaption> or <caption>"}, {"<figure>It</figure>", "in <figure>"},
		{"<dl><dt>It</dt></dl>", "in <dt>"}, {"<dl><dd>It</dd></dl>", "in <dd>"},
		{"<main>It</main>", "in <section> or <article>"}, {"<aside>It</aside>", "in <aside>"}, {"<form>It</form>", "in <form> or <fieldset>"},
		{"<address>It</address>", "in <address>"}, {"<header>It</header>", "in <header>"}, {"<footer>It</footer>", "in <footer>"}, {"<nav>It</nav>", "in <nav>"},
		{"<center>It</center>", "in another element"}, {"It", "in another element"},
		{"<p><b><i>It</i></b></p>", "in <p>"}, {"<div><span>It</span></div>", "in <div>"},
	} {
		rows = append(rows, row{reason: c.page, page: c.page, block: "It", want: c.want})
	}
	check(t, "tag", append(rows, []row{
		{reason: "an unknown element is inline, as in browsers", page: "<div><my-box>It</my-box></div>", block: "It", want: "in <div>"},
		{reason: "plain text has no tags", page: "It", plain: true, block: "It"},
		{reason: "blind spot: a page made of <div> only", page: "<div>" + words(50) + ".</div>", block: "lorem", want: "in <div>"},
	}...))
}
