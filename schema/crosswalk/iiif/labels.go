package iiif

import (
	"regexp"
	"strings"
	"sync"

	"moselle/schema"
	wire "moselle/schema/wire/iiif"
)

// words are the labels of metadata that are known, by what they mean. The APIs
// define none: these are the ones that institutions use most, in the languages
// of the region, in English, Italian and Spanish, and as Dublin Core names them.
var words = []struct {
	meaning string
	labels  []string
}{
	{"title", []string{
		"title", "titre", "titel", "titolo", "título", "full title", "original title", "titre original", "originaltitel", "object title", "main title",
		"title english", "alternative title", "alternative titles", "other title", "other titles", "uniform title", "variant title", "autre titre",
		"nebentitel", "alternatieve titel", "dc title", "other names", "autres noms", "weitere namen", "aner nimm", "titles", "naam", "intitulé",
		"alternate title", "alternate titles", "title in original language", "also known as",
	}},
	{"creator", []string{
		"creator", "creators", "artist", "artists", "author", "authors", "maker", "makers", "painter", "photographer", "composer", "engraver",
		"architect", "auteur", "auteurs", "artiste", "artistes", "créateur", "peintre", "photographe", "compositeur", "graveur", "urheber", "künstler",
		"künstlerin", "autor", "autorin", "verfasser", "verfasserin", "fotograf", "fotografin", "maler", "komponist", "schöpfer", "kënschtler",
		"kënschtlerin", "vervaardiger", "kunstenaar", "maker s", "creator s", "autore", "artista", "dc creator", "medailleur", "sculptor", "sculpteur",
		"bildhauer", "dessinateur", "zeichner", "drawn by", "illustrator s",
	}},
	{maker, []string{"creator of the file", "auteur du fichier", "urheber der datei", "auteur vum fichier"}},
	{"contributor", []string{
		"contributor", "contributors", "contributeur", "contributeurs", "mitwirkende", "mitwirkender", "beiträger", "bijdrager", "editor",
		"éditeur scientifique", "herausgeber", "translator", "traducteur", "übersetzer", "illustrator", "illustrateur", "performer", "interprète",
		"printer", "imprimeur", "drucker", "scribe", "schreiber", "other contributors", "dc contributor", "beitragende", "mataarbechter", "editors",
		"binder", "engravers", "printers",
	}},
	{"publisher", []string{
		"publisher", "publishers", "éditeur", "verlag", "verleger", "herausgebende stelle", "editeur", "uitgever", "editore", "dc publisher",
	}},
	{"date", []string{
		"date", "dates", "datum", "created", "date created", "creation date", "date of creation", "date of origin", "date de création",
		"date de réalisation", "datation", "datierung", "entstehungszeit", "entstehungsdatum", "herstellungsdatum", "erstellungsdatum", "datéierung",
		"datering", "vervaardigingsdatum", "production date", "date made", "date statement", "year", "année", "jahr", "joer", "jaar", "data", "fecha",
		"dcterms created", "dc date", "entstanden", "entstanen", "dated", "datiert", "datée", "daté", "created date", "display date",
		"entstehungsjahr", "date text", "creation", "création", "published created date", "created published",
	}},
	{"published", []string{
		"date published", "publication date", "date of publication", "date issued", "issued", "published", "publishdate", "date de publication",
		"date de parution", "erscheinungsdatum", "erscheinungsjahr", "publikatiedatum", "datum van uitgave", "dcterms issued", "publication",
		"erschienen", "erausginn", "publish date", "year of publication", "jaar van uitgave",
	}},
	{"subject", []string{
		"subject", "subjects", "topic", "topics", "sujet", "sujets", "thème", "thèmes", "schlagwort", "schlagwörter", "schlagworte", "thema", "themen",
		"motiv", "onderwerp", "onderwerpen", "depicts", "depicted", "iconography", "iconographie", "ikonographie", "sujet représenté", "soggetto",
		"materia", "dc subject", "themes", "additional subjects", "rendered subject", "subject name", "subject topic",
	}},
	{"keywords", []string{
		"keyword", "keywords", "tag", "tags", "mots clés", "mot clé", "stichwort", "stichwörter", "stéchwierder", "trefwoord", "trefwoorden",
		"schlësselwierder",
	}},
	{"genre", []string{"genre", "genres", "gattung", "form genre", "genre form"}},
	{"type", []string{
		"type", "object type", "type of object", "document type", "resource type", "type of resource", "item type", "classification", "object name",
		"category", "type d objet", "type de document", "nature du document", "objekttyp", "objektart", "objektkategorie", "objektbezeichnung",
		"dokumenttyp", "sachbegriff", "kategorie", "catégorie", "objecttype", "objectnaam", "soort object", "work type", "dc type", "kind", "aart",
		"type of item", "categories", "object", "objekt", "objet", "objecttitel", "manifest type",
	}},
	{"material", []string{
		"material", "materials", "medium", "media", "technique", "techniques", "materials techniques", "materials and techniques", "material technik",
		"technik", "matériau", "matériaux", "matière", "matière et technique", "matériaux et techniques", "support", "technique et support",
		"materialien", "beschreibstoff", "trägermaterial", "materiaal", "techniek", "materiaal techniek", "tecnica", "materiale",
		"material and technique", "matériaux et technique", "material und technik", "material an technik",
	}},
	{"size", []string{
		"size", "dimensions", "dimension", "extent", "physical dimensions", "physical description", "measurements", "format of original", "taille",
		"mesures", "étendue", "description physique", "maße", "masse", "abmessungen", "umfang", "größe", "dimensiounen", "moossen", "afmetingen",
		"omvang", "formaat", "dimensioni", "dimensiones", "dcterms extent", "measures", "number of pages", "number of leaves", "number of folios",
		"anzahl der seiten", "nombre de pages", "abmessung", "page count",
	}},
	{"language", []string{
		"language", "languages", "text language", "langue", "langues", "sprache", "sprachen", "sprooch", "taal", "lingua", "idioma", "dc language",
		"languages of text", "original language",
	}},
	{"identifier", []string{
		"identifier", "identifiers", "id", "shelfmark", "shelf mark", "call number", "accession number", "accession no", "object number", "object no",
		"inventory number", "inventory no", "reference", "reference number", "catalogue number", "other identifier", "doi", "ark", "urn", "isbn",
		"identifiant", "cote", "numéro d inventaire", "n d inventaire", "numéro d inventaire s", "référence", "signatur", "inventarnummer",
		"inventarnummern", "objektnummer", "identifikator", "inventairsnummer", "inventaris nummer", "inventarisnummer", "objectnummer",
		"plaatsnummer", "segnatura", "signatura", "dc identifier", "identifiants", "kennung", "kennungen", "museum number", "object id",
		"accession id", "catalogue identifier", "catalog number", "classmark", "reference code", "local identifier", "record identifier",
		"identificatie", "identifikator des digitalen objekts", "digital object identifier", "digitale objekt id", "callnr", "inventory", "inv nr",
		"inv no", "barcode", "ppn", "oclc", "issn", "permanent identifier", "numéro",
	}},
	{"description", []string{
		"description", "summary", "abstract", "résumé", "beschreibung", "zusammenfassung", "beschreiwung", "beschrijving", "samenvatting",
		"summary english", "descrizione", "descripción", "dc description", "short description", "kurzbeschreibung", "kuerzbeschreiwung",
		"descriptive line", "summary note", "contents", "inhalt", "inhaltsangabe",
	}},
	{"holder", []string{
		"repository", "holding institution", "holding library", "institution", "museum", "library", "owner", "owning institution",
		"source institution", "institution de conservation", "lieu de conservation", "établissement", "musée", "bibliothèque", "détenteur",
		"aufbewahrungsort", "besitzende institution", "besitzende einrichtung", "bewahrende institution", "einrichtung", "institutioun",
		"bewaarinstelling", "instelling", "collectiebeheerder", "data provider", "établissement de conservation", "held by", "conservé par",
		"aufbewahrt von", "opbewaart vun", "owned by", "holding", "besitzer", "bewaarplaats", "physical location",
	}},
	{"licence", []string{"licence", "license", "lizenz", "licentie", "licenza", "dcterms license"}},
	{"rights", []string{
		"rights", "usage rights", "rights statement", "copyright", "terms of use", "access rights", "conditions of use", "reproduction rights",
		"droits", "droits d auteur", "conditions d utilisation", "rechte", "nutzungsrechte", "nutzungsbedingungen", "rechtestatus", "lizenz rechte",
		"rechter", "rechten", "gebruiksrechten", "dc rights", "mention de droits", "rechtehinweis", "notzungsbedéngungen", "usage", "usage terms",
		"full conditions of use", "copyright note", "rights license", "copyright notice", "rights holder", "rechteinhaber", "mentions légales",
		"attribution and usage", "license rights", "copyright status",
	}},
	{"credit", []string{
		"credit", "credits", "credit line", "creditline", "attribution", "mention obligatoire", "crédit", "crédits", "bildnachweis", "quellenangabe",
		"namensnennung", "creditlijn", "bronvermelding", "mention de crédit", "bildnoweis",
	}},
	{"origin", []string{
		"place of origin", "place of creation", "place of production", "place made", "place of publication", "origin place", "lieu de création",
		"lieu de production", "lieu d exécution", "lieu de publication", "entstehungsort", "herstellungsort", "erscheinungsort", "druckort",
		"plaats van vervaardiging", "place of origin english", "dcterms spatial created", "made at", "entsteeungsplaz", "origin", "place created",
		"publication place", "entstehung ort", "plaats van uitgave", "creation place",
	}},
	{"shows", []string{
		"depicted place", "place depicted", "location depicted", "place shown", "lieu représenté", "dargestellter ort", "abgebildeter ort",
		"afgebeelde plaats", "geographic subject", "subject geographic", "geographic coverage", "dcterms spatial", "duergestallte plaz",
		"places covered", "couverture géographique", "räumliche abdeckung", "geographesch ofdeckung", "places",
	}},
	{"collection", []string{
		"collection", "collections", "collection name", "sammlung", "bestand", "fonds", "collectie", "kollektioun", "fonds ou collection", "series",
		"série", "serie", "reihe", "übergeordnetes werk",
	}},
	{"people", []string{"people", "persons", "personen", "personnes", "persons involved", "personne", "person", "names", "beteiligte"}},
	{"location", []string{
		"to be seen at", "on view at", "visible à", "zu sehen in", "ze gesinn zu", "location", "current location", "standort", "plaats",
		"item locatie", "emplacement",
	}},
	{"period", []string{
		"period", "time period", "historical period", "temporal coverage", "période", "époque", "zeitraum", "epoche", "zäitraum", "periode",
		"dcterms temporal",
	}},
	{"provenance", []string{
		"provenance", "ownership history", "custodial history", "acquisition", "herkunft", "provenienz", "hierkonft", "herkomst", "provenienza",
		"historique de conservation", "modalités d entrée", "erwerb", "dcterms provenance", "ownership custodial history", "former owner",
		"former owners", "accession source", "acquisition method", "vorbesitzer", "anciens possesseurs",
	}},
	{"access", []string{
		"access", "access conditions", "conditions of access", "conditions d accès", "zugang", "zugangsbeschränkung", "zougang", "toegang",
	}},
	{"page", []string{
		"homepage", "item url", "url", "catalog record", "catalogue record", "catalogue url", "permalink", "persistent link", "record link",
		"available online", "notice", "notice en ligne", "katalogeintrag", "katalog", "link zum katalog", "lien vers la notice", "catalogusrecord",
		"link", "record", "link to catalogue", "link to catalog", "catalogue link", "purl", "persistente url", "persistent url", "bsb katalog",
		"bsb catalog", "view online", "voir en ligne", "lien", "webseite", "page web", "site web", "source url", "digitalisat",
	}},
	{"text", []string{"transcription", "transkription", "transcript", "full text", "texte intégral", "volltext", "transcriptie"}},
}

// maker is the meaning of who made a file, not what it shows, which is how they
// are called on a canvas.
const maker = "maker"

// makerLabel is how files' makers are labelled where documents are written.
var makerLabel = wire.LangMap{"en": {"Creator of the file"}, "fr": {"Auteur du fichier"}, "de": {"Urheber der Datei"}, "lb": {"Auteur vum Fichier"}}

// ignored is the meaning of labels that a source wants to be passed over.
const ignored = "ignore"

// Meanings lists what Reader.Labels may name.
func Meanings() []string {
	out := make([]string, 0, len(words)+1)
	for _, w := range words {
		out = append(out, w.meaning)
	}
	return append(out, ignored)
}

// known gives the meanings by folded label. It is made once.
var known = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, w := range words {
		for _, l := range w.labels {
			if k := schema.NameKey(l); out[k] == "" {
				out[k] = w.meaning
			}
		}
	}
	return out
})

var (
	aside = regexp.MustCompile(`\s*\([^)]*\)\s*$`)                                 // "(s)", "(English)"
	hump  = regexp.MustCompile(`(\p{Ll})(\p{Lu})`)                                 // placeOfPublication
	space = regexp.MustCompile(`^(?:dc|dcterms|dct|schema|sdo|mods|edm)[:.](.+)$`) // dcterms:created
)

// meant returns what a label means as it stands, without what is set aside in
// brackets, taken apart where it is the name of a field, or by what stands before
// a stroke; "" for what is not known.
func meant(label string) string {
	words := known()
	if said := words[schema.NameKey(label)]; said != "" {
		return said
	}
	short := aside.ReplaceAllString(label, "")
	if m := space.FindStringSubmatch(short); m != nil {
		short = m[1]
	}
	first, _, _ := strings.Cut(short, "/")
	for _, form := range []string{short, hump.ReplaceAllString(short, "$1 $2"), first} {
		if said := words[schema.NameKey(form)]; said != "" {
			return said
		}
	}
	return ""
}
