package weburl

// A srcset attribute in, its candidates out.

import (
	"strconv"
	"strings"
)

// Srcset calls yield with each candidate of a srcset attribute, in its order,
// until yield returns false: the address as written, the width in pixels and the
// density; a descriptor that is not there is 0. Candidates with a bad
// descriptor are left out. HTML Standard, 4.8.4.2.2 "parse a srcset attribute".
func Srcset(s string, yield func(url string, width int, density float64) bool) {
	for {
		s = strings.TrimLeft(s, htmlSpace+",")
		if s == "" {
			return
		}
		end := strings.IndexAny(s, htmlSpace)
		if end < 0 {
			end = len(s)
		}
		url := s[:end]
		s = s[end:]
		var d descriptors
		if bare := strings.TrimRight(url, ","); len(bare) < len(url) {
			url = bare // the comma ends the candidate
		} else {
			s = d.parse(s)
		}
		if !d.bad && !yield(url, d.width, d.density) {
			return
		}
	}
}

// htmlSpace is ASCII white space (Infra Standard, 4.6).
const htmlSpace = " \t\n\f\r"

// descriptors are what follows a candidate's address.
type descriptors struct {
	width, height                   int
	density                         float64
	hasWidth, hasHeight, hasDensity bool
	bad                             bool
}

// parse reads descriptors from the start of s, up to the comma outside
// parentheses, and returns what is behind that.
func (d *descriptors) parse(s string) string {
	start, depth := 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(':
			depth = 1 // the standard does not count
		case c == ')':
			depth = 0
		case depth > 0:
		case c == ',':
			d.add(s[start:i])
			d.check()
			return s[i+1:]
		case strings.IndexByte(htmlSpace, c) >= 0:
			d.add(s[start:i])
			start = i + 1
		}
	}
	d.add(s[start:])
	d.check()
	return ""
}

// add takes one descriptor; "" is none.
func (d *descriptors) add(s string) {
	if s == "" {
		return
	}
	n, unit := s[:len(s)-1], s[len(s)-1]
	var ok bool
	switch {
	case unit == 'w' && !d.hasWidth:
		d.hasWidth = true
		d.width, ok = positive(n)
	case unit == 'h' && !d.hasHeight:
		d.hasHeight = true
		d.height, ok = positive(n)
	case unit == 'x' && !d.hasDensity:
		d.hasDensity = true
		d.density, ok = density(n)
	}
	d.bad = d.bad || !ok
}

// check applies the rules on descriptors that stand together.
func (d *descriptors) check() {
	if d.hasDensity && (d.hasWidth || d.hasHeight) || d.hasHeight && !d.hasWidth {
		d.bad = true
	}
}

// positive reads a valid non-negative integer that is not 0. HTML Standard,
// 2.3.4.2.
func positive(s string) (int, bool) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.ParseInt(s, 10, 32)
	return int(n), err == nil && n > 0
}

// density reads a valid floating-point number that is not negative. HTML
// Standard, 2.3.4.3: no plus sign, no hexadecimal, no infinity.
func density(s string) (float64, bool) {
	if s == "" || s[0] == '+' || strings.Trim(s, "0123456789.eE+-") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil && f >= 0
}
