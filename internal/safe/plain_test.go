package safe

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPlain holds that what is taken as it stands is what the long way gives.
func TestPlain(t *testing.T) {
	for _, address := range []string{"/a", "/a/b.html", "/a//b/../c", "/~x/?y=1&z=a+b,c", "/?", "/a?b?c&copy=1", "https://a.example", "http://a.example/", "https://a.example/A_b-c.d?e=f"} {
		assert.True(t, plain(address), address)
		normal, ok := normalise(address)
		assert.True(t, ok, address)
		assert.Equal(t, address, normal)
		assert.True(t, allowed(address, linkSchemes), address)
	}
	for _, address := range []string{"", "/", "//a.example", `/\a.example`, "/a:b", "/a;b", "/%2f", "/a#b", "/a b", "/é", "https:///a", "https://A.example", "https://u@a.example", "ftp://a.example/", "a/b", "javascript:x"} {
		assert.False(t, plain(address), address)
	}
}
