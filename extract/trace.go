package extract

import "fmt"

// trace.go tells decisions in plain words, for explain and for tests.

// A Decision is one step of the extraction, told to WithTrace.
type Decision struct {
	Stage  string // "charset", "field", "keep", "drop"
	Name   string // the field, or the type of the block
	Value  string // the value, or the beginning of the block's text
	Reason string // why, in plain words; where models judged, with "; score 0.12: " and what it is made of
	Taken  bool   // false: a claim that lost, a block that was dropped
}

// traceFields tells each claim, the winners and the losers.
func (m *metadata) traceFields(f func(Decision)) {
	for fd := fieldTitle; fd < fieldCount; fd++ {
		m.each(fd, func(c *claim) bool {
			f(Decision{Stage: "field", Name: fieldNames[fd], Value: beginning(c.value), Reason: sourceNames[c.source], Taken: c.won})
			return true
		})
	}
}

// leafNames name the kinds of leaf.
var leafNames = map[leafKind]string{leafText: "text", leafHeading: "heading", leafPre: "code", leafEmbed: "embed", leafMath: "math", leafRule: "rule"}

// trace tells the verdict of each leaf.
func (s *selection) trace(f func(Decision)) {
	for i := range s.p.leaves {
		l, v := &s.p.leaves[i], s.verdicts[i]
		d := Decision{Stage: "drop", Name: leafNames[l.kind], Value: beginning(string(s.p.textOf(l))), Reason: reasonNames[v.why]}
		if v.keep {
			d.Stage, d.Taken = "keep", true
		}
		if l.images > 0 && l.text.empty() {
			d.Name, d.Value = "image", s.p.firstImage(l)
		}
		if l.kind == leafEmbed {
			d.Value = s.p.str(s.p.embeds[l.media].url)
		}
		if v.why == dropFurniture {
			d.Reason = furnitureWords(v.hints)
		}
		if s.model != nil && s.isScored(i) {
			d.Reason = fmt.Sprintf("%s; score %.2f: %s", d.Reason, s.scores[i], s.because(&s.model.first, i))
		}
		d.Value = clean(d.Value)
		f(d)
	}
}

func (p *page) firstImage(l *leaf) string {
	for r := l.run0; r < l.run1; r++ {
		if i := p.runs[r].image; i != none {
			return p.str(p.pictures[i].src)
		}
	}
	return ""
}

// furnitureNames say the hints in words.
var furnitureNames = []struct {
	hint hints
	name string
}{
	{hintComment, "readers' comments"}, {hintShare, "share buttons"}, {hintRelated, "other pages"}, {hintNav, "navigation"}, {hintAside, "a sidebar"},
	{hintAd, "an advertisement"}, {hintSubscribe, "a newsletter form or a paywall"}, {hintFooter, "a footer"}, {hintCookie, "a pop-up"},
	{hintForm, "a form"}, {hintBio, "about the author"}, {hintTags, "a list of tags"},
}

func furnitureWords(h hints) string {
	if h&hintTeaser != 0 {
		return "a teaser of another page"
	}
	for _, row := range furnitureNames {
		if h&row.hint != 0 {
			return "its element says: " + row.name
		}
	}
	return reasonNames[dropFurniture]
}

// longBeginning is how much of a text is shown, in bytes.
const longBeginning = 160

// beginning cuts text to its beginning, at the border of a character.
func beginning(s string) string {
	if len(s) <= longBeginning {
		return s
	}
	cut := longBeginning
	for cut > 0 && s[cut]&0xc0 == 0x80 {
		cut--
	}
	return s[:cut] + "…"
}
