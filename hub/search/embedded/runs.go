package embedded

import (
	"slices"
	"sort"
)

// runs keep entries in order of a key while ever more come: a few sorted runs
// of falling length, none of which ever changes. Adding costs the length of the
// shorter ones, so that a single entry is cheap and a million are too.
type runs[T any] [][]T

// add returns the runs with a sorted batch. Runs are joined while one is not
// twice as long as the next; entries that are no longer kept are left out then.
func (r runs[T]) add(batch []T, compare func(a, b T) int, kept func(T) bool) runs[T] {
	if len(batch) == 0 {
		return r
	}
	out := append(slices.Clone(r), batch)
	for n := len(out); n > 1 && len(out[n-2]) < 2*len(out[n-1]); n = len(out) {
		out = append(out[:n-2], merge(out[n-2], out[n-1], compare, kept))
	}
	return out
}

func merge[T any](a, b []T, compare func(a, b T) int, kept func(T) bool) []T {
	out := make([]T, 0, len(a)+len(b))
	put := func(e T) {
		if kept(e) {
			out = append(out, e)
		}
	}
	for len(a) > 0 && len(b) > 0 {
		if compare(b[0], a[0]) < 0 {
			put(b[0])
			b = b[1:]
		} else {
			put(a[0])
			a = a[1:]
		}
	}
	for _, e := range a {
		put(e)
	}
	for _, e := range b {
		put(e)
	}
	return out
}

// mapped returns the runs with every entry replaced, or left out; the order
// must stay.
func (r runs[T]) mapped(f func(T) (T, bool)) runs[T] {
	var out runs[T]
	for _, run := range r {
		kept := make([]T, 0, len(run))
		for _, e := range run {
			if e, ok := f(e); ok {
				kept = append(kept, e)
			}
		}
		if len(kept) > 0 {
			out = append(out, kept)
		}
	}
	return out
}

// between returns the entries of a sorted run from the first that is not below
// to the first that is beyond.
func between[T any](run []T, below, beyond func(T) bool) []T {
	from := sort.Search(len(run), func(i int) bool { return !below(run[i]) })
	run = run[from:]
	return run[:sort.Search(len(run), func(i int) bool { return beyond(run[i]) })]
}
