package api

// foreign lists packages whose contexts and writers follow rules of their own, for which there is no table yet: a status
// that is only remembered, a response that is buffered, an error that somebody maps later. A response inside their types
// is unknown, and nothing is said of it. A recorder of tests is in the list for good: it is no client's response.
var foreign = map[string]bool{
	"net/http/httptest":                          true,
	"github.com/beego/beego":                     true,
	"github.com/astaxie/beego":                   true,
	"github.com/astaxie/beego/context":           true,
	"gopkg.in/macaron.v1":                        true,
	"github.com/flamego/flamego":                 true,
	"github.com/go-martini/martini":              true,
	"github.com/revel/revel":                     true,
	"github.com/gobuffalo/buffalo":               true,
	"github.com/zeromicro/go-zero/rest":          true,
	"github.com/go-kratos/kratos/transport/http": true,
}

// Foreign reports whether the response inside the types of a package follows rules that no table describes.
func Foreign(path string) bool { return foreign[unversioned(path)] }
