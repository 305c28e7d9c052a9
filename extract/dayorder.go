package extract

import (
	"strings"

	"pressclip/internal/dates"
)

// dayorder.go finds out how a page writes days in numbers: the page's language,
// text and address go in, the tag of the language in which its dates are read
// comes out. "03/04/2026" is March in America, and April where pages in English
// come from elsewhere, or are in other languages under a program's English frame.

// tongueSample is how much of an article's text is read to see that it is not in
// the English that its frame claims, in bytes.
const tongueSample = 600

// dayFirstTag is a tag of English that begins its dates with the day.
const dayFirstTag = "en-GB"

// dayFirstCountries are the domains of countries whose pages in English write the
// day first.
const dayFirstCountries = "uk ie au nz in za sg my ng ke gh pk lk bd hk mt zw ug tz eu de fr nl es it pt be at ch se no fi dk pl cz gr tr il ae"

// dateTongue returns the tag of the language in which the page's dates are read.
func (m *metadata) dateTongue(text string) string {
	_, claimed := m.find(fieldLanguage, tagged)
	if claimed != "" && claimed != "en" && claimed != "en-US" {
		return claimed
	}
	found := detectLanguage(sample(text, tongueSample))
	if found != "" && found != "en" {
		return found
	}
	host := m.host()
	country := host[strings.LastIndexByte(host, '.')+1:]
	switch m.shownOrder() {
	case -1:
		return dayFirstTag
	case 1:
		return "en-US"
	}
	if country != "" && hasWord(dayFirstCountries, country) {
		return dayFirstTag
	}
	return firstString(claimed, found)
}

// longNumericDate is the most bytes of a line that is looked at for the order of
// a date in it.
const longNumericDate = 60

// shownOrder returns -1 or 1 as the page's dates in numbers that can only be read
// one way begin with the day or the month; 0 if there are none, or both.
func (m *metadata) shownOrder() int {
	days, months := false, false
	for i := range m.p.leaves {
		l := &m.p.leaves[i]
		if l.flags != 0 || l.text.len() > longNumericDate {
			continue
		}
		first, second := slashedDate(m.p.textOf(l))
		days = days || first > 12 && second <= 12
		months = months || second > 12 && first <= 12
	}
	switch {
	case days && !months:
		return -1
	case months && !days:
		return 1
	}
	return 0
}

// slashedDate returns the first two numbers of the first "25/03/2026" in a text, or
// zeros.
func slashedDate(text []byte) (first, second int) {
	for i := 2; i < len(text)-4; i++ {
		if text[i-1] != '/' || !isDigit(text[i-2]) {
			continue
		}
		a, b, rest := twoDigitsBefore(text[:i-1]), 0, text[i:]
		for len(rest) > 0 && isDigit(rest[0]) && b < 100 {
			b, rest = b*10+int(rest[0]-'0'), rest[1:]
		}
		if a > 0 && b > 0 && a <= 31 && b <= 31 && len(rest) > 4 && rest[0] == '/' && isDigit(rest[1]) && isDigit(rest[4]) && (len(rest) == 5 || !isDigit(rest[5])) {
			return a, b
		}
	}
	return 0, 0
}

// twoDigitsBefore returns the number of one or two digits that a text ends with,
// or 0.
func twoDigitsBefore(text []byte) int {
	n, unit := 0, 1
	for i := len(text) - 1; i >= 0 && isDigit(text[i]); i-- {
		if unit > 10 {
			return 0
		}
		n += int(text[i]-'0') * unit
		unit *= 10
	}
	return n
}

// parseDate and findDate read dates as the page writes them.
func (m *metadata) parseDate(s string) (string, bool) { return dates.Parse(s, m.tongue) }

func (m *metadata) findDate(s string) (date string, start, end int, ok bool) {
	return dates.Find(s, m.tongue)
}
