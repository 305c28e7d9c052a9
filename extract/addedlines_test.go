package extract

import (
	"strings"
	"testing"
)

// TestAddedLines holds which lines between paragraphs are the page's own.
func TestAddedLines(t *testing.T) {
	for _, test := range []struct {
		line   string
		linked bool
		want   bool
	}{
		{"Read more: Shelter wins prize", true, true},
		{"Читайте также: Суд отправил за решетку того, кто сорвал более сотни заседаний в Оболонском райсуде", true, true},
		{"Lue myös:", false, true},
		{"Baca juga: Pesan Menhub ke Perwira", true, true},
		{"Lea más: Ortega propone legalizar el cultivo", true, true},
		{"PUEDES VER: ¿Qué es la Sunedu, y quién la dirige?", true, true},
		{"Schon gelesen?", false, true},
		{"यह भी पढ़ें: बारिश के बाद सड़कें बंद", true, true},
		{"Xem thêm: Giá vàng hôm nay", true, true},
		{"Lealtad es lo que pide el presidente a los suyos, y no siempre la tiene.", false, false},
		{"Table of Contents", false, true},
		{"This site is protected by reCAPTCHA and the Google Privacy Policy and Terms of Service apply.", true, true},
		{"Read more than one of his books, and you will know how the others end: with rain.", false, false},
		{"Реклама на улицах города исчезла, и жители впервые за много лет увидели фасады своих домов.", false, false},
	} {
		l := &leaf{}
		if test.linked {
			l.linked = 9
		}
		if got := isAddedLine([]byte(test.line), l); got != test.want {
			t.Errorf("%q: %v", test.line, got)
		}
	}
}

// TestHeadlineInText holds that a headline above the text is no text, and that
// a heading with the same words below it is the article's.
func TestHeadlineInText(t *testing.T) {
	head := `<html><head><title>The best otters</title></head><body><article>`
	_, s := selected(t, head+`<h1>The best otters</h1>`+copied[0]+copied[1]+`<h2>The best otters</h2>`+copied[2]+copied[3]+`</article></body></html>`, KeepArticle)
	if !s.final(0) || s.final(3) {
		t.Errorf("final: %v above the text, %v in it", s.final(0), s.final(3))
	}
	a, err := Extract(strings.NewReader(head + `<p>The best otters</p>` + copied[0] + copied[1] + copied[2] + `</article></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasPrefix(a.Text, "The best otters") {
		t.Errorf("text begins with the headline: %q", a.Text)
	}
}
