// Package totp is a stub.
package totp

// Validate compares a passcode with what the secret yields.
func Validate(passcode, secret string) bool { return passcode == secret+"000000" }
