/* profile_practice.c - for the SENCO: whose profile is not read by whom, and not in use in which class, as one list; who has
 * something to read is asked, once, whatever the number. It ranks nobody and keeps no count of how often somebody was asked. */
#include <string.h>

#include "areas/plans/area.h"
#include "reports/profile.tmpl.h"
#include "reports/profile_pages.h"
#include "reports/queries.sql.h"
#include "web/tell.h"

static const struct fault *read_all(struct req *rq, struct practice_view *v)
{
	struct found f;

	TRY(query_run(rq->act, &Q_PROFILE_PRACTICE, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	v->row = arena_array(rq->a, (size_t)f.rows + 1, sizeof *v->row);
	for (int i = 0; i < f.rows; i++)
		v->row[v->count++] = (struct practice){
			.pupil = found_text(&f, i, Q_PROFILE_PRACTICE_PUPIL),
			.child = arena_printf(rq->a, "%s %s", found_text(&f, i, Q_PROFILE_PRACTICE_FIRST),
				found_text(&f, i, Q_PROFILE_PRACTICE_LAST)),
			.staff = found_text(&f, i, Q_PROFILE_PRACTICE_STAFF), .teacher = found_text(&f, i, Q_PROFILE_PRACTICE_NAME),
			.class = *found_text(&f, i, Q_PROFILE_PRACTICE_CLASS) != 0,
			.subject = found_text(&f, i, Q_PROFILE_PRACTICE_SUBJECT), .read = found_text(&f, i,
			Q_PROFILE_PRACTICE_READ_AT),
			.used = found_text(&f, i, Q_PROFILE_PRACTICE_USED_AT),
			.earlier = *found_text(&f, i, Q_PROFILE_PRACTICE_EARLIER) != 0 };
	return NULL;
}

static bool same_reading(const struct practice *one, const struct practice *other)
{
	return strcmp(one->pupil, other->pupil) == 0 && strcmp(one->staff, other->staff) == 0;
}

/* A teacher of two classes of a child reads once. Rows of one child and teacher follow each other. */
static void count_all(struct practice_view *v)
{
	for (int i = 0; i < v->count; i++) {
		const struct practice *p = &v->row[i];
		bool first = !*p->read;

		v->unread += !*p->read && (i == 0 || !same_reading(p, p - 1));
		v->unused += p->class && !*p->used;
		for (int k = 0; k < i && first; k++)
			first = *v->row[k].read || strcmp(v->row[k].staff, p->staff) != 0;
		v->people += first;
	}
}

static bool is_shown(const struct practice *p, const char *show)
{
	if (strcmp(show, "unread") == 0)
		return !*p->read;
	if (strcmp(show, "unused") == 0)
		return p->class && !*p->used;
	return strcmp(show, "all") == 0 || !*p->read || (p->class && !*p->used);
}

static const struct ui_option SHOWS[] = { { .value = "", .label = "Not read or not in use" }, { .value = "unread",
	.label = "Not read" },
	{ .value = "unused", .label = "Not in use" }, { .value = "all", .label = "All" }, { .label = NULL } };

static const char *show_of(const char *asked)
{
	for (const struct ui_option *o = SHOWS; o->label; o++)
		if (strcmp(o->value, asked) == 0)
			return o->value;
	return "";
}

const struct fault *profile_practice_page(struct req *rq, struct ui *ui)
{
	struct practice_view v = { .show = show_of(rq_text(rq, "show")), .shows = SHOWS,
		.may_ask = record_ever(rq->act, &PLAN, RIGHT_APPROVE) };
	int kept = 0;

	TRY(read_all(rq, &v));
	count_all(&v);
	for (int i = 0; i < v.count; i++)
		if (is_shown(&v.row[i], v.show))
			v.row[kept++] = v.row[i];
	v.count = kept;
	v.page = profiles_page_of(rq, v.count, &v.from, &v.to);
	v.query = arena_printf(rq->a, "/profiles/practice?show=%s", v.show);
	ui->shell.title = "Profiles in practice";
	return tmpl_profile_practice(ui, &v);
}

/* One message to each who has something to read, without a name. */
const struct fault *profile_practice_post(struct req *rq, struct ui *ui)
{
	struct practice_view v = { 0 };
	int told = 0;

	(void)ui;
	if (!record_ever(rq->act, &PLAN, RIGHT_APPROVE))
		return FAULT(rq->a, FAULT_NONE, "asking staff is not this person's");
	TRY(read_all(rq, &v));
	for (int i = 0; i < v.count; i++) {
		bool asked = *v.row[i].read;

		for (int k = 0; k < i && !asked; k++)
			asked = !*v.row[k].read && strcmp(v.row[k].staff, v.row[i].staff) == 0;
		if (asked)
			continue;
		TRY(tell_staff(rq->act, v.row[i].staff, "profile", "Profiles to read",
			"Children you teach or support have one-page profiles that you have not read in their present version. They "
			"stand on your home page and take a minute each.", "/"));
		told++;
	}
	rq_notice(rq, NULL, told ? "%d asked by e-mail. What they have to read stands on their home page." :
		"Everybody has read what there is.", told);
	return go(rq, "/profiles/practice");
}

const struct fault *profile_panel_practice(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct practice_view v = { 0 };
	struct found f;

	TRY(query_run(rq->act, &Q_PROFILE_PRACTICE_COUNTS, (const char *const[]){ day_iso(rq->a, rq->act->today) }, &f));
	v.unread = (int)found_int(&f, 0, Q_PROFILE_PRACTICE_COUNTS_UNREAD);
	v.people = (int)found_int(&f, 0, Q_PROFILE_PRACTICE_COUNTS_PEOPLE);
	v.unused = (int)found_int(&f, 0, Q_PROFILE_PRACTICE_COUNTS_UNUSED);
	if (!v.unread && !v.unused)
		return NULL;
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .href = "/profiles/practice" });
	ui_items(ui);
	if (v.unread) {
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%d not read, by %d %s", v.unread, v.people, v.people == 1 ? "person" :
			"people"),
			"/profiles/practice?show=unread");
		ui_item_end(ui);
	}
	if (v.unused) {
		ui_item(ui);
		ui_link_to(ui, arena_printf(rq->a, "%d %s not said to be in use", v.unused, v.unused == 1 ? "lesson" : "lessons"),
			"/profiles/practice?show=unused");
		ui_item_end(ui);
	}
	ui_items_end(ui);
	ui_panel_end(ui);
	return NULL;
}
