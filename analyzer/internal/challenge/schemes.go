package challenge

// A scheme is what its own specification asks of a challenge.
type scheme struct {
	required  []string        // parameters that must be there
	quoted    map[string]bool // parameters that must be a quoted-string, beside realm
	unquoted  map[string]bool // parameters that must be a token
	noToken68 bool
	noParams  bool
	alone     string // what is missing where it stands alone, or ""
	codes     bool   // takes the error codes of RFC 6750 and its extensions
	utf8      bool   // has a charset, which can only be UTF-8
}

// schemes holds the IANA registry of HTTP authentication schemes, and what is
// in wide use outside it, in lower case: schemes are case-insensitive (RFC 9110 11.1).
var schemes = map[string]scheme{
	"basic":  {required: []string{"realm"}, noToken68: true, utf8: true},        // RFC 7617 2, 2.1
	"bearer": {noToken68: true, codes: true, alone: "realm, scope or the like"}, // RFC 6750 3
	"digest": { // RFC 7616 3.3
		required:  []string{"realm", "nonce"},
		quoted:    map[string]bool{"domain": true, "nonce": true, "opaque": true, "qop": true},
		unquoted:  map[string]bool{"stale": true, "algorithm": true},
		noToken68: true,
		utf8:      true,
	},
	"dpop":      {noToken68: true, codes: true}, // RFC 9449 7.1; unlike Bearer it may stand alone
	"negotiate": {noParams: true},               // RFC 4559 4.1
	"ntlm":      {noParams: true},               // not registered

	"concealed":     {},
	"gnap":          {},
	"hoba":          {},
	"mutual":        {},
	"oauth":         {},
	"privatetoken":  {},
	"scram-sha-1":   {},
	"scram-sha-256": {},
	"vapid":         {},

	"aws4-hmac-sha256": {}, // not registered
}

// codes are the error codes and the status each belongs to: RFC 6750 3.1,
// RFC 9470 3, RFC 9449 7.1 and 9. Others are not known to belong to one.
var codes = map[string]int{
	"invalid_request":                  400,
	"invalid_token":                    401,
	"insufficient_scope":               403,
	"insufficient_user_authentication": 401,
	"invalid_dpop_proof":               401,
	"use_dpop_nonce":                   401,
}

// prose are the parameters whose values hardly ever are tokens, URLs and
// sentences: such a value needs quotes even where nothing is known of it.
var prose = map[string]bool{
	"resource_metadata": true, // RFC 9728 5.1
	"error_description": true, // RFC 6750 3
	"error_uri":         true,
}

// parameters are the names that tell a parameter from other words.
var parameters = map[string]bool{
	"realm": true, "charset": true,
	"error": true, "error_description": true, "error_uri": true, "scope": true, "resource_metadata": true,
	"acr_values": true, "max_age": true, "algs": true,
	"nonce": true, "opaque": true, "qop": true, "algorithm": true, "stale": true, "domain": true, "userhash": true,
}
