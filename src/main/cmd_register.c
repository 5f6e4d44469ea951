/* cmd_register.c - `opensenco register`: who is on the SEND register, today or on another day, for people and for other programs. It
 * reads as somebody with a SENCO's rights at one school would, or as --as says; nothing sealed is in it. */
#include <stdio.h>
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/register/list.h"
#include "main/commands.h"
#include "main/store.h"
#include "record/who.h"

struct asked { const char *as_at, *known_on, *status, *columns; };

/* Named as the register's address names them. */
static const char *asked_get(void *from, const char *name)
{
	const struct asked *a = from;

	return strcmp(name, "as_at") == 0 ? a->as_at : strcmp(name, "known_on") == 0 ? a->known_on : strcmp(name, "status") == 0 ? a->status :
		strcmp(name, "cols") == 0 ? a->columns : NULL;
}

/* The program itself is in no school: it reads with a SENCO's rights at this one, so that the gate keeps schools apart here too. */
static const struct fault *command_actor(struct act *act, const char *login, const char *campus, const struct actor **out)
{
	struct ask ask = { .where = { { ACCOUNT_LOGIN, IS, login } }, .limit = 1 };
	struct held *held = arena_array(act->a, 1, sizeof *held);
	struct actor *who = arena_alloc(act->a, sizeof *who);
	struct rows rows;

	if (!login) {
		held[0] = (struct held){ matrix_role(act->house->matrix, "senco"), campus };
		*who = (struct actor){ .account = "", .staff = "", .name = "OpenSENCO, from the command line", .held = held,
			.held_count = 1, .pupil = "", .session = "" };
		*out = who;
		return NULL;
	}
	TRY(record_list(act, &ACCOUNT, &ask, &rows));
	if (!rows.count)
		return FAULT(act->a, FAULT_INVALID, "there is no account %s", login);
	TRY(actor_load(act->db, act->a, act->house, row_id(rows.row[0]), act->today, &who));
	*out = who;
	return NULL;
}

/* The store, the school and the person; a reading act with their rights. */
const struct fault *command_read(struct args *args, const char *login, const char *campus, struct act **out)
{
	struct store *s = arena_alloc(args->a, sizeof *s);
	const struct actor *who;
	struct act *program;
	const char *id;

	TRY(store_find(args, s));
	TRY(store_unseal(args->a, s));
	TRY(store_check(args->a, s));
	TRY(store_read(s, args->a, &STORE_PROGRAM, "", &program));
	TRY(store_campus(program, campus, &id));
	TRY(command_actor(program, login, id, &who));
	return store_read(s, args->a, who, id, out);
}

static int write_out(struct args *args, const struct register_file *file, const char *path)
{
	FILE *f = path ? fopen(path, "wb") : stdout;
	bool whole;

	if (!f) {
		fprintf(stderr, "%s cannot be written.\n", path);
		return EXIT_BAD;
	}
	whole = fwrite(buf_text(&file->bytes), 1, file->bytes.len, f) == file->bytes.len;
	if (path)
		whole = fclose(f) == 0 && whole;
	if (!whole)
		return command_fault("Writing the register", FAULT(args->a, FAULT_FULL, "not all of it could be written"));
	if (path)
		printf("%d children written to %s.\n", file->children, path);
	return EXIT_FINE;
}

static bool format_of(const char *word, enum register_format *out)
{
	static const char *const WORDS[] = { "csv", "xlsx", "json" };

	for (int i = 0; i < 3; i++) {
		if (strcmp(word, WORDS[i]) == 0) {
			*out = (enum register_format)i;
			return true;
		}
	}
	fprintf(stderr, "--format %s: csv, json or xlsx\n", word);
	return false;
}

static bool days_good(const struct asked *asked)
{
	const char *wrong = asked->as_at && day_typed(asked->as_at) == DAY_NONE ? asked->as_at :
		asked->known_on && day_typed(asked->known_on) == DAY_NONE ? asked->known_on : NULL;

	if (wrong)
		fprintf(stderr, "%s is no date: write it like 2026-09-01\n", wrong);
	return !wrong;
}

int cmd_register(struct args *args)
{
	struct asked asked = { .as_at = args_value(args, "--as-at", NULL), .known_on = args_value(args, "--known-on", NULL),
		.status = args_flag(args, "--all") ? "all" : "KE", .columns = "form.status.need.also.due.date.key.met.flags.att.since.told.review" };
	const char *format = args_value(args, "--format", "csv"), *out = args_value(args, "--out", NULL);
	const char *campus = args_value(args, "--campus", NULL), *login = args_value(args, "--as", NULL);
	struct register_file file;
	struct register_view view;
	enum register_format kind;
	const struct fault *f;
	struct args where = *args;
	struct act *act;

	(void)args_value(args, "--data", NULL);
	(void)args_value(args, "--key", NULL);
	if (!args_done(args) || !format_of(format, &kind) || !days_good(&asked))
		return EXIT_MISUSE;
	f = command_read(&where, login, campus, &act);
	if (f)
		return command_fault("Opening the register", f);
	view_read(act, &view, asked_get, &asked);
	act->known_on = view.known_on;
	if (!record_ever(act, &REGISTER_STATUS, RIGHT_EXPORT))
		return command_fault("Reading the register", FAULT(args->a, FAULT_DENIED, "%s may not take the register out of the program", login));
	f = register_export(act, &view, kind, &file);
	return f ? command_fault("Reading the register", f) : write_out(args, &file, out);
}
