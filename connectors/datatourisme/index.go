package datatourisme

import (
	"fmt"
	"io"
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"moselle/connectors"
	"moselle/schema/tree"
)

// listed returns the file that an entry of an index names; false when the text
// is no such entry. What is a whole object names none.
func (r *run) listed(text []byte) (file string, ok bool) {
	if len(text) > 16<<10 || r.tree.JSON(string(text)) != nil {
		return "", false
	}
	root := r.tree.Root()
	f := root.Member("file")
	return f.Text(), f.Kind() == tree.String && keyOf(root) == ""
}

// maxMissing bounds how many files in a row may be missing beside an index
// before the first is found: then the folder is not there at all.
const maxMissing = 25

// beside reads an object that the index lists, from its file beside the index.
func (r *run) beside(file string) error {
	where := "objects/" + file
	if !inside(file) {
		return r.Refuse(connectors.Refuse("", where, "file", file, "a file below the folder objects is expected, as 0/00/15-….json"))
	}
	if err := r.ctx.Err(); err != nil {
		return err
	}
	raw, err := r.load(sibling(r.base, where))
	switch {
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case err != nil && !r.found:
		if r.missing++; r.missing > maxMissing {
			return fmt.Errorf("none of the first %d objects that index.json lists can be read, the last because: %w; declare the folder in which index.json and objects stand", maxMissing, err)
		}
		fallthrough
	case err != nil:
		return r.Refuse(connectors.Refuse(fileKey(file), where, "file", file, "index.json lists the object, but its file cannot be read (%v); download the flux again", reason(err, where)))
	}
	r.found = true
	return r.object(raw, where)
}

// reason is why a file could not be read, without its name and folder.
func reason(err error, where string) string {
	message := err.Error()
	if i := strings.Index(message, where); i >= 0 {
		message = strings.TrimLeft(message[i+len(where):], ": ")
	}
	return message
}

// load reads the file of one object.
func (r *run) load(location string) ([]byte, error) {
	body, err := r.env.Open(r.ctx, location, nil)
	if err != nil {
		return nil, err
	}
	defer body.Close()
	return bounded(body)
}

var errLarge = fmt.Errorf("it is larger than %d MB", connectors.MaxItem>>20)

// bounded reads what may be one item.
func bounded(r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, connectors.MaxItem+1))
	if err == nil && len(raw) > connectors.MaxItem {
		err = errLarge
	}
	return raw, err
}

// inside reports whether a file lies below the folder that it is listed in.
func inside(file string) bool {
	return file != "" && !strings.ContainsAny(file, "\\?#:") && filepath.IsLocal(file) && path.Clean(file) == file
}

// sibling returns the location of a file beside another.
func sibling(location, file string) string {
	if !connectors.IsWeb(location) {
		return filepath.Join(filepath.Dir(location), filepath.FromSlash(file))
	}
	u, err := url.Parse(location)
	if err != nil {
		return file
	}
	next := u.ResolveReference(&url.URL{Path: file})
	next.RawQuery = u.RawQuery // what lets one in to the index does to the objects
	return next.String()
}

// uuid is how DATAtourisme names an object, at the end of its address and of its
// file's name.
var uuid = regexp.MustCompile(`(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)

// fileKey returns the key of the object in a file by the file's name; "" when
// the name does not hold one.
func fileKey(file string) string {
	return strings.ToLower(uuid.FindString(path.Base(file)))
}

// bare is an address without its query, which may hold a key of the API.
func bare(location string) string {
	if !connectors.IsWeb(location) {
		return location
	}
	location, _, _ = strings.Cut(location, "?")
	return location
}
