package parse

import "strings"

// traits are the groups that an element belongs to, as the HTML standard
// (13.1.2 and 13.2) has them.
type traits uint16

const (
	rawElement traits = 1 << iota // holds text in which no tag is one
	void                          // holds nothing
	formatting                    // is opened again in the next block, with all its attributes, when it was not closed
	once                          // a page has one; another is no element
	tablePart                     // is no element outside a table
	inTable                       // text cannot stand in it and is moved to before the table
	inSelect                      // may stand in <select>; other tags are no elements there
	endsSelect                    // ends <select> when it turns up in it
	scope                         // end tags do not reach past it
	marker                        // formatting elements do not reach into it
	block                         // text is cut at it
	breakout                      // ends SVG when it turns up in it
	closesP                       // ends a paragraph
)

// groups lists the elements of each group.
var groups = map[traits]string{
	rawElement: "iframe noembed noframes noscript plaintext script style textarea title xmp",
	void:       "area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr",
	formatting: "a b big code em font i nobr s small strike strong tt u",
	once:       "html head body frameset frame",
	tablePart:  "caption col colgroup tbody td tfoot th thead tr",
	inTable:    "table tbody thead tfoot tr colgroup",
	inSelect:   "option optgroup select input textarea keygen script template hr",
	endsSelect: "select input textarea keygen",
	scope:      "applet caption html table td th marquee object template button select",
	marker:     "applet caption td th marquee object template",
	block: "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption " +
		"figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p pre " +
		"search section summary table tbody td tfoot th thead tr ul xmp",
	breakout: "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu " +
		"meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var",
	closesP: "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer " +
		"form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp",
}

// element is one that is in a group.
type element struct {
	id     uint64
	name   string
	traits traits
}

// elements are all that are in a group, each at the lowest bits of its hash or
// at the next free place. Every tag is looked up: a map takes four times as
// long.
var elements = func() (table [1 << 9]element) {
	for t, list := range groups {
		for name := range strings.FieldsSeq(list) {
			id := hash(name)
			i := id
			for table[i%uint64(len(table))].traits != 0 && table[i%uint64(len(table))].id != id {
				i++
			}
			e := &table[i%uint64(len(table))]
			*e = element{id, name, e.traits | t}
		}
	}
	return table
}()

// lookup returns the element of a hash, the zero one if it is in no group.
func lookup(id uint64) *element {
	for i := id; ; i++ {
		e := &elements[i%uint64(len(elements))]
		if e.id == id || e.traits == 0 {
			return e
		}
	}
}

// Elements that are treated by themselves.
var (
	idA             = hash("a")
	idBr            = hash("br")
	idForm          = hash("form")
	idForeignObject = hash("foreignobject")
	idHead          = hash("head")
	idMath          = hash("math")
	idScript        = hash("script")
	idStyle         = hash("style")
	idP             = hash("p")
	idSelect        = hash("select")
	idSVG           = hash("svg")
	idTable         = hash("table")
	idTd            = hash("td")
	idTr            = hash("tr")
)

// implied says which open elements a start tag closes, and past which it does
// not look for them.
var implied = func() map[uint64]ending {
	m := map[uint64]ending{}
	for _, e := range [][3]string{
		{"li", "li", "ul ol menu dir"},
		{"dd dt", "dd dt", "dl"},
		{"option", "option", "datalist"},
		{"optgroup", "option optgroup", ""},
		{"td th", "td th caption colgroup", "tr"},
		{"tr", "tr caption colgroup", "tbody thead tfoot"},
		{"tbody thead tfoot", "tbody thead tfoot caption colgroup", ""},
		{"a", "a", ""},
		{"button", "button", ""},
	} {
		for name := range strings.FieldsSeq(e[0]) {
			m[hash(name)] = ending{hashes(e[1]), hashes(e[2])}
		}
	}
	return m
}()

// ending is what a start tag ends.
type ending struct{ closes, stops []uint64 }

func hashes(list string) (ids []uint64) {
	for name := range strings.FieldsSeq(list) {
		ids = append(ids, hash(name))
	}
	return ids
}
