package parse

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// traits are the groups that an element belongs to, as the HTML standard
// (13.1.2 and 13.2) has them.
type traits uint32

const (
	rawElement  traits = 1 << iota // holds text in which no tag is one
	void                           // holds nothing
	formatting                     // is opened again in the next block, with all its attributes, when it was not closed
	once                           // a page has one; another is no element
	tablePart                      // is no element outside a table
	noText                         // text cannot stand in it and is moved to before the table
	inSelect                       // may stand in <select>; other tags are no elements there
	endsSelect                     // ends <select> when it turns up in it
	scope                          // end tags do not reach past it
	marker                         // formatting elements do not reach into it
	block                          // text is cut at it
	breakout                       // ends SVG when it turns up in it
	closesP                        // ends a paragraph
	special                        // end tags of elements of no consequence do not reach past it
	limit                          // end tags of blocks do not reach past it
	limitsP                        // nor do those of paragraphs past these
	limitsLi                       // and of items past these
	limitsTable                    // end tags of parts of a table do not reach past it
	endImplied                     // its end tag may be left out
	ofHead                         // belongs into <head>, wherever it stands
	ordinary                       // of no consequence
)

// groups lists the elements of each group.
var groups = map[traits]string{
	rawElement: "iframe noembed noframes noscript plaintext script style textarea title xmp",
	void:       "area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr",
	formatting: "a b big code em font i nobr s small strike strong tt u",
	once:       "html head body frameset frame",
	tablePart:  "caption col colgroup tbody td tfoot th thead tr",
	noText:     "table tbody thead tfoot tr colgroup",
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
	special: "address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd " +
		"details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup " +
		"hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript object ol p param " +
		"plaintext pre script section select source style summary table tbody td template textarea tfoot th thead title tr track " +
		"ul wbr xmp",
	limit:       "applet caption html table td th marquee object template select",
	limitsP:     "button",
	limitsLi:    "ol ul",
	limitsTable: "html table template",
	endImplied:  "dd dt li optgroup option p rb rp rt rtc",
	ofHead:      "base basefont bgsound link meta noframes script style template title",
	ordinary: "abbr acronym audio bdi bdo blink canvas cite data datalist del dfn image ins kbd label map mark math meter output " +
		"picture progress q ruby samp slot span sub sup svg time var video",
}

// element is one that is in a group.
type element struct {
	id     uint64
	name   string
	atom   atom.Atom
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
			*e = element{id, name, atom.Lookup([]byte(name)), e.traits | t}
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
	idBody          = hash("body")
	idBr            = hash("br")
	idColgroup      = hash("colgroup")
	idDesc          = hash("desc")
	idFont          = hash("font")
	idForm          = hash("form")
	idForeignObject = hash("foreignobject")
	idHead          = hash("head")
	idHTML          = hash("html")
	idMath          = hash("math")
	idScript        = hash("script")
	idStyle         = hash("style")
	idP             = hash("p")
	idSelect        = hash("select")
	idSVG           = hash("svg")
	idTable         = hash("table")
	idTbody         = hash("tbody")
	idTemplate      = hash("template")
	idTitle         = hash("title")
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
