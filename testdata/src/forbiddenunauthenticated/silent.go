package forbiddenunauthenticated

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"

	"golang.org/x/crypto/bcrypt"
)

// Nothing here is about who the caller is.

func (s *server) silentRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/address", s.address)
	mux.HandleFunc("/remote", s.remote)
	mux.HandleFunc("/origin", s.origin)
	mux.HandleFunc("/method", s.method)
	mux.HandleFunc("/dotfiles", s.dotfiles)
	mux.HandleFunc("/fetchsite", s.fetchSite)
	mux.HandleFunc("/csrf", s.csrf)
	mux.HandleFunc("/csrftwo", s.csrfTwo)
	mux.HandleFunc("/state", s.state)
	mux.HandleFunc("/webhook", s.webhook)
	mux.HandleFunc("/captcha", s.signUp)
	mux.HandleFunc("/readonly", s.readOnly)
	mux.HandleFunc("/quota", s.quota)
	mux.HandleFunc("/password", s.changePassword)
	mux.HandleFunc("/passwordjson", s.changePasswordJSON)
	mux.HandleFunc("/file", s.file)
	mux.HandleFunc("/document", s.document)
	mux.HandleFunc("/banned", s.banned)
	mux.HandleFunc("/role", s.role)
	mux.HandleFunc("/right", s.right)
	mux.HandleFunc("/upstream", s.upstream)
	mux.HandleFunc("/invite", s.invite)
	mux.HandleFunc("/reset", s.reset)
	mux.HandleFunc("/proof", handle(s.misleading))
	mux.HandleFunc("/merged", s.merged)
	mux.HandleFunc("/ownerhelper", s.ownerHelper)
	mux.HandleFunc("/socket", s.socket)
	mux.HandleFunc("/self", s.deleteUser)
	mux.HandleFunc("/limit", s.limited)
	mux.HandleFunc("/plaintext", s.plaintext)
	mux.HandleFunc("/gitlab", s.gitlab)
	if s.cfg.ReadOnly {
		mux.HandleFunc("/write", refuse)
	}
}

// isAuthorized asks for the address, whatever its name says.
func (s *server) isAuthorized(ip string) bool { return slices.Contains(s.cfg.Allowed, ip) }

func (s *server) address(w http.ResponseWriter, r *http.Request) {
	ip, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil || !s.isAuthorized(ip) {
		http.Error(w, "unauthorized", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (s *server) remote(w http.ResponseWriter, r *http.Request) {
	ip := net.ParseIP(strings.Split(r.Header.Get("X-Forwarded-For"), ",")[0])
	if ip == nil || !ip.IsPrivate() {
		http.Error(w, "unauthorized", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (s *server) origin(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.Header.Get("Origin"))
	if err != nil || u.Host != r.Host {
		http.Error(w, "bad origin", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (s *server) method(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		writeJSON(w, "hello")
	default:
		http.Error(w, "no writing", http.StatusForbidden)
	}
}

func (s *server) dotfiles(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/.git") || strings.Contains(r.URL.Path, "..") {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	http.ServeFile(w, r, "."+r.URL.Path)
}

func (s *server) fetchSite(w http.ResponseWriter, r *http.Request) {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" {
		http.Error(w, "cross site", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// csrf compares the cookie with the header: double submit.
func (s *server) csrf(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("csrf_token")
	if err != nil {
		http.Error(w, "CSRF cookie missing", http.StatusForbidden)
		return
	}
	if subtle.ConstantTimeCompare([]byte(c.Value), []byte(r.Header.Get("X-CSRF-Token"))) != 1 {
		http.Error(w, "CSRF token mismatch", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// csrfTwo derives the token from the session.
func (s *server) csrfTwo(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("session")
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	mac := hmac.New(sha256.New, s.cfg.Secret)
	mac.Write([]byte(c.Value))
	if r.PostFormValue("csrf") != hex.EncodeToString(mac.Sum(nil)) {
		unauthorizedHandler(w, r)
		return
	}
	writeJSON(w, "hello")
}

// unauthorizedHandler is the page of the CSRF check.
func unauthorizedHandler(w http.ResponseWriter, r *http.Request) {
	http.Error(w, "invalid CSRF token", http.StatusForbidden)
}

func (s *server) state(w http.ResponseWriter, r *http.Request) {
	c, err := r.Cookie("oauth_state")
	if err != nil || c.Value != r.FormValue("state") {
		http.Error(w, "state mismatch", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (s *server) webhook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	mac := hmac.New(sha256.New, s.cfg.Secret)
	mac.Write(body)
	want := "sha256=" + hex.EncodeToString(mac.Sum(nil))
	if !hmac.Equal([]byte(want), []byte(r.Header.Get("X-Hub-Signature-256"))) {
		http.Error(w, "bad signature", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// signUp has a password, but nobody who could be known.
func (s *server) signUp(w http.ResponseWriter, r *http.Request) {
	if !s.cfg.SignUp {
		http.Error(w, "registration is closed", http.StatusForbidden)
		return
	}
	if !solved(r.FormValue("captcha")) {
		http.Error(w, "captcha", http.StatusForbidden)
		return
	}
	if len(r.FormValue("password")) < 8 {
		http.Error(w, "too short", http.StatusBadRequest)
		return
	}
	writeJSON(w, "hello")
}

func solved(answer string) bool { return answer == "42" }

func (s *server) readOnly(w http.ResponseWriter, r *http.Request) {
	if s.cfg.ReadOnly || s.cfg.Maintenance && r.Method != http.MethodGet {
		writeError(w, http.StatusForbidden, "read only")
		return
	}
	writeJSON(w, "hello")
}

var uploads int

func (s *server) quota(w http.ResponseWriter, r *http.Request) {
	if uploads >= s.cfg.MaxUploads {
		writeError(w, http.StatusForbidden, "quota exceeded")
		return
	}
	uploads++
	writeJSON(w, "hello")
}

// changePassword asks a known user for the old password.
func (s *server) changePassword(w http.ResponseWriter, r *http.Request) {
	u, err := s.currentUser(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if bcrypt.CompareHashAndPassword(u.Hash, []byte(r.FormValue("password"))) != nil {
		http.Error(w, "the old password is wrong", http.StatusForbidden)
		return
	}
	writeJSON(w, "changed")
}

func (s *server) changePasswordJSON(w http.ResponseWriter, r *http.Request) {
	u := userOf(r.Context())
	if u == nil {
		w.Header().Set("WWW-Authenticate", challenge)
		writeError(w, http.StatusUnauthorized, "log in")
		return
	}
	var req struct{ Password, New string }
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		writeError(w, http.StatusBadRequest, "body")
		return
	}
	if err := bcrypt.CompareHashAndPassword(u.Hash, []byte(req.Password)); err != nil {
		writeError(w, http.StatusForbidden, "the old password is wrong")
		return
	}
	writeJSON(w, "changed")
}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open("/srv/" + r.PathValue("name"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		http.NotFound(w, r)
		return
	case os.IsPermission(err):
		http.Error(w, "no", http.StatusForbidden)
		return
	case errors.Is(err, fs.ErrPermission):
		http.Error(w, "no", http.StatusForbidden)
		return
	case err != nil:
		http.Error(w, "no", http.StatusInternalServerError)
		return
	}
	defer f.Close()
	io.Copy(w, f)
}

func (s *server) document(w http.ResponseWriter, r *http.Request) {
	u, err := s.currentUser(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d, err := s.users.Document(r.Context(), r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if d.Owner != u.ID && !u.Admin {
		http.Error(w, "not yours", http.StatusForbidden)
		return
	}
	io.WriteString(w, d.Body)
}

func (s *server) banned(w http.ResponseWriter, r *http.Request) {
	name, password, ok := r.BasicAuth()
	u, err := s.users.ByName(r.Context(), name)
	if !ok || err != nil || bcrypt.CompareHashAndPassword(u.Hash, []byte(password)) != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		http.Error(w, "wrong", http.StatusUnauthorized)
		return
	}
	if u.Banned {
		http.Error(w, "banned", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (s *server) role(w http.ResponseWriter, r *http.Request) {
	u, ok := lookupUser(r)
	if !ok {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if !slices.Contains(u.Roles, "admin") && !u.has("root") {
		writeError(w, http.StatusForbidden, "role")
		return
	}
	writeJSON(w, "hello")
}

func (s *server) right(w http.ResponseWriter, r *http.Request) {
	err := s.verify(r, "write")
	switch {
	case errors.Is(err, errBadToken):
		w.Header().Set("WWW-Authenticate", `Bearer realm="x", error="invalid_token"`)
		http.Error(w, "bad token", http.StatusUnauthorized)
	case errors.Is(err, errScope):
		http.Error(w, "scope", http.StatusForbidden)
	default:
		writeJSON(w, "hello")
	}
}

// upstream tells what another server has said: it is our credentials that it did not like.
func (s *server) upstream(w http.ResponseWriter, r *http.Request) {
	res, err := http.Get("https://registry.example/" + r.PathValue("image"))
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	defer res.Body.Close()
	if res.StatusCode == http.StatusUnauthorized || res.StatusCode == http.StatusForbidden {
		http.Error(w, "the registry denies access", http.StatusForbidden)
		return
	}
	io.Copy(w, res.Body)
}

// invite has a link of one purpose.
func (s *server) invite(w http.ResponseWriter, r *http.Request) {
	email, ok := s.keys[r.PathValue("invitation")]
	if !ok {
		http.Error(w, "this invitation is not valid any more", http.StatusForbidden)
		return
	}
	writeJSON(w, email)
}

func (s *server) reset(w http.ResponseWriter, r *http.Request) {
	token := r.URL.Query().Get("reset_token")
	if token == "" || s.keys[token] == "" {
		http.Error(w, "this link is not valid any more", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// ErrUnauthorized is what the CSRF check says.
var ErrUnauthorized = &statusError{http.StatusForbidden, "invalid CSRF token"}

func (s *server) misleading(w http.ResponseWriter, r *http.Request) error {
	if r.Header.Get("X-Csrf-Token") != s.keys["csrf"] {
		return ErrUnauthorized
	}
	writeJSON(w, "hello")
	return nil
}

// may says two things in one.
func (s *server) may(r *http.Request) bool {
	u, err := s.currentUser(r)
	return err == nil && u.Admin
}

func (s *server) merged(w http.ResponseWriter, r *http.Request) {
	if !s.may(r) {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

var errNotOwner = errors.New("not the owner")

func (s *server) owned(r *http.Request, u *user, id string) (*document, error) {
	d, err := s.users.Document(r.Context(), id)
	if err != nil {
		return nil, err
	}
	if d.Owner != u.ID {
		return nil, errNotOwner
	}
	return d, nil
}

func (s *server) ownerHelper(w http.ResponseWriter, r *http.Request) {
	u, err := s.currentUser(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	d, err := s.owned(r, u, r.PathValue("id"))
	if errors.Is(err, errNotOwner) {
		writeError(w, http.StatusForbidden, "not yours")
		return
	}
	if err != nil {
		writeError(w, http.StatusNotFound, "not there")
		return
	}
	writeJSON(w, d)
}

func sameOrigin(r *http.Request) bool {
	o := r.Header["Origin"]
	if len(o) == 0 {
		return true
	}
	u, err := url.Parse(o[0])
	return err == nil && strings.EqualFold(u.Host, r.Host)
}

func (s *server) socket(w http.ResponseWriter, r *http.Request) {
	if !sameOrigin(r) {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

func (s *server) deleteUser(w http.ResponseWriter, r *http.Request) {
	u, err := s.currentUser(r)
	if err != nil {
		w.Header().Set("WWW-Authenticate", challenge)
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if r.PathValue("name") == u.Name {
		writeError(w, http.StatusForbidden, "you cannot delete yourself")
		return
	}
	writeJSON(w, "deleted")
}

func (s *server) limited(w http.ResponseWriter, r *http.Request) {
	if n, err := countRequests(r.RemoteAddr); err != nil || n > 100 {
		http.Error(w, "slow down", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

var counts = map[string]int{}

func countRequests(addr string) (int, error) {
	counts[addr]++
	return counts[addr], nil
}

func refuse(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusForbidden) }

// plaintext is for encrypted connections only.
func (s *server) plaintext(w http.ResponseWriter, r *http.Request) {
	if r.TLS == nil {
		http.Error(w, "use https", http.StatusForbidden)
		return
	}
	writeJSON(w, "hello")
}

// gitlab is a webhook whose sender shows a secret instead of a signature.
func (s *server) gitlab(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Gitlab-Token") != string(s.cfg.Secret) {
		http.Error(w, "bad webhook token", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}
