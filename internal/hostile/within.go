package hostile

import "strings"

// within are pages whose article stands in an element that hides what is in it
// until a script shows it, or that stands where it does not hide anything.
func within() (list []Document) {
	for _, open := range []string{
		`<div hidden>`,
		`<my-app hidden>`,
		`<app-root style="visibility:hidden">`,
		`<span hidden>`,
		`<b style="display:none">`,
		`<a hidden>`,
		`<font hidden>`,
		`<div><my-app hidden><span hidden>`,
		`<map name=m>`,
		`<object>`,
		`<rt>`,
		`<ruby>x<rt>`,
		`<ruby>x<rt><b>`,
		`<ruby>x<rt><ruby>`,
		`<annotation>`,
		`<annotation-xml>`,
		`<math><annotation-xml encoding=text/html>`,
		`<math><semantics><annotation-xml encoding=text/html>`,
		`<x-app><template shadowrootmode=open>`,
		`<x-app><template shadowrootmode=closed><slot>`,
		`<svg><foreignObject>`,
		`<svg><g><switch><foreignObject><div>`,
	} {
		names := strings.Split(strings.Trim(open, "<>"), "><")
		end := ""
		for _, name := range names {
			name, _, _ = strings.Cut(name, " ")
			end = "</" + name + ">" + end
		}
		for _, form := range []struct{ name, data string }{
			{"the article", strings.NewReplacer("<article>", open+"<article>", "</article>", "</article>"+end).Replace(page("", ""))},
			{"the page", page(open, end)},
			{"not closed", page(open, "")},
		} {
			list = append(list, Document{Group: "within", Name: open + ", " + form.name, Data: []byte(form.data), Article: paragraphs})
		}
	}
	return list
}
