package output

// The JSON of a record comes in; one YAML document goes out.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"pressclip/extract"
)

// yamlIndent is the indentation, in spaces. The guard of scalarStyle was tested
// with this one; yaml.v3 breaks other strings at another.
const yamlIndent = 2

// maxYAMLDepth is how many lists and objects are indented inside each other.
// What is deeper goes on one line, so that the length of the output does not
// grow with the square of the depth.
const maxYAMLDepth = 40

// encodeYAML writes a document that begins with "---", so that documents
// written one after the other are a stream.
func encodeYAML(a *extract.Article, o Options) ([]byte, error) {
	v, err := record(a, o)
	if err != nil {
		return nil, err
	}
	text, err := marshal(v, false)
	if err != nil {
		return nil, err
	}
	n, err := yamlNode(text)
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	buf.WriteString("---\n")
	err = writeYAML(&buf, n)
	return buf.Bytes(), err
}

// writeYAML writes n as a document without a marker.
func writeYAML(w io.Writer, n *yaml.Node) error {
	e := yaml.NewEncoder(w)
	e.SetIndent(yamlIndent)
	if err := e.Encode(n); err != nil {
		return err
	}
	return e.Close()
}

// yamlNode turns JSON into YAML nodes: the names and their order are those of
// the JSON by construction. The nodes have no anchors, aliases or tags.
func yamlNode(text []byte) (*yaml.Node, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	root := &yaml.Node{Kind: yaml.DocumentNode}
	open := []*yaml.Node{root}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading back the JSON: %w", err)
		}
		if t == json.Delim('}') || t == json.Delim(']') {
			open = open[:len(open)-1]
			continue
		}
		top, n := open[len(open)-1], tokenNode(t)
		if n.Kind != yaml.ScalarNode && len(open) > maxYAMLDepth {
			n.Style = yaml.FlowStyle
		}
		top.Content = append(top.Content, n)
		if n.Kind != yaml.ScalarNode {
			open = append(open, n)
		}
	}
}

func tokenNode(t json.Token) *yaml.Node {
	switch t := t.(type) {
	case string:
		return stringNode(t)
	case json.Number:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: t.String()}
	case bool:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: fmt.Sprint(t)}
	case json.Delim:
		if t == '{' {
			return &yaml.Node{Kind: yaml.MappingNode}
		}
		return &yaml.Node{Kind: yaml.SequenceNode}
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Value: "null"} // marshal writes none
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
