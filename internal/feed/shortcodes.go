package feed

// Text of WordPress with shortcodes comes in; those that hold pictures and
// addresses become HTML, galleries go. Others stay as they are: nobody but the
// plug-in that reads them knows what they are.

import (
	"html"
	"strings"
)

// shortcodes are the codes of WordPress itself that hold something to read. A
// code without an end has no content.
var shortcodes = []struct {
	name string
	ends bool
	html func(content string) string
}{
	{"caption", true, figure},
	{"wp_caption", true, figure},
	{"embed", true, func(url string) string {
		url = html.EscapeString(strings.TrimSpace(url))
		return `<p><a href="` + url + `">` + url + `</a></p>`
	}},
	{"gallery", false, func(string) string { return "" }},
}

// figure turns the content of a caption, a picture and then words, into a
// figure.
func figure(content string) string {
	end := strings.Index(content, "</a>")
	if end >= 0 {
		end += len("</a>")
	} else if i := strings.Index(content, "<img"); i >= 0 {
		if j := strings.IndexByte(content[i:], '>'); j >= 0 {
			end = i + j + 1
		}
	}
	if end < 0 {
		return content
	}
	return "<figure>" + content[:end] + "<figcaption>" + strings.TrimSpace(content[end:]) + "</figcaption></figure>\n"
}

// expand replaces shortcodes. They do not nest.
func expand(text string) string {
	if !strings.Contains(text, "[") {
		return text
	}
	var b strings.Builder
	missing := map[string]bool{} // ends that do not come again: looked for once
	for {
		i := strings.IndexByte(text, '[')
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		text = text[i:]
		code, rest, ok := shortcode(text, missing)
		if !ok {
			code, rest = text[:1], text[1:]
		}
		b.WriteString(code)
		text = rest
	}
}

// maxCode is the longest "[caption …]" in bytes.
const maxCode = 2 << 10

// shortcode reads the code at the beginning of text and returns what it
// becomes, and what follows it.
func shortcode(text string, missing map[string]bool) (code, rest string, ok bool) {
	for _, s := range shortcodes {
		after, found := strings.CutPrefix(text[1:], s.name)
		if !found || after == "" || strings.IndexByte(" ]/\n", after[0]) < 0 {
			continue
		}
		stop := strings.IndexByte(after[:min(len(after), maxCode)], ']')
		if stop < 0 {
			return "", "", false
		}
		after = after[stop+1:]
		if !s.ends {
			return s.html(""), after, true
		}
		end := "[/" + s.name + "]"
		if missing[end] {
			return "", "", false
		}
		content, rest, found := strings.Cut(after, end)
		missing[end] = !found
		return s.html(content), rest, found
	}
	return "", "", false
}
