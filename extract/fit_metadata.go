package extract

import (
	"maps"
	"strings"
)

// metadata is what there is room for of it: whole values, the most telling
// first.
func (f *fitter) metadata(m Metadata) Metadata {
	m.Sources = maps.Clone(m.Sources)
	whole := true
	drop := func(name string) {
		whole = false
		delete(m.Sources, name)
	}
	for _, v := range m.texts() {
		size := sizeOf(*v.text)
		if v.text == &m.Canonical {
			size *= 2 // it is the record's URL, too
		}
		if *v.text != "" && !f.room.take(size) {
			*v.text = ""
			drop(v.name)
		}
	}
	for _, v := range m.lists() {
		for i, s := range *v.list {
			if !f.room.take(sizeOf(s) + len(",")) {
				*v.list = (*v.list)[:i:i]
				drop(v.name)
				break
			}
		}
	}
	if !whole {
		f.less = append(f.less, "metadata are left out")
	}
	return m
}

// namedText is a value of metadata, by its name in JSON.
type namedText struct {
	name string
	text *string
}

// texts are the values that are texts, the most telling first.
func (m *Metadata) texts() []namedText {
	return []namedText{{"title", &m.Title}, {"published", &m.Published}, {"modified", &m.Modified}, {"language", &m.Language},
		{"canonical", &m.Canonical}, {"site_name", &m.SiteName}, {"subtitle", &m.Subtitle}, {"description", &m.Description},
		{"section", &m.Section}, {"image", &m.Image.URL}, {"", &m.Image.Alt}, {"license", &m.License}, {"favicon", &m.Favicon}, {"next", &m.Next}}
}

// namedList is a value of metadata that is a list.
type namedList struct {
	name string
	list *[]string
}

func (m *Metadata) lists() []namedList {
	return []namedList{{"authors", &m.Authors}, {"tags", &m.Tags}}
}

// valid replaces what is no UTF-8, which a tree of the caller's may hold.
func (m *Metadata) valid() {
	for _, v := range m.texts() {
		*v.text = valid(*v.text)
	}
	for _, v := range m.lists() {
		for i, s := range *v.list {
			(*v.list)[i] = valid(s)
		}
	}
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
