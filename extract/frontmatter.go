package extract

import (
	"bufio"
	"html"
	"io"
	"strings"
)

// frontmatter.go reads what some archives put before the HTML: a block between
// "---" lines, of "key: value" lines or of the title alone, valid YAML or not.

// frontMatter holds the values by key, in lower case; a list has several. The
// line without a key is under "title".
type frontMatter map[string][]string

// frontLimit is how much of a page the block may be, in bytes.
const frontLimit = 16 << 10

// frontFields are the keys that fill fields.
var frontFields = map[string]field{
	"title": fieldTitle, "subtitle": fieldSubtitle, "description": fieldDescription, "summary": fieldDescription, "excerpt": fieldDescription,
	"author": fieldAuthor, "authors": fieldAuthor, "date": fieldPublished, "published": fieldPublished, "lastmod": fieldModified,
	"modified": fieldModified, "updated": fieldModified, "lang": fieldLanguage, "language": fieldLanguage, "category": fieldCategory,
	"categories": fieldCategory, "section": fieldCategory, "tag": fieldTag, "tags": fieldTag, "keywords": fieldTag, "canonical": fieldURL,
}

// readFrontMatter takes the block off the start of a page. Without one, it
// returns the page as it is and nil.
func readFrontMatter(r io.Reader) (io.Reader, frontMatter, error) {
	var first [3]byte
	n, err := io.ReadFull(r, first[:])
	rest := io.MultiReader(strings.NewReader(string(first[:n])), r)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, nil, err
	}
	if string(first[:n]) != "---" {
		return rest, nil, nil
	}
	buf := bufio.NewReaderSize(rest, frontLimit)
	head, _ := buf.Peek(frontLimit) // an error shows again in Read
	block, size, ok := cutFrontMatter(string(head))
	if !ok {
		return buf, nil, nil
	}
	if _, err := buf.Discard(size); err != nil {
		return nil, nil, err
	}
	return buf, parseFrontMatter(block), nil
}

// cutFrontMatter finds the block at the start of a page and its length with both
// borders. A line may end in the closing border: some archives lost the line
// feed before it.
func cutFrontMatter(page string) (block string, size int, ok bool) {
	line, rest, found := strings.Cut(page, "\n")
	if !found || strings.TrimSpace(line) != "---" {
		return "", 0, false
	}
	start := len(page) - len(rest)
	for at := start; at < len(page); {
		line, rest, found = strings.Cut(page[at:], "\n")
		end := at + len(line)
		text := strings.TrimRight(line, " \t\r")
		if strings.HasPrefix(strings.TrimSpace(text), "<") {
			return "", 0, false // markup: the first line was a rule
		}
		if body, closed := strings.CutSuffix(text, "---"); closed {
			if found {
				end++
			}
			return page[start:at] + body, end, true
		}
		if !found {
			break
		}
		at = len(page) - len(rest)
	}
	return "", 0, false
}

// parseFrontMatter reads the lines of a block.
func parseFrontMatter(block string) frontMatter {
	f := frontMatter{}
	key := ""
	for line := range strings.Lines(block) {
		line = strings.TrimRight(line, " \t\r\n")
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || trimmed[0] == '#' {
			continue
		}
		if item, ok := strings.CutPrefix(trimmed, "- "); ok && key != "" {
			f.add(key, item)
			continue
		}
		k, value, ok := strings.Cut(trimmed, ":")
		if name := strings.ToLower(strings.TrimSpace(k)); ok && isKey(name) {
			key = name
			f.values(key, strings.TrimSpace(value))
		} else if line[0] != ' ' && f["title"] == nil {
			f.add("title", trimmed)
		}
	}
	return f
}

// isKey reports whether the text before a colon is a key and not words of a
// title: a known key, or one that is a name.
func isKey(s string) bool {
	if _, ok := frontFields[s]; ok {
		return true
	}
	for _, r := range s {
		if !(r >= 'a' && r <= 'z' || r == '_' || r == '-' || r == '.') {
			return false
		}
	}
	return s != "" && (strings.ContainsAny(s, "_-") || frontNames[s])
}

// frontNames are keys of site generators that fill no field: they tell that a
// line is no title.
var frontNames = map[string]bool{
	"layout": true, "slug": true, "draft": true, "permalink": true, "url": true, "id": true, "type": true, "weight": true, "image": true,
	"source": true, "site": true, "guid": true, "status": true, "thumbnail": true, "cover": true, "comments": true, "aliases": true, "series": true,
}

// values adds a scalar or a list in brackets.
func (f frontMatter) values(key, value string) {
	if len(value) > 1 && value[0] == '[' && value[len(value)-1] == ']' {
		for item := range strings.SplitSeq(value[1:len(value)-1], ",") {
			f.add(key, item)
		}
		return
	}
	f.add(key, value)
}

// add adds one value without its quotes, references decoded.
func (f frontMatter) add(key, value string) {
	value = strings.TrimSpace(value)
	if len(value) > 0 && (value[0] == '"' || value[0] == '\'') {
		quote := value[:1]
		value = strings.TrimSuffix(value[1:], quote) // the closing one may be lost
		if quote == `"` {
			value = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(value)
		} else {
			value = strings.ReplaceAll(value, "''", "'")
		}
	}
	if value = clean(html.UnescapeString(value)); value != "" {
		f[key] = append(f[key], value)
	}
}
