// Package public holds what browsers are sent: page templates, their parts,
// assets, and the words of the interface in each language. It is embedded, so
// that the hub is one file; hub/web fills the templates.
package public

import "embed"

// Files are the embedded files, under pages/, parts/, assets/ and lang/.
//
//go:embed pages parts assets lang
var Files embed.FS
