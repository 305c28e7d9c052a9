//go:build !race

package extract

const raceInside = false
