// Package missingchallenge has answers of 401 and 407, with and without their challenge.
package missingchallenge

import "net/http"

const challenge = `Basic realm="Restricted", charset="UTF-8"`

// signedIn asks for a session cookie: a credential to which no registered scheme belongs.
func signedIn(r *http.Request) bool {
	_, err := r.Cookie("session")
	return err == nil
}

// lookup finds the user of a request.
func lookup(r *http.Request) (user string, err error) {
	c, err := r.Cookie("session")
	if err != nil {
		return "", err
	}
	return c.Value, nil
}

// strange is a condition of which nothing is known.
var strange func(r *http.Request) bool
