package quotes

// Text without capital letters in, the names in it out: for Chinese and
// Japanese, whose names stand between a surname or a border and an honorific,
// and for Arabic, where a name is known from the cues alone.

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A roll is the names of an article in a script without capitals, in order.
type roll struct {
	names []rolled
	full  map[string]string // Arabic: name of one word -> the fullest
}

// A rolled is a name and where it stands.
type rolled struct {
	para, at int
	name     string
}

// Bounds of a name, in characters, and of the distance at which a pronoun or
// a verb without a subject finds its name, in paragraphs.
const (
	maxCJKName  = 8
	nearPara    = 2
	maxSearches = 16 // names of one word that are looked up in the text
)

// resolveRoll fills the names of the finds of a language without capitals.
func (f *finder) resolveRoll(q *found, l *language) {
	c := &q.cue
	switch {
	case c.speaker == "" && !c.dropped:
	case c.speaker == "":
		if name := f.names(l).nearest(q.para, q.open); name != "" {
			q.name, c.speaker = name, name
		}
	case c.pronoun:
		q.name = c.speaker
		if name := f.names(l).nearest(max(c.para, 0), c.at.Start); name != "" {
			q.name = name
		}
	case c.named && l.arabic != nil:
		q.name = f.names(l).arabicFull(f, c)
	case c.named:
		q.name = f.names(l).fullest(c.speaker, q.para)
	default:
		q.name = c.speaker
	}
}

// names is the roll of the article, made when it is first asked for.
func (f *finder) names(l *language) *roll {
	if f.rolled != nil {
		return f.rolled
	}
	r := &roll{full: map[string]string{}}
	f.rolled = r
	k := 0
	for i := range f.paras {
		if f.paras[i].Kind == QuoteBlock {
			continue
		}
		from := len(r.names)
		if w := l.cjk; w != nil {
			w.scan(r, i, f.paras[i].Text)
		}
		for ; k < len(f.found) && f.found[k].para <= i; k++ {
			q := &f.found[k]
			if q.para != i {
				continue
			}
			r.drop(from, q)
			if q.cue.named && q.cue.side != inherited && q.cue.para == i {
				r.insert(from, rolled{i, q.cue.at.Start, q.cue.speaker})
			}
		}
	}
	return r
}

// drop takes the names inside a quotation off the roll, from index from on:
// its people are not those who speak.
func (r *roll) drop(from int, q *found) {
	kept := r.names[:from]
	for _, n := range r.names[from:] {
		if n.at < q.open || n.at >= q.close {
			kept = append(kept, n)
		}
	}
	r.names = kept
}

// insert puts a name in its place among those from index from on.
func (r *roll) insert(from int, n rolled) {
	at := len(r.names)
	for at > from && r.names[at-1].at > n.at {
		at--
	}
	if at > from && r.names[at-1].at == n.at {
		return
	}
	r.names = append(r.names, rolled{})
	copy(r.names[at+1:], r.names[at:])
	r.names[at] = n
}

// nearest is the last name before offset at of paragraph para, in its fullest form.
func (r *roll) nearest(para, at int) string {
	for i := len(r.names) - 1; i >= 0; i-- {
		n := &r.names[i]
		if n.para < para-nearPara {
			break
		}
		if n.para < para || n.para == para && n.at < at {
			return r.fullest(n.name, para)
		}
	}
	return ""
}

// fullest is the longest name on the roll, up to paragraph para, that begins
// with name: a surname stands first in Chinese and Japanese.
func (r *roll) fullest(name string, para int) string {
	best := name
	for i := range r.names {
		n := &r.names[i]
		if n.para > para {
			break
		}
		if len(n.name) > len(best) && strings.HasPrefix(n.name, name) {
			best = n.name
		}
	}
	return best
}

// scan puts the names of a paragraph on the roll.
func (w *cjkLists) scan(r *roll, para int, text string) {
	if w.surnames == "" {
		w.scanHonorifics(r, para, text)
		return
	}
	border := true
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		if border && c >= 0x3400 && strings.ContainsRune(w.surnames, c) {
			if end := w.nameEnd(text, i+n); end > 0 {
				r.names = append(r.names, rolled{para, i, text[i:end]})
				i, border = end, false
				continue
			}
		}
		i += n
		border = !han(c) || strings.ContainsRune(w.borders, c) || w.endsRole(text[:i])
	}
}

// endsRole reports whether a role noun ends s: what follows may be a name.
func (w *cjkLists) endsRole(s string) bool {
	if s == "" || !w.roleEnds[s[len(s)-1]] {
		return false
	}
	for _, r := range w.roles {
		if strings.HasSuffix(s, r) {
			return true
		}
	}
	return false
}

// nameEnd returns the end of a given name of one or two characters at offset i
// of text that a border follows; 0 if there is none.
func (w *cjkLists) nameEnd(text string, i int) int {
	for n := 0; n < 3; n++ {
		c, size := utf8.DecodeRuneInString(text[i:])
		if n > 0 && (size == 0 || !han(c) || strings.ContainsRune(w.afters, c)) {
			return i
		}
		if !han(c) {
			return 0
		}
		i += size
	}
	return 0
}

// scanHonorifics puts what stands before an honorific or a title on the roll.
func (w *cjkLists) scanHonorifics(r *roll, para int, text string) {
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		h := 0
		if w.honorFirst[byte(c)] {
			h = w.honorificAt(text[i:])
		}
		if h == 0 {
			i += n
			continue
		}
		if start := nameStart(text, i); start < i {
			r.names = append(r.names, rolled{para, start, text[start:i]})
		}
		i += h
	}
}

// honorificAt returns the length of the honorific that s begins with.
func (w *cjkLists) honorificAt(s string) int {
	for _, h := range w.honorary {
		if strings.HasPrefix(s, h) {
			return len(h)
		}
	}
	return 0
}

// nameStart returns where the name that ends at offset end of text begins: a
// run of ideographs and katakana of two characters at least.
func nameStart(text string, end int) int {
	start, count := end, 0
	for start > 0 && count <= maxCJKName {
		c, n := utf8.DecodeLastRuneInString(text[:start])
		if !han(c) && !unicode.Is(unicode.Katakana, c) && c != 'ー' && c != '・' && c != '々' && c != 'ヶ' {
			break
		}
		start, count = start-n, count+1
	}
	if count < 2 || count > maxCJKName {
		return end
	}
	return start
}

// han reports a common ideograph.
func han(r rune) bool { return r >= 0x3400 && r < 0xA000 }
