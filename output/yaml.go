package output

// Strings come in; YAML scalars that every reader takes for them go out.

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// yamlIndent is the indentation, in spaces. The guard of scalarStyle was tested
// with this one; yaml.v3 breaks other strings at another.
const yamlIndent = 2

// writeYAML writes n as a document without a marker.
func writeYAML(w io.Writer, n *yaml.Node) error {
	e := yaml.NewEncoder(w)
	e.SetIndent(yamlIndent)
	if err := e.Encode(n); err != nil {
		return err
	}
	return e.Close()
}

// stringNode returns a scalar that YAML 1.1 and 1.2 readers take for the
// string s and for nothing else.
func stringNode(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: s, Style: scalarStyle(s)}
}

// scalarStyle chooses how s is written. yaml.v3 writes block scalars that do
// not read back, and plain ones that YAML 1.1 readers take for numbers, dates
// or booleans; so plain and literal are for strings that are known to be
// harmless, and all others get double quotes.
func scalarStyle(s string) yaml.Style {
	switch {
	case isPlain(s):
		return 0
	case isLiteral(s):
		return yaml.LiteralStyle
	}
	return yaml.DoubleQuotedStyle
}

// yamlWords are the words that YAML 1.1 or 1.2 takes for a boolean or null, in
// lower case; all that begin with a letter.
var yamlWords = []string{"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"}

// isPlain reports whether s can go without quotes. Numbers, dates, times and
// indicators ("=", "<<", "~", "- x") begin with something other than a letter,
// so that letters first leaves only words and ": " and " #" to look out for.
func isPlain(s string) bool {
	for _, w := range yamlWords {
		if strings.EqualFold(s, w) {
			return false
		}
	}
	prev := rune(-1)
	for _, r := range s {
		switch {
		case unicode.IsLetter(r):
		case prev < 0: // first must be a letter
			return false
		case r == ' ' && prev != ' ' && prev != ':':
		case r == '#' && prev == ' ':
			return false
		case unicode.IsDigit(r), r < utf8.RuneSelf && strings.ContainsRune(plainPunct, r):
		default:
			return false
		}
		prev = r
	}
	return prev >= 0 && prev != ' ' && prev != ':'
}

// plainPunct is the ASCII punctuation that a plain scalar may hold after its
// first letter (YAML 1.2, 7.3.3). Brackets and quotes are legal too, and left
// out for the sake of lesser readers.
const plainPunct = ".,;:/()-_+%&!?=@$*~#'"

// isLiteral reports whether s can be a block scalar: lines of printable text
// without white space at the ends of s or of a line.
func isLiteral(s string) bool {
	if !strings.Contains(s, "\n") || strings.TrimSpace(s) != s {
		return false
	}
	prev := rune(0)
	for _, r := range s {
		if r == '\n' && (prev == ' ' || prev == '\t') {
			return false
		}
		if r != '\n' && r != '\t' && !unicode.IsPrint(r) {
			return false
		}
		prev = r
	}
	return true
}
