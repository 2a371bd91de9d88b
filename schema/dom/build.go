package dom

// XML is the namespace of xml:lang.
const XML = "http://www.w3.org/XML/1998/namespace"

// Add appends a child of a name, in the element's namespace and language, and
// returns it.
func (e *Element) Add(name string) *Element {
	c := &Element{Space: e.Space, Name: name, Lang: e.Lang, Parent: e}
	e.Children = append(e.Children, c)
	return c
}

// AddText appends a child that holds a text, and returns it; for "" it appends
// nothing, and what it returns is not in the document.
func (e *Element) AddText(name, text string) *Element {
	if text == "" {
		return &Element{Space: e.Space, Name: name}
	}
	c := e.Add(name)
	c.Text = text
	return c
}

// Set gives the element an attribute in its own namespace; "" for none.
func (e *Element) Set(name, value string) *Element {
	if value != "" {
		e.Attrs = append(e.Attrs, Attr{e.Space, name, value})
	}
	return e
}

// SetLang says in which language the element is (xml:lang).
func (e *Element) SetLang(tag string) *Element {
	e.Lang = tag
	e.Attrs = append(e.Attrs, Attr{XML, "lang", tag})
	return e
}

// Prune takes out the elements below that hold neither a text nor another
// element, and what is empty then.
func (e *Element) Prune() {
	kept := e.Children[:0]
	for _, c := range e.Children {
		c.Prune()
		if c.Text != "" || len(c.Children) > 0 {
			kept = append(kept, c)
		}
	}
	e.Children = kept
}
