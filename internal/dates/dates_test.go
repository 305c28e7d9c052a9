package dates

import (
	"slices"
	"strings"
	"testing"
	"testing/quick"
	"time"
	"unicode/utf8"
)

// parseCases are strings, the language of their page, and the date; "" where
// there is none to be believed.
var parseCases = []struct{ in, lang, want string }{
	// ISO 8601 and its relatives
	{"2026", "", "2026"},
	{"2026-03", "", "2026-03"},
	{"2026-03-04", "", "2026-03-04"},
	{" 2026-03-04T09:30 ", "", "2026-03-04T09:30"},
	{"2026-03-04T09:30:00", "", "2026-03-04T09:30:00"},
	{"2026-03-04T09:30:00Z", "", "2026-03-04T09:30:00Z"},
	{"2026-03-04T09:30:00+01:00", "", "2026-03-04T09:30:00+01:00"},
	{"2026-03-04T09:30:00.123456-0500", "", "2026-03-04T09:30:00-05:00"},
	{"2026-03-04T09:30:00-00:00", "", "2026-03-04T09:30:00-00:00"},
	{"2026-03-04 09:30:00", "", "2026-03-04T09:30:00"},
	{"2026-03-04 09:30:00 +0100", "", "2026-03-04T09:30:00+01:00"},
	{"2026-03-04 09:30:00+01", "", "2026-03-04T09:30:00+01:00"},
	{"2026-03-04T09:30+05:30[Asia/Kolkata]", "", "2026-03-04T09:30+05:30"},
	{"2026-03-04 09:30:00 UTC", "", "2026-03-04T09:30:00Z"},
	{"2026-03-04 09:30 CET", "", "2026-03-04T09:30+01:00"},
	{"2026-03-04 09:30 EST", "", "2026-03-04T09:30"},
	{"2026-03-04T23:59:60Z", "", "2026-03-04T23:59:59Z"},
	{"20260304", "", "2026-03-04"},
	{"20260304T093000Z", "", "2026-03-04T09:30:00Z"},
	{"20260304T0930+0100", "", "2026-03-04T09:30+01:00"},
	{"20260304093000", "", "2026-03-04T09:30:00"},
	{"2026-03-04T0930Z", "", "2026-03-04T09:30Z"},
	{"2026-3-4 9:05", "", "2026-03-04T09:05"},
	// Unix time
	{"1772616600", "", "2026-03-04T09:30:00Z"},
	{"1772616600123", "", "2026-03-04T09:30:00Z"},
	// RFC 822, 2822, 850, asctime, and others that programs write
	{"Wed, 04 Mar 2026 09:30:00 GMT", "", "2026-03-04T09:30:00Z"},
	{"Wed, 04 Mar 2026 09:30:00 +0100", "", "2026-03-04T09:30:00+01:00"},
	{"4 Mar 26 09:30 EDT", "", "2026-03-04T09:30-04:00"},
	{"Wednesday, 04-Mar-26 09:30:00 GMT", "", "2026-03-04T09:30:00Z"},
	{"Wed Mar  4 09:30:00 2026", "", "2026-03-04T09:30:00"},
	{"Wed Mar 04 09:30:00 +0000 2026", "", "2026-03-04T09:30:00+00:00"},
	{"Wed Mar  4 09:30:00 EST 2026", "", "2026-03-04T09:30:00"},
	{"Wed Mar 04 2026 09:30:00 GMT+0100 (Central European Standard Time)", "", "2026-03-04T09:30:00+01:00"},
	{"2026-Mar-04", "", "2026-03-04"},
	{"2026-03-04 09:30:00.5 +0100 +0100", "", "2026-03-04T09:30:00+01:00"},
	{"2026-03-04 09:30:00 +0000 UTC", "", "2026-03-04T09:30:00+00:00"},
	{"2026-03-04CET09:30:00+0100", "", "2026-03-04T09:30:00+01:00"},
	{"2026-03-04T09:30:5Z", "", "2026-03-04T09:30:05Z"},
	{"2026-03-04T09:30:00:684Z", "", "2026-03-04T09:30:00Z"},
	// other calendars
	{"دوشنبه ۲ تير ۱۳۹۹", "fa", "2020-06-22"},
	{"۱۴ خرداد ۱۴۰۳ ساعت ۱۲:۰۹", "fa", "2024-06-03T12:09"},
	{"2 تیر 1399 - 12:09:08 ب.ظ", "fa", "2020-06-22T12:09:08"},
	{"تاریخ انتشار: پنج\u200cشنبه ۱ فروردین ماه ۱۴۰۴", "fa", "2025-03-21"},
	{"۳۰ اسفند ۱۳۹۹", "fa", "2021-03-20"}, // a leap year
	{"۳۰ اسفند ۱۴۰۰", "fa", ""},
	{"۳۱ مهر ۱۴۰۰", "fa", ""},
	{"1399/04/02", "fa", "2020-06-22"},
	{"1399-04-02", "fa-IR", "2020-06-22"},
	{"2020-06-22", "fa", "2020-06-22"},
	{"1399/04/02", "en", ""},
	{"۲ تیر ۹۹", "fa", "2020-06-22"},
	{"خرداد ۱۴۰۳", "fa", ""}, // parts of two months
	{"۴ مارس ۲۰۲۶", "fa", "2026-03-04"},
	{"۱۴ جوزا ۱۴۰۳", "prs", "2024-06-03"},
	{"12 มิถุนายน 2567", "th", "2024-06-12"},
	{"วันพุธที่ 12 มิถุนายน พ.ศ. 2567", "th", ""}, // no spaces: another word
	{"12 มิถุนายน พ.ศ. 2567", "th", "2024-06-12"},
	{"12 มิ.ย. 2567", "th", "2024-06-12"},
	{"12 ม.ค. 67, 14:30 น.", "th", "2024-01-12T14:30"},
	{"12 มี.ค. 2024", "th", "2024-03-12"},
	{"๑๒ มิถุนายน ๒๕๖๗", "th", "2024-06-12"},
	{"12/06/2567", "th", "2024-06-12"},
	{"2567-06-12", "th-TH", "2024-06-12"},
	{"12/06/2567", "de", ""},
	{"มิถุนายน 2567", "th", "2024-06"},
	{"民國113年3月4日", "zh", "2024-03-04"},
	{"中華民國 113 年 3 月 4 日", "zh-TW", "2024-03-04"},
	{"113/03/04", "zh-TW", "2024-03-04"},
	{"113-03-04", "zh-Hant", "2024-03-04"},
	{"113/03/04", "en", ""},
	{"令和6年3月4日", "ja", "2024-03-04"},
	{"令和元年5月1日", "ja", "2019-05-01"},
	// numbers
	{"04.03.2026", "en", "2026-03-04"},
	{"4/3/2026", "de", "2026-03-04"},
	{"4/3/2026", "", "2026-03-04"},
	{"4/3/2026", "en", "2026-04-03"},
	{"4/3/2026", "en-US", "2026-04-03"},
	{"4/3/2026", "en-GB", "2026-03-04"},
	{"3/14/2026", "de", "2026-03-14"},
	{"14/3/2026", "en", "2026-03-14"},
	{"4/3/26", "fr", "2026-03-04"},
	{"04. 03. 2026", "cs", "2026-03-04"},
	{"2026/3/4", "", "2026-03-04"},
	{"2026. 3. 4. 오후 3:30", "ko", "2026-03-04T15:30"},
	{"03/2026", "", "2026-03"},
	{"04.03.2026 | 09:30 Uhr", "de", "2026-03-04T09:30"},
	{"04.03.2026, 9.30 Uhr", "de", "2026-03-04T09:30"},
	{"04/03/2026 às 09h30", "pt", "2026-03-04T09:30"},
	{"4.3.2026 klo 9.30", "fi", "2026-03-04T09:30"},
	// East Asia
	{"2026年3月4日", "ja", "2026-03-04"},
	{"2026年3月4日(水) 9時30分", "ja", "2026-03-04T09:30"},
	{"2026年3月4日午後3時", "ja", "2026-03-04T15:00"},
	{"公開日:2026年3月4日 09:30", "ja", "2026-03-04T09:30"},
	{"令和8年3月4日", "ja", "2026-03-04"},
	{"令和元年5月1日", "ja", "2019-05-01"},
	{"2026年3月4日", "ja", "2026-03-04"},
	{"2026年3月4日 星期三 下午3:30", "zh", "2026-03-04T15:30"},
	{"发布时间:2026-03-04 09:30:15", "zh", "2026-03-04T09:30:15"},
	{"2026年3月", "zh", "2026-03"},
	{"2026년 3월 4일", "ko", "2026-03-04"},
	{"입력 2026년 3월 4일 수요일 오전 9시 30분", "ko", "2026-03-04T09:30"},
	// words
	{"March 4, 2026", "en", "2026-03-04"},
	{"March 4th, 2026 at 9:30 p.m.", "en", "2026-03-04T21:30"},
	{"Published on Wednesday, 4 March 2026, 12:30 am", "en", "2026-03-04T00:30"},
	{"9:30 PM ET, Wed March 4, 2026", "en", "2026-03-04T21:30"},
	{"Updated: Mar. 4, 2026 9am", "en", "2026-03-04T09:00"},
	{"4TH OF MARCH 2026", "en", "2026-03-04"},
	{"March 2026", "en", "2026-03"},
	{"Stand: 4. März 2026, 09:30 Uhr", "de", "2026-03-04T09:30"},
	{"Mittwoch, 4. Maerz 2026", "de", "2026-03-04"},
	{"am 4. Jänner 2026 um 9 Uhr", "de", "2026-01-04T09:00"},
	{"le 4 mars 2026 à 9h30", "fr", "2026-03-04T09:30"},
	{"mar. 3 mars 2026", "fr", "2026-03-03"},
	{"Publié le 1er août 2026 à 09:30", "fr", "2026-08-01T09:30"},
	{"1 fevr. 2026", "fr", "2026-02-01"},
	{"4 de marzo de 2026", "es", "2026-03-04"},
	{"mar, 3 mar 2026 9:30 p. m.", "es", "2026-03-03T21:30"},
	{"1º de maio de 2026", "pt", "2026-05-01"},
	{"4 marzo 2026 alle 09:30", "it", "2026-03-04T09:30"},
	{"4 maart 2026 om 09.30 u.", "nl", "2026-03-04T09:30"},
	{"4 marca 2026 r., godz. 9:30", "pl", "2026-03-04T09:30"},
	{"4 listopada 2026", "pl", "2026-11-04"},
	{"4 listopada 2026", "hr", "2026-10-04"},
	{"4 listopada 2026", "", "2026-11-04"},
	{"4. března 2026 v 9:30", "cs", "2026-03-04T09:30"},
	{"den 4 mars 2026 kl. 09.30", "sv", "2026-03-04T09:30"},
	{"4. marts 2026 kl. 9.30", "da", "2026-03-04T09:30"},
	{"4. mai 2026", "no", "2026-05-04"},
	{"4. maaliskuuta 2026 klo 9.30", "fi", "2026-03-04T09:30"},
	{"4 марта 2026 г.", "ru", "2026-03-04"},
	{"4 марта 2026 г., 9:30 МСК", "ru", "2026-03-04T09:30+03:00"},
	{"4 березня 2026 року о 09:30", "uk", "2026-03-04T09:30"},
	{"4 Mart 2026 Çarşamba, 09:30", "tr", "2026-03-04T09:30"},
	{"4 KASIM 2026", "tr", "2026-11-04"},
	{"4 martie 2026", "ro", "2026-03-04"},
	{"2026. március 4. 09:30", "hu", "2026-03-04T09:30"},
	{"4 Maret 2026 pukul 09.30", "id", "2026-03-04T09:30"},
	{"4. juni/lipanj 2026", "sh", "2026-06-04"},
	{"4 نيسان/أبريل 2026", "ar", "2026-04-04"},
	{"4 Μαρτίου 2026", "el", "2026-03-04"},
	{"4 مارس 2026", "ar", "2026-03-04"},
	{"٤ مارس ٢٠٢٦", "ar", "2026-03-04"},
	{"الأربعاء 4 كانون الثاني 2026، 3:30 م", "ar", "2026-01-04T15:30"},
	// refused
	{"", "", ""},
	{"{{date}}", "", ""},
	{"{{ 4 March 2026 }}", "", ""},
	{"0000-00-00 00:00:00", "", ""},
	{"0001-01-01T00:00:00Z", "", ""},
	{"1970-01-01T00:00:00Z", "", ""},
	{"0", "", ""},
	{"2026-02-30", "", ""},
	{"2026-13-01", "", ""},
	{"2026-03-04T25:30", "", ""},
	{"2026-03-04T09:30+99:00", "", ""},
	{"31 April 2026", "en", ""},
	{"1899-12-31", "", ""},
	{"2101-01-01", "", ""},
	{"1.2.2026.4", "", ""},
	{"10.1.2.3", "", ""},
	{"2 hours ago", "en", ""},
	{"Chapter 4 March 2026", "en", ""},
	{"3-5 March 2026 2025", "en", ""},
	{"2026-W10-3", "", ""},
	{"2026-03-04/2026-03-05", "", ""},
	{"2026-03-04-05", "", ""},
	{"2026-03-04-05:00x", "", ""},
	{"2026-03-04T09:30:00 Europe/", "", ""},
	{"4/3 2026", "en", ""},
	{"04-03-26", "en", ""},
	{"2026 4 March 2025", "en", ""},
	{"3月 2026年", "zh", ""},
	{"4 March", "en", ""},
	{"may", "en", ""},
}

func TestParse(t *testing.T) {
	for _, c := range parseCases {
		got, ok := Parse(c.in, c.lang)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Parse(%q, %q) = %q, %v; want %q", c.in, c.lang, got, ok, c.want)
		}
	}
}

func TestFind(t *testing.T) {
	tests := []struct{ in, lang, want, span string }{
		{"Posted by: Ann Lee November 6, 2014 in Food", "en", "2014-11-06", "November 6, 2014"},
		{"By Ann Lee | 4 March 2026 at 9:30 am | 3 min read", "en", "2026-03-04T09:30", "4 March 2026 at 9:30 am"},
		{"09:30, 4 марта 2026 — Москва", "ru", "2026-03-04T09:30", "09:30, 4 марта 2026"},
		{"Von Max Muster am 4. März 2026 um 9:30 Uhr", "de", "2026-03-04T09:30", "4. März 2026 um 9:30 Uhr"},
		{"um 9:30 am 4. März 2026", "de", "2026-03-04T09:30", "9:30 am 4. März 2026"},
		{"記者 2026年3月4日 9時30分 東京", "ja", "2026-03-04T09:30", "2026年3月4日 9時30分"},
		{"Published 4 March 2026, updated 10:15", "en", "2026-03-04", "4 March 2026"},
		{"31 February 2026, then 1 March 2026", "en", "2026-03-01", "1 March 2026"},
		{"2026-03-04T09:30:00+01:00 by cron", "", "2026-03-04T09:30:00+01:00", "2026-03-04T09:30:00+01:00"},
		{"Open 4 March 2026 09:30-10:30", "en", "2026-03-04T09:30", "4 March 2026 09:30"},
		{"3 min readMarch 4, 2026", "en", "2026-03-04", "March 4, 2026"},
		{"Ann LeeMittwoch, 4. März 2026", "de", "2026-03-04", "4. März 2026"},
		{"MacMarch4, 2026", "en", "2026-03-04", "March4, 2026"},
		{"version 1.2.2026.4", "", "", ""},
		{"in March 2026", "en", "", ""},
		{"call 20260304", "", "", ""},
		{"score 4/3/26", "", "", ""},
		{strings.Repeat("word ", 60) + "4 March 2026", "en", "", ""},
	}
	for _, c := range tests {
		got, start, end, ok := Find(c.in, c.lang)
		if got != c.want || ok != (c.want != "") || c.in[start:end] != c.span {
			t.Errorf("Find(%q) = %q, %q, %v; want %q, %q", c.in, got, c.in[start:end], ok, c.want, c.span)
		}
	}
}

func TestFromPath(t *testing.T) {
	tests := []struct{ in, want string }{
		{"/2026/03/04/grid/", "2026-03-04"},
		{"https://example.org/news/2026/3/4/grid?x=/2020/01/01/", "2026-03-04"},
		{"/2026/mar/04/grid", "2026-03-04"},
		{"/2026/March/4/grid", "2026-03-04"},
		{"/n1/2026/0304/c1001-40000000.html", "2026-03-04"},
		{"/blog/2026-03-04-grid", "2026-03-04"},
		{"/blog/grid-2026-03-04.html", "2026-03-04"},
		{"/blog/2026_03_04.html", "2026-03-04"},
		{"/a/20260304/grid", "2026-03-04"},
		{"/2026/03/grid", "2026-03"},
		{"/2026/03/10-things", "2026-03"},
		{"/local/2026-03/04/c_1125.htm", "2026-03-04"},
		{"/a/grid-20260304.html", "2026-03-04"},
		{"/a/20260304-grid.html", "2026-03-04"},
		{"/a/grid-20261304.html", ""},
		{"/a/grid-120260304.html", ""},
		{"/2026/", ""},
		{"/2026/grid", ""},
		{"/2026/1234/x", ""},
		{"/2026/3/x", ""},
		{"/2026/02/30/x", ""},
		{"/a/20261345/x", ""},
		{"/a/202603041", ""},
		{"/a/2026030412", ""},
		{"/a/12026-03-04-x", ""},
		{"/1066/10/14/hastings", ""},
		{"/a/2026-03-045", ""},
		{"", ""},
	}
	for _, c := range tests {
		if got, ok := FromPath(c.in); got != c.want || ok != (c.want != "") {
			t.Errorf("FromPath(%q) = %q, %v; want %q", c.in, got, ok, c.want)
		}
	}
}

func TestCompare(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"2026", "2026-03-04", 0},
		{"2025", "2026-03-04", -1},
		{"2026-03-05", "2026-03-04T23:00", 1},
		{"2026-03-04T09:30", "2026-03-04T09:30:59", 0},
		{"2026-03-04T09:30:00+01:00", "2026-03-04T08:30:00Z", 0},
		{"2026-03-04T23:30:00-05:00", "2026-03-05T04:31:00Z", -1},
		{"2026-03-04T09:30:00+01:00", "2026-03-04T09:30:00", 0},
		{"2026-03-05T00:30:00+01:00", "2026-03-05", 0},
		{"soon", "2026", 0},
		{"2026", "", 0},
	}
	for _, c := range tests {
		if got := Compare(c.a, c.b); got != c.want {
			t.Errorf("Compare(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := Compare(c.b, c.a); got != -c.want {
			t.Errorf("Compare(%q, %q) = %d, want %d", c.b, c.a, got, -c.want)
		}
		if got := Before(c.a, c.b); got != (c.want < 0) {
			t.Errorf("Before(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// Each language that has months must read all its forms in both orders.
func TestSameMinute(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2026-01-04T02:30:00Z", "2026-01-03T21:30:10-05:00", true},
		{"2026-01-04T02:30:00Z", "2026-01-03T21:30:00-04:00", false},
		{"2026-01-04T02:30:00Z", "2026-01-03T21:30", true},
		{"2026-01-04T02:30", "2026-01-04T08:15", true},
		{"2026-01-04T02:30", "2026-01-03T21:29", false},
		{"2026-01-04T02:30", "2026-01-02T21:30", false},
		{"2026-01-04T02:30:00Z", "2026-01-04", false},
		{"", "2026-01-04T02:30", false},
	} {
		if got := SameMinute(c.a, c.b); got != c.want {
			t.Errorf("SameMinute(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestEveryMonthOfEveryLanguage(t *testing.T) {
	for _, l := range slices.Concat(languages, moreLanguages) {
		if l.months == "" {
			continue
		}
		months := strings.Split(l.months, "|")
		if len(months) != 12 {
			t.Errorf("%s has %d months", l.code, len(months))
			continue
		}
		for i, forms := range months {
			want := string(two([]byte("2026-"), i+1)) + "-04"
			for _, w := range names(forms) {
				in := "4 " + strings.ReplaceAll(w, "_", " ") + " 2026"
				if got, _ := Parse(in, l.code); got != want {
					t.Errorf("Parse(%q, %q) = %q, want %q", in, l.code, got, want)
				}
			}
		}
	}
}

// layouts are the forms of a date.
var layouts = []string{"2006", "2006-01", "2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", time.RFC3339}

// checkForm fails t if d is not in one of the forms, or on no calendar.
func checkForm(t *testing.T, in, d string) {
	t.Helper()
	for _, l := range layouts {
		if got, err := time.Parse(l, d); err == nil && got.Year() >= minYear && got.Year() <= maxYear {
			return
		}
	}
	t.Errorf("%q gave %q, which is no date", in, d)
}

func TestWrittenDatesAreReadBack(t *testing.T) {
	formats := []string{
		time.RFC3339, time.RFC1123Z, time.ANSIC, "2 January 2006 15:04:05", "January 2, 2006, 3:04:05 PM",
		"2006/01/02 15:04:05", "02.01.2006 15:04:05", "2006年1月2日 15:04:05", "20060102150405",
	}
	law := func(n uint32) bool {
		at := time.Unix(int64(n%4e9)+86400, 0).UTC()
		for _, f := range formats {
			got, ok := Parse(at.Format(f), "en")
			if !ok || !strings.HasPrefix(got, at.Format("2006-01-02T15:04:05")) {
				t.Logf("%q gave %q", at.Format(f), got)
				return false
			}
		}
		return true
	}
	if err := quick.Check(law, nil); err != nil {
		t.Error(err)
	}
}

func FuzzParse(f *testing.F) {
	for _, c := range parseCases {
		f.Add(c.in, c.lang)
	}
	f.Fuzz(func(t *testing.T, s, lang string) {
		if d, ok := Parse(s, lang); ok {
			checkForm(t, s, d)
			if again, ok := Parse(d, lang); !ok || again != d {
				t.Errorf("Parse(%q) = %q, then %q", s, d, again)
			}
			if Compare(d, d) != 0 {
				t.Errorf("%q is not with itself", d)
			}
		} else if d != "" {
			t.Errorf("%q beside false", d)
		}
		d, start, end, ok := Find(s, lang)
		if ok {
			checkForm(t, s, d)
			if start < 0 || end <= start || end > len(s) || len(d) < len("2026-03-04") {
				t.Errorf("Find(%q) = %q, %d, %d", s, d, start, end)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[start:end]) {
				t.Errorf("Find(%q) cuts a character", s)
			}
		}
		if d, ok := FromPath(s); ok {
			checkForm(t, s, d)
		}
	})
}

// The table must not depend on the order in which languages are looked for,
// but for the months that are known to differ.
func TestAmbiguousMonths(t *testing.T) {
	var got []string
	for w, e := range table() {
		if len(e.other) > 0 {
			got = append(got, w)
		}
	}
	slices.Sort(got)
	if want := []string{"lip", "lis", "listopad", "listopada", "srp"}; !slices.Equal(got, want) {
		t.Errorf("months that differ between languages: %q, want %q", got, want)
	}
}

func TestAllocations(t *testing.T) {
	for _, in := range []string{"2026-03-04T09:30:00+01:00", "2026-03-04T09:30:00.000Z", "Stand: 4. März 2026, 09:30 Uhr"} {
		got := testing.AllocsPerRun(100, func() { Parse(in, "de") })
		if got > 1 {
			t.Errorf("Parse(%q) allocates %v times", in, got)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	for _, in := range []string{
		"2026-03-04T09:30:00+01:00", "2026-03-04 09:30:00.000 +0100", "Wed, 04 Mar 2026 09:30:00 GMT",
		"March 4, 2026", "Stand: 4. März 2026, 09:30 Uhr", "2026年3月4日(水) 9時30分",
	} {
		b.Run(in, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Parse(in, "en")
			}
		})
	}
}

func BenchmarkFind(b *testing.B) {
	in := strings.Repeat("nothing to see here, 12 of 20 items. ", 5) + "4 March 2026"
	b.ReportAllocs()
	for b.Loop() {
		Find(in, "en")
	}
}

func BenchmarkFromPath(b *testing.B) {
	for b.Loop() {
		FromPath("/news/2026/03/04/who-pays-for-the-new-grid/")
	}
}

// The days of the solar Hijri calendar follow each other, and its years begin on
// the days on which Iran has begun them.
func TestSolarHijriYears(t *testing.T) {
	day := nowruz(1300)
	for year := 1300; year < 1450; year++ {
		for month := 1; month <= 12; month++ {
			for d := 1; d <= 31; d++ {
				m, ok := solarHijriDay(year, month, d)
				if !ok {
					continue
				}
				if !m.date().Equal(day) {
					t.Fatalf("%d-%d-%d is %s, want %s", year, month, d, m.date(), day)
				}
				day = day.AddDate(0, 0, 1)
			}
		}
	}
	for year, want := range map[int]string{1300: "1921-03-21", 1357: "1978-03-21", 1375: "1996-03-20", 1399: "2020-03-20", 1400: "2021-03-21", 1403: "2024-03-20", 1404: "2025-03-21", 1408: "2029-03-20"} {
		if got := nowruz(year).Format("2006-01-02"); got != want {
			t.Errorf("the year %d begins on %s, want %s", year, got, want)
		}
	}
}

func TestBeside(t *testing.T) {
	for w, want := range map[string]Role{"Veröffentlicht": Lead, "PUBLIÉ": Lead, "Dienstag": Weekday, "am": Particle, "den": Particle, "su": Weekday, "Lindvall": 0, "May": 0, "": 0} {
		if got := Beside(w); got != want {
			t.Errorf("Beside(%q) = %d, want %d", w, got, want)
		}
	}
}
