/* cmd_report.c - `opensenco report`: what the pages print, as a file. Reads with a SENCO's rights at one school and says so in the
 * journal. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "main/caller.h"
#include "main/commands.h"
#include "record/journal.h"
#include "reports/profile.h"

struct order { const char *upn, *print; bool written; struct buf bytes; int printed, children; const char *too_long; };

static const struct fault *child_of(struct act *act, const char *upn, const char **id)
{
	struct rows rows;

	TRY(record_list(act, &PUPIL, &(struct ask){ .where = { { PUPIL_UPN, IS, upn } }, .campus = act->campus, .limit = 1 },
		&rows));
	if (!rows.count)
		return FAULT(act->a, FAULT_INVALID, "no child of this school has the UPN %s", upn);
	*id = row_id(rows.row[0]);
	return NULL;
}

static const struct fault *profiles(struct act *act, struct order *o)
{
	struct profile_ask ask = { .written_only = o->written };
	enum profile_variant variant = strcmp(o->print, "large") == 0 ? PROFILE_LARGE : strcmp(o->print, "easy") == 0 ?
		PROFILE_EASY : PROFILE_STANDARD;
	struct profile_list list;

	if (!record_ever(act, &PLAN, RIGHT_EXPORT))
		return FAULT(act->a, FAULT_DENIED, "%s may not take profiles out of the program", act->who->name);
	if (o->upn)
		TRY(child_of(act, o->upn, &ask.pupil));
	TRY(profiles_gather(act, &ask, &list));
	o->children = list.count;
	if (!list.count)
		return FAULT(act->a, FAULT_INVALID, o->written ? "no profile is in use" :
			"nobody is on the register, so there is no profile to print");
	o->bytes = buf_new(act->a);
	TRY(profiles_pdf(act, &list, variant, &o->bytes, &o->printed, &o->too_long));
	journal_note(act, "export", PLAN.name, "", ask.pupil ? ask.pupil : "", arena_printf(act->a, "by command, %d profiles",
		list.count));
	return NULL;
}

int cmd_report(struct args *args)
{
	struct order o = { .upn = args_value(args, "--pupil", NULL), .print = args_value(args, "--print", ""),
		.written = args_flag(args, "--written") };
	const char *out = args_value(args, "--out", NULL), *what;
	struct caller c;
	const struct fault *f = caller_take(args, &c);
	struct act *act;

	what = args_next(args);
	if (!args_done(args))
		return EXIT_MISUSE;
	if (!what || strcmp(what, "profiles") != 0 || !out || (*o.print && strcmp(o.print, "large") != 0 &&
		strcmp(o.print, "easy") != 0))
		return command_misuse(args, "report");
	f = f ? f : caller_open(args, &c, CALLER_SCHOOL | CALLER_READER | CALLER_WRITES);
	f = f ? f : store_read(&c.s, args->a, c.who, c.campus, &act);
	f = f ? f : profiles(act, &o);
	f = f ? f : caller_tell(args, &c, act);
	if (!f && o.bytes.len)
		f = args_save(args, out, &o.bytes);
	if (f)
		return command_fault(args, "Making the profiles", f);
	if (*o.too_long)
		fprintf(args->err, "Too long for one page, so not printed; no text is ever cut:\n%s\n", o.too_long);
	if (!o.printed)
		return EXIT_BAD;
	fprintf(args->out, "%s: %d of %d profiles. Keep it where only those may read it who may read the records.\n", out,
		o.printed, o.children);
	return EXIT_FINE;
}
