package extract

import (
	"strings"
	"unicode"

	"pressclip/internal/dates"
)

// datednames.go takes a name with the date that stands behind it in a byline, and
// gives the name.

// longLead is the least bytes of a word between a name and its date that is taken
// for none of the name: "published", "Montag". Post, Di and Son are names.
const longLead = len("stand")

// cutDate cuts a date off and the words that lead from a name to it: "Ann Lee Posted
// on", "Anna Lindvall Dienstag, den". A text of nothing else names nobody.
func cutDate(text string) string {
	if strings.IndexFunc(text, unicode.IsDigit) < 0 {
		return text
	}
	_, start, _, ok := dates.Find(text, "")
	if !ok {
		if len(text) < longDateLabel+longDateAlone && isDay(text, "") {
			return "" // of a year of two digits
		}
		return text
	}
	text = text[:start]
	if onlyLeads(text) {
		return ""
	}
	return cutLead(text)
}

// cutLead cuts words off the end that lead from a name to a date.
func cutLead(text string) string {
	rest, leads := text, false
	for {
		rest = strings.TrimRight(rest, leadMarks)
		at := strings.LastIndexByte(rest, ' ') + 1
		w := rest[at:]
		role := dates.Beside(w)
		before := strings.TrimSpace(rest[:at])
		long := len(w) >= longLead || (leads || role&dates.Weekday != 0) && strings.Contains(before, " ")
		switch {
		case at > 0 && role&(dates.Lead|dates.Weekday) != 0 && long:
			text, leads = rest[:at], true
		case at > 0 && role&dates.Particle != 0 && len(w) > 1 && w == strings.ToLower(w):
		default:
			return text
		}
		rest = rest[:at]
	}
}

// onlyLeads reports whether all words of a text are such as lead to dates.
func onlyLeads(text string) bool {
	for w := range strings.FieldsSeq(text) {
		if w = strings.Trim(w, leadMarks); w != "" && dates.Beside(w) == 0 {
			return false
		}
	}
	return true
}

// leadMarks stand between the words that lead to a date.
const leadMarks = " \u00a0,.:;|·•–—-(/：，、（"
