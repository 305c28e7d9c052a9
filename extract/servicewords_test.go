package extract

import "testing"

// TestServiceWords holds that words of each class are counted, in any case, in
// several languages, and that a word of two classes counts in both.
func TestServiceWords(t *testing.T) {
	for _, test := range []struct {
		text string
		want [wordClasses]uint8
	}{
		{"Sign up for our newsletter and follow us on Facebook", [wordClasses]uint8{2, 2, 0, 0, 0}},
		{"SUBSCRIBE to the podcast", [wordClasses]uint8{2, 0, 0, 0, 0}},
		{"Подписывайтесь на рассылку", [wordClasses]uint8{2, 0, 0, 0, 0}},
		{"Crédit photo : Getty Images", [wordClasses]uint8{0, 0, 4, 0, 0}},
		{"She is a freelance writer and editor", [wordClasses]uint8{0, 0, 0, 0, 3}},
		{"We earn a commission on sponsored links", [wordClasses]uint8{0, 0, 0, 3, 0}},
		{"The ferry sails twice a day", [wordClasses]uint8{}},
	} {
		var s selection
		s.known.fill([]byte("the ferry"), nil, nil)
		var tr trait
		s.shares(&tr, []byte(test.text))
		if tr.service != test.want {
			t.Errorf("%q: %v, want %v", test.text, tr.service, test.want)
		}
	}
	if len(allServiceWords) == 0 {
		t.Error("no words")
	}
}
