package extract_test

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkCorpus reads every fifth page of the development corpus as
// BenchmarkPages reads the test pages: real pages have more scripts and less
// text.
func BenchmarkCorpus(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(corpus(b, "wcxb-dev"), "html", "*.html"))
	if err != nil {
		b.Fatal(err)
	}
	var all [][]byte
	size := int64(0)
	for i := 0; i < len(files); i += 5 {
		page, err := os.ReadFile(files[i])
		if err != nil {
			b.Fatal(err)
		}
		all, size = append(all, page), size+int64(len(page))
	}
	benchmark(b, all, size)
}
