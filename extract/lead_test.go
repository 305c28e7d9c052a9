package extract

import (
	"strings"
	"testing"
)

const newsBeside = `<html><head><title>Otter stops the train - Tarn News</title></head><body>
<main><article><h1>Otter stops the train</h1><div class=x itemprop="articleBody"><p>An otter held up the train for twenty minutes on Monday by sleeping between the rails.</p></div></article></main>
<div class=y><h2>More news</h2>` + "%" + `</div></body></html>`

// TestLead holds what is found of a short article among the texts of others.
func TestLead(t *testing.T) {
	other := `<div class=z><h3><a href=/b>Shelter wins prize</a></h3><p>The shelter outside the hall, built by pupils, has won the county's prize for small structures this year.</p></div>`
	p, s := selected(t, strings.Replace(newsBeside, "%", strings.Repeat(other, 6), 1), KeepArticle)
	const lead = "An otter held up"
	if s.lead == none || !strings.HasPrefix(string(p.textOf(&p.leaves[s.lead])), lead) {
		t.Fatalf("the lead is leaf %d of %d", s.lead, len(p.leaves))
	}
	if tag := p.nodes[s.headed].tag; tag != tagArticle {
		t.Errorf("headline and lead are in <%s>", elements[tag].name)
	}
	if s.bodyEnd != s.lead+1 {
		t.Errorf("the marked body ends before leaf %d, the lead is %d", s.bodyEnd, s.lead)
	}
	for i := range p.leaves {
		in := s.inside[p.leaves[i].node]&insideBody != 0
		if want := int32(i) == s.lead; in != want {
			t.Errorf("leaf %d in the marked body: %v", i, in)
		}
	}
}

// TestNoLead holds that a page without a headline has no lead, and that a body
// marked empty is none.
func TestNoLead(t *testing.T) {
	_, s := selected(t, `<html><body><div itemprop=articleBody></div><p>The lamp is made of brass and of oak, and it is lit at night.</p></body></html>`, KeepArticle)
	if s.lead != none || s.headed != 0 {
		t.Errorf("lead %d in container %d", s.lead, s.headed)
	}
	if s.bodyEnd != 0 {
		t.Error("an empty body counts")
	}
}
