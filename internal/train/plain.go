package main

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
)

// plain.go makes pages whose elements have no names: a page comes in, the same
// page without class and id attributes goes out. Many sites let a program draw
// their names, and others use words that no table has: the models must do
// without them, too.

// plainWeight is the weight of a leaf of a plain page beside that of the page
// that it was made of: of the weights that were tried, one that costs the pages
// as they are nothing.
const plainWeight = 0.2

// plainSet ends the names of plain pages and of their sets.
const plainSet = " plain"

// nameAttribute is a class or an id with its value.
var nameAttribute = regexp.MustCompile(`(?i)\s(?:class|id)\s*=\s*(?:"[^"]*"|'[^']*')`)

// withoutNames reads a page and returns it without names.
func withoutNames(r io.Reader) (io.Reader, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading a page: %w", err)
	}
	return bytes.NewReader(nameAttribute.ReplaceAll(b, nil)), nil
}

// plainForms are the plain forms of pages.
func plainForms(pages []*sample) []*sample {
	forms := make([]*sample, len(pages))
	for i, p := range pages {
		forms[i] = p.plain
	}
	return forms
}
