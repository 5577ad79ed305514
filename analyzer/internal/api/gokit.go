package api

const gokitPkg = "github.com/go-kit/kit/transport/http"

// gokit makes answers of errors: what an endpoint or the decoder of a request returns is sent with the status that its StatusCode
// tells, unless it is inside another error, and with what its Headers has. Checked against go-kit v0.13.0.
func gokit() Framework {
	return Framework{Name: "go-kit", Checked: "go-kit v0.13.0", Model: "error value", Not: "an error encoder that another package puts in place of go-kit's; responses that tell a status",
		Errors: []ErrorType{{Pkg: gokitPkg, Type: "StatusCoder", Method: "StatusCode", Unless: "Headers", By: "go-kit's error encoder", Apart: true,
			Hook: "ServerErrorEncoder"}}}
}
