package extract

// addressDate reads /2024/03/12/ in the page's address.
func (d *describer) addressDate() (dated, bool) {
	path := d.path()
	for i := range len(path) {
		if path[i] == '/' {
			if date, ok := pathDate(path[i+1:]); ok {
				return d.read(date, FromURL)
			}
		}
	}
	return dated{}, false
}

// pathDate reads the date that a part of an address begins with, from 1900 on:
// year, month and day, with a slash, a dash or nothing between them.
func pathDate(s string) (string, bool) {
	const year, other = 4, 2 // digits
	date := make([]byte, 0, len("2024-03-12"))
	for _, digits := range [...]int{year, other, other} {
		if len(date) > 0 {
			date = append(date, '-')
			if s != "" && (s[0] == '/' || s[0] == '-') {
				s = s[1:]
			}
		}
		if len(s) < digits {
			return "", false
		}
		for i := range digits {
			if s[i] < '0' || s[i] > '9' {
				return "", false
			}
		}
		date, s = append(date, s[:digits]...), s[digits:]
	}
	century, month, day := string(date[:2]), string(date[5:7]), string(date[8:])
	ok := (century == "19" || century == "20") && month >= "01" && month <= "12" && day >= "01" && day <= "31"
	return string(date), ok && (s == "" || s[0] == '/' || s[0] == '_' || s[0] == '-')
}
