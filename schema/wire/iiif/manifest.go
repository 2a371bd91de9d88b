package iiif

import (
	"encoding/json"
	"fmt"
)

// LangMap is text by language (BCP 47); "none" is text without one
// (Presentation API 3.0, section 4.4).
type LangMap map[string][]string

// Pair is a label with its value, as people read them.
type Pair struct {
	Label LangMap `json:"label"`
	Value LangMap `json:"value"`
}

// About is what manifests, collections and canvases say of what they show
// (Presentation API 3.0, section 3).
type About struct {
	Label             LangMap    `json:"label,omitempty"`
	Summary           LangMap    `json:"summary,omitempty"`
	Metadata          []Pair     `json:"metadata,omitempty"`
	RequiredStatement *Pair      `json:"requiredStatement,omitempty"`
	Rights            string     `json:"rights,omitempty"` // of Creative Commons, with http, or RightsStatements.org
	NavDate           string     `json:"navDate,omitempty"`
	Provider          []Agent    `json:"provider,omitempty"`
	Thumbnail         []Resource `json:"thumbnail,omitempty"`
	Homepage          []Resource `json:"homepage,omitempty"`
	Rendering         []Resource `json:"rendering,omitempty"`
	SeeAlso           []Resource `json:"seeAlso,omitempty"`
	PartOf            []Resource `json:"partOf,omitempty"`
}

// Manifest is a work: what is said of it and one canvas for each picture, film or
// sound, at least one.
type Manifest struct {
	Context string `json:"@context,omitempty"` // PresentationContext in a document of its own
	ID      string `json:"id"`
	Type    string `json:"type"` // "Manifest"
	About
	Items []Canvas `json:"items"`
}

// Collection is a list of manifests and of other collections.
type Collection struct {
	Context string `json:"@context,omitempty"` // PresentationContext in a document of its own
	ID      string `json:"id"`
	Type    string `json:"type"` // "Collection"
	About
	Items []Resource `json:"items"` // each with a type and a label
}

// Canvas is a surface (Width and Height, in units of its own), a stretch of time
// (Duration, in seconds) or both, with what is painted on it.
type Canvas struct {
	ID       string  `json:"id"`
	Type     string  `json:"type"` // "Canvas"
	Width    int     `json:"width,omitempty"`
	Height   int     `json:"height,omitempty"`
	Duration float64 `json:"duration,omitempty"`
	About
	Items []AnnotationPage `json:"items"`
}

// AnnotationPage is a list of annotations.
type AnnotationPage struct {
	ID    string       `json:"id"`
	Type  string       `json:"type"` // "AnnotationPage"
	Items []Annotation `json:"items"`
}

// Annotation paints its body on the canvas that is its target.
type Annotation struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`       // "Annotation"
	Motivation string   `json:"motivation"` // "painting"
	Body       Resource `json:"body"`
	Target     string   `json:"target"`
}

// Resource is something at an address: a file, a page, another document.
type Resource struct {
	ID        string         `json:"id"`
	Type      string         `json:"type"` // "Image", "Video", "Sound", "Model", "Text", "Dataset", "Manifest", "Collection"
	Label     LangMap        `json:"label,omitempty"`
	Format    string         `json:"format,omitempty"`
	Profile   string         `json:"profile,omitempty"`
	Rights    string         `json:"rights,omitempty"`
	NavDate   string         `json:"navDate,omitempty"`
	Width     int            `json:"width,omitempty"`
	Height    int            `json:"height,omitempty"`
	Duration  float64        `json:"duration,omitempty"`
	Thumbnail []Resource     `json:"thumbnail,omitempty"`
	Service   []ImageService `json:"service,omitempty"`
}

// Agent is a person or an institution.
type Agent struct {
	ID       string     `json:"id"`
	Type     string     `json:"type"` // "Agent"
	Label    LangMap    `json:"label"`
	Homepage []Resource `json:"homepage,omitempty"`
	Logo     []Resource `json:"logo,omitempty"`
	SeeAlso  []Resource `json:"seeAlso,omitempty"`
}

// MarshalJSON writes the service as version 3 of the Presentation API has it:
// one of the Image API 1 or 2 keeps the names that these have.
func (s ImageService) MarshalJSON() ([]byte, error) {
	if s.Version == 3 {
		return json.Marshal(struct {
			ID      string `json:"id"`
			Type    string `json:"type"`
			Profile string `json:"profile"`
		}{s.ID, "ImageService3", fmt.Sprintf("level%d", s.Level)})
	}
	return json.Marshal(struct {
		ID      string `json:"@id"`
		Type    string `json:"@type"`
		Profile string `json:"profile"`
	}{s.ID, fmt.Sprintf("ImageService%d", s.Version), s.Profile()})
}
