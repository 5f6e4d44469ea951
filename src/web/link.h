/* link.h - one-time links: a session of one person without an account, for one task about one child, behind the same gate (R17a).
 *
 * An area says what a link may be for by a row; main/ lists the tables. The task's pages are routes with LINK_TOO beneath .path;
 * nothing else opens, whatever the role's rights: the gate shows the record types of .opens (and the child and the school by name),
 * of .record only the one row the link was made for. The role is "parent", "pupil" or "external" by the person. Links are made at
 * /pupils/:pupil/links/new.
 *
 *	{ "plan", "Read the plan and say what you think", "/shared/plans/:target", "plan", "plan_target plan_answer", "contact pupil", 21 },
 *
 * The page says rq_link_head() first, saves with record_add() as ever, and ends the task with rq_link_done(): for half an hour the
 * same browser still sees the page (rq->link->done is set: show what was sent, to keep), then nobody. What is half typed in a form
 * with .draft is there at the next visit. */
#ifndef WEB_LINK_H
#define WEB_LINK_H

#include "web/web.h"

struct link_task {
	const char *name;      /* kept with the link: never changed */
	const char *label;     /* as the person is asked: "Read the plan and say what you think" */
	const char *path;      /* its first page; ":pupil" and ":target" stand for the child's and the record's id */
	const char *record;    /* type of the record it is about; NULL: about the child alone, and links are made without a target */
	const char *opens;     /* further record types it reads and adds, by name, spaces between */
	const char *who;       /* for whom: "contact pupil professional" */
	int days;              /* good for so long by default */
};

struct link_held {
	const char *id, *name;           /* of the link; of its holder: "Ms Ruth Whitlock" */
	const char *kind;                /* "contact", "pupil", "professional" */
	const char *holder;              /* contact's or professional's id; "" for the child */
	const char *target;              /* id, or "" */
	const char *made_by;             /* account that made it */
	const char *until;               /* moment */
	const char *phone;               /* of the school; "" if it has none */
	bool done;
	const struct link_task *task;
	const char *home;                /* the task's first page, filled in */
};

/* NULL: no such task, or no area has it any longer. */
const struct link_task *link_task_find(const struct web *w, const char *name);
const struct link_task *const *link_tasks(const struct web *w); /* tables, each ended by a NULL name; the list by NULL */
const char *link_path(struct arena *a, const struct link_task *t, const char *pupil, const char *target);

/* "For Ms Ruth Whitlock · this page is yours until 7 December 2026", print, languages, whom to ring; the phone's scale. Nothing for
 * staff who look at the page. */
void rq_link_head(struct req *rq, struct ui *ui);
/* The task is done, in this act. Nothing for staff. */
MUST const struct fault *rq_link_done(struct req *rq);

#endif
