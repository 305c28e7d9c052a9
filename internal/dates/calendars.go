package dates

// This file takes the numbers of a date in another calendar and gives the day in
// the Gregorian one. To add a calendar, add a row, a flag in words.go and its
// conversion.

import (
	"slices"
	"strings"
	"time"
)

// A calendar holds the names of its months and how its dates are reckoned.
type calendar struct {
	flag   flags  // what its months are marked with, or 0
	codes  string // the languages whose dates of numbers alone may be in it
	months string // as in language
	day    func(year, month, day int) (moment, bool)
}

// calendars are those in which newspapers and boards date their pages.
var calendars = []calendar{
	{
		solarHijri, "fa prs",
		"فروردین حمل|اردیبهشت ثور|خرداد جوزا|تیر سرطان|مرداد امرداد اسد|شهریور سنبله|مهر میزان|آبان عقرب|آذر قوس|دی جدی|بهمن دلو|اسفند حوت",
		solarHijriDay,
	},
	{
		buddhist, "th",
		"มกราคม ม.ค|กุมภาพันธ์ ก.พ|มีนาคม มี.ค|เมษายน เม.ย|พฤษภาคม พ.ค|มิถุนายน มิ.ย|กรกฎาคม ก.ค|สิงหาคม ส.ค|กันยายน ก.ย|ตุลาคม ต.ค|พฤศจิกายน พ.ย|ธันวาคม ธ.ค",
		buddhistDay,
	},
	{0, "zh", "", minguoDay}, // Taiwan's names of months are ours
}

// dated returns the day that year, month and day are, where token i is the month's
// name or any token of a date that is numbers alone.
func (t *text) dated(i, year, month, day int) moment {
	if year >= minYear && year <= maxYear && !t.has(i, solarHijri) {
		return ymd(year, month, day)
	}
	for k := range calendars {
		c := &calendars[k]
		if t.has(i, c.flag) || t.tok[i].kind == number && c.spoken(t.lang) {
			if m, ok := c.day(year, month, day); ok {
				return m
			}
		}
	}
	return ymd(year, month, day) // of no calendar: not valid
}

// otherCalendar reports whether numbers alone may be a date of another calendar
// in a language.
func otherCalendar(lang string) bool {
	lang = primary(lang)
	return slices.ContainsFunc(calendars, func(c calendar) bool { return c.spoken(lang) })
}

// spoken reports whether a calendar is used in a language.
func (c *calendar) spoken(lang string) bool {
	return lang != "" && strings.Contains(" "+c.codes+" ", " "+lang+" ")
}

// shortYear returns the year of two digits after a month's name at token i.
func (t *text) shortYear(i, y int) int {
	switch {
	case t.has(i, buddhist):
		return 2500 + y
	case t.has(i, solarHijri) && y < 50:
		return 1400 + y
	case t.has(i, solarHijri):
		return 1300 + y
	}
	return century(y)
}

// The years of the solar Hijri calendar whose leap years repeat every 33 years, as
// K. M. Borkowski has worked out ("The Persian calendar for 3000 years", 1996).
const (
	firstCycle = 1210
	lastCycle  = 1634
	leapsSoFar = 294 // leap years before firstCycle, less a constant
)

// solarHijriDay converts a date of Iran and Afghanistan: the first six months have
// 31 days, the others 30, the last one 29 but in leap years.
func solarHijriDay(year, month, day int) (moment, bool) {
	if year < firstCycle || year > lastCycle || month < 1 || month > 12 || day < 1 || day > 31 || month > 6 && day > 30 {
		return moment{}, false
	}
	past := (month-1)*30 + min(month-1, 6) + day - 1
	d := nowruz(year).AddDate(0, 0, past)
	return ymd(d.Year(), int(d.Month()), d.Day()), d.Before(nowruz(year + 1))
}

// nowruz returns the first day of a solar Hijri year.
func nowruz(year int) time.Time {
	n := year - firstCycle
	leaps := leapsSoFar + n/33*8 + (n%33+3)/4
	year += 621
	gregorian := year/4 - (year/100+1)*3/4 - 150
	return time.Date(year, time.March, 20+leaps-gregorian, 0, 0, 0, 0, time.UTC)
}

// buddhistDay converts a date of Thailand, whose years are 543 more.
func buddhistDay(year, month, day int) (moment, bool) {
	m := ymd(year-543, month, day)
	return m, m.valid()
}

// minguoBefore is the year before the year 1 of Taiwan.
const minguoBefore = 1911

// minguoDay converts a date of Taiwan.
func minguoDay(year, month, day int) (moment, bool) {
	m := ymd(year+minguoBefore, month, day)
	return m, year > 0 && year < 200 && m.valid()
}
