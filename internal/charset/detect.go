package charset

// A window of the page in, the encoding and the reason out.

import "bytes"

const (
	// windowSize is how many bytes are looked at to decide, and how many are
	// held. Declarations stand in the first kilobyte; the rest is for the first
	// characters that are not ASCII.
	windowSize = 64 << 10

	// utf16Sample is how many bytes at the start show whether a page is UTF-16.
	utf16Sample = 1 << 10

	// utf16Least is how many of those must be NUL: "<html" has five.
	utf16Least = 4

	// damageRatio is how many good sequences for each bad one make UTF-8 with
	// damage rather than another encoding: text in a legacy encoding forms a
	// sequence by accident far more rarely than once in ten.
	damageRatio = 10

	// declaredRatio is how many bad sequences for each good one are forgiven
	// where UTF-8 is declared: windows-1252 text forms hardly any good one.
	declaredRatio = 4
)

// boms are the byte order marks. Encoding Standard, 6 "BOM sniff".
var boms = []struct {
	mark string
	of   *charset
}{
	{"\xEF\xBB\xBF", plainUTF8},
	{"\xFE\xFF", utf16BE},
	{"\xFF\xFE", utf16LE},
}

// bom returns the encoding whose mark starts b and the mark's length, or nil.
func bom(b []byte) (*charset, int) {
	for _, m := range boms {
		if bytes.HasPrefix(b, []byte(m.mark)) {
			return m.of, len(m.mark)
		}
	}
	return nil, 0
}

// utf16Of returns the form of UTF-16 whose markup b is, by the NUL bytes that
// stand beside each ASCII character, or nil. Browsers look for the same: HTML
// Standard, 13.2.3.2 (bytes 3C 00 3F 00 78 00); it is widened here to pages
// without an XML declaration, and asks for a quarter of all units.
func utf16Of(b []byte) *charset {
	b = b[:min(len(b), utf16Sample)]
	var nul [2]int
	for i := bytes.IndexByte(b, 0); i >= 0 && i < len(b); i++ {
		if b[i] == 0 {
			nul[i&1]++
		}
	}
	least := max(len(b)/2/4, utf16Least)
	switch {
	case nul[1] >= least && nul[1] > 8*nul[0]:
		return utf16LE
	case nul[0] >= least && nul[0] > 8*nul[1]:
		return utf16BE
	}
	return nil
}

// labelOf returns the encoding that the HTTP header or else the page declares,
// and where; nil if neither does.
func labelOf(page []byte, contentType string) (*charset, string) {
	if e := lookup(charsetOf([]byte(contentType))); e != nil {
		const where = "declared in the HTTP header"
		if (e == utf16LE || e == utf16BE) && bytes.IndexByte(page, 0) < 0 {
			return plainUTF8, where // no markup in UTF-16 is without NUL bytes
		}
		return e, where
	}
	return prescan(page)
}

// decide returns the encoding of a page by the bytes from its first that is
// not ASCII, and why. valid says whether all of them are valid UTF-8, label is
// what was declared, or nil.
func decide(window []byte, valid bool, label *charset, where string) (*charset, string) {
	switch {
	case valid && label == nil:
		return plainUTF8, "valid UTF-8"
	case valid && label == plainUTF8:
		return plainUTF8, where
	case valid:
		return plainUTF8, "valid UTF-8 although " + label.name + " was " + where
	}
	good, bad := tally(window)
	switch {
	case good > damageRatio*bad:
		return plainUTF8, "UTF-8 with damaged bytes"
	case label == plainUTF8 && good*declaredRatio >= bad:
		return plainUTF8, where + ", with damaged bytes"
	case label == plainUTF8:
		return windows1252, "default: not UTF-8 although " + where
	case label != nil:
		return label, where
	}
	return windows1252, "default"
}
