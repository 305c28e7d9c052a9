package quotes

// The quotes of the annotated pages in, the figures of score_quotes.py out.

import (
	"strings"
	"testing"

	"pressclip/internal/quotescore"
)

// floors are just under what the package reaches: a change that lowers a
// figure has to say so here.
var floors = map[string]float64{
	"direct overlap":     0.96,
	"direct strict":      0.96,
	"speaker as written": 0.94,
	"speaker resolved":   0.91,
	"end to end":         0.88,
	"phrases":            0.95,

	"de direct overlap": 0.95, "es direct overlap": 0.95, "fr direct overlap": 0.95, "it direct overlap": 0.95, "ja direct overlap": 0.95,
	"nl direct overlap": 0.95, "pl direct overlap": 0.95, "pt direct overlap": 0.95, "ru direct overlap": 0.95, "zh direct overlap": 0.95,
}

// split makes paragraphs of a text, one for each line; "- " begins an item.
func split(text string) []Paragraph {
	var paras []Paragraph
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		item := strings.TrimPrefix(line, "- ")
		p := Paragraph{Text: item}
		if item != line {
			p.Kind = ListItem
		}
		if item != "" {
			paras = append(paras, p)
		}
	}
	return paras
}

// scored is a quote in the form that the scorer reads.
type scored struct {
	Kind    string         `json:"kind"`
	Text    string         `json:"text"`
	Speaker *scoredSpeaker `json:"speaker,omitempty"`
	Cue     string         `json:"cue,omitempty"`
	Group   int            `json:"group,omitempty"`
}

type scoredSpeaker struct {
	Name      string `json:"name"`
	AsWritten string `json:"as_written"`
	Role      string `json:"role,omitempty"`
}

func scoredQuotes(paras []Paragraph, lang string) []scored {
	out := []scored{}
	for _, q := range Find(paras, lang) {
		s := scored{Kind: []string{"direct", "block", "pull", "phrase"}[q.Kind], Text: paras[q.Para].Text[q.Start:q.End], Cue: q.Cue, Group: q.Group}
		if q.Speaker != nil {
			s.Speaker = &scoredSpeaker{q.Speaker.Name, q.Speaker.AsWritten, q.Speaker.Role}
		}
		out = append(out, s)
	}
	return out
}

func TestGold(t *testing.T) {
	dir := quotescore.Dir(t, "../../../shared")
	pages := quotescore.Pages(t, dir, "")
	var articles []quotescore.Article
	for _, p := range pages {
		articles = append(articles, quotescore.Article{Source: p.ID, Quotes: scoredQuotes(split(p.Text), p.Lang)})
	}
	quotescore.Check(t, dir, pages, articles, floors)
}
