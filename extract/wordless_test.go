package extract

import (
	"strings"
	"testing"
)

// TestWordless holds that signs alone stay where text is kept on both sides.
func TestWordless(t *testing.T) {
	const p = "<p>The harbour council approved the winter timetable on Tuesday night, and the first ferries leave an hour later than they do now.</p>"
	for _, signs := range []string{"<p>* * *</p>", "<p>---</p>", "<ul><li>!</li></ul>", "<blockquote><p>…</p></blockquote>"} {
		page := `<html><head><title>Ferries</title></head><body><article><h1>Ferries</h1>` + p + p + signs + p + `</article><p>***</p></body></html>`
		a, err := Extract(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Body) != 4 || a.Body[2].Type == Rule {
			t.Errorf("%s: %d blocks", signs, len(a.Body))
		}
	}
}
