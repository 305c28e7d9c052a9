package extract

import (
	"errors"
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
	for i := range m {
		for _, f := range []*forest{&m[i].first, &m[i].second} {
			if len(f.trees) == 0 {
				t.Error("a forest without trees")
			}
			for _, n := range f.nodes {
				if int(n.column) >= maxColumns {
					t.Errorf("column %d of %d", n.column, maxColumns)
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
