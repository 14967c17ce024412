package when

import "testing"

func TestInPath(t *testing.T) {
	for _, c := range []struct{ path, at, want string }{
		{"/world/2025/01/15/title-of-it/", "2025/01/15", "2025-01-15"},
		{"https://example.org/2025/1/5/title", "2025/1/5", "2025-01-05"},
		{"/2025/jan/15/title", "2025/jan/15", "2025-01-15"},
		{"/2025/01/15-title", "2025/01/15", "2025-01-15"},
		{"/2025/0115/c90000-1.html", "2025/0115", "2025-01-15"},
		{"/news/2025-01/15/title", "2025-01/15", "2025-01-15"},
		{"/2025-01-15-title", "2025-01-15", "2025-01-15"},
		{"/title-2025-01-15.html", "2025-01-15", "2025-01-15"},
		{"/a/20250115/title", "20250115", "2025-01-15"},
		{"/ru/news/2025/01/title-of-it", "2025/01", "2025-01-01..2025-01-31"},
		{"/2025/january/title", "2025/january", "2025-01-01..2025-01-31"},
		{"/2023/10/3-questions-to-somebody", "2023/10", "2023-10-01..2023-10-31"},
		{"/2021/title", "2021", "2021-01-01..2021-12-31"},
		{"/2021/story-2021-05-03", "2021-05-03", "2021-05-03"},
		{"/2019/05/2019-05-03-title", "2019-05-03", "2019-05-03"},
	} {
		iv, start, end, ok := InPath(c.path)
		if !ok || iv.String() != c.want || c.path[start:end] != c.at {
			t.Errorf("InPath(%q) = %v at %q, %v; want %s at %q", c.path, iv, c.path[start:end], ok, c.want, c.at)
		}
	}
}

func TestInPathStaysSilent(t *testing.T) {
	for _, path := range []string{
		"", "/", "/opinion/international/541747-title", "/a/title/31225964.html", "/video/1080/title", "/1920x1080/title",
		"/node/2021/title", "/item?id=2021/01/15", "/title#2021-01-15", "https://host:2021/title", "/2021",
		"/20251345/title", "/web/20250115103000/http://example.org/2019/01/02/", "/10.1038/2021.12", "/1.2021.03.04.5", "/annual/2015/index.html",
	} {
		if iv, start, end, ok := InPath(path); ok {
			t.Errorf("InPath(%q) = %v at %q, want nothing", path, iv, path[start:end])
		}
	}
}
