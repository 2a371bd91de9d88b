package dump

import (
	"bytes"
	"encoding/binary"
	"hash/maphash"

	"moselle/schema/rdf"
)

// blockSize is how much text is allotted at a time.
const blockSize = 1 << 20

// terms numbers terms in the order of their first mention. Their texts stand one
// behind the other in blocks, each behind its length, which takes a fraction of
// what values of Go do.
type terms struct {
	seed    maphash.Seed
	slots   []uint32 // open addressing: 0 is free, else a number and one
	blocks  [][]byte
	at      []uint64 // by number: block and offset in it
	size    int      // bytes of text
	scratch []byte
	often   map[ID]rdf.Term // predicates and classes
}

func newTerms() terms {
	return terms{seed: maphash.MakeSeed(), slots: make([]uint32, 1<<12), often: map[ID]rdf.Term{}}
}

// intern returns the number of a term, new or known.
func (t *terms) intern(v rdf.Term) ID {
	var datatype ID
	typed := v.Kind == rdf.Literal && v.Lang == "" && v.Datatype != rdf.String
	if typed {
		datatype = t.intern(rdf.NewIRI(v.Datatype))
	}
	b := append(t.scratch[:0], byte(v.Kind))
	switch {
	case typed:
		b = binary.AppendUvarint(append(b, 't'), uint64(datatype))
	case v.Lang != "":
		b = append(append(append(b, 'l'), v.Lang...), 0)
	}
	if v.Kind == rdf.Literal && len(b) == 1 {
		b = append(b, 's')
	}
	t.scratch = append(b, v.Value...)
	slot := t.slot(t.scratch)
	if n := t.slots[slot]; n > 0 {
		return ID(n - 1)
	}
	id := ID(len(t.at))
	t.store(t.scratch)
	t.slots[slot] = uint32(id) + 1
	if 2*len(t.at) > len(t.slots) {
		t.grow()
	}
	return id
}

// find returns the number of an IRI; false for one that is not mentioned.
func (t *terms) find(iri string) (ID, bool) {
	t.scratch = append(append(t.scratch[:0], byte(rdf.IRI)), iri...)
	n := t.slots[t.slot(t.scratch)]
	return ID(n - 1), n > 0
}

// slot returns where a text is, or belongs.
func (t *terms) slot(text []byte) int {
	mask := len(t.slots) - 1
	i := int(maphash.Bytes(t.seed, text)) & mask
	for t.slots[i] > 0 && !bytes.Equal(t.text(ID(t.slots[i]-1)), text) {
		i = (i + 1) & mask
	}
	return i
}

func (t *terms) grow() {
	t.slots = make([]uint32, 4*len(t.slots))
	mask := len(t.slots) - 1
	for n := range t.at {
		i := int(maphash.Bytes(t.seed, t.text(ID(n)))) & mask
		for t.slots[i] > 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = uint32(n) + 1
	}
}

func (t *terms) store(text []byte) {
	last := len(t.blocks) - 1
	if last < 0 || len(t.blocks[last])+len(text)+binary.MaxVarintLen64 > cap(t.blocks[last]) {
		t.blocks = append(t.blocks, make([]byte, 0, max(blockSize, len(text)+binary.MaxVarintLen64)))
		last++
	}
	t.at = append(t.at, uint64(last)<<32|uint64(len(t.blocks[last])))
	t.blocks[last] = append(binary.AppendUvarint(t.blocks[last], uint64(len(text))), text...)
	t.size += len(text)
}

func (t *terms) text(id ID) []byte {
	at := t.at[id]
	b := t.blocks[at>>32][uint32(at):]
	n, w := binary.Uvarint(b)
	return b[w : w+int(n)]
}

// kind returns what a term is.
func (t *terms) kind(id ID) rdf.Kind { return rdf.Kind(t.text(id)[0]) }

// term returns the term of a number.
func (t *terms) term(id ID) rdf.Term {
	b := t.text(id)
	kind, b := rdf.Kind(b[0]), b[1:]
	if kind != rdf.Literal {
		return rdf.Term{Kind: kind, Value: string(b)}
	}
	how, b := b[0], b[1:]
	switch how {
	case 'l':
		lang, value, _ := bytes.Cut(b, []byte{0})
		return rdf.NewText(string(value), string(lang))
	case 't':
		datatype, w := binary.Uvarint(b)
		return rdf.NewTyped(string(b[w:]), t.common(ID(datatype)).Value)
	}
	return rdf.NewString(string(b))
}

// maxOften bounds the terms that are kept ready.
const maxOften = 4096

// common is term for those that come again and again.
func (t *terms) common(id ID) rdf.Term {
	v, ok := t.often[id]
	if !ok {
		v = t.term(id)
		if len(t.often) < maxOften {
			t.often[id] = v
		}
	}
	return v
}
