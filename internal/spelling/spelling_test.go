package spelling

import "testing"

func TestDistance(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"title", "title", 0}, {"", "abc", 3}, {"titel", "title", 2}, {"autors", "authors", 1}, {"links.url", "link.url", 1}, {"tags", "text", 3},
	} {
		if got := Distance(row.a, row.b); got != row.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", row.a, row.b, got, row.want)
		}
		if got := Distance(row.b, row.a); got != row.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", row.b, row.a, got, row.want)
		}
	}
}
