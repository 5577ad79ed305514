package report

import (
	"net/url"
	"strings"
)

// relative names a file from the root, with slashes; ok is false, and the file absolute, if it does not lie below the root. It
// goes by the paths alone: those of Windows are told by a drive or a share in front.
func relative(root, file string) (name string, ok bool) {
	windows := isWindows(file)
	if windows {
		root, file = strings.ReplaceAll(root, `\`, "/"), strings.ReplaceAll(file, `\`, "/")
	}
	root = strings.TrimSuffix(root, "/") + "/"
	if len(file) <= len(root) {
		return file, false
	}
	if head := file[:len(root)]; head == root || windows && strings.EqualFold(head, root) {
		return file[len(root):], true
	}
	return file, false
}

// isWindows reports whether a path starts with a drive (C:\ or C:/) or a share (\\host\).
func isWindows(path string) bool {
	if strings.HasPrefix(path, `\\`) {
		return true
	}
	return len(path) > 2 && path[1] == ':' && (path[2] == '\\' || path[2] == '/') && (path[0]|0x20 >= 'a' && path[0]|0x20 <= 'z')
}

// fileURI is the URI of a file: relative to the root if it lies below it, else with the scheme file.
func fileURI(root, file string) (uri string, below bool) {
	name, below := relative(root, file)
	u := url.URL{Path: name}
	switch {
	case below:
	case isWindows(file) && strings.HasPrefix(name, "//"):
		host, path, _ := strings.Cut(name[2:], "/")
		u = url.URL{Scheme: "file", Host: host, Path: "/" + path}
	case isWindows(file):
		u = url.URL{Scheme: "file", Path: "/" + name}
	case strings.HasPrefix(name, "/"):
		u = url.URL{Scheme: "file", Path: name}
	}
	return u.String(), below
}
