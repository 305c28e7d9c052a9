package extract

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf8"
)

// traits.go counts what the scores are made of: each leaf's text and each
// container's shape go in, numbers come out.

// A trait is what is counted of one leaf's text.
type trait struct {
	words, digits, uppers, letters, commas, sentences int32
	flags                                             traitFlags
	service                                           [wordClasses]uint8 // words of each class of serviceWords
	title, about, stated                              uint8              // per cent of its words in the headline, in the description, in JSON-LD's articleBody
	heading                                           int32              // the last heading before it, or none
	linkedHeadings                                    int32              // headings before it that are links: those of other pages
}

type traitFlags uint16

const (
	traitSentence  traitFlags = 1 << iota // ends as a sentence does
	traitColon                            // ends with a colon
	traitQuestion                         // ends with a question mark
	traitLower                            // begins with a small letter
	traitEllipsis                         // ends with an ellipsis: a teaser that is cut
	traitCopyright                        // has a copyright sign
	traitAt                               // has an at sign
	traitQuotes                           // has quotation marks
	traitAgain                            // another leaf has the same text
	traitAdded                            // begins as lines do that pages add
	traitByline                           // byline, date or tags
	traitTitle                            // is the headline
	traitBar                              // has a bar or an arrow between its words
	traitDek                              // is the dek
)

// A byteCount is what one byte of ASCII adds to a trait.
type byteCount struct {
	sums  uint64 // letters, capitals, digits and commas, 16 bits each
	word  uint8  // 1: of a word; 2: may stand within one
	flags traitFlags
}

// Where each sum of a byteCount begins.
const (
	sumLetters = 16 * iota
	sumUppers
	sumDigits
	sumCommas
	sumMask = 1<<16 - 1
)

// byteCounts says what each byte of ASCII counts for.
var byteCounts = func() (t [utf8.RuneSelf]byteCount) {
	for c := range t {
		switch {
		case c >= '0' && c <= '9':
			t[c] = byteCount{1 << sumDigits, 1, 0}
		case c >= 'a' && c <= 'z':
			t[c] = byteCount{1 << sumLetters, 1, 0}
		case c >= 'A' && c <= 'Z':
			t[c] = byteCount{1<<sumLetters | 1<<sumUppers, 1, 0}
		}
	}
	t['\''].word = 2
	t[','].sums = 1 << sumCommas
	t['@'].flags, t['"'].flags, t['|'].flags, t['>'].flags = traitAt, traitQuotes, traitBar, traitBar
	return t
}()

// count reads one leaf's text once.
func (t *trait) count(text []byte) {
	word := false
	for i := 0; i < len(text); {
		if text[i] < utf8.RuneSelf {
			end := min(i+sumMask, len(text)) // no sum runs over
			i, word = t.ascii(text, i, end, word)
			continue
		}
		r, n := utf8.DecodeRune(text[i:])
		i += n
		word = t.wide(r, word)
	}
}

// ascii counts the bytes of ASCII from i, at most to end, and returns where
// they end and whether a word goes on there.
func (t *trait) ascii(text []byte, i, end int, word bool) (next int, goesOn bool) {
	var sums uint64
	var words, within uint32
	if word {
		within = 1
	}
	flags := t.flags
	for ; i < end && text[i] < utf8.RuneSelf; i++ { // no branch but at ends of sentences: no processor foresees where words end
		c := text[i]
		if within != 0 && (c == '.' || c == '!' || c == '?') && (i+1 == len(text) || byteClass[text[i+1]] == byteSpace || text[i+1] == '"') {
			t.sentences++
		}
		b := &byteCounts[c]
		sums += b.sums
		flags |= b.flags
		w := uint32(b.word)
		words += w &^ within & 1
		within = w&1 | within&(w>>1)
	}
	t.flags = flags
	t.words += int32(words)
	t.letters += int32(sums >> sumLetters & sumMask)
	t.uppers += int32(sums >> sumUppers & sumMask)
	t.digits += int32(sums >> sumDigits & sumMask)
	t.commas += int32(sums >> sumCommas & sumMask)
	return i, within != 0
}

// wide counts a character beyond ASCII and reports whether a word goes on after it.
func (t *trait) wide(r rune, word bool) bool {
	switch {
	case r == '“' || r == '”' || r == '„' || r == '«' || r == '»' || r == '「':
		t.flags |= traitQuotes
	case r == '©':
		t.flags |= traitCopyright
	case r == '›' || r == '→' || r == '•' || r == '·':
		t.flags |= traitBar
	case r == '、' || r == '，' || r == '،':
		t.commas++
	case r == '。' || r == '！' || r == '？' || r == '؟' || r == '।':
		t.sentences++
	case r == '’':
		return word
	}
	switch b := bitsOf(r); {
	case b&runeIdeograph != 0:
		t.words++
		t.letters++
	case b&(runeLetter|runeMark) != 0:
		if !word {
			t.words++
		}
		t.letters++
		if b&runeUpper != 0 {
			t.uppers++
		}
		return true
	}
	return false
}

// ends notes how a text begins and ends.
func (t *trait) ends(text []byte) {
	if r, _ := utf8.DecodeRune(text); unicode.IsLower(r) {
		t.flags |= traitLower
	}
	switch {
	case bytes.HasSuffix(text, []byte(":")) || bytes.HasSuffix(text, []byte("：")):
		t.flags |= traitColon
	case bytes.HasSuffix(text, []byte("?")) || bytes.HasSuffix(text, []byte("？")):
		t.flags |= traitQuestion
	case bytes.HasSuffix(text, []byte("...")) || bytes.HasSuffix(text, []byte("…")):
		t.flags |= traitEllipsis
	}
}

// A wordSet holds hashes of folded words and in which of a few texts each is.
type wordSet struct {
	slots []uint32
	in    []wordText
}

// A wordText is a text whose words are looked for in every leaf.
type wordText uint8

const (
	inTitle   wordText = 1 << iota // the headline
	inAbout                        // the description
	inStated                       // the body that JSON-LD states
	inService                      // the first class of serviceWords; the others follow
)

// maxSetWords bounds what is kept of a text; one of more words is known well
// enough by its first.
const maxSetWords = 4096

// wordHash hashes a word; ASCII letters in either case are alike.
func wordHash(w []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range w {
		h = (h ^ uint32(lowerByte[c])) * 16777619
	}
	return h | 1
}

// fill makes the set of the words of three texts.
func (s *wordSet) fill(title, about, stated []byte) {
	need := len(serviceSet.slots)
	for need < 2*len(allServiceWords)+min(len(title)/2, 2*maxSetWords)+min(len(about)/2, 2*maxSetWords)+min(len(stated)/2, 2*maxSetWords) {
		need *= 2
	}
	s.slots, s.in = sized(s.slots, need), sized(s.in, need)
	if need == len(serviceSet.slots) {
		copy(s.slots, serviceSet.slots)
		copy(s.in, serviceSet.in)
	} else {
		s.addService()
	}
	s.add(title, inTitle)
	s.add(about, inAbout)
	s.add(stated, inStated)
}

// addService adds the service words to an empty set.
func (s *wordSet) addService() {
	for _, w := range allServiceWords {
		i := s.slot(w.hash)
		s.slots[i] = w.hash
		s.in[i] |= w.in
	}
}

// add notes the words of one text.
func (s *wordSet) add(text []byte, in wordText) {
	known := 0
	for w, rest := nextWord(text); w != nil && known < maxSetWords; w, rest = nextWord(rest) {
		h := wordHash(w)
		i := s.slot(h)
		s.slots[i] = h
		if s.in[i]&in == 0 {
			s.in[i] |= in
			known++
		}
	}
}

// slot is where a hash stands, or may.
func (s *wordSet) slot(h uint32) uint32 {
	mask := uint32(len(s.slots) - 1)
	i := (h >> 3) & mask
	for s.slots[i] != 0 && s.slots[i] != h {
		i = (i + 1) & mask
	}
	return i
}

// shares notes how many per cent of a text's words are in the headline, in the
// description, in the body that JSON-LD states, and how many are service words.
func (s *selection) shares(t *trait, text []byte) {
	all, title, about, stated, service := 0, 0, 0, 0, uint64(0)
	for w, rest := nextWord(text); w != nil && all < maxShareWords; w, rest = nextWord(rest) {
		all++
		in := int(s.known.in[s.known.slot(wordHash(w))])
		title += in & 1
		about += in >> 1 & 1
		stated += in >> 2 & 1
		service += spread[in>>3]
	}
	for class := range t.service {
		t.service[class] = uint8(service >> (8 * class))
	}
	if all > 0 {
		t.title, t.about, t.stated = uint8(title*100/all), uint8(about*100/all), uint8(stated*100/all)
	}
}

// maxShareWords is how many words of a leaf are looked up.
const maxShareWords = 64

// nextWord cuts the first word off a text; nil if there is none. A character of
// a script without spaces is a word.
func nextWord(text []byte) (w, rest []byte) {
	i := 0
	for i < len(text) && nextWordByte[text[i]] == 0 {
		i++
	}
	if i == len(text) {
		return nil, nil
	}
	if nextWordByte[text[i]] == 2 {
		j := min(i+3, len(text))
		return text[i:j], text[j:]
	}
	j := i + 1
	for j < len(text) && nextWordByte[text[j]] == 1 {
		j++
	}
	return text[i:j], text[j:]
}

// nextWordByte has 1 for a byte of a word, and 2 for the first of a character
// of three bytes or more that is one by itself. E2 begins punctuation.
var nextWordByte = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 0xe3:
			t[c] = 2
		case wordByte[c] || c >= utf8.RuneSelf && c != 0xe2:
			t[c] = 1
		}
	}
	return t
}()

// A shape is what is counted of one container.
type shape struct {
	text, linked int32 // bytes of visible text inside, and inside links
	leaves       int32 // visible leaves of text
	sentences    int32 // leaves that are running text
	rows         int32 // how many like it stand beside it: the same element and class
	far          hints // of it and of all around it
}

// prepare counts traits and shapes, once the page's furniture and container
// are known.
func (s *selection) prepare(m *metadata, title string) {
	p := s.p
	about, stated := m.about(), m.stated()
	s.traits = sized(s.traits, len(p.leaves))
	s.shapes, s.depths, s.inside = sized(s.shapes, len(p.nodes)), sized(s.depths, len(p.nodes)), sized(s.inside, len(p.nodes))
	s.known.fill([]byte(s.title), about, stated)
	s.countLeaves()
	s.countShapes()
	s.countRows()
	s.countKin()
	s.findLead()
	s.findGroups()
	s.findAgain()
	if i := m.dek(title); i != none {
		s.traits[i].flags |= traitDek
	}
}

// countLeaves counts each leaf's traits.
func (s *selection) countLeaves() {
	p := s.p
	heading, linked := int32(none), int32(0)
	s.headline = none
	for i := range p.leaves {
		l, t := &p.leaves[i], &s.traits[i]
		t.heading, t.linkedHeadings = heading, linked
		if l.flags != 0 || l.text.empty() {
			continue
		}
		text := p.textOf(l)
		s.flags(int32(i), text)
		if s.isScored(i) {
			t.count(text)
			t.ends(text)
			s.shares(t, text)
		}
		if l.kind == leafHeading {
			heading = int32(i)
			if l.linked*2 > int32(l.text.len()) {
				linked++
			}
		}
	}
}

// flags notes what the selection's rules know of a leaf, and the headline.
func (s *selection) flags(i int32, text []byte) {
	l, t := &s.p.leaves[i], &s.traits[i]
	set := func(on bool, f traitFlags) {
		if on {
			t.flags |= f
		}
	}
	set(s.measures[i].sentence, traitSentence)
	set(s.bylines[i], traitByline)
	set(isAddedLine(text, l) || l.kind == leafHeading && addedLines.begins(text), traitAdded)
	set(s.repeatsTitle(text), traitTitle)
	if t.flags&traitTitle != 0 && (s.headline == none || l.kind == leafHeading && s.p.leaves[s.headline].kind != leafHeading) {
		s.headline = i
	}
}

// countShapes sums up the containers and says what each is in.
func (s *selection) countShapes() {
	p := s.p
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.flags != 0 || l.text.empty() {
			continue
		}
		sh := &s.shapes[l.node]
		sh.text += int32(l.text.len())
		sh.linked += l.linked
		sh.leaves++
		if s.measures[i].prose > 0 {
			sh.sentences++
		}
	}
	for i := len(p.nodes) - 1; i > 0; i-- {
		up, sh := &s.shapes[p.nodes[i].parent], &s.shapes[i]
		up.text, up.linked, up.leaves, up.sentences = up.text+sh.text, up.linked+sh.linked, up.leaves+sh.leaves, up.sentences+sh.sentences
	}
	s.articles = 0
	for i := 1; i < len(p.nodes); i++ {
		n := &p.nodes[i]
		s.shapes[i].far = s.shapes[n.parent].far | n.hints
		s.depths[i] = min(s.depths[n.parent], 254) + 1
		s.inside[i] = s.inside[n.parent] | s.insideOf(int32(i))
		if n.tag == tagArticle && s.articles < 32 {
			s.articles++
		}
	}
}

func (s *selection) insideOf(i int32) (in insideBits) {
	n := &s.p.nodes[i]
	if n.flags&nodeBody != 0 {
		in = insideBody
		if s.prose[i] > 0 {
			s.bodyEnd = max(s.bodyEnd, n.last)
		}
	}
	switch n.tag {
	case tagArticle:
		in |= insideArticle
	case tagMain:
		in |= insideMain
	case tagUl, tagOl, tagDl:
		in |= insideList
	case tagBlockquote:
		in |= insideQuote
	case tagTable:
		if s.data[i] {
			in |= insideTable
		}
	}
	return in
}

// countRows counts, for each container, how many of the same element and class
// follow each other beside it: the cards of a list of teasers are many.
func (s *selection) countRows() {
	p := s.p
	s.last, s.leader = sized(s.last, len(p.nodes)), sized(s.leader, len(p.nodes))
	for i := int32(1); i < int32(len(p.nodes)); i++ {
		n := &p.nodes[i]
		before := s.last[n.parent] // 0 is the root, which is nobody's child
		s.last[n.parent] = i
		s.leader[i] = i
		if before != 0 && p.nodes[before].tag == n.tag && p.nodes[before].kind == n.kind {
			s.leader[i] = s.leader[before]
		}
		s.shapes[s.leader[i]].rows++
	}
	for i := int32(1); i < int32(len(p.nodes)); i++ {
		s.shapes[i].rows = s.shapes[s.leader[i]].rows
	}
}

// kinSlots is the size of the table of kinds of container; kinds that fall
// together are taken for one.
const kinSlots = 1024

// countKin sums up running text by the kind of container that holds it, its
// element and class and those of its parent: an article's paragraphs are alike.
func (s *selection) countKin() {
	p := s.p
	s.kin, s.kinProse = sized(s.kin, len(p.nodes)), sized(s.kinProse, kinSlots)
	for i := range p.nodes {
		n := &p.nodes[i]
		h := uint32(n.tag)*31 + n.kind
		if n.parent > 0 {
			up := &p.nodes[n.parent]
			h = h*31 + uint32(up.tag)*17 + up.kind>>3
		}
		s.kin[i] = uint16((h >> 7) % kinSlots)
	}
	for i := range p.leaves {
		s.kinProse[s.kin[p.leaves[i].node]] += s.measures[i].prose
	}
	s.anchor = none
	if s.firstProse < int32(len(p.leaves)) && s.firstProse >= 0 && s.measures[s.firstProse].prose > 0 {
		s.anchor = s.firstProse
	}
}

// findLead finds the first running text below the headline, and the smallest
// container that holds both.
func (s *selection) findLead() {
	p := s.p
	s.lead, s.headed = none, 0
	if s.headline == none {
		return
	}
	for i := s.headline + 1; i < int32(len(p.leaves)); i++ {
		if s.measures[i].prose > 0 && s.why[p.leaves[i].node] == 0 && !s.bylines[i] {
			s.lead = i
			break
		}
	}
	if s.lead == none {
		return
	}
	s.headed = p.leaves[s.headline].node
	for s.headed > 0 && !p.within(p.leaves[s.lead].node, s.headed) {
		s.headed = p.nodes[s.headed].parent
	}
}

// textHash hashes a text, eight bytes at a time; ASCII letters in either case
// are alike.
func textHash(b []byte) uint32 {
	const lower, odd = 0x2020202020202020, 0x9e3779b97f4a7c15
	h := uint64(len(b)) * odd
	for ; len(b) >= 8; b = b[8:] {
		h = (h ^ (binary.LittleEndian.Uint64(b) | lower)) * odd
		h ^= h >> 29
	}
	for _, c := range b {
		h = (h ^ uint64(c|0x20)) * odd
	}
	return uint32(h>>32) | 1
}

// findAgain marks leaves whose text another leaf has, too.
func (s *selection) findAgain() {
	p := s.p
	need := 16
	for need < 2*len(p.leaves) {
		need *= 2
	}
	s.seen = sized(s.seen, need)
	mask := uint32(need - 1)
	for i := range p.leaves {
		l := &p.leaves[i]
		if l.flags != 0 || l.text.empty() {
			continue
		}
		h := textHash(p.textOf(l))
		k := (h >> 3) & mask
		for s.seen[k] != 0 && s.seen[k] != int32(i)+1 {
			if j := s.seen[k] - 1; l.text.len() == p.leaves[j].text.len() && textHash(p.textOf(&p.leaves[j])) == h {
				s.traits[i].flags |= traitAgain
				s.traits[j].flags |= traitAgain
				break
			}
			k = (k + 1) & mask
		}
		if s.seen[k] == 0 {
			s.seen[k] = int32(i) + 1
		}
	}
}
