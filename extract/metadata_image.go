package extract

import (
	"strconv"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// image returns the picture that the page gives of itself, or else the first
// that goes with its text.
func (d *describer) image() (Image, Provenance) {
	if url := d.picture(metadata.Clean(firstOf(d.data.Meta, "og:image:secure_url", "og:image", "og:image:url"))); url != "" {
		return Image{URL: url, Alt: d.meta("og:image:alt"), Width: pixels(d.meta("og:image:width")), Height: pixels(d.meta("og:image:height")), Block: -1, Caption: -1}, FromOpenGraph
	}
	if d.story != nil {
		for _, o := range d.graph.Things(d.story["image"]) {
			if url := d.picture(o.Text("url", "contentUrl", "name")); url != "" {
				return Image{URL: url, Alt: o.Text("caption", "description"), Width: pixelsIn(o["width"]), Height: pixelsIn(o["height"]), Block: -1, Caption: -1}, FromJSONLD
			}
		}
	}
	if url := d.picture(firstOf(d.data.Meta, "twitter:image", "twitter:image:src")); url != "" {
		return Image{URL: url, Alt: d.meta("twitter:image:alt"), Block: -1, Caption: -1}, FromTwitter
	}
	if img, ok := d.r.picture(d.late); ok {
		return img, FromMarkup
	}
	return noImage, ""
}

func firstOf(m map[string]string, keys ...string) string {
	for _, key := range keys {
		if m[key] != "" {
			return m[key]
		}
	}
	return ""
}

// pixels reads a number of pixels.
func pixels(s string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(s), "px"))
	const most = 1 << 15
	if err != nil || n < 0 || n > most {
		return 0
	}
	return n
}

// pixelsIn reads a number of pixels in JSON, which may be a string or {"value": 12}.
func pixelsIn(value any) int {
	switch v := value.(type) {
	case float64:
		return pixels(strconv.Itoa(int(min(max(v, 0), 1<<20))))
	case string:
		return pixels(v)
	case map[string]any:
		if _, nested := v["value"].(map[string]any); !nested {
			return pixelsIn(v["value"])
		}
	}
	return 0
}
