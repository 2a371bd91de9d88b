package edm_test

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"moselle/connectors/conntest"
	"moselle/connectors/edm"
	"moselle/schema/rdf/rdftest"
)

func TestReal(t *testing.T) {
	dir := rdftest.Data(t, "edm")
	n := 0
	faults := map[string]int{}
	for _, dir := range []string{dir, rdftest.Data(t, "oai-pmh/europeana__OAI-PMH")} {
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			c, _ := edm.Kind().Open(nil, conntest.Env(t, path))
			r := conntest.Harvest(t.Context(), c, nil)
			n += len(r.Items)
			fmt.Printf("%d items %d refused %v %s\n", len(r.Items), len(r.Refusals), r.Err, filepath.Base(path))
			for i, x := range r.Refusals {
				if i < 3 {
					fmt.Println("    ", x)
				}
			}
			for _, it := range r.Items {
				for _, f := range it.Faults {
					faults[f.Path+": "+f.Message]++
					if len(r.Items) < 3 && f.Rule == "" {
						fmt.Println("       ", f)
					}
				}
			}
			return nil
		})
	}
	fmt.Println(n)
	for f, k := range faults {
		fmt.Println(k, strings.TrimSpace(f))
	}
}
