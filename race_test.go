//go:build race

package main

// raceOn: the tests run with the race detector.
const raceOn = true
