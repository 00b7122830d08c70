package extract

import "maps"

// metadata is what there is room for of it: whole values, the most telling
// first.
func (f *fitter) metadata(m Metadata) Metadata {
	m.Sources = maps.Clone(m.Sources)
	whole := true
	times := func(n int, name string, value *string) {
		if *value != "" && !f.room.take(n*sizeOf(*value)) {
			*value, whole = "", false
			delete(m.Sources, name)
		}
	}
	text := func(name string, value *string) { times(1, name, value) }
	list := func(name string, values *[]string) {
		for i, v := range *values {
			if !f.room.take(sizeOf(v) + len(",")) {
				*values, whole = (*values)[:i:i], false
				break
			}
		}
		if len(*values) == 0 {
			delete(m.Sources, name)
		}
	}
	text("title", &m.Title)
	list("authors", &m.Authors)
	text("published", &m.Published)
	text("modified", &m.Modified)
	text("language", &m.Language)
	times(2, "canonical", &m.Canonical) // it is the record's URL, too
	text("site_name", &m.SiteName)
	text("subtitle", &m.Subtitle)
	text("description", &m.Description)
	text("section", &m.Section)
	list("tags", &m.Tags)
	text("image", &m.Image.URL)
	text("", &m.Image.Alt)
	text("license", &m.License)
	text("favicon", &m.Favicon)
	text("next", &m.Next)
	if !whole {
		f.less = append(f.less, "metadata are left out")
	}
	return m
}
