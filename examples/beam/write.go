package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// A worker has to know the functions and types by name before it is told what
// to do; Beam wants that said here.
func init() {
	register.DoFn3x1[context.Context, fileio.ReadableFile, func(document), error](&readFn{})
	register.DoFn3x1[context.Context, document, func(int, string), error](&extractFn{})
	register.DoFn3x1[context.Context, int, func(*string) bool, error](&writeFn{})
	register.Emitter1[document]()
	register.Emitter2[int, string]()
	register.Iter1[string]()
	beam.RegisterType(reflect.TypeFor[document]())
}

// writeFn writes the lines of a shard, on any file system that Beam knows.
type writeFn struct {
	Dir    string
	Shards int
}

func (w *writeFn) ProcessElement(ctx context.Context, shard int, lines func(*string) bool) (err error) {
	name := fmt.Sprintf("%s/part-%05d-of-%05d.jsonl", strings.TrimSuffix(w.Dir, "/"), shard, w.Shards)
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	f, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	out := bufio.NewWriter(f)
	var line string
	for lines(&line) {
		if _, err := out.WriteString(line); err != nil {
			return err
		}
	}
	return out.Flush()
}
