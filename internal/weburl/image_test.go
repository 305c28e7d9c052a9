package weburl

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestSrcset(t *testing.T) {
	for s, want := range map[string]string{
		"":                                 "",
		" , ,":                             "",
		"a.jpg":                            "a.jpg",
		"a.jpg 2x":                         "a.jpg 2x",
		"a.jpg 400w, b.jpg 1600w":          "a.jpg 400w|b.jpg 1600w",
		"a.jpg 1x,b.jpg 1.5x":              "a.jpg 1x|b.jpg 1.5x",
		"a.jpg, b.jpg 2x":                  "a.jpg|b.jpg 2x",
		"a.jpg,b.jpg 2x":                   "a.jpg,b.jpg 2x", // a comma in an address
		"a.jpg,, b.jpg":                    "a.jpg|b.jpg",
		"\n\ta.jpg\n 400w\n,\n b.jpg\n":    "a.jpg 400w|b.jpg",
		"/w_400,h_300/a.jpg 400w, c.jpg":   "/w_400,h_300/a.jpg 400w|c.jpg",
		"data:image/gif;base64,R0 1x, b":   "data:image/gif;base64,R0 1x|b",
		"a.jpg (1x, 2x), b.jpg 2x":         "b.jpg 2x",
		"a.jpg (1x,2x":                     "",
		"a.jpg 400w 300h, b.jpg 300h":      "a.jpg 400w",
		"a.jpg 400w 2x, b.jpg 2x 2x, c":    "c",
		"a.jpg 0w, b.jpg -1w, c.jpg 1.5w":  "",
		"a.jpg 0x, b.jpg -1x, c.jpg +1x":   "a.jpg",
		"a 0x1x, b Infx, c x, d w, e 1e0x": "e 1x",
		"a 99999999999w, b 400, c 400W":    "",
	} {
		var got []string
		Srcset(s, func(url string, width int, density float64) bool {
			if width > 0 {
				url += fmt.Sprintf(" %dw", width)
			}
			if density > 0 {
				url += fmt.Sprintf(" %gx", density)
			}
			got = append(got, url)
			return true
		})
		if strings.Join(got, "|") != want {
			t.Errorf("Srcset(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestSrcsetStops(t *testing.T) {
	n := 0
	Srcset("a, b, c", func(string, int, float64) bool { n++; return n < 2 })
	if n != 2 {
		t.Errorf("%d candidates after false at the second", n)
	}
}

// Ten times the input must not take much more than ten times as long.
func TestSrcsetIsLinear(t *testing.T) {
	for _, part := range []string{"a 1x, ", "a (", ",", " ", "a ", "a, ", "("} {
		s := strings.Repeat(part, 1<<20/len(part))
		start := time.Now()
		Srcset(s, func(string, int, float64) bool { return true })
		if d := time.Since(start); d > 2*time.Second {
			t.Errorf("%d times %q: %v", 1<<20/len(part), part, d)
		}
	}
}

// The laws: an address is a part of the attribute, without white space or a
// comma at its ends, and has a width or a density but not both.
func FuzzSrcset(f *testing.F) {
	for _, s := range []string{"a 1x, b 2x", "a 400w 3h,b", "data:,x 1x", "a (,) 1x,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Srcset(s, func(url string, width int, density float64) bool {
			if url == "" || strings.Trim(url, htmlSpace+",") != url || strings.ContainsAny(url, htmlSpace) || !strings.Contains(s, url) {
				t.Errorf("%q: address %q", s, url)
			}
			if width < 0 || density < 0 || width > 0 && density > 0 {
				t.Errorf("%q: %dw %gx", s, width, density)
			}
			return true
		})
	})
}

func TestPlaceholder(t *testing.T) {
	yes := []string{
		"", "#", "about:blank", "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "DATA:,", "javascript:void(0)",
		"/img/blank.gif", "spacer.gif?x=1", "https://h/pixel.gif", "/a/placeholder.jpg", "placeholder.svg#x", "lazy.png", "grey.gif", "/1x1.png", "transparent.png",
		"loading.gif", "1x1.trans.gif", "image-placeholder.webp", "placeholder-300x200.png", "blank-16x9.png", "gray_1px.png", "lazy_placeholder.gif", "ajax-loader.gif",
		"Spacer.GIF", "no-image.png", "t.gif", "https://via.placeholder.com/300", "https://pixel.wp.com/g.gif?v=ext", "https://www.facebook.com/tr?id=1", "/default-placeholder.png",
		"/x/placeholder", "https://b.scorecardresearch.com/p?c1=2",
	}
	no := []string{
		"pixel-art-museum.jpg", "placeholder-theory-of-value.jpg", "/placeholder/cable.jpg", "blank-space.jpg", "white-house.png", "pixel-2.png", "pixel.jpg", "lazy.jpg", "loading.jpg",
		"white.jpg", "transparent.jpg", "a.jpg", "300x200.jpg", "image.jpg", "default.jpg", "/img/real-1600.jpg", "https://h/", "https://h", "x.jpg", "1.jpg", "empty-chair.png", "https://example.org/1600x900.gif",
		"data:image/jpeg;base64," + strings.Repeat("A", 5000), "https://www.facebook.com/travel/a.jpg", strings.Repeat("blank-", 20) + ".gif", "dot-matrix.gif",
	}
	for _, u := range yes {
		if !Placeholder(u) {
			t.Errorf("Placeholder(%.60q) = false", u)
		}
	}
	for _, u := range no {
		if Placeholder(u) {
			t.Errorf("Placeholder(%.60q) = true", u)
		}
	}
}

func BenchmarkPlaceholder(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Placeholder("https://cdn.example.org/img/real-1600.jpg?w=1600&q=80")
	}
}
