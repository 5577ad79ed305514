// Package cookie declares what the testdata uses of it.
package cookie

import "github.com/gin-contrib/sessions"

type Store interface{ sessions.Store }

func NewStore(keyPairs ...[]byte) Store
