package extract

// foreign.go reads over svg, math and other elements whose content is no text:
// tags inside them go in, their ends come out.

// breakout are the HTML elements whose start ends svg and math, as an author
// who forgot the end tag expects (13.2.6.5).
var breakout = named("b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed",
	"h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre",
	"ruby", "s", "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var")

// leavesForeign reports whether a start tag ends the svg or math being read
// over, and ends it.
func (s *scanner) leavesForeign(t tag) bool {
	if s.skip != tagSVG && s.skip != tagMath || s.foreign > 0 || !breakout.has(t) {
		return false
	}
	if s.skip == tagMath {
		s.endMath()
	}
	s.skip = tagOther
	return true
}

// isForeignHTML reports whether an svg element holds HTML.
func isForeignHTML(name []byte) bool {
	return string(name) == "foreignobject" || string(name) == "desc"
}

// startSkipped takes a start tag inside an element that is read over.
func (s *scanner) startSkipped(t tag, name, rest []byte) {
	if t == s.skip {
		s.skipped++
	}
	if s.skip != tagSVG && s.skip != tagMath {
		return
	}
	s.z.NextIsNotRawText() // svg's title, style and script are ordinary elements
	if s.skip == tagMath {
		s.math.startElement(s, name, rest)
	} else if isForeignHTML(name) {
		s.foreign++
	}
}

// endSkipped takes an end tag inside an element that is read over.
func (s *scanner) endSkipped(t tag) {
	if s.skip == tagFrameset { // nothing of a page of frames is text
		return
	}
	if t == s.skip {
		s.skipped--
		if s.skipped == 0 {
			if t == tagMath {
				s.endMath()
			}
			s.skip = tagOther
		}
		return
	}
	if s.skip != tagTemplate && s.foreign == 0 && (t == tagP || t == tagBr) { // 13.2.6.5: these leave foreign content, too
		if s.skip == tagMath {
			s.endMath()
		}
		s.skip = tagOther
		s.endTag(t)
	}
}
