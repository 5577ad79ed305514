package api

// jwtGoSources is the library that golang-jwt goes back to, which programs use to this day. Checked against v3.2.0.
func jwtGoSources() []*Source {
	const pkg = "github.com/dgrijalva/jwt-go"
	table := []*Source{
		source(pkg, "", "Parse", Credential, verifies),
		source(pkg, "", "ParseWithClaims", Credential, verifies),
		source(pkg, "Parser", "Parse", Credential, verifies),
		source(pkg, "Parser", "ParseWithClaims", Credential, verifies),
		source(pkg, "Parser", "ParseUnverified", Credential, reads),
		source(pkg+"/request", "", "ParseFromRequest", Credential, verifies),
		source(pkg+"/request", "", "ParseFromRequestWithClaims", Credential, verifies),
	}
	for _, extractor := range []string{"Extractor", "HeaderExtractor", "ArgumentExtractor", "MultiExtractor", "PostExtractionFilter"} {
		table = append(table, source(pkg+"/request", extractor, "ExtractToken", Credential, reads))
	}
	for _, claims := range []string{"MapClaims", "StandardClaims"} { // says nothing of the token's signature
		for _, check := range []string{"Valid", "VerifyAudience", "VerifyIssuer", "VerifyExpiresAt"} {
			table = append(table, source(pkg, claims, check, 0, reads))
		}
	}
	return table
}
