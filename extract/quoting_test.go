package extract_test

import (
	"fmt"
	"strings"
	"testing"

	"pressclip/extract"
)

// quotesOf extracts the quotes of an article with a body.
func quotesOf(t *testing.T, lang, body string) string {
	t.Helper()
	const filler = "<p>The river rose in the night, and the town slept on behind its new wall, as it had for years.</p>"
	page := fmt.Sprintf(`<html lang="%s"><title>The wall</title><article><h1>The wall</h1>%s%s%s</article>`, lang, strings.Repeat(filler, 3), body, filler)
	a, err := extract.Extract(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, q := range a.Quotes {
		s := fmt.Sprintf("%s %q", q.Kind, q.Text)
		if q.Group != 0 {
			s = fmt.Sprintf("%d:%s", q.Group, s)
		}
		if q.RepeatOf != nil {
			s += fmt.Sprint(" of ", *q.RepeatOf)
		}
		if q.Speaker != nil {
			s += " " + q.Speaker.Name
			if q.Speaker.Role != "" {
				s += " (" + q.Speaker.Role + ")"
			}
		}
		if q.Confidence != "" {
			s += " " + q.Confidence
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestQuotesOfPages holds what a page's elements tell of its quotations.
func TestQuotesOfPages(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"two paragraphs", "<blockquote><p>We built it high.</p><p>We built it long.</p></blockquote>", `block "We built it high.\nWe built it long."`},
		{"footer", "<blockquote><p>We built it high.</p><footer>— <cite>Ada Moss</cite>, mason</footer></blockquote>", `block "We built it high." Ada Moss (mason)`},
		{"figcaption", "<figure><blockquote><p>We built it high.</p></blockquote><figcaption>Ada Moss, mason</figcaption></figure>", `block "We built it high." Ada Moss (mason)`},
		{"cite without a paragraph", "<blockquote><p>We built it high.</p><cite>Ada Moss, mason</cite></blockquote>", `block "We built it high." Ada Moss (mason)`},
		{"class", `<blockquote><p>We built it high.</p><div class="quote-attribution">Ada Moss</div></blockquote>`, `block "We built it high." Ada Moss`},
		{"dash inside", "<blockquote><p>We built it high.</p><p>— Ada Moss</p></blockquote>", `block "We built it high." Ada Moss`},
		{"dash after", "<blockquote><p>We built it high.</p></blockquote><p>– Ada Moss, mason</p>", `block "We built it high." Ada Moss (mason)`},
		{"lead-in", "<p>As Ada Moss wrote in her book on walls and rivers:</p><blockquote><p>We built it high.</p></blockquote>", `block "We built it high." Ada Moss`},
		{"tip", "<blockquote><p>Tip: bring a coat, since the wall is cold at night.</p></blockquote>", ""},
		{"tweet", `<blockquote class="twitter-tweet"><p>The wall holds, so far.</p>&mdash; Ada Moss (@adamoss) <a href="https://twitter.com/adamoss/status/1">May 3, 2024</a></blockquote>`,
			`block "The wall holds, so far." Ada Moss`},
		{"inline elements", "<p>“The <em>wall</em> <a href=/h>holds</a>,” said <strong>Ada Moss</strong>. “So far.”</p>", `1:direct "The wall holds," Ada Moss; 1:direct "So far." Ada Moss`},
		{"marks inside elements", "<p><em>“The wall holds,</em> <b>so far,”</b> said <a href=/m>Ada <i>Moss</i></a>.</p>", `direct "The wall holds, so far," Ada Moss`},
		{"attributes", "<p>“The <a href=/h title='He said “never, not at all” and left'>wall</a> <abbr title='“a b c d e”'>holds</abbr>,” said Ada Moss.</p>", `direct "The wall holds," Ada Moss`},
		{"code block", "<pre><code>puts \"the wall holds\" said \"Ada Moss\"</code></pre>", ""},
		{"interview", "<p><strong>Ada Moss:</strong> “The wall holds, so far as I know.”</p>", `direct "The wall holds, so far as I know." Ada Moss`},
		{"interview, colon outside", "<p><b>Ada Moss</b>: “The wall holds, so far as I know.”</p>", `direct "The wall holds, so far as I know." Ada Moss`},
		{"question and answer", "<p><strong>Does it hold?</strong></p><p>It does, and I have “a paper from the mill” on it.</p>", ""},
		{"no speaker", "<p>It was late. “Nobody knows what will happen next in this town.” The night fell on the wall.</p>", `direct "Nobody knows what will happen next in this town."`},
		{"aside", "<p>“The wall holds, and it will hold next year,” said Ada Moss.</p><aside class=pullquote><p>“The wall holds, and it will hold next year”</p></aside>",
			`direct "The wall holds, and it will hold next year," Ada Moss; pull "The wall holds, and it will hold next year" of 3 Ada Moss`},
		{"set off in emphasis", "<p>As Ada Moss wrote in her book on walls and rivers:</p><p><em>“The wall holds, and it will hold next year.”</em></p>",
			`block "The wall holds, and it will hold next year." Ada Moss`},
		{"emphasis inside marks", "<p>“<i>The wall holds, and it will hold next year.</i>”</p>", `block "The wall holds, and it will hold next year."`},
		{"emphasis with a tag", "<p><i>“The wall holds, and it will hold next year,” said Ada Moss.</i></p>", `direct "The wall holds, and it will hold next year," Ada Moss`},
		{"code", "<p>Type <code>say \"the wall holds now\"</code> and wait for the answer of the pump.</p>", ""},
		{"two readings", "<p>Ada Moss met Rita Hale. “The wall holds, so far as I know,” she said.</p>", `direct "The wall holds, so far as I know," Ada Moss low`},
		{"pull", "<p>“The wall holds, and it will hold next year,” said Ada Moss.</p><blockquote><p>The wall holds, and it will hold next year</p></blockquote>",
			`direct "The wall holds, and it will hold next year," Ada Moss; pull "The wall holds, and it will hold next year" of 3 Ada Moss`},
		{"pull with a credit", "<p>“The wall holds, and it will hold next year,” the mason said.</p><blockquote class=pullquote><p>“The wall holds, and it will hold next year”</p><footer>Ada Moss</footer></blockquote>",
			`direct "The wall holds, and it will hold next year," the mason; pull "The wall holds, and it will hold next year" of 3 Ada Moss`},
	} {
		if got := quotesOf(t, "en", tt.body); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
