package source

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// client fetches one page at a time.
var client = &http.Client{Timeout: 30 * time.Second}

// fetch gets one page by its URL, which becomes the article's id and url: HTML, or plain text when the server says so.
func fetch(ctx context.Context, url string) (Raw, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return Raw{}, fmt.Errorf("%s: %w", url, err)
	}
	req.Header.Set("User-Agent", "demarche (event graph; one request at a time)")
	resp, err := client.Do(req)
	if err != nil {
		return Raw{}, err // names the URL already
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return Raw{}, fmt.Errorf("%s: answers %s", url, resp.Status)
	}
	data, err := readAll(resp.Body)
	if err != nil {
		return Raw{}, fmt.Errorf("%s: %w", url, err)
	}
	parse := parseHTML
	if strings.HasPrefix(resp.Header.Get("Content-Type"), "text/plain") {
		parse = parseText
	}
	raw, err := finish(url, url, data, parse)
	raw.URL = url
	return raw, err
}
