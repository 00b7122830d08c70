package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// create opens a new file for writing. One that is there already is an error,
// unless force is set.
func create(name string, force bool) (*os.File, error) {
	flag := os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if force {
		flag = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	}
	f, err := os.OpenFile(name, flag, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%s is there already; --force writes over it", name)
	}
	return f, err
}

// writeNew writes a file, see create.
func writeNew(name, text string, force bool) error {
	f, err := create(name, force)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, text)
	return errors.Join(err, f.Close())
}
