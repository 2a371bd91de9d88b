package jsonld

import "moselle/schema/tree"

// chunk is how many objects are made at once.
const chunk = 64

// pool makes the objects of an item, and takes them all back for the next.
type pool struct {
	chunks [][]object
	used   int
}

func (p *pool) object(form form) *object {
	at, i := p.used/chunk, p.used%chunk
	if at == len(p.chunks) {
		p.chunks = append(p.chunks, make([]object, chunk))
	}
	p.used++
	o := &p.chunks[at][i]
	*o = object{form: form, types: o.types[:0], members: o.members[:0]}
	return o
}

// reset takes all objects back. After an item of many the room goes too.
func (p *pool) reset() {
	if p.used = 0; len(p.chunks) > maxChunks {
		p.chunks = nil
	}
}

const maxChunks = 256

func (p *pool) node(id string) *object {
	o := p.object(nodeForm)
	o.id, o.named = id, true
	return o
}

func (p *pool) value(n tree.Node, datatype, language string) *object {
	o := p.object(valueForm)
	o.value, o.datatype, o.language, o.tagged = n, datatype, language, language != ""
	return o
}

func (p *pool) list(items []*object) *object {
	o := p.object(listForm)
	o.items = items
	return o
}

func (p *pool) graph(of *object) *object {
	o := p.object(nodeForm)
	o.graph, o.hasGraph = []*object{of}, true
	return o
}

func (p *pool) text(s, datatype, language string) *object {
	o := p.value(tree.Node{}, datatype, language)
	o.text = s
	return o
}
