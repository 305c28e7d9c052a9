// Package dates reads dates as people and programs write them: a string goes
// in, a date whose length is its precision comes out.
//
//	dates.Parse("4 марта 2026 г., 9:30", "ru") // "2026-03-04T09:30", true
//	dates.Find("By Ann, November 6, 2014 in Food", "en")
//	dates.FromPath("/2026/03/04/grid/")
//
// The forms are those of W3C-DTF: "2026", "2026-03", "2026-03-04",
// "2026-03-04T09:30" and "2026-03-04T09:30:00", the last two with "Z" or an
// offset such as "+01:00" only if the input had one. Nothing is filled in.
//
// # How it works
//
// iso.go takes what programs write. The rest becomes tokens (token.go): numbers,
// and words that languages.go knows. match.go tries the orders of day, month
// and year at each token, clock.go the time of day beside it. Languages are
// rows in languages.go and languages_more.go; calendars.go has those of Iran, Thailand and Taiwan.
//
// # What it does not do
//
// It knows no clock: relative dates ("two hours ago") are refused but by Ago,
// which is told the time; dates in the future are not. Week dates and ordinal dates are refused.
package dates

import (
	"strings"
	"time"
)

// Years outside these are refused: they are defaults, typing errors or ids.
const (
	minYear = 1900
	maxYear = 2100
)

// maxText is how many bytes of a text are looked at.
const maxText = 200

// Parse returns the date that s holds, and whether it holds one and nothing
// else: words such as weekdays and "Published on" may stand beside it, other
// words and numbers may not. lang is a BCP 47 tag or empty; it decides what
// "4/3/2026" means, and which month an ambiguous word names.
func Parse(s, lang string) (string, bool) {
	s = strings.TrimSpace(s)
	if m, ok := parseISO(s); ok && (m.valid() || !otherCalendar(lang)) {
		return m.result(s)
	}
	if m, ok := parseDigits(s); ok {
		return m.result(s)
	}
	if len(s) > maxText {
		return "", false
	}
	t := texts.Get().(*text)
	defer t.release()
	t.tokenise(s, lang, true)
	f, ok := t.find()
	if !ok || !t.onlyNoise(0, f.first) || !t.onlyNoise(f.last, t.n) {
		return "", false
	}
	return f.m.result(s)
}

// Find returns the first date of at least day precision in the first 200 bytes
// of s, and the bytes s[start:end] that it was read from, its time included.
func Find(s, lang string) (date string, start, end int, ok bool) {
	if !mayHold(s) {
		return "", 0, 0, false
	}
	t := texts.Get().(*text)
	defer t.release()
	t.tokenise(head(s), lang, false)
	f, ok := t.find()
	if !ok {
		return "", 0, 0, false
	}
	date, ok = f.m.result("")
	if !ok {
		return "", 0, 0, false
	}
	return date, int(t.tok[f.first].start), int(t.tok[f.last-1].end), true
}

// mayHold reports whether the start of s has what each date of a day's
// precision has in running text: four digits for its year, digits of another
// script, or the character that follows a year of an era.
func mayHold(s string) bool {
	digits := 0
	for i := 0; i < len(s) && i < maxText; i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			continue
		case digits == len("2006") || c == 0xd9 || c == 0xdb || c == 0xe0: // Arabic, Persian and Thai digits
			return true
		case c >= 0xe3 && (strings.HasPrefix(s[i:], "年") || strings.HasPrefix(s[i:], "년") || isFullWidth(s[i:])):
			return true
		}
		digits = 0
	}
	return digits == len("2006")
}

// isFullWidth reports whether s begins with a full-width digit, U+FF10 to U+FF19.
func isFullWidth(s string) bool {
	return len(s) > 2 && s[0] == 0xef && s[1] == 0xbc && s[2] >= 0x90 && s[2] <= 0x99
}

// head cuts s to maxText bytes, at a space if there is one, so that no number
// is cut in two.
func head(s string) string {
	if len(s) <= maxText {
		return s
	}
	s = s[:maxText]
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		return s[:i]
	}
	return s
}

// Compare returns -1, 0 or 1 as a is before, with or after b. Dates of
// different precision are compared at the coarser one, so "2026-03" is with
// "2026-03-04"; times are compared as instants if both have an offset, else as
// clocks show them. What is no date of this package is with everything.
func Compare(a, b string) int {
	x, okX := parseISO(a)
	y, okY := parseISO(b)
	if !okX || !okY || !x.valid() || !y.valid() {
		return 0
	}
	if x.zone != noZone && y.zone != noZone {
		x, y = x.utc(), y.utc()
	}
	p := min(x.prec, y.prec)
	return x.compare(y, p)
}

// Before reports whether a is before b, as Compare sees it.
func Before(a, b string) bool { return Compare(a, b) < 0 }

// DaysBetween returns how many calendar days b is after a, as both are written,
// and whether both give a day.
func DaysBetween(a, b string) (int, bool) {
	x, okX := parseISO(a)
	y, okY := parseISO(b)
	if !okX || !okY || !x.valid() || !y.valid() || x.prec < byDay || y.prec < byDay {
		return 0, false
	}
	return int(y.date().Sub(x.date()) / (24 * time.Hour)), true
}

// SameMinute reports whether a and b may tell the same minute in two time
// zones: as instants if both have an offset, else if as clocks show them they
// differ by what zones differ by, whole quarters of an hour and at most 14
// hours.
func SameMinute(a, b string) bool {
	x, okX := parseISO(a)
	y, okY := parseISO(b)
	if !okX || !okY || !x.valid() || !y.valid() || x.prec < byMinute || y.prec < byMinute {
		return false
	}
	if x.zone != noZone && y.zone != noZone {
		return x.utc().compare(y.utc(), byMinute) == 0
	}
	apart := x.clock().Sub(y.clock()).Abs()
	return apart <= 14*time.Hour && apart%(15*time.Minute) == 0
}
