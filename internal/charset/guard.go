package charset

// GB18030 bytes in, UTF-8 out; a lead byte never takes the markup after it.

import "golang.org/x/text/transform"

// A guard corrects x/text's GB18030 decoder. The second byte of a four-byte
// character is a digit (Encoding Standard, 10.2.1), but that decoder takes any
// of 0x30 to 0x3F, and so 81 3C 81 30 swallows the "<" that 3C is. The guard ends
// the decoder's input before such a byte: none of : ; < = > ? is ever the second
// byte of a character.
type guard struct{ transform.Transformer }

// Transform implements transform.Transformer. It looks at no more of src than
// dst is long, so that work stays in proportion to what is handed out.
func (g guard) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for {
		piece, end := g.piece(src[nSrc:], max(len(dst)-nDst, 16))
		last := end || atEOF && nSrc+len(piece) == len(src)
		d, s, err := g.Transformer.Transform(dst[nDst:], piece, last)
		nDst, nSrc = nDst+d, nSrc+s
		if err == transform.ErrShortSrc && s > 0 && nSrc < len(src) {
			err = nil // the rest of the character is in the next piece
		}
		if err != nil || nSrc == len(src) {
			return nDst, nSrc, err
		}
	}
}

// piece returns the first bytes of src, at most limit, and whether they must
// be decoded as if nothing came after them.
func (guard) piece(src []byte, limit int) (piece []byte, end bool) {
	n := min(len(src), limit)
	for i := 0; i < n && i+1 < len(src); i++ {
		if src[i] >= 0x81 && 0x3A <= src[i+1] && src[i+1] <= 0x3F && (i+2 >= len(src) || src[i+2] >= 0x81) {
			return src[:i+1], true
		}
	}
	return src[:n], false
}
