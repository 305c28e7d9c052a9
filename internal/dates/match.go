package dates

// This file takes tokens and gives the first date among them: one function for
// each order of day, month and year.

// A found is a moment and the tokens tok[first:last] that spell it.
type found struct {
	m           moment
	first, last int
}

// patterns are tried in order at each token. Each gives the moment and the
// token after it.
var patterns = []func(*text, int) (moment, int, bool){
	(*text).numeric,
	(*text).slashedDay,
	(*text).counted,
	(*text).dayMonthYear,
	(*text).monthDayYear,
	(*text).yearMonthDay,
	(*text).yearDayMonth,
	(*text).unitMonthDay,
	(*text).dayUnitMonth,
}

// coarse patterns give less than a day. They count only if nothing finer is in
// the text, and the text is thought to be a date.
var coarse = []func(*text, int) (moment, int, bool){
	(*text).countedMonth,
	(*text).monthYear,
	(*text).numericMonth,
	(*text).eightDigits,
}

// find returns the first date.
func (t *text) find() (found, bool) {
	var before clock // the last time of day that ended before token i
	for i := 0; i < t.n; i++ {
		if k := t.tok[i].kind; k == unknown || k == punct {
			continue // no date or time begins here
		}
		if m, last, ok := t.match(patterns, i); ok {
			return t.withClock(found{m, i, last}, before), true
		}
		if c, ok := t.clock(i, false); ok && !c.dotted {
			before = c
			i = c.last - 1
		}
	}
	for i := 0; t.strict && i < t.n; i++ {
		if m, last, ok := t.match(coarse, i); ok {
			f := found{m, i, last}
			if m.prec == byDay {
				f = t.withClock(f, clock{})
			}
			return f, true
		}
	}
	return found{}, false
}

func (t *text) match(list []func(*text, int) (moment, int, bool), i int) (moment, int, bool) {
	for _, p := range list {
		if m, last, ok := p(t, i); ok && m.valid() {
			return m, last, true
		}
	}
	return moment{}, 0, false
}

// numeric reads 2026-03-04, 04.03.2026, 4/3/2026, and, if the text is thought
// to be a date, 4/3/26. More numbers in the same row are an address or a
// version.
func (t *text) numeric(i int) (moment, int, bool) {
	a, okA := t.num(i, 1, 4)
	b, okB := t.num(i+2, 1, 2)
	c, okC := t.num(i+4, 1, 4)
	if !okA || !okB || !okC {
		return moment{}, 0, false
	}
	sep := t.tok[i+1].val
	if sep != '-' && sep != '.' && sep != '/' || !t.is(i+1, sep) || !t.is(i+3, sep) {
		return moment{}, 0, false
	}
	if t.numberBefore(i, sep) || t.is(i+5, sep) && t.tight(i+5) && t.tight(i+6) && t.tok[i+6].kind == number {
		return moment{}, 0, false
	}
	da, dc := t.tok[i].digits, t.tok[i+4].digits
	switch {
	case da == 4 && dc <= 2, da == 3 && dc == 2 && sep != '.' && t.lang == "zh":
		return t.dated(i, a, b, c), i + 5, true
	case da <= 2 && dc == 4:
	case da == 2 && dc == 2 && t.strict && sep != '-' && yearFirst(t.lang):
		return t.dated(i, century(a), b, c), i + 5, true
	case da <= 2 && dc == 2 && t.strict && (sep != '-' || dayFirst(t.lang)):
		c = century(c)
	default:
		return moment{}, 0, false
	}
	if a <= 12 && (b > 12 || sep != '.' && monthFirst(t.tag, t.lang)) {
		a, b = b, a
	}
	return t.dated(i, c, b, a), i + 5, true
}

// slashedDay reads "4/3 2026" and "4/3-2026", as in Denmark, Norway and Sweden.
func (t *text) slashedDay(i int) (moment, int, bool) {
	if !t.is(i+1, '/') || !nordic(t.lang) {
		return moment{}, 0, false
	}
	day, okD := t.num(i, 1, 2)
	month, okM := t.num(i+2, 1, 2)
	j := i + 3
	if t.is(j, '-') {
		j++
	}
	year, ok := t.num(j, 4, 4)
	return ymd(year, month, day), j + 1, ok && okD && okM
}

func nordic(lang string) bool {
	switch lang {
	case "da", "no", "nb", "nn", "sv":
		return true
	}
	return false
}

// yearFirst and dayFirst report whether a language begins its short dates with the
// year ("26.03.04"), or, divided by hyphens too, with the day ("04-03-26").
func yearFirst(lang string) bool { return lang == "ko" || lang == "ja" || lang == "zh" }

func dayFirst(lang string) bool {
	switch lang {
	case "nl", "da", "es", "pt", "it", "fr", "de", "ru", "id", "tr":
		return true
	}
	return false
}

// numberBefore reports whether token i goes on a number that sep divides.
func (t *text) numberBefore(i int, sep rune) bool {
	return t.tight(i) && t.is(i-1, sep) && t.tight(i-1) && t.tok[i-2].kind == number
}

// counted reads 2026年3月4日 and 2026년 3월 4일, and years of Japanese eras.
func (t *text) counted(i int) (moment, int, bool) {
	m, j, ok := t.countedMonth(i)
	if !ok || !t.has(j+1, dayUnit) {
		return moment{}, 0, false
	}
	m.day, ok = t.num(j, 1, 2)
	m.prec = byDay
	return m, j + 2, ok
}

// countedMonth reads 2026年3月.
func (t *text) countedMonth(i int) (moment, int, bool) {
	year, ok := t.num(i, 4, 4)
	if !ok && t.lang == "zh" { // of Taiwan, without the name of its era
		year, ok = t.num(i, 3, 3)
		year += minguoBefore
	}
	if t.has(i, era) {
		first := int(t.tok[i].word.value)
		i++
		year, ok = t.num(i, 1, 3)
		if t.has(i, firstYear) {
			year, ok = 1, true
		}
		year += first - 1
	}
	month, okM := t.num(i+2, 1, 2)
	if !ok || !okM || !t.has(i+1, yearUnit) || !t.has(i+3, monthUnit) {
		return moment{}, 0, false
	}
	m := ymd(year, month, 0)
	m.prec = byMonth
	return m, i + 4, true
}

// dayMonthYear reads "4 March 2026", "1er mars 2026", "4 de marzo de 2026",
// "04-Mar-26".
func (t *text) dayMonthYear(i int) (moment, int, bool) {
	day, ok := t.num(i, 1, 2)
	if !ok {
		return moment{}, 0, false
	}
	j := t.gap(i + 1)
	month, name := t.month(j), j
	if month == 0 {
		return moment{}, 0, false
	}
	j = t.gap(j + 1)
	switch { // two names, where languages meet: "juni/lipanj"
	case t.month(j) == month:
		j = t.gap(j + 1)
	case t.is(j, '(') && t.month(j+1) == month && t.is(j+2, ')'):
		j = t.gap(j + 3)
	}
	year, ok := t.year(j, name)
	return t.dated(name, year, month, day), j + 1, ok
}

// monthDayYear reads "March 4th, 2026" and, as C's asctime writes,
// "Mar  4 09:30:00 2026", perhaps with a zone before the year.
func (t *text) monthDayYear(i int) (moment, int, bool) {
	month := t.month(i)
	if month == 0 {
		return moment{}, 0, false
	}
	j := t.gap(i + 1)
	day, ok := t.num(j, 1, 2)
	if !ok || t.is(j+1, ':') {
		return moment{}, 0, false
	}
	j = t.gap(j + 1)
	if year, ok := t.year(j, i); ok {
		return t.dated(i, year, month, day), j + 1, true
	}
	c, ok := t.clock(j, false)
	if !ok {
		return moment{}, 0, false
	}
	year, ok := t.num(c.last, 4, 4)
	m := ymd(year, month, day)
	c.set(&m)
	return m, c.last + 1, ok
}

// yearMonthDay reads "2026. március 4." and "2026-Mar-04".
func (t *text) yearMonthDay(i int) (moment, int, bool) {
	year, ok := t.num(i, 4, 4)
	if !ok {
		return moment{}, 0, false
	}
	j := t.gap(i + 1)
	month, name := t.month(j), j
	if month == 0 {
		return moment{}, 0, false
	}
	j = t.gap(j + 1)
	day, ok := t.num(j, 1, 2)
	return t.dated(name, year, month, day), j + 1, ok && !t.is(j+1, ':')
}

// yearDayMonth reads "2026. gada 4. marts": the year with a word that says so.
func (t *text) yearDayMonth(i int) (moment, int, bool) {
	year, ok := t.num(i, 4, 4)
	if !ok {
		return moment{}, 0, false
	}
	j := t.gap(i + 1)
	day, ok := t.num(j, 1, 2)
	if !ok || !t.has(j-1, yearWord) {
		return moment{}, 0, false
	}
	j = t.gap(j + 1)
	return t.dated(j, year, t.month(j), day), j + 1, t.month(j) > 0
}

// unitMonthDay reads "3月 4, 2026", as WordPress writes an American pattern in
// East Asia.
func (t *text) unitMonthDay(i int) (moment, int, bool) {
	if !t.has(i+1, monthUnit) {
		return moment{}, 0, false
	}
	month, okM := t.num(i, 1, 2)
	j := t.gap(i + 2)
	day, okD := t.num(j, 1, 2)
	if !okM || !okD || t.has(j+1, dayUnit) {
		return moment{}, 0, false
	}
	j = t.gap(j + 1)
	year, ok := t.num(j, 4, 4)
	return ymd(year, month, day), j + 1, ok
}

// dayUnitMonth reads "4 3月 2026", its European pattern.
func (t *text) dayUnitMonth(i int) (moment, int, bool) {
	month, ok := t.num(i+1, 1, 2)
	if !ok || !t.has(i+2, monthUnit) {
		return moment{}, 0, false
	}
	day, okD := t.num(i, 1, 2)
	j := t.gap(i + 3)
	year, okY := t.num(j, 4, 4)
	return ymd(year, month, day), j + 1, okD && okY && !t.has(j+1, yearUnit)
}

// monthYear reads "March 2026" and "marzo de 2026".
func (t *text) monthYear(i int) (moment, int, bool) {
	month := t.month(i)
	j := t.gap(i + 1)
	year, ok := t.num(j, 4, 4)
	if t.has(i, buddhist) && year > maxYear {
		year -= 543
	}
	m := ymd(year, month, 0)
	m.prec = byMonth
	return m, j + 1, ok && month > 0 && !t.has(i, solarHijri) // whose months begin in the middle of ours
}

// numericMonth reads 03/2026, 03.2026 and 2026/03.
func (t *text) numericMonth(i int) (moment, int, bool) {
	a, okA := t.num(i, 1, 4)
	b, okB := t.num(i+2, 1, 4)
	if !okA || !okB || !t.is(i+1, '/') && !t.is(i+1, '.') && !t.is(i+1, '-') {
		return moment{}, 0, false
	}
	da, db := t.tok[i].digits, t.tok[i+2].digits
	if da <= 2 && db == 4 {
		a, b = b, a
	} else if da != 4 || db > 2 {
		return moment{}, 0, false
	}
	m := ymd(a, b, 0)
	m.prec = byMonth
	return m, i + 3, true
}

// eightDigits reads 20260304, which a time may follow: "20260304T093000Z".
func (t *text) eightDigits(i int) (moment, int, bool) {
	n, ok := t.num(i, 8, 8)
	return ymd(n/10000, n/100%100, n%100), i + 1, ok
}

// month returns the month that token i names, or 0.
func (t *text) month(i int) int {
	if i >= t.n || t.tok[i].kind != known {
		return 0
	}
	return t.tok[i].word.monthIn(t.lang)
}

// year returns the year that token i is, after the month's name at token month. One
// of two digits is believed only in a text that is thought to be a date, and not
// where it begins a time.
func (t *text) year(i, month int) (int, bool) {
	if y, ok := t.num(i, 4, 4); ok {
		return y, true
	}
	y, ok := t.num(i, 2, 2)
	if !ok || !t.strict || t.is(i+1, ':') || t.has(i+1, am|pm|hourUnit) {
		return 0, false
	}
	return t.shortYear(month, y), true
}

// century returns the year of two digits: 1970 to 2069, as POSIX and most
// libraries have it (RFC 6265, 5.1.1).
func century(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}

// maxGap is how many tokens may stand between a day, a month and a year.
const maxGap = 3

// gap returns the first token from i on that is not a mark or a small word
// between the parts of a date.
func (t *text) gap(i int) int {
	for n := 0; n < maxGap && i < t.n; n++ {
		k := &t.tok[i]
		mark := k.kind == punct && (k.val == '.' || k.val == ',' || k.val == '-' || k.val == '/' || k.val == '\'' || k.val == '’' || k.val == 'º' || k.val == '°')
		if !mark && !t.has(i, between) {
			break
		}
		i++
	}
	return i
}

// monthFirst reports whether a language tag's numeric dates begin with the
// month. Without a region, English is thought to be American.
func monthFirst(tag, lang string) bool {
	if lang != "en" {
		return false
	}
	if len(tag) < 5 {
		return true
	}
	switch tag[len(tag)-2:] {
	case "US", "us", "CA", "ca", "PH", "ph":
		return true
	}
	return false
}
