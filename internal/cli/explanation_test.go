package cli

import (
	"slices"
	"testing"

	"pressclip/extract"
)

// Claims of one value are one row, with each reason once; what is taken is first.
func TestClaims(t *testing.T) {
	got := claims([]extract.Decision{
		{Value: "b", Reason: "line"}, {Value: "a", Reason: "meta"}, {Value: "a", Reason: "heading", Taken: true},
		{Value: "a", Reason: "meta"}, {Value: "b", Reason: "class"}, {Value: "a", Reason: "heading"}, {Value: "a", Reason: "title", Taken: true},
	})
	var rows []string
	for _, c := range got {
		rows = append(rows, c.value+": "+c.reason())
	}
	if want := []string{"a: heading, title; also meta", "b: line, class"}; !slices.Equal(rows, want) || !got[0].taken || got[1].taken {
		t.Errorf("got %q, want %q", rows, want)
	}
}

func TestSplit(t *testing.T) {
	for _, test := range []struct{ in, why, score, parts string }{
		{"its element says: a form", "its element says: a form", "", ""},
		{"outside; score 0.01: −a, −in <div>", "outside", "score 0.01", "−a, −in <div>"},
		{"", "", "", ""},
	} {
		if why, score, parts := split(test.in); why != test.why || score != test.score || parts != test.parts {
			t.Errorf("split(%q) = %q, %q, %q", test.in, why, score, parts)
		}
	}
}
