package eval

import "path/filepath"

// Plain reads a folder with NAME.html and the text that should come out of it
// in NAME.txt beside it.
func Plain(dir string) ([]Page, error) {
	names, err := list(dir, ".html")
	if err != nil {
		return nil, err
	}
	pages := make([]Page, 0, len(names))
	for _, name := range names {
		page, err := readEither(filepath.Join(dir, name+".html"))
		if err != nil {
			return nil, err
		}
		text, err := readEither(filepath.Join(dir, name+".txt"))
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{ID: name, HTML: page, Reference: string(text)})
	}
	return pages, nil
}
