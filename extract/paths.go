package extract

import "strings"

// paths.go knows addresses by a part of their path: "/tag/solar" by "tag".

// A partSet is a set of parts of paths, in lower case.
type partSet map[string]bool

func pathParts(parts ...string) partSet {
	s := make(partSet, len(parts))
	for _, p := range parts {
		s[p] = true
	}
	return s
}

// longPart is more bytes than any part of the sets has, in any case of letters.
const longPart = 64

// within reports whether a path has a part of the set between two slashes, and
// something behind it.
func (s partSet) within(path string) bool {
	i := strings.IndexByte(path, '/')
	return i >= 0 && s.lead(path[i+1:])
}

// lead is within for a path whose start may be a part, too: "tag/solar".
func (s partSet) lead(path string) bool {
	for {
		end := strings.IndexByte(path, '/')
		if end < 0 || end+1 == len(path) {
			return false
		}
		if end <= longPart && s[strings.ToLower(path[:end])] {
			return true
		}
		path = path[end+1:]
	}
}
