package frameworks

import "testing"

func TestIrisRows(t *testing.T) {
	const name, path = "github.com/kataras/iris", "github.com/kataras/iris/v12"
	at := make(map[string][]string)
	for _, pkg := range []string{"/context", "/core/memstore", "/middleware/basicauth", "/middleware/jwt"} {
		at[name+pkg] = []string{path + pkg}
	}
	table{name: "iris", at: at, harmless: `AbsoluteURI AddCookieOptions AddHandler Application BeginRequest CallFunc ClearCookieOptions
		ClientSupportsEncoding Clone CompressReader CompressWriter ContentType Controller Deadline DisablePoolRelease Domain Done
		EndRequest Err FallbackView FindClosest FullRequestURI GetContentLength GetContentType GetContentTypeRequested GetCurrentRoute
		GetDomain GetErr GetErrPublic GetFunc GetID GetLocale Go HandlerFileLine HandlerIndex HandlerName Handlers IsCanceled IsDebug
		IsGRPC IsHTTP2 IsMobile IsRecordingBody IsRecovered IsRecording IsScript IsStopped IsWWW Negotiation Logout MaxAge NextHandler OnClose
		OnCloseErr OnConnectionClose OnConnectionCloseErr RecordRequestBody ReflectValue RegisterDependency RemoveCookie Request
		RequestPath ResetQuery ResetRequest ResetResponseWriter ResumeExecution RouteExists RouteName SaveFormFile Scheme SetApplication
		SetCurrentRoute SetErr SetErrPrivate SetFunc SetHandlers SetID SetLanguage SetLastModified SetLogoutFunc SetMaxRequestBodySize
		SetUser Skip String Subdomain SubdomainFull Tr UnregisterDependency UploadFormFiles Value ViewData ViewEngine ViewLayout
		VisitAllCookies Values GetViewData CheckIfModifiedSince`}.check(t)
}

func TestIrisWire(t *testing.T) {
	wire{pkg: "oniris", main: `package main

import (
	"fmt"
	"net"
	"net/http"

	"github.com/kataras/iris/v12"

	"oniris"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	app := iris.New()
	app.Logger().SetLevel("disable")
	oniris.Routes(app)
	if err := app.Build(); err != nil {
		panic(err)
	}
	panic(http.Serve(l, app))
}
`}.check(t)
}
