package app

import (
	"fmt"
	"io"
	"time"

	"moselle/schema/rdf"
)

// maxHeld bounds the statements held for formats that are not written as they
// are read.
const maxHeld = 10_000_000

// run writes what it reads.
func (v conversion) run(in io.Reader, w io.Writer, r *report) error {
	if v.to.Append != nil {
		return v.stream(in, w, r)
	}
	var quads []rdf.Quad
	var g rdf.Graph
	held := 0
	err := v.each(in, r, func(q rdf.Quad) error {
		if held++; held > maxHeld {
			return fmt.Errorf("more than %d statements cannot be held to be written as %s; convert to ntriples or nquads", maxHeld, v.to.Name)
		}
		if v.to.EncodeQuads == nil {
			g.Add(q.Triple)
		} else {
			quads = append(quads, q)
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case v.to.EncodeQuads == nil:
		return v.to.Encode(w, &g)
	}
	return v.to.EncodeQuads(w, quads)
}

func (v conversion) stream(in io.Reader, w io.Writer, r *report) error {
	var line []byte
	return v.each(in, r, func(q rdf.Quad) error {
		line = v.to.Append(line[:0], q)
		_, err := w.Write(line)
		return err
	})
}

// each calls f for every statement that can be read.
func (v conversion) each(in io.Reader, r *report, f func(rdf.Quad) error) error {
	for q, err := range v.from.Decode(in, v.base) {
		if err != nil {
			if err = r.fault(err); err != nil {
				return err
			}
			continue
		}
		r.statement()
		if v.oneGraph {
			q.G = rdf.Term{}
		}
		if q.G.Kind != rdf.None && v.to.EncodeQuads == nil {
			return fmt.Errorf("%s: the data has named graphs (%s), which %s cannot say; convert to nquads, trig or jsonld, or leave the names out with --one-graph",
				v.in, rdf.AppendTerm(nil, q.G), v.to.Name)
		}
		if err := f(q); err != nil {
			return err
		}
	}
	return nil
}

// maxFaults bounds the faults that are written out one by one.
const maxFaults = 100

// report tells people how a conversion goes.
type report struct {
	name    string
	w       io.Writer
	lenient bool
	faults  int
	done    int
	read    *int64
	size    int64
	line    *progress
	began   time.Time
}

// fault returns the error that ends the conversion, nil where it goes on.
func (r *report) fault(err error) error {
	err = fmt.Errorf("%s: %w", r.name, err)
	if !r.lenient {
		return err
	}
	if r.faults++; r.faults <= maxFaults {
		r.line.end()
		fmt.Fprintln(r.w, err)
	}
	return nil
}

func (r *report) statement() {
	if r.done == 0 {
		r.began = time.Now()
	}
	if r.done++; r.done%1024 != 0 || !r.line.due() {
		return
	}
	far := ""
	if r.size > 0 {
		far = fmt.Sprintf(", %d %%", 100*min(*r.read, r.size)/r.size)
	}
	r.line.print(fmt.Sprintf("%d statements%s, %.0f/s", r.done, far, float64(r.done)/max(time.Since(r.began).Seconds(), 0.001)))
}

func (r *report) end() {
	r.line.end()
	if r.faults > 0 {
		fmt.Fprintf(r.w, "%s: %d statements read, %d faults", r.name, r.done, r.faults)
		if r.faults > maxFaults {
			fmt.Fprintf(r.w, ", the first %d shown", maxFaults)
		}
		fmt.Fprintln(r.w)
	}
}
