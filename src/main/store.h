/* store.h - an installation on this machine: its data directory, its house of tables, its keys. What every command opens first.
 *
 * DIR/opensenco.db is the store (or DIR/store.url names a PostgreSQL one); the root key lies outside DIR: beside it, as DIR.key, or
 * of the Debian package's /var/lib/opensenco as /etc/opensenco/root.key, unless --key or $CREDENTIALS_DIRECTORY/opensenco.key says
 * otherwise. */
#ifndef MAIN_STORE_H
#define MAIN_STORE_H

#include "main/args.h"
#include "record/writer.h"

struct store {
	struct arena *a;
	const char *dir, *where, *key;     /* where: the store's address; key: the root key file */
	struct house house;
	struct sealer *sealer;             /* NULL until store_unseal() */
	bool demo;
	struct writer *writer;             /* inside serve: its one writer, by which acts are run. NULL: this process writes itself */
	jmp_buf *over;                     /* inside serve: where a command goes that is over its arena's cap */
};

/* The house alone: tables, matrix, relations; no data. */
MUST const struct fault *store_house(struct arena *a, struct house *out);
/* Paths from --data and --key; nothing is opened. */
MUST const struct fault *store_find(struct args *args, struct store *out);
/* Is there a directory that this user may go into? */
MUST const struct fault *store_reach(struct arena *a, const struct store *s);
/* Make a new, empty installation: schema and root key. FAULT_INVALID if one is there. */
MUST const struct fault *store_make(struct arena *a, struct store *s, bool demo);
/* Bring an old schema up to date, or say that there is nothing to do. */
MUST const struct fault *store_migrate(struct arena *a, struct store *s, int *applied);
/* Root key in this process (commands, tests); `serve` goes through keyd instead. */
MUST const struct fault *store_unseal(struct arena *a, struct store *s);
/* Is it this installation's key, and the schema this program's? */
MUST const struct fault *store_check(struct arena *a, struct store *s);
/* One serve or writing command an installation: holds DIR/lock until the arena ends, and waits five seconds for another command to
 * end. FAULT_BUSY if it does not. Inside serve there is nothing to take. */
MUST const struct fault *store_lock(struct arena *a, struct store *s);
/* Run one act on a writing connection of this process, or by serve's writer. The caller holds the lock. */
MUST const struct fault *store_act(struct store *s, struct arena *a, const struct actor *who, const char *campus,
	const struct fault *(*run)(struct act *act, void *self), void *self);
/* A reading act on a connection of its own, which ends with the arena. */
MUST const struct fault *store_read(struct store *s, struct arena *a, const struct actor *who, const char *campus,
	struct act **out);
/* The actor for --as LOGIN; without it the program itself under the name "OpenSENCO". */
extern const struct actor STORE_PROGRAM;
/* The only campus, or the one whose name, URN or id is `wanted` (NULL: the only one). FAULT_INVALID says which there are. */
MUST const struct fault *store_campus(struct act *act, const char *wanted, const char **id);

#endif
