package quotes

import "testing"

func TestNarrated(t *testing.T) {
	for text, want := range map[string]bool{
		"“It is a press,” he said. “Look.”":  true,
		"\"It is,\" she said. \"Look.\"":     true,
		"« Non », dit-il. « Oui. »":          true,
		"“It is a press.”":                   false,
		"“She said “no” and “never” to us.”": false,
		"“One.” “Two.”":                      false,
		"It is “a press”, he said, “look”.":  false,
		"": false,
	} {
		if got := narrated(text); got != want {
			t.Errorf("narrated(%q) = %v", text, got)
		}
	}
}
