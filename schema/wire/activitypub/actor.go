package activitypub

import "encoding/json"

// Actor is an account's document, of what the protocol needs of it (ActivityPub,
// section 4.1). Its name, text and pictures are schema/crosswalk/as2's.
type Actor struct {
	Context   []any      `json:"@context,omitempty"`
	ID        string     `json:"id"`
	Type      string     `json:"type"`
	Username  string     `json:"preferredUsername"`
	Name      string     `json:"name,omitempty"`
	Summary   string     `json:"summary,omitempty"`
	URL       string     `json:"url,omitempty"`
	Inbox     string     `json:"inbox"`
	Outbox    string     `json:"outbox"`
	Followers string     `json:"followers,omitempty"`
	Following string     `json:"following,omitempty"`
	Endpoints *Endpoints `json:"endpoints,omitempty"`
	// Discoverable is what makes other servers list the account.
	Discoverable bool       `json:"discoverable"`
	Approves     bool       `json:"manuallyApprovesFollowers"`
	PublicKey    *PublicKey `json:"publicKey,omitempty"`
	MovedTo      string     `json:"movedTo,omitempty"`
}

// Endpoints are addresses that all accounts of a server share.
type Endpoints struct {
	SharedInbox string `json:"sharedInbox,omitempty"`
}

// PublicKey is the key by which an account's requests are checked.
type PublicKey struct {
	ID    string `json:"id"`
	Owner string `json:"owner"`
	PEM   string `json:"publicKeyPem"`
}

// ParseActor reads an account's document. A member of an unexpected form is as if
// it was not there; it is an error when the text is no JSON object.
func ParseActor(document []byte) (Actor, error) {
	if err := check(document); err != nil {
		return Actor{}, err
	}
	var a Actor
	for name, value := range members(document) {
		switch name {
		case "id":
			a.ID = textOf(value)
		case "type":
			a.Type = typeOf(value)
		case "preferredUsername":
			a.Username = textOf(value)
		case "name":
			a.Name = textOf(value)
		case "inbox":
			a.Inbox = AddressOf(value)
		case "outbox":
			a.Outbox = AddressOf(value)
		case "followers":
			a.Followers = AddressOf(value)
		case "following":
			a.Following = AddressOf(value)
		case "movedTo":
			a.MovedTo = AddressOf(value)
		case "endpoints":
			var endpoints Endpoints
			if json.Unmarshal(value, &endpoints) == nil && endpoints.SharedInbox != "" {
				a.Endpoints = &endpoints
			}
		case "publicKey":
			var key PublicKey
			if json.Unmarshal(value, &key) == nil && key.PEM != "" {
				a.PublicKey = &key
			}
		}
	}
	return a, nil
}
