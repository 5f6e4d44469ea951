/* route.c - finding the row of the route table that a path belongs to. Literal segments win over :names by standing first. */
#include <string.h>

#include "base/buf.h"
#include "web/inner.h"

static bool fits(const char *pattern, const char *path)
{
	while (*pattern && *path) {
		size_t have = strcspn(path + 1, "/"), want = strcspn(pattern + 1, "/");

		if (pattern[1] == ':' ? !have : have != want || strncmp(path + 1, pattern + 1, want) != 0)
			return false;
		path += have + 1;
		pattern += want + 1;
	}
	return !*pattern && !*path;
}

/* Of two that fit, the one whose first :name comes later says more. */
static bool says_more(const struct route *r, const struct route *than)
{
	return !than || strcspn(r->path, ":") > strcspn(than->path, ":") ||
	       (strcspn(r->path, ":") == strcspn(than->path, ":") && strrchr(r->path, ':') - r->path < strrchr(than->path,
	       ':') - than->path);
}

const struct route *route_find(const struct route *const *tables, const char *path)
{
	const struct route *best = NULL;

	for (; *tables; tables++)
		for (const struct route *r = *tables; r->path; r++)
			if (fits(r->path, path) && says_more(r, best))
				best = r;
	return best;
}

const char *rq_arg(const struct req *rq, const char *name)
{
	const char *p = rq->route->path, *path = rq->http->path;

	while (*p && *path) {
		size_t want = strcspn(p + 1, "/"), have = strcspn(path + 1, "/");

		if (p[1] == ':' && strlen(name) == want - 1 && strncmp(p + 2, name, want - 1) == 0)
			return arena_text_n(rq->a, path + 1, have);
		p += want + 1;
		path += have + 1;
	}
	return "";
}

static const char *right_word(enum right right)
{
	static const char *const WORDS[] = { "read", "add", "edit", "approve", "export" };

	return WORDS[right];
}

const char *web_routes(struct arena *a, const struct route *const *tables)
{
	struct buf b = buf_new(a);

	for (; *tables; tables++)
		for (const struct route *r = *tables; r->path; r++)
			buf_printf(&b, "%-48s %-8s %-20s %-8s %s\n", r->path, r->get && r->post ? "GET POST" : r->get ? "GET" :
				"POST", r->record ? r->record->name : r->flags & OPEN ? "(open)" : "(anyone)",
				r->record ? right_word(r->right) : "-", r->title ? r->title : "");
	return buf_text(&b);
}
