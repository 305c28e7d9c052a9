package extract

// scan_rawskip.go spares the tokenizer what nobody reads: bytes of the page come
// in, and go out without the insides of scripts, style sheets and frames, which
// are more than half of most pages.

import (
	"bytes"
	"io"
)

// skipBuffer is how many bytes of the page are looked at together.
const skipBuffer = 16 << 10

// A rawSkipper reads for a tokenizer. While that stands in raw text (HTML
// Standard 13.2.5.2 to 13.2.5.4) of which the scanner reads nothing, what can
// not end the text is dropped: the tokenizer would look at each byte of it.
type rawSkipper struct {
	r          io.Reader
	s          *scanner
	start, end int // of what is left in s.skipBuf
	err        error
}

// Read implements io.Reader. The tokenizer calls it in the middle of a token,
// of which it shows what it has so far.
func (k *rawSkipper) Read(p []byte) (int, error) {
	if k.start == k.end && !k.fill() {
		return 0, k.err
	}
	// A "<" in the token may begin the end tag or, in a script, "<!--": from
	// there on each byte may count.
	if k.s.raw == rawSkip && bytes.IndexByte(k.s.z.Raw(), '<') < 0 && !k.skip() {
		return 0, k.err
	}
	n := copy(p, k.left()[:k.piece(len(p))])
	k.start += n
	return n, nil
}

func (k *rawSkipper) left() []byte { return k.s.skipBuf[k.start:k.end] }

// fill reads more of the page. It reports false where there is no more, or no
// room for more.
func (k *rawSkipper) fill() bool {
	buf := k.s.skipBuf[:]
	k.start, k.end = 0, copy(buf, k.left())
	for range 100 { // as bufio does, readers that give nothing are given up
		if k.err != nil || k.end == len(buf) {
			return false
		}
		var n int
		n, k.err = k.r.Read(buf[k.end:])
		if k.end += n; n > 0 {
			return true
		}
	}
	k.err = io.ErrNoProgress
	return false
}

// drop passes over n bytes; they count as read.
func (k *rawSkipper) drop(n int) {
	k.start += n
	k.s.read += n
}

// skip drops what comes before the first bytes that may end the raw text, or
// change how it ends. It reports false where the page ends first.
func (k *rawSkipper) skip() bool {
	name := elements[k.s.started].name
	for {
		i := bytes.IndexByte(k.left(), '<')
		if i < 0 {
			k.drop(k.end - k.start)
			if !k.fill() {
				return false
			}
			continue
		}
		k.drop(i)
		for k.end-k.start <= len("</")+len(name) && k.fill() {
		}
		if mayEnd(k.left(), name) {
			return true
		}
		k.drop(1)
	}
}

// mayEnd reports whether b, which begins with "<", may end the raw text of an
// element, or begin a part of a script in which end tags do not end it
// (13.2.5.20 and on).
func mayEnd(b []byte, name string) bool {
	const comment = "<!--"
	if name == "script" && bytes.HasPrefix(b, []byte(comment[:min(len(b), len(comment))])) {
		return true
	}
	n := len("</") + len(name)
	if len(b) <= n {
		return true // the page ends here
	}
	kind := tagByte[b[n]]
	return b[1] == '/' && bytes.EqualFold(b[2:n], []byte(name)) && (kind == tagSpace || kind == tagSlash || kind == tagEnd)
}

// piece returns how much of what is left the tokenizer gets at once, at most
// so many bytes: a piece ends with the start tag of a script or a style sheet,
// so that what is in it can be dropped.
func (k *rawSkipper) piece(most int) int {
	b := k.left()
	b = b[:min(len(b), most)]
	for i := 0; ; {
		next := bytes.Index(b[i:], []byte("<s"))
		if next < 0 {
			return len(b)
		}
		i += next + len("<s")
		if rest := b[i:]; bytes.HasPrefix(rest, []byte("cript")) || bytes.HasPrefix(rest, []byte("tyle")) {
			if end := bytes.IndexByte(rest, '>'); end >= 0 {
				return i + end + 1
			}
			return len(b)
		}
	}
}
