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
		c.dict(&v.columns[i].values)
		c.uint32s(&v.columns[i].ends)
		c.uint32s(&v.columns[i].codes)
	}
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

func (os *occurrences) fields(c coder) {
	c.uint32s(&os.ends)
	array(c, &os.list, 24, putOccurrence, getOccurrence)
	c.int64s(&os.last)
	c.uint16s(&os.own)
	c.set(&os.mixed)
	c.dict(&os.names)
	c.dict(&os.states)
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

// The last two bytes of an occurrence are its flags.
const (
	flagWhole = 1 << iota
	flagSoldOut
)

func putOccurrence(b []byte, o occurrence) {
	little.PutUint64(b, uint64(o.start))
	little.PutUint64(b[8:], uint64(o.end))
	little.PutUint32(b[16:], o.name)
	little.PutUint16(b[20:], o.status)
	var flags uint16
	if o.whole {
		flags |= flagWhole
	}
	if o.soldOut {
		flags |= flagSoldOut
	}
	little.PutUint16(b[22:], flags)
}

func getOccurrence(b []byte) occurrence {
	flags := little.Uint16(b[22:])
	return occurrence{
		start: int64(little.Uint64(b)), end: int64(little.Uint64(b[8:])), name: little.Uint32(b[16:]),
		status: little.Uint16(b[20:]), whole: flags&flagWhole != 0, soldOut: flags&flagSoldOut != 0,
	}
}
