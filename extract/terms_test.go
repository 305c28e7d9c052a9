package extract

import (
	"strings"
	"testing"
)

// A term of another site is of what the article links to, unless a platform lists
// its terms there.
func TestTermsOfOtherSites(t *testing.T) {
	for _, c := range []struct{ footer, want string }{
		{`<p><a href="/tag/storms">Storms</a></p>`, "Storms"},
		{`<p><a href="https://blog.a.example/tag/storms">Storms</a></p>`, "Storms"},
		{`<p><a href="/tag/storms">Storms</a> <a href="https://b.example/hashtag/quay">#quay</a></p>`, "Storms"},
		{`<p><a href="https://b.example/hashtag/quay">#quay</a></p>`, ""},
		{`<p><a href="https://b.example/tag/quay">Quay</a> <a href="https://b.example/tag/weir">Weir</a> <a href="https://b.example/tag/sea">Sea</a></p>`, "Quay Weir Sea"},
	} {
		a := readPage(t, claimPage("", "", c.footer), WithURL("https://www.a.example/x"))
		var names []string
		for _, tag := range a.Tags {
			names = append(names, tag.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%s: tags %q, want %q", c.footer, got, c.want)
		}
	}
}
