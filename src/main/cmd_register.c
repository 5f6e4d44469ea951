/* cmd_register.c - `opensenco register`: who is on the SEND register, today or on another day, for people and for other programs.
 * It reads as somebody with a SENCO's rights at one school would, or as --as says; nothing sealed is in it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "areas/register/list.h"
#include "main/caller.h"
#include "main/commands.h"

struct asked { const char *as_at, *known_on, *status, *columns; };

/* Named as the register's address names them. */
static const char *asked_get(void *from, const char *name)
{
	const struct asked *a = from;

	return strcmp(name, "as_at") == 0 ? a->as_at : strcmp(name, "known_on") == 0 ? a->known_on : strcmp(name, "status") == 0 ?
		a->status :
		strcmp(name, "cols") == 0 ? a->columns : NULL;
}

/* The descriptor becomes the file's own. */
static FILE *open_out(struct args *args, const char *path)
{
	int fd = path ? args_open(args, path, ARGS_WRITE) : -1;

	return !path ? args->out : fd < 0 ? NULL : fdopen(fd, "wb");
}

static int write_out(struct args *args, const struct register_file *file, const char *path)
{
	FILE *f = open_out(args, path);
	bool whole;

	if (!f) {
		fprintf(args->err, "%s cannot be written: %s\n", path, strerror(errno));
		return EXIT_BAD;
	}
	whole = fwrite(buf_text(&file->bytes), 1, file->bytes.len, f) == file->bytes.len;
	if (path)
		whole = fclose(f) == 0 && whole;
	if (!whole)
		return command_fault(args, "Writing the register", FAULT(args->a, FAULT_FULL, "not all of it could be written"));
	if (path)
		fprintf(args->out, "%d children written to %s.\n", file->children, path);
	return EXIT_FINE;
}

static bool format_of(struct args *args, const char *word, enum register_format *out)
{
	static const char *const WORDS[] = { "csv", "xlsx", "json" };

	for (int i = 0; i < 3; i++) {
		if (strcmp(word, WORDS[i]) == 0) {
			*out = (enum register_format)i;
			return true;
		}
	}
	fprintf(args->err, "--format %s: csv, json or xlsx\n", word);
	return false;
}

static bool days_good(struct args *args, const struct asked *asked)
{
	const char *wrong = asked->as_at && day_typed(asked->as_at) == DAY_NONE ? asked->as_at :
		asked->known_on && day_typed(asked->known_on) == DAY_NONE ? asked->known_on : NULL;

	if (wrong)
		fprintf(args->err, "%s is no date: write it like 2026-09-01\n", wrong);
	return !wrong;
}

static const struct fault *read_register(struct act *act, struct asked *asked, enum register_format kind,
	struct register_file *file)
{
	struct register_view view;

	view_read(act, &view, asked_get, asked);
	act->known_on = view.known_on;
	if (!record_ever(act, &REGISTER_STATUS, RIGHT_EXPORT))
		return FAULT(act->a, FAULT_DENIED, "%s may not take the register out of the program", act->who->name);
	return register_export(act, &view, kind, file);
}

int cmd_register(struct args *args)
{
	struct asked asked = { .as_at = args_value(args, "--as-at", NULL), .known_on = args_value(args, "--known-on", NULL),
		.status = args_flag(args, "--all") ? "all" : "KE",
		.columns = "form.status.need.also.due.date.key.met.flags.att.since.told.review" };
	const char *format = args_value(args, "--format", "csv"), *out = args_value(args, "--out", NULL);
	struct register_file file;
	enum register_format kind;
	struct caller c;
	const struct fault *f = caller_take(args, &c);
	struct act *act;

	if (!args_done(args) || !format_of(args, format, &kind) || !days_good(args, &asked))
		return EXIT_MISUSE;
	f = f ? f : caller_open(args, &c, CALLER_SCHOOL | CALLER_READER | CALLER_WRITES);
	f = f ? f : store_read(&c.s, args->a, c.who, c.campus, &act);
	if (f)
		return command_fault(args, "Opening the register", f);
	f = read_register(act, &asked, kind, &file);
	f = f ? f : caller_tell(args, &c, act);
	return f ? command_fault(args, "Reading the register", f) : write_out(args, &file, out);
}
