package main

import (
	"strings"
	"testing"

	"pressclip/extract"
	"pressclip/internal/lens"
)

// TestKindOrder holds the order of the forests to that of package extract: a
// page that is said to be of one kind must be judged by that kind's forest.
func TestKindOrder(t *testing.T) {
	order := []extract.Kind{extract.ArticlePage, extract.ForumPage, extract.ListingPage, extract.ProductPage, extract.DocumentationPage, extract.OtherPage}
	if len(order) != len(kindOrder) {
		t.Fatalf("%d kinds, want %d", len(kindOrder), len(order))
	}
	for k, kind := range order {
		if kindOrder[k].name != string(kind) {
			t.Errorf("kind %d is %s, want %s", k, kindOrder[k].name, kind)
		}
	}
	for word, k := range map[string]int{"NewsArticle": 0, "QAPage": 1, "CollectionPage": 2, "Product": 3, "APIReference": 4, "LocalBusiness": 5} {
		p, err := lens.Read(strings.NewReader(`<html><body><script type="application/ld+json">{"@type":"`+word+`"}</script><p>Text.`), false)
		if err != nil {
			t.Fatal(err)
		}
		for i := range kindOrder {
			if p.Says(i) != (i == k) {
				t.Errorf("%s says that the page is of kind %s: %v", word, kindOrder[i].name, p.Says(i))
			}
		}
	}
	if kindOf("collection") != 2 || kindOf("service") != 5 || kindOf("map") != -1 {
		t.Error("page types are of other kinds than the corpus has them")
	}
}

// saysAll is a page that says of itself that it is of each kind.
type saysAll struct{ lens.Page }

func (saysAll) Says(int) bool { return true }

func TestDemand(t *testing.T) {
	article := func(score, other float64) judgement {
		return judgement{&sample{page: saysAll{}}, 0, []float64{score, other, 0, 0, 0, 0}}
	}
	list := make([]judgement, 0, 100)
	for range 97 {
		list = append(list, article(0.9, 0.1))
	}
	if d := demandOf(append(list, article(0.4, 0.6))); d != 1 {
		t.Errorf("98 of 99 articles are right without a demand, and it is %.1f", d)
	}
	if d := demandOf(append(list, article(0.4, 0.6), article(0.4, 0.7), article(0.2, 0.8))); d < 1.5 || d > 1.7 {
		t.Errorf("demand %.1f, want one that calls the page of 0.4 and 0.6 an article", d)
	}
}
