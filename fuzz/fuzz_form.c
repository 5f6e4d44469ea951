/* fuzz_form.c - forms and queries from anybody. The first byte chooses the kind and how large the pieces are in which it comes; the
 * bytes that follow are the body. It looks at what must be true of every form that is not refused. */
// Links: src/base/*.c src/http/form.c src/http/multipart.c src/http/spool.c
#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "http/form.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

static void look_at_values(const struct http_values *values)
{
	assert(values->count <= HTTP_PARAMS_MOST);
	for (size_t i = 0; i < values->count; i++) {
		const char *name = values->item[i].name, *value = values->item[i].value;

		assert(name[0] && strlen(name) <= HTTP_NAME_MOST && text_is_utf8(name, strlen(name)));
		assert(text_is_utf8(value, strlen(value)));
	}
}

static void look_at_files(const struct http_file *files)
{
	char byte;

	for (; files; files = files->next) {
		assert(!strpbrk(files->name, "/\\\r\n") && text_is_utf8(files->name, strlen(files->name)));
		assert(http_file_read(files, 0, &byte, 1) == (files->size > 0));
		assert(http_file_read(files, files->size, &byte, 1) == 0);
	}
}

static void read_form(struct arena *a, const char *type, size_t step, const char *body, size_t n)
{
	struct http_values values = { 0 };
	struct http_file *files = NULL;
	int status;
	struct form *f = form_new(a, type, "/tmp", &status);

	for (size_t at = 0; at < n && !status; at += step)
		status = form_feed(f, body + at, n - at < step ? n - at : step);
	if (status || form_end(f, &values, &files))
		return;
	look_at_values(&values);
	look_at_files(files);
}

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n)
{
	struct arena *a = arena_new(ARENA_REQUEST);
	size_t step;

	if (n) {
		step = (size_t)(bytes[0] >> 1) + 1;
		read_form(a, bytes[0] & 1 ? "multipart/form-data; boundary=b" : "application/x-www-form-urlencoded", step == 128 ? n : step,
			(const char *)bytes + 1, n - 1);
	}
	arena_free(a);
	return 0;
}
