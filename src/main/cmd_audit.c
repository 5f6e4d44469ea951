/* cmd_audit.c - `opensenco audit verify` and `opensenco audit list`: the journal's chain checked from its beginning, and who did what. */
#include <stdio.h>
#include <string.h>

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
		fprintf(args->out, "{\"entries\":%lld,\"whole\":%s,\"first_broken\":%lld}\n", (long long)entries, broken ? "false" : "true", (long long)broken);
	else if (broken)
		fprintf(args->out, "The chain is broken at entry %lld: %s. The %lld entries before it are as they were written.\n", (long long)broken, why,
			(long long)entries);
	else
		fprintf(args->out, "The chain is whole: %lld entries.\n", (long long)entries);
	return NULL;
}

static void print_entry(void *self, const struct journal_entry *e)
{
	fprintf(self, "%8lld  %s  %-10s %-20s %s  %s\n", (long long)e->number, e->at, e->kind, e->record, *e->account ? e->account : "(program)", e->row);
}

static const struct fault *list(struct args *args, struct store *s)
{
	struct act *act;

	TRY(store_read(s, args->a, &STORE_PROGRAM, "", &act));
	return journal_walk(act, 200, print_entry, args->out);
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
		f = strcmp(what, "verify") == 0 ? verify(args, &s, json, &whole) : list(args, &s);
	if (f)
		return command_fault(args, "Reading the journal", f);
	return whole ? EXIT_FINE : EXIT_BAD;
}
