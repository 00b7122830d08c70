package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestForeign(t *testing.T) {
	for _, tt := range []struct{ data, want, reason string }{
		{"", "", "nothing"},
		{story, "", "a page"},
		{plainStory, "", "a text"},
		{"BMW has shown a car.", "", "begins as a bitmap does"},
		{"GIF89a is a format of pictures.", "", "begins as a picture does"},
		{"<\x00h\x00t\x00m\x00l\x00>\x00", "", "UTF-16 without a mark"},
		{"Caf\xe9 at the quay", "", "an encoding of one byte"},
		{"\x00\x00\x00<html>", "", "zeros before a page, as after a crash"},
		{"%PDF-1.4\n%\xe2\xe3", "application/pdf", "a document"},
		{"GIF89a\x01\x00\x01\x00", "image/gif", "a picture"},
		{"BM\x36\x00\x00\x00", "image/bmp", "a bitmap"},
		{"PK\x03\x04\x14\x00\x06\x00", "application/zip", "an office file"},
	} {
		err := foreign([]byte(tt.data))
		if tt.want == "" {
			assert.NoError(t, err, tt.reason)
			continue
		}
		assert.EqualError(t, err, "it is "+tt.want+", neither HTML nor text", tt.reason)
	}
}
