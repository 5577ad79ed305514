package origin

import "testing"

func TestIdentityWords(t *testing.T) {
	for word, want := range map[string]bool{
		"user": true, "authUser": true, "userKey": true, "UserEntity": true, "identity": true, "clientIdentity": true, "identityCtx": true,
		"session": true, "loginSession": true, "tokenInfo": true, "currentUserName": true,
		"roleUser": false, "entity": false, "id": false, "tenant": false, "uploadSession": false, "userAgent": false,
	} {
		if got := isIdentityWord(word); got != want {
			t.Errorf("%s: %t, want %t", word, got, want)
		}
	}
}
