package extract

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"
)

// model.go scores leaves with the trees that internal/train has grown: a row of
// numbers goes in, the log-odds that the leaf is the article's come out.

// modelData is what internal/train writes; readModels and read have its format.
//
//go:embed model.bin
var modelData []byte

// A treeNode is a split, or a leaf where right is 0. A row whose column is over
// edge goes on right, else with the node that follows.
type treeNode struct {
	edge   float32
	value  float32 // mean of the rows that come by: what a path adds up
	right  int16   // from this node
	column uint8
}

// A forest is a model: trees one after another.
type forest struct {
	base  float32
	trees []int32 // where each begins in nodes
	nodes []treeNode
}

const (
	// After so many trees the rest of a forest only refines: a row whose sum is
	// beyond settled by then is settled.
	early   = 24
	settled = 4
)

// score returns the log-odds of a row, roughly where they are far from even.
func (f *forest) score(row *[maxColumns]float32) float32 {
	sum := f.base
	for k, i := range f.trees {
		if k == early && (sum > settled || sum < -settled) {
			break
		}
		n := &f.nodes[i]
		for n.right != 0 {
			if row[n.column] > n.edge {
				i += int32(n.right)
			} else {
				i++
			}
			n = &f.nodes[i]
		}
		sum += n.value
	}
	return sum
}

// explain adds to moved, by column, what each split on the row's ways moved the
// score.
func (f *forest) explain(row, moved []float32) {
	for _, i := range f.trees {
		n := &f.nodes[i]
		for n.right != 0 {
			c, before := n.column, n.value
			if row[c] > n.edge {
				i += int32(n.right)
			} else {
				i++
			}
			n = &f.nodes[i]
			moved[c] += n.value - before
		}
	}
}

func logistic(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

// A modelPair is the first and the second forest for one Keep.
type modelPair struct{ first, second forest }

// models are read from modelData when they are first needed, so that commands
// that read no page do not wait for them.
var models = sync.OnceValue(func() *[2]modelPair {
	m, err := readModels(modelData)
	if err != nil {
		panic("extract: model.bin: " + err.Error()) // the build is broken: a test reads it, too
	}
	return &m
})

var errModel = errors.New("damaged model")

// modelMagic begins a model file; its last byte is the version of the format.
const modelMagic = "PCM\x01"

// readModels reads the forests for KeepArticle and KeepMain.
func readModels(b []byte) (out [2]modelPair, err error) {
	if len(b) < len(modelMagic) || string(b[:len(modelMagic)]) != modelMagic {
		return out, fmt.Errorf("%w: no header", errModel)
	}
	b = b[len(modelMagic):]
	for i := range out {
		for _, f := range []*forest{&out[i].first, &out[i].second} {
			if b, err = f.read(b); err != nil {
				return out, err
			}
		}
	}
	return out, nil
}

// leafColumn stands for the column of a node that is no split.
const leafColumn = 255

// read takes a forest off b: the number of trees and of nodes, base, then nodes
// of ten bytes, column (leafColumn: a leaf), right, edge, value. Little-endian.
func (f *forest) read(b []byte) ([]byte, error) {
	const head, size = 12, 10
	if len(b) < head {
		return nil, fmt.Errorf("%w: cut short", errModel)
	}
	trees, nodes := int(binary.LittleEndian.Uint32(b)), int(binary.LittleEndian.Uint32(b[4:]))
	f.base = math.Float32frombits(binary.LittleEndian.Uint32(b[8:]))
	b = b[head:]
	if nodes < 0 || len(b)/size < nodes || trees > nodes {
		return nil, fmt.Errorf("%w: %d trees of %d nodes in %d bytes", errModel, trees, nodes, len(b))
	}
	f.nodes, f.trees = make([]treeNode, nodes), make([]int32, 0, trees)
	for i, open := 0, 0; i < nodes; i++ {
		n := b[i*size:]
		f.nodes[i] = treeNode{
			column: n[0], right: int16(n[1]),
			edge: math.Float32frombits(binary.LittleEndian.Uint32(n[2:])), value: math.Float32frombits(binary.LittleEndian.Uint32(n[6:])),
		}
		if open == 0 {
			f.trees = append(f.trees, int32(i))
			open = 1
		}
		open-- // this node
		switch {
		case n[0] == leafColumn:
			f.nodes[i].right = 0
		case n[1] == 0:
			return nil, fmt.Errorf("%w: a split without a right side", errModel)
		default:
			open += 2
		}
	}
	if len(f.trees) != trees {
		return nil, fmt.Errorf("%w: %d trees, not %d", errModel, len(f.trees), trees)
	}
	return b[nodes*size:], nil
}
