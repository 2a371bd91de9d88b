package jsonld

import (
	"strconv"

	"moselle/schema/rdf"
	"moselle/schema/tree"
)

// settings reads the entries of a context that are not terms.
func (p *processor) settings(c *context, in entries, isRemote bool) error {
	if v := in.get("@base"); v.Kind() != tree.Absent && !isRemote {
		base := p.baseOf(c)
		c.based = true
		switch {
		case v.Kind() == tree.Null:
			c.base = ""
		case v.Kind() != tree.String:
			return invalid("invalid base IRI", "@base is %s, and has to be an address or null", v.Kind())
		case rdf.HasScheme(v.Text()):
			c.base = v.Text()
		case base == "":
			return invalid("invalid base IRI", "@base is the relative address %q, and there is nothing to resolve it by", shorten(v.Text()))
		default:
			c.base = resolve(base, v.Text())
		}
	}
	if v := in.get("@vocab"); v.Kind() != tree.Absent {
		switch {
		case v.Kind() == tree.Null:
			c.vocab = ""
		case v.Kind() != tree.String:
			return invalid("invalid vocab mapping", "@vocab is %s, and has to be an address or null", v.Kind())
		default:
			iri := p.expand(c, v.Text(), true, true)
			if !rdf.HasScheme(iri) && !isBlank(iri) {
				return invalid("invalid vocab mapping", "@vocab is %q, which is no address", shorten(v.Text()))
			}
			c.vocab = iri
		}
	}
	switch v := in.get("@language"); v.Kind() {
	case tree.Absent:
	case tree.Null:
		c.language = ""
	case tree.String:
		c.language = v.Text()
	default:
		return invalid("invalid default language", "@language is %s, and has to be a language tag or null", v.Kind())
	}
	if v := in.get("@direction"); v.Kind() != tree.Absent && !isDirection(v, true) {
		return invalid("invalid base direction", `@direction may be "ltr", "rtl" or null`)
	}
	if v := in.get("@propagate"); v.Kind() != tree.Absent {
		if _, err := boolean(v, "invalid @propagate value", "@propagate"); err != nil {
			return err
		}
	}
	return nil
}

func isDirection(v tree.Node, orNull bool) bool {
	return v.Kind() == tree.Null && orNull || v.Kind() == tree.String && (v.Text() == "ltr" || v.Text() == "rtl")
}

func boolean(v tree.Node, code, name string) (bool, error) {
	if v.Kind() != tree.Bool {
		return false, invalid(code, "%s is %s, and has to be true or false", name, v.Kind())
	}
	return v.Text() == "true", nil
}

func isOnePointOne(s string) bool {
	f, err := strconv.ParseFloat(s, 64)
	return err == nil && f == 1.1
}
