package extract_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/net/html"

	"pressclip/extract"
	"pressclip/internal/bulk"
)

// pages reads the test pages.
func pages(tb testing.TB) (names []string, all [][]byte, size int64) {
	tb.Helper()
	files, err := filepath.Glob("../testdata/pages/*/page.html")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no test pages: %v", err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		names, all, size = append(names, filepath.Base(filepath.Dir(f))), append(all, b), size+int64(len(b))
	}
	return names, all, size
}

func extractAll(page []byte) error {
	_, err := extract.Extract(bytes.NewReader(page))
	return err
}

func parse(page []byte) error {
	_, err := html.Parse(bytes.NewReader(page))
	return err
}

// BenchmarkPages reads all test pages in three ways in one run. Quote the
// ratios: these machines are shared.
func BenchmarkPages(b *testing.B) {
	_, all, size := pages(b)
	benchmark(b, all, size)
}

func benchmark(b *testing.B, all [][]byte, size int64) {
	for _, way := range []struct {
		name string
		read func([]byte) error
	}{{"tokens", bulk.Tokens}, {"extract", extractAll}, {"parse", parse}} {
		b.Run(way.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, page := range all {
					if err := way.read(page); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
