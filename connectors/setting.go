package connectors

import (
	"fmt"

	"golang.org/x/text/language"
)

// CheckLang says what is wrong with a setting lang: nothing, when it is empty or a
// language tag (BCP 47).
func CheckLang(tag string) error {
	if tag == "" {
		return nil
	}
	if _, err := language.Parse(tag); err != nil {
		return fmt.Errorf("lang: %q is no language tag such as de or fr-LU", tag)
	}
	return nil
}
