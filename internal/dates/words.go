package dates

// This file takes the rows of languages.go and gives a table of words, looked
// up without regard to case and accents.

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// flags say what a word may be besides a month.
type flags uint32

const (
	noise      flags = 1 << iota // stands beside dates: "published", "updated"
	weekday                      //
	between                      // stands inside dates: "of", "de", "th"
	am                           //
	pm                           //
	halfFirst                    // am or pm that stands before the hour
	hourUnit                     // follows an hour or a time: "Uhr", "h", "時"
	minuteUnit                   // 分
	secondUnit                   // 秒
	yearUnit                     // 年
	monthUnit                    // 月
	dayUnit                      // 日
	era                          // value is its first year
	firstYear                    // 元: the year 1 of an era
	tee                          // the T of ISO 8601
	zoneName                     // value is the zone
	zoneVague                    // a zone's name that is more than one zone, or a careless one
	letterA                      // a, of "a. m."
	letterP                      // p, of "p. m."
	letterM                      // m, of "a. m."
	solarHijri                   // a month of Iran and Afghanistan
	buddhist                     // a month of Thailand
	yearWord                     // says that the number before it is a year: "gada"
	opens                        // the first word of a month's name of several
)

// A word is what the tables know of a word.
type word struct {
	flags flags
	value int16       // zoneName: minutes east of UTC; era: its first year
	month uint8       // 1 to 12, or 0
	other []langMonth // the months of languages that differ
}

// A langMonth is a month that a word names in one language.
type langMonth struct {
	lang  string
	month uint8
}

// monthIn returns the month that w names in a language, else in the first of
// the table where it is one, or 0.
func (w *word) monthIn(lang string) int {
	for _, o := range w.other {
		if o.lang == lang {
			return int(o.month)
		}
	}
	return int(w.month)
}

// table is every word of languages.go by its folded form. It is built at the
// first look and never changed.
var table = sync.OnceValue(func() map[string]*word {
	b := builder{}
	for _, l := range slices.Concat(languages, moreLanguages) {
		for i, month := range strings.Split(l.months, "|") {
			for _, w := range names(month) {
				b.month(w, l.code, uint8(i+1))
			}
		}
		b.flag(l.weekdays, weekday)
		b.flag(l.between, between)
		b.flag(l.lead, noise)
	}
	for _, c := range calendars {
		for i, month := range strings.Split(c.months, "|") {
			b.flag(month, c.flag)
			for _, w := range names(month) {
				b.month(w, "", uint8(i+1))
			}
		}
	}
	for _, c := range common {
		b.flag(c.words, c.flags)
	}
	for _, e := range eras {
		b.value(e.words, era, e.first)
	}
	for _, z := range zones {
		b.value(z.names, zoneName, int16(z.minutes))
	}
	return b
})

// A Role says what a word may be beside a date.
type Role uint8

// The roles: "published", "Montag", "am".
const (
	Lead Role = 1 << iota
	Weekday
	Particle
)

// Beside returns what a word may be beside a date in any language; 0 if nothing.
func Beside(word string) (r Role) {
	w, ok := lookup(word)
	if !ok {
		return 0
	}
	for _, c := range [...]struct {
		flag flags
		role Role
	}{{noise, Lead}, {weekday, Weekday}, {between, Particle}} {
		if w.flags&c.flag != 0 {
			r |= c.role
		}
	}
	return r
}

// names splits a row at spaces. An underscore is a space of the word.
func names(row string) []string { return strings.Fields(row) }

type builder map[string]*word

// at returns the entry of a word as written in a row.
func (b builder) at(w string) *word {
	key := fold(nil, strings.ReplaceAll(w, "_", " "))
	e := b[string(key)]
	if e == nil {
		e = &word{}
		b[string(key)] = e
	}
	return e
}

func (b builder) month(w, lang string, month uint8) {
	for i := range len(w) {
		if w[i] == '_' {
			b.at(w[:i]).flags |= opens
		}
	}
	e := b.at(w)
	if e.month == 0 {
		e.month = month
	}
	if e.month != month {
		e.other = append(e.other, langMonth{lang, month})
	}
}

func (b builder) flag(row string, f flags) {
	for _, w := range names(row) {
		b.at(w).flags |= f
	}
}

func (b builder) value(row string, f flags, v int16) {
	b.flag(row, f)
	for _, w := range names(row) {
		b.at(w).value = v
	}
}

// A startSet is a set of the first three letters of words: which of 32 values each
// byte's lower five bits are. Most words of running text begin as no word of
// the tables does, and are not looked up.
type startSet [1 << 15 / 64]uint64

// starts has those of table that begin with three letters of ASCII.
var starts = sync.OnceValue(func() *startSet {
	set := new(startSet)
	for w := range table() {
		if k, ok := startOf(w); ok {
			set[k/64] |= 1 << (k % 64)
		}
	}
	return set
})

// startOf returns the number of a word's start, if it has one: three letters.
func startOf(w string) (k uint, ok bool) {
	if len(w) < 3 || !isLetter(w[0]) || !isLetter(w[1]) || !isLetter(w[2]) {
		return 0, false
	}
	return uint(w[0]&31)<<10 | uint(w[1]&31)<<5 | uint(w[2]&31), true
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// lookup returns what the tables know of s.
func lookup(s string) (*word, bool) {
	if len(s) > maxWord {
		return nil, false
	}
	if k, ok := startOf(s); ok && starts()[k/64]&(1<<(k%64)) == 0 {
		return nil, false
	}
	var buf [2 * maxWord]byte // lower case may be longer
	w, ok := table()[string(fold(buf[:0], s))]
	return w, ok
}

// fold appends s to b in lower case and without accents.
func fold(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			b = append(b, byte(r))
		case unicode.IsMark(r) && !vowelMark(r):
		default:
			r = unicode.ToLower(r)
			if base, ok := bases()[r]; ok {
				r = base
			}
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// vowelMark reports whether a mark is a letter's vowel, as in the scripts of India
// and Thailand, and not its accent, as the dots below are there, too.
func vowelMark(r rune) bool {
	return r >= 0x0900 && r < 0x0e80 && r != 0x093c && r != 0x09bc
}

// bases maps letters to those that they are accented forms of.
var bases = sync.OnceValue(func() map[rune]rune {
	m := map[rune]rune{}
	for base, accented := range accents {
		for _, r := range accented {
			m[r] = base
		}
	}
	return m
})

// accents holds the letters that people also write without their marks.
var accents = map[rune]string{
	'a': "àáâãäåāăą", 'c': "çćč", 'd': "ďđ", 'e': "èéêëēėęě", 'g': "ğģ", 'i': "ìíîïīįı",
	'l': "ĺļľł", 'n': "ñńņň", 'o': "òóôõöøőō", 'r': "ŕř", 's': "śşšș", 't': "ťţț",
	'u': "ùúûüūůűų", 'y': "ýÿ", 'z': "źżž",
	'е': "ё", 'α': "ά", 'ε': "έ", 'η': "ή", 'ι': "ίϊΐ", 'ο': "ό", 'υ': "ύϋΰ", 'ω': "ώ",
	'ا': "أإآ", 'ي': "ی", 'ك': "ک", 'फ': "\u095e", 'য': "\u09df",
}
