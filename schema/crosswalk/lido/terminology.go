package lido

// terminology is where the terms of LIDO are published.
const terminology = "http://terminology.lido-schema.org/"

// Terms of LIDO's terminology that are written.
const (
	production  = terminology + "lido00007"
	publication = terminology + "lido00228"
	anyEvent    = terminology + "lido00003"
	byAddress   = terminology + "lido00099" // an identifier that is an address
	byNumber    = terminology + "lido00100" // an identifier of the source's own
	personType  = terminology + "lido00163"
	bodyType    = terminology + "lido00413"
	itemLevel   = terminology + "lido00141"
	madeOf      = terminology + "lido00132"
	provided    = terminology + "lido00464" // the file itself
	thumbnail   = terminology + "lido00451"
	current     = terminology + "lido00475" // where the object is now
	preferTerm  = terminology + "lido00169"
	otherTerm   = terminology + "lido00170"
	modified    = terminology + "recordMetadataDate_type/modified"
)

// Terms of other vocabularies, for what LIDO's has none.
const (
	contributing = "http://id.loc.gov/vocabulary/relators/ctb"
	formsPart    = "http://www.cidoc-crm.org/cidoc-crm/P46i_forms_part_of"
	showsFeature = "http://www.cidoc-crm.org/cidoc-crm/P130_shows_features_of"
	wgs84        = "http://www.opengis.net/def/crs/EPSG/0/4326"
	gmlSpace     = "http://www.opengis.net/gml"
)
