package bulk

import (
	"bytes"
	"io"

	"golang.org/x/net/html"
)

// Tokens takes everything that the tokenizer's low-level calls have to give of a
// page and does nothing with it: the floor under every reader of pages.
func Tokens(page []byte) error {
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); err != io.EOF {
				return err
			}
			return nil
		case html.TextToken:
			z.Text()
		case html.StartTagToken, html.SelfClosingTagToken:
			_, more := z.TagName()
			for more {
				_, _, more = z.TagAttr()
			}
		case html.EndTagToken:
			z.TagName()
		}
	}
}
