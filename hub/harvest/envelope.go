package harvest

import (
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/schema"
	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// envelope is what the declaration of a source says of each of its records. A
// zero term says nothing.
type envelope struct {
	publisher, dataset, licence, media, from rdf.Term
}

func newEnvelope(s Source) envelope {
	term := func(iri string) rdf.Term {
		if iri == "" {
			return rdf.Term{}
		}
		return rdf.NewIRI(iri)
	}
	e := envelope{publisher: term(string(s.Institution)), dataset: term(string(s.Dataset)), licence: term(s.Licence), media: term(s.MediaLicence)}
	if strings.HasPrefix(s.Location, "http") && rdf.ValidIRI(s.Location) {
		e.from = term(connectors.Discreet(s.Location)) // a path on the hub's own disk tells nobody anything
	}
	return e
}

var (
	isPartOf    = rdf.NewIRI(vocab.Schema + "isPartOf")
	sdPublisher = rdf.NewIRI(vocab.Schema + "sdPublisher")
	sdLicense   = rdf.NewIRI(vocab.Schema + "sdLicense")
	organizer   = rdf.NewIRI(vocab.Schema + "organizer")
	license     = rdf.NewIRI(vocab.Schema + "license")
	rdfType     = rdf.NewIRI(rdf.Type)
	mediaObject = rdf.NewIRI(vocab.Schema + "MediaObject")
	derivedFrom = rdf.NewIRI(vocab.PROV + "wasDerivedFrom")
)

// complete adds to a draft what is declared of its source. What the record says
// itself of its publisher, licence or organizer counts for more.
func (e *envelope) complete(d schema.Draft) {
	s := rdf.NewIRI(string(d.IRI))
	publishes, licenses, organizes, derives := true, true, d.Class == "Event", true
	for _, t := range d.Graph.Subject(s) {
		switch t.P {
		case sdPublisher:
			publishes = false
		case sdLicense:
			licenses = false
		case organizer:
			organizes = false
		case derivedFrom:
			derives = false
		}
	}
	none := rdf.Term{}
	var add []rdf.Triple
	if e.media != none {
		for _, m := range unlicensed(d.Graph) {
			add = append(add, rdf.Triple{S: m, P: license, O: e.media})
		}
	}
	if e.dataset != none {
		add = append(add, rdf.Triple{S: s, P: isPartOf, O: e.dataset})
	}
	if publishes && e.publisher != none {
		add = append(add, rdf.Triple{S: s, P: sdPublisher, O: e.publisher})
	}
	if organizes && e.publisher != none {
		add = append(add, rdf.Triple{S: s, P: organizer, O: e.publisher})
	}
	if licenses && e.licence != none {
		add = append(add, rdf.Triple{S: s, P: sdLicense, O: e.licence})
	}
	if derives && e.from != none {
		add = append(add, rdf.Triple{S: s, P: derivedFrom, O: e.from})
	}
	d.Graph.Add(add...)
}

// stands drops the warnings about what the declaration supplies: the
// institution stands in as organizer, the declared licence for that of media.
func (e *envelope) stands(class string, faults []schema.Fault) []schema.Fault {
	return slices.DeleteFunc(slices.Clone(faults), func(f schema.Fault) bool {
		if !f.Missing() {
			return false
		}
		return class == "Event" && f.Path == "organizer" && e.publisher.Value != "" || e.media.Value != "" && strings.HasSuffix(f.Path, ".license")
	})
}

// unlicensed returns the media of a graph that name no licence.
func unlicensed(g *rdf.Graph) []rdf.Term {
	var out []rdf.Term
	var at rdf.Term
	is, has := false, false
	end := func() {
		if is && !has {
			out = append(out, at)
		}
	}
	for t := range g.All() {
		if t.S != at {
			end()
			at, is, has = t.S, false, false
		}
		is = is || t.P == rdfType && t.O == mediaObject
		has = has || t.P == license
	}
	end()
	return out
}
