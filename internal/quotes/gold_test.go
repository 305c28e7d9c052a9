package quotes

// The quotes of the annotated pages in, the figures of score_quotes.py out.

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// floors are just under what the package reaches: a change that lowers a
// figure has to say so here.
var floors = map[string]float64{
	"direct overlap":     0.96,
	"speaker as written": 0.94,
	"speaker resolved":   0.91,
}

// sharedDir returns the directory of the evaluation data, or skips the test.
func sharedDir(t testing.TB) string {
	for _, dir := range []string{os.Getenv("PRESSCLIP_SHARED"), filepath.Join("..", "..", "..", "shared")} {
		if dir == "" {
			continue
		}
		if _, err := os.Stat(filepath.Join(dir, "eval", "quotes", "gold.jsonl")); err == nil {
			return filepath.Join(dir, "eval")
		}
	}
	t.Skip("no annotated pages: set PRESSCLIP_SHARED to the directory that holds eval/quotes/gold.jsonl")
	return ""
}

type goldPage struct{ ID, Lang, Text string }

// goldPages reads the annotated pages.
func goldPages(t testing.TB, dir string) []goldPage {
	data, err := os.ReadFile(filepath.Join(dir, "quotes", "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var pages []goldPage
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var p goldPage
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, p)
	}
	return pages
}

// split makes paragraphs of a text, one for each line; "- " begins an item.
func split(text string) []Paragraph {
	var paras []Paragraph
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		item := strings.TrimPrefix(line, "- ")
		p := Paragraph{Text: item}
		if item != line {
			p.Kind = ListItem
		}
		if item != "" {
			paras = append(paras, p)
		}
	}
	return paras
}

// scored is a quote in the form that the scorer reads.
type scored struct {
	Kind    string         `json:"kind"`
	Text    string         `json:"text"`
	Speaker *scoredSpeaker `json:"speaker,omitempty"`
	Cue     string         `json:"cue,omitempty"`
	Group   int            `json:"group,omitempty"`
}

type scoredSpeaker struct {
	Name      string `json:"name"`
	AsWritten string `json:"as_written"`
	Role      string `json:"role,omitempty"`
}

func scoredQuotes(paras []Paragraph, lang string) []scored {
	out := []scored{}
	for _, q := range Find(paras, lang) {
		s := scored{Kind: []string{"direct", "block", "pull", "phrase"}[q.Kind], Text: paras[q.Para].Text[q.Start:q.End], Cue: q.Cue, Group: q.Group}
		if q.Speaker != nil {
			s.Speaker = &scoredSpeaker{q.Speaker.Name, q.Speaker.AsWritten, q.Speaker.Role}
		}
		out = append(out, s)
	}
	return out
}

func TestGold(t *testing.T) {
	dir := sharedDir(t)
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to run score_quotes.py")
	}
	var lines bytes.Buffer
	for _, p := range goldPages(t, dir) {
		if err := json.NewEncoder(&lines).Encode(map[string]any{"source": p.ID, "quotes": scoredQuotes(split(p.Text), p.Lang)}); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "quotes.ndjson")
	if keep := os.Getenv("PRESSCLIP_QUOTES_OUT"); keep != "" {
		file = keep
	}
	if err := os.WriteFile(file, lines.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	score := func(arg string) []byte {
		out, err := exec.Command(python, filepath.Join(dir, "score_quotes.py"), filepath.Join(dir, "quotes", "gold.jsonl"), file, arg).CombinedOutput()
		if err != nil {
			t.Fatalf("score_quotes.py: %v\n%s", err, out)
		}
		return out
	}
	t.Logf("\n%s", score("--by-language"))
	var result map[string]json.RawMessage
	if err := json.Unmarshal(score("--json"), &result); err != nil {
		t.Fatal(err)
	}
	for name, floor := range floors {
		var v struct{ F1, Share float64 }
		if err := json.Unmarshal(result[name], &v); err != nil {
			t.Fatal(err)
		}
		if got := max(v.F1, v.Share); got < floor {
			t.Errorf("%s is %.3f, below the floor %.3f", name, got, floor)
		}
	}
}
