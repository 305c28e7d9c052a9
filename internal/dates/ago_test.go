package dates

import (
	"testing"
	"time"
)

func TestAgo(t *testing.T) {
	now := time.Date(2026, 3, 4, 1, 30, 0, 0, time.FixedZone("", 3600))
	for _, c := range []struct{ in, want string }{
		{"3 hours ago", "2026-03-03"},
		{"an hour ago", "2026-03-04"},
		{"Updated 5 mins ago", "2026-03-04"},
		{"2d ago", "2026-03-02"},
		{"vor 2 Tagen", "2026-03-02"},
		{"vor einer Stunde", "2026-03-04"},
		{"il y a 3 heures", "2026-03-03"},
		{"hace 10 días", "2026-02-22"},
		{"há 2 horas", "2026-03-03"},
		{"2 ore fa", "2026-03-03"},
		{"3 uur geleden", "2026-03-03"},
		{"5 часов назад", "2026-03-03"},
		{"2 dni temu", "2026-03-02"},
		{"3小时前", "2026-03-03"},
		{"5分前", "2026-03-04"},
		{"3시간 전", "2026-03-03"},
		{"منذ 3 ساعات", "2026-03-03"},
		{"yesterday", "2026-03-03"},
		{"heute, 9:30", "2026-03-04"},
		{"2 weeks ago", ""},
		{"3 years ago", ""},
		{"3 hours of sun", ""},
		{"401 days ago", ""},
		{"20260304 hours ago", ""},
		{"", ""},
	} {
		if got, ok := Ago(c.in, now); got != c.want || ok != (c.want != "") {
			t.Errorf("Ago(%q) = %q, %v, want %q", c.in, got, ok, c.want)
		}
	}
}
