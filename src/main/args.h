/* args.h - a command line, taken apart by name.
 *
 *	const char *where = args_value(args, "--data", "./demo"), *file;
 *	bool json = args_flag(args, "--json");
 *
 *	while ((file = args_next(args)))
 *		...
 *	if (!args_done(args))
 *		return EXIT_MISUSE;
 *
 * Options come before args_next() in the code and anywhere on the line; `--name value` and `--name=value` are the same, and after
 * `--` nothing is an option. What no one took, args_done() complains about. Texts belong to the process and are never freed. */
#ifndef MAIN_ARGS_H
#define MAIN_ARGS_H

#include <stdio.h>

#include "base/buf.h"
#include "base/fault.h"

enum { ARGS_MAX = 256 };

enum args_open { ARGS_READ, ARGS_FOLDER, ARGS_WRITE, ARGS_NEW }; /* write: what was there goes; new: nothing may be there */

/* The files of whoever gave the command, opened with that person's rights: a command that serve runs for another process (local.h)
 * reaches only what stands on its command line. */
struct args_files {
	int (*open)(void *self, const char *path, enum args_open how); /* a descriptor, or -1 with errno */
	void (*drop)(void *self, const char *path);
	void *self;
};

struct store;

struct args {
	struct arena *a;          /* ends with the command */
	FILE *out, *err;          /* where the command speaks: standard output and error, or the socket */
	const struct args_files *files;
	const struct store *served; /* the installation of the serve that runs this command; NULL: this process is on its own */
	int count;
	char *const *text;        /* what follows the command's name */
	bool taken[ARGS_MAX];
	const char *lacks_value;  /* the option that came last on the line without its value */
};

/* Words after the command's name. More than ARGS_MAX are left over and complained about. */
struct args args_of(struct arena *a, int count, char *const *text);

bool args_flag(struct args *args, const char *name);
/* The option's value, or `otherwise`; given twice, the last. */
const char *args_value(struct args *args, const char *name, const char *otherwise);
/* The next value of an option that may be given several times; NULL when there is none. */
const char *args_each(struct args *args, const char *name);
/* The next word that is no option; NULL when there is none. */
const char *args_next(struct args *args);
/* A file named on the command line; what was written and failed is taken away again. */
int args_open(struct args *args, const char *path, enum args_open how);
void args_drop(struct args *args, const char *path);
/* True if everything was understood; else says on standard error what was not. */
bool args_done(struct args *args);

/* A file that only its owner may read: it holds what the store seals. FAULT_FULL: not written whole. */
MUST const struct fault *args_save(struct args *args, const char *path, const struct buf *b);

#endif
