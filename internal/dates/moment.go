package dates

// This file takes the numbers of a date apart from their writing: a moment is
// checked against the calendar here and written in its one form.

import (
	"cmp"
	"time"
)

// A precision is the smallest part of a moment that is known.
type precision uint8

const (
	byYear precision = iota
	byMonth
	byDay
	byMinute
	bySecond
)

// A zone is minutes east of UTC, or one of the values below.
type zone int16

const (
	noZone   zone = 1 << 14    // the text gives none
	zulu     zone = noZone + 1 // Z, UTC, GMT
	minusNil zone = noZone + 2 // -00:00: UTC, local offset unknown (RFC 3339, 4.3)
)

// A moment is a date and perhaps a time of day, as far as prec says.
type moment struct {
	year, month, day  int
	hour, minute, sec int
	prec              precision
	zone              zone
}

// ymd returns a moment of day precision.
func ymd(year, month, day int) moment {
	return moment{year: year, month: month, day: day, prec: byDay, zone: noZone}
}

// valid reports whether m is on the calendar and in the years that are
// believed. The first day of 1970 is no date: it is an empty field of a
// database.
func (m moment) valid() bool {
	if m.year < minYear || m.year > maxYear {
		return false
	}
	if m.prec >= byMonth && (m.month < 1 || m.month > 12) {
		return false
	}
	if m.prec >= byDay && (m.day < 1 || m.day > daysIn(m.year, m.month)) {
		return false
	}
	if m.prec >= byDay && m.year == 1970 && m.month == 1 && m.day == 1 {
		return false
	}
	return m.prec < byMinute || m.hour >= 0 && m.hour < 24 && m.minute >= 0 && m.minute < 60 && m.sec >= 0 && m.sec < 60
}

// daysIn returns how many days a month has. month is 1 to 12.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// result returns m as a date if it is valid. If s is that date already, s is
// returned and nothing is allocated.
func (m moment) result(s string) (string, bool) {
	if !m.valid() {
		return "", false
	}
	var buf [25]byte
	b := m.append(buf[:0])
	if string(b) == s {
		return s, true
	}
	return string(b), true
}

// append writes m in its form.
func (m moment) append(b []byte) []byte {
	b = two(two(b, m.year/100), m.year%100)
	if m.prec >= byMonth {
		b = two(append(b, '-'), m.month)
	}
	if m.prec >= byDay {
		b = two(append(b, '-'), m.day)
	}
	if m.prec < byMinute {
		return b
	}
	b = two(append(b, 'T'), m.hour)
	b = two(append(b, ':'), m.minute)
	if m.prec == bySecond {
		b = two(append(b, ':'), m.sec)
	}
	return m.zone.append(b)
}

// append writes z as RFC 3339 does.
func (z zone) append(b []byte) []byte {
	sign, minutes := byte('+'), int(z)
	switch {
	case z == noZone:
		return b
	case z == zulu:
		return append(b, 'Z')
	case z == minusNil:
		return append(b, "-00:00"...)
	case z < 0:
		sign, minutes = '-', -minutes
	}
	b = two(append(b, sign), minutes/60)
	return two(append(b, ':'), minutes%60)
}

// offset returns the zone of a sign, hours and minutes, and whether there is
// such an offset: those in use go from -12:00 to +14:00.
func offset(sign byte, hours, minutes int) (zone, bool) {
	if hours > 14 || minutes > 59 {
		return noZone, false
	}
	z := zone(hours*60 + minutes)
	if sign != '-' {
		return z, true
	}
	if z == 0 {
		return minusNil, true
	}
	return -z, true
}

// two appends n as two digits. n is 0 to 99.
func two(b []byte, n int) []byte {
	return append(b, byte('0'+n/10), byte('0'+n%10))
}

// utc returns the same instant at offset zero. m must have a zone.
func (m moment) utc() moment {
	if m.prec < byMinute || m.zone > noZone || m.zone == 0 {
		return m
	}
	t := time.Date(m.year, time.Month(m.month), m.day, m.hour, m.minute-int(m.zone), m.sec, 0, time.UTC)
	m.year, m.month, m.day = t.Year(), int(t.Month()), t.Day()
	m.hour, m.minute = t.Hour(), t.Minute()
	return m
}

// compare compares the parts of m and o that precision p has.
func (m moment) compare(o moment, p precision) int {
	parts := [...]struct {
		p    precision
		a, b int
	}{
		{byYear, m.year, o.year}, {byMonth, m.month, o.month}, {byDay, m.day, o.day},
		{byMinute, m.hour, o.hour}, {byMinute, m.minute, o.minute}, {bySecond, m.sec, o.sec},
	}
	for _, part := range parts {
		if part.p > p {
			break
		}
		if c := cmp.Compare(part.a, part.b); c != 0 {
			return c
		}
	}
	return 0
}

// date returns m's day, at midnight UTC.
func (m moment) date() time.Time {
	return time.Date(m.year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)
}

// clock returns m's minute as a clock shows it, whatever its zone.
func (m moment) clock() time.Time {
	return time.Date(m.year, time.Month(m.month), m.day, m.hour, m.minute, 0, 0, time.UTC)
}
