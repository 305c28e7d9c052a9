package weburl

import (
	"errors"
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// base parses an address that must be one.
func base(t testing.TB, address string) *Base {
	t.Helper()
	b, err := Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// RFC 3986, 5.4.1 and 5.4.2, but for "http:g", which is read as browsers do.
func TestResolveRFC3986(t *testing.T) {
	b := base(t, "http://a/b/c/d;p?q")
	for ref, want := range map[string]string{
		"g:h": "g:h", "g": "http://a/b/c/g", "./g": "http://a/b/c/g", "g/": "http://a/b/c/g/", "/g": "http://a/g", "//g": "http://g",
		"?y": "http://a/b/c/d;p?y", "g?y": "http://a/b/c/g?y", "#s": "http://a/b/c/d;p?q#s", "g#s": "http://a/b/c/g#s", "g?y#s": "http://a/b/c/g?y#s",
		";x": "http://a/b/c/;x", "g;x": "http://a/b/c/g;x", "g;x?y#s": "http://a/b/c/g;x?y#s", "": "http://a/b/c/d;p?q",
		".": "http://a/b/c/", "./": "http://a/b/c/", "..": "http://a/b/", "../": "http://a/b/", "../g": "http://a/b/g",
		"../..": "http://a/", "../../": "http://a/", "../../g": "http://a/g",
		"../../../g": "http://a/g", "../../../../g": "http://a/g", "/./g": "http://a/g", "/../g": "http://a/g",
		"g.": "http://a/b/c/g.", ".g": "http://a/b/c/.g", "g..": "http://a/b/c/g..", "..g": "http://a/b/c/..g",
		"./../g": "http://a/b/g", "./g/.": "http://a/b/c/g/", "g/./h": "http://a/b/c/g/h", "g/../h": "http://a/b/c/h",
		"g;x=1/./y": "http://a/b/c/g;x=1/y", "g;x=1/../y": "http://a/b/c/y",
		"g?y/./x": "http://a/b/c/g?y/./x", "g?y/../x": "http://a/b/c/g?y/../x", "g#s/./x": "http://a/b/c/g#s/./x", "g#s/../x": "http://a/b/c/g#s/../x",
		"http:g": "http://a/b/c/g",
	} {
		if got := b.Resolve(ref); got != want {
			t.Errorf("Resolve(%q) = %q, want %q", ref, got, want)
		}
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct{ base, ref, want string }{
		{"https://h/a/b", " \n c\td\r\n/e \x00", "https://h/a/cd/e"},
		{"https://h/a/b", "c d?e f#g h", "https://h/a/c%20d?e%20f#g%20h"},
		{"https://h/a/b", "caf%C3%A9/%2F%20é", "https://h/a/caf%C3%A9/%2F%20é"},
		{"https://h/a/b", "x\x01y\u00a0z\u2028\x7f\xff", "https://h/a/x%01y%C2%A0z%E2%80%A8%7F%FF"},
		{"https://h/a/b", "a|b{c}\"<d>^`", "https://h/a/a|b{c}\"<d>^`"},
		{"https://h/a/b", `\c\d?e\f#g\h`, `https://h/c/d?e\f#g\h`},
		{"https://h/a/b", `\\g\c`, "https://g/c"},
		{"https://h/a/b", `/\g\c`, "https://g/c"},
		{"https://h/a/b", `c\..\d`, "https://h/a/d"},
		{"https://h/a/b", "///g/c", "https://g/c"},
		{"https://h/a/b", "https:c", "https://h/a/c"},
		{"https://h/a/b", "HTTPS:/c", "https://h/c"},
		{"https://h/a/b", "http:c", "http://c"},
		{"https://h/a/b", "https:////g/c", "https://g/c"},
		{"https://h/a/b", `https:\\g\c?\`, `https://g/c?\`},
		{"https://h/a/b", "HTTP://G/A/../B", "http://g/A/../B"},
		{"https://h/a/b", "//G.Example:80/A?B#C", "https://g.example:80/A?B#C"},
		{"https://h/a/b", "Https://U:P@H.Example", "https://U:P@h.example"},
		{"https://h/a/b", `\\G\C`, "https://g/C"},
		{"https://h/a/b", "https://bücher.example/Ä", "https://bücher.example/Ä"},
		{"https://h/a/b", "%2e%2E/c", "https://h/c"},
		{"https://h/a/b", ".%2e/%2E/c", "https://h/c"},
		{"https://h/a/b", "c//../d", "https://h/a/c/d"},
		{"https://h/a/b", "c/..", "https://h/a/"},
		{"https://h/a/b", "mailto:x y@z", "mailto:x%20y@z"},
		{"https://h/a/b", "jav\nascript:x", "javascript:x"},
		{"https://h/a/b", "1:2", "https://h/a/1:2"},
		{"https://h/a/b", `C:\x`, `C:\x`},
		{"https://h", "c", "https://h/c"},
		{"https://h", "", "https://h/"},
		{"https://h?q", "?r", "https://h/?r"},
		{"https://h#f", "#g", "https://h/#g"},
		{"https://h/a/../b/./c?q=/../#f", "", "https://h/b/c?q=/../"},
		{"https://h/a/../b/./c", "d", "https://h/b/d"},
		{"https://u:p@h:8080/a", "/b", "https://u:p@h:8080/b"},
		{`https:\\h\a\b`, "c", "https://h/a/c"},
		{"file:///home/x/a.html", "b.png", "file:///home/x/b.png"},
		{"file:///home/x/a.html", "../../../b", "file:///b"},
		{"file:///home/x/a.html", `c\d`, `file:///home/x/c\d`},
		{"foo://h/a/b", "//g", "foo://g"},
		{"foo://h/a/b", "/../g", "foo://h/g"},
		{"", "a b", "a%20b"}, {"", "//h/c", "//h/c"}, {"", "../c", "../c"}, {"", "http:h", "http://h"}, {"", "http:", "http://"},
	} {
		var b *Base
		if c.base != "" {
			b = base(t, c.base)
		}
		if got := b.Resolve(c.ref); got != c.want {
			t.Errorf("%s + %q = %q, want %q", c.base, c.ref, got, c.want)
		}
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		address, want string
		err           error
	}{
		{"https://h", "https://h/", nil},
		{" HTTPS:\\\\H\\A b ", "https://h/A%20b", nil},
		{"https://h/" + strings.Repeat("x", 2000), "https://h/" + strings.Repeat("x", 2000), nil},
		{"https://h/" + strings.Repeat("x", 2048), "", ErrTooLong},
		{"", "", ErrNotAbsolute}, {"/a", "", ErrNotAbsolute}, {"//h/a", "", ErrNotAbsolute}, {"mailto:a@b", "", ErrNotAbsolute},
		{"http://", "", ErrNotAbsolute}, {"http:///", "", ErrNotAbsolute}, {"http://?q", "", ErrNotAbsolute}, {"http://u@:80/", "", ErrNotAbsolute}, {"about:blank", "", ErrNotAbsolute}, {"data:,x", "", ErrNotAbsolute},
	} {
		b, err := Parse(c.address)
		if !errors.Is(err, c.err) || b.String() != c.want {
			t.Errorf("Parse(%.40q) = %q, %v, want %q, %v", c.address, b.String(), err, c.want, c.err)
		}
		if err != nil && b != nil {
			t.Errorf("Parse(%.40q): a Base beside an error", c.address)
		}
	}
}

func TestResolveAllocatesOnce(t *testing.T) {
	b := base(t, "https://example.org/a/b?q")
	for ref, want := range map[string]float64{
		"https://example.org/x?y#z": 0, "//cdn.example/x": 1, "/x": 1, "x/y": 1, "#z": 1, "https://bücher.example/ä": 0, "mailto:a@b": 0, "../x": 2,
	} {
		if got := testing.AllocsPerRun(100, func() { b.Resolve(ref) }); got > want {
			t.Errorf("Resolve(%q): %v allocations, want %v", ref, got, want)
		}
	}
}

// The laws: a resolved address is valid UTF-8 without spaces or control
// characters, and to resolve it again changes nothing.
func FuzzResolve(f *testing.F) {
	for _, ref := range []string{"", "../a", "//h", `\\h`, "http:x", "http:///x", "a\tb", "a b", "%2e%2e/", "javascript:x", "?q", "#f", "\xff", "/..//x", "//H@G.Example:80/X", "Https://A"} {
		f.Add("http://a/b/c/d;p?q", ref)
		f.Add("foo://a", ref)
		f.Add("", ref)
	}
	f.Fuzz(func(t *testing.T, address, ref string) {
		b, _ := Parse(address)
		got := b.Resolve(ref)
		if !utf8.ValidString(got) {
			t.Errorf("%q + %q = %q is not UTF-8", address, ref, got)
		}
		if i := strings.IndexFunc(got, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }); i >= 0 {
			t.Errorf("%q + %q = %q has %q", address, ref, got, got[i:i+1])
		}
		if again := b.Resolve(got); again != got {
			t.Errorf("%q + %q = %q, then %q", address, ref, got, again)
		}
		if len(got) > maxBase*3+3*len(ref)+8 {
			t.Errorf("%q + %q is %d bytes", address, ref, len(got))
		}
		if b != nil && b.special && Host(b.String()) == "" {
			t.Errorf("base %q has no host", b)
		}
	})
}

// The law: on ordinary references, net/url says the same. The differences that
// are wanted are skipped by name.
func FuzzResolveLikeNetURL(f *testing.F) {
	const from = "http://a/b/c/d;p?q"
	for _, ref := range []string{"g", "../g/./h", "//g/x", "?y", "#s", "g?y/../x#s", "/a//b/c", "x/..", "../.."} {
		f.Add(ref)
	}
	const ordinary = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#=&;,+"
	known := []struct {
		name string
		is   func(ref string) bool
	}{
		{"net/url drops an empty fragment", func(ref string) bool { return strings.HasSuffix(ref, "#") }},
		{"net/url encodes # in a fragment", func(ref string) bool { return strings.Count(ref, "#") > 1 }},
		{"net/url drops an empty segment after .. at the root", func(ref string) bool {
			path, _ := cutPath(ref)
			return strings.Contains(path, "..") && strings.Contains(path, "//")
		}},
		{"browsers skip slashes before the host", func(ref string) bool { return strings.HasPrefix(ref, "///") }},
		{"net/url keeps the host's dot segments", func(ref string) bool { return strings.HasPrefix(ref, "//") && hasDots(ref[2:]) }},
		{"net/url keeps the host's case", func(ref string) bool {
			return strings.HasPrefix(ref, "//") && hasUpper(ref[2:2+pathStart(ref[2:])])
		}},
		{"a // alone is no host", func(ref string) bool {
			return strings.HasPrefix(ref, "//") && pathStart(ref[2:]) == 0
		}},
	}
	u, err := url.Parse(from)
	if err != nil {
		f.Fatal(err)
	}
	b := base(f, from)
	f.Fuzz(func(t *testing.T, ref string) {
		if strings.Trim(ref, ordinary) != "" {
			return
		}
		for _, k := range known {
			if k.is(ref) {
				return
			}
		}
		r, err := url.Parse(ref)
		if err != nil {
			return
		}
		if got, want := b.Resolve(ref), u.ResolveReference(r).String(); got != want {
			t.Errorf("Resolve(%q) = %q, net/url %q", ref, got, want)
		}
	})
}

func BenchmarkResolve(b *testing.B) {
	from := base(b, "https://example.org/2026/03/04/grid/")
	for name, ref := range map[string]string{
		"absolute": "https://cdn.example.org/img/real-1600.jpg?w=1600&q=80", "root": "/p/lopez", "relative": "img/a.jpg", "dots": "../../img/./a.jpg", "space": "img/a b.jpg",
		"inline": "data:image/png;base64," + strings.Repeat("iVBORw0K", 1000),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				from.Resolve(ref)
			}
		})
	}
}
