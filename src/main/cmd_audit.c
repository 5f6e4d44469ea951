/* cmd_audit.c - `opensenco audit verify` and `opensenco audit list`: the journal's chain checked from its beginning, and who did
 * what. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "main/commands.h"
#include "main/store.h"
#include "record/journal.h"

static const struct fault *verify(struct args *args, struct store *s, bool json, bool *whole)
{
	int64_t entries, broken;
	struct act *act;
	const char *why;

	TRY(store_read(s, args->a, &STORE_PROGRAM, "", &act));
	TRY(journal_verify(args->a, act->db, &entries, &broken, &why));
	*whole = broken == 0;
	if (json)
		fprintf(args->out, "{\"entries\":%lld,\"whole\":%s,\"first_broken\":%lld}\n", (long long)entries, broken ? "false" :
			"true", (long long)broken);
	else if (broken)
		fprintf(args->out, "The chain is broken at entry %lld: %s. The %lld entries before it are as they were written.\n",
			(long long)broken, why, (long long)entries);
	else
		fprintf(args->out, "The chain is whole: %lld entries.\n", (long long)entries);
	return NULL;
}

static void print_entry(void *self, const struct journal_entry *e)
{
	fprintf(self, "%8lld  %s  %-10s %-20s %s  %s\n", (long long)e->number, e->at, e->kind, e->record, *e->account ? e->account :
		"(program)", e->row);
}

struct listing { struct args *args; int printed; };

static void print_entry_json(void *self, const struct journal_entry *e)
{
	const char *const pairs[][2] = { { "at", e->at }, { "account", e->account }, { "campus", e->campus }, { "kind", e->kind },
		{ "record", e->record }, { "row", e->row } };
	struct listing *l = self;
	struct buf b = buf_new(l->args->a);

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		buf_printf(&b, ",\"%s\":\"", pairs[i][0]);
		buf_add_json(&b, pairs[i][1]);
		buf_add(&b, "\"");
	}
	fprintf(l->args->out, "%s{\"number\":%lld%s}", l->printed++ ? ",\n" : "", (long long)e->number, buf_text(&b));
}

static const struct fault *list(struct args *args, struct store *s, bool json)
{
	struct listing l = { args, 0 };
	const struct fault *f;
	struct act *act;

	TRY(store_read(s, args->a, &STORE_PROGRAM, "", &act));
	if (!json)
		return journal_walk(act, 200, print_entry, args->out);
	fputs("[", args->out);
	f = journal_walk(act, 200, print_entry_json, &l);
	fputs("]\n", args->out);
	return f;
}

int cmd_audit(struct args *args)
{
	bool json = args_flag(args, "--json"), whole = true;
	struct store s;
	const struct fault *f = store_find(args, &s);
	const char *what = args_next(args);

	if (!args_done(args))
		return EXIT_MISUSE;
	if (!what || (strcmp(what, "verify") != 0 && strcmp(what, "list") != 0))
		return command_misuse(args, "audit");
	if (!f)
		f = strcmp(what, "verify") == 0 ? verify(args, &s, json, &whole) : list(args, &s, json);
	if (f)
		return command_fault(args, "Reading the journal", f);
	return whole ? EXIT_FINE : EXIT_BAD;
}
