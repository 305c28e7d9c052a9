package extract

// A nameTable finds the number of a name: a small hash table filled once, read
// for each tag and attribute of a page. Numbers start at 1.
type nameTable struct {
	slots [1024]uint8 // number of the name that stands here; 0: empty
	names [256]string // name by slot number
	value [256]uint8
	count int
}

// slot is a cheap hash of a name: its length, its ends and its middle tell the
// names of HTML apart almost always.
func slot(name []byte) uint32 {
	n := uint32(len(name))
	return (n*37 + uint32(name[0])*7 + uint32(name[n/2])*131 + uint32(name[n-1])*61) % 1024
}

// add gives a name its value. Tables are filled from constants, so a full one
// is a programming error and panics by index.
func (t *nameTable) add(name string, value uint8) {
	t.count++
	t.names[t.count], t.value[t.count] = name, value
	i := slot([]byte(name))
	for t.slots[i] != 0 {
		i = (i + 1) % uint32(len(t.slots))
	}
	t.slots[i] = uint8(t.count)
}

// find returns the value of a name in lower case.
func (t *nameTable) find(name []byte) (uint8, bool) {
	if len(name) == 0 {
		return 0, false
	}
	for i := slot(name); t.slots[i] != 0; i = (i + 1) % uint32(len(t.slots)) {
		if n := t.slots[i]; t.names[n] == string(name) {
			return t.value[n], true
		}
	}
	return 0, false
}
