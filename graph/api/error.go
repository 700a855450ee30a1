package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"demarche/graph"
)

// The codes of extensions.code. Queries that are no GraphQL, do not fit the schema, or cost too much have those of
// gqlgen: GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, COMPLEXITY_LIMIT_EXCEEDED.
const (
	codeBadInput    = "BAD_USER_INPUT"       // an argument that no list or date takes, such as first: 5000
	codeBadCursor   = "BAD_CURSOR"           // after or before is not a cursor of the list
	codeDepth       = "DEPTH_LIMIT_EXCEEDED" // fields nested too deep
	codeTimeout     = "TIMEOUT"              // the answer took too long
	codeStale       = "STALE"                // the graph changed while it was read: ask again
	codeInternal    = "INTERNAL"             // our fault; the log says more
	codeBadRequest  = "BAD_REQUEST"          // HTTP that carries no GraphQL
	codeTooLarge    = "REQUEST_TOO_LARGE"    //
	codeCrossOrigin = "CROSS_ORIGIN"         // a browser on another site's page
)

// errStale is a node that vanished between two reads of one request.
var errStale = errors.New("the graph changed while it was read")

// coded is an error in words meant for the client.
func coded(code, format string, args ...any) *gqlerror.Error {
	err := gqlerror.Errorf(format, args...)
	errcode.Set(err, code)
	return err
}

// told maps the sentinels that a client may hear of to their codes.
var told = []struct {
	err  error
	code string
}{
	{graph.ErrDate, codeBadInput},
	{graph.ErrInvalid, codeBadInput},
	{graph.ErrCursor, codeBadCursor},
	{errStale, codeStale},
	{context.DeadlineExceeded, codeTimeout},
	{context.Canceled, codeTimeout},
}

// presenter turns errors into what the client sees.
type presenter struct{ log *slog.Logger }

// present keeps what was said in words meant for the client, says of a known sentinel its own words and no more, and
// of everything else nothing: that goes to the log.
func (p presenter) present(ctx context.Context, err error) *gqlerror.Error {
	shown := graphql.DefaultErrorPresenter(ctx, err)
	if shown.Extensions["code"] != nil {
		return shown
	}
	for _, t := range told {
		if errors.Is(err, t.err) {
			shown.Message = t.err.Error()
			errcode.Set(shown, t.code)
			return shown
		}
	}
	if shown.Err == nil && len(shown.Path) == 0 { // of the transport: a body that is no JSON
		return coded(codeBadRequest, "request not understood")
	}
	p.log.ErrorContext(ctx, "graphql", "path", shown.Path.String(), "error", err)
	shown.Message = "internal error"
	errcode.Set(shown, codeInternal)
	return shown
}

// recovered logs a panic.
func (p presenter) recovered(ctx context.Context, cause any) error {
	p.log.ErrorContext(ctx, "graphql", "panic", cause, "stack", string(debug.Stack()))
	return coded(codeInternal, "internal error")
}

// refuse answers a request that does not reach GraphQL, in GraphQL's form.
func refuse(w http.ResponseWriter, status int, code, message string) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": gqlerror.List{coded(code, "%s", message)}})
}

// missing names the node that vanished.
func missing(id graph.ID) error { return fmt.Errorf("%s: %w", id, errStale) }
