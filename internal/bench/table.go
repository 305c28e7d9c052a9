package main

// Times come in; a table in Markdown goes out.

import (
	"fmt"
	"slices"
	"strings"
)

// table is the whole table. What compares two rows compares their times in the
// same round.
func (b *bench) table() string {
	var s strings.Builder
	s.WriteString("| input | workers | pages/s | MB/s | of tokens only | two workers to one | memory |\n|---|---|---|---|---|---|---|\n")
	for _, r := range b.rows {
		name, share := "tokens only", ""
		if r.form != nil {
			name, share = r.form.name, figure(b.against(r, nil, r.workers), "%.2f")
		}
		gain := ""
		if r.workers == 2 {
			gain = figure(b.against(r, r.form, 1), "%.2f")
		}
		fmt.Fprintf(&s, "| %s | %d | %s | %s | %s | %s | %.0f MB |\n", name, r.workers,
			figure(r.rates(float64(b.pages)), "%.0f"), figure(r.rates(b.megabytes), "%.1f"), share, gain, float64(r.memory)/1e6)
	}
	return s.String()
}

// rates divides an amount by the time of each round.
func (r *row) rates(amount float64) []float64 {
	var rates []float64
	for _, seconds := range r.seconds {
		rates = append(rates, amount/seconds)
	}
	return rates
}

// against gives how many times as fast as another row r was in each round.
func (b *bench) against(r *row, of *form, workers int) []float64 {
	i := slices.IndexFunc(b.rows, func(other *row) bool { return other.form == of && other.workers == workers })
	var ratios []float64
	for round, seconds := range r.seconds {
		ratios = append(ratios, b.rows[i].seconds[round]/seconds)
	}
	return ratios
}

// figure is the median of values with the least and the most.
func figure(values []float64, verb string) string {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	if n == 0 {
		return ""
	}
	median := (sorted[(n-1)/2] + sorted[n/2]) / 2
	return fmt.Sprintf(verb+" ("+verb+"–"+verb+")", median, sorted[0], sorted[n-1])
}
