package fetch

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
)

// validator is what a document can be recognised by. Connectors keep it as
// opaque bytes.
type validator struct {
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"lastModified,omitempty"`
	SHA256       string `json:"sha256"` // of the document as it was sent or lay on disk
}

// parseValidator reads what an earlier Body carried; anything else is none.
func parseValidator(since []byte) validator {
	var v validator
	if json.Unmarshal(since, &v) != nil {
		return validator{}
	}
	return v
}

// bytes is the reverse of parseValidator.
func (v validator) bytes() []byte {
	text, err := json.Marshal(v)
	if err != nil {
		return nil // three strings always marshal
	}
	return text
}

// matches reports whether the content is the one the validator stands for.
func (v validator) matches(sum [sha256.Size]byte) bool {
	return v.SHA256 == hex.EncodeToString(sum[:])
}

// ask makes a request conditional (RFC 9110, section 13.1).
func (v validator) ask(h http.Header) {
	if v.ETag != "" {
		h.Set("If-None-Match", v.ETag)
	}
	if v.LastModified != "" {
		h.Set("If-Modified-Since", v.LastModified)
	}
}

// validatorOf makes the validator of a document that was just read; header is
// nil for a file.
func validatorOf(header http.Header, sum [sha256.Size]byte) validator {
	return validator{
		ETag:         header.Get("ETag"),
		LastModified: header.Get("Last-Modified"),
		SHA256:       hex.EncodeToString(sum[:]),
	}
}
