/* pdf_artifact.c - finds, in a page's content, what was drawn under the tag that stands for artifacts, and calls it one. Cairo 1.16
 * has no way to say it. Strings are stepped over, so that no text a person wrote is ever taken for an operator. */
#include "doc/pdf_ops.h"

static const char TAG[] = "/Private <<", DONE[] = "/Artifact BMC";

/* Past the string that begins here. */
static size_t past_string(const unsigned char *c, size_t n, size_t at)
{
	int depth = 0;

	for (; at < n; at++) {
		if (c[at] == '\\')
			at++;
		else if (c[at] == '(')
			depth++;
		else if (c[at] == ')' && --depth == 0)
			return at + 1;
	}
	return n;
}

void artifacts_mark(unsigned char *c, size_t n)
{
	size_t at = 0;

	while (at + sizeof TAG < n) {
		unsigned char *end;

		if (c[at] == '(') {
			at = past_string(c, n, at);
			continue;
		}
		if (c[at] != '/' || memcmp(c + at, TAG, sizeof TAG - 1) != 0 || !(end = memmem(c + at, n - at, "BDC", 3))) {
			at++;
			continue;
		}
		memset(c + at, ' ', (size_t)(end + 3 - (c + at)));
		memcpy(c + at, DONE, sizeof DONE - 1);
		at = (size_t)(end + 3 - c);
	}
}
