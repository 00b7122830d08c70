package decode

import "bytes"

// sampleSize is how much of a document is read to tell its encoding, in
// bytes: enough for a few hundred words in any.
const sampleSize = 16 << 10

// sample gathers the text of a document that is not plain ASCII, from between
// its tags, separated by spaces. No encoding that pages come in has "<" or
// ">" inside a character. Where all text is ASCII, it is what begins with
// the first byte that is not.
func sample(data []byte) []byte {
	var out []byte
	whole := data
	for len(data) > 0 && len(out) < sampleSize {
		text := data
		if end := bytes.IndexByte(data, '<'); end >= 0 {
			text, data = data[:end], data[end:]
		} else {
			data = nil
		}
		if !ascii(text) {
			out = append(append(out, text[:min(len(text), sampleSize)]...), ' ')
		}
		data = data[tagEnd(data):]
	}
	if len(out) == 0 {
		i := bytes.IndexFunc(whole, func(r rune) bool { return r >= 0x80 })
		out = whole[max(i, 0):]
	}
	return out[:min(len(out), sampleSize)]
}

// tagEnd returns where a tag at the beginning of data ends; the insides of
// scripts and styles count as part of their tag.
func tagEnd(data []byte) int {
	for _, name := range []string{"script", "style"} {
		if len(data) > len(name) && bytes.EqualFold(data[1:1+len(name)], []byte(name)) {
			if end := indexTag(data, "</"+name); end >= 0 {
				return end + len("</"+name)
			}
			return len(data)
		}
	}
	if end := bytes.IndexByte(data, '>'); end >= 0 {
		return end + 1
	}
	return len(data)
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
