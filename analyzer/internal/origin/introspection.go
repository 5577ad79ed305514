package origin

import (
	"go/types"
	"reflect"
	"strings"
)

// introspected reports whether a field is the verdict on a token in what an authorization server says of it: "active" (RFC 7662
// section 2.2). Active is a word for much else, so three of the claims that stand beside it there have to be in the struct.
func introspected(t types.Type, index int) bool {
	s := structOf(t)
	if s == nil || index >= s.NumFields() || jsonName(s, index) != "active" {
		return false
	}
	claims := 0
	for i := range s.NumFields() {
		switch jsonName(s, i) {
		case "scope", "client_id", "token_type", "exp", "iat", "nbf", "sub", "aud", "iss", "jti":
			claims++
		}
	}
	return claims >= 3
}

// jsonName is the name that a field has in JSON by its tag; "" where there is none.
func jsonName(s *types.Struct, index int) string {
	name, _, _ := strings.Cut(reflect.StructTag(s.Tag(index)).Get("json"), ",")
	return name
}
