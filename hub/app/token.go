package app

import (
	"fmt"

	"moselle/connectors/push"
)

// token makes a token and says where it and its digest belong.
func (c command) token() error {
	token, digest := push.NewToken()
	_, err := fmt.Fprintf(c.stdout, `token:   %s
sha-256: %s

Give the token to the institution by a safe way; it is written nowhere else.
In the declaration of its source:

    kind: push
    settings:
      tokens: [%s]

Who sends names the token in a header: Authorization: Bearer %s…
`, token, digest, digest, token[:12])
	return err
}
