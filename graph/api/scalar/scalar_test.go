package scalar_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"demarche/graph"
	"demarche/graph/api/scalar"
)

func written(m graphql.Marshaler) string {
	var b strings.Builder
	m.MarshalGQL(&b)
	return b.String()
}

func TestTheUnknownIsWrittenAsNull(t *testing.T) {
	for got, want := range map[string]string{
		written(scalar.MarshalDate("")):                     `null`,
		written(scalar.MarshalString("")):                   `null`,
		written(scalar.MarshalDate("2023-09")):              `"2023-09"`,
		written(scalar.MarshalString("“Han”\n\"x\"")):       `"“Han”\n\"x\""`,
		written(scalar.MarshalID("place:CHN/s\u00e3o-tom")): "\"place:CHN/s\u00e3o-tom\"",
	} {
		if got != want {
			t.Errorf("%s is written, want %s", got, want)
		}
	}
}

func TestADateIsReadAsADayAMonthOrAYearOnly(t *testing.T) {
	for in, want := range map[any]graph.Date{"2023": "2023", "2023-09": "2023-09", "2024-02-29": "2024-02-29"} {
		if got, err := scalar.UnmarshalDate(in); err != nil || got != want {
			t.Errorf("%v is read as %q, error %v", in, got, err)
		}
	}
	for _, in := range []any{"", "2023-13", "2023-02-29", "23", "2023-9-1", "2023-09-23T00:00:00Z", 2023, nil, true} {
		if got, err := scalar.UnmarshalDate(in); !errors.Is(err, graph.ErrDate) {
			t.Errorf("%v is read as %q, error %v", in, got, err)
		}
	}
}

func TestAnIDIsATextOrAWholeNumber(t *testing.T) {
	for in, want := range map[any]graph.ID{"person:xi": "person:xi", json.Number("7"): "7", int64(7): "7"} {
		if got, err := scalar.UnmarshalID(in); err != nil || got != want {
			t.Errorf("%v is read as %q, error %v", in, got, err)
		}
	}
	for _, in := range []any{nil, true, 1.5, []any{"x"}} {
		if got, err := scalar.UnmarshalID(in); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%v is read as %q, error %v", in, got, err)
		}
	}
}
