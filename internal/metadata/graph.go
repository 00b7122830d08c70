package metadata

import (
	"slices"
	"strings"
)

// Graph is all JSON-LD of a page.
type Graph struct {
	Objects []Object // every object, in document order, outer before inner
	byID    map[string]Object
}

// Object is an object of JSON-LD.
type Object map[string]any

// maxObjects bounds how many objects are looked at.
const maxObjects = 5000

// Graph returns the objects of all scripts. What is not JSON even after the
// usual mistakes are mended is passed over.
func (d *Data) Graph() *Graph {
	g := &Graph{}
	for _, value := range d.linked {
		g.add(value, 0)
	}
	return g
}

func (g *Graph) add(value any, depth int) {
	if depth > maxLinkedDepth || len(g.Objects) >= maxObjects {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			g.add(item, depth+1)
		}
	case map[string]any:
		o := Object(v)
		g.Objects = append(g.Objects, o)
		if id, ok := v["@id"].(string); ok && len(v) > 1 && g.byID[id] == nil {
			if g.byID == nil {
				g.byID = map[string]Object{}
			}
			g.byID[id] = o
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "isPartOf", "publisher"} {
			g.add(v[key], depth+1)
		}
	}
}

// typed tells whether one of the @types of an object, without its address, is of
// a kind.
func (o Object) typed(is func(name string) bool) bool {
	if t, ok := o["@type"].(string); ok {
		return is(typeName(t))
	}
	return slices.ContainsFunc(texts(o["@type"]), func(t string) bool { return is(typeName(t)) })
}

// typeName takes the address off a type.
func typeName(t string) string { return t[strings.LastIndexAny(t, "/#:")+1:] }

// Is tells whether an object has one of the types.
func (o Object) Is(types ...string) bool {
	return o.typed(func(name string) bool { return slices.Contains(types, name) })
}

// Story tells whether an object is an article, a post or the like.
func (o Object) Story() bool {
	return o.typed(func(name string) bool { return storyTypes[name] || strings.HasSuffix(name, "Article") })
}

// Event tells whether an object is an event of any kind.
func (o Object) Event() bool {
	return o.typed(func(name string) bool { return strings.HasSuffix(name, "Event") || name == "Festival" })
}

// Text returns the first of the properties that is a string, or has one.
func (o Object) Text(keys ...string) string {
	for _, key := range keys {
		if s := text(o[key]); s != "" {
			return Clean(s)
		}
	}
	return ""
}

// Texts returns a property that is a string or a list of them.
func (o Object) Texts(key string) (list []string) {
	for _, s := range texts(o[key]) {
		list = append(list, Clean(s))
	}
	return list
}

// Things returns the objects of a property, references followed. A string
// counts as an object with a name.
func (g *Graph) Things(value any) (list []Object) {
	switch v := value.(type) {
	case string:
		if strings.TrimSpace(v) != "" {
			list = append(list, Object{"name": v})
		}
	case []any:
		for _, item := range v {
			if len(list) >= maxThings {
				break
			}
			if _, nested := item.([]any); !nested {
				list = append(list, g.Things(item)...)
			}
		}
	case map[string]any:
		o := Object(v)
		if id, ok := v["@id"].(string); ok && v["name"] == nil && v["url"] == nil && g.byID[id] != nil {
			o = g.byID[id]
		}
		list = append(list, o)
	}
	return list
}

// maxThings bounds how many authors or pictures are looked at.
const maxThings = 100
