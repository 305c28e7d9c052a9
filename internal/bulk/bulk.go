// Package bulk makes corpora of any size, for measuring and for tests of whole
// runs: a few pages come in, as many as are wanted go out, each with other
// words, as a folder, JSON lines or a WARC file.
package bulk

import (
	"bytes"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// A Page is one page of a corpus.
type Page struct {
	Name string // of a file, with slashes, unique in its corpus
	URL  string // unique in its corpus
	HTML []byte // in the charset of its page
}

// Load reads the pages DIR/NAME/page.html, in the order of their names.
func Load(dir string) ([]Page, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "page.html"))
	if err != nil {
		return nil, fmt.Errorf("looking for pages: %w", err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no page.html below %s", dir)
	}
	var pages []Page
	for _, file := range files {
		html, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("reading a page: %w", err)
		}
		pages = append(pages, Page{Name: filepath.Base(filepath.Dir(file)), HTML: html})
	}
	return pages, nil
}

// perFolder is how many pages lie in one folder of a corpus.
const perFolder = 500

// Pages gives n pages: those of base in turn, no two with the same words. The
// same base and n give the same pages. HTML is valid until the next page.
func Pages(base []Page, n int) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		var html []byte
		for i := range n {
			from := base[i%len(base)]
			html = vary(html[:0], from.HTML, uint64(i))
			name := fmt.Sprintf("%04d/%07d-%s.html", i/perFolder, i, from.Name)
			if !yield(Page{Name: name, URL: "https://bulk.example/" + name, HTML: html}) {
				return
			}
		}
	}
}

// vary appends page to dst with other words: in every fourth word of five
// letters or more two letters change places, and the first paragraph has the
// seed at its end. Markup and bytes that are no ASCII stay as they are.
func vary(dst, page []byte, seed uint64) []byte {
	random := rand.New(rand.NewPCG(seed, 0))
	if i := bytes.Index(page, []byte("</p>")); i >= 0 {
		dst = fmt.Appendf(append(dst, page[:i]...), " [%d]", seed)
		page = page[i:]
	}
	start := len(dst)
	dst = append(dst, page...)
	rest := dst[start:]
	for len(rest) > 0 {
		n := textAt(rest)
		swapLetters(rest[:n], random)
		rest = rest[n:]
		rest = rest[markupAt(rest):]
	}
	return dst
}

// textAt is the length of the text at the start of b.
func textAt(b []byte) int {
	if i := bytes.IndexByte(b, '<'); i >= 0 {
		return i
	}
	return len(b)
}

// rawText are elements whose content is no text of the page.
var rawText = []string{"script", "style"}

// markupAt is the length of the tag at the start of b, with what it holds if
// that is no text of the page.
func markupAt(b []byte) int {
	for _, name := range rawText {
		if bytes.HasPrefix(b, []byte("<"+name)) {
			if i := bytes.Index(b, []byte("</"+name)); i >= 0 {
				return i + len("</"+name)
			}
			return len(b)
		}
	}
	if i := bytes.IndexByte(b, '>'); i >= 0 {
		return i + 1
	}
	return len(b)
}

// swapLetters changes words of text where they stand. A word has a space
// before and after it, so that a letter is never half of a character.
func swapLetters(text []byte, random *rand.Rand) {
	const shortest = 5
	for len(text) > 0 {
		n := bytes.IndexByte(text, ' ')
		if n < 0 {
			return
		}
		if word := text[:n]; n >= shortest && isWord(word) && random.IntN(4) == 0 {
			i := 1 + random.IntN(n-2)
			word[i], word[i+1] = word[i+1], word[i]
		}
		text = text[n+1:]
	}
}

// isWord reports whether b is made of small letters of ASCII alone.
func isWord(b []byte) bool {
	for _, c := range b {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}
