/* cmd_due.c - `opensenco due`: which dates are open at a school, the nearest first, each with its rule. */
#include <stdio.h>
#include <string.h>

#include "areas/register/queries.sql.h"
#include "base/buf.h"
#include "base/text.h"
#include "main/commands.h"

static void json_pair(struct buf *b, const char *name, const char *value)
{
	buf_printf(b, "%s\"%s\":\"", b->len && b->data[b->len - 1] == '{' ? "" : ",", name);
	buf_add_json(b, value);
	buf_add(b, "\"");
}

static void print_json(struct arena *a, const struct found *f, day today)
{
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
	printf("%s\n]}\n", buf_text(&b));
}

static void print_lines(struct arena *a, const struct found *f, day today)
{
	for (int i = 0; i < f->rows; i++) {
		day due = day_parse(found_text(f, i, Q_DUE_OPEN_DUE_ON));

		printf("%s  %-16s %-3s %-24s %s, %s (%s)\n", day_iso(a, due), day_relative(a, due, today), found_text(f, i, Q_DUE_OPEN_PROVISION),
			found_text(f, i, Q_DUE_OPEN_TITLE), found_text(f, i, Q_DUE_OPEN_KNOWN_SURNAME), found_text(f, i, Q_DUE_OPEN_KNOWN_AS),
			found_text(f, i, Q_DUE_OPEN_FORM));
	}
	printf("%d %s.\n", f->rows, f->rows == 1 ? "date" : "dates");
}

int cmd_due(struct args *args)
{
	bool json = args_flag(args, "--json"), overdue = args_flag(args, "--overdue");
	const char *within = args_value(args, "--within", NULL), *campus = args_value(args, "--campus", NULL), *login = args_value(args, "--as", NULL);
	struct args where = *args;
	const struct fault *f;
	struct found found;
	int64_t days = 0;
	struct act *act;
	day last;

	(void)args_value(args, "--data", NULL);
	(void)args_value(args, "--key", NULL);
	if (!args_done(args))
		return EXIT_MISUSE;
	if (within && (!text_to_int(within, &days) || days < 0 || days > 3660)) {
		fprintf(stderr, "--within %s: a number of days, 0 to 3660\n", within);
		return EXIT_MISUSE;
	}
	f = command_read(&where, login, campus, &act);
	if (f)
		return command_fault("Opening the dates", f);
	last = overdue ? act->today - 1 : within ? act->today + (day)days : act->today + 3660;
	f = query_run(act, &Q_DUE_OPEN, (const char *const[]){ day_iso(args->a, act->today), "1000-01-01", day_iso(args->a, last), "100000" }, &found);
	if (f)
		return command_fault("Reading the dates", f);
	if (json)
		print_json(args->a, &found, act->today);
	else
		print_lines(args->a, &found, act->today);
	return EXIT_FINE;
}
