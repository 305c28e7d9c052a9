package extract

import (
	"errors"
	"strings"
	"testing"
)

// mostModel is how large the models may be, in bytes.
const mostModel = 400 << 10

func TestModel(t *testing.T) {
	m, err := readModels(modelData)
	if err != nil {
		t.Fatal(err)
	}
	if len(modelData) > mostModel {
		t.Errorf("%d bytes, want %d at most", len(modelData), mostModel)
	}
	const mostSecond = 64 // columns that the second row has more
	for i := range m {
		for k, f := range []*forest{&m[i].first, &m[i].second} {
			if len(f.trees) == 0 {
				t.Error("a forest without trees")
			}
			for _, n := range f.nodes {
				if most := len(columnNames(i == 1)) + k*mostSecond; n.right != 0 && int(n.column) >= most {
					t.Errorf("column %d of %d", n.column, most)
				}
			}
		}
	}
}

func TestDamagedModel(t *testing.T) {
	for _, n := range []int{0, 3, 4, 10, 100, len(modelData) - 1} {
		if _, err := readModels(modelData[:n]); !errors.Is(err, errModel) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

// TestColumnNames holds the names of the columns to the row that they name.
func TestColumnNames(t *testing.T) {
	p := &page{classIndex: map[string]int32{}}
	if err := scan(strings.NewReader("<html><body><p>Some words of a page.</p>"), p); err != nil {
		t.Fatal(err)
	}
	m := newMetadata(p, nil, &config{})
	m.collect()
	for _, keep := range []Keep{KeepArticle, KeepMain} {
		s := newSelection(p, "")
		s.byRules(keep, "")
		s.prepare(m, "")
		r := row{v: make([]float32, maxColumns)}
		s.features(0, &r)
		if names := columnNames(s.main); len(names) != r.n {
			t.Errorf("%d names for %d columns", len(names), r.n)
		}
	}
}
