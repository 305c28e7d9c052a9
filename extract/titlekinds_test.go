package extract

import (
	"strings"
	"testing"
)

// TestTitleOfAnOffer holds that a slogan above an offer is no title where the
// head says what is offered, and that it stays in the body.
func TestTitleOfAnOffer(t *testing.T) {
	const body = `<p>We wind the gauges of weirs and quays for those who own them, at night and in the rain.</p><section class="features"><h2>Our services</h2><p>Winding, oiling and reading, by clerks with a key of their own.</p></section><section class="pricing"><h2>Pricing plans</h2><p>Each gauge is wound for nine pounds a month.</p></section><section class="testimonials"><p>“The gauge has been right since the flood.”</p></section><a class=cta href="/contact">Request a quote</a><a href="/contact">Contact us</a></main><footer>Quay Nine</footer>`
	offer := func(title, heading string) string {
		return `<html lang=en><head><link rel=canonical href="https://quaynine.example/services/winding"><meta property="og:type" content="website"><meta property="og:site_name" content="Quay Nine"><meta property="og:title" content="` + title + `"><title>` + title + ` | Quay Nine</title><script type="application/ld+json">{"@type":"Service","name":"Winding"}</script></head><body class="page page-template"><main class="hero"><h1>` + heading + `</h1>` + body
	}
	for _, c := range []struct{ name, title, heading, want string }{
		{"a slogan", "Winding Services for Gauges", "Winding gauges while you sleep", "Winding Services for Gauges"},
		{"the same in other words", "Winding Services for Gauges and Clocks", "Winding services for gauges", "Winding services for gauges"},
		{"something else", "Winding Services for Gauges", "Be on time.", "Winding Services for Gauges"},
	} {
		a := readPage(t, offer(c.title, c.heading), WithKeep(KeepMain))
		if a.Kind != OtherPage {
			t.Fatalf("%s: the page is of kind %q", c.name, a.Kind)
		}
		if a.Title != c.want {
			t.Errorf("%s: title %q, want %q", c.name, a.Title, c.want)
		}
		if in := strings.Contains(a.Text, c.heading); in != (c.want != c.heading) {
			t.Errorf("%s: the heading is in the body: %t, and the title is %q", c.name, in, a.Title)
		}
	}
	const slogan = `<meta property="og:title" content="Sleep while we work">`
	page := strings.Replace(offer("Winding Services for Gauges", "Be on time."), `<meta property="og:title" content="Winding Services for Gauges">`, slogan, 1)
	if a := readPage(t, page); a.Kind != OtherPage || a.Title != "Winding Services for Gauges" {
		t.Errorf("a slogan for those with whom the page is shared: kind %q, title %q", a.Kind, a.Title)
	}
	page = strings.Replace(page, slogan, `<meta property="og:title" content="Winding Services">`, 1)
	if a := readPage(t, page); a.Title != "Winding Services" {
		t.Errorf("a part of the title element: title %q", a.Title)
	}
	// The same on an article: its heading is what readers know it by.
	page = `<meta property="og:title" content="Winding Services for Gauges"><title>Winding Services for Gauges</title><h1>Winding gauges while you sleep</h1>` + storyText
	if a := readPage(t, page); a.Title != "Winding gauges while you sleep" {
		t.Errorf("an article: title %q", a.Title)
	}
}
