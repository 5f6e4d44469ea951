/* asset.c - finds an embedded file by its path. The table is made by tools/embed, in the order of the paths. */
#include "ui/asset.h"

#include <stdlib.h>
#include <string.h>

extern const struct asset asset_table[];
extern const int asset_count;

static int by_path(const void *path, const void *entry)
{
	return strcmp(path, ((const struct asset *)entry)->path);
}

const struct asset *asset_find(const char *path)
{
	return path ? bsearch(path, asset_table, (size_t)asset_count, sizeof *asset_table, by_path) : NULL;
}

const char *asset_href(struct arena *a, const char *path)
{
	const struct asset *found = asset_find(path);

	return found ? arena_printf(a, "/assets/%s?v=%s", path, found->hash) : arena_printf(a, "/assets/%s", path);
}
