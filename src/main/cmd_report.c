/* cmd_report.c - `opensenco report`: what the pages print, as a file. Reads with a SENCO's rights at one school and says so in the
 * journal. */
#include <stdio.h>
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "main/caller.h"
#include "main/commands.h"
#include "record/journal.h"
#include "reports/look_back.h"
#include "reports/profile.h"

struct order {
	const char *what, *out;
	const char *upn, *print;      /* of profiles */
	const char *when;             /* of the others */
	bool written;
	struct buf bytes;
	int printed, children;
	const char *too_long;
};

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

static bool ends_in(const char *text, const char *end)
{
	size_t n = strlen(text), of = strlen(end);

	return n > of && strcmp(text + n - of, end) == 0;
}

/* Of the whole school: to leaders with the rows' own rights, to governors as numbers that tell of nobody. */
static const struct fault *look_back(struct act *act, struct order *o)
{
	bool governors = strcmp(o->what, "governors") == 0;
	struct look_back l;

	if (!look_back_may(act, governors))
		return FAULT(act->a, FAULT_DENIED, "%s may not take the school's figures out of the program", act->who->name);
	TRY(look_back_read(act, o->when, governors, &l));
	o->bytes = buf_new(act->a);
	if (ends_in(o->out, ".pdf"))
		TRY(look_back_pdf(act, &l, &o->bytes));
	else
		TRY(look_back_xlsx(act, &l, &o->bytes));
	journal_note(act, "export", PLAN.name, "", "", arena_printf(act->a, "by command, %s, %s", o->what, l.words));
	return NULL;
}

static const struct fault *make(struct act *act, struct order *o)
{
	return strcmp(o->what, "profiles") == 0 ? profiles(act, o) : look_back(act, o);
}

static bool one_of(const char *word, const char *const *words)
{
	while (*words && strcmp(*words, word) != 0)
		words++;
	return *words != NULL;
}

static bool understood(const struct order *o)
{
	if (!o->what || !o->out)
		return false;
	if (strcmp(o->what, "profiles") == 0)
		return one_of(o->print, (const char *const[]){ "", "large", "easy", NULL }) && strcmp(o->when, "term") == 0;
	return one_of(o->what, (const char *const[]){ "look-back", "governors", NULL }) &&
		one_of(o->when, (const char *const[]){ "term", "year", "last", NULL }) && !o->upn && !*o->print && !o->written &&
		(ends_in(o->out, ".pdf") || ends_in(o->out, ".xlsx"));
}

static int tell(struct args *args, const struct order *o)
{
	if (strcmp(o->what, "look-back") == 0)
		fprintf(args->out, "%s: the look back. Keep it where only those who lead may read it.\n", o->out);
	else if (strcmp(o->what, "governors") == 0)
		fprintf(args->out, "%s: the report to governors. No child can be recognised from it.\n", o->out);
	else if (o->printed)
		fprintf(args->out, "%s: %d of %d profiles. Keep it where only those may read it who may read the records.\n",
			o->out, o->printed, o->children);
	if (*o->too_long)
		fprintf(args->err, "Too long for one page, so not printed; no text is ever cut:\n%s\n", o->too_long);
	return o->bytes.len ? EXIT_FINE : EXIT_BAD;
}

int cmd_report(struct args *args)
{
	struct order o = { .upn = args_value(args, "--pupil", NULL), .print = args_value(args, "--print", ""),
		.written = args_flag(args, "--written"), .when = args_value(args, "--when", "term"),
		.out = args_value(args, "--out", NULL), .too_long = "" };
	struct caller c;
	const struct fault *f = caller_take(args, &c);
	struct act *act;

	o.what = args_next(args);
	if (!args_done(args))
		return EXIT_MISUSE;
	if (!understood(&o))
		return command_misuse(args, "report");
	f = f ? f : caller_open(args, &c, CALLER_SCHOOL | CALLER_READER | CALLER_WRITES);
	f = f ? f : store_read(&c.s, args->a, c.who, c.campus, &act);
	f = f ? f : make(act, &o);
	f = f ? f : caller_tell(args, &c, act);
	if (!f && o.bytes.len)
		f = args_save(args, o.out, &o.bytes);
	return f ? command_fault(args, "Making the report", f) : tell(args, &o);
}
