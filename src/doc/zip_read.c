/* zip_read.c - looks into a zip: a workbook, a OneRoster set, or transfer files packed together. Checks the list of members before
 * any member is opened, counts what comes out while it comes. */
#include "doc/zip.h"

#include <strings.h>
#include <zip.h>

enum { CHUNK = 256 << 10, RATIO_FROM = 1 << 20 };

static void close_zip(void *p)
{
	struct unzip *z = p;

	if (z->handle)
		zip_discard(z->handle);
	z->handle = NULL;
}

int unzip_find(const struct unzip *z, const char *name)
{
	return (int)zip_name_locate(z->handle, name, ZIP_FL_NOCASE);
}

const char *unzip_name(const struct unzip *z, int member)
{
	const char *name = zip_get_name(z->handle, (zip_uint64_t)member, ZIP_FL_ENC_GUESS);

	return name ? name : "";
}

static bool spend(const struct unzip *z, size_t n)
{
	if (n > (size_t)z->o->budget) {
		out_stop(z->o, 0, "This file unpacks to more than %d MB, the most that is read. Export fewer columns or fewer "
			"pupils.",
		         DOC_MAX_UNPACKED >> 20);
		return false;
	}
	z->o->budget -= (int)n;
	return true;
}

static void damaged(const struct unzip *z)
{
	out_stop(z->o, 0, "This file is damaged or cut short. Download it again, or open it where it was made and save it "
		"anew.");
}

bool unzip_xml(const struct unzip *z, int member, struct xml *x)
{
	zip_file_t *f = zip_fopen_index(z->handle, (zip_uint64_t)member, 0);
	char *chunk = arena_alloc(z->o->a, CHUNK);
	zip_int64_t n = 0;

	xml_begin(x, z->o);
	while (f && !z->o->stopped && (n = zip_fread(f, chunk, CHUNK)) > 0)
		if (spend(z, (size_t)n))
			xml_feed(x, chunk, (size_t)n, false);
	if (!f || n < 0)
		damaged(z);
	if (!z->o->stopped)
		xml_feed(x, "", 0, true);
	if (f)
		zip_fclose(f);
	xml_end(x);
	return !z->o->stopped;
}

const char *unzip_load(const struct unzip *z, int member, size_t *n)
{
	struct zip_stat st;
	zip_file_t *f;
	char *bytes;
	zip_int64_t got = 0;

	if (zip_stat_index(z->handle, (zip_uint64_t)member, 0, &st) != 0 || !(st.valid & ZIP_STAT_SIZE)) {
		damaged(z);
		return NULL;
	}
	if (!spend(z, (size_t)st.size))
		return NULL;
	f = zip_fopen_index(z->handle, (zip_uint64_t)member, 0);
	bytes = arena_alloc(z->o->a, (size_t)st.size + 1);
	*n = 0;
	while (f && *n < st.size && (got = zip_fread(f, bytes + *n, st.size - *n)) > 0)
		*n += (size_t)got;
	if (f && got >= 0 && *n == st.size && zip_fread(f, &(char){ 0 }, 1) == 0) {
		zip_fclose(f);
		return bytes;
	}
	if (f)
		zip_fclose(f);
	damaged(z);
	return NULL;
}

/* A name that leads out of its folder, or a link: no honest program writes one. */
static bool strange(const struct unzip *z, int i)
{
	const char *name = unzip_name(z, i);
	zip_uint8_t made_on = 0;
	zip_uint32_t attributes = 0;

	if (zip_file_get_external_attributes(z->handle, (zip_uint64_t)i, 0, &made_on, &attributes) == 0 &&
		made_on == ZIP_OPSYS_UNIX &&
	    (attributes >> 16 & 0170000) == 0120000)
		return true;
	return name[0] == '/' || (name[0] && name[1] == ':') || strncmp(name, "../", 3) == 0 || strstr(name, "/../") ||
	       strstr(name, "..\\") || name[0] == '\\';
}

static void check_member(const struct unzip *z, int i, uint64_t *packed, uint64_t *unpacked)
{
	struct zip_stat st;

	if (zip_stat_index(z->handle, (zip_uint64_t)i, 0, &st) != 0) {
		damaged(z);
		return;
	}
	if (st.encryption_method != ZIP_EM_NONE && (st.valid & ZIP_STAT_ENCRYPTION_METHOD))
		out_stop(z->o, 0, "This zip file has a password. Unpack it first, or save it without one.");
	else if (strange(z, i))
		out_stop(z->o, 0, "This zip file holds a link or a path that leads out of it, which an honest export never does. "
			"It was not opened.");
	else if (st.size > RATIO_FROM && st.size / (st.comp_size ? st.comp_size : 1) > DOC_MAX_RATIO)
		out_stop(z->o, 0, "A part of this file unpacks to more than %d times its size, as files made to do harm do. It "
			"was not opened.",
		         DOC_MAX_RATIO);
	*packed += st.comp_size < UINT32_MAX ? st.comp_size : UINT32_MAX;
	*unpacked += st.size < UINT32_MAX ? st.size : UINT32_MAX;
}

/* Sizes and counts as the list of members states them, before any is opened; what really comes out is counted again. */
static void check_members(const struct unzip *z, size_t size)
{
	int most = unzip_find(z, "[Content_Types].xml") >= 0 ? DOC_MAX_PARTS : DOC_MAX_MEMBERS;
	uint64_t packed = 0, unpacked = 0;

	if (z->members > most)
		out_stop(z->o, 0, "This zip file has more than %d files in it, the most that are read. Pack fewer.", most);
	for (int i = 0; i < z->members && !z->o->stopped; i++)
		check_member(z, i, &packed, &unpacked);
	if (unpacked > DOC_MAX_UNPACKED)
		out_stop(z->o, 0, "This file unpacks to more than %d MB, the most that is read. Export fewer columns or fewer "
			"pupils.",
		         DOC_MAX_UNPACKED >> 20);
	if (packed > size)
		out_stop(z->o, 0, "The parts of this zip file lie over each other, as files made to do harm do. It was not "
			"opened.");
}

static bool ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n >= m && strcasecmp(name + n - m, end) == 0;
}

static bool has_folder(const struct unzip *z, const char *start)
{
	for (int i = 0; i < z->members; i++)
		if (strncasecmp(unzip_name(z, i), start, strlen(start)) == 0)
			return true;
	return false;
}

static void read_csv_member(const struct unzip *z, int i, const char *sheet)
{
	size_t n, length;
	const char *bytes = unzip_load(z, i, &n), *text;

	text = bytes && n > 0 ? read_text(z->o, bytes, n, &length) : NULL;
	if (text)
		read_csv(z->o, text, length, sheet);
}

static bool is_roster(const struct unzip *z)
{
	for (int i = 0; i < z->members; i++) {
		const char *base = csv_base(z->o->a, unzip_name(z, i));

		if (base && (strcmp(base, "orgs") == 0 || strcmp(base, "manifest") == 0 || strcmp(base, "users") == 0))
			return true;
	}
	return false;
}

static void read_roster(const struct unzip *z)
{
	out_format(z->o, DOC_ONEROSTER);
	for (int i = 0; i < z->members && !z->o->stopped; i++) {
		const char *base = csv_base(z->o->a, unzip_name(z, i));

		if (base)
			read_csv_member(z, i, base);
	}
}

/* Exactly one file of a kind that is read alone. */
static int only(const struct unzip *z, const char *end)
{
	int found = -1;

	for (int i = 0; i < z->members; i++) {
		const char *name = unzip_name(z, i);

		if (!ends_with(name, end) || strstr(name, "__MACOSX"))
			continue;
		if (found >= 0)
			return -1;
		found = i;
	}
	return found;
}

/* Transfer files of several schools or years, packed together. */
static void read_transfers(const struct unzip *z)
{
	for (int i = 0; i < z->members && !z->o->stopped; i++) {
		size_t n, length;
		const char *bytes, *text;

		if (!ends_with(unzip_name(z, i), ".xml") || strstr(unzip_name(z, i), "__MACOSX"))
			continue;
		bytes = unzip_load(z, i, &n);
		text = bytes && n > 0 ? read_text(z->o, bytes, n, &length) : NULL;
		if (text)
			read_xml(z->o, text, length);
		else if (bytes && n == 0)
			out_stop(z->o, 0, "A file in this zip is empty. Pack it again without it.");
	}
}

static bool has_xml(const struct unzip *z)
{
	for (int i = 0; i < z->members; i++)
		if (ends_with(unzip_name(z, i), ".xml"))
			return true;
	return false;
}

static void read_packed(const struct unzip *z)
{
	int csv = only(z, ".csv");

	if (csv >= 0) {
		out_format(z->o, DOC_CSV);
		read_csv_member(z, csv, "");
	} else if (has_xml(z)) {
		read_transfers(z);
	} else {
		out_stop(z->o, 0, "This zip file is neither an Excel workbook nor OneRoster, and holds neither one CSV file nor "
			"transfer files "
			"(XML). Unpack it and give the files one at a time.");
	}
}

static void dispatch(const struct unzip *z)
{
	struct doc_out *o = z->o;

	if (unzip_find(z, "EncryptionInfo") >= 0 || unzip_find(z, "EncryptedPackage") >= 0)
		out_stop(o, 0, "This workbook has a password. Open it in Excel, remove the password, and save it again.");
	else if (unzip_find(z, "xl/vbaProject.bin") >= 0)
		out_stop(o, 0, "This workbook holds macros (small programs), which are never taken in. Save it as a plain .xlsx "
			"or .csv file.");
	else if (has_folder(z, "xl/externalLinks/"))
		out_stop(o, 0, "This workbook is linked to other workbooks. In Excel choose Data, Edit Links, Break Link, or "
			"save it as .csv.");
	else if (unzip_find(z, "xl/workbook.bin") >= 0)
		out_stop(o, 0, "This is a binary workbook (.xlsb). Open it in Excel and save it as .xlsx or .csv.");
	else if (unzip_find(z, "xl/workbook.xml") >= 0)
		read_xlsx(z);
	else if (unzip_find(z, "word/document.xml") >= 0)
		out_stop(o, 0, "This is a Word document. Give the same facts as a CSV or Excel file.");
	else if (unzip_find(z, "ppt/presentation.xml") >= 0)
		out_stop(o, 0, "This is a presentation. Give the same facts as a CSV or Excel file.");
	else if (unzip_find(z, "mimetype") >= 0 && unzip_find(z, "content.xml") >= 0)
		out_stop(o, 0, "This is an OpenDocument file. Open it and save it as .xlsx or .csv.");
	else if (is_roster(z))
		read_roster(z);
	else
		read_packed(z);
}

bool unzip_open(struct unzip *z, struct doc_out *o, const char *bytes, size_t n)
{
	zip_error_t e;
	zip_source_t *s;

	zip_error_init(&e);
	z->o = o;
	s = zip_source_buffer_create(bytes, n, 0, &e);
	z->handle = s ? zip_open_from_source(s, ZIP_RDONLY | ZIP_CHECKCONS, &e) : NULL;
	if (!z->handle) {
		if (s)
			zip_source_free(s);
		damaged(z);
		return false;
	}
	arena_defer(o->a, close_zip, z);
	z->members = (int)zip_get_num_entries(z->handle, 0);
	check_members(z, n);
	return !o->stopped;
}

void read_zip(struct doc_out *o, const char *bytes, size_t n)
{
	struct unzip *z = arena_alloc(o->a, sizeof *z);

	if (unzip_open(z, o, bytes, n))
		dispatch(z);
}
