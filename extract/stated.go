package extract

import "strings"

// stated.go is for pages that show no text at all: what their JSON-LD gives as
// the article's text goes in, paragraphs come out.

// fromStated makes the body of the text in the page's JSON-LD.
func (m *metadata) fromStated(out *Article) {
	text := string(m.stated())
	if strings.TrimSpace(text) == "" {
		return
	}
	for _, line := range statedLines(text) {
		if line = clean(line); line != "" {
			out.Body = append(out.Body, Block{Type: Paragraph, Text: line})
		}
	}
	lines := make([]string, len(out.Body))
	for i := range out.Body {
		lines[i] = out.Body[i].Text
	}
	out.Text = strings.Join(lines, "\n\n")
	out.Warn(WarnJSONLDText)
}

// statedLines are the paragraphs of a text. Some programs write it with its
// markup: a scan takes that away.
func statedLines(text string) []string {
	if !strings.Contains(text, "</") {
		return strings.Split(text, "\n")
	}
	p := newPage()
	defer p.release()
	if err := scan(strings.NewReader(text), p); err != nil {
		return nil // a string has no read errors
	}
	var lines []string
	for i := range p.leaves {
		if l := &p.leaves[i]; l.flags == 0 {
			lines = append(lines, string(p.textOf(l)))
		}
	}
	return lines
}
