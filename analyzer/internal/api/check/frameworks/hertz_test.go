package frameworks

import "testing"

func TestHertzRows(t *testing.T) {
	const pkg = "github.com/cloudwego/hertz/pkg/"
	table{
		name: "hertz",
		at: map[string][]string{
			pkg + "app":      {pkg + "app"},
			pkg + "protocol": {pkg + "protocol"},
			pkg + "app/middlewares/server/basic_auth": {pkg + "app/middlewares/server/basic_auth"},
		},
		harmless: `Copy Error Exile Finished ForEachKey GetConn GetHijackHandler GetIndex GetReader GetRequest GetResponse GetTraceInfo GetWriter
			Handler HandlerName Handlers Hijacked IsAborted IsEnableTrace IsExiled Reset ResetWithoutConn SaveUploadedFile SetBinder
			SetClientIPFunc SetConn SetConnectionClose SetContentType SetContentTypeBytes SetEnableTrace SetFormValueFunc SetFullPath
			SetHandlers SetHijackHandler SetIndex SetTraceInfo Validate VisitAllCookie VisitAllHeaders VisitAllPostArgs
			VisitAllQueryArgs
			Response.Body Response.BodyBuffer Response.BodyBytes Response.BodyE Response.BodyGunzip Response.BodyStream
			Response.BodyWriteTo Response.CloseBodyStream Response.ConnectionClose Response.ConstructBodyStream Response.CopyTo
			Response.CopyToSkipBody Response.GetHijackWriter Response.HasBodyBytes Response.Hijack Response.HijackWriter
			Response.IsBodyStream Response.LocalAddr Response.MustSkipBody Response.ParseNetAddr Response.RemoteAddr
			Response.ResetBody Response.SetMaxKeepBodySize Response.StatusCode ResponseHeader.AppendBytes
			ResponseHeader.ConnectionClose ResponseHeader.ContentEncoding ResponseHeader.ContentLength
			ResponseHeader.ContentLengthBytes ResponseHeader.ContentType ResponseHeader.Cookie ResponseHeader.CopyTo
			ResponseHeader.DelAllCookies ResponseHeader.DelClientCookie ResponseHeader.DelClientCookieBytes ResponseHeader.DelCookie
			ResponseHeader.DelCookieBytes ResponseHeader.DisableNormalizing ResponseHeader.FullCookie ResponseHeader.Get
			ResponseHeader.GetAll ResponseHeader.GetCookies ResponseHeader.GetHeaderLength ResponseHeader.GetHeaders
			ResponseHeader.GetProtocol ResponseHeader.Header ResponseHeader.InitContentLengthWithValue
			ResponseHeader.IsDisableNormalizing ResponseHeader.IsHTTP11 ResponseHeader.Len ResponseHeader.MustSkipContentLength
			ResponseHeader.NoDefaultContentType ResponseHeader.ParseSetCookie ResponseHeader.Peek ResponseHeader.PeekAll
			ResponseHeader.PeekArgBytes ResponseHeader.PeekLocation ResponseHeader.ResetConnectionClose
			ResponseHeader.ResetSkipNormalize ResponseHeader.Server ResponseHeader.SetContentEncoding
			ResponseHeader.SetContentEncodingBytes ResponseHeader.SetContentLength ResponseHeader.SetContentLengthBytes
			ResponseHeader.SetContentRange ResponseHeader.SetHeaderLength ResponseHeader.SetNoDefaultContentType
			ResponseHeader.SetNoDefaultDate ResponseHeader.SetNoHTTP11 ResponseHeader.SetProtocol ResponseHeader.SetServerBytes
			ResponseHeader.StatusCode ResponseHeader.Trailer ResponseHeader.VisitAll`,
	}.check(t)
}

func TestHertzWire(t *testing.T) {
	wire{pkg: "onhertz", main: `package main

import (
	"fmt"
	"net"
	"time"

	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/common/hlog"

	"onhertz"
)

func main() {
	hlog.SetLevel(hlog.LevelFatal)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	h := server.New(server.WithListener(l), server.WithDisablePrintRoute(true))
	onhertz.Routes(&h.Engine.RouterGroup)
	go func() {
		time.Sleep(300 * time.Millisecond) // it accepts before it says so
		fmt.Println(l.Addr())
	}()
	h.Run()
}
`}.check(t)
}
