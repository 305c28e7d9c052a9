package source

// A feed comes in; a page for each of its items goes out.

import (
	"errors"
	"io"

	"pressclip/internal/feed"
)

// feed yields the items of a feed.
func (a *archive) feed(r io.Reader) {
	for item, err := range feed.Items(r, a.in.MaxBytes) {
		switch {
		case errors.Is(err, feed.ErrTooLarge):
			a.fail(ErrTooLarge)
			return
		case errors.Is(err, feed.ErrDamaged):
			a.damaged(err)
			return
		case err != nil:
			a.fail(err)
			return
		}
		member := item.ID
		for _, name := range []string{item.URL, item.Title, "item"} {
			if member == "" {
				member = name
			}
		}
		member = shorten(member, maxName)
		if !a.take(member) {
			return
		}
		if item.Skip != "" {
			a.skip(member, item.Skip)
		} else if !a.item(member, item) {
			return
		}
	}
}

// item yields one item as a page of its own.
func (a *archive) item(member string, item feed.Item) bool {
	var f front
	f.set("title", item.Title)
	f.list("author", item.Authors)
	f.set("date", item.Published)
	f.set("modified", item.Updated)
	f.set("lang", item.Language)
	f.set("description", plainText(item.Description))
	f.list("category", item.Categories)
	f.list("tags", item.Tags)
	body := append(f.end(), "<article>"...)
	body = append(append(body, item.HTML...), "</article>\n"...)
	d := Doc{Charset: "utf-8", Open: once(body)}
	where := ""
	if isWebURL(item.URL) {
		d.URL, where = item.URL, fromURL(item.URL)
	}
	return a.give(member, where, d)
}

// plainText drops tags: descriptions are often HTML.
func plainText(s string) string {
	b := make([]byte, 0, len(s))
	inTag := false
	for i := range len(s) {
		switch c := s[i]; {
		case c == '<':
			inTag = true
		case c == '>' && inTag:
			inTag = false
			b = append(b, ' ')
		case !inTag:
			b = append(b, c)
		}
	}
	return string(b)
}
