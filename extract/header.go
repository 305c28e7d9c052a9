package extract

import (
	"bytes"
	"strings"

	"pressclip/internal/dates"
)

// header.go reads what stands around the headline for readers to see: the page
// and its selection go in, claims for the dates come out.

// A zone is the part of a page where marked elements speak of the article and
// not of others: around its headline, in its element, just after its text.
type zone struct {
	p           *page
	sel         *selection
	top         int32 // the innermost <article> or <main> around the text, or none
	first, last int32 // the first and last kept leaf, or none
	h1          int32 // the headline's leaf, or none
	from, until int32 // the article's header: leaves[from:until]
}

const (
	// How many leaves before and after the headline its lines may stand.
	beforeHeadline = 8
	afterHeadline  = 24
	// How far before the first kept leaf a header line may stand where the page
	// has no headline, and how far after the last one a footer line.
	headLeaves = 15
	tailLeaves = 12
	// So many bytes of running text end the header: a dek and a first paragraph.
	bodyLength = 480
)

func newZone(p *page, sel *selection, title string) *zone {
	z := &zone{p: p, sel: sel, top: none, first: none, last: none}
	for i := range sel.verdicts {
		if sel.verdicts[i].keep {
			if z.first == none {
				z.first = int32(i)
			}
			z.last = int32(i)
		}
	}
	for n := sel.top; n > 0; n = p.nodes[n].parent {
		if t := p.nodes[n].tag; t == tagArticle || t == tagMain && z.top == none {
			z.top = n
		}
	}
	z.h1 = p.headline(title, z.first)
	z.findHeader()
	return z
}

// headline finds the leaf that shows the headline: a heading before another
// line, the last before the text, which begins at leaf first if that is known.
func (p *page) headline(title string, first int32) int32 {
	if title == "" {
		return none
	}
	folded := foldWords(nil, []byte(title))
	best, rank := int32(none), 0
	var buf []byte
	for i := range p.leaves {
		l := &p.leaves[i]
		n := l.text.len()
		if l.flags != 0 || n*2 < len(folded) || n > 4*len(title)+16 || best != none && first != none && int32(i) > first+2 {
			continue
		}
		r := 1
		if l.kind == leafHeading {
			r = 8 - int(min(l.level, 6))
		}
		if r < rank || first == none && r == rank {
			continue
		}
		text := p.textOf(l)
		if i := bytes.IndexByte(text, '\n'); i > 0 && l.kind == leafText {
			text = text[:i] // a line in big letters, and others below it
		}
		if r == 1 && len(folded) > 0 && !mayBegin(text, folded[0]) {
			continue
		}
		buf = foldWords(buf[:0], text)
		if bytes.Equal(buf, folded) || r > 4 && bytes.Contains(buf, folded) {
			best, rank = int32(i), r
		}
	}
	return best
}

// findHeader finds where the article's header begins and ends.
func (z *zone) findHeader() {
	count := int32(len(z.p.leaves))
	at, before := z.h1, int32(beforeHeadline)
	if at == none {
		at, before = z.first, headLeaves
	}
	if at == none {
		z.until = min(count, afterHeadline)
		return
	}
	z.from, z.until = max(0, at-before), at+1
	for text := 0; z.until < min(count, at+afterHeadline) && text < bodyLength; z.until++ {
		l := &z.p.leaves[z.until]
		if n := l.text.len(); n >= labelLength && l.kind == leafText && l.linked*2 < int32(n) && endsSentence(z.p.textOf(l)) {
			text += n
		}
	}
}

// inHeader reports whether leaf i is in the article's header and not in
// furniture there. Furniture that holds the headline too is none.
func (z *zone) inHeader(i, node int32) bool {
	const spared = hintMeta | hintByline
	if i < z.from || i >= z.until {
		return false
	}
	p := z.p
	if z.sel.why[node]&notInHeader == 0 || (p.nodes[node].hints|p.nodes[max(p.nodes[node].parent, 0)].hints)&spared != 0 {
		return true
	}
	for n := node; n > 0; n = p.nodes[n].parent {
		if k := &p.nodes[n]; k.hints&notInHeader != 0 && (z.h1 < k.first || z.h1 >= k.last) {
			return false
		}
	}
	return z.h1 != none
}

// inFooter reports whether leaf i is just after the text and not about others.
func (z *zone) inFooter(i, node int32) bool {
	return z.last != none && i > z.last && i <= z.last+termLines && z.sel.why[node]&(notOurs&^hintComment) == 0
}

// source is the source of what leaf i of the header says: the head of a page
// often shows the day of reading far above the headline.
func (z *zone) source(i int32) source {
	if z.h1 != none && i < z.h1-3 {
		return fromByline
	}
	return fromHeader
}

// notInHeader are the hints of containers that speak of other pages even beside
// the headline; notOurs are those elsewhere.
const (
	notInHeader = hintComment | hintNav | hintCookie | hintRelated
	notOurs     = notInHeader | hintAside | hintAd
)

// holds reports whether a mark is in the zone.
func (z *zone) holds(mk *mark) bool {
	p := z.p
	if z.inHeader(mk.leaf, mk.node) {
		return true
	}
	if z.sel.why[mk.node]&notOurs != 0 || p.nodes[mk.node].hints&notOurs != 0 {
		return false
	}
	if z.top != none && p.within(mk.node, z.top) {
		return mk.leaf > z.last || z.near(mk)
	}
	if z.top != none && z.h1 == none {
		return false
	}
	return z.near(mk)
}

// near reports whether a mark stands between the headline and the end of the
// article, or close to it.
func (z *zone) near(mk *mark) bool {
	if z.first == none {
		return true
	}
	start := z.first - headLeaves
	if z.h1 != none {
		start = min(z.h1-3, z.first)
	}
	return mk.leaf >= start && mk.leaf <= z.last+tailLeaves
}

// A cue says which date follows it.
type cue uint8

const (
	cueNone cue = iota
	cuePublished
	cueModified
)

// dateCues are words before dates, in lower case. A date of neither kind, such
// as that of an event, has none.
var dateCues = []struct {
	cue   cue
	words []string
}{
	{cueModified, []string{
		"updated", "modified", "edited", "revised", "reviewed", "last update", "last revision", "aktualisiert", "aktualisierung", "geändert", "änderung", "überarbeitet", "mis à jour", "mise à jour",
		"modifié", "actualizado", "actualización", "modificado", "atualizado", "atualização", "aggiornato", "aggiornamento", "ultima modifica", "bijgewerkt", "gewijzigd", "laatste update", "uppdaterad", "opdateret", "oppdatert", "aktualizacja",
		"zaktualizowano", "aktualizováno", "обновлено", "изменено", "оновлено", "güncelleme", "güncellendi", "päivitetty", "更新", "修改", "수정", "تحديث", "редактировано",
	}},
	{cuePublished, []string{
		"published", "posted", "created", "date:", "datum", "fecha:", "data:", "дата:", "written", "first", "originally", "released", "release date", "asked", "started by", "pubdate", "veröffentlicht", "erstellt", "geschrieben", "erschienen", "publié", "paru", "mis en ligne", "publicado", "publicada", "pubblicato", "gepubliceerd",
		"geplaatst", "publicerad", "publiceret", "publisert", "opublikowano", "data publikacji", "publikováno", "vydáno", "опубликовано", "опубліковано", "дата публикации", "yayınlanma", "julkaistu", "发布", "發布", "發表", "发表", "公開", "掲載", "投稿", "配信", "입력", "등록", "نشر",
	}},
}

// A dateCue is a word before dates and what it says of them.
type dateCue struct {
	cue  cue
	word string
}

// dateCueTable has the words of dateCues by their first byte.
var dateCueTable = func() (t [256][]dateCue) {
	for _, row := range dateCues {
		for _, w := range row.words {
			t[w[0]] = append(t[w[0]], dateCue{row.cue, w})
		}
	}
	return t
}()

// cueOf finds the cue nearest to the end of a text.
func cueOf(before string) cue {
	if len(before) > 80 {
		before = before[len(before)-80:]
	}
	before = strings.ToLower(before)
	for i := len(before) - 1; i >= 0; i-- {
		for _, c := range dateCueTable[before[i]] {
			if strings.HasPrefix(before[i:], c.word) {
				return c.cue
			}
		}
	}
	return cueNone
}

// dateField is the field that a date with a cue fills.
func (c cue) dateField() field {
	if c == cueModified {
		return fieldModified
	}
	return fieldPublished
}

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
		if len(raw) > 2*longByline {
			m.dateBefore(raw)
		}
		if len(raw) > 2*longByline || l.kind == leafHeading && (l.level < 2 || l.level == 2 && (i < z.h1 || len(raw) > labelLength)) {
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

// dateBefore claims the date that a paragraph begins with: "(18.01.2018) The …".
func (m *metadata) dateBefore(text []byte) {
	if !hasDigit(text[:4]) {
		return
	}
	if date, start, _, ok := dates.Find(string(text[:60]), m.p.str(m.p.lang)); ok && start < 3 {
		m.claim(fieldPublished, fromByline, date)
	}
}

// longFooter is the most bytes of a line after the text whose beginning tells
// when it was posted: "This entry was posted on March 4, 2026 and is filed …".
const longFooter = 600

// footerDates claims the dates that lines just after the text show, with a word
// that says what they are.
func (m *metadata) footerDates(z *zone) {
	if z.last == none {
		return
	}
	label := ""
	for i := max(z.last+1, z.until); i < min(z.last+1+tailLeaves, int32(len(m.p.leaves))); i++ {
		l := &m.p.leaves[i]
		if l.flags != 0 || l.text.empty() || l.text.len() > longFooter || z.sel.why[l.node]&notOurs != 0 {
			continue
		}
		text := sample(string(m.p.textOf(l)), longByline)
		if date, start, end, ok := dates.Find(text, m.p.str(m.p.lang)); ok {
			c := cueOf(label + " " + text[:start])
			if c == cueNone {
				c = cueOf(text[end:]) // "wurde am 14. Dezember 2015 veröffentlicht"
			}
			if c != cueNone {
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
		date, start, _, ok := dates.Find(label, p.str(p.lang))
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
	lang := m.p.str(m.p.lang)
	if len(label) > 40 {
		label = ""
	}
	rest, found := text, false
	for range 3 {
		date, start, end, ok := dates.Find(rest, lang)
		if !ok {
			break
		}
		c := cueOf(label + " " + rest[:start])
		if c != cueNone || len(text) <= longDateLine && (len(text) < labelLength/2 || !endsSentence([]byte(text))) {
			m.claim(c.dateField(), from, date)
			m.claims[len(m.claims)-1].cued = c == cuePublished
		}
		rest, label, found = rest[end:], "", true
	}
	if !found && len(text) < 60 {
		if date, ok := dates.Parse(text, lang); ok && len(date) > len("2006") {
			m.claim(cueOf(label+" "+text).dateField(), fromByline, date)
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

// otherDigits reports whether a text may have digits of another writing.
func otherDigits(b []byte) bool {
	for _, c := range b {
		if c == 0xd9 || c == 0xdb || c == 0xef {
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
	c := cueNone
	if mk.kinds&(markPublished|markModified) == 0 || mk.from == fromClass {
		c = cueOf(m.before(z, mk) + " " + leadWords(text))
	}
	f := c.dateField()
	switch {
	case mk.kinds&markModified != 0 && mk.kinds&markPublished == 0:
		f = fieldModified
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
	if _, ok := dates.Parse(value, m.p.str(m.p.lang)); !ok {
		if rest := value[len(leadWords(value)):]; isDay(rest, m.p.str(m.p.lang)) {
			value = rest // "Culture, 2.11.22"
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
