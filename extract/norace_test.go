//go:build !race

package extract_test

// raceEnabled tells the tests of time and memory that the race detector is on.
const raceEnabled = false
