package extract

import (
	"strings"
	"testing"
)

// TestPageWithoutText holds what is read of pages that show no text, or little
// of it, until a script has run.
func TestPageWithoutText(t *testing.T) {
	const first = "The council has voted for the second cable, after a debate of four hours."
	const second = "Work on the cable begins in May, and the harbour will be closed for a week."
	tests := []struct {
		name, page, text, warning string
	}{
		{"shown", "<p>" + first + "</p><noscript><p>Scripts make this page better.</p></noscript>", first, ""},
		{"noscript alone", "<div id=app></div><noscript><div class=post><p>" + first + "</p><p>" + second + "</p></div></noscript>", first + "\n\n" + second, "noscript_text"},
		{"hidden until a script has run", `<div style="visibility:hidden"><p>` + first + "</p><p>" + second + "</p></div>", first + "\n\n" + second, "hidden_text"},
		{"some text hidden", "<p>" + first + "</p><div hidden><p>" + second + "</p></div>", first, ""},
		{"streamed", `<main><template id="B:0"></template></main><div hidden id="S:0"><p>` + first + "</p><p>" + second + "</p></div>", first + "\n\n" + second, ""},
		{"JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + first + `\n\n` + second + `"}</script><div id=app></div>`, first + "\n\n" + second, "json_ld_text"},
		{"JSON-LD with markup", `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"<p>` + first + `<\/p><p>` + second + `<\/p>"}</script><div id=app></div>`, first + "\n\n" + second, "json_ld_text"},
		{"links alone", "<nav><a href=https://example.org/a>One</a></nav><ul><li><a href=https://example.org/b>The second page</a><li><a href=https://example.org/c>The third page</a></ul>", "The second page\nThe third page", ""},
		{"navigation alone", "<nav><a href=https://example.org/a>The first page</a></nav>", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := Extract(strings.NewReader("<html><body>" + tt.page + "</body></html>"))
			if err != nil {
				t.Fatal(err)
			}
			if a.Text != tt.text {
				t.Errorf("text %q, want %q", a.Text, tt.text)
			}
			var codes []string
			for _, w := range a.Warnings {
				codes = append(codes, w.Code)
			}
			if got := strings.Join(codes, " "); got != tt.warning {
				t.Errorf("warnings %q, want %q", got, tt.warning)
			}
		})
	}
}

// TestPanels holds what --keep main may take of hidden text: what a click opens,
// not what is for screen readers, and that its places are hidden again after.
func TestPanels(t *testing.T) {
	const page = `<html><body><main><h1>The lamp</h1><p>The lamp gives a warm light, and it hangs from a brass hook.</p>
		<div id=a hidden><p>It is made of oak and of brass, and it weighs two kilograms.</p></div>
		<div id=b style="display:none"><p>It is sent within three days, and may be sent back for a month.</p></div>
		<div id=c class="sr-only"><div><p>Skip to the gallery of pictures of the lamp, if you like.</p></div></div>
		<noscript><p>Scripts show the lamp from all sides in this place.</p></noscript></main></body></html>`
	for _, keep := range []Keep{KeepArticle, KeepMain, KeepAll} {
		p, s := selected(t, page, keep)
		for i := range p.leaves {
			l, v := &p.leaves[i], s.verdicts[i]
			id := p.str(p.nodes[p.nodes[l.node].parent].id)
			if want := keep == KeepMain && (id == "a" || id == "b"); l.panel != want {
				t.Errorf("keep %d: %q in a panel: %v, want %v", keep, p.textOf(l), l.panel, want)
			}
			if l.panel && l.flags != nodeHidden {
				t.Errorf("keep %d: %q is not hidden again", keep, p.textOf(l))
			}
			if v.keep && l.flags != 0 && v.why != keptPanel {
				t.Errorf("keep %d: %q is kept because of %d", keep, p.textOf(l), v.why)
			}
		}
	}
}

// selected reads a page and decides about its leaves.
func selected(t *testing.T, text string, keep Keep) (*page, *selection) {
	t.Helper()
	p := &page{classIndex: map[string]int32{}}
	if err := scan(strings.NewReader(text), p); err != nil {
		t.Fatal(err)
	}
	m := newMetadata(p, nil, &config{})
	m.collect()
	return p, selectLeaves(p, m, m.chooseTitle(), keep)
}
