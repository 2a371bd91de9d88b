package sqlite

import (
	"encoding/binary"
	"fmt"
	"runtime"

	"github.com/klauspost/compress/zstd"

	"moselle/hub/fault"
	"moselle/hub/store"
	"moselle/schema"
)

// maxPayload bounds the triples and view of one record together, in bytes.
const maxPayload = 64 << 20

// codec packs a record's triples and view into one zstd frame (RFC 8878): the
// view repeats the texts of the triples, so that beside them it costs next to
// nothing. Of 6.2 KB (4.4 triples, 1.8 view) one frame leaves 1.4 KB in 12 µs
// and opens in 4.8 µs; triples packed and view plain would be 3.0 KB, and open
// in 4.0 µs, but with twice the pages to read and to sync. The frame's checksum
// tells a damaged page.
type codec struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}

func newCodec() (*codec, error) {
	n := runtime.GOMAXPROCS(0)
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(n),
		zstd.WithSingleSegment(true), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return nil, err
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(n), zstd.WithDecoderMaxMemory(maxPayload+binary.MaxVarintLen64))
	if err != nil {
		return nil, err
	}
	return &codec{enc: enc, dec: dec}, nil
}

func (c *codec) close() {
	c.enc.Close()
	c.dec.Close()
}

// pack returns the record's payload: the length of the triples, the triples and
// the view, packed. It works in scratch and hands it back for the next record.
func (c *codec) pack(r schema.Record, scratch []byte) (payload, spare []byte, err error) {
	if n := len(r.Triples) + len(r.View); n > maxPayload {
		return nil, scratch, fault.New(fault.TooLarge, "record %s: %d MB of data, more than the %d MB that are kept of one record",
			r.IRI, n>>20, maxPayload>>20)
	}
	scratch = binary.AppendUvarint(scratch[:0], uint64(len(r.Triples)))
	scratch = append(scratch, r.Triples...)
	scratch = append(scratch, r.View...)
	return c.enc.EncodeAll(scratch, nil), scratch, nil
}

// unpack sets the record's triples and view. They share memory.
func (c *codec) unpack(payload []byte, r *schema.Record) error {
	all, err := c.dec.DecodeAll(payload, nil)
	if err != nil {
		return fmt.Errorf("record %s: what is stored of it is damaged; restore a backup or harvest its source anew: %w", r.IRI, err)
	}
	n, k := binary.Uvarint(all)
	if k <= 0 || n > uint64(len(all)-k) {
		return fmt.Errorf("record %s: what is stored of it is damaged; restore a backup or harvest its source anew", r.IRI)
	}
	all = all[k:]
	r.Triples, r.View = all[:n:n], all[n:]
	return nil
}

// packRefs writes each reference as the number of bytes its IRI shares with the
// one before, the rest of it, and the digest: most IRIs of an item begin alike.
func packRefs(refs []store.Ref) []byte {
	out := make([]byte, 0, 36*len(refs))
	last := schema.IRI(schema.Scheme + "id/")
	for _, r := range refs {
		n := 0
		for n < len(last) && n < len(r.IRI) && last[n] == r.IRI[n] {
			n++
		}
		out = binary.AppendUvarint(out, uint64(n))
		out = binary.AppendUvarint(out, uint64(len(r.IRI)-n))
		out = append(out, r.IRI[n:]...)
		out = append(out, r.Digest[:]...)
		last = r.IRI
	}
	return out
}

// unpackRefs undoes packRefs; ok is false when data is damaged.
func unpackRefs(data []byte) (refs []store.Ref, ok bool) {
	last := schema.IRI(schema.Scheme + "id/")
	for len(data) > 0 {
		shared, k := binary.Uvarint(data)
		if k <= 0 || shared > uint64(len(last)) {
			return nil, false
		}
		data = data[k:]
		own, k := binary.Uvarint(data)
		if k <= 0 || len(data)-k < 8 || own > uint64(len(data)-k-8) {
			return nil, false
		}
		r := store.Ref{IRI: last[:shared] + schema.IRI(data[k:k+int(own)])}
		data = data[k+int(own):]
		copy(r.Digest[:], data)
		data = data[8:]
		last = r.IRI
		refs = append(refs, r)
	}
	return refs, true
}
