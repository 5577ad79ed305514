//go:build large

package frameworks

import "testing"

// These are packages of programs: to load them takes minutes where they have not been compiled before.

func TestPocketbaseRows(t *testing.T) {
	at := make(map[string][]string)
	for _, pkg := range []string{"core", "apis", "tools/router", "tools/hook"} {
		path := "github.com/pocketbase/pocketbase/" + pkg
		at[path] = []string{path}
	}
	table{name: "pocketbase", at: at, harmless: `GetAll SetAll SetNextFunc RequestInfo NextFunc`}.check(t)
}

func TestCaddyRows(t *testing.T) {
	const name, path = "github.com/caddyserver/caddy/modules/caddyhttp", "github.com/caddyserver/caddy/v2/modules/caddyhttp"
	table{name: "caddy", at: map[string][]string{name: {path}}}.check(t)
}

func TestOtherWritersRows(t *testing.T) {
	const httpx, k8s = "github.com/zeromicro/go-zero/rest/httpx", "k8s.io/apiserver/pkg/endpoints/handlers/responsewriters"
	table{name: "go-zero's httpx, responsewriters of Kubernetes", at: map[string][]string{httpx: {httpx}, k8s: {k8s}}}.check(t)
}
