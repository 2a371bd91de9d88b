package kulturdaten

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"net/url"

	"moselle/connectors"
	"moselle/schema/tree"
)

const (
	// maxKept bounds the texts that are kept of what others may refer to.
	maxKept = 64 << 20
	// maxTrees bounds those of them that are kept read.
	maxTrees = 256
)

// memory is what is known in a run of the things that others refer to.
type memory struct {
	kept    map[string]known
	size    int
	trees   map[string]*tree.Tree
	tags    [sha256.Size]byte // of all tags together
	failed  map[string]string // why a thing could not be asked for
	asked   int
	unasked int
}

// known is one thing.
type known struct {
	of   thing
	text string
	sum  [sha256.Size]byte
	item bool // it is an item of this run: a link is enough
}

func newMemory() memory {
	return memory{kept: map[string]known{}, trees: map[string]*tree.Tree{}, failed: map[string]string{}}
}

// keep remembers a thing that others may refer to.
func (m *memory) keep(of thing, key, text string, item bool) {
	if of == event || m.size+len(text) > maxKept {
		return
	}
	k := known{of, text, sha256.Sum256([]byte(text)), item}
	m.size += len(text) - len(m.kept[key].text)
	m.kept[key] = k
	delete(m.trees, key)
	if of == tag {
		for i := range m.tags {
			m.tags[i] ^= k.sum[i]
		}
	}
}

// forget says that a thing is no item after all.
func (m *memory) forget(key string) {
	if k, ok := m.kept[key]; ok {
		k.item = false
		m.kept[key] = k
	}
}

// same reports whether a thing was read with exactly this text; of events,
// which are not kept, it is taken for granted.
func (m *memory) same(key, text string) bool {
	k, ok := m.kept[key]
	return !ok || k.text == text
}

// find returns a thing that is known.
func (m *memory) find(of thing, key string) (o tree.Node, item, ok bool) {
	k, ok := m.kept[key]
	if !ok || k.of != of {
		return o, false, false
	}
	t := m.trees[key]
	if t == nil {
		t = &tree.Tree{}
		if t.JSON(k.text) != nil {
			return o, false, false
		}
		if len(m.trees) >= maxTrees {
			clear(m.trees)
		}
		m.trees[key] = t
	}
	return unwrap(t.Root(), of), k.item, true
}

// unwrap returns the one thing in an answer, or the thing itself.
func unwrap(o tree.Node, of thing) tree.Node {
	for _, in := range []tree.Node{o.Member("data").Member(string(of)), o.Member(string(of))} {
		if in.Kind() == tree.Object {
			return in
		}
	}
	return o
}

// learn reads a list for what stands in it to be known.
func (r *run) learn(at string) error {
	_, err := r.pages(at, nil, func(e element) error {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		o, text, _, refusal := r.open(e)
		if refusal != nil {
			return r.Refuse(refusal)
		}
		of, key := thingOf(o, e.hint), keyOf(o)
		if refusal := recognise(o, of, key, connectors.Name(at)+", "+r.prefix+e.where); refusal != nil {
			return r.Refuse(refusal)
		}
		if r.withdrawn(o, of) == "" {
			r.keep(of, key, text, false)
		}
		return nil
	})
	return err
}

// learnTags asks the API for the names of its tags; without them they are called
// by their codes.
func (r *run) learnTags(of thing) {
	if of == tag || r.Lookups == 0 {
		return
	}
	if err := r.learn(r.api + tag.list()); err != nil {
		r.env.Log.Warn("the tags cannot be read", "source", r.env.Source, "error", err)
	}
}

// related are the members by which a thing refers to others.
var related = map[thing][]struct {
	member string
	of     thing
}{
	event:      {{"attractions", attraction}, {"locations", location}, {"organizer", organization}},
	attraction: {{"curator", organization}},
}

// gather sees to it that what a thing refers to is known as far as it can be. It
// returns what tells whether any of it has changed.
func (r *run) gather(o tree.Node, of thing) (sums []byte, err error) {
	if of != tag && r.tags != [sha256.Size]byte{} {
		sums = append(sums, r.tags[:]...)
	}
	for _, rel := range related[of] {
		for _, ref := range references(o.Member(rel.member)) {
			if err := r.ask(rel.of, ref.id); err != nil {
				return nil, err
			}
			k, ok := r.kept[ref.id]
			if !ok {
				continue
			}
			sums = append(sums, k.sum[:]...)
			if rel.of == attraction {
				found, _, _ := r.find(attraction, ref.id)
				more, err := r.gather(found, attraction)
				if err != nil {
					return nil, err
				}
				sums = append(sums, more...)
			}
		}
	}
	return sums, nil
}

// ask asks the API for one thing that is referred to. That it cannot be had ends
// nothing: its label is taken.
func (r *run) ask(of thing, id string) error {
	if _, ok := r.kept[id]; ok || r.api == "" || r.Lookups == 0 || id == "" || r.failed[id] != "" {
		return nil
	}
	if r.asked == r.Lookups {
		r.unasked++
		return nil
	}
	r.asked++
	text, err := r.fetch(r.api + of.list() + "/" + url.PathEscape(id))
	var t tree.Tree
	if err == nil {
		err = t.JSON(text)
	}
	if err == nil && unwrap(t.Root(), of) == t.Root() && !alone(t.Root()) {
		err = errors.New("the server does not know it")
	}
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case err != nil:
		r.failed[id] = err.Error()
	case r.withdrawn(unwrap(t.Root(), of), of) != "":
		r.failed[id] = "it is not published"
	default:
		r.keep(of, id, text, false)
	}
	return nil
}

func (r *run) fetch(at string) (string, error) {
	body, err := r.env.Open(r.ctx, at, nil)
	if err != nil {
		return "", err
	}
	defer body.Close()
	text, err := io.ReadAll(io.LimitReader(body, connectors.MaxItem+1))
	if len(text) > connectors.MaxItem {
		err = fmt.Errorf("larger than %d MB", connectors.MaxItem>>20)
	}
	return string(text), err
}
