/* csv_write.c - CSV for Excel: UTF-8 with a byte order mark, every cell quoted, CR LF. */
#include "doc/write.h"

static const char *full_width(const char *p)
{
	static const char *const SIGNS[] = { "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0" }; /* = + - @ */

	for (size_t i = 0; i < 4; i++)
		if (strncmp(p, SIGNS[i], 3) == 0)
			return p;
	return NULL;
}

/* A plain number, or a telephone number: + and at least seven of digits, spaces, brackets, hyphens. */
static bool harmless(const char *text)
{
	const char *p = text + (*text == '+' || *text == '-');
	size_t n = strspn(p, "0123456789");

	if (n > 0 && p[n] == '.')
		n += 1 + strspn(p + n + 1, "0123456789");
	if (n > 0 && !p[n])
		return true;
	p = text + (*text == '+');
	return *text != '-' && strlen(p) >= 7 && strspn(p, "0123456789 ()-") == strlen(p);
}

static bool runs(const char *text)
{
	const char *p = text;

	if (*p == '\t' || *p == '\r' || *p == '\n')
		return true;
	while (*p && ((unsigned char)*p <= ' ' || strncmp(p, "\xC2\xA0", 2) == 0))
		p += (unsigned char)*p <= ' ' ? 1 : 2;
	return (*p && strchr("=+-@", *p) && !harmless(p)) || full_width(p);
}

/* An apostrophe before such text would be taken for our own guard: it is guarded too, so that taking off is exact. */
bool csv_dangerous(const char *text)
{
	while (*text == '\'')
		text++;
	return runs(text);
}

const char *csv_unguard(const char *text)
{
	return *text == '\'' && csv_dangerous(text + 1) ? text + 1 : text;
}

void csv_bom(struct buf *out)
{
	buf_add_n(out, "\xEF\xBB\xBF", 3);
}

void csv_cell(struct buf *out, const char *text, bool *first)
{
	if (!*first)
		buf_add_c(out, ',');
	*first = false;
	buf_add_c(out, '"');
	if (text && csv_dangerous(text))
		buf_add_c(out, '\'');
	for (const char *p = text ? text : ""; *p;) {
		size_t n = strcspn(p, "\"");

		buf_add_n(out, p, n);
		p += n;
		if (*p)
			buf_add_n(out, "\"\"", 2), p++;
	}
	buf_add_c(out, '"');
}

void csv_end_row(struct buf *out)
{
	buf_add_n(out, "\r\n", 2);
}

void csv_row(struct buf *out, const char *const *cells, int n)
{
	bool first = true;

	for (int i = 0; i < n; i++)
		csv_cell(out, cells[i], &first);
	csv_end_row(out);
}
