package extract

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"sync"
)

// kind.go says of which kind a page is: signs go in (kindsigns.go), a kind with
// its evidence in words comes out. The weights of the signs are learned by
// internal/train.

// A Kind is the kind of a page.
type Kind string

// The kinds of page.
const (
	ArticlePage       Kind = "article"       // one text: news, a post, a story
	ForumPage         Kind = "forum"         // posts of several people, questions with answers
	ListingPage       Kind = "listing"       // many like items that lead elsewhere: a home page, a category, search results
	ProductPage       Kind = "product"       // one thing that is offered
	DocumentationPage Kind = "documentation" // how something is used
	OtherPage         Kind = "other"         // what an organisation offers or says of itself, a form, a tool
)

// notArticles are the kinds of which somebody who has asked for an article wants
// to know, with what to tell.
var notArticles = map[Kind]string{
	ForumPage:   "the page is a thread of several people's posts, no article; --keep main has all of them",
	ListingPage: "the page lists others and is no article itself",
	ProductPage: "the page offers a product and is no article; --keep main has all that it says of it",
}

// kindData is what internal/train writes: kindMagic, how many times likelier
// than an article another kind must be, then a forest a kind.
//
//go:embed kind.bin
var kindData []byte

const kindMagic = "PCK\x01"

// A kindModel judges kinds.
type kindModel struct {
	// A reader loses more by an article that is called a listing than by the
	// reverse: another kind must be so many times likelier than an article.
	demand  float32
	forests [kindCount]forest
}

// kindModels are read when they are first needed, as the models are.
var kindModels = sync.OnceValue(func() *kindModel {
	m, err := readKinds(kindData)
	if err != nil {
		panic("extract: kind.bin: " + err.Error()) // the build is broken: a test reads it, too
	}
	return m
})

func readKinds(b []byte) (*kindModel, error) {
	const head = len(kindMagic) + 4
	if len(b) < head || string(b[:len(kindMagic)]) != kindMagic {
		return nil, fmt.Errorf("%w: no header", errModel)
	}
	m := &kindModel{demand: math.Float32frombits(binary.LittleEndian.Uint32(b[len(kindMagic):]))}
	b = b[head:]
	for i := range m.forests {
		var err error
		if b, err = m.forests[i].read(b); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// A kindChoice is what was found of the page's kind.
type kindChoice struct {
	kind   int
	scores [kindCount]float32
	row    [maxColumns]float32
	said   [kindCount]bool // something on the page says that it is of the kind
	whole  bool            // else the page is a fragment, and its kind is not judged
}

// readKind reads the signs.
func (s *selection) readKind(m *metadata) {
	s.kind = kindChoice{kind: kindArticle, whole: s.p.whole}
	s.signs.collect(s, m)
	for k := range kindCount {
		s.kind.said[k] = s.signs.say(k)
	}
	r := row{v: s.kind.row[:]}
	s.signs.row(s, &r)
}

// judge gives each kind its score and takes the best. A page is of another kind
// than an article only where something on it says so: what it lacks says nothing.
func (k *kindChoice) judge() {
	if !k.whole {
		return
	}
	m := kindModels()
	for i := range m.forests {
		k.scores[i] = logistic(m.forests[i].score(&k.row))
	}
	best := k.scores[kindArticle] * m.demand
	for i, score := range k.scores {
		if i != kindArticle && k.said[i] && score > best {
			k.kind, best = i, score
		}
	}
}

// evidenceCount is how many signs are told for a kind.
const evidenceCount = 4

// trace tells the kind and its evidence, then the next likely one.
func (k *kindChoice) trace(f func(Decision)) {
	if !k.whole {
		f(Decision{Stage: "field", Name: "kind", Value: string(kindNames[k.kind]), Reason: "a fragment: text that somebody has cut out of its page", Taken: true})
		return
	}
	second := none
	for i := range k.scores {
		if i != k.kind && (second == none || k.scores[i] > k.scores[second]) {
			second = i
		}
	}
	for _, i := range []int{k.kind, second} {
		f(Decision{Stage: "field", Name: "kind", Value: string(kindNames[i]), Reason: k.because(i), Taken: i == k.kind})
	}
}

// because says what speaks for a kind and against it: the signs that move its
// score most.
func (k *kindChoice) because(i int) string {
	var moved [maxColumns]float32
	kindModels().forests[i].explain(k.row[:], moved[:])
	parts := strongest(moved[:], evidenceCount, func(c int) string {
		return fmt.Sprintf("%s (%s)", kindColumns[c].name, kindColumns[c].shown(k.row[c]))
	})
	return fmt.Sprintf("score %.2f: %s", k.scores[i], strings.Join(parts, ", "))
}
