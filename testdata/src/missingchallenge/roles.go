package missingchallenge

import (
	"context"
	"net/http"
)

type rolesKey struct{}

// roles puts what stands in a token together, in one loop after the other: what was asked for in the first is forgotten behind it, and
// so there are not more paths than can be followed.
func roles(claimsOf func(*http.Request) (map[string]any, error), next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		claims, err := claimsOf(r)
		if err != nil {
			w.WriteHeader(http.StatusUnauthorized) // want "missing-challenge: 401"
			return
		}
		var found []string
		if list, ok := claims["roles"].([]any); ok {
			for _, role := range list {
				if name, ok := role.(string); ok {
					found = append(found, name)
				}
			}
		}
		if access, ok := claims["realm_access"].(map[string]any); ok {
			if list, ok := access["roles"].([]any); ok {
				left := map[string]bool{"offline_access": true}
				for _, role := range list {
					if name, ok := role.(string); ok {
						if !left[name] {
							found = append(found, name)
						}
					}
				}
			}
		}
		if access, ok := claims["resource_access"].(map[string]any); ok {
			for _, client := range access {
				if one, ok := client.(map[string]any); ok {
					if list, ok := one["roles"].([]any); ok {
						for _, role := range list {
							if name, ok := role.(string); ok {
								found = append(found, name)
							}
						}
					}
				}
			}
		}
		once := make(map[string]bool)
		var all []string
		for _, name := range found {
			if !once[name] {
				once[name] = true
				all = append(all, name)
			}
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), rolesKey{}, all)))
	})
}
