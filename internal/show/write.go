package show

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

var (
	//go:embed page.html.tmpl
	pageText string
	//go:embed page.css
	style string
	//go:embed page.js
	script string
)

// Report is what a page shows.
type Report struct {
	Title     string
	Left      int         // documents that are not shown, since others are worse
	Documents []*Document // in the order in which they are listed
}

// Write writes the page.
func (r *Report) Write(w io.Writer) error {
	page, err := template.New("report").Funcs(template.FuncMap{"percent": Percent}).Parse(pageText)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(script))
	return page.Execute(w, struct {
		*Report
		Roles  []heuristics.Role
		Style  template.CSS
		Script template.JS
		Hash   string // of the script, which is the only one that a browser may run
	}{r, heuristics.Roles(), template.CSS(style), template.JS(script), base64.StdEncoding.EncodeToString(sum[:])})
}
