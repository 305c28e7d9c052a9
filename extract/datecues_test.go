package extract

import "testing"

// Each cue must be read as its row says, whatever other cues are in it.
func TestEveryDateCue(t *testing.T) {
	for _, row := range dateCues {
		for _, w := range row.words {
			if got := cueOf("x " + w + " "); got != row.cue {
				t.Errorf("%q is %d, want %d", w, got, row.cue)
			}
		}
	}
}

func TestDateCues(t *testing.T) {
	for _, c := range []struct {
		before string
		want   cue
	}{
		{"Published by Ann Lee, last updated on ", cueModified},
		{"Zuletzt bearbeitet am ", cueModified},
		{"Actualizat: ", cueModified},
		{"Cập nhật lúc: ", cueModified},
		{"עודכן: ", cueModified},
		{"Τελευταία ενημέρωση: ", cueModified},
		{"अपडेटेड ", cueModified},
		{"Frissítve: ", cueModified},
		{"최종수정 ", cueModified},
		{"Objavljeno: ", cuePublished},
		{"Publicat luni, ", cuePublished},
		{"פורסם בתאריך ", cuePublished},
		{"Yayın Tarihi: ", cuePublished},
		{"Diterbitkan ", cuePublished},
		{"Ngày đăng: ", cuePublished},
		{"Join date: ", cueOther},
		{"Happy birthday, ", cueOther},
		{"編集部 ", cueNone},
		{"By Ann Lee, ", cueNone},
	} {
		if got := cueOf(c.before); got != c.want {
			t.Errorf("%q is %d, want %d", c.before, got, c.want)
		}
	}
}
