package dates

// This file takes tokens beside a date and gives the time of day and offset
// that they spell.

// A clock is a time of day and the tokens tok[first:last] that spell it.
type clock struct {
	hour, minute, sec int
	seconds           bool // sec is known
	dotted            bool // only a dot says that this is a time: "9.30"
	zone              zone
	first, last       int
}

// set puts c on m.
func (c *clock) set(m *moment) {
	m.hour, m.minute, m.sec, m.zone, m.prec = c.hour, c.minute, c.sec, c.zone, byMinute
	if c.seconds {
		m.prec = bySecond
	}
}

// withClock adds the time of day after the date, else the one before it.
func (t *text) withClock(f found, before clock) found {
	if f.m.prec != byDay {
		return f
	}
	i := t.near(f.last)
	if c, ok := t.clock(i, t.has(i-1, tee) && t.tight(i)); ok {
		c.set(&f.m)
		f.last = c.last
		return f
	}
	if before.last > 0 && t.near(before.last) >= f.first {
		before.set(&f.m)
		f.first = before.first
	}
	return f
}

// maxNear is how many tokens may stand between a date and its time.
const maxNear = 6

// near returns the first token from i on that does not stand between a date
// and its time.
func (t *text) near(i int) int {
	for n := 0; n < maxNear && i < t.n; n++ {
		if t.tok[i].kind != punct && !t.has(i, between|weekday|tee|zoneName|zoneVague) || t.is(i, '+') {
			break
		}
		i++
	}
	return i
}

// clock reads a time of day at token i: "09:30", "9.30 Uhr", "9h30", "9 a.m.",
// "午後3時30分", and what belongs to it. afterT allows digits without a colon.
func (t *text) clock(i int, afterT bool) (clock, bool) {
	c := clock{first: i, zone: noZone}
	half := flags(0)
	if t.has(i, halfFirst) {
		half = t.half(i)
		i++
	}
	if !t.hourMinute(&c, &i, half != 0, afterT) {
		return c, false
	}
	if c.hour > 23 || c.minute > 59 || c.sec > 60 {
		return c, false
	}
	c.sec = min(c.sec, 59) // a leap second; no form has one
	if half == 0 {
		half = t.halfAfter(&i)
	}
	c.addHalf(half)
	c.last = i
	return c, t.offset(&c, afterT)
}

// hourMinute reads hours, minutes and seconds at token *i and moves *i past
// them. marked says that the text has told already that this is a time.
func (t *text) hourMinute(c *clock, i *int, marked, afterT bool) bool {
	var ok bool
	if afterT && t.basicTime(c, i) {
		return true
	}
	if c.hour, ok = t.num(*i, 1, 2); !ok {
		return false
	}
	j := *i + 1
	switch {
	case t.is(j, ':'), t.is(j, '.') && t.tight(j) && t.tight(j+1):
		if c.minute, ok = t.num(j+1, 2, 2); ok {
			c.dotted = t.is(j, '.') && !marked
			*i = j + 2
			ok = t.second(c, i, t.tok[j].val)
			c.dotted = c.dotted && !t.has(*i-1, hourUnit) // "9.30 Uhr"
			return ok
		}
		return false
	case t.has(j, hourUnit):
		*i = j + 1
		if t.is(*i, '.') && t.has(*i+2, minuteUnit) { // "9 ч. 30 мин."
			*i++
		}
		if c.minute, ok = t.num(*i, 1, 2); ok && !t.is(*i+1, ':') && !t.is(*i+1, '.') {
			*i++
			t.second(c, i, 0)
		} else {
			c.minute = 0
		}
		return true
	}
	*i = j
	return marked || t.half(j) != 0
}

// basicTime reads 0930 or 093000 (ISO 8601 basic format).
func (t *text) basicTime(c *clock, i *int) bool {
	if v, ok := t.num(*i, 4, 4); ok {
		c.hour, c.minute = v/100, v%100
	} else if v, ok := t.num(*i, 6, 6); ok {
		c.hour, c.minute, c.sec, c.seconds = v/10000, v/100%100, v%100, true
	} else {
		return false
	}
	*i++
	return true
}

// second reads seconds after minutes: ":00", "00秒", and a fraction, which is
// dropped. It reports whether the time ends well: "9.30.2026" does not.
func (t *text) second(c *clock, i *int, sep rune) bool {
	for t.has(*i, minuteUnit) {
		*i++
		sep = 0
	}
	j := *i
	if sep != 0 {
		if !t.is(j, sep) || !t.tight(j) || !t.tight(j+1) || t.tok[j+1].kind != number {
			t.skipHourUnit(i)
			return true
		}
		j++
	}
	v, ok := t.num(j, 1, 2)
	ok = ok && (sep != '.' || t.tok[j].digits == 2)
	if sep == 0 && !t.has(j+1, secondUnit) {
		return true
	}
	if !ok {
		return sep != '.'
	}
	c.sec, c.seconds, j = v, true, j+1
	if (t.is(j, '.') || t.is(j, ',') || t.is(j, ':')) && t.tight(j) && t.tight(j+1) && t.tok[j+1].kind == number {
		j += 2
	}
	if t.has(j, secondUnit) {
		j++
	}
	*i = j
	t.skipHourUnit(i)
	return true
}

// skipHourUnit moves past "Uhr" or "h" after a time.
func (t *text) skipHourUnit(i *int) {
	if t.has(*i, hourUnit) {
		*i++
	}
}

// half returns am, pm, or 0 for token i.
func (t *text) half(i int) flags {
	switch {
	case t.has(i, pm):
		return pm
	case t.has(i, am) && t.lang == "de" && !t.has(i, halfFirst):
		return 0 // "am" is "on the"
	case t.has(i, am):
		return am
	}
	// "a.m.", "p. m.": the letters are tokens of their own
	if (t.has(i, letterA) || t.has(i, letterP)) && t.is(i+1, '.') && t.has(i+2, letterM) {
		if t.has(i, letterA) {
			return am
		}
		return pm
	}
	return 0
}

// halfAfter reads am or pm after a time and moves *i past it.
func (t *text) halfAfter(i *int) flags {
	h := t.half(*i)
	switch {
	case h == 0:
	case t.has(*i, am|pm):
		*i++
	default:
		*i += 3
		if t.is(*i, '.') {
			*i++
		}
	}
	return h
}

// addHalf moves a time of the 12 h clock into its half of the day.
func (c *clock) addHalf(half flags) {
	switch {
	case half == pm && c.hour < 12:
		c.hour += 12
	case half == am && c.hour == 12:
		c.hour = 0
	}
}

// offset reads a zone after a time: a name of the table, a number, or both. It
// reports false if there is a number that is no offset.
func (t *text) offset(c *clock, afterT bool) bool {
	i := c.last
	if t.is(i, '(') && t.has(i+1, zoneName) {
		i++
	}
	if t.has(i, zoneVague) {
		c.last = i + 1
		return true
	}
	named := t.has(i, zoneName)
	if named {
		c.zone = zone(t.tok[i].word.value)
		i++
		c.last = i
	}
	plus, minus := t.is(i, '+'), t.is(i, '-')
	if !plus && !minus || !t.tight(i+1) || named && c.zone != zulu {
		return true
	}
	hours, minutes, last, ok := t.offsetNumber(i+1, named)
	if !ok || minus && !afterT && !named && !c.seconds && t.tok[i+1].digits != 4 {
		return true // a range: "09:30-10:30"
	}
	sign := byte('+')
	if minus {
		sign = '-'
	}
	z, ok := offset(sign, hours, minutes)
	if !ok {
		return false
	}
	c.zone, c.last = z, last
	if v, ok := t.num(last+1, 4, 4); ok && v == hours*100+minutes && t.is(last, t.tok[i].val) {
		c.last = last + 2 // as Go prints a time whose zone has no name
	}
	return true
}

// offsetNumber reads 01:00, 0100 or 01 at token i, or, after a zone's name, 1.
func (t *text) offsetNumber(i int, named bool) (hours, minutes, last int, ok bool) {
	if v, ok := t.num(i, 4, 4); ok {
		return v / 100, v % 100, i + 1, true
	}
	lo := 2
	if named {
		lo = 1
	}
	if hours, ok = t.num(i, lo, 2); !ok {
		return 0, 0, 0, false
	}
	if v, ok := t.num(i+2, 2, 2); ok && t.is(i+1, ':') && t.tight(i+2) {
		return hours, v, i + 3, true
	}
	return hours, 0, i + 1, true
}
