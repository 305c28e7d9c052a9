package extract

import (
	"strings"
	"testing"
)

// TestCards holds what is taken for a teaser of another page by its structure.
func TestCards(t *testing.T) {
	text := "<div>" + strings.Join(copied, "") + strings.Join(copied, "") + strings.Join(copied, "") + "</div>"
	const teaser = "<div class=x1><a href=%/b/1><img src=1.jpg><h3>The lighthouse road</h3></a><p>It was mended in a week, and nobody knows who paid for it.</p></div>" +
		"<div class=y2><a href=%/b/2><img src=2.jpg><h3>A rowing boat comes back</h3></a><p>Its owner had written it off, and so had the insurance company.</p></div>"
	cards := func(to string) string {
		return "<section><h2>More</h2>" + strings.ReplaceAll(teaser, "%", to) + "</section>"
	}
	for _, test := range []struct {
		name, page string
		want       bool
	}{
		{"after the text", text + cards(""), true},
		{"of the site, by its whole address", text + cards("https://www.ferry.example"), true},
		{"of other sites", text + cards("https://boats.example"), false},
		{"an anchor of the page", text + cards("#"), false},
		{"in the middle of a long text", text + cards("") + text, true},
		{"what the page is for", copied[0] + strings.Repeat(cards(""), 3) + copied[1], false},
		{"no text but theirs, all of it linked", strings.NewReplacer("<p>", "<p><a href=/b/3>", "</p>", "</a></p>").Replace(cards("")), false},
		{"one alone", text + "<section><h2>More</h2>" + strings.Split(strings.ReplaceAll(teaser, "%", ""), "</div>")[0] + "</div></section>", false},
		{"without headings", text + strings.NewReplacer("<h3>", "<b>", "</h3>", " by night</b>").Replace(cards("")), true},
		{"without headings, in a table", text + "<table><tr><th>Film</th><th>Of what</th></tr>" + strings.Repeat("<tr><td><a href=/f/1>The lighthouse road</a></td><td>It was mended in a week, and nobody knows who paid for it.</td></tr>", 4) + "</table>", false},
		{"headings without links", text + strings.NewReplacer("<a href=", "<b title=", "</a>", "</b>").Replace(cards("")), false},
	} {
		p, s := selected(t, "<html><head><link rel=canonical href=https://ferry.example/a><title>A second boat</title></head><body><h1>A second boat</h1>"+test.page+"</body></html>", KeepArticle)
		found := false
		for i := range p.leaves {
			if got := s.why[p.leaves[i].node]&hintTeaser != 0; strings.HasPrefix(string(p.textOf(&p.leaves[i])), "It was mended") {
				found = true
				if got != test.want {
					t.Errorf("%s: taken for a teaser: %v, want %v", test.name, got, test.want)
				}
			}
			if string(p.textOf(&p.leaves[i])) == "More" && s.aboveCards(i) != test.want {
				t.Errorf("%s: the heading is that of teasers: %v, want %v", test.name, !test.want, test.want)
			}
		}
		if !found {
			t.Errorf("%s: no teaser on the page", test.name)
		}
	}
}
