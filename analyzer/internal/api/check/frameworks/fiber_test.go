package frameworks

import (
	"testing"

	fiber2 "github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
)

var fiberPackages = map[string][]string{
	"github.com/gofiber/fiber":                      {"github.com/gofiber/fiber/v2", "github.com/gofiber/fiber/v3"},
	"github.com/gofiber/fiber/middleware/basicauth": {"github.com/gofiber/fiber/v2/middleware/basicauth", "github.com/gofiber/fiber/v3/middleware/basicauth"},
	"github.com/gofiber/fiber/middleware/keyauth":   {"github.com/gofiber/fiber/v2/middleware/keyauth", "github.com/gofiber/fiber/v3/middleware/keyauth"},
	"github.com/gofiber/fiber/middleware/session":   {"github.com/gofiber/fiber/v2/middleware/session", "github.com/gofiber/fiber/v3/middleware/session"},
	"github.com/gofiber/fiber/middleware/csrf":      {"github.com/gofiber/fiber/v2/middleware/csrf", "github.com/gofiber/fiber/v3/middleware/csrf"},
	"github.com/gofiber/fiber/middleware/requestid": {"github.com/gofiber/fiber/v2/middleware/requestid", "github.com/gofiber/fiber/v3/middleware/requestid"},
	"github.com/gofiber/contrib/jwt":                {"github.com/gofiber/contrib/jwt"},
}

func TestFiberRows(t *testing.T) {
	table{
		name: "fiber",
		at:   fiberPackages,
		// Headers that are no challenge, the application, files, and what the router keeps for itself. Bind of v2 is for templates.
		harmless: `App Attachment Bind ClearCookie ClientHelloInfo Cookie GetRespHeader GetRespHeaders GetRouteURL Links Location Range Req Request
			SaveFile SaveFileToStorage SetUserContext String UserContext Vary ViewBind SendEarlyHints SetContext Deadline Done Err
			Abandon ForceRelease IsAbandoned OverrideParam Reset GetHeaders Res.Get DefaultRes.Get Res.OriginalURL DefaultRes.OriginalURL
			Redirect.Message Redirect.Messages Redirect.OldInput Redirect.OldInputs`,
		vars: fiberErrors(),
	}.check(t)
}

func TestFasthttpRows(t *testing.T) {
	table{name: "fasthttp", at: map[string][]string{"github.com/valyala/fasthttp": {"github.com/valyala/fasthttp"}},
		// Connections and deadlines; what is read of a response, or sent of it to somebody else; headers that are no challenge; and what
		// is kept under a name in bytes.
		harmless: `Conn ConnID ConnRequestNum ConnTime Deadline Done EarlyHints Err HijackSetNoResponse Hijacked ID IfModifiedSince Init Init2
			IsBodyStream IsConnect IsQuery IsTrace LastTimeoutErrorResponse Logger MultipartFormWithLimit RequestBodyStream SetConnectionClose
			SetReadDeadline SetWriteDeadline SetRemoteAddr String Time TimeoutErrorWithResponse
			RemoveUserValue RemoveUserValueBytes ResetUserValues SetUserValueBytes UserValueBytes VisitUserValues VisitUserValuesAll
			ResetBody SetContentType SetContentTypeBytes
			Body BodyGunzip BodyGunzipWithLimit BodyInflate BodyInflateWithLimit BodyStream BodyUnbrotli BodyUnbrotliWithLimit
			BodyUncompressed BodyUncompressedWithLimit BodyUnzstd BodyUnzstdWithLimit BodyWriteTo CloseBodyStream ConnectionClose
			LocalAddr ParseNetConn Read ReadBody ReadLimitBody ReleaseBody RemoteAddr SwapBody Response.Write WriteDeflate
			WriteDeflateLevel WriteGzip WriteGzipLevel WriteTo
			AddTrailer AddTrailerBytes All AppendBytes ConnectionUpgrade ContentEncoding ContentLength ContentType Cookie Cookies
			DelAllCookies DelClientCookie DelClientCookieBytes DelCookie DelCookieBytes DisableNormalizing EnableNormalizing Header
			IsHTTP11 Len Peek PeekAll PeekBytes PeekCanonical PeekCookie PeekKeys PeekTrailerKeys Protocol ReadTrailer
			ResetConnectionClose Server SetContentEncoding SetContentEncodingBytes SetContentLength SetContentRange SetCookie
			SetLastModified SetNoDefaultContentType SetProtocol SetServer SetServerBytes SetStatusMessage SetTrailer SetTrailerBytes
			StatusMessage TrailerHeader Trailers VisitAll VisitAllCookie VisitAllTrailer ResponseHeader.Write`}.check(t)
}

func TestFiberWire(t *testing.T) {
	wire{pkg: "onfiber", main: `package main

import (
	"fmt"
	"net"

	"github.com/gofiber/fiber/v2"

	"onfiber"
	"onfiber/barely"
	"onfiber/maps"
	"onfiber/replaced"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	app := fiber.New(fiber.Config{DisableStartupMessage: true})
	app.Mount("/barely", barely.App())
	app.Mount("/replaced", replaced.App())
	app.Mount("/maps", maps.App())
	onfiber.Routes(app)
	panic(app.Listener(l))
}
`}.check(t)
}

// fiberErrors are the errors of both versions.
func fiberErrors() map[string][]any {
	return map[string][]any{
		"ErrBadRequest":                    {fiber2.ErrBadRequest, fiber3.ErrBadRequest},
		"ErrUnauthorized":                  {fiber2.ErrUnauthorized, fiber3.ErrUnauthorized},
		"ErrPaymentRequired":               {fiber2.ErrPaymentRequired, fiber3.ErrPaymentRequired},
		"ErrForbidden":                     {fiber2.ErrForbidden, fiber3.ErrForbidden},
		"ErrNotFound":                      {fiber2.ErrNotFound, fiber3.ErrNotFound},
		"ErrMethodNotAllowed":              {fiber2.ErrMethodNotAllowed, fiber3.ErrMethodNotAllowed},
		"ErrNotAcceptable":                 {fiber2.ErrNotAcceptable, fiber3.ErrNotAcceptable},
		"ErrProxyAuthRequired":             {fiber2.ErrProxyAuthRequired, fiber3.ErrProxyAuthRequired},
		"ErrRequestTimeout":                {fiber2.ErrRequestTimeout, fiber3.ErrRequestTimeout},
		"ErrConflict":                      {fiber2.ErrConflict, fiber3.ErrConflict},
		"ErrGone":                          {fiber2.ErrGone, fiber3.ErrGone},
		"ErrLengthRequired":                {fiber2.ErrLengthRequired, fiber3.ErrLengthRequired},
		"ErrPreconditionFailed":            {fiber2.ErrPreconditionFailed, fiber3.ErrPreconditionFailed},
		"ErrRequestEntityTooLarge":         {fiber2.ErrRequestEntityTooLarge, fiber3.ErrRequestEntityTooLarge},
		"ErrRequestURITooLong":             {fiber2.ErrRequestURITooLong, fiber3.ErrRequestURITooLong},
		"ErrUnsupportedMediaType":          {fiber2.ErrUnsupportedMediaType, fiber3.ErrUnsupportedMediaType},
		"ErrRequestedRangeNotSatisfiable":  {fiber2.ErrRequestedRangeNotSatisfiable, fiber3.ErrRequestedRangeNotSatisfiable},
		"ErrExpectationFailed":             {fiber2.ErrExpectationFailed, fiber3.ErrExpectationFailed},
		"ErrTeapot":                        {fiber2.ErrTeapot, fiber3.ErrTeapot},
		"ErrMisdirectedRequest":            {fiber2.ErrMisdirectedRequest, fiber3.ErrMisdirectedRequest},
		"ErrUnprocessableEntity":           {fiber2.ErrUnprocessableEntity, fiber3.ErrUnprocessableEntity},
		"ErrLocked":                        {fiber2.ErrLocked, fiber3.ErrLocked},
		"ErrFailedDependency":              {fiber2.ErrFailedDependency, fiber3.ErrFailedDependency},
		"ErrTooEarly":                      {fiber2.ErrTooEarly, fiber3.ErrTooEarly},
		"ErrUpgradeRequired":               {fiber2.ErrUpgradeRequired, fiber3.ErrUpgradeRequired},
		"ErrPreconditionRequired":          {fiber2.ErrPreconditionRequired, fiber3.ErrPreconditionRequired},
		"ErrTooManyRequests":               {fiber2.ErrTooManyRequests, fiber3.ErrTooManyRequests},
		"ErrRequestHeaderFieldsTooLarge":   {fiber2.ErrRequestHeaderFieldsTooLarge, fiber3.ErrRequestHeaderFieldsTooLarge},
		"ErrUnavailableForLegalReasons":    {fiber2.ErrUnavailableForLegalReasons, fiber3.ErrUnavailableForLegalReasons},
		"ErrInternalServerError":           {fiber2.ErrInternalServerError, fiber3.ErrInternalServerError},
		"ErrNotImplemented":                {fiber2.ErrNotImplemented, fiber3.ErrNotImplemented},
		"ErrBadGateway":                    {fiber2.ErrBadGateway, fiber3.ErrBadGateway},
		"ErrServiceUnavailable":            {fiber2.ErrServiceUnavailable, fiber3.ErrServiceUnavailable},
		"ErrGatewayTimeout":                {fiber2.ErrGatewayTimeout, fiber3.ErrGatewayTimeout},
		"ErrHTTPVersionNotSupported":       {fiber2.ErrHTTPVersionNotSupported, fiber3.ErrHTTPVersionNotSupported},
		"ErrVariantAlsoNegotiates":         {fiber2.ErrVariantAlsoNegotiates, fiber3.ErrVariantAlsoNegotiates},
		"ErrInsufficientStorage":           {fiber2.ErrInsufficientStorage, fiber3.ErrInsufficientStorage},
		"ErrLoopDetected":                  {fiber2.ErrLoopDetected, fiber3.ErrLoopDetected},
		"ErrNotExtended":                   {fiber2.ErrNotExtended, fiber3.ErrNotExtended},
		"ErrNetworkAuthenticationRequired": {fiber2.ErrNetworkAuthenticationRequired, fiber3.ErrNetworkAuthenticationRequired},
	}
}

func TestFiber3Wire(t *testing.T) {
	wire{pkg: "onfiber3", main: `package main

import (
	"fmt"
	"net"

	"github.com/gofiber/fiber/v3"

	"onfiber3"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	app := fiber.New()
	onfiber3.Routes(app)
	panic(app.Listener(l, fiber.ListenConfig{DisableStartupMessage: true}))
}
`}.check(t)
}

func TestFasthttpWire(t *testing.T) {
	wire{pkg: "onfasthttp", main: `package main

import (
	"fmt"
	"net"

	"github.com/valyala/fasthttp"

	"onfasthttp"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	panic(fasthttp.Serve(l, func(ctx *fasthttp.RequestCtx) { onfasthttp.Routes[string(ctx.Path())](ctx) }))
}
`}.check(t)
}
