package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"

	"github.com/labstack/echo/v4"

	"moselle/hub/fault"
)

// assets are the files that pages refer to, by name. An address carries the
// digest of its file, so that browsers may keep it for ever.
type assets map[string]asset

type asset struct {
	data   []byte
	digest string
}

func loadAssets(files fs.FS) (assets, error) {
	names, err := fs.Glob(files, "assets/*")
	if err != nil {
		return nil, err
	}
	out := assets{}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("asset %s: %w", name, err)
		}
		sum := sha256.Sum256(data)
		out[path.Base(name)] = asset{data, hex.EncodeToString(sum[:6])}
	}
	return out, nil
}

func (a assets) url(name string) string { return "/assets/" + name + "?v=" + a[name].digest }

func (a assets) serve(c echo.Context) error {
	file, ok := a[c.Param("name")]
	if !ok {
		return fault.New(fault.NotFound, "there is no such file")
	}
	if c.QueryParam("v") == file.digest {
		c.Response().Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	return c.Blob(http.StatusOK, mime.TypeByExtension(path.Ext(c.Param("name"))), file.data)
}
