package embedded

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"math"
	"strings"

	"moselle/hub/search"
	"moselle/schema/taxonomy"
)

// A snapshot is a header, then arrays, each its length and its elements in
// little endian, then a checksum of all that. The order is in fields.go.
// The header has a version, the facets and the state of the vocabularies, whose
// concepts and labels documents quote: an index that has others, or whose
// documents were made otherwise, is thrown away when it is opened, and built
// again from the log.
func snapshotHeader() string {
	return "MOSELLE SEARCH 3 " + strings.Join(search.FacetNames(), " ") + " " + taxonomy.Version() + "\n"
}

// encoder writes arrays and keeps the first error.
type encoder struct {
	out *bufio.Writer
	sum hash.Hash32
	buf []byte
	err error
}

func newEncoder(w io.Writer) *encoder {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	return &encoder{out: bufio.NewWriterSize(io.MultiWriter(w, sum), 1<<20), sum: sum}
}

func (e *encoder) write(b []byte) {
	if e.err == nil {
		_, e.err = e.out.Write(b)
	}
}

// end writes the checksum.
func (e *encoder) end() error {
	if e.err == nil {
		e.err = e.out.Flush()
	}
	e.write(binary.LittleEndian.AppendUint32(nil, e.sum.Sum32()))
	if e.err == nil {
		e.err = e.out.Flush()
	}
	return e.err
}

// decoder reads what an encoder wrote and keeps the first error.
type decoder struct {
	in   *bufio.Reader
	sum  hash.Hash32
	left int64 // bytes: no array is longer
	buf  []byte
	err  error
}

func newDecoder(r io.Reader, size int64) *decoder {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	return &decoder{in: bufio.NewReaderSize(r, 1<<20), sum: sum, left: size, buf: make([]byte, 1<<16)}
}

func (d *decoder) read(b []byte) {
	if d.err != nil {
		return
	}
	d.left -= int64(len(b))
	if _, d.err = io.ReadFull(d.in, b); d.err == nil {
		d.sum.Write(b)
	}
}

// end checks the checksum and that nothing follows.
func (d *decoder) end() error {
	want := d.sum.Sum32()
	got := make([]byte, 4)
	if d.read(got); d.err != nil {
		return d.err
	}
	if binary.LittleEndian.Uint32(got) != want {
		return errors.New("the checksum is wrong")
	}
	if _, err := d.in.ReadByte(); err != io.EOF {
		return errors.New("something follows the end")
	}
	return nil
}

func (d *decoder) length(width int64) int {
	var b [8]byte
	d.read(b[:])
	n := binary.LittleEndian.Uint64(b[:])
	if d.err == nil && n > uint64(d.left)/uint64(width) {
		d.err = fmt.Errorf("an array of %d elements in a file with %d bytes left", n, d.left)
	}
	if d.err != nil {
		return 0
	}
	return int(n)
}

// coder is either an encoder or a decoder: what is written and what is read are
// named once, in the same order.
type coder struct {
	*encoder
	*decoder
}

// array writes or reads a slice whose elements take width bytes each.
func array[T any](c coder, s *[]T, width int, put func([]byte, T), get func([]byte) T) {
	if e := c.encoder; e != nil {
		e.write(binary.LittleEndian.AppendUint64(nil, uint64(len(*s))))
		e.buf = append(e.buf[:0], make([]byte, width)...)
		for _, v := range *s {
			put(e.buf, v)
			e.write(e.buf)
		}
		return
	}
	d := c.decoder
	n := d.length(int64(width))
	*s = make([]T, n)
	for at := 0; at < n && d.err == nil; {
		chunk := d.buf[:min(len(d.buf)/width, n-at)*width]
		d.read(chunk)
		for i := 0; i < len(chunk); i += width {
			(*s)[at] = get(chunk[i:])
			at++
		}
	}
}

var little = binary.LittleEndian

func (c coder) bytes(s *[]byte) {
	if e := c.encoder; e != nil {
		e.write(little.AppendUint64(nil, uint64(len(*s))))
		e.write(*s)
		return
	}
	*s = make([]byte, c.decoder.length(1))
	c.decoder.read(*s)
}

// runCount is how many runs there are; they follow.
func runCount[T any](c coder, r *runs[T]) {
	n := []uint64{uint64(len(*r))}
	c.uint64s(&n)
	if d := c.decoder; d != nil && d.err == nil {
		if len(n) != 1 || n[0] > maxRuns {
			d.err = errMisfit
			return
		}
		*r = make(runs[T], n[0])
	}
}

// maxRuns is more than there can be, each being half as long as the one before.
const maxRuns = 64

func (c coder) uint16s(s *[]uint16) { array(c, s, 2, little.PutUint16, little.Uint16) }
func (c coder) uint32s(s *[]uint32) { array(c, s, 4, little.PutUint32, little.Uint32) }
func (c coder) uint64s(s *[]uint64) { array(c, s, 8, little.PutUint64, little.Uint64) }

func (c coder) int64s(s *[]int64) {
	array(c, s, 8, func(b []byte, v int64) { little.PutUint64(b, uint64(v)) }, func(b []byte) int64 { return int64(little.Uint64(b)) })
}

func (c coder) floats(s *[]float64) {
	array(c, s, 8, func(b []byte, v float64) { little.PutUint64(b, math.Float64bits(v)) },
		func(b []byte) float64 { return math.Float64frombits(little.Uint64(b)) })
}
