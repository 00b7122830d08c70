package extract

import (
	"maps"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/render"
)

// writer writes a record as encoding/json does, but laid out and inert at once,
// in one go over its bytes.
type writer struct{ render.JSONWriter }

func (w *writer) record(r *Record) {
	w.Open('{')
	w.member("url", r.URL)
	w.Name("verdict")
	w.verdict(r.Verdict)
	w.Name("metadata")
	w.metadata(&r.Metadata)
	w.member("text", r.Text)
	w.Name("blocks")
	array(w, r.Blocks, w.block)
	w.Name("images")
	array(w, r.Images, w.image)
	w.Name("links")
	array(w, r.Links, w.link)
	w.Name("tables")
	array(w, r.Tables, w.table)
	w.member("partial", r.Partial)
	w.Close('}')
}

func (w *writer) verdict(v Verdict) {
	w.Open('{')
	w.member("kind", string(v.Kind))
	w.Name("confidence")
	w.Float(v.Confidence)
	w.Close('}')
}

func (w *writer) metadata(m *Metadata) {
	w.Open('{')
	w.member("title", m.Title)
	w.strings("authors", m.Authors)
	w.member("published", m.Published)
	w.member("modified", m.Modified)
	w.member("subtitle", m.Subtitle)
	w.member("site_name", m.SiteName)
	w.member("language", m.Language)
	w.member("canonical", m.Canonical)
	w.member("description", m.Description)
	w.Name("image")
	w.image(&m.Image)
	w.member("section", m.Section)
	w.strings("tags", m.Tags)
	w.member("license", m.License)
	w.truth("paywalled", m.Paywalled)
	w.member("favicon", m.Favicon)
	w.member("next", m.Next)
	w.number("words", m.Words)
	w.number("minutes", m.Minutes)
	w.Name("sources")
	w.sources(m.Sources)
	w.Close('}')
}

// sources are written in the order of their names.
func (w *writer) sources(sources map[string]Provenance) {
	if sources == nil {
		w.Null()
		return
	}
	w.Open('{')
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		w.Key(name)
		w.String(string(sources[name]))
	}
	w.Close('}')
}

func (w *writer) block(b *BlockRecord) {
	w.Open('{')
	w.role(b.Role)
	w.Name("score")
	w.Float(b.Score)
	w.member("path", b.Path)
	w.member("text", b.Text)
	if len(b.Reasons) > 0 {
		w.Name("reasons")
		array(w, b.Reasons, w.evidence)
	}
	w.Close('}')
}

func (w *writer) evidence(e *heuristics.Evidence) {
	w.Open('{')
	w.member("heuristic", e.Heuristic)
	w.role(e.Role)
	w.Name("weight")
	w.Float(e.Weight)
	w.member("reason", e.Reason)
	w.Close('}')
}

func (w *writer) role(role heuristics.Role) {
	if int(role) >= heuristics.NumRoles {
		_, err := role.MarshalText()
		w.Fail(err)
	}
	w.member("role", role.String())
}

func (w *writer) image(i *Image) {
	w.Open('{')
	w.member("url", i.URL)
	w.member("alt", i.Alt)
	w.number("width", i.Width)
	w.number("height", i.Height)
	w.truth("video", i.Video)
	w.number("block", i.Block)
	w.number("caption", i.Caption)
	w.Close('}')
}

func (w *writer) link(l *Link) {
	w.Open('{')
	w.member("url", l.URL)
	w.member("text", l.Text)
	w.number("block", l.Block)
	w.Close('}')
}

func (w *writer) table(t *Table) {
	w.Open('{')
	w.member("caption", t.Caption)
	w.Name("rows")
	array(w, t.Rows, func(row *[]string) { array(w, *row, w.item) })
	w.truth("header", t.Header)
	w.number("block", t.Block)
	w.Close('}')
}

func (w *writer) item(s *string) { w.String(*s) }

func (w *writer) strings(name string, list []string) {
	w.Name(name)
	array(w, list, w.item)
}

func (w *writer) member(name, text string) {
	w.Name(name)
	w.String(text)
}

func (w *writer) number(name string, n int) {
	w.Name(name)
	w.Int(n)
}

func (w *writer) truth(name string, b bool) {
	w.Name(name)
	w.Bool(b)
}

// array writes a list; one that is nil as null.
func array[T any](w *writer, list []T, write func(*T)) {
	if list == nil {
		w.Null()
		return
	}
	w.Open('[')
	for i := range list {
		w.Item()
		write(&list[i])
	}
	w.Close(']')
}
