// Package markup reads XML 1.0 with namespaces as a stream of tokens. Unlike
// encoding/xml it keeps to the letter where a document could be misread: it
// expands internal entities within bounds, never fetches anything, compares
// tags, resolves and checks names, normalises attribute values and knows the
// place of every fault. Package rdfxml is its only caller.
package markup

// Kind says what a Token is.
type Kind uint8

// The kinds of token. An empty element gives a Start and an End; CDATA sections
// and references are Text like any other.
const (
	EOF Kind = iota
	Start
	End
	Text
	Comment
	Instruction
)

// Name is an expanded name (Namespaces in XML, section 2.1).
type Name struct {
	Space, Local string
	IRI          string // Space and Local in one, as RDF/XML reads names
}

// Attr is an attribute that is not a namespace declaration.
type Attr struct {
	Name  Name
	Raw   []byte // the name as written
	Value []byte // normalised, references expanded
	at    int
}

// Token is one piece of the document. Its slices hold until the next call of
// Next.
type Token struct {
	Kind  Kind
	Name  Name   // of Start and End
	Raw   []byte // the name as written, of Start and End
	Attrs []Attr
	Text  []byte // of Text and Comment; an Instruction's target and data as written
}

// XMLSpace is the namespace that the prefix xml always stands for.
const XMLSpace = "http://www.w3.org/XML/1998/namespace"

const xmlnsSpace = "http://www.w3.org/2000/xmlns/"

// The bounds on what one document may ask for.
const (
	maxToken    = 8 << 20 // bytes of one tag, text, comment or document type
	maxDepth    = 1024    // open elements
	maxEntities = 1000    // declared
	maxNesting  = 16      // of references within entities
	maxExpanded = 8 << 20 // bytes that all references to entities may come to, or
	maxGrowth   = 100     // times the bytes of the document so far
	maxInterned = 4096    // names kept to be told again
	maxBindings = 512     // namespace declarations in force
	maxAttrs    = 256     // of one element
)
