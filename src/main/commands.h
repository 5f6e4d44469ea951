/* commands.h - what `opensenco NAME ...` can do. A command is a row of main.c's table and a function in a file of its own.
 *
 * A command returns the process's exit code: EXIT_FINE, EXIT_BAD (it tried and could not, or a question must be answered first:
 * nothing was changed), EXIT_MISUSE (it was asked wrongly). It prints results on standard output, complaints on standard error. */
#ifndef MAIN_COMMANDS_H
#define MAIN_COMMANDS_H

#include "main/args.h"

enum { EXIT_FINE = 0, EXIT_BAD = 1, EXIT_MISUSE = 2 };

struct command {
	const char *name;
	const char *summary; /* one sentence */
	const char *usage;   /* what follows the name: "FILE... [--dry-run] [--json]" */
	const char *example; /* one or more whole command lines, for --help */
	int (*run)(struct args *args);
	bool served;         /* run by the serve that has the installation open, if there is one (local.h); says all by args->out and args->err */
	const char *(*out)(struct arena *a); /* of a served command: what --out is when it was not said; NULL: nothing */
};

extern const struct command COMMANDS[];
extern const int COMMAND_COUNT;
const struct command *command_find(const char *name); /* NULL: there is none */
int command_explain(FILE *out, const struct command *c);
int command_unknown(FILE *err, const char *name);

/* Says the fault on standard error; the exit code it calls for. */
int command_fault(struct args *args, const char *doing, const struct fault *f);
/* Asked wrongly: says how command `name` is used. */
int command_misuse(struct args *args, const char *name);
const char *backup_name(struct arena *a);

int cmd_help(struct args *args);
int cmd_init(struct args *args);
int cmd_demo(struct args *args);
int cmd_serve(struct args *args);
int cmd_import(struct args *args);
int cmd_audit(struct args *args);
int cmd_backup(struct args *args);
int cmd_restore(struct args *args);
int cmd_copy(struct args *args);
int cmd_show(struct args *args);
int cmd_user(struct args *args);
int cmd_token(struct args *args);
int cmd_export(struct args *args);
int cmd_who_can(struct args *args);
int cmd_register(struct args *args);
int cmd_due(struct args *args);
int cmd_report(struct args *args);
int cmd_migrate(struct args *args);
int cmd_clock(struct args *args);

#endif
