/* profile_points.c - lines of a profile as points, and which box of the form a part of the sheet comes from. */
#include <string.h>

#include "base/text.h"
#include "reports/profile_pages.h"

const char *profile_next_point(struct arena *a, const char **points)
{
	while (**points) {
		size_t n = strcspn(*points, "\n");
		const char *line = text_clean(a, arena_text_n(a, *points, n));

		*points += n + ((*points)[n] == '\n');
		if (!text_blank(line))
			return line;
	}
	return NULL;
}

bool profile_has_point(struct arena *a, const char *points, const char *point)
{
	for (const char *one; (one = profile_next_point(a, &points));)
		if (text_same(one, point))
			return true;
	return false;
}

/* The heads that doc/profile_sheet gives its parts, by their first words. */
static const struct { const char *head, *name; } HEADS[] = {
	{ "What people like", "like" }, { "What matters", "matters" }, { "How best to support", "support" },
	{ "What does not help", "not_help" },
	{ "When it gets too much", "signs" }, { "What calms", "calms" }, { "Good to know", "arrangements" },
};

int profile_field_of(const struct record *r, const char *part)
{
	for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
		if (strncmp(part, HEADS[i].head, strlen(HEADS[i].head)) == 0)
			return field_find(r, HEADS[i].name);
	return -1;
}
