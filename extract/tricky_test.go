package extract_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"pressclip/extract"
)

// TestTricky holds the page of small traps to what its README says is right.
func TestTricky(t *testing.T) {
	a, _ := read(t, "../testdata/pages/tricky")
	for _, row := range []struct {
		probe     string
		got, want any
	}{
		{"base and relative link", linkURL(a, "first sheet"), "https://static.example.net/root/log/sheet.html?y=1911&p=(4)"},
		{"link into the page", linkURL(a, "the end"), "#tail"},
		{"link from the host's root", linkURL(a, "its box"), "https://static.example.net/donate"},
		{"lazy image", a.Images[0].URL, "https://static.example.net/root/pix/gauge-1800.jpg"},
		{"candidates", len(a.Images[0].Srcset), 2},
		{"alt", a.Images[0].Alt, "The [old] gauge"},
		{"caption", a.Images[0].Caption, "The gauge, with its box."},
		{"credit", a.Images[0].Credit, "L. Okoro/Harbour Trust"},
		{"authors", a.Authors, []extract.Person{{Name: "Ada Finch, Sr.", URL: "https://example.net/people/finch"}, {Name: "José Ángel Ibáñez"}}},
		{"published", a.Published, extract.Date("2025-11-02T07:05:00-03:30")},
		{"modified", a.Modified, extract.Date("2025-11-09T12:00:00Z")},
		{"title", a.Title, `D:\new "tide" table: salt & light`},
		{"site", a.Site.Name, "The Probe"},
		{"tags", a.Tags, []extract.Term{{Name: "Tides"}, {Name: "Salt, sea"}}},
		{"categories", a.Categories, []extract.Term{{Name: "Oceans"}}},
		{"bold and italic side by side", styled(a.Body[0], "bold", "italic"), []extract.Style{extract.Strong, extract.Emphasis}},
		{"code with backticks", styled(a.Body[0], "a `quote` of code"), []extract.Style{extract.CodeText}},
		{"list start", *first(a, extract.List).Start, 4},
		{"nested list", len(first(a, extract.List).Items[0].Body[0].Items), 2},
		{"item of two paragraphs", first(a, extract.List).Items[1].Body[0].Type, extract.Paragraph},
		{"two terms of one definition", len(first(a, extract.Definitions).Items[0].Terms), 2},
		{"language of code", first(a, extract.Code).Language, "python"},
		{"code is verbatim", first(a, extract.Code).Text, "def tide(h):\n\t\"\"\"~~~ and ``` are only text here\"\"\"\n\n\treturn h * 2  # twice a day"},
		{"quoted source", first(a, extract.QuoteBlock).Cite, "https://letters.example.org/1912/7"},
		{"who is quoted in the block", speaker(a, "The sea was late this morning. I have corrected the clock."), "Thora Lund"},
		{"who is quoted in the text", speaker(a, "and then we kept the boxes."), "Priya Anand"},
		{"table caption", first(a, extract.Table).Caption, "Heights at Pell"},
		{"table head", first(a, extract.Table).HeaderRows, 1},
		{"bar in a cell", first(a, extract.Table).Rows[0][1].Text, "High | low"},
		{"list in a cell", len(first(a, extract.Table).Rows[1][1].Body[0].Items), 2},
		{"colspan", first(a, extract.Table).Rows[2][0].Colspan, 2},
		{"formula", tex(a), "h=a^3"},
		{"note and its mark", footnote(a), first(a, extract.Footnotes).Items[0].ID},
		{"embed", first(a, extract.Embed).Provider + " " + first(a, extract.Embed).Title, "youtube The drum turning"},
	} {
		if !reflect.DeepEqual(row.got, row.want) {
			t.Errorf("%s: got %#v, want %#v", row.probe, row.got, row.want)
		}
	}
}

func linkURL(a *extract.Article, text string) string {
	for _, l := range a.Links {
		if l.Text == text {
			return l.URL
		}
	}
	return ""
}

// styled returns the styles of the runs with the texts.
func styled(b extract.Block, texts ...string) (out []extract.Style) {
	for _, text := range texts {
		for _, in := range b.Inlines {
			if in.Text == text {
				out = append(out, in.Style...)
			}
		}
	}
	return out
}

// first returns the first block of a type, an empty one if there is none.
func first(a *extract.Article, kind extract.BlockType) *extract.Block {
	for i := range a.Body {
		if a.Body[i].Type == kind {
			return &a.Body[i]
		}
	}
	return &extract.Block{Start: new(int)}
}

func speaker(a *extract.Article, text string) string {
	for _, q := range a.Quotes {
		if q.Text == text && q.Speaker != nil {
			return q.Speaker.Name
		}
	}
	return ""
}

func tex(a *extract.Article) string {
	for _, b := range a.Body {
		for _, in := range b.Inlines {
			if in.TeX != "" {
				return in.TeX
			}
		}
	}
	return ""
}

func footnote(a *extract.Article) string {
	for _, b := range a.Body {
		for _, in := range b.Inlines {
			if in.Footnote != "" {
				return in.Footnote
			}
		}
	}
	return ""
}

// TestCharsets reads three small pages in other encodings.
func TestCharsets(t *testing.T) {
	dir := shared(t, "eval/tricky")
	for _, row := range []struct{ file, charset, text string }{
		{"cp1252.html", "windows-1252", "The café’s naïve façade — “curly quotes” and more text"},
		{"sjis.html", "shift_jis", "これは日本語の記事です。文字コードはシフトJISです。"},
		{"utf16.html", "utf-16le", ""},
	} {
		page, err := os.ReadFile(filepath.Join(dir, row.file))
		if err != nil {
			t.Fatal(err)
		}
		a, err := extract.Extract(bytes.NewReader(page))
		if err != nil {
			t.Fatalf("%s: %v", row.file, err)
		}
		if a.Source.Charset != row.charset || !bytes.Contains([]byte(a.Text), []byte(row.text)) || a.Text == "" {
			t.Errorf("%s: charset %q, text %.80q", row.file, a.Source.Charset, a.Text)
		}
	}
}
