// Package keys knows nothing of HTTP: it holds passwords against the keys that were derived from them.
package keys

import (
	"bytes"
	"crypto/pbkdf2"
	"crypto/sha256"
	"errors"
)

var errMismatch = errors.New("no such password")

type key struct {
	sum, salt []byte
	rounds    int
}

func (k *key) stale() bool { return k.rounds < 100_000 || len(k.salt) < 16 }

func (k *key) compare(password string) error {
	sum, err := pbkdf2.Key(sha256.New, password, k.salt, k.rounds, len(k.sum))
	if err != nil {
		return err
	}
	if !bytes.Equal(sum, k.sum) {
		return errMismatch
	}
	return nil
}

// Compare holds a password against a stored key, and says whether that is to be renewed.
func Compare(stored []byte, password string) (renew bool, err error) {
	if len(stored) < 20 {
		return false, errors.New("no key")
	}
	k := &key{sum: stored[4:], salt: stored[1:4], rounds: int(stored[0])}
	if err := k.compare(password); err != nil {
		return false, err
	}
	return k.stale(), nil
}
