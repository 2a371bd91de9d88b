package markup

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"moselle/connectors"
)

// block is what a tar file is made of: each header is one, and each file fills
// whole ones (POSIX.1-1988, ustar).
const block = 512

// isTar reports whether a document begins as a tar file does.
func isTar(head []byte) bool {
	return len(head) >= block && bytes.Equal(head[257:262], []byte("ustar"))
}

// untar yields the documents of a tar file as they come; nothing is spooled.
func untar(ctx context.Context, body io.Reader, exts []string, yield func(File, error) bool) error {
	archive, left, found := tar.NewReader(body), int64(maxUnpacked), 0
	for {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		h, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF) && found == 0:
			return fmt.Errorf("no file in the tar file ends in %s", list(exts))
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return fmt.Errorf("the tar file is damaged or cut off: make it anew")
		case h.Typeflag != tar.TypeReg || !isDocument(h.Name, exts):
			continue
		}
		if found++; found > maxFiles {
			return fmt.Errorf("the tar file holds more than %d documents; make several of it", maxFiles)
		}
		r, err := connectors.Gunzip(io.NopCloser(archive))
		if err != nil {
			if !yield(File{}, connectors.Refuse("", h.Name, "", "", "this file of the tar file is damaged: make it anew")) {
				return nil
			}
			continue
		}
		if !yield(File{h.Name, &limited{r, &left}}, nil) {
			return nil
		}
		if left < 0 {
			return errUnpacked
		}
	}
}

// headOfTar returns the beginning of the first document in a tar file; nil when
// its first bytes do not reach that far.
func headOfTar(head []byte, exts []string) []byte {
	for isTar(head) {
		name, _, _ := strings.Cut(string(head[:100]), "\x00")
		size, err := strconv.ParseInt(strings.Trim(string(head[124:136]), " \x00"), 8, 64)
		if err != nil || size < 0 {
			return nil
		}
		head = head[block:]
		if isDocument(name, exts) {
			return head[:min(size, int64(len(head)))]
		}
		skip := (size + block - 1) / block * block
		if skip > int64(len(head)) {
			return nil
		}
		head = head[skip:]
	}
	return nil
}
