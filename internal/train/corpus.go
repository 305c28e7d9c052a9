package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"pressclip/internal/lens"
)

// corpus.go reads pages with their gold and labels their leaves.

// A sample is a page to learn from.
type sample struct {
	id, kind, site string
	set            string   // the corpus's name
	gold           []string // words of the gold text, none where only snippets are known
	with, without  []string // those snippets: of the article, and of what is not
	page           lens.Page
	plain          *sample // the same page without names, see plain.go
	leaves         []lens.Leaf
	words          [][]string // by leaf
	labels         []float32  // by leaf: 1 if the gold has it
	weights        []float32  // by leaf
}

// readCorpus reads the pages whose type is wanted, as for KeepMain if main is set.
func readCorpus(dir string, main bool, wanted func(kind string) bool) ([]*sample, error) {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, fmt.Errorf("reading the corpus: %w", err)
	}
	defer f.Close()
	var rows []goldRow
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		var g goldRow
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("reading the gold: %w", err)
		}
		if g.Type == "" {
			g.Type = "article"
		}
		if (g.Text != "" || len(g.With) > 0) && wanted(g.Type) {
			rows = append(rows, g)
		}
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("reading the gold: %w", err)
	}
	out := make([]*sample, len(rows))
	errs := make([]error, len(rows))
	parallel(len(rows), func(i int) {
		if out[i], errs[i] = readSample(dir, main, &rows[i], false); errs[i] == nil && !main {
			out[i].plain, errs[i] = readSample(dir, main, &rows[i], true)
		}
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

type goldRow struct {
	ID, URL, Type, Text string
	With, Without       []string
}

// readSample reads a page and labels its leaves; plain is the page without names.
func readSample(dir string, main bool, g *goldRow, plain bool) (*sample, error) {
	f, err := os.Open(filepath.Join(dir, "html", g.ID+".html"))
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	defer f.Close()
	in, id, set := io.Reader(f), g.ID, filepath.Base(dir)
	if plain {
		id, set = id+plainSet, set+plainSet
		if in, err = withoutNames(f); err != nil {
			return nil, err
		}
	}
	page, err := lens.Read(in, main)
	if err != nil {
		return nil, fmt.Errorf("reading page %s: %w", id, err)
	}
	s := &sample{set: set, id: id, kind: g.Type, site: site(g.URL), gold: wordsOf(g.Text), page: page, leaves: page.Leaves()}
	s.words = make([][]string, len(s.leaves))
	for i := range s.leaves {
		s.words[i] = wordsOf(s.leaves[i].Text)
	}
	if g.Text != "" {
		s.label()
	} else {
		s.with, s.without = g.With, g.Without
		s.labelSnippets(g.With, g.Without)
	}
	return s, nil
}

// site is the registrable part of an address's host, near enough: its last two
// labels, three where the last but one is short ("co.uk").
func site(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return address
	}
	labels := strings.Split(u.Hostname(), ".")
	n := 2
	if len(labels) > 2 && len(labels[len(labels)-2]) <= 3 {
		n = 3
	}
	return strings.Join(labels[max(len(labels)-n, 0):], ".")
}
