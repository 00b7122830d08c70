package lexicon

import "unicode/utf8"

// Fingerprint keeps letters, marks on them and digits, in lower case: what
// titles and names are compared by.
func Fingerprint(s string) string {
	var usual [128]byte // bytes
	return string(AppendFingerprint(usual[:0], s))
}

// AppendFingerprint appends what [Fingerprint] keeps.
func AppendFingerprint(key []byte, s string) []byte {
	table := runes()
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch classes[c] {
			case upper:
				key = append(key, c|caseBit)
			case lower, digit:
				if c != '_' {
					key = append(key, c)
				}
			}
			continue
		}
		r, size := decode(s[i:])
		switch k := table.of(r); {
		case k&folds != 0:
			key = utf8.AppendRune(key, lowered(r, k))
		case k != 0:
			key = append(key, s[i:i+size]...)
		}
		i += size
	}
	return key
}
