package extract

// scan_longtag.go bounds what one tag takes: bytes of the page come in, and go out
// without what is too much of a tag.

import (
	"io"

	"golang.org/x/net/html"
)

// maxTag is how much of a tag is read, in bytes. The tokenizer holds a tag
// whole, with some 50 bytes for each of its attributes and more for the names:
// a page of 64 MiB that is one tag would take a gigabyte. Pictures that stand
// in their tags are smaller.
const maxTag = 8 << 20

// A tagCutter reads for a tokenizer. Of a tag longer than maxTag it drops what
// comes before the closing ">".
type tagCutter struct {
	r      io.Reader
	z      *html.Tokenizer
	tokens *int // where the tokenizer's token begins, in bytes
	noTag  int  // a long token that began here is text
	place  tagPlace
	quote  byte // still to be handed out
	cut    bool // some tag was cut
}

// Read implements io.Reader. The tokenizer calls it in the middle of a token,
// of which it shows what it has so far.
func (c *tagCutter) Read(p []byte) (int, error) {
	if c.place == outsideTag {
		if most := c.room(); most > 0 {
			return c.r.Read(p[:min(len(p), most)])
		}
	}
	if c.quote != 0 {
		p[0], c.quote = c.quote, 0
		return 1, nil
	}
	for {
		n, err := c.r.Read(p)
		if end := c.place.advance(p[:n]); c.place == outsideTag {
			return copy(p, p[end:n]), err
		}
		if err != nil {
			return 0, err
		}
	}
}

// room returns how many bytes the tokenizer may have: no more than a tag that
// it stands in, or that begins among them, has left, so that tags are cut at the
// same byte however the page arrives. It returns 0 where a tag has to be cut.
func (c *tagCutter) room() int {
	token := c.z.Raw()
	switch {
	case len(token) < maxTag:
		return maxTag - len(token)
	case c.noTag == *c.tokens:
		return maxTag
	}
	if c.place = placeIn(token); c.place == outsideTag {
		c.noTag = *c.tokens
		return maxTag
	}
	c.quote, c.cut = c.place.quote(), true
	return 0
}

// A tagPlace is a place in a tag (HTML Standard, 13.2.5.8 and 13.2.5.32 to
// 13.2.5.39, as far as it matters to where the tag ends).
type tagPlace uint8

const (
	outsideTag tagPlace = iota
	inTagName
	beforeKey
	inKey // and behind it
	beforeValue
	inValue
	inDoubleQuotes
	inSingleQuotes
)

// placeIn returns the place at the end of token, outsideTag if token is no tag
// or has come to its end.
func placeIn(token []byte) tagPlace {
	i := 1
	if len(token) > 1 && token[1] == '/' {
		i = 2
	}
	if len(token) <= i || token[0] != '<' || token[i]|0x20 < 'a' || token[i]|0x20 > 'z' {
		return outsideTag
	}
	p := inTagName
	p.advance(token[i:])
	return p
}

// quote returns the quote that p is in, or 0.
func (p tagPlace) quote() byte {
	switch p {
	case inDoubleQuotes:
		return '"'
	case inSingleQuotes:
		return '\''
	}
	return 0
}

// advance goes over b. Where the tag ends in it, the place is outsideTag and
// the index that of the ">".
func (p *tagPlace) advance(b []byte) int {
	for i, c := range b {
		if *p = p.next(c); *p == outsideTag {
			return i
		}
	}
	return len(b)
}

// next returns the place after c.
func (p tagPlace) next(c byte) tagPlace {
	switch {
	case p == inDoubleQuotes || p == inSingleQuotes:
		if c == p.quote() {
			return beforeKey
		}
		return p
	case c == '>':
		return outsideTag
	case tagByte[c] == tagSpace:
		if p == inTagName || p == inValue {
			return beforeKey
		}
		return p
	case p == inValue:
		return p
	case p == beforeValue:
		switch c {
		case '"':
			return inDoubleQuotes
		case '\'':
			return inSingleQuotes
		}
		return inValue
	case c == '/':
		return beforeKey
	case p == inTagName:
		return p
	case p == inKey && c == '=':
		return beforeValue
	}
	return inKey
}
