package output

// A record comes in; one YAML document goes out, a part at a time, so that a
// large one is never held as nodes.

import (
	"bytes"
	"io"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"pressclip/extract"
)

// maxYAMLDepth is how many lists and objects are indented inside each other.
// What is deeper goes on one line, so that the length of the output does not
// grow with the square of the depth.
const maxYAMLDepth = 40

// partNodes is how many nodes are collected before they are written, and
// nodeSize how many bytes one takes, about.
const (
	partNodes = 8192
	nodeSize  = 200
)

// writeRecordYAML writes a document that begins with "---", so that documents
// written one after the other are a stream.
func writeRecordYAML(w io.Writer, a *extract.Article, o Options) error {
	s, err := chosen(a, o)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, "---\n"); err != nil {
		return err
	}
	y := newYAMLWriter(w)
	if err := s.walk(y); err != nil {
		return err
	}
	y.part()
	return y.err
}

// A yamlWriter collects nodes and writes them with yaml.v3. The names and their
// order are those of the JSON by construction; the nodes have no anchors,
// aliases or tags.
//
// Each part is written as a document of its own: what is new, inside the lists
// and objects that are open. Those that an earlier part has begun are cut off
// its text.
type yamlWriter struct {
	w     io.Writer    // nil: all nodes stay in path[0]
	path  []*yaml.Node // the document, then the open lists and objects
	begun []*yaml.Node // those that an earlier part has begun: each holds the next one first
	nodes int          // since the last part
	most  int          // so many are a part
	err   error        // the first failure stays
}

func newYAMLWriter(w io.Writer) *yamlWriter {
	return &yamlWriter{w: w, most: partNodes, path: []*yaml.Node{{Kind: yaml.DocumentNode}}}
}

func (y *yamlWriter) open(list bool) {
	n := &yaml.Node{Kind: yaml.MappingNode}
	if list {
		n.Kind = yaml.SequenceNode
	}
	if len(y.path) > maxYAMLDepth {
		n.Style = yaml.FlowStyle
	}
	y.add(n)
	y.path = append(y.path, n)
}

func (y *yamlWriter) key(name string) { y.add(stringNode(name)) }

func (y *yamlWriter) text(s string) {
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // U+FFFD for each byte that is no UTF-8, as in the JSON
	}
	y.value(stringNode(s))
}

func (y *yamlWriter) bare(literal string) {
	y.value(&yaml.Node{Kind: yaml.ScalarNode, Value: literal})
}

func (y *yamlWriter) value(n *yaml.Node) {
	y.nodes += len(n.Value) / nodeSize
	y.add(n)
	y.complete()
}

func (y *yamlWriter) close() {
	last := len(y.path) - 1
	n := y.path[last]
	y.path = y.path[:last]
	if last < len(y.begun) && y.begun[last] == n && len(n.Content) == 0 { // all of it is written
		y.begun = y.begun[:last]
		y.path[last-1].Content = y.path[last-1].Content[:0]
	}
	y.complete()
}

// add puts a node into the innermost list or object.
func (y *yamlWriter) add(n *yaml.Node) {
	top := y.path[len(y.path)-1]
	top.Content = append(top.Content, n)
	y.nodes++
}

// complete writes a part if there is enough for one. It is called where the
// innermost list or object has got a member.
func (y *yamlWriter) complete() {
	if y.w == nil || y.nodes < y.most || len(y.path) == 1 || len(y.path) > maxYAMLDepth {
		return
	}
	if top := y.path[len(y.path)-1]; len(top.Content) == 0 {
		return
	}
	y.part()
	for i, n := range y.path { // of what was written, only the way to what follows is kept
		keep := 0
		switch {
		case i == len(y.path)-1:
		case n.Kind == yaml.MappingNode:
			keep = 2 // key and value
		default:
			keep = 1
		}
		n.Content = append([]*yaml.Node(nil), n.Content[len(n.Content)-keep:]...)
	}
	y.begun = append(y.begun[:0], y.path...)
}

// part writes what is new.
func (y *yamlWriter) part() {
	y.nodes = 0
	if len(y.path[0].Content) == 0 || y.err != nil {
		return
	}
	c := cutter{w: y.w}
	for i := 1; i+1 < len(y.begun); i++ {
		if y.begun[i].Kind == yaml.MappingNode { // its key has a line of its own
			c.lines, c.markers = c.lines+1, 0
		} else {
			c.markers++
		}
	}
	y.err = writeYAML(&c, y.path[0])
}

// A cutter passes text on without its first lines and, in the line after them,
// without the first markers of list entries.
type cutter struct {
	w              io.Writer
	lines, markers int
}

func (c *cutter) Write(b []byte) (int, error) {
	n := len(b)
	for c.lines > 0 {
		i := bytes.IndexByte(b, '\n')
		if i < 0 {
			return n, nil
		}
		b, c.lines = b[i+1:], c.lines-1
	}
	for i := 0; c.markers > 0 && i < len(b); i++ {
		if b[i] == '-' {
			b[i] = ' '
			c.markers--
		}
	}
	_, err := c.w.Write(b)
	return n, err
}
