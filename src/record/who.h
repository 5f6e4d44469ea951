/* who.h - the person behind a request: sessions, the roles they hold today, answers already given, drafts kept for them. The
 * engine's own tables; records `account`, `role_held`, `delegation` and `staff` are known here by name and nowhere else below the
 * areas. */
#ifndef RECORD_WHO_H
#define RECORD_WHO_H

#include "record/act.h"

struct session {
	const char *id;               /* hash of the token in the cookie */
	const char *account, *campus, *role; /* role: the active one, in the matrix's word; "link" for one-time links */
	const char *made_at, *used_at, *fresh_at, *agent, *pupil; /* fresh_at "": no second factor yet */
	unsigned char stamp_key[32];
	const char *school;           /* name of the campus in view */
	bool locked, ended;           /* ended: signed out; kept so that a form posted too late finds its owner */
	int64_t rights;               /* number that rises with every change of rights (R7) */
	int64_t facts;                /* number that rises with every change of a record (recall.h) */
};

/* FAULT_NONE: no such session. One that has ended is given with .ended. */
MUST const struct fault *session_find(struct db *db, struct arena *a, const char *id, struct session **out);
/* *token is for the cookie and is kept nowhere. */
MUST const struct fault *session_make(struct act *act, const struct session *wanted, const char **token);
/* campus, role, used_at, fresh_at, locked, agent */
MUST const struct fault *session_save(struct act *act, const struct session *s);
MUST const struct fault *session_end(struct act *act, const char *id);
/* The open ones of an account, newest first; without their keys. */
MUST const struct fault *session_list(struct act *act, const char *account, struct session **out, int *count);
MUST const struct fault *session_end_others(struct act *act, const char *account, const char *except);

/* The actor an account is today, roles by delegation included. FAULT_NONE: no such account, or it is not open. */
MUST const struct fault *actor_load(struct db *db, struct arena *a, const struct house *h, const char *account, day today,
	struct actor **out);
/* Every change of account, role, delegation, grant or conflict: sessions read their rights anew at the next request. */
MUST const struct fault *rights_changed(struct act *act);

/* Once-only: the answer given to a stamp's key. *answer NULL: not seen. FAULT_REPEAT: seen with another body. */
MUST const struct fault *once_find(struct act *act, const char *key, const unsigned char body[32], const char **answer);
MUST const struct fault *once_keep(struct act *act, const char *key, const unsigned char body[32], const char *answer);

/* What somebody typed and could not save, sealed for them alone. */
struct draft { const char *id, *route, *at, *why, *body; };
MUST const struct fault *draft_keep(struct act *act, const char *account, const char *route, const char *why, const char *body,
	const char **id);
MUST const struct fault *draft_list(struct act *act, const char *account, struct draft **out, int *count); /* bodies left sealed */
MUST const struct fault *draft_get(struct act *act, const char *account, const char *id, struct draft *out);
/* the form was saved: no draft of it is left */
MUST const struct fault *draft_done(struct act *act, const char *account, const char *route);
MUST const struct fault *draft_drop(struct act *act, const char *account, const char *id);

/* A file's bytes, sealed under the key of the child (or campus) they belong to. */
MUST const struct fault *blob_keep(struct act *act, const char *subject, const char *kind, const void *bytes, size_t n,
	const char **id);
MUST const struct fault *blob_get(struct act *act, const char *id, const void **bytes, size_t *n);

#endif
