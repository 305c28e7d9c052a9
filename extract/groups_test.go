package extract

import (
	"strings"
	"testing"
)

// TestGroups holds what is found of like items: their number, and what they have
// in common.
func TestGroups(t *testing.T) {
	card := `<div class=card><h3><a href=/p>A lamp of brass</a></h3><p>$36</p></div>`
	post := `<li class=post><span class=author>Ann Poe</span><time datetime=2026-03-04>4 March</time><p>I have had the lamp for a year, and it still gives light.</p></li>`
	page := `<html><body><h1>Lamps</h1><div class=grid>` + strings.Repeat(card, 5) + `</div><ol>` + strings.Repeat(post, 4) + `</ol><p>One.</p><p>Two.</p></body></html>`
	p, s := selected(t, page, KeepMain)
	tests := []struct {
		text  string
		items int32
		with  []int
	}{
		{"A lamp of brass", 5, []int{itemLink, itemHeading, itemPrice}},
		{"$36", 5, []int{itemLink, itemHeading, itemPrice}},
		{"I have had the lamp for a year, and it still gives light.", 4, []int{itemDate, itemPerson}},
		{"Two.", 0, nil},
	}
	for _, tt := range tests {
		found := false
		for i := range p.leaves {
			if string(p.textOf(&p.leaves[i])) != tt.text {
				continue
			}
			found = true
			g := &s.groups[s.groupOf[p.leaves[i].node]]
			if g.items != tt.items {
				t.Errorf("%q: %d like items, want %d", tt.text, g.items, tt.items)
			}
			want := [itemBits]int32{}
			for _, bit := range tt.with {
				want[bit] = tt.items
			}
			if g.with != want {
				t.Errorf("%q: items have %v, want %v", tt.text, g.with, want)
			}
		}
		if !found {
			t.Errorf("%q is no leaf", tt.text)
		}
	}
}

// TestSumAlike holds that leaves in like places share their scores.
func TestSumAlike(t *testing.T) {
	p, s := selected(t, `<html><body><ul>`+strings.Repeat(`<li class=a><p>The lamp is made of brass and oak.</p></li>`, 3)+`</ul><p>Alone.</p></body></html>`, KeepMain)
	s.scores = sized(s.scores, len(p.leaves))
	s.scores[0], s.scores[1], s.scores[2] = 0.9, 0.6, 0.3
	s.sumAlike()
	r := row{v: make([]float32, maxColumns)}
	for i := range 3 {
		r.n = 0
		s.mainSecond(i, &r)
		for _, at := range []int{0, 3} {
			if d := r.v[at] - 0.6; d > 1e-6 || d < -1e-6 || r.v[at+1] != 0.9 {
				t.Errorf("leaf %d: mean %v and best %v of the like ones, want 0.6 and 0.9", i, r.v[at], r.v[at+1])
			}
		}
	}
}
