package output

// A record comes in; JSON without nulls and without raw control characters
// goes out.

import (
	"bytes"
	"encoding/json"

	"pressclip/extract"
)

func encodeJSON(a *extract.Article, o Options) ([]byte, error) {
	v, err := record(a, o)
	if err != nil {
		return nil, err
	}
	return marshal(v, o.Pretty)
}

// marshal is encoding/json as the record wants it: "<" stays "<", a list is
// always a list, no control character is raw, and a line feed ends it.
func marshal(v any, pretty bool) ([]byte, error) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	if pretty {
		e.SetIndent("", "  ")
	}
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return scrub(buf.Bytes()), nil
}

// scrub escapes U+007F to U+009F, which encoding/json writes raw and terminals
// obey, and turns null into []: the record knows no null, so that one can only
// come from a list that was left nil.
func scrub(b []byte) []byte {
	if !needsScrub(b) {
		return b
	}
	out := make([]byte, 0, len(b)+64)
	inString := false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case inString && c == '\\': // no JSON escape is longer than what matters here
			out = append(out, c, b[i+1])
			i++
		case c == '"':
			inString = !inString
			out = append(out, c)
		case inString && c == 0x7F:
			out = append(out, `\u007f`...)
		case inString && c == 0xC2 && b[i+1] < 0xA0:
			out = append(out, `\u00`...)
			out = append(out, hexDigits[b[i+1]>>4], hexDigits[b[i+1]&15])
			i++
		case !inString && c == 'n':
			out = append(out, "[]"...)
			i += len("null") - 1
		default:
			out = append(out, c)
		}
	}
	return out
}

const hexDigits = "0123456789abcdef"

func needsScrub(b []byte) bool {
	if bytes.Contains(b, []byte("null")) || bytes.IndexByte(b, 0x7F) >= 0 {
		return true
	}
	for rest := b; ; {
		i := bytes.IndexByte(rest, 0xC2)
		if i < 0 {
			return false
		}
		if rest[i+1] < 0xA0 { // a lead byte is never the last one: the encoder writes valid UTF-8
			return true
		}
		rest = rest[i+1:]
	}
}
