/* profile_reading.c - the one-page profile read: what its reader is asked, where it is put into practice, who has read which
 * version and who is asked to. It counts for duty A15: needs understood, support put into practice (Equality Act 2010, Code of
 * Practice 6). */
#include <string.h>

#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "reports/profile.tmpl.h"
#include "reports/profile_pages.h"
#include "reports/queries.sql.h"
#include "web/tell.h"

const struct fault *profile_one(struct req *rq, struct profile_of *out)
{
	struct profile_list list;

	/* Any child's name is known to any colleague; what helps a child is for those who come to that child. */
	if (!record_may(rq->act, &PLAN, RIGHT_READ, rq->pupil))
		return FAULT(rq->a, FAULT_NONE, "not a child whose profile may be seen");
	TRY(profiles_gather(rq->act, &(struct profile_ask){ .pupil = row_id(rq->pupil) }, &list));
	if (!list.count)
		return FAULT(rq->a, FAULT_NONE, "not a child whose profile may be seen");
	*out = list.of[0];
	return NULL;
}

static bool was_read(const struct rows *reads, const char *staff, int64_t version, const char **when, int64_t *which)
{
	for (int i = 0; i < reads->count; i++) {
		const struct row *r = reads->row[i];

		if (strcmp(row_text(r, PROFILE_READ_STAFF), staff) != 0)
			continue;
		*when = row_text(r, PROFILE_READ_AT);
		*which = row_int(r, PROFILE_READ_VERSION);
		return *which == version;
	}
	*when = "";
	*which = 0;
	return false;
}

static const struct fault *readers(struct req *rq, struct profile_view *v)
{
	const char *today = day_iso(rq->a, rq->act->today);
	struct ask ask = { .pupil = row_id(rq->pupil), .where = { { PROFILE_READ_PLAN, IS, row_id(v->of->plan) } }, .limit = 2000 };
	struct rows reads;
	struct found f;

	TRY(record_list(rq->act, &PROFILE_READ, &ask, &reads));
	TRY(query_run(rq->act, &Q_PROFILE_TEACHERS, (const char *const[]){ row_id(rq->pupil), today }, &f));
	v->readers = arena_array(rq->a, (size_t)f.rows + 1, sizeof *v->readers);
	for (int i = 0; i < f.rows; i++) {
		const char *staff = found_text(&f, i, Q_PROFILE_TEACHERS_STAFF), *when;
		int64_t which;
		bool read = was_read(&reads, staff, row_version(v->of->plan), &when, &which);

		if (strcmp(staff, rq->act->who->staff) == 0) {
			v->mine = true;
			v->mine_read = read;
		}
		v->unread += !read;
		v->readers[v->reader_count++] = (struct profile_reader){ staff, found_text(&f, i, Q_PROFILE_TEACHERS_NAME),
			read ? "Read" : which ? "Read an earlier version" : "Not yet", *when ? moment_long(rq->a, when) : "",
				read };
	}
	return NULL;
}

/* ---- what the reader is asked ---- */

static const struct fault *my_classes(struct req *rq, struct profile_view *v)
{
	struct ask ask = { .pupil = row_id(rq->pupil), .where = { { PROFILE_USE_PLAN, IS, row_id(v->of->plan) },
		{ PROFILE_USE_STAFF, IS, rq->act->who->staff } }, .limit = 200 };
	struct rows uses;
	struct found f;

	TRY(query_run(rq->act, &Q_PROFILE_CLASSES, (const char *const[]){ row_id(rq->pupil), rq->act->who->staff,
		day_iso(rq->a, rq->act->today) }, &f));
	TRY(record_list(rq->act, &PROFILE_USE, &ask, &uses));
	v->classes = arena_array(rq->a, (size_t)f.rows + 1, sizeof *v->classes);
	for (int i = 0; i < f.rows; i++) {
		struct profile_class *c = &v->classes[v->class_count++];
		const char *subject = found_text(&f, i, Q_PROFILE_CLASSES_SUBJECT), *name = found_text(&f, i,
			Q_PROFILE_CLASSES_NAME);

		*c = (struct profile_class){ .id = found_text(&f, i, Q_PROFILE_CLASSES_CLASS), .label = *subject &&
			strcmp(subject, name) != 0 ? arena_printf(rq->a, "%s, %s", subject, name) : name };
		for (int k = 0; k < uses.count; k++)
			if (row_int(uses.row[k], PROFILE_USE_VERSION) == row_version(v->of->plan) &&
				strcmp(row_text(uses.row[k], PROFILE_USE_CLASS), c->id) == 0)
				c->used = uses.row[k];
	}
	return NULL;
}

static const struct fault *gather_view(struct req *rq, struct profile_view *v)
{
	v->base = arena_printf(rq->a, "/pupils/%s/profile", row_id(rq->pupil));
	v->first = child_first(rq->pupil);
	v->may_write = rq_may(rq, &PLAN, RIGHT_EDIT);
	v->may_chase = record_ever(rq->act, &PLAN, RIGHT_APPROVE);
	v->sees_readers = v->may_chase || record_ever(rq->act, &PROFILE_READ, RIGHT_EXPORT);
	TRY(profile_family(rq, v));
	if (!v->of->plan || !v->of->in_use || !rq_may(rq, &PROFILE_READ, RIGHT_READ))
		return NULL;
	TRY(readers(rq, v));
	if (!v->mine)
		return NULL;
	profile_quiz(rq->a, v->first, &v->of->sheet, arena_printf(rq->a, "%s %s %lld", row_id(v->of->plan), rq->act->who->staff,
		(long long)row_version(v->of->plan)), &v->quiz);
	return my_classes(rq, v);
}

static const struct fault *show(struct req *rq, struct ui *ui, struct profile_view *v)
{
	struct child c;

	TRY(child_head(rq, ui, "/profile", "One-page profile", &c));
	return tmpl_profile(ui, v);
}

const struct fault *profile_page(struct req *rq, struct ui *ui)
{
	struct profile_view v = { 0 };
	struct profile_of of;

	TRY(profile_one(rq, &of));
	v.of = &of;
	TRY(gather_view(rq, &v));
	return show(rq, ui, &v);
}

/* Each question must be answered as the profile answers it; the profile stands beside them, so that looking is learning. */
static bool answered(struct req *rq, struct profile_view *v)
{
	bool fine = true;

	for (int i = 0; i < v->quiz.count; i++) {
		struct profile_question *q = &v->quiz.question[i];
		const char *answer = rq_text(rq, q->name);

		q->answer = answer;
		if (strcmp(answer, q->right) == 0)
			continue;
		fine = false;
		ui_error(rq->ui, q->name, arena_printf(rq->a, *answer ? "Question %d: the profile says something else. Look "
			"again" : "Question %d: choose what the profile says", i + 1));
	}
	return fine;
}

const struct fault *profile_read_post(struct req *rq, struct ui *ui)
{
	struct form *f = form_new(rq->a, &PROFILE_READ);
	struct profile_view v = { 0 };
	struct profile_of of;
	const char *id;

	TRY(profile_one(rq, &of));
	v.of = &of;
	if (!of.plan || !of.in_use || !*rq->act->who->staff)
		return FAULT(rq->a, FAULT_NONE, "no profile in use to be read");
	TRY(gather_view(rq, &v));
	if (!answered(rq, &v))
		return show(rq, ui, &v);
	form_set(f, PROFILE_READ_PLAN, row_id(of.plan));
	form_set(f, PROFILE_READ_VERSION, arena_printf(rq->a, "%lld", (long long)row_version(of.plan)));
	form_set(f, PROFILE_READ_STAFF, rq->act->who->staff);
	form_set(f, PROFILE_READ_AT, rq->act->moment);
	form_set(f, PROFILE_READ_RIGHT, arena_printf(rq->a, "%d", v.quiz.count));
	TRY(record_add(rq->act, &PROFILE_READ, rq->pupil, f, &id));
	rq_notice(rq, NULL, "Kept: you have read this version. You are asked again if it changes.");
	return go(rq, "/pupils/%s/profile", row_id(rq->pupil));
}

/* A tick a class, by who teaches it; ticked again, it is taken back. */
const struct fault *profile_use_post(struct req *rq, struct ui *ui)
{
	struct form *f = form_new(rq->a, &PROFILE_USE);
	const struct profile_class *c = NULL;
	struct profile_view v = { 0 };
	struct profile_of of;
	const char *id;

	(void)ui;
	TRY(profile_one(rq, &of));
	v.of = &of;
	TRY(gather_view(rq, &v));
	for (int i = 0; i < v.class_count; i++)
		if (strcmp(v.classes[i].id, rq_text(rq, "class")) == 0)
			c = &v.classes[i];
	if (!c)
		return FAULT(rq->a, FAULT_NONE, "not a class in which this person teaches this child");
	if (c->used) {
		TRY(record_withdraw(rq->act, c->used, "no longer said to be in use"));
		rq_notice(rq, NULL, "Taken back: the profile is not in use in %s.", c->label);
		return go(rq, "/pupils/%s/profile", row_id(rq->pupil));
	}
	form_set(f, PROFILE_USE_PLAN, row_id(of.plan));
	form_set(f, PROFILE_USE_VERSION, arena_printf(rq->a, "%lld", (long long)row_version(of.plan)));
	form_set(f, PROFILE_USE_CLASS, c->id);
	form_set(f, PROFILE_USE_STAFF, rq->act->who->staff);
	form_set(f, PROFILE_USE_AT, rq->act->moment);
	TRY(record_add(rq->act, &PROFILE_USE, rq->pupil, f, &id));
	rq_notice(rq, NULL, "Kept: you use it in %s.", c->label);
	return go(rq, "/pupils/%s/profile", row_id(rq->pupil));
}

/* Those who teach the child and have not read it are told, without a name: the page says it. */
const struct fault *profile_chase(struct req *rq, struct ui *ui)
{
	struct profile_view v = { 0 };
	struct profile_of of;
	int told = 0;

	(void)ui;
	TRY(profile_one(rq, &of));
	v.of = &of;
	if (!of.plan || !of.in_use)
		return FAULT(rq->a, FAULT_NONE, "no profile in use to be read");
	TRY(readers(rq, &v));
	for (int i = 0; i < v.reader_count; i++) {
		if (v.readers[i].read)
			continue;
		TRY(tell_staff(rq->act, v.readers[i].staff, "profile", "A profile to read",
			"A child you teach has a one-page profile that you have not "
			"read in its present version. It takes half a minute.", arena_printf(rq->a, "/pupils/%s/profile",
			row_id(rq->pupil))));
		told++;
	}
	rq_notice(rq, NULL, told ? "%d asked by e-mail. It also stands on their home page." : "Everybody has read it.", told);
	return go(rq, "/pupils/%s/profile", row_id(rq->pupil));
}

/* ---- at home ---- */

const struct fault *profile_panel_unread(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;

	if (!*rq->act->who->staff)
		return NULL;
	TRY(query_run(rq->act, &Q_PROFILE_UNREAD, (const char *const[]){ rq->act->who->staff, day_iso(rq->a, rq->act->today) },
		&f));
	if (!f.rows)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = f.rows });
	ui_items(ui);
	for (int i = 0; i < f.rows && i < 7; i++) {
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%s %s, a minute", found_text(&f, i, Q_PROFILE_UNREAD_FIRST),
			found_text(&f, i, Q_PROFILE_UNREAD_LAST)), arena_printf(rq->a, "/pupils/%s/profile",
			found_text(&f, i, Q_PROFILE_UNREAD_PUPIL)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	if (f.rows > 7)
		ui_small(ui, arena_printf(rq->a, "And %d more: they come up here as you read.", f.rows - 7));
	ui_panel_end(ui);
	return NULL;
}
