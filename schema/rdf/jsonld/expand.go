package jsonld

import (
	"errors"
	"fmt"

	"github.com/piprate/json-gold/ld"
)

// expander brings items into expanded form (JSON-LD 1.1 API, section 5.1).
type expander struct {
	options *ld.JsonLdOptions
	loader  *loader
	common  *ld.Context // of the items of a list
}

func newExpander(contexts map[string][]byte, base string) *expander {
	l := &loader{extra: contexts}
	o := ld.NewJsonLdOptions(base)
	o.DocumentLoader, o.ProcessingMode = l, ld.JsonLd_1_1
	return &expander{options: o, loader: l}
}

// expand returns an item's expanded form. json-gold panics on some values of a
// kind that it does not expect; what it was about to say of them is an error.
func (x *expander) expand(i item) (out any, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("not JSON-LD: a value is of a kind that may not stand in its place (%v)", p)
		}
	}()
	active := x.common
	if active == nil {
		active = ld.NewContext(nil, x.options)
		if i.hasContext {
			if active, err = active.Parse(i.context); err != nil {
				return nil, x.explain(err)
			}
			x.common = active
		}
	}
	out, err = ld.NewJsonLdApi().Expand(active, "", i.value, x.options, false, nil)
	if err != nil {
		return nil, x.explain(err)
	}
	return out, nil
}

// explain prefers what the loader refused to what json-gold makes of it.
func (x *expander) explain(err error) error {
	if x.loader.refused != nil {
		return x.loader.refused
	}
	var e *ld.JsonLdError
	if errors.As(err, &e) {
		return fmt.Errorf("not JSON-LD: %w", e)
	}
	return err
}
