package push

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// prefix begins every token, so that one that is found where it should not be
// can be recognised for what it is.
const prefix = "moselle_"

// minToken is how many characters a token from the environment has at least.
const minToken = 20

// NewToken makes a token of 130 random bits and returns it with the digest that
// the settings hold of it.
func NewToken() (token, digest string) {
	token = prefix + strings.ToLower(rand.Text())
	sum := sha256.Sum256([]byte(token))
	return token, hex.EncodeToString(sum[:])
}

// digestOf reads a digest of the settings.
func digestOf(s string) (d [sha256.Size]byte, err error) {
	s = strings.TrimPrefix(strings.TrimSpace(s), "sha256:")
	if strings.HasPrefix(s, prefix) {
		return d, errors.New("a token itself, which must not stand in a file: write its SHA-256, and make a new one by hub token, since this one has been seen")
	}
	if n, err := hex.Decode(d[:], []byte(s[:min(len(s), 2*len(d))])); err != nil || n != len(d) || len(s) != 2*len(d) {
		return d, fmt.Errorf("not a SHA-256 of %d hexadecimal digits; hub token prints one", 2*len(d))
	}
	return d, nil
}

// Limits are the bounds of what one source takes.
type Limits struct {
	Items     int   // in one request
	Bytes     int64 // of one request, unpacked
	PerMinute int   // requests
}

// Door says who may send to a source, and how much.
type Door struct {
	Limits
	digests [][sha256.Size]byte
}

// OpenDoor reads the settings of a source; environ looks a variable up. A door
// that no token opens is an error.
func OpenDoor(settings *yaml.Node, environ func(string) string) (*Door, error) {
	s := defaults()
	if settings != nil && settings.Kind != 0 {
		if err := settings.Decode(&s); err != nil {
			return nil, err
		}
	}
	d := &Door{Limits: Limits{s.MaxItems, int64(s.MaxBytes), s.PerMinute}}
	for _, t := range s.Tokens {
		digest, err := digestOf(t)
		if err != nil {
			return nil, fmt.Errorf("tokens: %w", err)
		}
		d.digests = append(d.digests, digest)
	}
	if s.TokenEnv != "" {
		token := strings.TrimSpace(environ(s.TokenEnv))
		if len(token) < minToken {
			return nil, fmt.Errorf("token_env: the variable %s holds no token of at least %d characters; hub token makes one", s.TokenEnv, minToken)
		}
		d.digests = append(d.digests, sha256.Sum256([]byte(token)))
	}
	if len(d.digests) == 0 {
		return nil, errors.New("tokens: nobody may send; hub token makes a token, and the digest that belongs here")
	}
	return d, nil
}

// Opens reports whether a token opens the door. How long it takes does not tell
// how near a wrong one is.
func (d *Door) Opens(token string) bool {
	sum := sha256.Sum256([]byte(token))
	opens := 0
	for i := range d.digests {
		opens |= subtle.ConstantTimeCompare(sum[:], d.digests[i][:])
	}
	return opens == 1
}
