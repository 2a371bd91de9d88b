package embedded

import "github.com/RoaringBitmap/roaring/v2"

// fields writes or reads a view, all but what can be made of the rest. After
// reading it makes that too, and reports whether the parts fit.
func (v *view) fields(c coder) (fits bool) {
	head := []uint64{uint64(v.seq), uint64(v.generation)}
	c.uint64s(&head)
	c.uint64s(&v.serials)
	c.set(&v.live)
	c.uint32s(&v.ids)
	c.dict(&v.iris)
	for i := range v.columns {
		v.columns[i].fields(c)
	}
	v.openings.fields(c)
	runCount(c, &v.links)
	for i := range v.links {
		array(c, &v.links[i], 8, putLink, getLink)
	}
	c.int64s(&v.modified)
	v.dates.fields(c)
	c.floats(&v.points.lat)
	c.floats(&v.points.lon)
	c.bytes(&v.titles.bytes)
	c.uint32s(&v.titles.ends)
	c.bytes(&v.titles.length)
	c.dict(&v.titles.langs)
	if c.decoder == nil || c.decoder.err != nil || len(head) != 2 {
		return c.decoder == nil
	}
	return v.complete(head)
}

func (col *column) fields(c coder) {
	c.dict(&col.values)
	c.uint32s(&col.ends)
	c.uint32s(&col.codes)
}

func (os *occurrences) fields(c coder) {
	c.uint32s(&os.ends)
	array(c, &os.list, 28, putOccurrence, getOccurrence)
	c.int64s(&os.last)
	array(c, &os.own, 4, putStates, getStates)
	c.uint16s(&os.where)
	array(c, &os.week, 8, func(b []byte, s slots) { little.PutUint64(b, uint64(s)) }, func(b []byte) slots { return slots(little.Uint64(b)) })
	c.set(&os.mixed)
	c.set(&os.varied)
	for _, d := range []**dict{&os.names, &os.states, &os.seats, &os.zones.names} {
		c.dict(d)
	}
	for class := range os.spans {
		runCount(c, &os.spans[class])
		for i := range os.spans[class] {
			array(c, &os.spans[class][i], 20, putSpan, getSpan)
		}
	}
}

// set is a bitmap, as its numbers.
func (c coder) set(s **roaring.Bitmap) {
	var numbers []uint32
	if c.encoder != nil {
		numbers = (*s).ToArray()
	}
	c.uint32s(&numbers)
	if c.decoder != nil {
		*s = roaring.BitmapOf(numbers...)
	}
}

func (c coder) dict(d **dict) {
	var names texts
	if c.encoder != nil {
		names = (*d).all()
	}
	c.bytes(&names.bytes)
	c.uint32s(&names.ends)
	if c.decoder == nil || c.decoder.err != nil {
		return
	}
	if !ordered(names.ends, len(names.bytes)) {
		c.decoder.err = errMisfit
		return
	}
	*d = dictOf(names)
}

func putLink(b []byte, l link) {
	little.PutUint32(b, l.to)
	little.PutUint32(b[4:], l.doc)
}

func getLink(b []byte) link { return link{little.Uint32(b), little.Uint32(b[4:])} }

func putSpan(b []byte, s span) {
	little.PutUint64(b, uint64(s.start))
	little.PutUint64(b[8:], uint64(s.end))
	little.PutUint32(b[16:], s.doc)
}

func getSpan(b []byte) span {
	return span{int64(little.Uint64(b)), int64(little.Uint64(b[8:])), little.Uint32(b[16:])}
}

func putStates(b []byte, s states) {
	little.PutUint16(b, s.status)
	little.PutUint16(b[2:], s.seats)
}

func getStates(b []byte) states { return states{little.Uint16(b), little.Uint16(b[2:])} }

// The two highest bits of an occurrence's shift are its flags: no clock is
// ahead by more seconds than the others hold.
const (
	flagWhole = 1 << 31
	flagEven  = 1 << 30
	shiftBits = 30
)

func putOccurrence(b []byte, o occurrence) {
	little.PutUint64(b, uint64(o.start))
	little.PutUint64(b[8:], uint64(o.end))
	little.PutUint32(b[16:], o.name)
	putStates(b[20:], o.states)
	shift := uint32(o.shift) & (1<<shiftBits - 1)
	if o.whole {
		shift |= flagWhole
	}
	if o.even {
		shift |= flagEven
	}
	little.PutUint32(b[24:], shift)
}

func getOccurrence(b []byte) occurrence {
	shift := little.Uint32(b[24:])
	return occurrence{
		start: int64(little.Uint64(b)), end: int64(little.Uint64(b[8:])), name: little.Uint32(b[16:]), states: getStates(b[20:]),
		shift: int32(shift<<(32-shiftBits)) >> (32 - shiftBits), whole: shift&flagWhole != 0, even: shift&flagEven != 0,
	}
}
