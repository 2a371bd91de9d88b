// Package all is the list of connectors.
package all

import (
	"moselle/connectors"
	"moselle/connectors/activitypub"
	"moselle/connectors/datatourisme"
	"moselle/connectors/destination"
	"moselle/connectors/edm"
	"moselle/connectors/feed"
	"moselle/connectors/ics"
	"moselle/connectors/iiif"
	"moselle/connectors/kulturdaten"
	"moselle/connectors/ldes"
	"moselle/connectors/lido"
	"moselle/connectors/linkedart"
	"moselle/connectors/oaipmh"
	"moselle/connectors/openagenda"
	"moselle/connectors/plurio"
	"moselle/connectors/profile"
	"moselle/connectors/push"
	"moselle/connectors/rdf"
	"moselle/connectors/schemaorg"
	"moselle/connectors/skos"
	"moselle/connectors/table"
	"moselle/connectors/uitdatabank"
)

// Kinds returns every kind of source the hub reads, one line each.
func Kinds() []connectors.Kind {
	return []connectors.Kind{
		activitypub.Kind(),
		datatourisme.Kind(),
		destination.Kind(),
		edm.Kind(),
		feed.Kind(),
		ics.Kind(),
		iiif.Kind(),
		kulturdaten.Kind(),
		ldes.Kind(vocabularies()...),
		lido.Kind(),
		linkedart.Kind(),
		oaipmh.Kind(lido.Format(), edm.Format()),
		openagenda.Kind(),
		plurio.Kind(),
		push.Kind(vocabularies()...),
		rdf.Kind(vocabularies()...),
		schemaorg.Kind(),
		skos.Kind(),
		table.Kind(),
		uitdatabank.Kind(),
	}
}

// vocabularies returns those that kinds which read RDF of any sort read it in.
func vocabularies() []connectors.Vocabulary {
	return []connectors.Vocabulary{edm.Vocabulary(), linkedart.Vocabulary(), profile.Vocabulary(), schemaorg.Vocabulary(), skos.Vocabulary()}
}
