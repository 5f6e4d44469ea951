/* sniff.c - what kind of file is this, by its content and never by its name; then the reader for it. Knows no format's inside. */
#include "doc/out.h"

#include <strings.h>

#include "base/text.h"

struct signature {
	const char *bytes;
	size_t n;
	const char *refusal;
};

static const struct signature REFUSED[] = {
	{ "\xD0\xCF\x11\xE0", 4, "This is an old Excel file (.xls), or a workbook with a password. "
	                         "Open it in Excel, remove the password, and save it as .xlsx or .csv." },
	{ "PK\x05\x06", 4, "This zip file is empty. Download it again." },
	{ "PK\x07\x08", 4, "This zip file is in several parts. Save it as one file." },
	{ "%PDF", 4, "This is a PDF. Ask your system for the same report as a CSV or Excel file." },
	{ "\x1F\x8B", 2, "This is a gzip archive. Unpack it first and give the file inside." },
	{ "7z\xBC\xAF\x27\x1C", 6, "This is a 7-Zip archive. Unpack it first and give the file inside." },
	{ "Rar!", 4, "This is a RAR archive. Unpack it first and give the file inside." },
	{ "BZh", 3, "This is a bzip2 archive. Unpack it first and give the file inside." },
	{ "\x89PNG", 4, "This is a picture. Give the report itself as a CSV or Excel file." },
	{ "\xFF\xD8\xFF", 3, "This is a picture. Give the report itself as a CSV or Excel file." },
	{ "GIF8", 4, "This is a picture. Give the report itself as a CSV or Excel file." },
	{ "{\\rtf", 5, "This is a word processor's file. Ask your system for the same report as a CSV or Excel file." },
	{ "MZ", 2, "This is a program, not a file of pupils." },
	{ "\x7F" "ELF", 4, "This is a program, not a file of pupils." },
	{ "SQLite format 3", 15, "This is a database file. Export the report from your system as a CSV or Excel file." },
};

static bool refused(struct doc_out *o, const char *bytes, size_t n)
{
	for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++)
		if (n >= REFUSED[i].n && memcmp(bytes, REFUSED[i].bytes, REFUSED[i].n) == 0) {
			out_stop(o, 0, "%s", REFUSED[i].refusal);
			return true;
		}
	if (n > 262 && memcmp(bytes + 257, "ustar", 5) == 0)
		out_stop(o, 0, "This is a tar archive. Unpack it first and give the file inside.");
	return o->stopped;
}

static bool starts(const char *text, size_t n, const char *with)
{
	return n >= strlen(with) && strncasecmp(text, with, strlen(with)) == 0;
}

/* A page for browsers, whatever its ending: "<html", "<!doctype html", or a bare "<table". */
static bool is_html(const char *text, size_t n)
{
	static const char *const STARTS[] = { "<!doctype html", "<html", "<table", "<head", "<body", "<meta", "<style", "<div",
		"<center" };

	while (starts(text, n, "<!--")) {
		const char *end = memmem(text, n, "-->", 3);

		if (!end)
			return false;
		n -= (size_t)(end + 3 - text);
		text = end + 3;
		while (n > 0 && strchr(" \t\r\n", *text))
			text++, n--;
	}
	for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
		if (starts(text, n, STARTS[i]))
			return true;
	return false;
}

static void read_decoded(struct doc_out *o, const char *text, size_t n)
{
	const char *first = text;
	size_t left = n;

	while (left > 0 && strchr(" \t\r\n\f", *first))
		first++, left--;
	if (left == 0) {
		out_stop(o, 0, "This file is empty. Export it again and check that it has rows before you send it.");
	} else if (*first == '<') {
		if (is_html(first, left))
			read_html(o, first, left);
		else
			read_xml(o, text, n);
	} else if (*first == '{' || *first == '[') {
		read_json(o, first, left);
	} else {
		out_format(o, DOC_CSV);
		read_csv(o, text, n, "");
	}
}

static void read_one(struct doc_out *o, const struct doc_part *part)
{
	const char *text;
	size_t n;

	if (part->n == 0) {
		out_stop(o, 0, "This file is empty. Export it again and check that it has rows before you send it.");
		return;
	}
	if (refused(o, part->bytes, part->n))
		return;
	if (part->n >= 4 && memcmp(part->bytes, "PK\x03\x04", 4) == 0) {
		read_zip(o, part->bytes, part->n);
		return;
	}
	text = read_text(o, part->bytes, part->n, &n);
	if (text)
		read_decoded(o, text, n);
}

/* "C:\\x\\Users.CSV" -> "users"; NULL if it is no CSV. */
const char *csv_base(struct arena *a, const char *name)
{
	char *base;
	size_t n;

	for (const char *p = name; *p; p++)
		if (*p == '/' || *p == '\\')
			name = p + 1;
	n = strlen(name);
	if (n < 5 || n > 100 || strcasecmp(name + n - 4, ".csv") != 0)
		return NULL;
	base = arena_text_n(a, name, n - 4);
	for (char *p = base; *p; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p + 32);
	return base;
}

static void read_folder(struct doc_out *o, const struct doc_part *parts, int n)
{
	bool roster = false;

	for (int i = 0; i < n; i++) {
		const char *base = csv_base(o->a, parts[i].name);

		roster |= base && (strcmp(base, "users") == 0 || strcmp(base, "manifest") == 0 || strcmp(base, "orgs") == 0);
	}
	if (!roster) {
		out_stop(o, 0, "These files are not a OneRoster folder (there is no users.csv). Give other files one at a time.");
		return;
	}
	out_format(o, DOC_ONEROSTER);
	for (int i = 0; i < n && !o->stopped; i++) {
		const char *base = csv_base(o->a, parts[i].name), *text;
		size_t length;

		if (!base || parts[i].n == 0)
			continue;
		text = read_text(o, parts[i].bytes, parts[i].n, &length);
		if (text)
			read_csv(o, text, length, base);
	}
}

void read_parts(struct doc_out *o, const struct doc_part *parts, int n)
{
	size_t total = 0;

	for (int i = 0; i < n; i++)
		total += parts[i].n;
	if (total > DOC_MAX_FILE)
		out_stop(o, 0, "This file is over %d MB, the most that is read. Export fewer columns or fewer pupils.",
			DOC_MAX_FILE >> 20);
	else if (n > DOC_MAX_MEMBERS)
		out_stop(o, 0, "This folder has more than %d files. Give only the ones you need.", DOC_MAX_MEMBERS);
	else if (n == 1)
		read_one(o, parts);
	else if (n > 1)
		read_folder(o, parts, n);
	else
		out_stop(o, 0, "There is no file to read.");
}
