package dates

// This file takes what programs write (ISO 8601, RFC 3339, Unix time, digits
// without separators) and gives moments, without looking at words.

import (
	"strings"
	"time"
)

// parseISO reads an ISO 8601 calendar date in the extended form, with what is
// found in its place on the web: a space for the T, an offset without a colon
// or minutes, a zone's name in brackets. Fractions of seconds are dropped.
func parseISO(s string) (moment, bool) {
	m := moment{zone: noZone}
	var ok bool
	if m.year, ok = digits(s, 0, 4); !ok {
		return m, false
	}
	if len(s) == 4 {
		return m, true
	}
	if m.month, ok = digits(s, 5, 2); !ok || s[4] != '-' {
		return m, false
	}
	m.prec = byMonth
	if len(s) == 7 {
		return m, true
	}
	if m.day, ok = digits(s, 8, 2); !ok || s[7] != '-' {
		return m, false
	}
	m.prec = byDay
	if len(s) == 10 {
		return m, true
	}
	if len(s) == len("2026-03-04+01:00") && (s[10] == '+' || s[10] == '-') { // xsd:date has an offset; a day's is of no use
		z := m
		return m, z.parseOffset(s[10:])
	}
	if s[10] != 'T' && s[10] != 't' && s[10] != ' ' {
		return m, false
	}
	return m, m.parseTime(s[11:])
}

// parseTime reads "09:30", "09:30:00.123" and an offset into m.
func (m *moment) parseTime(s string) bool {
	var ok, ok2 bool
	m.hour, ok = digits(s, 0, 2)
	m.minute, ok2 = digits(s, 3, 2)
	if !ok || !ok2 || s[2] != ':' {
		return false
	}
	m.prec, s = byMinute, s[5:]
	if len(s) > 0 && s[0] == ':' {
		if m.sec, ok = digits(s, 1, 2); !ok {
			return false
		}
		m.prec, s = bySecond, s[3:]
		if m.sec == 60 {
			m.sec = 59 // a leap second; no form has one
		}
		s = dropFraction(s)
	}
	if len(s) > 1 && s[0] == ' ' {
		s = s[1:]
	}
	return m.parseOffset(s)
}

// dropFraction cuts ".123" or ",123" from the start of s.
func dropFraction(s string) string {
	if len(s) < 2 || s[0] != '.' && s[0] != ',' || !isDigit(s[1]) {
		return s
	}
	i := 1
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return s[i:]
}

// parseOffset reads "", "Z", "+01:00", "+0100" or "+01", and perhaps a zone's
// name in brackets after it, as Java writes.
func (m *moment) parseOffset(s string) bool {
	if n := len(s); n > 2 && s[n-1] == ']' {
		for i := 0; i < n && i < 8; i++ {
			if s[i] == '[' {
				s = s[:i]
				break
			}
		}
	}
	switch {
	case s == "":
		return true
	case s == "Z" || s == "z":
		m.zone = zulu
		return true
	case isZoneID(s):
		return true
	case s[0] != '+' && s[0] != '-':
		return false
	}
	hours, ok := digits(s, 1, 2)
	minutes := 0
	switch {
	case len(s) == 6 && s[3] == ':':
		var ok2 bool
		minutes, ok2 = digits(s, 4, 2)
		ok = ok && ok2
	case len(s) == 5:
		var ok2 bool
		minutes, ok2 = digits(s, 3, 2)
		ok = ok && ok2
	case len(s) != 3:
		return false
	}
	if !ok {
		return false
	}
	m.zone, ok = offset(s[0], hours, minutes)
	return ok
}

// isZoneID reports whether s is the name of a zone in the tz database that has
// the form "Area/Place". Its offset is not looked up: the time is kept as written.
func isZoneID(s string) bool {
	area, place, ok := strings.Cut(s, "/")
	return ok && area != "" && place != "" && isLetter(area[0]) && strings.Trim(s, zoneIDChars) == ""
}

const zoneIDChars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_/"

// parseDigits reads a string of digits alone: YYYYMMDD, YYYYMMDDhhmm,
// YYYYMMDDhhmmss, or Unix time in seconds (10 digits, so from 2001 on) or
// milliseconds (13).
func parseDigits(s string) (moment, bool) {
	if len(s) < 8 || len(s) > 14 {
		return moment{}, false
	}
	n := int64(0)
	for i := range len(s) {
		if !isDigit(s[i]) {
			return moment{}, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	switch len(s) {
	case 10:
		return unix(n)
	case 13:
		return unix(n / 1000)
	case 8, 12, 14:
		return compact(s), true
	}
	return moment{}, false
}

// unix returns the moment n seconds after the epoch, to the second, in UTC.
func unix(n int64) (moment, bool) {
	t := time.Unix(n, 0).UTC()
	m := ymd(t.Year(), int(t.Month()), t.Day())
	m.hour, m.minute, m.sec = t.Hour(), t.Minute(), t.Second()
	m.prec, m.zone = bySecond, zulu
	return m, n >= 1e9
}

// compact returns the moment of 8, 12 or 14 digits.
func compact(s string) moment {
	part := func(at, n int) int { v, _ := digits(s, at, n); return v }
	m := ymd(part(0, 4), part(4, 2), part(6, 2))
	if len(s) >= 12 {
		m.hour, m.minute, m.prec = part(8, 2), part(10, 2), byMinute
	}
	if len(s) == 14 {
		m.sec, m.prec = part(12, 2), bySecond
	}
	return m
}

// digits returns the number in s[at:at+n], and whether these are digits.
func digits(s string, at, n int) (int, bool) {
	if len(s) < at+n {
		return 0, false
	}
	v := 0
	for i := at; i < at+n; i++ {
		if !isDigit(s[i]) {
			return 0, false
		}
		v = v*10 + int(s[i]-'0')
	}
	return v, true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
