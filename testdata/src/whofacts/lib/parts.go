package lib

import "strings"

// ParseBasic cuts the credentials of a header into their parts, and knows nothing of whether they are right.
func ParseBasic(header string) (name, password string, ok bool) {
	return strings.Cut(strings.TrimPrefix(header, "Basic "), ":")
}
