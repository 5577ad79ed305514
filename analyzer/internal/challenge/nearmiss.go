package challenge

import "strings"

// The names that a near miss may have meant (RFC 9110 11.6.1, 11.7.1).
const (
	originName = "WWW-Authenticate"
	proxyName  = "Proxy-Authenticate"
)

// other are forms of "authenticate" that are more than two letters away from it.
var other = map[string]bool{
	"authentication": true, "authenticating": true, "authentificate": true, "authentification": true,
	"authentificated": true, "authentificator": true,
}

// instead are words that stand for it behind "WWW".
var instead = map[string]bool{
	"auth": true, "authorization": true, "authorisation": true, "authorize": true, "authorise": true, "authorized": true,
}

// NearMiss tells whether a header's name was meant to be WWW-Authenticate or
// Proxy-Authenticate (RFC 9110 11.6.1, 11.7.1) and is not: WWW-Authentication,
// X-WWW-Authenticate and so on. It is low where the name may be somebody's
// own. Other headers' names, and the two themselves in any case, are no near
// misses, and neither are vendors' names such as LFS-Authenticate.
func NearMiss(headerName string) (want string, low, ok bool) {
	if strings.EqualFold(headerName, originName) || strings.EqualFold(headerName, proxyName) {
		return "", false, false
	}
	name := letters(headerName)
	if name == "authenticate" {
		return originName, true, true // registered nowhere, but used
	}
	name = strings.TrimPrefix(name, "x")
	switch form, _ := strings.CutPrefix(name, "www"); {
	case distance(name, "wwwauthenticate") <= 2, form != name && (other[form] || instead[form]):
		return originName, false, true
	}
	// Proxy-Authorization is a header of its own, so "authorization" tells nothing here.
	switch form, _ := strings.CutPrefix(name, "proxy"); {
	case distance(name, "proxyauthenticate") <= 2, form != name && other[form]:
		return proxyName, false, true
	}
	return "", false, false
}

// letters is the name in lower case, without all but letters and digits.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			return r
		case 'A' <= r && r <= 'Z':
			return r - 'A' + 'a'
		}
		return -1
	}, name)
}

// distance is the number of letters to insert, delete or replace between a and b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
