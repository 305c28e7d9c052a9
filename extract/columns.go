package extract

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// columns.go names the columns of the first model's row, for explain: the order
// is that of features.go, and a test holds the two together.

// flagNames are the columns of the trait flags, in the order of their bits.
var flagNames = []string{
	"ends as a sentence", "ends with a colon", "ends with a question mark", "begins with a small letter", "is cut with an ellipsis",
	"has a copyright sign", "has an at sign", "has quotation marks", "stands elsewhere too", "begins like an added line", "looks like a byline",
	"is the headline", "has bars or arrows", "is the dek",
}

// containerNames name the container of a leaf and those around it.
var containerNames = []string{"its container", "the container around", "two containers around", "three containers around"}

// columnNames are the names of all columns of the first row, for --keep main or
// for articles.
func columnNames(main bool) []string {
	if main {
		return bothNames()[1]
	}
	return bothNames()[0]
}

// bothNames are those for articles and those for --keep main.
var bothNames = sync.OnceValue(func() [2][]string {
	names := sharedNames()
	return [2][]string{slices.Concat(names, serviceNames), slices.Concat(names, mainNames())}
})

// sharedNames are the names of the columns that both have.
func sharedNames() (names []string) {
	add := func(list ...string) { names = append(names, list...) }
	add("length", "words", "share of links", "share of emphasis", "share of bylines and tags", "digits", "capitals", "sentences", "commas", "length of words")
	add(flagNames...)
	add("words of the headline", "words of the description", "words of JSON-LD's text", "kind of block", "heading level", "pictures", "running text", "the rules' verdict", "the rules' reason")
	for _, t := range columnTags {
		add("in <" + elements[t].name + ">")
	}
	add("inside <article>", "inside <main>", "inside a list", "inside a table", "inside a quote", "inside a marked body")
	for _, c := range hintColumns {
		add("element named " + c.name)
	}
	add("depth", "element named furniture")
	for k, name := range containerNames {
		add("text of "+name, "links of "+name, "sentences of "+name)
		if k > 0 {
			add("blocks of " + name)
		}
	}
	add("share of the page's text", "elements like it beside it", "blocks of its list", "links of its list", "sentences of its list")
	add("inside the text's container", "distance to the text's container", "share of the text's container", "after the headline", "distance to the headline",
		"distance to the first text", "distance to the last text", "place on the page", "place in the page's text")
	add("distance to its heading", "level of its heading", "its heading is an added line", "its heading is a link")
	add("levels to the headline", "text it shares with the headline", "levels to the first text", "text it shares with the first text")
	add("levels to the lead", "text it shares with the lead", "distance to the lead", "is in elements like the lead's", "inside the headline's container", "share of the headline's container")
	add("running text in elements like its own", "linked headings before it", "linked headings since the headline")
	for d := 1; d <= reach; d++ {
		for _, side := range []string{"before", "after"} {
			for _, what := range []string{"length", "links", "running text", "kind", "the rules' verdict", "container"} {
				add(fmt.Sprintf("%s of the block %d %s", what, d, side))
			}
		}
	}
	add("the page's text", "the page's links", "the page's blocks", "the page's sentences", "the page's running text", "the page's articles", "the page's JSON-LD")
	return names
}

// movers is how many columns explain names.
const movers = 3

// because says what moved a leaf's first score most, in words.
func (s *selection) because(f *forest, i int) string {
	var cells, moved [maxColumns]float32
	r := row{v: cells[:]}
	s.features(i, &r)
	f.explain(r.v, moved[:])
	return strings.Join(strongest(moved[:r.n], movers, func(c int) string { return columnNames(s.main)[c] }), ", ")
}

// strongest names up to n columns that moved a score most, with the sign of how.
// It clears them in moved.
func strongest(moved []float32, n int, name func(c int) string) (parts []string) {
	for len(parts) < n {
		best := 0
		for c := range moved {
			if abs(moved[c]) > abs(moved[best]) {
				best = c
			}
		}
		if moved[best] == 0 {
			break
		}
		sign := "+"
		if moved[best] < 0 {
			sign = "−"
		}
		parts = append(parts, sign+name(best))
		moved[best] = 0
	}
	return parts
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}
