package weburl

// An address in; its scheme, host and kind out.

import (
	"strings"
	"unicode"
)

// A Kind is what a link leads to.
type Kind uint8

// The kinds.
const (
	Other     Kind = iota // a scheme that is none of these
	Web                   // a page or file: http, https, ftp or relative
	Anchor                // a place in the same page: "#id"
	Mail                  // mailto:
	Phone                 // tel:, sms: and the like
	Dangerous             // see IsDangerous
)

// schemes are the kinds of links by their scheme, in lower case. What is
// dangerous runs as a script, shows bytes of the page's own making as if they
// came from a site, or names something on the machine of who opens it: a
// "file:" link in a saved page is a path of who saved it, wrong and private.
var schemes = map[string]Kind{
	"http": Web, "https": Web, "ftp": Web,
	"mailto": Mail,
	"tel":    Phone, "sms": Phone, "callto": Phone, "fax": Phone,
	"javascript": Dangerous, "jscript": Dangerous, "livescript": Dangerous, "mocha": Dangerous, "vbscript": Dangerous,
	"data": Dangerous, "blob": Dangerous, "filesystem": Dangerous, "file": Dangerous,
	"about": Dangerous, "view-source": Dangerous, "wyciwyg": Dangerous, "jar": Dangerous, "mhtml": Dangerous, "mk": Dangerous,
	"feed": Dangerous, "res": Dangerous, "resource": Dangerous, "chrome": Dangerous, "chrome-extension": Dangerous, "moz-extension": Dangerous,
	"search-ms": Dangerous, // starts a program with what the page wants
	"cid":       Dangerous, // a part of the saved mail or MHTML file
}

// programs is how the schemes begin that start one of Windows' programs with
// what the page wants: "ms-msdt:", "ms-word:", "ms-settings:".
const programs = "ms-"

// maxScheme is longer than every name in schemes.
const maxScheme = 24

// KindOf returns what ref leads to. A reference without a scheme is Web, or an
// Anchor if it is "#id" alone.
func KindOf(ref string) Kind {
	var buf [maxScheme]byte
	name := schemeName(ref, buf[:0])
	k := schemes[string(name)]
	if k == Dangerous || strings.HasPrefix(string(name), programs) {
		return Dangerous
	}
	ref = clean(ref)
	switch {
	case schemeEnd(ref) >= 0:
		return k
	case strings.HasPrefix(ref, "#"):
		return Anchor
	}
	return Web
}

// IsDangerous reports whether ref must not be given on as a link: it is a
// script, data or a path on someone's machine, also if the scheme is in upper case
// or has control characters, spaces or invisible characters before or in it.
// Character references must have been decoded.
func IsDangerous(ref string) bool { return KindOf(ref) == Dangerous }

// schemeName appends ref's scheme in lower case to buf; nothing if ref has
// none. It looks through characters that some browser drops or that nobody sees.
// A name too long for buf is cut off: no known one is.
func schemeName(ref string, buf []byte) []byte {
	for _, r := range ref {
		switch {
		case r == ':':
			return buf
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
			fallthrough
		case 'a' <= r && r <= 'z', len(buf) > 0 && ('0' <= r && r <= '9' || r == '+' || r == '-' || r == '.'):
			if len(buf) < cap(buf) {
				buf = append(buf, byte(r))
			}
		case r <= ' ' || r == 0x7F || r == unicode.ReplacementChar:
		case r >= 0x80 && (unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)):
		default:
			return nil
		}
	}
	return nil
}

// Scheme returns ref's scheme in lower case, "" if it has none.
func Scheme(ref string) string {
	ref = clean(ref)
	return strings.ToLower(ref[:max(schemeEnd(ref), 0)])
}

// Host returns the host of an address or of "//host/path", in lower case,
// without user name, port and the root's dot; "" if there is none.
func Host(address string) string { return strings.ToLower(hostOf(address)) }

// hostOf is Host as written.
func hostOf(address string) string {
	host, _ := cutHost(clean(address))
	return host
}

// cutHost divides a clean address into its host and what follows that.
func cutHost(u string) (host, rest string) {
	end := schemeEnd(u)
	lax := end < 0 || isSpecial(u[:end])
	u = u[end+1:]
	switch n := slashes(u); {
	case n < 2 || !lax && !strings.HasPrefix(u, "//"):
		return "", u
	case lax:
		u = u[n:] // "http:///host" is "http://host"
	default:
		u = u[2:]
	}
	n := strings.IndexAny(u, `/\?#`)
	if n < 0 {
		n = len(u)
	}
	host, rest = u[:n], u[n:]
	host = host[strings.LastIndexByte(host, '@')+1:]
	if i := strings.LastIndexByte(host, ':'); i > strings.LastIndexByte(host, ']') {
		host = host[:i]
	}
	return strings.TrimSuffix(host, "."), rest
}

// SameHost reports whether both addresses name the same host; a "www." is
// ignored. Addresses without a host have none in common.
func SameHost(a, b string) bool {
	x, y := withoutWWW(hostOf(a)), withoutWWW(hostOf(b))
	return x != "" && strings.EqualFold(x, y)
}

func withoutWWW(host string) string {
	if len(host) > 4 && strings.EqualFold(host[:4], "www.") {
		return host[4:]
	}
	return host
}
