package app

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"moselle/hub/config"
	"moselle/hub/demo"
)

// DemoConfig writes the demo region's feeds beside the data and returns the
// settings that declare them. Variables of the environment still count.
func DemoConfig(environ []string, now time.Time) (config.Config, error) {
	bare, err := config.Load(os.DevNull, environ)
	if err != nil {
		return config.Config{}, err
	}
	dir := filepath.Join(bare.Data, "demo")
	if err := demo.Render(dir, now, bare.Base); err != nil {
		return config.Config{}, fmt.Errorf("demo region: %w", err)
	}
	return config.Load(filepath.Join(dir, "hub.yaml"), environ)
}
