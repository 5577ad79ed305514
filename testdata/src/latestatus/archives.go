package latestatus

import (
	"archive/tar"
	"compress/gzip"
	"net/http"
)

// packed puts compression between the archive and the client: what the first file has written may still wait there.
func packed(w http.ResponseWriter, r *http.Request) {
	gz := gzip.NewWriter(w)
	defer gz.Close()
	archive := tar.NewWriter(gz)
	defer archive.Close()
	if err := addTo(archive, "a", []byte("a")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := addTo(archive, "b", []byte("b")); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
}

func addTo(archive *tar.Writer, name string, content []byte) error {
	if err := archive.WriteHeader(&tar.Header{Name: name, Size: int64(len(content))}); err != nil {
		return err
	}
	_, err := archive.Write(content)
	return err
}
