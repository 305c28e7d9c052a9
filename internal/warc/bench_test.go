package warc

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"testing"

	"pressclip/internal/trial"

	"github.com/klauspost/compress/gzip"
)

// BenchmarkPages reads an archive of the repository's test pages, among
// responses that are none. MB/s are of pages, unpacked.
//
//	go test ./internal/warc -run xxx -bench . -cpu 1
func BenchmarkPages(b *testing.B) {
	names := trial.Pages(b, "../..")
	var plain, zipped bytes.Buffer
	size := int64(0)
	for i := 0; size < 20<<20; i++ {
		body := trial.Read(b, names[i%len(names)])
		url := fmt.Sprintf("https://e.org/%d", i)
		records := []string{
			rec("request", url, "GET / HTTP/1.1\r\n\r\n"), rec("response", url, http(body)),
			rec("response", url+".css", "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\nbody { color: red }"),
		}
		for _, r := range records {
			plain.WriteString(r)
			zipped.WriteString(zip(r))
		}
		size += int64(len(body))
	}
	// The floor: what unpacking alone costs.
	b.Run("gunzip", func(b *testing.B) {
		b.SetBytes(size)
		z := new(gzip.Reader)
		for b.Loop() {
			if err := z.Reset(bufio.NewReader(bytes.NewReader(zipped.Bytes()))); err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, z); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, archive := range []struct {
		name string
		data []byte
	}{{"plain", plain.Bytes()}, {"gzip", zipped.Bytes()}} {
		b.Run(archive.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				got := int64(0)
				for p, err := range Pages(bytes.NewReader(archive.data), Options{IsPage: isHTML, MaxBytes: 64 << 20}) {
					if err != nil || p.Err != nil {
						b.Fatal(err, p.Err)
					}
					got += int64(len(p.Body))
				}
				if got != size {
					b.Fatalf("%d bytes of pages, want %d", got, size)
				}
			}
		})
	}
}
