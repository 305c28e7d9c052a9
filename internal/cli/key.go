package cli

// Names and texts come in; keys of 16 bytes that stand for them go out, so that
// sets of millions stay small.

import "crypto/sha256"

// A key stands for a string: two strings with one key will never be met.
type key [16]byte

// keyOf is the first half of SHA-256: the same in every run.
func keyOf(s string) key {
	sum := sha256.Sum256([]byte(s))
	return key(sum[:16])
}

// keyBytes is about what a key takes in a map, with its value.
const keyBytes = 48
