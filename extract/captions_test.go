package extract

import (
	"strings"
	"testing"
)

// TestEndsInCredit holds which lines say at their end who made a picture.
func TestEndsInCredit(t *testing.T) {
	for _, test := range []struct {
		line string
		want bool
	}{
		{"The ferry at the quay. Photo: Jo Smith", true},
		{"Photo by Jo Smith/Agency", true},
		{"O cachorro com a nova dona. — Foto: Ana Lima/Arquivo Pessoal", true},
		{"Паром у причала. Фото: Иван Петров", true},
		{"A woman looks at the sea. (AP Photo/Jo Smith)", true},
		{"Jo Smith/Agency via Getty Images", true},
		{"Jo Smith | Reuters", true},
		{"He sold the photos, taken by his mother, to Reuters", false},
		{"The map/atlas was in the lap", false},
		{"The ferry at the quay.", false},
		{"She wrote a book about a telephoto: it sold badly.", false},
		{"He gave her a photo: it showed the ferry on the day on which it sank in the bay of the outer islands, long ago.", false},
	} {
		if got := endsInCredit([]byte(test.line)); got != test.want {
			t.Errorf("%q: %v", test.line, got)
		}
	}
}

// TestLooseCaptions holds that a caption beside a picture is no text of the
// article, whether or not the picture is known to be its own.
func TestLooseCaptions(t *testing.T) {
	for _, test := range []struct{ name, page, caption string }{
		{"a class", `<img src=/a.jpg width=600><p class="photo-caption">The ferry at the quay</p>`, "The ferry at the quay"},
		{"credit and caption", `<img src=/a.jpg width=600><div class="credit">Jo Smith</div><div class="image-caption">The ferry at the quay</div>`, "Jo Smith The ferry at the quay"},
		{"the element around", `<img src=/a.jpg width=600><div class=caption><p>The ferry at the quay</p></div>`, "The ferry at the quay"},
		{"no class", `<img src=/a.jpg width=600><p>The ferry at the quay. Photo: Jo Smith</p>`, "The ferry at the quay."},
		{"no file", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p class="credit">The ferry at the quay</p>`, ""},
	} {
		page := `<html><head><title>A second boat</title></head><body><article><h1>A second boat</h1>` + copied[0] + test.page + copied[1] + copied[2] + `</article></body></html>`
		a, err := Extract(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(a.Text, "The ferry at the quay") || strings.Contains(a.Text, "Jo Smith") {
			t.Errorf("%s: text has the caption: %q", test.name, a.Text)
		}
		if len(a.Images) > 0 && a.Images[0].Caption != test.caption {
			t.Errorf("%s: caption %q", test.name, a.Images[0].Caption)
		}
	}
}

// TestLongCaptionClass holds that what a class calls a caption is text where no
// picture is near.
func TestLongCaptionClass(t *testing.T) {
	page := `<html><head><title>A second boat</title></head><body><article><h1>A second boat</h1>` + copied[0] + strings.Replace(copied[1], "<p>", `<p class=caption>`, 1) + copied[2] + `</article></body></html>`
	a, err := Extract(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Body) != 3 {
		t.Errorf("%d blocks", len(a.Body))
	}
}

// TestCaptionsAsked holds that every visible text is there if that is asked for.
func TestCaptionsAsked(t *testing.T) {
	page := `<html><body><p>x</p><figcaption>The ferry at the quay</figcaption><p>y</p></body></html>`
	a, err := Extract(strings.NewReader(page), WithKeep(KeepAll))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Text, "The ferry at the quay") {
		t.Errorf("text %q", a.Text)
	}
}
