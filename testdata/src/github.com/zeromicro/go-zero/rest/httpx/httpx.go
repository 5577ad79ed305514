// Package httpx stands for github.com/zeromicro/go-zero/rest/httpx, with what the tests use of it.
package httpx

import "net/http"

func WriteJson(w http.ResponseWriter, code int, v any) {}
func OkJson(w http.ResponseWriter, v any)              {}
