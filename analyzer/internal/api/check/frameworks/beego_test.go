//go:build beego

package frameworks

import "testing"

// beego cannot be had from every proxy. With a copy of it:
//
//	go mod edit -require=github.com/beego/beego/v2@v2.3.10 -replace=github.com/beego/beego/v2=<copy> && go mod tidy -tags beego
//	go test -tags beego -run Beego .

func TestBeegoRows(t *testing.T) {
	const name, path = "github.com/beego/beego/server/web", "github.com/beego/beego/v2/server/web"
	table{
		name: "beego",
		at: map[string][]string{name: {path}, name + "/context": {path + "/context"}, name + "/filter/auth": {path + "/filter/auth"},
			name + "/filter/apiauth": {path + "/filter/apiauth"}},
		harmless: `Controller.ClearControllerData Controller.Delete Controller.DelSession Controller.DestroySession Controller.Finish Controller.Get
			Controller.GetControllerAndAction Controller.GetSecureCookie Controller.HandlerFunc Controller.Head Controller.Init Controller.Mapping
			Controller.Options Controller.Patch Controller.Post Controller.Prepare Controller.Put Controller.RenderBytes Controller.RenderString
			Controller.SaveToFile Controller.SaveToFileWithBuffer Controller.SessionRegenerateID Controller.SetData Controller.StartSession
			Controller.Trace Controller.URLFor Controller.URLMapping Controller.XSRFFormHTML Context.GetSecureCookie Context.Reset Context.Session
			BeegoOutput.ContentType BeegoOutput.IsCachable BeegoOutput.IsClientError BeegoOutput.IsEmpty BeegoOutput.IsForbidden
			BeegoOutput.IsNotFound BeegoOutput.IsOk BeegoOutput.IsRedirect BeegoOutput.IsServerError BeegoOutput.IsSuccessful
			BeegoOutput.Reset BeegoOutput.Session Response.CloseNotify Response.Pusher`,
	}.check(t)
}

func TestBeegoWire(t *testing.T) {
	wire{pkg: "onbeego", main: `package main

import (
	"fmt"
	"net"
	"net/http"

	"github.com/beego/beego/v2/core/logs"
	"github.com/beego/beego/v2/server/web"

	"onbeego"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(l.Addr())
	logs.SetLevel(logs.LevelEmergency)
	web.BConfig.WebConfig.AutoRender = false
	app := web.NewHttpSever()
	onbeego.Routes(app)
	app.Handlers.Init()
	panic(http.Serve(l, app.Handlers))
}
`}.check(t)
}
