package cli

// What became of pages comes in; counts of it go out.

import "maps"

// counts are what a run did with its inputs. Each input is in one of them.
// nothing is a part of written.
type counts struct {
	written, nothing, skipped, duplicates int
	failed                                map[string]int // by code
	filtered                              map[string]int // by flag, without "--"
}

func (c *counts) fail(code string)   { c.failed = increased(c.failed, code) }
func (c *counts) filter(flag string) { c.filtered = increased(c.filtered, flag) }

func increased(m map[string]int, key string) map[string]int {
	if m == nil {
		m = map[string]int{}
	}
	m[key]++
	return m
}

// total adds up a map of counts.
func total(m map[string]int) int {
	n := 0
	for v := range maps.Values(m) {
		n += v
	}
	return n
}

// inputs is the number of all.
func (c *counts) inputs() int {
	return c.read() + c.skipped + total(c.failed)
}

// read is the number of pages that gave an article, wanted or not.
func (c *counts) read() int { return c.written + c.duplicates + total(c.filtered) }
