package simhash

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"strings"
	"testing"
)

// prose is a text of n words, the same for the same seed.
func prose(n int, seed uint64) []string {
	r := rand.New(rand.NewPCG(seed, 0))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(2000))
	}
	return words
}

// distance is how many bits of two texts' fingerprints differ.
func distance(a, b string) int { return bits.OnesCount64(Of(a) ^ Of(b)) }

func TestOf(t *testing.T) {
	for _, test := range []struct {
		name, a, b string
		same       bool
	}{
		{"case and marks", "The rain, in May.", "the RAIN in may", true},
		{"white space", "the rain\n\nin May", "the  rain in May", true},
		{"order", "the rain in May", "in May the rain", false},
		{"one word", "rain", "sun", false},
		{"accents are letters", "le café noir", "le cafe noir", false},
		{"Chinese", "今天下雨了", "今天出太阳", false},
		{"Chinese, spaced", "今天下雨了", "今天 下雨了。", true},
		{"nothing", "", " … ", true},
	} {
		if got := distance(test.a, test.b) == 0; got != test.same {
			t.Errorf("%s: the same is %v", test.name, got)
		}
	}
	// Fingerprints are compared with those of other runs.
	if got := Of("It rained on the town for forty days"); got != 0x4cdebf6625a485db {
		t.Errorf("fingerprint is %#x", got)
	}
}

func TestNear(t *testing.T) {
	far := 0
	for seed := range uint64(50) {
		words := prose(1500, seed)
		whole := strings.Join(words, " ")
		words[700] = "zebra"
		if distance(whole, strings.Join(words, " ")) > Distance {
			far++
		}
		if d := distance(whole, strings.Join(prose(1500, seed+1000), " ")); d <= 2*Distance {
			t.Errorf("two texts of other words are %d apart", d)
		}
	}
	if far > 2 { // one word of 1500: a matter of luck in few texts
		t.Errorf("%d of 50 texts are far from themselves but for one word", far)
	}
}

// A Set answers as if it compared with each of its fingerprints.
func TestSet(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var s Set
	var all []uint64
	for i := range 3000 {
		h := r.Uint64()
		if i%3 > 0 && len(all) > 0 { // near another, at any distance up to five
			h = all[r.IntN(len(all))]
			for range r.IntN(6) {
				h ^= 1 << r.IntN(64)
			}
		}
		near := false
		for _, other := range all {
			near = near || bits.OnesCount64(other^h) <= Distance
		}
		if s.Near(h) != near {
			t.Fatalf("%#x: near is %v", h, !near)
		}
		if !near {
			s.Add(h)
			all = append(all, h)
		}
	}
	if s.Len() != len(all) || s.Len() < 1000 {
		t.Errorf("%d in the set, want %d", s.Len(), len(all))
	}
}

func BenchmarkOf(b *testing.B) {
	text := strings.Join(prose(1000, 1), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Of(text)
	}
}
