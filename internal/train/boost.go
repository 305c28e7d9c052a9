package main

import (
	"math"
	"math/rand/v2"
	"slices"
)

// boost.go grows gradient-boosted trees for a yes or no: rows of numbers with
// labels and weights go in, trees come out. Histograms, leaf-wise growth and
// second-order gains as in LightGBM (Ke et al., 2017).

type boostOptions struct {
	trees, leaves int
	rate          float64
	least         float64 // weight of a leaf, as its second-order sum
}

const (
	bins       = 64   // steps into which a column is cut
	lambda     = 4.0  // pull of a leaf's value to 0
	minHessian = 8.0  // least weight of a leaf, if the options have none
	minGain    = 1e-3 // least gain of a split
	columnPart = 0.5  // share of the columns that a tree may use
	rowPart    = 0.7  // share of the rows that a tree learns from
)

// A table is the rows cut into bins, column by column.
type table struct {
	columns [][]uint8
	edges   [][]float32 // by column: upper ends of the bins but the last
	rows    int
}

// newTable cuts rows into bins of about the same weight.
func newTable(rows [][]float32) *table {
	t := &table{rows: len(rows), columns: make([][]uint8, len(rows[0])), edges: make([][]float32, len(rows[0]))}
	parallel(len(t.columns), func(c int) {
		values := make([]float32, len(rows))
		for i := range rows {
			values[i] = rows[i][c]
		}
		t.edges[c] = edgesOf(values)
		col := make([]uint8, len(rows))
		for i := range rows {
			col[i] = binOf(t.edges[c], rows[i][c])
		}
		t.columns[c] = col
	})
	return t
}

// edgesOf chooses the borders of a column's bins between its values.
func edgesOf(values []float32) []float32 {
	slices.Sort(values)
	var edges []float32
	step := max(len(values)/bins, 1)
	for i := step; i < len(values) && len(edges) < bins-1; i++ {
		if values[i] == values[i-1] {
			continue
		}
		if len(edges) > 0 && i < step*(len(edges)+1) {
			continue
		}
		edges = append(edges, values[i-1]+(values[i]-values[i-1])/2)
	}
	return edges
}

func binOf(edges []float32, x float32) uint8 {
	lo, hi := 0, len(edges)
	for lo < hi {
		if mid := (lo + hi) / 2; x > edges[mid] {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return uint8(lo)
}

// A split is an inner node of a tree, a leaf where column is -1. x > edge goes
// to right.
type split struct {
	column      int
	bin         uint8
	edge        float32
	left, right int
	value       float64
	gain        float64
}

type tree []split

// A forest is a model.
type forest struct {
	base  float64
	trees []tree
}

// predict returns the log-odds of a row.
func (f *forest) predict(row []float32) float64 {
	sum := f.base
	for _, t := range f.trees {
		i := 0
		for t[i].column >= 0 {
			if row[t[i].column] > t[i].edge {
				i = t[i].right
			} else {
				i = t[i].left
			}
		}
		sum += t[i].value
	}
	return sum
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// A grower grows the trees of one forest.
type grower struct {
	*table
	opt           boostOptions
	labels        []float32
	weights       []float32
	grad, hess    []float32
	score         []float64
	rng           *rand.Rand
	use           []int // columns of the tree in hand
	order, buffer []int32
}

type cell struct{ g, h float64 }

// boost grows a forest.
func boost(t *table, labels, weights []float32, opt boostOptions, seed uint64) *forest {
	if opt.least == 0 {
		opt.least = minHessian
	}
	g := &grower{table: t, opt: opt, labels: labels, weights: weights, rng: rand.New(rand.NewPCG(seed, 1))}
	g.grad, g.hess, g.score = make([]float32, t.rows), make([]float32, t.rows), make([]float64, t.rows)
	g.buffer = make([]int32, t.rows)
	var pos, all float64
	for i := range labels {
		pos += float64(labels[i] * weights[i])
		all += float64(weights[i])
	}
	f := &forest{base: math.Log((pos + 1) / (all - pos + 1))}
	for i := range g.score {
		g.score[i] = f.base
	}
	for range opt.trees {
		g.gradients()
		f.trees = append(f.trees, g.grow())
	}
	return f
}

func (g *grower) gradients() {
	parallel(16, func(part int) {
		for i := part * g.rows / 16; i < (part+1)*g.rows/16; i++ {
			p := sigmoid(g.score[i])
			g.grad[i] = (float32(p) - g.labels[i]) * g.weights[i]
			g.hess[i] = float32(p*(1-p)) * g.weights[i]
		}
	})
}

// A growing is a leaf that may still be split.
type growing struct {
	node       int
	start, end int // of its rows in order
	hist       []cell
	sum        cell
	best       split
}

// grow grows one tree and adds it to the scores.
func (g *grower) grow() tree {
	for g.use = g.use[:0]; len(g.use) == 0; {
		for c := range g.columns {
			if g.rng.Float64() < columnPart {
				g.use = append(g.use, c)
			}
		}
	}
	g.order = g.order[:0]
	for i := range g.rows {
		if g.rng.Float64() < rowPart {
			g.order = append(g.order, int32(i))
		}
	}
	t := tree{{column: -1}}
	root := growing{start: 0, end: len(g.order)}
	g.measure(&root)
	leaves := []growing{root}
	for len(leaves) < g.opt.leaves {
		k := 0
		for i := range leaves {
			if leaves[i].best.gain > leaves[k].best.gain {
				k = i
			}
		}
		if leaves[k].best.gain < minGain {
			break
		}
		left, right := g.divide(&leaves[k], len(t), len(t)+1)
		s := leaves[k].best
		s.left, s.right, s.value = len(t), len(t)+1, g.value(leaves[k].sum)
		t[leaves[k].node] = s
		t = append(t, split{column: -1}, split{column: -1})
		leaves[k] = left
		leaves = append(leaves, right)
	}
	for i := range leaves {
		t[leaves[i].node].value = g.value(leaves[i].sum)
	}
	g.apply(t)
	return t
}

// value is what a node with such sums adds to a score.
func (g *grower) value(sum cell) float64 { return -sum.g / (sum.h + lambda) * g.opt.rate }

// apply adds a tree to all rows' scores.
func (g *grower) apply(t tree) {
	parallel(16, func(part int) {
		for i := part * g.rows / 16; i < (part+1)*g.rows/16; i++ {
			k := 0
			for t[k].column >= 0 {
				if g.columns[t[k].column][i] > t[k].bin {
					k = t[k].right
				} else {
					k = t[k].left
				}
			}
			g.score[i] += t[k].value
		}
	})
}

// measure fills a leaf's histogram and finds its best split.
func (g *grower) measure(l *growing) {
	l.hist = make([]cell, len(g.use)*bins)
	rows := g.order[l.start:l.end]
	parallel(len(g.use), func(k int) {
		col, h := g.columns[g.use[k]], l.hist[k*bins:(k+1)*bins]
		for _, i := range rows {
			c := &h[col[i]]
			c.g += float64(g.grad[i])
			c.h += float64(g.hess[i])
		}
	})
	g.sum(l)
}

// sum finds a leaf's sums and best split in its histogram.
func (g *grower) sum(l *growing) {
	l.sum = cell{}
	for _, c := range l.hist[:bins] {
		l.sum.g += c.g
		l.sum.h += c.h
	}
	l.best = split{column: -1}
	whole := l.sum.g * l.sum.g / (l.sum.h + lambda)
	for k, c := range g.use {
		var left cell
		for b := range len(g.edges[c]) {
			at := l.hist[k*bins+b]
			left.g += at.g
			left.h += at.h
			right := cell{l.sum.g - left.g, l.sum.h - left.h}
			if left.h < g.opt.least || right.h < g.opt.least {
				continue
			}
			gain := left.g*left.g/(left.h+lambda) + right.g*right.g/(right.h+lambda) - whole
			if gain > l.best.gain {
				l.best = split{column: c, bin: uint8(b), edge: g.edges[c][b], gain: gain}
			}
		}
	}
}

// divide parts a leaf's rows by its best split.
func (g *grower) divide(l *growing, leftNode, rightNode int) (left, right growing) {
	rows := g.order[l.start:l.end]
	col, bin := g.columns[l.best.column], l.best.bin
	n, m := 0, 0
	for _, i := range rows {
		if col[i] <= bin {
			rows[n] = i
			n++
		} else {
			g.buffer[m] = i
			m++
		}
	}
	copy(rows[n:], g.buffer[:m])
	left = growing{node: leftNode, start: l.start, end: l.start + n}
	right = growing{node: rightNode, start: l.start + n, end: l.end}
	small, big := &left, &right
	if n > m {
		small, big = big, small
	}
	g.measure(small)
	big.hist = l.hist // what is not in the small one
	for i := range big.hist {
		big.hist[i].g -= small.hist[i].g
		big.hist[i].h -= small.hist[i].h
	}
	g.sum(big)
	return left, right
}
