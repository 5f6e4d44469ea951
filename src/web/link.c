/* link.c - who stands behind a one-time link today, and what its session may open. The link's right is looked at again at every
 * request: withdrawn, past its day, its contact barred meanwhile, it opens nothing. Not here: making links and checking codes
 * (areas/door). */
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

const char *link_path(struct arena *a, const struct link_task *t, const char *pupil, const char *target)
{
	struct buf b = buf_new(a);

	for (const char *p = t->path; *p; p++) {
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

static bool still_good(const struct row *link, const char *now)
{
	const char *used = text(link, "used_at"), *until = text(link, "expires_at");

	if (row_withdrawn(link) || !*until || strcmp(until, now) < 0)
		return false;
	return !*used || moment_seconds(now) - moment_seconds(used) < DONE_SECONDS;
}

/* A contact who may not be told any longer, a professional who has left: the link ends with the right. */
static const struct fault *holder_may(struct act *all, const struct row *link, bool *may)
{
	const char *kind = text(link, "to_kind");
	const struct record *r = strcmp(kind, "professional") == 0 ? record_find(all->house, "professional") : NULL;
	const struct fault *f = NULL;
	struct row *pupil, *professional;
	struct reach to;
	day until;

	TRY(record_get(all, record_find(all->house, "pupil"), row_about(link), &pupil));
	*may = !row_withdrawn(pupil);
	if (strcmp(kind, "contact") == 0) {
		f = reach_one(all, pupil, text(link, "contact"), REACH_HAND, &to);
		*may = *may && !f && (to.may == REACH_YES || (to.may == REACH_ASK && strcmp(text(link, "agreed"), "1") == 0));
	} else if (r && *text(link, "professional")) {
		f = record_get(all, r, text(link, "professional"), &professional);
		until = f ? DAY_NONE : day_parse(text(professional, "until"));
		*may = *may && !f && !row_withdrawn(professional) && (until == DAY_NONE || until >= all->today);
	}
	return f && f->code != FAULT_NONE ? f : NULL;
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
	TRY(holder_may(all, link, &may));
	if (!may)
		return FAULT(rq->a, FAULT_NONE, "its holder has no right to it any longer");
	TRY(read_phone(all, link, &held->phone));
	held->home = link_path(rq->a, held->task, row_about(link), held->target);
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

void rq_link_head(struct req *rq, struct ui *ui)
{
	if (!rq->link)
		return;
	ui->shell.scale = UI_PHONE;
	ui_small(ui, arena_printf(rq->a, "For %s · this page is yours until %s", rq->link->name,
		day_long(rq->a, moment_day(rq->link->until))));
	ui_details(ui, "Bigger print, another language, or rather talk");
	ui_para(ui, "Make the print bigger with two fingers, or with Ctrl and + on a keyboard: the page keeps its shape.");
	ui_para(ui, "Write in any language. To read this page in another one your browser can translate it, and then its maker sees "
		"the text. If you would rather not, ask the school for an interpreter: it costs you nothing.");
	if (*rq->link->phone)
		ui_para(ui, arena_printf(rq->a, "Would you rather talk? Ring %s.", rq->link->phone));
	ui_details_end(ui);
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
