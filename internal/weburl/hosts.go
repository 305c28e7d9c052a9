package weburl

// An address in, the row of a table of hosts that it falls under out.

import "strings"

// A rule names a part of a host.
type rule struct {
	host string // the host or a domain above it, in lower case: whole labels
	path string // how the path starts; "*" before it: what it has anywhere; "$" after it: all of it; "" is any path
	name string // what the row says of such addresses
}

// A table finds rules by host.
type table map[string][]rule

// newTable returns a table of rows. Rows of one host keep their order.
func newTable(rows []rule) table {
	t := make(table, len(rows))
	for _, r := range rows {
		t[r.host] = append(t[r.host], r)
	}
	return t
}

// maxLabels is how many labels from the right a host is looked up with. No
// row has more.
const maxLabels = 5

// find returns the first rule that address falls under: of the longest host,
// then in the order of rows.
func (t table) find(address string) (rule, bool) {
	host, rest := cutHost(clean(address))
	path, _ := cutPath(rest)
	host = lastLabels(strings.ToLower(host))
	for host != "" {
		for _, r := range t[host] {
			if r.takes(path) {
				return r, true
			}
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return rule{}, false
}

// takes reports whether path is one that r is about.
func (r rule) takes(path string) bool {
	if part, ok := strings.CutPrefix(r.path, "*"); ok {
		return strings.Contains(path, part)
	}
	if whole, ok := strings.CutSuffix(r.path, "$"); ok {
		return path == whole
	}
	return strings.HasPrefix(path, r.path)
}

// lastLabels returns the last maxLabels labels of host.
func lastLabels(host string) string {
	labels := 0
	for i := len(host) - 1; i >= 0; i-- {
		if host[i] == '.' {
			if labels++; labels == maxLabels {
				return host[i+1:]
			}
		}
	}
	return host
}
