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
	var in struct {
		ID        text            `json:"id"`
		Type      typeName        `json:"type"`
		Username  text            `json:"preferredUsername"`
		Name      text            `json:"name"`
		Inbox     Ref             `json:"inbox"`
		Outbox    Ref             `json:"outbox"`
		Followers Ref             `json:"followers"`
		Following Ref             `json:"following"`
		MovedTo   Ref             `json:"movedTo"`
		Endpoints json.RawMessage `json:"endpoints"`
		PublicKey json.RawMessage `json:"publicKey"`
	}
	if err := json.Unmarshal(document, &in); err != nil {
		return Actor{}, explain(err)
	}
	a := Actor{ID: string(in.ID), Type: string(in.Type), Username: string(in.Username), Name: string(in.Name), Inbox: string(in.Inbox),
		Outbox: string(in.Outbox), Followers: string(in.Followers), Following: string(in.Following), MovedTo: string(in.MovedTo)}
	var endpoints Endpoints
	if json.Unmarshal(in.Endpoints, &endpoints) == nil && endpoints.SharedInbox != "" {
		a.Endpoints = &endpoints
	}
	var key PublicKey
	if json.Unmarshal(in.PublicKey, &key) == nil && key.PEM != "" {
		a.PublicKey = &key
	}
	return a, nil
}
