package quotes

// Text without capital letters in, the names in it out: for Chinese and
// Japanese, whose names stand between a surname or a border and an honorific,
// and for Arabic, where a name is known from the cues alone.

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A roll is the names of an article in a script without capitals, in order.
type roll struct {
	names   []rolled
	longest map[string]string // the beginning of a name, or in Arabic its last word -> the longest such name
	full    map[string]string // Arabic: name of one word -> what the text says before it
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
		q.name = f.names(l).fullest(c.speaker)
	default:
		q.name = c.speaker
	}
}

// names is the roll of the article, made when it is first asked for.
func (f *finder) names(l *language) *roll {
	if f.rolled != nil {
		return f.rolled
	}
	r := &roll{longest: map[string]string{}, full: map[string]string{}}
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
		for k < len(f.found) && f.found[k].para < i {
			k++
		}
		k = r.merge(from, f.found, k, i)
	}
	slices.SortStableFunc(r.names, func(a, b rolled) int { return cmp.Or(a.para-b.para, a.at-b.at) })
	r.names = slices.CompactFunc(r.names, func(a, b rolled) bool { return a.para == b.para && a.at == b.at })
	r.index(l)
	return r
}

// merge takes the names inside the quotations of paragraph para off the roll,
// from index from on, and adds those of their cues: the people of a quotation
// are not those who speak. The finds begin at k; it returns where they end.
func (r *roll) merge(from int, found []found, k, para int) int {
	scanned := r.names[from:]
	kept := scanned[:0]
	first := k
	for _, n := range scanned {
		for k < len(found) && found[k].para == para && found[k].close <= n.at {
			k++
		}
		if k == len(found) || found[k].para != para || n.at < found[k].open {
			kept = append(kept, n)
		}
	}
	r.names = r.names[:from+len(kept)]
	for k = first; k < len(found) && found[k].para == para; k++ {
		if c := &found[k].cue; c.named && c.side != inherited && c.para == para {
			r.names = append(r.names, rolled{para, c.at.Start, c.speaker})
		}
	}
	return k
}

// index enters the names under what they are asked for by.
func (r *roll) index(l *language) {
	for i := range r.names {
		name := r.names[i].name
		if l.arabic != nil {
			r.keep(lastWord(name), name)
			continue
		}
		for end := range name {
			if end > 0 {
				r.keep(name[:end], name)
			}
		}
	}
}

func (r *roll) keep(key, name string) {
	if len(r.longest[key]) < len(name) {
		r.longest[key] = name
	}
}

// nearest is the last name before offset at of paragraph para, in its fullest form.
func (r *roll) nearest(para, at int) string {
	i := sort.Search(len(r.names), func(i int) bool {
		n := &r.names[i]
		return n.para > para || n.para == para && n.at >= at
	}) - 1
	if i < 0 || r.names[i].para < para-nearPara {
		return ""
	}
	return r.fullest(r.names[i].name)
}

// fullest is the longest name on the roll that begins with name: a surname
// stands first in Chinese and Japanese.
func (r *roll) fullest(name string) string {
	if full := r.longest[name]; len(full) > len(name) {
		return full
	}
	return name
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
