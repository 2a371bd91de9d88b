package uitdatabank

import (
	"io"
	"strings"

	"moselle/connectors"
)

// maxFollowed bounds the documents asked for in a run.
const maxFollowed = 20_000

// fetch asks for a document by its address; nil when that is not done for this
// source or gives none. Each is asked for once in a run.
func (h *harvest) fetch(address string) *document {
	if d, asked := h.fetched[address]; asked {
		return d
	}
	if !h.Follow || !connectors.IsWeb(h.env.Location) || !connectors.IsWeb(address) || len(h.fetched) >= maxFollowed {
		return nil
	}
	h.fetched[address] = nil
	body, err := h.env.Open(h.ctx, address, nil)
	if err != nil {
		h.env.Log.Warn("document not read", "address", address, "error", err)
		return nil
	}
	defer body.Close()
	raw, err := io.ReadAll(io.LimitReader(body, connectors.MaxItem+1))
	if err != nil || len(raw) > connectors.MaxItem {
		return nil
	}
	d, _, err := decode(raw)
	if err != nil || d.bare() {
		return nil
	}
	h.fetched[address] = d
	return d
}

// bare reports whether a document says no more than its address and type.
func (d *document) bare() bool { return len(d.Name) == 0 && d.WorkflowStatus == "" }

// class returns the class of a document: by its type, else by its address or
// its context; "" when none says it.
func (d *document) class() string {
	for _, t := range d.Type {
		switch t {
		case "Event", "Place":
			return t
		case "Organizer", "Organization":
			return "Organization"
		}
	}
	if len(d.Type) > 0 {
		return ""
	}
	for _, c := range []struct{ part, class string }{{"/event", "Event"}, {"/place", "Place"}, {"/organizer", "Organization"}} {
		if strings.Contains(d.ID, c.part+"/") || strings.Contains(d.ID, c.part+"s/") || strings.HasSuffix(string(d.Context), c.part) {
			return c.class
		}
	}
	return ""
}

// keyOf returns the identifier at the end of a document's address, which is the
// cdbid of cdbxml too.
func keyOf(id string) string {
	id = strings.TrimRight(strings.TrimSpace(id), "/")
	return strings.ToLower(id[strings.LastIndexByte(id, '/')+1:])
}
