package source

// The name of a member comes in, as an archive has it; names that can not
// harm go out: unique, below the archive's own, of a bounded length.

import (
	"fmt"
	"hash/fnv"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"
)

// Limits of names, in bytes and folders. File systems allow 255 and 4096 bytes,
// and the name of an output's temporary file is longer than its own.
const (
	maxSegment = 150
	maxName    = 1500
	maxFolders = 40
)

// A namer tells members of one archive apart that have the same name. It keeps
// 16 bytes for each, not the names.
type namer map[uint64]struct{}

// unique returns name, or "name~2" for the second of that name. The number
// stands before the extension of a page.
func (n namer) unique(name string) string {
	for i, candidate := 1, name; ; {
		h := fnv.New64a()
		_, _ = h.Write([]byte(candidate))
		if _, seen := n[h.Sum64()]; !seen {
			n[h.Sum64()] = struct{}{}
			return candidate
		}
		i++
		stem, ext := name, path.Ext(name)
		if takings[strings.ToLower(ext)] == told {
			stem = strings.TrimSuffix(name, ext)
		} else {
			ext = ""
		}
		candidate = fmt.Sprintf("%s~%d%s", stem, i, ext)
	}
}

// below is where a member's output lies: below the archive's name, whatever
// the member's name says.
func below(archive, member string) string {
	var parts []string
	member = strings.ReplaceAll(member, `\`, "/")
	if len(member) > 1 && member[1] == ':' { // a drive of Windows
		member = member[2:]
	}
	for part := range strings.SplitSeq(member, "/") {
		if part = shorten(strings.ToValidUTF8(part, "\ufffd"), maxSegment); part != "" && part != "." && part != ".." {
			parts = append(parts, strings.ReplaceAll(part, "\x00", "%00"))
		}
	}
	if len(parts) == 0 {
		parts = []string{"page"}
	}
	if len(parts) > maxFolders || len(strings.Join(parts, "/")) > maxName {
		parts = []string{shorten(strings.Join(parts, "_"), maxSegment)}
	}
	last := &parts[len(parts)-1]
	if takings[strings.ToLower(path.Ext(*last))] != told {
		*last += ".html"
	}
	return archive + "/" + strings.Join(parts, "/")
}

// shorten cuts a long name and puts a hash of the whole at its end.
func shorten(name string, limit int) string {
	if len(name) <= limit {
		return name
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(name))
	cut := limit - 17
	for cut > 0 && !utf8.RuneStart(name[cut]) {
		cut--
	}
	return fmt.Sprintf("%s~%016x", name[:cut], h.Sum64())
}

// fromURL turns an address into the name that a mirror would give its page:
// "e.org/a/index.html".
func fromURL(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	name := u.Host + u.Path
	if u.Path == "" || strings.HasSuffix(u.Path, "/") {
		name = u.Host + u.Path
		if u.Path == "" {
			name += "/"
		}
		name += "index.html"
	}
	if u.RawQuery != "" {
		name += "?" + u.RawQuery
	}
	return name
}

// domains are the generic ends of hosts by which a folder is told to be named
// after one; two letters are a country's.
var domains = map[string]bool{
	"com": true, "org": true, "net": true, "edu": true, "gov": true, "mil": true, "int": true, "info": true, "biz": true,
	"example": true, "test": true, "news": true, "blog": true, "press": true, "online": true, "site": true, "eu": true,
}

// mirrored is the address that a page probably has which lies at name in a
// mirror: "sites/e.org/a/index.html". "" if no folder is named after a host.
func mirrored(name string) string {
	for {
		folder, rest, ok := strings.Cut(name, "/")
		switch {
		case !ok:
			return ""
		case isHost(folder):
			return mirrorURL(folder, rest)
		}
		name = rest
	}
}

// mirrorURL makes an address of a host and the name of a file below it.
func mirrorURL(host, name string) string {
	name, query, asked := strings.Cut(name, "?")
	if path.Base(name) == "index.html" {
		name = strings.TrimSuffix(name, "index.html")
	}
	u := url.URL{Scheme: "https", Host: host, Path: "/" + name}
	if asked {
		u.RawQuery = strings.TrimSuffix(query, ".html") // wget -E adds it
	}
	return u.String()
}

// isHost reports whether a folder's name is that of a host.
func isHost(s string) bool {
	s = strings.ToLower(s)
	dot := strings.LastIndexByte(s, '.')
	if dot <= 0 || len(s) > 253 || !domains[s[dot+1:]] && !isCountry(s[dot+1:]) {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	return true
}

// isCountry reports whether s has the form of a country's domain, and is not
// what folders of programmers end in.
func isCountry(s string) bool {
	return len(s) == 2 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "" && s != "js" && s != "py" && s != "go" && s != "db"
}
