/* link.c - who stands behind a one-time link today, and what its session may open. The link's right is looked at again at every
 * request: withdrawn, past its day, its contact barred meanwhile, it opens nothing. Not here: making links and checking codes
 * (areas/door), and what the pages have in common (link_parts.c). */
#include "web/link.h"

#include <string.h>

#include "base/text.h"
#include "law/reach.h"
#include "web/inner.h"

enum { DONE_SECONDS = 1800 }; /* so long the same browser may still look at what was sent */

static const struct actor PROGRAM = { .account = "", .staff = "", .name = "OpenSENCO", .pupil = "", .session = "",
	.program = true };

const struct link_task *const *link_tasks(const struct web *w)
{
	static const struct link_task *const NONE[] = { NULL };

	return w->o.tasks ? w->o.tasks : NONE;
}

const struct link_task *link_task_find(const struct web *w, const char *name)
{
	for (const struct link_task *const *table = link_tasks(w); *table; table++)
		for (const struct link_task *t = *table; t->name; t++)
			if (strcmp(t->name, name) == 0)
				return t;
	return NULL;
}

const char *link_path(struct arena *a, const char *path, const char *pupil, const char *target)
{
	struct buf b = buf_new(a);

	for (const char *p = path; *p; p++) {
		if (strncmp(p, ":pupil", 6) == 0 || strncmp(p, ":target", 7) == 0) {
			buf_add(&b, p[1] == 'p' ? pupil : target);
			p += p[1] == 'p' ? 5 : 6;
		} else {
			buf_add_c(&b, *p);
		}
	}
	return buf_text(&b);
}

static const char *text(const struct row *row, const char *field)
{
	int i = field_find(row_record(row), field);

	return i < 0 ? "" : row_text(row, i);
}

const char *link_word(const struct row *link, const char *field)
{
	return text(link, field);
}

static bool still_good(const struct row *link, const char *now)
{
	const char *used = text(link, "used_at"), *until = text(link, "expires_at");

	if (row_withdrawn(link) || !*until || strcmp(until, now) < 0)
		return false;
	return !*used || moment_seconds(now) - moment_seconds(used) < DONE_SECONDS;
}

/* A contact who may not be told any longer, a professional who has left: the link ends with the right. */
static const struct fault *holder_may(struct act *all, const struct row *link, const struct row *pupil, bool *may)
{
	const char *kind = text(link, "to_kind");
	const struct record *r = strcmp(kind, "professional") == 0 ? record_find(all->house, "professional") : NULL;
	const struct fault *f = NULL;
	struct row *professional;
	struct reach to;
	day until;

	*may = true;
	if (strcmp(kind, "contact") == 0) {
		f = reach_one(all, pupil, text(link, "contact"), REACH_HAND, &to);
		*may = !f && (to.may == REACH_YES || (to.may == REACH_ASK && strcmp(text(link, "agreed"), "1") == 0));
	} else if (r && *text(link, "professional")) {
		f = record_get(all, r, text(link, "professional"), &professional);
		until = f ? DAY_NONE : day_parse(text(professional, "until"));
		*may = !f && !row_withdrawn(professional) && (until == DAY_NONE || until >= all->today);
	}
	return f && f->code != FAULT_NONE ? f : NULL;
}

/* Whoever was on roll and is no longer has left; a child who is to come has not. */
static const struct fault *child_here(struct act *all, const struct row *pupil, bool *here)
{
	const struct record *r = record_find(all->house, "enrolment");
	struct rows rows = { 0 };

	*here = true;
	if (!r)
		return NULL;
	TRY(record_list(all, r, &(struct ask){ .pupil = row_id(pupil), .limit = 100 }, &rows));
	for (int i = 0; i < rows.count; i++) {
		day until = row_day(rows.row[i], field_find(r, "until"));

		*here = until == DAY_NONE || until >= all->today;
		if (*here)
			return NULL;
	}
	return NULL;
}

/* Withdrawn, moved to another child's record by a merger, closed, settled: it is no longer asked. */
static const struct fault *target_stands(const struct web *w, struct act *all, const struct row *link, bool *yes)
{
	const struct link_task *t = link_task_find(w, text(link, "task"));
	const struct record *r = t && t->record ? record_find(all->house, t->record) : NULL;
	struct row *target = NULL;
	const struct fault *f;

	*yes = t != NULL;
	if (!t || !r)
		return NULL;
	f = record_get(all, r, text(link, "target"), &target);
	*yes = !f && !row_withdrawn(target) && strcmp(row_about(target), row_about(link)) == 0;
	if (f)
		return f->code == FAULT_NONE ? NULL : f;
	return *yes && t->stands ? t->stands(all, link, target, yes) : NULL;
}

const struct fault *link_stands(const struct web *w, struct act *all, const struct row *link, bool *yes, const char **why)
{
	const char *words = "the child’s record is closed";
	struct row *pupil = NULL;
	const struct fault *f;

	/* a record that was joined with another takes its links along: row_about() is the child that stands */
	f = record_get(all, record_find(all->house, "pupil"), row_about(link), &pupil);
	if (f && f->code != FAULT_NONE)
		return f;
	*yes = !f && !row_withdrawn(pupil);
	if (*yes) {
		words = "the child has left";
		TRY(child_here(all, pupil, yes));
	}
	if (*yes) {
		words = "they may not be told any longer";
		TRY(holder_may(all, link, pupil, yes));
	}
	if (*yes) {
		words = "what it was about is closed";
		TRY(target_stands(w, all, link, yes));
	}
	if (why)
		*why = *yes ? "" : words;
	return NULL;
}

static struct actor *actor_of(const struct req *rq, const struct row *link, const struct link_held *held)
{
	static const struct { const char *kind, *role; } ROLES[] = { { "contact", "parent" }, { "pupil", "pupil" },
		{ "professional", "external" } };
	struct actor *who = arena_alloc(rq->a, sizeof *who);
	struct held *role = arena_alloc(rq->a, sizeof *role);
	struct link_reach *reach = arena_alloc(rq->a, sizeof *reach);

	for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
		if (strcmp(ROLES[i].kind, held->kind) == 0)
			*role = (struct held){ matrix_role(rq->web->o.house->matrix, ROLES[i].role), row_campus(link) };
	*reach = (struct link_reach){ held->task->record ? held->task->record : "", held->target, held->task->opens ?
		held->task->opens : "" };
	*who = (struct actor){ .account = held->id, .staff = "", .name = arena_printf(rq->a, "%s, by link", held->name),
		.held = role, .held_count = role->campus ? 1 : 0, .pupil = row_about(link), .session = "", .link = reach };
	return who;
}

/* What everybody may know of the school. */
static const struct fault *read_phone(struct act *all, const struct row *link, const char **phone)
{
	const struct record *r = record_find(all->house, "campus");
	struct row *campus;

	TRY(record_get(all, r, row_campus(link), &campus));
	*phone = text(campus, "phone");
	return NULL;
}

static const struct fault *read_link(struct req *rq, struct act *all, const char *id, struct actor **who)
{
	const struct record *r = record_find(all->house, "link");
	struct link_held *held = arena_alloc(rq->a, sizeof *held);
	struct row *link;
	bool may;

	if (!r)
		return FAULT(rq->a, FAULT_NONE, "no links here");
	TRY(record_get(all, r, id, &link));
	*held = (struct link_held){ .id = row_id(link), .name = text(link, "name"), .kind = text(link, "to_kind"),
		.target = text(link, "target"), .made_by = text(link, "made_by"), .until = text(link, "expires_at"),
		.done = *text(link, "used_at") != 0, .task = link_task_find(rq->web, text(link, "task")) };
	held->holder = strcmp(held->kind, "contact") == 0 ? text(link, "contact") : text(link, "professional");
	if (!held->task || !still_good(link, all->moment))
		return FAULT(rq->a, FAULT_NONE, "a link that has ended");
	all->campus = row_campus(link);
	TRY(link_stands(rq->web, all, link, &may, NULL));
	if (!may)
		return FAULT(rq->a, FAULT_NONE, "its holder has no right to it any longer");
	TRY(read_phone(all, link, &held->phone));
	held->home = link_path(rq->a, held->task->path, row_about(link), held->target);
	*who = actor_of(rq, link, held);
	rq->link = held;
	return NULL;
}

const struct fault *link_actor(struct req *rq, struct db *db, const char *id, struct actor **who)
{
	struct act *all = act_new(rq->a, db, rq->web->o.house, rq->web->o.sealer, &PROGRAM, "", false);

	TRY(act_guard(all));
	TRY(read_link(rq, all, id, who));
	return db_actor(db, rq->a, "", "*");
}

bool link_may_open(const struct req *rq)
{
	const char *path = rq->http->path, *home = rq->link->home;
	size_t n = strlen(home);

	if (rq->route->flags & OPEN)
		return true;
	if (!(rq->route->flags & LINK_TOO))
		return false;
	if (strcmp(path, "/drafts") == 0)
		return rq->post; /* a draft is kept; the list of drafts is for accounts */
	return strncmp(path, home, n) == 0 && (!path[n] || path[n] == '/');
}

const struct fault *rq_link_done(struct req *rq)
{
	struct act *all = act_lift(rq->act);
	struct form *form;
	struct row *link;

	if (!rq->link || rq->link->done)
		return NULL;
	TRY(act_guard(all));
	TRY(record_get(all, record_find(all->house, "link"), rq->link->id, &link));
	form = form_new(rq->a, row_record(link));
	form_set(form, field_find(row_record(link), "used_at"), rq->act->moment);
	TRY(record_change(all, link, form));
	return act_guard(rq->act);
}

/* Not saved, not lost: as a draft of this session it is found when the link is opened again. */
const struct fault *link_later(struct req *rq)
{
	struct act *all = act_lift(rq->act);
	const char *id;

	if (!link_may_open(rq))
		return FAULT(rq->a, FAULT_NONE, "not for this link");
	TRY(act_guard(all));
	TRY(draft_keep(all, rq->session->account, rq->http->path, "Kept for later", stamp_typed(rq->a, rq->http), &id));
	TRY(session_end(all, rq->session->id));
	rq->cookie = "";
	return go(rq, "/link/away?later=1");
}
