package api

// readers are the packages of the standard library that take text and data apart: what they yield comes from what they are
// given, and that they succeed verifies nobody.
var readers = map[string]bool{
	"strings": true, "bytes": true, "strconv": true, "encoding/base64": true, "encoding/hex": true, "encoding/json": true,
	"encoding/xml": true, "encoding/pem": true, "encoding/binary": true, "net/url": true, "fmt": true, "io": true, "unicode": true,
	"unicode/utf8": true, "slices": true, "maps": true, "bufio": true, "regexp": true, "path": true, "path/filepath": true,
	"mime": true, "net/textproto": true, "net": true, "net/netip": true, "time": true, "errors": true, "sort": true, "math": true,
	"crypto/sha1": true, "crypto/sha256": true, "crypto/sha512": true, "crypto/md5": true, "hash": true, "cmp": true,
}

// OnlyReads reports whether a package only takes text and data apart.
func OnlyReads(path string) bool { return readers[path] }

// textSources are the comparisons, where what they compare decides, and the clock.
func textSources() []*Source {
	return []*Source{
		source("crypto/subtle", "", "ConstantTimeCompare", 0, compares),
		source("crypto/subtle", "", "ConstantTimeEq", 0, compares),
		source("crypto/hmac", "", "Equal", 0, compares),

		source("time", "", "Now", Server|Clock, reads),
		source("time", "", "Since", Server|Clock, reads),
		source("time", "", "Until", Server|Clock, reads),
	}
}
