package dates

// This file takes "three hours ago" and the time that it was read at, and gives
// the day.

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// A span holds how one language says that something was a while ago: words of
// which one must be there, and the beginnings of those for units.
type span struct {
	ago                string
	minute, hour, days string
}

// spans has a row for each language. The words are in lower case.
var spans = []span{
	{"ago", "min", "hour hr h", "day d"},
	{"vor", "min", "stunde std", "tag"},
	{"il_y_a", "min", "heure h", "jour"},
	{"hace", "min", "hora h", "día dia"},
	{"há atrás", "min", "hora h", "dia"},
	{"fa", "min", "ora ore", "giorn"},
	{"geleden", "min", "uur uren", "dag"},
	{"sedan", "min", "timm tim", "dag"},
	{"siden", "min", "time", "dag døgn"},
	{"temu", "min", "godz", "dzień dni"},
	{"před", "min", "hod", "dnem dny"},
	{"назад", "мин", "час", "день дня дней"},
	{"тому", "хв", "год", "день дні днів"},
	{"önce", "dakika dk", "saat", "gün"},
	{"sitten", "min", "tun", "päiv"},
	{"منذ قبل", "دقيق", "ساع", "يوم أيام"},
	{"ezelőtt perce órája napja", "perc", "ór", "nap"},
	{"acum urmă", "min", "ore oră ora", "zi zile"},
	{"prije pre", "min", "sat h", "dan"},
	{"пре преди", "мин", "сат час", "дан дни ден"},
	{"πριν", "λεπτ", "ώρ", "ημέρ μέρ"},
	{"לפני", "דק", "שע", "ימים יום"},
	{"پیش", "دقیق", "ساع", "روز"},
	{"पहले", "मिनट", "घंट", "दिन"},
	{"lalu", "menit minit", "jam", "hari"},
	{"trước", "phút", "giờ tiếng", "ngày"},
	{"ที่แล้ว ที่ผ่านมา", "นาที", "ชั่วโมง", "วัน"},
	{"前", "分", "小时 小時 時間", "天 日"},
	{"전", "분", "시간", "일"},
}

// yesterdays are whole words for the day before, and todays for the same day.
var (
	yesterdays = strings.Fields("yesterday gestern hier ayer ontem ieri gisteren igår wczoraj včera вчера вчора dün eilen أمس tegnap jučer juče χθες εχθές אתמול دیروز kemarin hôm_qua เมื่อวาน 昨天 昨日 어제")
	todays     = strings.Fields("today heute aujourd'hui hoy hoje oggi vandaag idag dzisiaj dziś dnes сегодня сьогодні bugün tänään اليوم astăzi danas днес σήμερα היום امروز hari_ini hôm_nay วันนี้ 今天 今日 오늘")
)

// maxAgo is the longest text that is looked at, in bytes, and farAgo the most
// units that are believed.
const (
	maxAgo = 60
	farAgo = 400
)

// Ago returns the day that a text tells relative to now, in now's time zone:
// "3 hours ago", "vor 2 Tagen", "yesterday". Weeks, months and years are too
// coarse to give a day.
func Ago(s string, now time.Time) (string, bool) {
	s = strings.Map(asciiDigit, strings.ToLower(strings.TrimSpace(s)))
	if s == "" || len(s) > maxAgo {
		return "", false
	}
	day := func(t time.Time) (string, bool) { return ymd(t.Year(), int(t.Month()), t.Day()).result("") }
	switch {
	case hasAny(s, yesterdays):
		return day(now.AddDate(0, 0, -1))
	case hasAny(s, todays):
		return day(now)
	}
	n, rest, ok := count(s)
	if !ok {
		return "", false
	}
	for _, l := range spans {
		if !hasAny(s, names(l.ago)) {
			continue
		}
		switch {
		case startsAny(rest, names(l.minute)):
			return day(now.Add(-time.Duration(n) * time.Minute))
		case startsAny(rest, names(l.hour)):
			return day(now.Add(-time.Duration(n) * time.Hour))
		case startsAny(rest, names(l.days)):
			return day(now.AddDate(0, 0, -n))
		}
	}
	return "", false
}

// asciiDigit returns the digit that r is in another script, else r.
func asciiDigit(r rune) rune {
	if d := digit(r); d >= 0 {
		return '0' + d
	}
	return r
}

// count returns the first number of a text, or 1 for "an", and what follows it.
func count(s string) (n int, rest string, ok bool) {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		for _, one := range [...]string{"an ", "a ", "einer ", "einem ", "une ", "un ", "una ", "uma ", "één ", "en "} {
			if at := strings.Index(s, one); at == 0 || at > 0 && s[at-1] == ' ' {
				return 1, s[at+len(one):], true
			}
		}
		return 0, "", false
	}
	end := i
	for end < len(s) && isDigit(s[end]) && end-i < 4 {
		n = n*10 + int(s[end]-'0')
		end++
	}
	if end < len(s) && isDigit(s[end]) || n > farAgo {
		return 0, "", false
	}
	return n, strings.TrimLeft(s[end:], " \u00a0"), true
}

// hasAny reports whether a text has one of the words; an underscore is a space.
// Words of writing without spaces stand anywhere.
func hasAny(s string, words []string) bool {
	for _, w := range words {
		w = strings.ReplaceAll(w, "_", " ")
		at := strings.Index(s, w)
		if at < 0 {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); r >= 0x2e80 || unicode.Is(unicode.Thai, r) {
			return true
		}
		end := at + len(w)
		if (at == 0 || s[at-1] == ' ' || s[at-1] == '.') && (end == len(s) || s[end] == ' ' || s[end] == ',' || s[end] == '.') {
			return true
		}
	}
	return false
}

func startsAny(s string, words []string) bool {
	for _, w := range words {
		if !strings.HasPrefix(s, w) {
			continue
		}
		if len(w) > 2 || len(s) == len(w) || s[len(w)] == ' ' || w[0] >= utf8.RuneSelf {
			return true // "h" and "d" are whole words
		}
	}
	return false
}
