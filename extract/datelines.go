package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/dates"
)

// datelines.go reads the dates that stand around the article for readers to
// see: the page and its zone go in, claims come out.

// longCueAfter is how many bytes after a date are read for what it is of, and
// longCueLate those in a sentence after the text, whose verb may stand at its end.
const (
	longCueAfter = 12
	longCueLate  = 60
)

// longDateLine is the most bytes of a line that a date without a cue may stand
// in to be the article's.
const longDateLine = 110

// headerDates claims the dates that the lines around the headline show.
func (m *metadata) headerDates(z *zone) {
	label := "" // the line before, where it may be a label of the next
	for i := z.from; i < z.until; i++ {
		l := &m.p.leaves[i]
		if i == z.h1 || l.flags != 0 || l.kind == leafPre || l.text.empty() || !z.inHeader(i, l.node) {
			continue
		}
		raw := m.p.textOf(l)
		if len(raw) > longDateLine && l.kind == leafText {
			m.dateBefore(raw)
		}
		if len(raw) > 2*longByline || l.kind == leafHeading && (l.level < 2 || l.level == 2 && (i < z.h1 && !m.mostlyDate(string(raw)) || len(raw) > labelLength)) {
			label = ""
			continue
		}
		text := string(raw)
		if !hasDigit(raw) && !otherDigits(raw) && m.c.saved.IsZero() {
			label = text
			continue
		}
		if !m.dateLine(text, label, l, z.source(i)) {
			label = text
			continue
		}
		label = ""
	}
}

// dateBefore claims the date that a paragraph begins with, "(18.01.2018) The …", or
// that stands behind its place: "BREMEN, 18. Januar 2018 – Die …".
func (m *metadata) dateBefore(text []byte) {
	if !hasDigit(text[:longPlace]) {
		return
	}
	line := string(sample(text, longPlace+longDateAlone))
	date, start, end, ok := m.findDate(line)
	if ok && (start < 3 || isPlace(line[:start]) && strings.IndexAny(strings.TrimLeft(line[end:], " \u00a0"), datelineEnds) == 0) {
		m.claim(fieldPublished, fromByline, date)
	}
}

// longPlace is the most bytes of a place before a date that are read, placeEnds
// are the marks that part it from the date, and datelineEnds those that part both
// from the text.
const (
	longPlace    = 40
	placeEnds    = ",–—-"
	datelineEnds = "–—-/():|"
)

// isPlace reports whether a text may be a place with what parts it from a date:
// "Frankfurt am Main, ", "NEW YORK – ".
func isPlace(text string) bool {
	place := strings.TrimRight(text, " \u00a0")
	if len(place) > longPlace || strings.TrimRight(place, placeEnds) == place {
		return false
	}
	words := 0
	for w := range strings.FieldsSeq(strings.Trim(place, placeEnds+"( ")) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && dates.Beside(w)&dates.Particle == 0 || words == maxPlaceWords {
			return false
		}
		words++
	}
	return words > 0
}

// maxPlaceWords is the most words of a place: "Frankfurt am Main, Germany".
const maxPlaceWords = 5

// longFooter is the most bytes of a line after the text whose beginning tells
// when it was posted: "This entry was posted on March 4, 2026 and is filed …".
const longFooter = 600

// footerDates claims the dates that lines just after the text show, with a word
// that says what they are.
func (m *metadata) footerDates(z *zone) {
	if z.last == none {
		return
	}
	label, from := "", z.last+1
	if l := &m.p.leaves[z.last]; m.p.nodes[l.node].hints&(hintMeta|hintByline) != 0 || l.text.len() < labelLength {
		from = z.last // taken for the text's end
	}
	for i := max(from, z.until); i < min(z.last+1+tailLeaves, int32(len(m.p.leaves))); i++ {
		l := &m.p.leaves[i]
		if l.flags != 0 || l.text.empty() || l.text.len() > longFooter || z.sel.why[l.node]&notOurs != 0 {
			continue
		}
		text := sample(string(m.p.textOf(l)), longByline)
		date, start, end, ok := m.findDate(text)
		if lead := leadWords(text); !ok && len(text) < longDateLabel+longDateAlone {
			date, ok = m.parseDate(text[len(lead):]) // of a year of two digits
			start, end, ok = len(lead), len(text), ok && len(date) >= byDay
		}
		if ok {
			c := cueOf(label + " " + text[:start])
			if c == cueNone {
				c = cueAfter(sample(text[end:], longCueLate)) // "wurde am 14. Dezember 2015 um 9 Uhr von Ann veröffentlicht"
			}
			if c != cueNone && c != cueOther {
				m.claim(c.dateField(), fromByline, date)
			}
		}
		if label = ""; len(text) < 40 {
			label = text
		}
	}
}

// labelledDate claims the one date of the page, wherever it stands, whose label
// says that it is of the publication: in a box of facts beside the text.
func (m *metadata) labelledDate(z *zone) {
	p := m.p
	label, only := "", ""
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.flags != 0 || l.text.empty() {
			continue
		}
		text := p.textOf(l)
		if len(text) > longDateLabel+longDateAlone || z.sel.why[l.node]&notInHeader != 0 || z.sel.verdicts[i].keep && l.kind == leafText {
			label = ""
			continue
		}
		before := label
		label = string(text)
		if !hasDigit(text) {
			continue
		}
		date, start, _, ok := m.findDate(label)
		if !ok {
			continue
		}
		if before = firstString(clean(label[:start]), before); len(before) > longDateLabel || cueOf(before) != cuePublished || strings.Contains(strings.ToLower(before), "release") {
			continue // the day on which a product came out is none of its page
		}
		if only != "" && date != only {
			return
		}
		only = date
	}
	m.claim(fieldPublished, fromLabel, only)
}

// longDateLabel is the most bytes of a date's label, and longDateAlone those of a date.
const (
	longDateLabel = 24
	longDateAlone = 40
)

// dateLine claims the dates of one line and reports whether there were any.
func (m *metadata) dateLine(text, label string, l *leaf, from source) bool {
	if len(label) > 40 {
		label = ""
	}
	rest, found, first := text, false, ""
	for range 3 {
		date, start, end, ok := m.findDate(rest)
		if !ok {
			break
		}
		c := cueOf(label + " " + rest[:start])
		if after := strings.TrimLeft(rest[end:], " ,)"); c == cueNone && cueAfter(sample(after, longCueAfter)) == cueOther {
			c = cueOther // "1975年1月28日出生"
		}
		if c != cueOther && (c != cueNone || isDateLine(text, rest[end:])) {
			m.claim(c.dateField(), from, date)
			m.claims[len(m.claims)-1].cued = c == cuePublished
			if c == cueModified {
				m.claim(fieldPublished, from, first)
			}
		} else if c == cueNone && rest[:start] == "" {
			first = date // if an edit follows: "4 March 2026, 9:30 (This post was last edited …"
		}
		rest, label, found = rest[end:], "", true
	}
	if !found && len(text) < 60 {
		if cueOf(label+" "+text) == cueOther {
			return false
		}
		if date, ok := m.parseDate(text); ok && (len(date) >= byDay || len(date) > len("2006") && hasLetter(text)) {
			m.claim(cueOf(label+" "+text).dateField(), fromByline, date)
			return true
		}
		lead := leadWords(text)
		if date, ok := m.parseDate(text[len(lead):]); ok && (len(date) > byDay || isShortDate(text[len(lead):])) {
			m.claim(cueOf(label+" "+lead).dateField(), fromByline, date) // "von ann am 26/10/13, 03:48 pm"
			return true
		}
		if date, ok := m.ago(text); ok {
			m.claim(cueOf(label+" "+text).dateField(), from, date)
			return true
		}
		return m.linkedDate(l)
	}
	return found
}

// isDateLine reports whether a line that has a date, and after it some text, may be
// there for the date's sake: it is short, and no sentence. An abbreviation after the
// date ends none: "понеділок, 3 травня 2021 р."
func isDateLine(line, after string) bool {
	n := len(line)
	for i := range len(line) {
		if line[i]&0xe0 == 0xc0 {
			n-- // a letter of two bytes
		}
	}
	return n <= longDateLine && (n < labelLength/2 || len(after) < longAbbreviation || !endsSentence([]byte(line)))
}

// longAbbreviation is the most bytes of "r.", "hod.", "น." or "р." after a date.
const longAbbreviation = len(" року.")

// isShortDate reports whether a text is a date such as 03.05.21, each of whose
// numbers has two digits: others may be a version or a section.
func isShortDate(s string) bool {
	if len(s) != len("03.05.21") || s[2] != '.' || s[5] != '.' {
		return false
	}
	return isDigit(s[0]) && isDigit(s[1]) && isDigit(s[3]) && isDigit(s[4]) && isDigit(s[6]) && isDigit(s[7])
}

// ago returns the day that a line tells relative to the time at which the page
// was saved, if that is known.
func (m *metadata) ago(text string) (string, bool) {
	if m.c.saved.IsZero() {
		return "", false
	}
	return dates.Ago(text, m.c.saved)
}

// linkedDate claims the day that the path of a link to a blog's archive spells
// where its text gives the time alone.
func (m *metadata) linkedDate(l *leaf) bool {
	for r := l.run0; r < l.run1; r++ {
		run := &m.p.runs[r]
		if run.link == none || run.text.len() > 40 || !hasDigit(m.p.text[run.text.start:run.text.end]) {
			continue
		}
		if date, ok := dates.FromPath(m.p.str(m.p.links[run.link].href)); ok && len(date) >= len("2006-01-02") {
			m.claim(fieldPublished, fromByline, date)
			return true
		}
	}
	return false
}

// hasLetter reports whether a text has a letter: a month of numbers alone may be a
// range of years, "2011-12".
func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// otherDigits reports whether a text may have digits of another writing.
func otherDigits(b []byte) bool {
	for _, c := range b {
		if c == 0xd9 || c == 0xdb || c == 0xe0 || c == 0xef {
			return true
		}
	}
	return false
}

func hasDigit(b []byte) bool {
	for _, c := range b {
		if c >= '0' && c <= '9' {
			return true
		}
	}
	return false
}

// claimDate claims the date of a marked element for the field that its kind or
// the words before it say.
func (m *metadata) claimDate(z *zone, mk *mark, from source) {
	text := m.markText(mk)
	if z.h1 == none && mk.leaf >= z.first && mk.from == fromClass && mk.kinds&markDate != 0 && !mk.value.empty() && !isDay(text, m.tongue) {
		return // of an item of a list: "3 hours ago", whose title tells the day
	}
	c := cueNone
	if mk.kinds&(markPublished|markModified) == 0 || mk.from == fromClass {
		c = cueOf(m.before(z, mk) + " " + leadWords(text))
	}
	f := c.dateField()
	switch {
	case mk.kinds&markModified != 0 && mk.kinds&markPublished == 0:
		f = fieldModified
	case mk.kinds&markPublished != 0 && mk.from == fromTime && cueOf(leadWords(text)) == cueModified:
		f = fieldModified // whatever its class says
	case mk.kinds&markPublished != 0 && mk.from != fromClass:
		f = fieldPublished
	}
	switch {
	case from == fromMicrodata && !z.inHeader(mk.leaf, mk.node) && !mk.dark:
		from = fromTimeTag // of whatever stands there
	case from == fromMicrodata || mk.dark:
	case z.inHeader(mk.leaf, mk.node):
		from = z.source(mk.leaf)
	}
	value := firstString(m.p.str(mk.value), text)
	if _, ok := m.parseDate(value); !ok {
		if rest := value[len(leadWords(value)):]; isDay(rest, m.tongue) {
			value = rest // "Culture, 2.11.22"
		} else if iso, _, _ := strings.Cut(value, " "); isDay(iso, "") {
			value = iso // and the same in seconds
		}
	}
	n := len(m.claims)
	if m.claim(f, from, value); len(m.claims) > n {
		m.claims[n].cued = mk.kinds&markPublished != 0 || c == cuePublished
	}
}

// isDay reports whether a text is a day and nothing else.
func isDay(s, lang string) bool {
	date, ok := dates.Parse(s, lang)
	return ok && len(date) >= byDay
}

// leadWords is the start of a text before its first digit.
func leadWords(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return r >= '0' && r <= '9' }); i >= 0 {
		return s[:i]
	}
	return s
}

// before is the text before a mark in its line, else a short line before it.
func (m *metadata) before(z *zone, mk *mark) string {
	p := m.p
	if mk.dark || int(mk.leaf) >= len(p.leaves) {
		return ""
	}
	l := &p.leaves[mk.leaf]
	if mk.text.start > l.text.start && mk.text.start <= l.text.end {
		s := string(p.text[max(l.text.start, mk.text.start-60):mk.text.start])
		if clean(s) != "" {
			return s
		}
	}
	if mk.leaf > z.from && mk.leaf-1 != z.h1 && mk.leaf > 0 {
		if prev := &p.leaves[mk.leaf-1]; prev.flags == 0 && prev.text.len() < 40 && !hasDigit(p.textOf(prev)) {
			return string(p.textOf(prev))
		}
	}
	return ""
}

// onlyTime claims the day that all time elements of a page tell, where it gives no
// other date.
func (m *metadata) onlyTime() {
	for from := range m.counts[fieldPublished] {
		if m.counts[fieldPublished][from]+m.counts[fieldModified][from] > 0 {
			return
		}
	}
	only := ""
	for i := range m.p.marks {
		mk := &m.p.marks[i]
		if mk.from != fromTime {
			continue
		}
		v, ok := m.parseDate(firstString(m.p.str(mk.value), m.markText(mk)))
		if !ok || len(v) < byDay {
			continue
		}
		if only != "" && v[:byDay] != only[:byDay] {
			return
		}
		only = firstString(only, v)
	}
	m.claim(fieldPublished, fromTimeTag, only)
}
