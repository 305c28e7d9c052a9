// Package bplist reads values out of a binary property list, Apple's format of
// Safari's web archives, at random: only what is asked for is read.
//
// The format is described in CFBinaryPList.c of Apple's Core Foundation.
package bplist

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"
)

// ErrDamaged is a list that can not be what it says.
var ErrDamaged = errors.New("the property list is damaged")

// Limits of what is read into memory.
const (
	maxString  = 64 << 10 // code units of a string
	maxEntries = 1024     // of a dictionary
)

const (
	magicSize   = 8
	trailerSize = 32
)

// A List is an open property list.
type List struct {
	r           io.ReaderAt
	size        int64
	offsetSize  int   // bytes of an offset
	refSize     int   // bytes of a reference to an object
	objects     int64 // how many there are
	top         int64
	offsetTable int64
}

// A Ref names an object of a list.
type Ref int64

// The types of objects, the high half of their first byte.
const (
	typeInt    = 0x1
	typeData   = 0x4
	typeASCII  = 0x5
	typeUTF16  = 0x6
	typeDict   = 0xd
	lengthNext = 0xf // in the low half: the length follows as an integer
)

// Open reads the trailer of a list of size bytes.
func Open(r io.ReaderAt, size int64) (*List, error) {
	l := &List{r: r, size: size}
	if size < magicSize+trailerSize {
		return nil, fmt.Errorf("%w: it is too short", ErrDamaged)
	}
	var b [trailerSize]byte
	if err := l.read(b[:], size-trailerSize); err != nil {
		return nil, err
	}
	l.offsetSize, l.refSize = int(b[6]), int(b[7])
	l.objects, l.top, l.offsetTable = int64(binary.BigEndian.Uint64(b[8:])), int64(binary.BigEndian.Uint64(b[16:])), int64(binary.BigEndian.Uint64(b[24:]))
	switch {
	case l.offsetSize < 1 || l.offsetSize > 8 || l.refSize < 1 || l.refSize > 8:
		return nil, fmt.Errorf("%w: its numbers have %d and %d bytes", ErrDamaged, l.offsetSize, l.refSize)
	case l.objects < 1 || l.objects > size || l.top < 0 || l.top >= l.objects,
		l.offsetTable < magicSize || l.offsetTable > size-trailerSize-l.objects*int64(l.offsetSize):
		return nil, fmt.Errorf("%w: its table of objects is not in it", ErrDamaged)
	}
	return l, nil
}

// Top is the object that holds all others.
func (l *List) Top() Ref { return Ref(l.top) }

// read fills b from a place in the list.
func (l *List) read(b []byte, at int64) error {
	if at < 0 || at > l.size-int64(len(b)) {
		return fmt.Errorf("%w: something lies behind its end", ErrDamaged)
	}
	if _, err := l.r.ReadAt(b, at); err != nil && err != io.EOF {
		return fmt.Errorf("reading the property list: %w", err)
	}
	return nil
}

// number reads an unsigned number of n bytes.
func (l *List) number(at int64, n int) (int64, error) {
	var b [8]byte
	if err := l.read(b[8-n:], at); err != nil {
		return 0, err
	}
	if v := int64(binary.BigEndian.Uint64(b[:])); v >= 0 {
		return v, nil
	}
	return 0, fmt.Errorf("%w: a number is too large", ErrDamaged)
}

// object reads the first bytes of an object: its type, its length, and where
// its content begins.
func (l *List) object(ref Ref) (kind byte, length, at int64, err error) {
	if ref < 0 || int64(ref) >= l.objects {
		return 0, 0, 0, fmt.Errorf("%w: there is no object %d", ErrDamaged, ref)
	}
	at, err = l.number(l.offsetTable+int64(ref)*int64(l.offsetSize), l.offsetSize)
	if err != nil {
		return 0, 0, 0, err
	}
	var marker [2]byte
	if err := l.read(marker[:1], at); err != nil {
		return 0, 0, 0, err
	}
	kind, length, at = marker[0]>>4, int64(marker[0]&0xf), at+1
	if length != lengthNext || kind == typeInt {
		return kind, length, at, nil
	}
	if err := l.read(marker[1:], at); err != nil {
		return 0, 0, 0, err
	}
	if marker[1]>>4 != typeInt || marker[1]&0xf > 3 {
		return 0, 0, 0, fmt.Errorf("%w: a length is no number", ErrDamaged)
	}
	n := 1 << (marker[1] & 0xf)
	length, err = l.number(at+1, n)
	return kind, length, at + 1 + int64(n), err
}

// Dict reads the entries of a dictionary whose keys are strings.
func (l *List) Dict(ref Ref) (map[string]Ref, error) {
	kind, n, at, err := l.object(ref)
	switch {
	case err != nil:
		return nil, err
	case kind != typeDict:
		return nil, fmt.Errorf("%w: object %d is no dictionary", ErrDamaged, ref)
	case n > maxEntries:
		return nil, fmt.Errorf("%w: a dictionary of %d entries", ErrDamaged, n)
	}
	d := make(map[string]Ref, n)
	for i := range n {
		key, err := l.number(at+i*int64(l.refSize), l.refSize)
		if err != nil {
			return nil, err
		}
		value, err := l.number(at+(n+i)*int64(l.refSize), l.refSize)
		if err != nil {
			return nil, err
		}
		name, err := l.String(Ref(key))
		if err != nil {
			return nil, err
		}
		d[name] = Ref(value)
	}
	return d, nil
}

// String reads a string.
func (l *List) String(ref Ref) (string, error) {
	kind, n, at, err := l.object(ref)
	switch {
	case err != nil:
		return "", err
	case kind != typeASCII && kind != typeUTF16:
		return "", fmt.Errorf("%w: object %d is no string", ErrDamaged, ref)
	case n > maxString:
		return "", fmt.Errorf("%w: a string of %d characters", ErrDamaged, n)
	}
	if kind == typeASCII {
		b := make([]byte, n)
		err := l.read(b, at)
		return string(b), err
	}
	b := make([]byte, 2*n)
	if err := l.read(b, at); err != nil {
		return "", err
	}
	units := make([]uint16, n)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units)), nil
}

// Data opens the bytes of a data object.
func (l *List) Data(ref Ref) (*io.SectionReader, error) {
	kind, n, at, err := l.object(ref)
	switch {
	case err != nil:
		return nil, err
	case kind != typeData:
		return nil, fmt.Errorf("%w: object %d is no data", ErrDamaged, ref)
	case n > l.size-at:
		return nil, fmt.Errorf("%w: data lie behind its end", ErrDamaged)
	}
	return io.NewSectionReader(l.r, at, n), nil
}
