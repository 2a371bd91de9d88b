package linkedart

import "moselle/schema"

// shown adds what a work shows: what stands on it, and what that is about.
func (m *mapper) shown(b *schema.Builder, n *node) {
	m.subjects(b, n)
	for _, image := range n.all("shows") {
		m.subjects(b, image)
		m.genres(b, image)
	}
}

// subjects adds what is represented and what something is about. A place that is
// shown is one; all else is a term.
func (m *mapper) subjects(b *schema.Builder, n *node) {
	for _, v := range n.all("represents", "depicts", "about", "represents_instance_of_type") {
		if v.is("Place") && b.Class().Property("contentLocation") != nil {
			b.Link("contentLocation", m.place(v, "contentLocation"))
			continue
		}
		if m.title(v) != "" { // what is known by its address alone has a record of its own
			m.term(b, "about", v)
		}
	}
}

// genres adds the genre of an image.
func (m *mapper) genres(b *schema.Builder, image *node) {
	for _, t := range image.all("classified_as") {
		m.term(b, "genre", t)
	}
}

// holders adds who keeps a work and where.
func (m *mapper) holders(b *schema.Builder, n *node) {
	for _, a := range n.all("current_keeper", "current_owner") {
		if !b.Has("holdingArchive") && (classOf(a) == "Organization" || len(a.types) == 0) {
			b.Link("holdingArchive", m.record(a, "Organization", "holdingArchive"))
		}
	}
	for _, p := range n.all("current_location", "current_permanent_location") {
		if !b.Has("itemLocation") {
			b.Link("itemLocation", m.place(p, "itemLocation"))
		}
	}
}
