//go:build race

package extract

// raceInside: times mean nothing here.
const raceInside = true
