package api

// websocket libraries take the connection over. When that fails they have answered by themselves, so there is nothing
// left to answer: with one exception, gorilla's old function Upgrade. Checked against gorilla/websocket v1.5.3,
// coder/websocket v1.8.15, nhooyr.io/websocket v1.8.17, golang.org/x/net v0.61.0 and gobwas/ws v1.5.0.
//
// An Upgrader of gorilla whose field Error is set leaves the answer to that function.
func websocket() Framework {
	return Framework{Name: "websocket", Checked: "gorilla/websocket v1.5.3 and others", Calls: []*Call{
		row("github.com/gorilla/websocket", "Upgrader", "Upgrade", Upgrades, on(0)),
		row("github.com/gorilla/websocket", "", "Upgrade", Hijacks, on(0)),
		row("github.com/coder/websocket", "", "Accept", Upgrades, on(0)),
		row("nhooyr.io/websocket", "", "Accept", Upgrades, on(0)),
		row("github.com/gobwas/ws", "", "UpgradeHTTP", Upgrades, on(1)),
		row("github.com/gobwas/ws", "HTTPUpgrader", "Upgrade", Upgrades, on(1)),

		// A refused handshake is answered on the connection itself.
		row("golang.org/x/net/websocket", "Handler", "ServeHTTP", HandsOn|Hijacks, on(0)),
		row("golang.org/x/net/websocket", "Server", "ServeHTTP", HandsOn|Hijacks, on(0)),
	}}
}
