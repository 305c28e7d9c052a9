package dates

// This file takes the path of an article's address and gives the date that its
// folders spell, if they do.

import "strings"

// minPathYear is the first year that a folder can name: older numbers are ids.
const minPathYear = 1990

// maxSegments is how many segments of a path are looked at.
const maxSegments = 32

// FromPath returns the date in a URL's path, or in a whole URL: /2026/03/04/x,
// /2026/mar/04/x, /2026/0304/x, /2026-03/04/x, /2026-03-04-x, /20260304/,
// /x-20260304.html or, to the month, /2026/03/x. Numbers that are not a whole date of this kind are ids.
func FromPath(p string) (string, bool) {
	if i := strings.IndexAny(p, "?#"); i >= 0 {
		p = p[:i]
	}
	if i := strings.Index(p, "://"); i >= 0 {
		p = p[i+3:]
	}
	for range maxSegments {
		seg, rest, more := strings.Cut(p, "/")
		m, ok := segment(seg)
		if !ok && more {
			m, ok = folders(seg, rest)
		}
		if ok && m.year >= minPathYear && m.valid() {
			return m.result("")
		}
		if !more {
			break
		}
		p = rest
	}
	return "", false
}

// segment reads the date at the start or end of a slug, in the form 2026-03-04,
// 2026_03_04 or 20260304, divided from the rest.
func segment(seg string) (moment, bool) {
	if len(seg) == 10 && seg[2] == '-' && seg[5] == '-' { // 04-03-2026, as written where the day comes first
		d, ok1 := digits(seg, 0, 2)
		mo, ok2 := digits(seg, 3, 2)
		y, ok3 := digits(seg, 6, 4)
		if ok1 && ok2 && ok3 && (d > 12 || d == mo) {
			return ymd(y, mo, d), true
		}
	}
	for _, form := range []struct {
		length int
		read   func(string) (moment, bool)
	}{{10, dashed}, {8, eight}} {
		n := form.length
		if len(seg) < n {
			continue
		}
		if m, ok := form.read(seg[:n]); ok && (len(seg) == n || strings.IndexByte("-_.T", seg[n]) >= 0) {
			return m, true
		}
		stem := seg
		if i := strings.LastIndexByte(seg, '.'); i > n {
			stem = seg[:i]
		}
		at := len(stem) - n
		if at > 0 && (stem[at-1] == '-' || stem[at-1] == '_') {
			if m, ok := form.read(stem[at:]); ok {
				return m, true
			}
		}
	}
	return moment{}, false
}

// eight reads 20260304. Other numbers of eight digits are ids.
func eight(s string) (moment, bool) {
	if _, ok := digits(s, 0, 8); !ok {
		return moment{}, false
	}
	m := compact(s)
	return m, m.year >= minPathYear && m.valid()
}

// dashed reads 2026-03-04 or 2026_03_04 at the start of s.
func dashed(s string) (moment, bool) {
	if len(s) < 10 || s[4] != s[7] || s[4] != '-' && s[4] != '_' {
		return moment{}, false
	}
	y, ok1 := digits(s, 0, 4)
	mo, ok2 := digits(s, 5, 2)
	d, ok3 := digits(s, 8, 2)
	return ymd(y, mo, d), ok1 && ok2 && ok3
}

// folders reads a year folder and those after it.
func folders(year, rest string) (moment, bool) {
	if len(year) == 7 && year[4] == '-' { // 2026-03/04
		year, rest = year[:4], year[5:]+"/"+rest
	}
	y, ok := digits(year, 0, 4)
	if !ok || len(year) != 4 {
		return moment{}, false
	}
	second, rest, _ := strings.Cut(rest, "/")
	third, _, _ := strings.Cut(rest, "/")
	if n, ok := digits(second, 0, 4); ok && len(second) == 4 {
		return ymd(y, n/100, n%100), true
	}
	m := ymd(y, folderMonth(second), 0)
	m.prec = byMonth
	if m.month == 0 {
		return m, false
	}
	if d := shortNumber(third); d >= 1 && d <= 31 {
		m.day, m.prec = d, byDay
	} else if len(second) == 1 {
		return m, false // /2026/3/x: a volume and an issue
	}
	return m, true
}

// folderMonth returns the month that a folder names, or 0.
func folderMonth(s string) int {
	if n := shortNumber(s); n > 0 {
		return n
	}
	if len(s) < 3 || len(s) > maxWord {
		return 0
	}
	w, ok := lookup(s)
	if !ok {
		return 0
	}
	return w.monthIn("en")
}

// shortNumber returns the number that all of s spells in one or two digits, or
// 0.
func shortNumber(s string) int {
	if len(s) != 1 && len(s) != 2 {
		return 0
	}
	n, _ := digits(s, 0, len(s))
	return n
}
