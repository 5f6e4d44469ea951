/* cmd_due.c - `opensenco due`: which dates are open at a school, the nearest first, each with its rule. */
#include <stdio.h>
#include <string.h>

#include "areas/register/area.h"
#include "areas/register/queries.sql.h"
#include "base/buf.h"
#include "base/text.h"
#include "main/caller.h"
#include "main/commands.h"
#include "record/journal.h"

static void json_pair(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s\"%s\":\"", b->len && b->data[b->len - 1] == '{' ? "" : ",", name);
	buf_add_json(b, value);
	buf_add(b, "\"");
}

static void print_json(struct args *args, const struct found *f, day today)
{
	struct arena *a = args->a;
	struct buf b = buf_new(a);

	buf_printf(&b, "{\"on\":\"%s\",\"dates\":[", day_iso(a, today));
	for (int i = 0; i < f->rows; i++) {
		buf_add(&b, i ? ",\n{" : "\n{");
		json_pair(&b, "id", found_text(f, i, Q_DUE_OPEN_DUE));
		json_pair(&b, "due_on", found_text(f, i, Q_DUE_OPEN_DUE_ON));
		json_pair(&b, "title", found_text(f, i, Q_DUE_OPEN_TITLE));
		json_pair(&b, "why", found_text(f, i, Q_DUE_OPEN_REASON));
		json_pair(&b, "rule", found_text(f, i, Q_DUE_OPEN_CLOCK));
		json_pair(&b, "pupil", found_text(f, i, Q_DUE_OPEN_PUPIL));
		json_pair(&b, "known_as", found_text(f, i, Q_DUE_OPEN_KNOWN_AS));
		json_pair(&b, "surname", found_text(f, i, Q_DUE_OPEN_KNOWN_SURNAME));
		json_pair(&b, "year", found_text(f, i, Q_DUE_OPEN_YEAR));
		json_pair(&b, "form", found_text(f, i, Q_DUE_OPEN_FORM));
		json_pair(&b, "status", found_text(f, i, Q_DUE_OPEN_PROVISION));
		buf_add(&b, "}");
	}
	fprintf(args->out, "%s\n]}\n", buf_text(&b));
}

static void print_lines(struct args *args, const struct found *f, day today)
{
	struct arena *a = args->a;

	for (int i = 0; i < f->rows; i++) {
		day due = day_parse(found_text(f, i, Q_DUE_OPEN_DUE_ON));

		fprintf(args->out, "%s  %-16s %-3s %-24s %s, %s (%s)\n", day_iso(a, due), day_relative(a, due, today),
			found_text(f, i, Q_DUE_OPEN_PROVISION), found_text(f, i, Q_DUE_OPEN_TITLE),
			found_text(f, i, Q_DUE_OPEN_KNOWN_SURNAME), found_text(f, i, Q_DUE_OPEN_KNOWN_AS),
			found_text(f, i, Q_DUE_OPEN_FORM));
	}
	fprintf(args->out, "%d %s.\n", f->rows, f->rows == 1 ? "date" : "dates");
}

static bool days_of(struct args *args, const char *within, int64_t *days)
{
	*days = 3660;
	if (!within || (text_to_int(within, days) && *days >= 0 && *days <= 3660))
		return true;
	fprintf(args->err, "--within %s: a number of days, 0 to 3660\n", within);
	return false;
}

static const struct fault *read_dates(struct act *act, bool overdue, day last, struct found *found)
{
	if (!record_ever(act, &DUE, RIGHT_EXPORT))
		return FAULT(act->a, FAULT_DENIED, "%s may not take the dates out of the program", act->who->name);
	TRY(query_run(act, &Q_DUE_OPEN, (const char *const[]){ day_iso(act->a, act->today), "1000-01-01", day_iso(act->a, last),
		"100000" }, found));
	journal_note(act, "export", DUE.name, "", "", arena_printf(act->a, "by command, %d dates%s", found->rows,
		overdue ? ", overdue" : ""));
	return NULL;
}

int cmd_due(struct args *args)
{
	bool json = args_flag(args, "--json"), overdue = args_flag(args, "--overdue");
	const char *within = args_value(args, "--within", NULL);
	struct caller c;
	const struct fault *f = caller_take(args, &c);
	struct found found;
	struct act *act;
	int64_t days;

	if (!args_done(args) || !days_of(args, within, &days))
		return EXIT_MISUSE;
	f = f ? f : caller_open(args, &c, CALLER_SCHOOL | CALLER_READER | CALLER_WRITES);
	f = f ? f : store_read(&c.s, args->a, c.who, c.campus, &act);
	if (f)
		return command_fault(args, "Opening the dates", f);
	f = read_dates(act, overdue, overdue ? act->today - 1 : act->today + (day)days, &found);
	f = f ? f : caller_tell(args, &c, act);
	if (f)
		return command_fault(args, "Reading the dates", f);
	(json ? print_json : print_lines)(args, &found, act->today);
	return EXIT_FINE;
}
