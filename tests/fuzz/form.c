/* form.c - the body of a form, as a browser or an attacker sends it: plain, or in parts (the first byte says which). */
#include "http/form.h"
#include "tests/fuzz/fuzz.h"

static void check(const struct http_values *values)
{
	for (size_t i = 0; i < values->count; i++) {
		FUZZ_HOLDS(strlen(values->item[i].name) <= HTTP_NAME_MOST);
		FUZZ_HOLDS(strlen(values->item[i].value) <= (size_t)1 << 26);
	}
}

FUZZ(a, text, n)
{
	bool parts = n && (text[0] & 1);
	size_t step = n > 1 ? 1 + (unsigned char)text[1] : 1;
	const char *type = parts ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded";
	struct http_values values = { 0 };
	struct http_file *files = NULL;
	int status = 0;
	struct http_body *f = body_new(a, type, "/tmp", &status);

	for (size_t at = 2; f && !status && at < n; at += step)
		status = body_feed(f, text + at, n - at < step ? n - at : step);
	if (f && !status && body_end(f, &values, &files) == 0)
		check(&values);
}
