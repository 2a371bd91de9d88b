package vocab

// The namespaces of event streams: Linked Data Event Streams and the TREE
// hypermedia that pages through them, the activities that some streams are made
// of, and that of the documents which describe streams.
const (
	LDES            = "https://w3id.org/ldes#"
	TREE            = "https://w3id.org/tree#"
	ActivityStreams = "https://www.w3.org/ns/activitystreams#"
)
