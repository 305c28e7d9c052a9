package main

import (
	"math"
	"runtime"
	"strings"
	"sync"
	"unicode"
)

// label.go says which leaves of a page the gold text has, by aligning both in
// order: short and repeated texts are told apart by what stands around them.

// wordsOf returns the words of a text in lower case: runs of letters, digits
// and underscores.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_'
	})
}

// A match is a place in the gold where a leaf may stand.
type match struct {
	leaf, start, end int
	words            int // of the leaf that are there, in order
	best             int // words matched up to here on the best way
	prev             int // the match before on that way, or -1
}

const (
	gram       = 3   // words of a leaf by which places are looked up
	maxPlaces  = 24  // places of a leaf that are tried
	minCovered = 0.6 // share of a leaf's words that must be in one place
	longLeaf   = 12  // words from which a leaf may stand out of order
)

// label sets the sample's labels and weights.
func (s *sample) label() {
	places := map[string][]int{}
	for i := range s.gold {
		places[s.gold[i]] = append(places[s.gold[i]], i)
		if i+gram <= len(s.gold) {
			key := strings.Join(s.gold[i:i+gram], " ")
			places[key] = append(places[key], i)
		}
	}
	var matches []match
	first := make([]int, len(s.leaves)+1)
	for i := range s.leaves {
		first[i] = len(matches)
		matches = s.findPlaces(matches, i, places)
	}
	first[len(s.leaves)] = len(matches)
	s.labels, s.weights = make([]float32, len(s.leaves)), make([]float32, len(s.leaves))
	s.chain(matches, first)
	for i := range s.leaves {
		n := len(s.words[i])
		if s.labels[i] == 0 && n >= longLeaf && first[i] < first[i+1] {
			s.labels[i] = 1
		}
		s.weights[i] = float32(math.Pow(float64(min(n, 80)+1), 0.6))
	}
}

// labelSnippets sets the labels of a page of which only some snippets are
// known: the leaves that have one, and no other, count.
func (s *sample) labelSnippets(with, without []string) {
	s.labels, s.weights = make([]float32, len(s.leaves)), make([]float32, len(s.leaves))
	for i := range s.leaves {
		text := strings.Join(strings.Fields(s.leaves[i].Text), " ")
		has := func(list []string) bool {
			for _, snippet := range list {
				if strings.Contains(text, strings.Join(strings.Fields(snippet), " ")) {
					return true
				}
			}
			return false
		}
		switch yes, no := has(with), has(without); {
		case yes && !no:
			s.labels[i] = 1
			s.weights[i] = snippetWeight
		case no && !yes:
			s.weights[i] = snippetWeight
		}
	}
}

// snippetWeight is the weight of a leaf that a snippet speaks for: about that
// of a paragraph, of which it stands for several.
const snippetWeight = 12

// findPlaces appends the places where leaf i may stand.
func (s *sample) findPlaces(out []match, i int, places map[string][]int) []match {
	words := s.words[i]
	if len(words) == 0 {
		return out
	}
	seen := map[int]bool{}
	tried := 0
	for at := 0; at < min(len(words), 12) && tried < maxPlaces; at++ {
		key := words[at]
		if len(words) >= gram {
			if at+gram > len(words) {
				break
			}
			key = strings.Join(words[at:at+gram], " ")
		}
		for _, g := range places[key] {
			start := max(g-at, 0)
			if seen[start] || tried >= maxPlaces {
				continue
			}
			seen[start] = true
			tried++
			if n, end := s.covered(words[at:], g); float64(n) >= minCovered*float64(len(words)) {
				out = append(out, match{leaf: i, start: g, end: end, words: n})
			}
		}
		if len(words) < gram {
			break
		}
	}
	return out
}

// covered counts the words that stand in the gold from position g on, in order,
// with small gaps, and returns where they end.
func (s *sample) covered(words []string, g int) (n, end int) {
	const gap = 4
	end = g
	for _, w := range words {
		for k := end; k < min(end+gap, len(s.gold)); k++ {
			if s.gold[k] == w {
				n++
				end = k + 1
				break
			}
		}
	}
	return n, end
}

// chain labels the leaves of the heaviest chain of matches that is in order in
// the page and in the gold.
func (s *sample) chain(matches []match, first []int) {
	tree := make([]int, len(s.gold)+2) // Fenwick: index of the best match that ends up to here, plus one
	at := func(end int) int {
		best := -1
		for k := end + 1; k > 0; k -= k & -k {
			if m := tree[k] - 1; m >= 0 && (best < 0 || matches[m].best > matches[best].best) {
				best = m
			}
		}
		return best
	}
	for i := range s.leaves {
		group := matches[first[i]:first[i+1]]
		for k := range group {
			m := &group[k]
			m.prev = at(m.start)
			m.best = m.words*4 + 1
			if m.prev >= 0 {
				m.best += matches[m.prev].best
			}
		}
		for k := range group {
			for t := group[k].end + 1; t < len(tree); t += t & -t {
				if cur := tree[t] - 1; cur < 0 || matches[cur].best < group[k].best {
					tree[t] = first[i] + k + 1
				}
			}
		}
	}
	for m := at(len(s.gold)); m >= 0; m = matches[m].prev {
		s.labels[matches[m].leaf] = 1
	}
}

// parallel calls f for 0 to n-1 on all cores.
func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	next := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range next {
				f(i)
			}
		}()
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
