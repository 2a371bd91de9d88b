package embedded

import (
	"hash/maphash"
	"sync"
)

// dict gives strings dense codes, in the order they come. The bytes lie in one
// piece and the table holds codes alone, so that a million strings cost the
// garbage collector nothing. One goroutine interns; any number look up.
type dict struct {
	mu    sync.RWMutex
	seed  maphash.Seed
	table []uint32 // code+1 by hash, open addressing; a power of two
	names texts
}

// texts are the strings of a dict so far, by code.
type texts struct {
	bytes []byte
	ends  []uint32 // where each string ends
}

func newDict() *dict {
	return &dict{seed: maphash.MakeSeed(), table: make([]uint32, 16)}
}

// dictOf returns the dict of strings read from a snapshot.
func dictOf(names texts) *dict {
	d := newDict()
	d.names = names
	d.grow()
	return d
}

func (s texts) len() int { return len(s.ends) }

func (s texts) at(code uint32) []byte {
	start := uint32(0)
	if code > 0 {
		start = s.ends[code-1]
	}
	return s.bytes[start:s.ends[code]]
}

// all returns the strings so far; they stay as they are.
func (d *dict) all() texts {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.names
}

// code returns the code of s, if it has one.
func (d *dict) code(s string) (uint32, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	c := d.table[d.slot(s)]
	return c - 1, c != 0
}

// intern returns the code of s, a new one if need be.
func (d *dict) intern(s string) uint32 {
	if c, ok := d.code(s); ok {
		return c
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.names.bytes = append(d.names.bytes, s...)
	d.names.ends = append(d.names.ends, uint32(len(d.names.bytes)))
	if 2*d.names.len() > len(d.table) {
		d.grow()
	} else {
		d.table[d.slot(s)] = uint32(d.names.len())
	}
	return uint32(d.names.len() - 1)
}

// slot returns where in the table s is, or would be.
func (d *dict) slot(s string) uint64 {
	mask := uint64(len(d.table) - 1)
	at := maphash.String(d.seed, s) & mask
	for d.table[at] != 0 && string(d.names.at(d.table[at]-1)) != s {
		at = (at + 1) & mask
	}
	return at
}

// grow makes the table anew, at most a quarter full. All strings differ, so
// none need be compared.
func (d *dict) grow() {
	size := len(d.table)
	for size < 4*d.names.len() {
		size *= 2
	}
	d.table = make([]uint32, size)
	for code := range d.names.ends {
		at := maphash.Bytes(d.seed, d.names.at(uint32(code))) & uint64(size-1)
		for d.table[at] != 0 {
			at = (at + 1) & uint64(size-1)
		}
		d.table[at] = uint32(code + 1)
	}
}

// renewal carries codes over to a dict that holds only what is in use.
type renewal struct {
	old texts
	to  []uint32 // new code+1 by old code
	*dict
}

func (d *dict) renew() *renewal {
	old := d.all()
	return &renewal{old: old, to: make([]uint32, old.len()), dict: newDict()}
}

func (r *renewal) carry(code uint32) uint32 {
	if r.to[code] == 0 {
		r.to[code] = r.intern(string(r.old.at(code))) + 1
	}
	return r.to[code] - 1
}
