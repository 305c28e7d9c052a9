package extract

import (
	"strings"
	"testing"
)

// TestAuthorsOfOtherPages has pages that are no articles.
func TestAuthorsOfOtherPages(t *testing.T) {
	const (
		offer = `<html lang=en><head><link rel=canonical href="https://a.example/product/weir-gauge"><meta property="og:type" content="product"><meta name=author content="Gauge Makers"><script type="application/ld+json">{"@type":"Product","name":"Weir gauge","offers":{"@type":"Offer","price":"9.50"}}</script></head><body class="single-product"><main><h1>Weir gauge</h1><p class=price>€ 9.50</p><button>Add to cart</button><p>In stock, delivery in 3 days. SKU 4711</p><p>A gauge of brass for weirs and quays that tells the height of water to a finger's breadth.</p><h3>Reviews</h3><p>By Ann Lee</p>`
		docs  = `<html lang=en><head><title>The gauge command</title><link rel=canonical href="https://docs.a.example/docs/reference/gauge"><meta name=generator content="Docusaurus v3"><meta name=author content="Quay Nine"><meta property="og:site_name" content="Quay Nine"></head><body><nav class="sidebar"><a href="/docs/a">Install</a></nav><main><h1>The gauge command</h1><p>The command reads the gauge.</p><pre><code>gauge --read weir</code></pre><h2>Options</h2><p>Give the name of the weir as a parameter.</p><pre><code>gauge --all</code></pre><h2>Syntax</h2><p>See the reference of the API.</p>`
	)
	const team = `<html lang=en><head><link rel=canonical href="https://quaynine.example/services/winding"><meta property="og:type" content="website"><title>Winding Services | Quay Nine</title><script type="application/ld+json">{"@type":"Service","name":"Winding"}</script></head><body class="page page-template"><main class="hero"><h1>Winding Services</h1><p>We wind the gauges of weirs and quays for those who own them, at night and in the rain.</p><section class="features"><h2>Our services</h2><p>Winding, oiling and reading, by clerks with a key of their own.</p></section><section class="pricing"><h2>Pricing plans</h2><p>Each gauge is wound for nine pounds a month.</p></section><div class=team><p class=author>Ann Lee</p><p>By <a href="/people/bo-ek" rel=author>Bo Ek</a></p></div><a class=cta href="/contact">Request a quote</a><a href="/contact">Contact us</a></main>`
	const board = `<html lang=en><head><title>Who wound the gauge?</title><meta name=generator content="FluxBB"><link rel=canonical href="https://bbs.a.example/viewtopic.php?id=1"></head><body><div class="blockpost firstpost"><h2><span>#1</span> <a href="#p1">2026-01-03 15:14:37</a></h2><dl><dt><strong>annlee</strong></dt><dd>Member</dd><dd>Registered: 2016-07-02</dd><dd>Posts: 1</dd></dl><h3>Who wound the gauge?</h3><p>The gauge at the weir has run since the flood, and I do not know who wound it. Does anybody on this board know?</p></div><div class=blockpost><h2><span>#2</span> <a href="#p2">2026-01-04 06:23:21</a></h2><dl><dt>bo</dt><dd>Moderator</dd><dd>Registered: 2016-07-02</dd><dd>Posts: 710</dd></dl><h3>Re: Who wound the gauge?</h3><p>Nobody on the quay could say. I think that it was the clerk, who has had a key since the year of the flood.</p></div>`
	thread := func(first, second string) string {
		return `<html lang=en><head><title>Who wound it? - Quay Nine Forum</title><meta name=generator content="vBulletin 3.8"><link rel=canonical href="https://forum.a.example/showthread.php?t=1"></head><body><div class=nav><a href="member.php?u=9">Your profile</a></div><h1>Who wound it?</h1><div id=posts><table><tr><td>3rd January 2026, 16:26</td><td>#1</td></tr><tr><td>` + first + `</td><td>Registered User</td><td>Posts: 7</td><td><p>The gauge at the weir has run since the flood, and I do not know who wound it. Does anybody?</p></td></tr></table><table><tr><td>4th January 2026, 13:59</td><td>#2</td></tr><tr><td>` + second + `</td><td>Registered User</td><td>Posts: 3</td><td><p>Nobody on the quay could say. I think that it was the clerk, who has a key.</p></td></tr></table></div>`
	}
	list := func(names ...string) string {
		s := `<html lang=en><head><title>News</title><link rel=canonical href="https://a.example/category/news/"></head><body class="archive category"><main><h1>News</h1>`
		for i := range 6 {
			by := ""
			if i < len(names) {
				by = `<p>By <a href="/author/` + itoa(i) + `">` + names[i] + `</a></p>`
			}
			s += `<article><h2><a href="/` + itoa(i) + `">The gauge at weir ` + itoa(i) + `</a></h2>` + by + `<p><a href="/` + itoa(i) + `">Read more</a></p></article>`
		}
		return s
	}
	for _, c := range []struct {
		name string
		kind Kind
		page string
		want string
	}{
		{"who judged a product", ProductPage, offer, ""},
		{"whose documentation it is", DocumentationPage, docs, ""},
		{"vBulletin", ForumPage, thread(`<a href="member.php?s=1&amp;u=224387">ann.lee</a>`, `<a href="member.php?u=2">bo</a>`), "ann.lee"},
		{"phpBB", ForumPage, thread(`<a href="./memberlist.php?mode=viewprofile&amp;u=4">annlee</a>`, `<a href="./memberlist.php?mode=viewprofile&amp;u=5">bo</a>`), "annlee"},
		{"MyBB", ForumPage, thread(`<a href="https://forum.a.example/user-126.html">AnnLee</a>`, `<a href="https://forum.a.example/user-127.html">bo</a>`), "AnnLee"},
		{"who is quoted in documentation", DocumentationPage, strings.ReplaceAll(docs, "Quay Nine", "") + storyText + `<h2>See also</h2><ul><li><a href="https://b.example/">We have a problem with gauges</a> by Nolan Weir</li></ul></main>`, ""},
		{"the items of a list", ListingPage, list("Ann Lee", "Bo Ek"), ""},
		{"a list that one person keeps", ListingPage, list("Ann Lee"), "Ann Lee"},
		{"who works for those who offer something", OtherPage, team, ""},
		{"a board without links to its members", ForumPage, board, "annlee"},
		{"another site's member", ForumPage, thread(`<a href="https://b.example/member.php?u=4">annlee</a>`, `guest`), ""},
	} {
		a := readPage(t, c.page)
		var names []string
		for _, p := range a.Authors {
			names = append(names, p.Name)
		}
		if got := strings.Join(names, "; "); a.Kind != c.kind || got != c.want {
			t.Errorf("%s: kind %q, authors %q, want %q, %q", c.name, a.Kind, got, c.kind, c.want)
		}
	}
}

// TestAuthorIsNotInTheTitle holds that somebody whom a headline names has not
// written the article beside another.
func TestAuthorIsNotInTheTitle(t *testing.T) {
	for _, c := range []struct{ title, by, want string }{
		{"A talk with Bo Ek about weirs", "Ann Lee with Bo Ek", "Ann Lee"},
		{"A talk with Bo Ek about weirs", "Bo Ek", "Bo Ek"},
		{"A talk about weirs", "Ann Lee with Bo Ek", "Ann Lee; Bo Ek"},
	} {
		a := readPage(t, `<html lang=en><title>`+c.title+`</title><main><h1>`+c.title+`</h1><p>By `+c.by+`</p>`+storyText+`</main>`)
		var names []string
		for _, p := range a.Authors {
			names = append(names, p.Name)
		}
		if got := strings.Join(names, "; "); got != c.want {
			t.Errorf("%q by %q: authors %q, want %q", c.title, c.by, got, c.want)
		}
	}
}
