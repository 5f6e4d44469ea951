/* link.h - one-time links: a session of one person without an account, for one task about one child, behind the same gate (R17a).
 *
 * An area says what a link may be for by a row; main/ lists the tables. The task's pages are routes with LINK_TOO beneath .path;
 * nothing else opens, whatever the role's rights: the gate shows the record types of .opens (and the child and the school by name),
 * of .record only the one row the link was made for. The role is "parent", "pupil" or "external" by the person. Links are made at
 * /pupils/:pupil/links/new, where a button of the record's own page leads: link_offer().
 *
 *	{ "plan", "Read the plan and say what you think", "/shared/plans/:target", "plan", "target +plan_view",
 *	  "contact pupil", 21, "/plans/:target", plan_stands },
 *
 * The page says rq_link_head() first, ends its form with rq_link_send(), saves with record_add() as ever, and ends the task with
 * rq_link_done(): for half an hour the same browser still sees the page (rq->link->done is set: show what was sent, to keep), then
 * nobody. What is half typed in a form with .draft is there at the next visit, and so is what was sent off with "go on later". */
#ifndef WEB_LINK_H
#define WEB_LINK_H

#include "ui/form.h"
#include "web/web.h"

struct link_task {
	const char *name;      /* kept with the link: never changed */
	const char *label;     /* as the person is asked: "Read the plan and say what you think" */
	const char *path;      /* its first page; ":pupil" and ":target" stand for the child's and the record's id */
	const char *record;    /* type of the record it is about; NULL: about the child alone, without a target */
	const char *opens;     /* further record types it reads and adds, by name, spaces between; "+name": adds and never reads */
	const char *who;       /* for whom: "contact pupil professional" */
	int days;              /* good for so long by default */
	const char *back;      /* page of staff where the answer stands; as .path */
	/* Is it still asked of this person? Looked at by the program when the link is made and at every request; NULL: while
	 * the record is there. What is closed, cancelled or settled meanwhile ends the link. */
	const struct fault *(*stands)(struct act *all, const struct row *link, const struct row *target, bool *yes);
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
const char *link_path(struct arena *a, const char *path, const char *pupil, const char *target);
/* Has its holder still a right to it, is the child still here, is it still asked? *why (may be NULL): in a few words for staff.
 * `all` is the program. */
MUST const struct fault *link_stands(const struct web *w, struct act *all, const struct row *link, bool *yes, const char **why);
const char *link_word(const struct row *link, const char *field);          /* of a link, by field name */

/* A button on a record's own page that leads to the making of a link for `task` and this record; `to` is whom it is for ("c.ID",
 * "p.ID", "pupil", "" to be chosen). Nothing for whoever may not make one. */
void link_offer(struct req *rq, struct ui *ui, const struct row *pupil, const char *task, const char *target, const char *to,
	const char *label);

/* "For Ms Ruth Whitlock · this page is yours until 7 December 2026", print, languages, whom to ring; the phone's scale. Nothing
 * for staff who look at the page. */
void rq_link_head(struct req *rq, struct ui *ui);
/* The end of the form: "Send to school", and for a link's holder "Keep it and go on later". */
void rq_link_send(struct req *rq, struct ui *ui, const char *label);
/* A scale of five faces to choose from; words[0] is the hardest. */
enum { FACES = 5 };
extern const char *const FACE_WORDS[FACES];  /* "Very hard" .. "Great" */
const char *face_word(int n);                /* of 1 to 5; "" for others */
void ui_input_faces(struct ui *ui, const struct ui_input *in, const char *const *words);
const char *answer_label(const struct ui_option *options, const char *value); /* as they were asked; the value if not among them */
/* Whoever made the link hears that there is an answer, never what it says; `path` leads to it. Nothing for staff. */
MUST const struct fault *rq_link_tell(struct req *rq, const char *subject, const char *path);
/* The task is done, in this act. Nothing for staff. */
MUST const struct fault *rq_link_done(struct req *rq);
/* "parent", "pupil", "professional": whose voice it is, as plans say it. */
const char *link_voice(const struct req *rq);

#endif
