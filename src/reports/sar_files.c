/* sar_files.c - the extract as files: a page to print, JSON and CSV to work on, the child's documents as they are, in one zip. */
#include <string.h>

#include "areas/register/area.h"
#include "doc/write.h"
#include "doc/zip_write.h"
#include "record/who.h"
#include "reports/sar.h"
#include "reports/sar.tmpl.h"

static void json_pair(struct buf *b, const char *name, const char *value, const char *after)
{
	buf_printf(b, "\"%s\": \"", name);
	buf_add_json(b, value);
	buf_printf(b, "\"%s", after);
}

static void json_version(struct buf *b, const struct sar_version *v)
{
	buf_printf(b, "{\"version\": %lld, ", (long long)v->version);
	json_pair(b, "recorded", v->at, ", ");
	json_pair(b, "by", v->by, ", ");
	buf_printf(b, "\"withdrawn\": %s, \"fields\": [", v->withdrawn ? "true" : "false");
	for (int i = 0; i < v->count; i++) {
		buf_add(b, i ? ", {" : "{");
		json_pair(b, "field", v->fields[i].name, ", ");
		json_pair(b, "label", v->fields[i].label, ", ");
		json_pair(b, "value", v->fields[i].value, "");
		buf_add(b, v->fields[i].third ? ", \"look_at\": \"about somebody else\"}" : "}");
	}
	buf_add(b, "]}");
}

void sar_json(struct buf *b, const struct sar *s)
{
	buf_add(b, "{");
	json_pair(b, "child", s->name, ", ");
	json_pair(b, "school", s->school, ", ");
	json_pair(b, "made_at", s->made_at, ",\n\"records\": [");
	for (int t = 0, n = 0; t < s->type_count; t++)
		for (int k = 0; k < s->types[t].count; k++) {
			const struct sar_row *row = &s->types[t].rows[k];

			buf_add(b, n++ ? ",\n{" : "\n{");
			json_pair(b, "type", s->types[t].r->name, ", ");
			json_pair(b, "id", row->id, ", \"versions\": [");
			for (int v = 0; v < row->count; v++) {
				buf_add(b, v ? ",\n  " : "\n  ");
				json_version(b, &row->versions[v]);
			}
			buf_add(b, "]}");
		}
	buf_add(b, "\n]}\n");
}

static void csv_version(struct buf *b, struct arena *a, const struct sar_type *t, const struct sar_row *row,
	const struct sar_version *v)
{
	const char *number = arena_printf(a, "%lld", (long long)v->version);

	for (int i = 0; i < v->count; i++) {
		const char *cells[] = { t->r->title, row->id, number, v->at, v->by, v->withdrawn ? "withdrawn" : "",
			v->fields[i].label, v->fields[i].value, v->fields[i].third ? "about somebody else: to be looked at" : "" };

		csv_row(b, cells, sizeof cells / sizeof *cells);
	}
}

void sar_csv(struct buf *b, struct arena *a, const struct sar *s)
{
	static const char *const HEAD[] = { "Record", "Id", "Version", "Recorded", "By", "State", "Field", "Value",
		"To be looked at" };

	csv_bom(b);
	csv_row(b, HEAD, sizeof HEAD / sizeof *HEAD);
	for (int t = 0; t < s->type_count; t++)
		for (int k = 0; k < s->types[t].count; k++)
			for (int v = 0; v < s->types[t].rows[k].count; v++)
				csv_version(b, a, &s->types[t], &s->types[t].rows[k], &s->types[t].rows[k].versions[v]);
}

/* Names of files come from people: only what every file system takes stays, and the number keeps them apart. */
static const char *safe_name(struct arena *a, int number, const char *name)
{
	char *safe = arena_printf(a, "documents/%02d-%s", number, *name ? name : "document");

	for (char *p = safe + strlen("documents/"); *p; p++)
		if ((unsigned char)*p < 0x20 || strchr("/\\:*?\"<>|", *p))
			*p = '_';
	return safe;
}

static const struct fault *add_documents(struct act *lifted, const struct sar *s, struct zip_out *z)
{
	struct rows rows;
	int number = 0;

	TRY(record_list(lifted, &DOCUMENT, &(struct ask){ .pupil = s->pupil, .clear_only = true, .limit = 1000 }, &rows));
	for (int i = 0; i < rows.count; i++) {
		const char *blob = row_text(rows.row[i], DOCUMENT_BLOB);
		const void *bytes;
		size_t n;

		if (!*blob)
			continue;
		TRY(blob_get(lifted, blob, &bytes, &n));
		zip_out_begin(z, safe_name(lifted->a, ++number, row_text(rows.row[i], DOCUMENT_FILE_NAME)));
		zip_out_add(z, bytes, n);
	}
	return NULL;
}

const struct fault *sar_zip(struct act *act, const struct sar *s, struct buf *bytes)
{
	struct ui *ui = ui_new(act->a);
	struct buf json = buf_new(act->a), csv = buf_new(act->a);
	struct zip_out *z;

	TRY(tmpl_sar_file(ui, s));
	sar_json(&json, s);
	sar_csv(&csv, act->a, s);
	TRY(zip_out_new(act->a, &z));
	zip_out_begin(z, "extract.html");
	zip_out_add(z, ui->out.data, ui->out.len);
	zip_out_begin(z, "extract.json");
	zip_out_add(z, json.data, json.len);
	zip_out_begin(z, "extract.csv");
	zip_out_add(z, csv.data, csv.len);
	TRY(add_documents(act_lift(act), s, z));
	*bytes = buf_new(act->a);
	return zip_out_end(z, bytes);
}
