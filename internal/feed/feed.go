// Package feed reads the items of RSS 0.9 to 2.0, Atom (RFC 4287) and WordPress
// exports (WXR), one after the other: the HTML of each with what the feed says
// about it.
package feed

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"pressclip/internal/charset"
)

// An Item is one entry of a feed.
type Item struct {
	ID, URL, Title, Description string
	Authors, Categories, Tags   []string
	Published, Updated          string // as written
	Language, Site              string // of the feed
	HTML                        string // the content; the description where there is no other
	Skip                        string // why it is no article; "" for one
	full, postType, status      string
}

// Errors at the end of a sequence.
var (
	ErrTooLarge = errors.New("an item larger than the limit")
	ErrDamaged  = errors.New("the feed is damaged")
)

// maxNesting bounds the open elements: the decoder keeps a record of each.
const maxNesting = 256

// Items reads a feed to its end. An item may have up to maxBytes bytes of XML,
// 0 for any number. An error comes last, with an Item of no meaning.
func Items(r io.Reader, maxBytes int64) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		budget := &budget{r: r, max: maxBytes}
		budget.renew()
		d := xml.NewDecoder(budget)
		d.Strict = false
		d.Entity = xml.HTMLEntity
		d.CharsetReader = charsetReader
		p := &parser{d: d, names: map[string]string{}}
		for {
			item, err := p.next()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(Item{}, p.explain(err))
				return
			}
			budget.renew()
			if !yield(item, nil) {
				return
			}
		}
	}
}

// charsetReader decodes a feed that declares its charset.
func charsetReader(label string, r io.Reader) (io.Reader, error) {
	d, err := charset.NewDecoder(label)
	if err != nil {
		return nil, err
	}
	return d.Reader(r), nil
}

// A budget bounds what is read for one item, and with it the decoder's memory.
type budget struct {
	r         io.Reader
	max, left int64
}

// renew is called behind each item. The rest of an item that was read ahead
// counts for the next.
func (b *budget) renew() { b.left = b.max + 64<<10 }

func (b *budget) Read(p []byte) (int, error) {
	if b.max > 0 && b.left <= 0 {
		return 0, ErrTooLarge
	}
	n, err := b.r.Read(p)
	b.left -= int64(n)
	return n, err
}

// A parser reads one feed.
type parser struct {
	d              *xml.Decoder
	depth          int // open elements
	language, site string
	names          map[string]string // WordPress: the shown name of a login
	done           bool
}

// explain says where a feed can not be read further.
func (p *parser) explain(err error) error {
	if errors.Is(err, ErrTooLarge) {
		return err
	}
	syntax := (*xml.SyntaxError)(nil)
	if errors.As(err, &syntax) {
		err = errors.New(syntax.Msg)
	}
	return fmt.Errorf("%w at byte %d: %w", ErrDamaged, p.d.InputOffset(), err)
}

// token reads a token and keeps count of the open elements.
func (p *parser) token() (xml.Token, error) {
	t, err := p.d.Token()
	if err != nil {
		return nil, err
	}
	switch t.(type) {
	case xml.StartElement:
		if p.depth++; p.depth > maxNesting {
			return nil, fmt.Errorf("more than %d elements in each other", maxNesting)
		}
	case xml.EndElement:
		p.depth--
	}
	return t, nil
}

// next reads up to the end of the next item.
func (p *parser) next() (Item, error) {
	for !p.done {
		t, err := p.token()
		if err == io.EOF && p.depth > 0 {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return Item{}, err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			if _, end := t.(xml.EndElement); end && p.depth == 0 {
				p.done = true // what is behind the feed is none of it
			}
			continue
		}
		if start.Name.Local == "item" || start.Name.Local == "entry" {
			return p.item(start)
		}
		if err := p.feedField(start); err != nil {
			return Item{}, err
		}
	}
	return Item{}, io.EOF
}

// feedField takes what a feed says of all its items.
func (p *parser) feedField(start xml.StartElement) error {
	if lang := attribute(start, "lang"); lang != "" && p.language == "" {
		p.language = lang
	}
	switch name := start.Name.Local; {
	case name == "title" && p.site == "", name == "language" && p.language == "":
		text, err := p.text()
		if name == "title" {
			p.site = text
		} else {
			p.language = text
		}
		return err
	case name == "author" && isWordPress(start.Name.Space):
		return p.wordPressAuthor()
	case name == "image" || name == "textInput":
		_, err := p.text()
		return err
	}
	return nil
}

// wordPressAuthor reads <wp:author>: a login and the name that is shown for it.
func (p *parser) wordPressAuthor() error {
	var login, shown string
	err := p.children(func(start xml.StartElement) error {
		text, err := p.text()
		switch start.Name.Local {
		case "author_login":
			login = text
		case "author_display_name":
			shown = text
		}
		return err
	})
	const maxNames = 10_000
	if shown != "" && len(p.names) < maxNames {
		p.names[login] = shown
	}
	return err
}

// children calls f for each element in the open one, which f reads to its end.
func (p *parser) children(f func(xml.StartElement) error) error {
	for level := p.depth; ; {
		t, err := p.token()
		if err != nil {
			return unexpected(err)
		}
		if start, ok := t.(xml.StartElement); ok {
			if err := f(start); err != nil {
				return err
			}
		}
		if p.depth < level {
			return nil
		}
	}
}

// item reads one item to its end.
func (p *parser) item(start xml.StartElement) (Item, error) {
	item := Item{Language: p.language, Site: p.site, URL: attribute(start, "about")}
	if lang := attribute(start, "lang"); lang != "" {
		item.Language = lang
	}
	wordPress := false
	err := p.children(func(start xml.StartElement) error {
		wordPress = wordPress || isWordPress(start.Name.Space)
		return p.field(&item, start)
	})
	if err != nil {
		return Item{}, err
	}
	for i, name := range item.Authors {
		if shown := p.names[name]; shown != "" {
			item.Authors[i] = shown
		}
	}
	item.settle(wordPress)
	return item, nil
}

// isWordPress reports whether a name is one of WordPress exports.
func isWordPress(space string) bool {
	return space == "wp" || strings.Contains(space, "wordpress.org/export")
}

// settle decides what the item's HTML is, and whether it is an article.
func (item *Item) settle(wordPress bool) {
	item.HTML = item.full
	if strings.TrimSpace(item.HTML) == "" && !wordPress {
		item.HTML, item.Description = item.Description, ""
	}
	if wordPress {
		item.HTML = paragraphs(expand(item.HTML))
	}
	item.Description = strings.TrimSpace(item.Description)
	switch {
	case item.postType != "" && item.postType != "post" && item.postType != "page":
		item.Skip = "no post but of the type " + item.postType
	case item.status != "" && item.status != "publish" && item.status != "private":
		item.Skip = "a post that is not published"
	case strings.TrimSpace(item.HTML) == "":
		item.Skip = "an item without content"
	}
}

// attribute is the value of an attribute by its local name.
func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return strings.TrimSpace(a.Value)
		}
	}
	return ""
}

// unexpected says that an end is one in the middle of an item.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
