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
			VisitAllQueryArgs`,
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
