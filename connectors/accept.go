package connectors

import "context"

// acceptKey is under which a request carries what it accepts.
type acceptKey struct{}

// WithAccept asks that what Env.Open opens with the context is given in these
// media types, as the header Accept writes them (RFC 9110, section 12.5.1).
// Whoever serves may answer otherwise all the same.
func WithAccept(ctx context.Context, mediaTypes string) context.Context {
	return context.WithValue(ctx, acceptKey{}, mediaTypes)
}

// Accepted returns what WithAccept asked for; "" for nothing in particular.
func Accepted(ctx context.Context) string {
	s, _ := ctx.Value(acceptKey{}).(string)
	return s
}
