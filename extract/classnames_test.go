package extract

import (
	"strings"
	"testing"
)

func TestClassNames(t *testing.T) {
	for _, c := range []struct {
		name string
		want hints
	}{
		{"site-sidebar", hintAside},
		{"siteSidebar2", hintAside},
		{"has-sidebar", 0},
		{"hasSidebar", 0},
		{"layout-with-sidebar", 0},
		{"share-with-friends", hintShare},
		{"card--promo", 0},
		{"promo--wide", hintAd},
		{"elementor-widget-wrap", 0},
		{"elementor-location-footer", hintFooter},
		{"cmp-container", 0},
		{"cmp-breadcrumb", hintNav},
		{"cmp", hintCookie | hintConsent},
		{"lg:related", hintRelated},
		{"text-secondary", 0},
		{"bg-banner", 0},
		{"component_1ad269af0d", 0},
		{"hJpRRP", 0},
		{"xAdRRp", 0},
		{"AdSlot", hintAd},
		{"ad-300x250", hintAd},
	} {
		if got, _ := wordHints(c.name); got != c.want {
			t.Errorf("%s: hints %b, not %b", c.name, got, c.want)
		}
	}
	if h, _ := idHints("related"); h != hintRelated {
		t.Errorf("an id: hints %b", h)
	}
	if h, _ := idHints("sharing-with-a-single-developer"); h != 0 {
		t.Errorf("the slug of a heading: hints %b", h)
	}
}

// TestDoubt holds names that leave a page no text to be doubted, and those of the
// standard not to be.
func TestDoubt(t *testing.T) {
	const sentence = "The council of the town voted for a new bridge over the river, after years of debate. "
	part := func(tag, class string) string {
		return "<" + tag + ` class="` + class + `"><p>` + strings.Repeat(sentence, 3) + "</p></" + tag + ">"
	}
	body := strings.Repeat(part("div", "promo-block"), 4)
	for _, c := range []struct {
		name, page string
		kept       int
	}{
		{"all of one name", body, 4},
		{"beside others", body + part("div", "related") + part("div", "newsletter"), 4},
		{"enough is left", strings.Repeat(part("div", "promo-block"), 2) + part("div", "text"), 1},
		{"the standard's", strings.Repeat(part("nav", "x"), 4) + part("footer", "x"), 0},
	} {
		p, s := selected(t, "<html><body>"+c.page+"</body></html>", KeepArticle)
		left := 0
		for i := range p.leaves {
			if s.why[p.leaves[i].node] == 0 {
				left++
			}
		}
		if left != c.kept {
			t.Errorf("%s: %d paragraphs are no furniture, not %d", c.name, left, c.kept)
		}
	}
}
