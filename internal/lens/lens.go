// Package lens lets the trainer see pages as the extractor's model sees them:
// a page's bytes go in, the rows of numbers that the model would score come
// out. It is there so that package extract need not export them.
package lens

import "io"

// A Leaf is a stretch of a page's text that the model scores.
type Leaf struct {
	Text  string    // as it would stand in the article
	At    int       // where its text begins on the page, in bytes: tells leaves apart
	Rule  bool      // what the rules alone would say
	Final bool      // the model has no say about it: Rule holds
	Row   []float32 // the first model's features
}

// A Page is a page with its leaves that are scored.
type Page interface {
	// Leaves returns the leaves in reading order.
	Leaves() []Leaf
	// Kind returns what speaks for the page's kind.
	Kind() []float32
	// SetKind gives the page the scores of the kinds, for the rows that Second returns.
	SetKind(scores []float32)
	// KindColumn is where these scores stand in a Row, -1 if it has none.
	KindColumn() int
	// Says reports whether anything on the page says that it is of a kind.
	Says(kind int) bool
	// Second returns the second model's features, given the first one's scores
	// of the leaves.
	Second(scores []float32) [][]float32
	// Without returns the page as if it did not have some of its leaves.
	Without(drop func(leaf int) bool) Page
	// Level returns the leaves' scores after the leaves of a container have
	// been drawn to one another.
	Level(scores []float32) []float32
}

// Read reads a page as for KeepArticle, or for KeepMain. Package extract sets it.
var Read func(page io.Reader, main bool) (Page, error)
