package extract

import "testing"

func TestCutDate(t *testing.T) {
	for in, want := range map[string]string{
		"Ann Lee":                          "Ann Lee",
		"Ann Lee Posted: February 7, 2026": "Ann Lee ",
		"Anna Lindvall Last updated on February 7, 2026":  "Anna Lindvall ",
		"Anna Lindvall Veröffentlicht am 7. Februar 2026": "Anna Lindvall ",
		"Anna Lindvall Dienstag, den 7. Februar 2026":     "Anna Lindvall ",
		"Anne Lindvall Publié le 7 février 2026":          "Anne Lindvall ",
		"Анна Линдваль Опубликовано: 7 февраля 2026":      "Анна Линдваль ",
		"Anna Lindvall Mon, Feb 7 2026":                   "Anna Lindvall ",
		"Emily Post, February 7, 2026":                    "Emily Post, ",
		"Emily Sun, February 7, 2026":                     "Emily Sun, ",
		"Li Na February 7, 2026":                          "Li Na ",
		"Posted: February 7, 2026":                        "",
		"Release date: 7 February 2026":                   "",
		"Last updated on February 7, 2026":                "",
		"Publié le 7 février 2026":                        "",
		"Dienstag, den 7. Februar 2026":                   "",
		"Stand: 07.02.26":                                 "",
		"投稿日：2026年2月7日":                                   "",
		"":                                                "",
	} {
		if got := cutDate(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
