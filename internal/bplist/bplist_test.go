package bplist

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"testing"
	"unicode/utf16"
)

// write makes a list of one dictionary in one: {"main": {"data": data, "url":
// url}}, with numbers of one byte for references and of four for offsets.
func write(data, url string) []byte {
	b := []byte("bplist00")
	var offsets []uint32
	add := func(object []byte) {
		offsets = append(offsets, uint32(len(b)))
		b = append(b, object...)
	}
	long := func(kind byte, n int) []byte { // the length as an integer of four bytes
		return binary.BigEndian.AppendUint32([]byte{kind<<4 | 0xf, 0x12}, uint32(n))
	}
	add([]byte{0xd1, 1, 2})                         // 0: {1: 2}
	add([]byte("\x54main"))                         // 1
	add([]byte{0xd2, 3, 4, 5, 6})                   // 2: {3: 5, 4: 6}
	add([]byte("\x54data"))                         // 3
	add([]byte("\x53url"))                          // 4
	add(append(long(typeData, len(data)), data...)) // 5
	units := utf16.Encode([]rune(url))
	text := long(typeUTF16, len(units))
	for _, u := range units {
		text = binary.BigEndian.AppendUint16(text, u)
	}
	add(text) // 6
	table := len(b)
	for _, o := range offsets {
		b = binary.BigEndian.AppendUint32(b, o)
	}
	b = append(b, 0, 0, 0, 0, 0, 0, 4, 1)
	for _, n := range []int{len(offsets), 0, table} {
		b = binary.BigEndian.AppendUint64(b, uint64(n))
	}
	return b
}

// find reads what write wrote.
func find(b []byte) (data, url string, err error) {
	l, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", "", err
	}
	top, err := l.Dict(l.Top())
	if err != nil {
		return "", "", err
	}
	main, err := l.Dict(top["main"])
	if err != nil {
		return "", "", err
	}
	r, err := l.Data(main["data"])
	if err != nil {
		return "", "", err
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return "", "", err
	}
	url, err = l.String(main["url"])
	return string(text), url, err
}

func TestFind(t *testing.T) {
	data, url, err := find(write("<p>Rain", "https://e.org/r\u00e4in\U0001f327"))
	if err != nil || data != "<p>Rain" || url != "https://e.org/r\u00e4in\U0001f327" {
		t.Errorf("%q, %q, %v", data, url, err)
	}
}

func TestWrongTypes(t *testing.T) {
	b := write("<p>Rain", "https://e.org/")
	l, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for _, ref := range []Ref{-1, 0, 7, 1 << 40} {
		if _, err := l.String(ref); !errors.Is(err, ErrDamaged) {
			t.Errorf("string %d: %v", ref, err)
		}
		if _, err := l.Data(ref); !errors.Is(err, ErrDamaged) {
			t.Errorf("data %d: %v", ref, err)
		}
	}
	if _, err := l.Dict(1); !errors.Is(err, ErrDamaged) {
		t.Errorf("a string as a dictionary: %v", err)
	}
}

// Every cut list fails.
func TestCut(t *testing.T) {
	b := write("<p>Rain", "https://e.org/")
	for i := range b {
		if _, _, err := find(b[:i]); err == nil {
			t.Errorf("cut at %d: no error", i)
		}
	}
}

// Any bytes end in a value that is no larger than they are, or in ErrDamaged.
func FuzzList(f *testing.F) {
	f.Add(write("<p>Rain", "https://e.org/"))
	f.Fuzz(func(t *testing.T, b []byte) {
		data, url, err := find(b)
		if err != nil && !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
		if len(data) > len(b) || len(url) > 3*len(b) {
			t.Errorf("%d bytes of data and %d of address from %d", len(data), len(url), len(b))
		}
	})
}
