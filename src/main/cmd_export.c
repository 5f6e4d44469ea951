/* cmd_export.c - `opensenco export`: a whole record type as CSV or XLSX, or all that is kept about one child as a zip. Acts as the
 * program, in the journal; the files are for whoever runs the installation to hand over. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "areas/people/area.h"
#include "main/caller.h"
#include "main/commands.h"
#include "record/export.h"
#include "reports/derive.h"
#include "reports/sar.h"

struct order { const char *type, *upn, *as_at, *format; struct buf bytes; int rows; };

static const struct fault *one_child(struct act *act, struct order *o)
{
	const char *id = NULL;
	struct rows rows;
	struct sar s;

	TRY(record_list(act, &PUPIL, &(struct ask){ .where = { { PUPIL_UPN, IS, o->upn } } }, &rows));
	for (int i = 0; i < rows.count && !id; i++)
		if (strcmp(row_campus(rows.row[i]), act->campus) == 0)
			id = row_id(rows.row[i]);
	if (!id)
		return FAULT(act->a, FAULT_INVALID, "no child of this school has the UPN %s", o->upn);
	TRY(sar_make(act, id, &s));
	o->rows = s.records;
	return sar_zip(act, &s, &o->bytes);
}

static const struct fault *one_type(struct act *act, struct order *o)
{
	struct ask ask = { .as_at = o->as_at };
	struct export e = { .r = record_find(act->house, o->type), .as = strcmp(o->format, "xlsx") == 0 ? EXPORT_XLSX : EXPORT_CSV,
		.ask = &ask, .reason = "by command", .title = row_title };

	if (!e.r)
		return FAULT(act->a, FAULT_INVALID, "there is no record type \"%s\": `opensenco show` lists them", o->type);
	if (o->as_at && day_parse(o->as_at) == DAY_NONE)
		return FAULT(act->a, FAULT_INVALID, "--as-at must be a day like 2026-11-22");
	TRY(record_export(act, &e));
	o->bytes = e.bytes;
	o->rows = e.rows;
	return NULL;
}

static const struct fault *run(struct act *act, void *self)
{
	struct order *o = self;

	return o->upn ? one_child(act, o) : one_type(act, o);
}

int cmd_export(struct args *args)
{
	struct order o = { .upn = args_value(args, "--pupil", NULL), .as_at = args_value(args, "--as-at", NULL),
		.format = args_value(args, "--format", "csv") };
	const char *out = args_value(args, "--out", NULL);
	struct caller c;
	const struct fault *f = caller_take(args, &c);

	o.type = o.upn ? NULL : args_next(args);
	if (!args_done(args))
		return EXIT_MISUSE;
	if (!out || (!o.upn && !o.type) || (strcmp(o.format, "csv") != 0 && strcmp(o.format, "xlsx") != 0))
		return command_misuse(args, "export");
	f = f ? f : caller_open(args, &c, CALLER_SCHOOL | CALLER_WRITES);
	f = f ? f : store_act(&c.s, args->a, c.who, c.campus, run, &o);
	f = f ? f : args_save(args, out, &o.bytes);
	if (f)
		return command_fault(args, "Exporting", f);
	fprintf(args->out, "%s: %d records. Keep it where only those may read it who may read the records.\n", out, o.rows);
	return EXIT_FINE;
}
