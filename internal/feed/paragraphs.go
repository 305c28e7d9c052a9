package feed

// Text of the classic WordPress editor comes in, whose paragraphs are only
// lines; HTML goes out, as WordPress shows it (its wpautop function).

import "strings"

// blockStarts are how lines begin that are no paragraphs, in lower case and
// without "<".
var blockStarts = []string{
	"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th", "blockquote",
	"pre", "div", "section", "article", "figure", "figcaption", "hr", "form", "script", "style", "details", "summary", "aside", "header", "footer", "address", "!--",
}

// kept are the elements whose lines are kept as they are.
var kept = []string{"pre", "script", "style", "textarea"}

// paragraphs puts <p> around what blank lines divide and is no block already,
// and <br> at other line ends.
func paragraphs(text string) string {
	if strings.Contains(text, "<!-- wp:") { // of the block editor: it is HTML
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var b strings.Builder
	b.Grow(len(text) + len(text)/16)
	until := ""     // the end tag of a kept element that is open
	open := false   // a paragraph of ours is open
	within := false // a block that the author wrote is, and has not ended
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		blank, block := strings.TrimSpace(line) == "", startsBlock(line)
		switch {
		case until != "":
		case open && (blank || block):
			b.WriteString("</p>")
			open = false
		case open:
			b.WriteString("<br>")
		case !blank && !block && !within:
			b.WriteString("<p>")
			open = true
		}
		b.WriteString(line)
		b.WriteByte('\n')
		within = !blank && !open && !endsBlock(line)
		until = keptUntil(line, until)
	}
	if open {
		b.WriteString("</p>")
	}
	return b.String()
}

// endsBlock reports whether a line ends with the end of a block.
func endsBlock(line string) bool {
	line = strings.TrimRight(line, " \t")
	if strings.HasSuffix(line, "-->") {
		return true
	}
	i := strings.LastIndexByte(line, '<')
	return i >= 0 && strings.HasSuffix(line, ">") && startsBlock(line[i:]) && (strings.HasPrefix(line[i:], "</") || strings.HasPrefix(strings.ToLower(line[i:]), "<hr"))
}

// startsBlock reports whether a line begins with the tag of a block.
func startsBlock(line string) bool {
	line = strings.TrimLeft(line, " \t")
	if !strings.HasPrefix(line, "<") {
		return false
	}
	line = strings.ToLower(strings.TrimPrefix(line[1:min(len(line), 16)], "/"))
	for _, name := range blockStarts {
		if rest, ok := strings.CutPrefix(line, name); ok && (rest == "" || name == "!--" || strings.IndexByte(" \t>/", rest[0]) >= 0) {
			return true
		}
	}
	return false
}

// keptUntil follows the kept elements through a line.
func keptUntil(line, until string) string {
	low := strings.ToLower(line)
	for {
		if until != "" {
			i := strings.Index(low, until)
			if i < 0 {
				return until
			}
			low, until = low[i+len(until):], ""
		}
		i := strings.IndexByte(low, '<')
		if i < 0 {
			return ""
		}
		low = low[i+1:]
		for _, name := range kept {
			if strings.HasPrefix(low, name) {
				until = "</" + name
			}
		}
	}
}
