package datatourisme

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"moselle/connectors"
	"moselle/schema/tree"
)

// The limits of an archive: its own size, its files, and what they may grow to
// in all, as a multiple of its size.
const (
	maxArchive = 4 << 30
	maxEntries = 600_000
	maxRatio   = 100
	freeGrowth = 64 << 20 // in bytes: what it may grow to whatever its size
)

// flux reads the archive of a flux. It goes to a temporary file first, as the
// list of an archive's files stands at its end.
func (r *run) flux(src io.Reader) (err error) {
	file, err := os.CreateTemp("", "datatourisme-*.zip")
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, file.Close(), os.Remove(file.Name()))
	}()
	size, err := io.Copy(file, io.LimitReader(src, maxArchive+1))
	if err != nil {
		return err
	}
	if size > maxArchive {
		return fmt.Errorf("the archive is larger than %d GB; divide the flux by department or by kind", maxArchive>>30)
	}
	z, err := zip.NewReader(file, size)
	if err != nil {
		return errors.New("the archive cannot be opened: it is cut off or damaged; download it again")
	}
	if len(z.File) > maxEntries {
		return fmt.Errorf("the archive holds more than %d files; divide the flux by department or by kind", maxEntries)
	}
	return r.archive(z, max(freeGrowth, maxRatio*size))
}

// archive reads the objects in the order of the archive, then tells which of
// those that its index lists are missing. It may grow to limit bytes.
func (r *run) archive(z *zip.Reader, limit int64) error {
	there := map[string]bool{}
	var index *zip.File
	for _, f := range z.File {
		switch {
		case f.Name == "index.json":
			index = f
			continue
		case path.Ext(f.Name) != ".json" || strings.HasPrefix(path.Base(f.Name), "context"):
			continue // folders, the context and read-me files
		}
		there[f.Name] = true
		raw, err := unzip(f)
		if limit -= int64(len(raw)); limit < 0 {
			return fmt.Errorf("the archive grows to more than %d times its size: it is not what DATAtourisme makes; download it again", maxRatio)
		}
		if err != nil {
			err = r.Refuse(connectors.Refuse(fileKey(f.Name), f.Name, "", "", "the file cannot be read: %v; download the flux again", err))
		} else {
			err = r.object(raw, f.Name)
		}
		if err != nil {
			return err
		}
	}
	if index == nil {
		return nil
	}
	return r.missingFrom(there, index)
}

// unzip unpacks one file, as far as it may grow.
func unzip(f *zip.File) ([]byte, error) {
	const encrypted = 1 << 0
	if f.Flags&encrypted != 0 {
		return nil, errors.New("it is protected by a password")
	}
	src, err := f.Open()
	if err != nil {
		return nil, errors.New("it is packed in a way that is not known")
	}
	defer src.Close()
	raw, err := bounded(src)
	if err != nil && !errors.Is(err, errLarge) {
		err = errors.New("it is damaged")
	}
	return raw, err
}

// maxIndex bounds an index, in bytes.
const maxIndex = 512 << 20

// missingFrom refuses what the index lists and the archive does not hold.
func (r *run) missingFrom(there map[string]bool, index *zip.File) error {
	src, err := index.Open()
	if err != nil {
		return r.Refuse(unreadable(err))
	}
	defer src.Close()
	s := tree.NewStream(reader(io.LimitReader(src, maxIndex)), connectors.MaxItem)
	if err := s.Enter(nil); err != nil {
		return r.Refuse(unreadable(err))
	}
	for {
		e, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return r.Refuse(unreadable(err))
		}
		file, ok := r.listed(e.Text)
		if !ok || there["objects/"+file] {
			continue
		}
		if err := r.Refuse(connectors.Refuse(fileKey(file), "index.json", "file", file, "the index lists the object, but the archive does not hold it; download the flux again")); err != nil {
			return err
		}
	}
}

func unreadable(err error) *connectors.Refusal {
	return connectors.Refuse("", "index.json", "", "", "the index cannot be read, so that nobody knows whether the archive is whole (%v); download the flux again", err)
}
