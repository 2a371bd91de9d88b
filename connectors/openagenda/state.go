package openagenda

import "fmt"

// states are the moderation states that the setting names, by OpenAgenda's
// numbers.
var states = map[string]string{"published": "2", "ready": "1", "waiting": "0", "refused": "-1"}

// stateWords say of a number what an event in that state is.
var stateWords = map[string]string{"2": "published", "1": "ready to be published", "0": "waiting for moderation", "-1": "refused"}

// withdrawn says why an event is not for the public; "" when it is. An event
// that was public and is so no longer has to go, hence it is no refusal, which
// would leave what was kept of it.
func (h *harvest) withdrawn(o object) string {
	const left = "; it is not taken, and what was published of it is withdrawn"
	switch {
	case o.truth("removed"):
		return "the event was removed from its agenda" + left
	case o.truth("draft"):
		return "the event is a draft" + left
	case o.truth("private"):
		return "the event is private" + left
	}
	state := o.code("state")
	if state == "" { // public answers leave it out
		return ""
	}
	for _, name := range h.States {
		if states[name] == state {
			return ""
		}
	}
	word := stateWords[state]
	if word == "" {
		word = fmt.Sprintf("in a state that is not known here (%.20s)", state)
	}
	return "the event is " + word + " at OpenAgenda" + left + "; the setting states says which are taken"
}
