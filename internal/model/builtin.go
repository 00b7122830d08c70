package model

import (
	_ "embed"
	"io/fs"
	"sync"
)

// The files of the built-in set, each by itself: of a folder one gets copies
// alone, and the first page of a process is to cost little.
var (
	//go:embed tables/markup.tsv
	markupFile []byte
	//go:embed tables/markup-2.tsv
	contextFile []byte
	//go:embed tables/plain.tsv
	plainFile []byte
	//go:embed tables/plain-2.tsv
	plainContextFile []byte
	//go:embed tables/trees.bin
	treesFile []byte
	//go:embed tables/kinds.bin
	kindsFile []byte
	//go:embed tables/words.bin
	wordsFile []byte
	//go:embed tables/names.bin
	namesFile []byte
)

// Default returns the built-in tables, read when they are first needed.
var Default = sync.OnceValue(func() *Set {
	files := map[string][]byte{
		"markup.tsv": markupFile, "markup-2.tsv": contextFile, "plain.tsv": plainFile, "plain-2.tsv": plainContextFile,
		"trees.bin": treesFile, "kinds.bin": kindsFile, "words.bin": wordsFile, "names.bin": namesFile,
	}
	s, err := readSet(func(name string) ([]byte, error) {
		file, ok := files[name]
		if !ok {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		return file, nil
	})
	if err != nil {
		panic(err) // a built-in table is missing or broken; a test reads them all
	}
	return s
})
