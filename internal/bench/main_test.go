package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMain lets the test be the loop, as the command is.
func TestMain(m *testing.M) {
	if len(os.Args) == 4 && os.Args[1] == loopCommand {
		exitOn(loop(os.Args[2], os.Args[3]))
		return
	}
	os.Exit(m.Run())
}

// The table has a row for each form and number of workers, all of them filled.
func TestTable(t *testing.T) {
	temp := t.TempDir()
	var b bytes.Buffer
	err := run(options{pages: 50, rounds: 1, base: filepath.Join("..", "..", "testdata", "pages"), temp: temp}, &b)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if want := 4 + 2*(1+len(forms)); len(lines) != want || !strings.HasPrefix(lines[0], "50 pages, ") {
		t.Fatalf("%d lines, want %d:\n%s", len(lines), want, &b)
	}
	for _, line := range lines[6:] {
		if cells := strings.Split(line, "|"); len(cells) != 9 || strings.TrimSpace(cells[5]) == "" || strings.Contains(line, " 0 MB") {
			t.Errorf("an empty cell: %s", line)
		}
	}
	left, err := os.ReadDir(temp)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestFigure(t *testing.T) {
	for want, values := range map[string][]float64{"2.0 (1.0–9.0)": {9, 1, 2}, "1.5 (1.0–2.0)": {2, 1}, "": nil} {
		if got := figure(values, "%.1f"); got != want {
			t.Errorf("%v: got %q, want %q", values, got, want)
		}
	}
}

func TestUnknownForm(t *testing.T) {
	b := &bench{pages: 1, temp: t.TempDir()}
	if err := b.makeCorpus(filepath.Join("..", "..", "testdata", "pages"), "paper"); err == nil || !strings.Contains(err.Error(), "files") {
		t.Errorf("got %v", err)
	}
}
