/* values.c - asking a request for what was sent with it, and answering for the program's own files. */
#include <stdlib.h>
#include <string.h>

#include "http/inside.h"

const char *http_value(const struct http_values *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->item[i].name, name) == 0)
			return list->item[i].value;
	return NULL;
}

size_t http_value_count(const struct http_values *list, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < list->count; i++)
		n += strcmp(list->item[i].name, name) == 0;
	return n;
}

const struct http_values *http_params(const struct http_request *rq)
{
	return rq->method == HTTP_POST ? &rq->form : &rq->query;
}

const char *http_param(const struct http_request *rq, const char *name)
{
	return http_value(http_params(rq), name);
}

size_t http_param_count(const struct http_request *rq, const char *name)
{
	return http_value_count(http_params(rq), name);
}

const char *http_header(const struct http_request *rq, const char *lower_case_name)
{
	return http_value(&rq->headers, lower_case_name);
}

const char *http_cookie(const struct http_request *rq, const char *name)
{
	return http_value(&rq->cookies, name);
}

const struct http_file *http_file(const struct http_request *rq, const char *field)
{
	const struct http_file *file = rq->files;

	while (file && strcmp(file->field, field) != 0)
		file = file->next;
	return file;
}

static int by_path(const void *path, const void *asset)
{
	return strcmp(path, ((const struct http_asset *)asset)->path);
}

/* If-None-Match is `*` or a list of etags; W/ before one does not matter for a GET. */
static bool browser_has(const struct http_request *rq, const char *etag)
{
	const char *list = http_header(rq, "if-none-match");

	return list && (strcmp(list, "*") == 0 || strstr(list, etag));
}

bool http_answer_asset(struct http_request *rq, const struct http_asset *table, size_t count)
{
	const struct http_asset *found = bsearch(rq->path, table, count, sizeof *table, by_path);

	if (!found || rq->method == HTTP_POST)
		return false;
	http_add_header(rq, "Cache-Control", "public, max-age=31536000, immutable");
	http_add_header(rq, "ETag", found->etag);
	if (browser_has(rq, found->etag))
		http_answer(rq, 304, NULL, "", 0);
	else
		http_answer(rq, 200, found->type, (const char *)found->bytes, found->length);
	return true;
}
