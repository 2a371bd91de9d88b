package edm

import "moselle/schema"

// context returns a link to a contextual resource made of a record or a term,
// one for each; a link alone for classes that EDM has no resource for.
func (v *viewer) context(n *schema.Node) (Value, bool) {
	for _, c := range v.cho.Contexts {
		if c.ID == n.ID {
			return Value{Ref: n.ID, Context: c}, true
		}
	}
	c := &Context{ID: n.ID, Props: make([]Prop, 0, 6)}
	switch n.Class.Name {
	case "Person":
		c.agent(n)
		c.texts(BirthDate, n.Values("birthDate"))
		c.texts(DeathDate, n.Values("deathDate"))
		c.links(BirthPlace, n.Values("birthPlace"))
		c.links(DeathPlace, n.Values("deathPlace"))
		for _, t := range n.Nodes("hasOccupation") {
			c.texts(Profession, t.Values("name"))
		}
	case "Organization":
		c.agent(n)
	case "Place":
		c.Class = Place
		c.texts(PrefLabel, n.Values("name"))
		c.texts(AltLabel, n.Values("alternateName"))
		if g := n.Node("geo"); g != nil {
			c.texts(Lat, g.Values("latitude"))
			c.texts(Long, g.Values("longitude"))
		}
		c.texts(Note, n.Values("description"))
		c.links(IsPartOf, n.Values("containedInPlace"))
		c.links(SameAs, n.Values("sameAs"))
	case "Concept":
		c.Class = Concept
		c.texts(PrefLabel, n.Values("prefLabel"))
		c.texts(AltLabel, n.Values("altLabel"))
		c.texts(Note, n.Values("definition"))
		c.texts(Note, n.Values("scopeNote"))
		c.links(Broader, n.Values("broader"))
		c.links(Narrower, n.Values("narrower"))
		c.links(Related, n.Values("related"))
		c.links(ExactMatch, n.Values("exactMatch"))
		c.links(CloseMatch, n.Values("closeMatch"))
	case "DefinedTerm":
		c.Class = Concept
		c.texts(PrefLabel, n.Values("name"))
		c.links(ExactMatch, n.Values("sameAs"))
	default:
		return Value{Ref: n.ID}, true
	}
	v.cho.Contexts = append(v.cho.Contexts, c)
	return Value{Ref: n.ID, Context: c}, true
}

func (c *Context) agent(n *schema.Node) {
	c.Class = Agent
	c.texts(PrefLabel, n.Values("name"))
	c.texts(AltLabel, n.Values("alternateName"))
	c.texts(Note, n.Values("description"))
	c.links(SameAs, n.Values("sameAs"))
}

func (c *Context) text(p Property, s string) {
	if s != "" {
		c.Props = append(c.Props, Prop{p, []Value{{Text: s}}})
	}
}

// texts adds literals.
func (c *Context) texts(p Property, from []schema.Value) {
	c.put(p, from, func(v schema.Value) (Value, bool) { return literal(nil, v) })
}

// links adds links to what the record does not carry.
func (c *Context) links(p Property, from []schema.Value) {
	c.put(p, from, func(v schema.Value) (Value, bool) { return Value{Ref: v.Ref}, v.Ref != "" })
}

func (c *Context) put(p Property, from []schema.Value, how func(schema.Value) (Value, bool)) {
	if len(from) == 0 {
		return
	}
	at := len(c.Props) - 1
	if at < 0 || c.Props[at].Property != p {
		c.Props, at = append(c.Props, Prop{p, make([]Value, 0, len(from))}), at+1
	}
	for _, f := range from {
		if v, ok := how(f); ok {
			c.Props[at].Values = append(c.Props[at].Values, v)
		}
	}
	if len(c.Props[at].Values) == 0 {
		c.Props = c.Props[:at]
	}
}
