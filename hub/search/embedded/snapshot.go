package embedded

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"

	"moselle/hub/store"
)

const (
	snapshotFile = "columns"
	textFolder   = "text"
)

var errMisfit = errors.New("its parts do not fit together")

// write writes the view beside the snapshot and then takes its place.
func (v *view) write(dir string) (err error) {
	f, err := os.CreateTemp(dir, snapshotFile+".*.tmp")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			// The temporary file is of no use; why it failed is what counts.
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	e := newEncoder(f)
	e.write([]byte(snapshotHeader()))
	v.fields(coder{encoder: e})
	if err := e.end(); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), filepath.Join(dir, snapshotFile))
}

// load opens both halves, empty when there is nothing or nothing of use.
func (ix *Index) load(ctx context.Context) error {
	if ix.dir == "" {
		return ix.startEmpty("")
	}
	if err := os.MkdirAll(ix.dir, 0o700); err != nil {
		return fmt.Errorf("search index: %w", err)
	}
	v, err := readView(filepath.Join(ix.dir, snapshotFile))
	if err == nil {
		err = ix.join(ctx, v)
	}
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if !errors.Is(err, fs.ErrNotExist) {
		ix.options.Log.Warn("search index thrown away, it will be built again", "dir", ix.dir, "error", err)
	}
	leftovers, _ := filepath.Glob(filepath.Join(ix.dir, snapshotFile+"*"))
	for _, path := range append(leftovers, filepath.Join(ix.dir, textFolder)) {
		if err := os.RemoveAll(path); err != nil {
			return fmt.Errorf("search index: %w", err)
		}
	}
	return ix.startEmpty(filepath.Join(ix.dir, textFolder))
}

func (ix *Index) startEmpty(dir string) error {
	text, err := openBleve(dir)
	if err != nil {
		return err
	}
	v := newView()
	if v.words, err = text.open(v.numbering); err != nil {
		return errors.Join(err, text.close())
	}
	ix.text = text
	ix.view.Store(v)
	return nil
}

// join opens the text half and makes sure that it has all that is alive. What it
// has beyond that, from after the snapshot, is dropped.
func (ix *Index) join(ctx context.Context, v *view) error {
	text, err := openBleve(filepath.Join(ix.dir, textFolder))
	if err != nil {
		return err
	}
	fail := func(err error) error { return errors.Join(err, text.close()) }
	words, err := text.open(v.numbering)
	if err != nil {
		return fail(err)
	}
	held, unknown := words.holds()
	if missing := v.live.GetCardinality() - v.live.AndCardinality(held); missing > 0 {
		words.release()
		return fail(fmt.Errorf("the text of %d documents is missing", missing))
	}
	held.AndNot(v.live)
	each(held, func(n uint32) { v.gone = append(v.gone, v.serials[n]) })
	if n := len(v.serials); n > 0 {
		ix.serial = v.serials[n-1]
	}
	for _, s := range unknown {
		ix.serial = max(ix.serial, s)
	}
	if err := text.drop(ctx, unknown); err != nil {
		words.release()
		return fail(err)
	}
	v.words = words
	ix.text = text
	ix.renumber(v)
	ix.view.Store(v)
	ix.durable.Store(uint64(v.seq))
	return nil
}

// readView reads a snapshot.
func readView(path string) (*view, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	d := newDecoder(f, info.Size())
	header := make([]byte, len(snapshotHeader()))
	if d.read(header); d.err == nil && string(header) != snapshotHeader() {
		return nil, errors.New("not a search snapshot of this version")
	}
	v := newView()
	fits := v.fields(coder{decoder: d})
	if d.err != nil {
		return nil, d.err
	}
	if err := d.end(); err != nil {
		return nil, err
	}
	if !fits {
		return nil, errMisfit
	}
	return v, nil
}

// complete makes what a snapshot leaves out, and reports whether what it holds
// fits together: the checksum says that it was written so, not by which program.
func (v *view) complete(head []uint64) bool {
	v.seq, v.generation = store.Seq(head[0]), int(head[1])
	n := len(v.ids)
	ok := len(v.serials) == n && len(v.modified) == n && len(v.points.lat) == n && len(v.points.lon) == n &&
		len(v.dates.last) == n && len(v.dates.own) == n && len(v.dates.where) == n && len(v.dates.week) == n && v.dates.readable() && len(v.titles.length) == n &&
		indexes(v.dates.ends, n, len(v.dates.list)) && indexes(v.titles.ends, n, len(v.titles.bytes))
	for i := range v.columns {
		ok = ok && v.columns[i].fits(n)
	}
	ok = ok && v.openings.fits(n) && v.openings.load()
	if !ok || !v.live.IsEmpty() && int(v.live.Maximum()) >= n {
		return false
	}
	for i := range v.columns {
		v.columns[i].index()
	}
	v.openings.index()
	lat, lon := v.points.lat, v.points.lon
	v.points = newPoints()
	for i := range lat {
		v.points.add(!math.IsNaN(lat[i]), lat[i], lon[i])
	}
	v.irises = v.iris.all()
	return true
}

// fits reports whether a column is one of n documents.
func (c *column) fits(n int) bool {
	values := uint32(c.values.all().len())
	return indexes(c.ends, n, len(c.codes)) && !slices.ContainsFunc(c.codes, func(code uint32) bool { return code >= values })
}

// indexes reports whether ends cut a list of the length into n.
func indexes(ends []uint32, n, length int) bool { return len(ends) == n && ordered(ends, length) }

// ordered reports whether ends rise and stop at the length.
func ordered(ends []uint32, length int) bool {
	last := uint32(0)
	for _, e := range ends {
		if e < last {
			return false
		}
		last = e
	}
	return int(last) == length
}
