package storetest

import (
	"sync/atomic"
	"testing"
	"time"

	"moselle/hub/store"
	"moselle/schema"
)

// Benchmark measures a backend on records of some 6 KB: writing batches of 500
// with their items, the same unchanged, point reads, 20 at once, reads during
// writes, and reading log and records from end to end.
func Benchmark(b *testing.B, open Opener) {
	const size, batches = 500, 20
	events := make([]schema.Record, size*batches)
	for i := range events {
		events[i] = Event(i)
	}
	batch := func(n, generation int) store.Batch {
		out := store.Batch{Source: Source}
		for _, r := range events[n%batches*size : (n%batches+1)*size] {
			r.Digest[0], r.Digest[1] = byte(generation), byte(generation>>8)
			out.Changes = append(out.Changes, put(r))
			out.Items = append(out.Items, store.ItemState{Key: r.Key, Records: refs(r.IRI)})
		}
		return out
	}
	write := func(b *testing.B, s store.Store, from, generation int) {
		if _, err := s.Apply(b.Context(), batch(from, generation)); err != nil {
			b.Fatal(err)
		}
	}
	filled := func(b *testing.B) store.Store {
		s := (&env{open: open, dir: b.TempDir(), now: time.Now}).store(b)
		for n := range batches {
			write(b, s, n, 1)
		}
		return s
	}
	perSecond := func(b *testing.B, n int) {
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "records/s")
	}

	b.Run("apply", func(b *testing.B) {
		s := (&env{open: open, dir: b.TempDir(), now: time.Now}).store(b)
		n := 0
		for b.Loop() {
			write(b, s, n, n/batches+1) // new at first, later changed
			n++
		}
		perSecond(b, n*size)
	})
	b.Run("apply unchanged", func(b *testing.B) {
		s := filled(b)
		n := 0
		for b.Loop() {
			write(b, s, n, 1)
			n++
		}
		perSecond(b, n*size)
	})
	s := filled(b)
	var next atomic.Uint64
	get := func(b *testing.B) {
		i := next.Add(7919) % uint64(len(events))
		if _, err := s.Get(b.Context(), events[i].IRI); err != nil {
			b.Error(err)
		}
	}
	b.Run("get", func(b *testing.B) {
		for b.Loop() {
			get(b)
		}
		perSecond(b, b.N)
	})
	b.Run("get in parallel", func(b *testing.B) {
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				get(b)
			}
		})
		perSecond(b, b.N)
	})
	b.Run("get 20", func(b *testing.B) {
		ask := make([]schema.IRI, 20)
		n := 0
		for b.Loop() {
			for i := range ask {
				ask[i] = events[(n*7919+i*31)%len(events)].IRI
			}
			if got, err := s.GetMany(b.Context(), ask); err != nil || len(got) != len(ask) {
				b.Fatal(len(got), err)
			}
			n++
		}
		perSecond(b, n*len(ask))
	})
	b.Run("changes", func(b *testing.B) {
		n := 0
		for b.Loop() {
			for _, err := range s.Changes(b.Context(), 0, store.Filter{}) {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
		}
		perSecond(b, n)
	})
	b.Run("list", func(b *testing.B) {
		n := 0
		for b.Loop() {
			for _, err := range s.List(b.Context(), store.Filter{Class: "Event"}) {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
		}
		perSecond(b, n)
	})
}
