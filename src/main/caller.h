/* caller.h - who acts when a command does, and at which school: --as LOGIN and --campus.
 *
 * Without --as it is the program itself, which imports, makes accounts and backs up. What reads people's records (register, due)
 * then reads with a SENCO's rights at one school, so that the gate keeps schools apart here too; the journal says that it was a
 * command. */
#ifndef MAIN_CALLER_H
#define MAIN_CALLER_H

#include "main/store.h"

struct caller {
	struct store s;
	const char *login, *wanted;    /* as typed, or NULL */
	const struct actor *who;
	const char *campus;            /* "" unless CALLER_SCHOOL */
};

/* Takes --as, --campus, --data and --key off the command line. */
MUST const struct fault *caller_take(struct args *args, struct caller *c);
enum caller_needs {
	CALLER_SCHOOL = 1,  /* the school is found, too */
	CALLER_READER = 2,  /* people's records are read: as said above */
	CALLER_WRITES = 4,  /* takes the lock */
	CALLER_NO_KEY = 8,  /* works without the root key: nothing sealed is opened or made */
};
/* Opens the installation and finds the person. */
MUST const struct fault *caller_open(struct args *args, struct caller *c, unsigned needs);
/* What a reading act noted goes into the journal, durably, before its answer leaves. */
MUST const struct fault *caller_tell(struct args *args, struct caller *c, struct act *act);

#endif
