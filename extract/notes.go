package extract

import (
	"strconv"
	"strings"
)

// notes.go joins footnotes to their marks: links to an id in the page that look
// like marks go in, which containers are notes comes out.

// notes are a page's footnotes.
type notes struct {
	labels map[string]string // by id of the note: its label, Item.ID
	used   map[string]bool   // labels given
	next   int               // number last tried as a label
	nodes  map[int32]string  // container → its id
	lists  map[int32]bool    // lists whose items are notes
	marks  map[int32]string  // link → id of its note
}

// find looks for marks in the kept text and for the notes that they lead to.
func (n *notes) find(b *builder) {
	targets := b.s.noteTargets()
	if len(targets) == 0 {
		return
	}
	n.findNodes(b, targets)
	if len(n.nodes) > 0 {
		n.label(b)
	}
}

// noteTargets are the ids that kept text refers to as to notes, each with the
// first leaf that does; nil if there are none.
func (s *selection) noteTargets() (targets map[string]int32) {
	p := s.p
	for i := range p.leaves {
		if !s.verdicts[i].keep {
			continue
		}
		for r := p.leaves[i].run0; r < p.leaves[i].run1; r++ {
			id := markTarget(p, &p.runs[r])
			if _, known := targets[id]; id == "" || known {
				continue
			}
			if targets == nil {
				targets = map[string]int32{}
			}
			targets[id] = int32(i)
		}
	}
	return targets
}

// markTarget returns the id that a run leads to, if it looks like a note's mark:
// raised, or a number or sign in brackets.
func markTarget(p *page, r *run) string {
	if r.link == none || r.image != none {
		return ""
	}
	href := p.bytes(p.links[r.link].href)
	if len(href) < 2 || href[0] != '#' {
		return ""
	}
	text := p.text[r.text.start:r.text.end]
	label := markLabel(text)
	if label == "" || r.style&bitSup == 0 && text[0] != '[' && !isMarkSign(label) {
		return ""
	}
	return clean(string(href[1:]))
}

// isMarkSign reports whether a label is a number or one of the signs that mark notes.
func isMarkSign(label string) bool {
	if _, err := strconv.Atoi(label); err == nil {
		return true
	}
	return strings.Trim(label, "*†‡§¶‖") == ""
}

// findNodes finds the containers that the marks lead to, after the marks: by
// their own id, or by that of an inline element at their start.
func (n *notes) findNodes(b *builder, targets map[string]int32) {
	p := b.p
	n.nodes, n.lists = map[int32]string{}, map[int32]bool{}
	add := func(i int32, id string) {
		node := &p.nodes[i]
		if at, ok := targets[id]; ok && node.first > at && b.anyKept(node) {
			n.addNode(p, i, id)
		}
	}
	p.eachNamed(func(i int32, id ref) { add(i, clean(p.str(id))) })
}

// eachNamed calls f for each container that a link may lead to, by its own id
// or by that of an inline element at its start.
func (p *page) eachNamed(f func(i int32, id ref)) {
	for i := 1; i < len(p.nodes); i++ {
		if id := p.nodes[i].id; !id.empty() {
			f(int32(i), id)
		}
	}
	for i := range p.targets {
		t := &p.targets[i]
		if int(t.node) < len(p.nodes) && p.nodes[t.node].first == t.leaf {
			f(t.node, t.id)
		}
	}
}

// noteHolders are the elements that hold a note.
var noteHolders = named("li", "p", "div", "aside")

// addNode takes a container as the note of an id, or the item that it begins.
func (n *notes) addNode(p *page, i int32, id string) {
	if up := p.nodes[i].parent; p.nodes[i].tag == tagP && p.nodes[up].tag == tagLi && p.nodes[up].first == p.nodes[i].first {
		i = up
	}
	if _, ok := n.nodes[i]; ok || !noteHolders.has(p.nodes[i].tag) {
		return
	}
	if p.nodes[i].tag == tagLi {
		n.lists[p.nodes[i].parent] = true
	}
	n.nodes[i] = id
}

func (b *builder) anyKept(n *node) bool {
	for i := n.first; i < n.last; i++ {
		if b.s.verdicts[i].keep {
			return true
		}
	}
	return false
}

// label names the notes by their marks, by their order where two marks are alike.
func (n *notes) label(b *builder) {
	p := b.p
	n.labels, n.used, n.marks = map[string]string{}, map[string]bool{}, map[int32]string{}
	byID := map[string]bool{}
	for _, id := range n.nodes {
		byID[id] = true
	}
	for i := range p.leaves {
		l := &p.leaves[i]
		if !b.s.verdicts[i].keep {
			continue
		}
		for r := l.run0; r < l.run1; r++ {
			run := &p.runs[r]
			id := markTarget(p, run)
			if !byID[id] {
				continue
			}
			n.marks[run.link] = id
			if _, ok := n.labels[id]; !ok {
				n.labels[id] = n.free(markLabel(p.text[run.text.start:run.text.end]))
			}
		}
	}
}

// free returns a label that no other note has and that any program can use as a name.
func (n *notes) free(label string) string {
	ok := label != ""
	for _, r := range label {
		if !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') {
			ok = false
		}
	}
	for n.next = max(n.next, len(n.used)); !ok || n.used[label]; {
		n.next++
		label, ok = strconv.Itoa(n.next), true
	}
	n.used[label] = true
	return label
}

// isNote reports whether a container is a note.
func (n *notes) isNote(i int32) bool {
	_, ok := n.nodes[i]
	return ok
}

// isList reports whether a list's items are notes.
func (n *notes) isList(i int32) bool { return n.lists[i] }

// mark returns the label of the note that a run is the mark of.
func (n *notes) mark(p *page, r *run) (string, bool) {
	if r.link == none || len(n.marks) == 0 {
		return "", false
	}
	id, ok := n.marks[r.link]
	return n.labels[id], ok
}

// target reports whether an address leads to a note or from one back to its mark.
func (n *notes) target(url string) bool {
	_, ok := n.labels[strings.TrimPrefix(url, "#")]
	return ok
}

// backSigns are the texts of links from a note back to its mark.
var backSigns = map[string]bool{
	"↩": true, "↩︎": true, "↩️": true, "↑": true, "^": true, "⏎": true, "⤴": true, "⤴︎": true, "↵": true, "«": true, "←": true, "back": true, "jump up": true, "return": true, "[back]": true,
}

// isBackLink reports whether a run of a note leads back to its mark.
func (b *builder) isBackLink(l *leaf, r *run) bool {
	if r.link == none || len(b.notes.nodes) == 0 || b.notes.isMark(r) {
		return false
	}
	href := b.p.bytes(b.p.links[r.link].href)
	if len(href) == 0 || href[0] != '#' || !b.inNote(l.node) {
		return false
	}
	text := strings.ToLower(strings.TrimSpace(string(b.p.text[r.text.start:r.text.end])))
	return backSigns[text] || markLabel([]byte(text)) != "" && r.text.start == l.text.start
}

func (n *notes) isMark(r *run) bool {
	_, ok := n.marks[r.link]
	return ok
}

// inNote reports whether a container is a note or inside one.
func (b *builder) inNote(n int32) bool {
	for ; n > 0; n = b.p.nodes[n].parent {
		if b.notes.isNote(n) {
			return true
		}
	}
	return false
}

// closeNote ends a note: an item of the footnotes around it or just before it.
func (b *builder) closeNote(f *frame, up *frame) {
	if len(f.children) == 0 {
		return
	}
	item := f.item()
	item.ID = b.notes.labels[b.notes.nodes[f.node]]
	if up.kind == frameNotes {
		up.items = append(up.items, item)
		return
	}
	if n := len(up.children); n > 0 && up.children[n-1].Type == Footnotes {
		last := &up.children[n-1]
		last.Items = append(last.Items, item)
		last.Text = b.text.String()[up.noteAt:]
		return
	}
	up.noteAt = min(f.start, b.text.Len())
	b.add(Block{Type: Footnotes, Text: b.textFrom(f), Items: []Item{item}})
}
