package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// model.go writes forests in the form that package extract embeds: see
// readModels in extract/model.go.

// magic begins a model file.
const magic = "PCM\x01"

// leafColumn stands for "no column": a leaf.
const leafColumn = 255

// firstPair is a model file's first pair of forests, those for KeepArticle, as
// encode gives them.
func firstPair(b []byte) ([]byte, error) {
	const head, size = 12, 10 // bytes before a forest's nodes, and of a node
	if !bytes.HasPrefix(b, []byte(magic)) {
		return nil, errors.New("not a file of models")
	}
	b = b[len(magic):]
	end := 0
	for range 2 {
		if len(b) < end+head {
			return nil, errors.New("models cut short")
		}
		end += head + size*int(binary.LittleEndian.Uint32(b[end+4:]))
	}
	if len(b) < end {
		return nil, errors.New("models cut short")
	}
	return b[:end], nil
}

// encode writes the pair of forests for a Keep.
func encode(m *model) ([]byte, error) {
	var b bytes.Buffer
	for _, f := range []*forest{m.first, m.second} {
		if err := f.encode(&b); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// kindMagic begins the file of the kinds' models.
const kindMagic = "PCK\x01"

// encodeKinds writes the demand and a forest a kind.
func encodeKinds(forests []*forest, demand float32) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(kindMagic)
	b.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(demand)))
	for _, f := range forests {
		if err := f.encode(&b); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

func (f *forest) encode(b *bytes.Buffer) error {
	nodes := 0
	for _, t := range f.trees {
		nodes += len(t)
	}
	put := func(x uint32) { b.Write(binary.LittleEndian.AppendUint32(nil, x)) }
	put(uint32(len(f.trees)))
	put(uint32(nodes))
	put(math.Float32bits(float32(f.base)))
	for _, t := range f.trees {
		if err := t.encode(b, 0); err != nil {
			return err
		}
	}
	return nil
}

// encode writes a node and what is below it, the left side first. Trees are as
// deep as they have leaves at most.
func (t tree) encode(b *bytes.Buffer, i int) error {
	n := &t[i]
	put := func(x float64) { b.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(x)))) }
	if n.column < 0 {
		b.Write([]byte{leafColumn, 0})
		put(0)
		put(n.value)
		return nil
	}
	right := 1 + t.size(n.left)
	if n.column >= leafColumn || right > 255 {
		return fmt.Errorf("column %d or a jump of %d nodes does not fit the format", n.column, right)
	}
	b.Write([]byte{byte(n.column), byte(right)})
	put(float64(n.edge))
	put(n.value)
	if err := t.encode(b, n.left); err != nil {
		return err
	}
	return t.encode(b, n.right)
}

// size is the number of nodes from i down.
func (t tree) size(i int) int {
	if t[i].column < 0 {
		return 1
	}
	return 1 + t.size(t[i].left) + t.size(t[i].right)
}
