// Package weburl reads the addresses of a page: it makes them absolute, tells
// what they lead to, and knows the names of placeholders, players and trackers.
//
//	base, err := weburl.Parse("https://example.org/a/b.html")
//	base.Resolve("../c?q=%E2%82%AC") // "https://example.org/c?q=%E2%82%AC"
//
// An address is never decoded and encoded again: what the page's author wrote
// is what the server knows. Only bytes that can stand in no address are written
// as %XX. Nothing here looks at the network.
package weburl

import (
	"errors"
	"fmt"
	"strings"
)

// What Parse can fail with. Test with errors.Is.
var (
	ErrNotAbsolute = errors.New("not an absolute address")
	ErrTooLong     = errors.New("address is too long for a base")
)

// maxBase is the length of the longest base, in bytes. Every relative link
// repeats the base, so a page could multiply its own size with a long one.
// 2,048 is what sitemaps allow (sitemaps.org, <loc>) and old browsers took.
const maxBase = 2048

// A Base is an address that others are relative to. The nil Base is no base:
// it leaves relative references relative.
type Base struct {
	url       string // without a fragment or dot segments
	scheme    int    // url[:scheme] is "https:"
	authority int    // url[:authority] is "https://example.org"
	dir       int    // url[:dir] ends in the path's last "/"
	path      int    // url[:path] ends before the query
	special   bool   // "\" is "/" in it
}

// Parse reads the address of a page, "scheme://host/path". It fails with
// ErrNotAbsolute or ErrTooLong.
func Parse(address string) (*Base, error) {
	if len(address) > maxBase {
		return nil, fmt.Errorf("%w: %d bytes", ErrTooLong, len(address))
	}
	u := (*Base)(nil).Resolve(address)
	u, _, _ = strings.Cut(u, "#")
	b := &Base{url: u, scheme: schemeEnd(u) + 1}
	if b.scheme == 0 || !strings.HasPrefix(u[b.scheme:], "//") {
		return nil, fmt.Errorf("%w: %.80q", ErrNotAbsolute, address)
	}
	b.special = isSpecial(u[:b.scheme-1])
	b.authority = b.scheme + 2 + pathStart(u[b.scheme+2:])
	if host, _ := cutHost(u); b.special && host == "" {
		return nil, fmt.Errorf("%w: %.80q has no host", ErrNotAbsolute, address)
	}
	path, query := cutPath(u[b.authority:])
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	b.url = u[:b.authority] + path + query
	if hasDots(path) {
		b.url = removeDots(u[:b.authority]+"/", path[1:], query)
	}
	path, _ = cutPath(b.url[b.authority:])
	b.path = b.authority + len(path)
	b.dir = b.authority + strings.LastIndexByte(path, '/') + 1
	return b, nil
}

// String returns the address, without its fragment; "" for no base.
func (b *Base) String() string {
	if b == nil {
		return ""
	}
	return b.url
}

// Resolve returns ref as an absolute address: RFC 3986, 5.2.2, with what
// browsers do besides (URL Standard, 4.4): tabs and line feeds in it and white
// space around it are dropped, "\" is "/" where it would be one, and a scheme
// alone ("http:x") is ignored if it is the base's. Scheme and host are in lower
// case. Spaces and control characters become %XX, all else stays as written. A reference that is absolute already
// is not allocated again and keeps its dot segments.
func (b *Base) Resolve(ref string) string {
	ref = clean(ref)
	end := schemeEnd(ref)
	switch {
	case end < 0 && b == nil:
		return ref
	case end < 0:
		return b.relative(ref)
	case !isSpecial(ref[:end]):
		return ref
	}
	rest := ref[end+1:]
	if b != nil && slashes(rest) < 2 && strings.EqualFold(ref[:end+1], b.url[:b.scheme]) {
		return b.relative(rest)
	}
	if slashes(rest) == 2 && rest[:2] == "//" && !hasBackslash(rest) {
		return lowerOrigin(ref)
	}
	return lowerOrigin(ref[:end+1] + "//" + fixSlashes(rest[slashes(rest):]))
}

// lowerOrigin returns u, which begins with a scheme and "//", with both scheme
// and host in lower case, as the URL Standard writes them (4.4 "scheme state",
// 3.5 "domain to ASCII"): neither is the server's to tell apart. Letters that
// are not ASCII stay.
func lowerOrigin(u string) string {
	host := schemeEnd(u) + len("://")
	end := host + pathStart(u[host:])
	scheme := host
	host += strings.LastIndexByte(u[host:end], '@') + 1 // a user's name stays
	if !hasUpper(u[:scheme]) && !hasUpper(u[host:end]) {
		return u
	}
	return lowerASCII(u[:scheme]) + u[scheme:host] + lowerASCII(u[host:end]) + u[end:]
}

func isUpper(r rune) bool { return 'A' <= r && r <= 'Z' }

func hasUpper(s string) bool { return strings.ContainsFunc(s, isUpper) }

func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if isUpper(r) {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

// relative returns the address of ref, which has no scheme and is clean.
func (b *Base) relative(ref string) string {
	if b.special {
		ref = fixSlashes(ref)
	}
	switch {
	case ref == "":
		return b.url
	case ref[0] == '#':
		return b.url + ref
	case ref[0] == '?':
		return b.url[:b.path] + ref
	case strings.HasPrefix(ref, "//") && b.special:
		return lowerOrigin(b.url[:b.scheme] + "//" + ref[slashes(ref):])
	case strings.HasPrefix(ref, "//"):
		return b.url[:b.scheme] + ref
	}
	under := b.url[:b.dir]
	if ref[0] == '/' {
		under, ref = b.url[:b.authority+1], ref[1:]
	}
	path, rest := cutPath(ref)
	if !hasDots(path) {
		return under + ref
	}
	return removeDots(under, path, rest)
}

// removeDots returns under, path without its dot segments, and rest. under
// ends in "/" and has no dot segments. RFC 3986, 5.2.4.
func removeDots(under, path, rest string) string {
	root := schemeEnd(under) + 3
	root += pathStart(under[root:]) + 1
	out := append(make([]byte, 0, len(under)+len(path)+len(rest)), under...)
	for {
		segment, after, more := strings.Cut(path, "/")
		switch dots(segment) {
		case 2:
			for n := len(out) - 1; n >= root; n-- { // back over "segment/"
				if out = out[:n]; out[n-1] == '/' {
					break
				}
			}
		case 0:
			out = append(out, segment...)
			if more {
				out = append(out, '/')
			}
		}
		if !more {
			return string(append(out, rest...))
		}
		path = after
	}
}

// dots returns 1 for ".", 2 for "..", also where they are written with %2E,
// and 0 for other segments. URL Standard, 4.4 "single-dot" and "double-dot
// URL path segment".
func dots(segment string) int {
	n := 0
	for len(segment) > 0 && n < 3 {
		switch {
		case segment[0] == '.':
			segment = segment[1:]
		case len(segment) >= 3 && segment[0] == '%' && segment[1] == '2' && segment[2]|0x20 == 'e':
			segment = segment[3:]
		default:
			return 0
		}
		n++
	}
	return n % 3
}

// hasDots reports whether path may have a dot segment.
func hasDots(path string) bool {
	start := true
	for i := 0; i < len(path); i++ {
		if start && (path[i] == '.' || path[i] == '%') {
			return true
		}
		start = path[i] == '/'
	}
	return false
}
