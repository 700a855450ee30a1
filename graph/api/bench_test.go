package api_test

import (
	"strings"
	"testing"
)

func BenchmarkPromisedEvents(b *testing.B) {
	c := serve(b, filled(b, many(500)...))
	for name, first := range map[string]string{"50": "first: 50", "500": "first: 500"} {
		b.Run(name, func(b *testing.B) {
			query := strings.Replace(eventsQuery, "first: 50", first, 1)
			for b.Loop() {
				c.data(query)
			}
		})
	}
}
