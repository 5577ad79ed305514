package onhuma

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
)

// wire: - -> 403 bare who are you?
func nobody(ctx context.Context, in *input) (*output, error) {
	if bearer(in) == nil {
		return nil, huma.Error403Forbidden("who are you?") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .missing, wrong or unknown: the Authorization header.: answer 401 with a challenge .medium.$"
	}
	return text("hello"), nil
}

// The tag names the cookie.
//
// wire: - -> 403 bare no session
func noSession(ctx context.Context, in *input) (*output, error) {
	if in.Session == "" {
		return nil, huma.Error403Forbidden("no session") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated"
	}
	return text("hello"), nil
}

// wire: Authorization="Bearer joe" -> 401 bare for administrators
func lacking(ctx context.Context, in *input) (*output, error) {
	u := bearer(in)
	if u == nil {
		return nil, huma.ErrorWithHeaders(huma.Error401Unauthorized("who are you?"), http.Header{"WWW-Authenticate": {realm}})
	}
	if !u.Admin {
		return nil, huma.Error401Unauthorized("for administrators") // want "unauthorized-authenticated: "
	}
	return text("hello"), nil
}

// wire: Authorization="Bearer joe" -> 403 bare for administrators
// wire: Authorization="Bearer root" -> 200 bare hello
func admin(ctx context.Context, in *input) (*output, error) {
	u := bearer(in)
	if u == nil {
		return nil, huma.ErrorWithHeaders(huma.Error401Unauthorized("who are you?"), http.Header{"WWW-Authenticate": {realm}})
	}
	if !u.Admin {
		return nil, huma.Error403Forbidden("for administrators")
	}
	return text("hello"), nil
}

// Behind guard there is a user.
//
// wire: Authorization="Bearer joe" -> 403 bare for administrators
// wire: - -> 401 challenge who are you?
func guarded(ctx context.Context, in *input) (*output, error) {
	u, ok := ctx.Value(userKey{}).(*user)
	if !ok || !u.Admin {
		return nil, huma.Error403Forbidden("for administrators")
	}
	return text("hello"), nil
}

type writerKey struct{}

// The challenge is set on the response of the server beneath, which huma does not know of.
func beneath(ctx context.Context, in *input) (*output, error) {
	if bearer(in) == nil {
		return nil, asksBeneath(ctx.Value(writerKey{}).(http.ResponseWriter))
	}
	return text("hello"), nil
}

func asksBeneath(w http.ResponseWriter) error {
	w.Header().Set("WWW-Authenticate", realm)
	return huma.Error401Unauthorized("who are you?")
}
