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

// lead reports whether a path has a part of the set, at its start or between two
// slashes, and something behind it: "tag/solar", "/a/tag/solar".
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
