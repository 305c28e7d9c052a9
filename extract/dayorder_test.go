package extract

import (
	"strings"
	"testing"
)

func TestDayOrder(t *testing.T) {
	german := strings.Repeat("<p>Die Uhr an der Kaje ist nicht mehr von der Stadt und dem Hafen, sondern von den Leuten, die sie mit der Hand aufziehen. Das ist auch gut für die Schiffe.</p>", 8)
	english := strings.Repeat("<p>The gauge at the weir is not wound by the town and the harbour, but by the people who live there and who have the key. That is good for the ships.</p>", 8)
	for _, c := range []struct{ name, lang, url, line, more, want string }{
		{"America", "en-US", "https://a.example/x", "Posted 03/04/2026", english, "2026-03-04"},
		{"English, from nowhere", "en", "https://a.example/x", "Posted 03/04/2026", english, "2026-03-04"},
		{"England", "en-GB", "https://a.example/x", "Posted 03/04/2026", english, "2026-04-03"},
		{"England, by its address", "en-US", "https://www.a.co.uk/x", "Posted 03/04/2026", english, "2026-04-03"},
		{"India, by its address", "en", "https://a.in/x", "Posted 03/04/2026", english, "2026-04-03"},
		{"Canada says so", "en-CA", "https://a.de/x", "Posted 03/04/2026", english, "2026-03-04"},
		{"German in an English frame", "en-US", "https://a.example/x", "03/04/2026", german, "2026-04-03"},
		{"no language, an English text", "", "https://a.example/x", "Posted 03/04/2026", english, "2026-03-04"},
		{"other dates begin with the day", "en", "https://a.example/x", "Posted 03/04/2026", english + "<aside><p>25/02/2026</p></aside>", "2026-04-03"},
		{"other dates begin with the month", "en", "https://a.co.uk/x", "Posted 03/04/2026", english + "<aside><p>02/25/2026</p></aside>", "2026-03-04"},
		{"other dates tell both", "en", "https://a.example/x", "Posted 03/04/2026", english + "<aside><p>25/02/2026</p><p>02/25/2026</p></aside>", "2026-03-04"},
		{"not dates", "en", "https://a.example/x", "Posted 03/04/2026", english + "<aside><p>25/2</p><p>125/02/2026</p><p>25/02/20261</p><p>1/25/02</p></aside>", "2026-03-04"},
	} {
		a := readPage(t, `<!doctype html><html lang="`+c.lang+`"><title>Who wound the gauge</title><main><h1>Who wound the gauge</h1><p>`+c.line+`</p>`+c.more+`</main>`, WithURL(c.url))
		if string(a.Published) != c.want {
			t.Errorf("%s: published %q, want %q", c.name, a.Published, c.want)
		}
	}
}
