package main

// short.go makes short articles of long ones: a page whose article has many
// paragraphs comes in, the same page with the first of them alone goes out. On
// such a page the article is not the most of the running text, and the models
// must know it by where it stands. Corpora have few of them, news sites many.

const (
	fewestParagraphs = 6  // of an article that is shortened
	leastKept        = 2  // paragraphs of a short article
	mostKept         = 4  // the same
	longParagraph    = 20 // words of one

	// The F1 that the rules must reach on the whole page: gold that is a part of
	// an article would leave the rest of it standing.
	wholeGold = 0.95
)

// shortWeight is the weight of a leaf of a short article beside that of the page
// that it was made of: of the weights that were tried, the one that costs long
// articles least for what it gives the short ones.
const shortWeight = 0.3

// shortForms are the short forms of those pages that can have one.
func shortForms(pages []*sample) []*sample {
	forms := make([]*sample, len(pages))
	parallel(len(pages), func(i int) { forms[i] = pages[i].short() })
	return forms
}

// short is the page with the first paragraphs of its article, nil if it has few.
func (s *sample) short() *sample {
	if len(s.gold) == 0 || s.kind != "article" || s.f1(func(i int) bool { return s.leaves[i].Rule }) < wholeGold {
		return nil
	}
	least := leastKept + drawn(s.id, mostKept-leastKept+1)
	paragraphs, end := 0, 0
	for i := range s.leaves {
		if s.labels[i] > 0 && len(s.words[i]) >= longParagraph {
			if paragraphs++; paragraphs == least {
				end = i + 1
			}
		}
	}
	if paragraphs < fewestParagraphs {
		return nil
	}
	gone := func(leaf int) bool { return leaf >= end && s.labels[leaf] > 0 }
	p := &sample{id: s.id + " short", kind: s.kind, site: s.site, set: s.set + " short", page: s.page.Without(gone)}
	p.leaves = p.page.Leaves()
	n := len(p.leaves)
	p.words, p.labels, p.weights = make([][]string, n), make([]float32, n), make([]float32, n)
	before := map[int]int{}
	for i := range s.leaves {
		before[s.leaves[i].At] = i
	}
	for k := range p.leaves {
		i, ok := before[p.leaves[k].At]
		if !ok { // it was not scored, as that of a menu
			p.words[k], p.weights[k] = wordsOf(p.leaves[k].Text), leastWeight
			continue
		}
		p.words[k], p.labels[k], p.weights[k] = s.words[i], s.labels[i], s.weights[i]
		if s.labels[i] > 0 {
			p.gold = append(p.gold, s.words[i]...)
		}
	}
	return p
}

// leastWeight is the weight of a leaf that is scored on the short page alone.
const leastWeight = 1
