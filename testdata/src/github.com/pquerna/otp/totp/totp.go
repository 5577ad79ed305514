// Package totp is a stub.
package totp

import _ "crypto/x509" // so that it is followed, as the real one is for what it imports

// Validate compares a passcode with what the secret yields.
func Validate(passcode, secret string) bool { return passcode == secret }
