package latestatus

import (
	"net/http"

	"github.com/gorilla/websocket"
)

var upgrader websocket.Upgrader

// An upgrade that fails has answered by itself.
func upgradeFails(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		http.Error(w, "no", 400) // want "late-status: status 400"
		return
	}
	conn.Close()
}

func upgradeRight(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	conn.WriteMessage(1, []byte(`{"status": 401}`))
}
