package quotes

// A name in the genitive in, as "according to" takes it in Slavic languages, its
// nominative out.

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// An ending is a row: the end of a word in the genitive, its end in the
// nominative.
type ending struct{ genitive, nominative string }

// Russian surnames tell the gender, and with it the ending of the given name.
// Longer endings stand first.
var (
	russianSurnames = []struct {
		ending
		gender gender
	}{
		{ending{"овой", "ова"}, female}, {ending{"евой", "ева"}, female}, {ending{"ёвой", "ёва"}, female}, {ending{"иной", "ина"}, female},
		{ending{"ыной", "ына"}, female}, {ending{"ской", "ская"}, female}, {ending{"цкой", "цкая"}, female},
		{ending{"ского", "ский"}, male}, {ending{"цкого", "цкий"}, male}, {ending{"ова", "ов"}, male}, {ending{"ева", "ев"}, male},
		{ending{"ёва", "ёв"}, male}, {ending{"ина", "ин"}, male}, {ending{"ына", "ын"}, male},
	}
	russianGiven = map[gender][]ending{
		female: {{"ги", "га"}, {"ки", "ка"}, {"хи", "ха"}, {"жи", "жа"}, {"ши", "ша"}, {"ови", "овь"}, {"ии", "ия"}, {"и", "я"}, {"ы", "а"}},
		male:   {{"Павла", "Павел"}, {"Петра", "Пётр"}, {"Льва", "Лев"}, {"ея", "ей"}, {"ия", "ий"}, {"ая", "ай"}, {"ря", "рь"}, {"а", ""}},
	}
)

// nominative returns a name that "according to" has put into the genitive as it
// stands elsewhere in the article, or as the endings tell.
func (r *register) nominative(name string) string {
	if known, ok := r.cases[name]; ok || len(r.cases) == maxSearches {
		return cmp.Or(known, name)
	}
	r.cases[name] = r.findNominative(name)
	return r.cases[name]
}

func (r *register) findNominative(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.text != name && sameStems(words, m.text) {
			return m.text
		}
	}
	if r.l.tag != russian.tag {
		return name
	}
	last := len(words) - 1
	for _, s := range russianSurnames {
		stem, ok := strings.CutSuffix(words[last], s.genitive)
		if !ok {
			continue
		}
		words[last] = stem + s.nominative
		for i := range words[:last] {
			words[i] = replaceEnd(words[i], russianGiven[s.gender])
		}
		return strings.Join(words, " ")
	}
	return name
}

func replaceEnd(w string, rows []ending) string {
	for _, e := range rows {
		if stem, ok := strings.CutSuffix(w, e.genitive); ok {
			return stem + e.nominative
		}
	}
	return w
}

// sameStems reports whether the words of a name differ from those given in
// their last three letters at most.
func sameStems(words []string, name string) bool {
	for i, w := range words {
		var v string
		v, name, _ = strings.Cut(name, " ")
		n := 0
		for n < len(v) && n < len(w) && v[n] == w[n] {
			n++
		}
		n = runeStart(w, n)
		if v == "" || utf8.RuneCountInString(w[:n]) < 2 || utf8.RuneCountInString(w[n:]) > 3 || utf8.RuneCountInString(v[runeStart(v, n):]) > 3 {
			return false
		}
		if i == len(words)-1 {
			return name == ""
		}
	}
	return false
}
