package extract

import (
	"fmt"
	"math"
)

// kindrow.go lays out the signs of a page's kind as a row of numbers, each with
// its name for explain. The order is part of the models: after a change here,
// train again.

// A kindColumn is one number of the row.
type kindColumn struct {
	name  string
	value func(g *signs, s *selection) float32
	log   bool // the value is a logarithm
}

// shown is a value of the column for people.
func (c *kindColumn) shown(x float32) string {
	if c.log {
		return fmt.Sprintf("about %.0f", math.Exp2(float64(x))-1)
	}
	return fmt.Sprintf("%.3g", x)
}

// kindColumns are the columns, in order.
var kindColumns = func() []kindColumn {
	var list []kindColumn
	for k, name := range kindNames {
		list = append(list,
			kindColumn{"JSON-LD or microdata types of kind " + string(name), func(g *signs, _ *selection) float32 { return logCount(int32(g.stated[k])) }, true},
			kindColumn{"words of the address for " + string(name), func(g *signs, _ *selection) float32 { return float32(g.address[k]) }, false},
			kindColumn{"platform names for " + string(name), func(g *signs, _ *selection) float32 { return float32(g.platform[k]) }, false},
			kindColumn{"share of elements named as in kind " + string(name), func(g *signs, s *selection) float32 { return ratio(int32(g.classes[k]), int32(len(s.p.nodes))) }, false},
		)
		if k != kindArticle {
			list = append(list, kindColumn{"labels as on pages of kind " + string(name), func(g *signs, _ *selection) float32 { return logCount(int32(g.phrases[k])) }, true})
		}
	}
	list = append(list, plainColumns...)
	for k, name := range kindNames {
		list = append(list, kindColumn{"words of the title for " + string(name), func(g *signs, _ *selection) float32 { return float32(g.titled[k]) }, false})
		if k == kindForum || k == kindListing || k == kindProduct || k == kindDocumentation {
			list = append(list,
				kindColumn{"settled words of the address for " + string(name), func(g *signs, _ *selection) float32 { return float32(g.settled[k]) }, false},
				kindColumn{"settled words of the title for " + string(name), func(g *signs, _ *selection) float32 { return float32(g.entitled[k]) }, false})
		}
	}
	return append(list, furtherColumns...)
}()

// furtherColumns are those that stand last.
var furtherColumns = []kindColumn{
	{"blocks", func(_ *signs, s *selection) float32 { return logCount(s.shapes[0].leaves) }, true},
	{"share of blocks that are links", func(g *signs, s *selection) float32 { return ratio(g.links, s.shapes[0].leaves) }, false},
	{"share of blocks in navigation", func(g *signs, s *selection) float32 { return ratio(g.nav, s.shapes[0].leaves) }, false},
	{"pictures", func(_ *signs, s *selection) float32 { return logCount(int32(len(s.p.pictures))) }, true},
	{"first headings", func(g *signs, _ *selection) float32 { return float32(g.h1) }, false},
	{"forms", func(g *signs, _ *selection) float32 { return logCount(g.forms) }, true},
	{"share of running text in teasers", func(g *signs, s *selection) float32 { return ratio(g.teased, s.shapes[0].sentences) }, false},
}

// plainColumns are those that are not one a kind.
var plainColumns = []kindColumn{
	{"og:type article", func(g *signs, _ *selection) float32 { return float32(g.named[kindArticle]) }, false},
	{"og:type product", func(g *signs, _ *selection) float32 { return float32(g.named[kindProduct]) }, false},
	{"og:type website", func(g *signs, _ *selection) float32 { return float32(g.named[kindOther]) }, false},
	{"words in the address's last part", func(g *signs, _ *selection) float32 { return float32(g.slug) }, false},
	{"parts of the address", func(g *signs, _ *selection) float32 { return float32(g.depth) }, false},
	{"the address is the site's start", func(g *signs, _ *selection) float32 { return number(g.root) }, false},
	{"date in the address", func(g *signs, _ *selection) float32 { return number(g.dated) }, false},
	{"date of publication", func(g *signs, _ *selection) float32 { return number(g.published) }, false},
	{"author", func(g *signs, _ *selection) float32 { return number(g.author) }, false},
	{"headings", func(g *signs, _ *selection) float32 { return logCount(g.headings) }, true},
	{"share of headings that are links", func(g *signs, _ *selection) float32 { return ratio(g.linkedHead, g.headings) }, false},
	{"headings that ask", func(g *signs, _ *selection) float32 { return logCount(g.questions) }, true},
	{"prices", func(g *signs, _ *selection) float32 { return logCount(g.prices) }, true},
	{"code blocks", func(g *signs, _ *selection) float32 { return logCount(g.code) }, true},
	{"share of code in the text", func(g *signs, s *selection) float32 { return ratio(g.pre, s.shapes[0].text) }, false},
	{"elements named comment or reply", func(g *signs, _ *selection) float32 { return logCount(g.replies) }, true},
	{"share of running text in them", func(g *signs, s *selection) float32 { return ratio(g.replied, s.shapes[0].sentences) }, false},
	{"longest running text", func(g *signs, _ *selection) float32 { return logCount(g.longest) }, true},
	{"text", func(_ *signs, s *selection) float32 { return logCount(s.shapes[0].text) }, true},
	{"share of links in the text", func(_ *signs, s *selection) float32 { return ratio(s.shapes[0].linked, s.shapes[0].text) }, false},
	{"share of running text", func(_ *signs, s *selection) float32 { return ratio(s.prose[0], s.shapes[0].text) }, false},
	{"running text", func(_ *signs, s *selection) float32 { return logCount(s.prose[0]) }, true},
	{"share of running text in one container", func(g *signs, s *selection) float32 { return ratio(g.topProse, s.prose[0]) }, false},
	{"share of links in that container", func(g *signs, _ *selection) float32 { return ratio(g.inTop.linked, g.inTop.text) }, false},
	{"<article> elements", func(_ *signs, s *selection) float32 { return float32(s.articles) }, false},
	{"like items", func(g *signs, _ *selection) float32 { return logCount(g.best.items) }, true},
	{"share of like items in the text", func(g *signs, s *selection) float32 { return ratio(g.best.text, s.shapes[0].text) }, false},
	{"share of like items with a price", func(g *signs, _ *selection) float32 { return ratio(g.best.with[itemPrice], g.best.items) }, false},
	{"share of links in like items", func(g *signs, _ *selection) float32 { return ratio(g.best.linked, g.best.text) }, false},
	{"share of running text in like items", func(g *signs, s *selection) float32 { return ratio(g.best.prose, s.shapes[0].sentences) }, false},
	{"items with a linked heading", func(g *signs, _ *selection) float32 {
		return logCount(min(g.cards.with[itemLink], g.cards.with[itemHeading]))
	}, true},
	{"items with an author or a date", func(g *signs, _ *selection) float32 {
		return logCount(max(g.posts.with[itemDate], g.posts.with[itemPerson]))
	}, true},
	{"share of running text in those", func(g *signs, s *selection) float32 { return ratio(g.posts.prose, s.shapes[0].sentences) }, false},
}

func number(on bool) float32 {
	if on {
		return 1
	}
	return 0
}

// logCount is a logarithm that tells nothing from one.
func logCount(n int32) float32 { return log2(n + 1) }

func ratio(part, whole int32) float32 {
	if whole <= 0 {
		return 0
	}
	return float32(part) / float32(whole)
}

// row writes the signs.
func (g *signs) row(s *selection, r *row) {
	r.n = 0
	for i := range kindColumns {
		r.add(kindColumns[i].value(g, s))
	}
}
