package source

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"pressclip/internal/trial"
)

// BenchmarkRead reads the repository's test pages out of each kind of archive,
// and does nothing with them. MB/s are of pages, unpacked.
//
//	go test ./internal/source -run xxx -bench . -cpu 1
func BenchmarkRead(b *testing.B) {
	names := trial.Pages(b, "../..")
	var members []member
	var lines strings.Builder
	size := int64(0)
	for i := 0; size < 8<<20; i++ {
		page := trial.Read(b, names[i%len(names)])
		if !utf8.ValidString(page) { // JSON has no other text
			page = "<!DOCTYPE html>"
		}
		members = append(members, member{fmt.Sprintf("https://e.org/%d.html", i), page})
		line, err := json.Marshal(map[string]any{"id": i, "url": fmt.Sprintf("https://e.org/%d.html", i), "html": page})
		if err != nil {
			b.Fatal(err)
		}
		lines.Write(append(line, '\n'))
		size += int64(len(page))
	}
	write(b, member{"a.zip", zipOf(b, members...)}, member{"a.tar", tarOf(b, members...)}, member{"a.tar.gz", packed(b, "gz", tarOf(b, members...))},
		member{"a.warc", warcOf(members...)}, member{"a.warc.gz", packed(b, "gz", warcOf(members...))}, member{"a.jsonl", lines.String()})
	for _, name := range []string{"a.zip", "a.tar", "a.tar.gz", "a.warc", "a.warc.gz", "a.jsonl"} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			for b.Loop() {
				got := int64(0)
				for d := range (&Inputs{Args: []string{name}, MaxBytes: 64 << 20}).Docs() {
					r, err := d.Open()
					if err != nil {
						b.Fatal(err)
					}
					n, err := io.Copy(io.Discard, r)
					if err != nil {
						b.Fatal(err)
					}
					got += n
					_ = r.Close()
				}
				if got != size {
					b.Fatalf("%d bytes of pages, want %d", got, size)
				}
			}
		})
	}
}
