/* home_staff.c - for those who stand in front of children: a teacher's classes, five lines a child; a TA's children and the support
 * they give; the sheet a cover teacher is handed. There is no timetable here, so classes stand by name. */
#include <string.h>

#include "areas/guidance/area.h"
#include "areas/people/area.h"
#include "areas/plans/area.h"
#include "areas/register/area.h"
#include "record/search.h"
#include "reports/home.h"
#include "reports/home.tmpl.h"
#include "reports/queries.sql.h"

/* ---- five lines a child ---- */

static const char *joined(struct req *rq, const struct found *f, const char *pupil, const char *kind, int most)
{
	struct buf b = buf_new(rq->a);
	int n = 0;

	for (int i = 0; i < f->rows && n < most; i++) {
		const char *text = found_text(f, i, Q_FIVE_LINES_TEXT);

		if (strcmp(found_text(f, i, Q_FIVE_LINES_PUPIL), pupil) != 0 || strcmp(found_text(f, i, Q_FIVE_LINES_KIND),
			kind) != 0)
			continue;
		buf_printf(&b, "%s%s", n++ ? "; " : "", strcmp(kind, "need") == 0 ? choice_label(NEED_TYPES, text) : text);
	}
	return buf_text(&b);
}

/* What must be known of several children: lines from the record, notes for now, targets being worked on. */
struct five { struct found lines; struct rows notes, targets; };

static const struct fault *notes_of(struct req *rq, const struct found *children, int column, struct rows *out)
{
	struct buf ids = buf_new(rq->a);

	for (int i = 0; i < children->rows; i++)
		buf_printf(&ids, "%s%s", i ? " " : "", found_text(children, i, column));
	return act_notes_of(rq->act, buf_text(&ids), out);
}

/* The children of a class, or of a person's caseload; the other is "". `children` has their ids in `column`. */
static const struct fault *five_read(struct req *rq, const char *class, const char *staff, const struct found *children, int column,
	struct five *out)
{
	const char *const whose[] = { class, staff, day_iso(rq->a, rq->act->today) }, **ids;
	struct found targets;

	TRY(query_run(rq->act, &Q_FIVE_LINES, whose, &out->lines));
	TRY(query_run(rq->act, &Q_FIVE_TARGETS, whose, &targets));
	ids = arena_array(rq->a, (size_t)targets.rows + 1, sizeof *ids);
	for (int i = 0; i < targets.rows; i++)
		ids[i] = found_text(&targets, i, Q_FIVE_TARGETS_TARGET);
	TRY(record_many(rq->act, &TARGET, ids, targets.rows, false, &out->targets));
	return notes_of(rq, children, column, &out->notes);
}

/* What to do now comes before everything else. */
static void now_lines(struct ui *ui, const struct five *f, const char *pupil)
{
	for (int i = 0; i < f->notes.count; i++)
		if (strcmp(row_about(f->notes.row[i]), pupil) == 0)
			five_line(ui, "Now", row_text(f->notes.row[i], ACT_NOTE_TEXT));
}

static void five_lines(struct req *rq, struct ui *ui, const struct five *f, const char *pupil)
{
	five_line(ui, "Needs", joined(rq, &f->lines, pupil, "need", 3));
	five_line(ui, "Do", joined(rq, &f->lines, pupil, "helps", 4));
	five_line(ui, "Avoid", joined(rq, &f->lines, pupil, "avoid", 2));
	five_line(ui, "Calms", joined(rq, &f->lines, pupil, "calms", 1));
	five_line(ui, "Alert", joined(rq, &f->lines, pupil, "alert", 2));
	for (int i = 0; i < f->targets.count; i++)
		if (f->targets.row[i] && strcmp(row_about(f->targets.row[i]), pupil) == 0)
			five_line(ui, "Target", row_text(f->targets.row[i], TARGET_OUTCOME));
}

static bool has_note(const struct five *f, const char *pupil)
{
	for (int i = 0; i < f->notes.count; i++)
		if (strcmp(row_about(f->notes.row[i]), pupil) == 0)
			return true;
	return false;
}

/* A child of whom nothing need be known stands in no list of five lines. */
static bool to_know(const struct five *f, const char *pupil)
{
	for (int i = 0; i < f->lines.rows; i++)
		if (strcmp(found_text(&f->lines, i, Q_FIVE_LINES_PUPIL), pupil) == 0)
			return true;
	return has_note(f, pupil);
}

static const char *worth_showing(const char *provision)
{
	return strcmp(provision, "K") == 0 || strcmp(provision, "E") == 0 ? provision : "";
}

/* ---- a teacher's classes ---- */

static const char *children_words(struct req *rq, int64_t children, int64_t supported)
{
	const char *all = children == 0 ? "Nobody in it yet" : children == 1 ? "1 child" : arena_printf(rq->a, "%lld children",
		(long long)children);

	return supported ? arena_printf(rq->a, "%s, %lld with support or a plan", all, (long long)supported) : all;
}

static const struct fault *people_of(struct req *rq, struct ui *ui, const char *class, int *shown);

const struct fault *home_classes(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;

	(void)p;
	if (!*rq->act->who->staff)
		return NULL;
	TRY(query_run(rq->act, &Q_MY_CLASSES, (const char *const[]){ rq->act->who->staff, day_iso(rq->a, rq->act->today) }, &f));
	if (!f.rows)
		ui_empty(ui, "No class is yours yet. Classes come from the school’s own lists; the office or the SENCO brings them "
			"in.", NULL, NULL);
	for (int i = 0; i < f.rows; i++) {
		bool form = strcmp(found_text(&f, i, Q_MY_CLASSES_KIND), "form") == 0;
		const char *room = found_text(&f, i, Q_MY_CLASSES_ROOM), *href = arena_printf(rq->a, "/classes/%s",
			found_text(&f, i, Q_MY_CLASSES_ID));
		int64_t supported = found_int(&f, i, Q_MY_CLASSES_SUPPORTED), children = found_int(&f, i, Q_MY_CLASSES_CHILDREN);
		int shown = 0;

		home_card(ui, arena_printf(rq->a, "%s %s", found_text(&f, i, Q_MY_CLASSES_NAME), form ? "form" : found_text(&f, i,
			Q_MY_CLASSES_SUBJECT)), *room ? arena_printf(rq->a, "Room %s", room) : "", children_words(rq, children,
			supported));
		if (f.rows == 1 && supported)
			TRY(people_of(rq, ui, found_text(&f, i, Q_MY_CLASSES_ID), &shown));
		if (children)
			ui_acts(ui);
		if (children)
			ui_link_to(ui, supported && !shown ? arena_printf(rq->a, "Show these %lld", (long long)supported) :
				"Show the whole class", href);
		if (supported)
			ui_link_to(ui, "Print for a cover teacher", arena_printf(rq->a, "%s/cover", href));
		if (children)
			ui_acts_end(ui);
		home_card_end(ui);
	}
	return NULL;
}

struct class { struct row *row; struct found children; struct five five; };

static const struct fault *read_class(struct req *rq, struct class *out)
{
	const char *today = day_iso(rq->a, rq->act->today);

	TRY(record_get(rq->act, &CLASS, rq_arg(rq, "class"), &out->row));
	TRY(query_run(rq->act, &Q_CLASS_CHILDREN, (const char *const[]){ row_id(out->row), today }, &out->children));
	return five_read(rq, row_id(out->row), "", &out->children, Q_CLASS_CHILDREN_PUPIL, &out->five);
}

static const char *child_name(struct req *rq, const struct found *f, int i)
{
	return home_person(rq->a, found_text(f, i, Q_CLASS_CHILDREN_FIRST), found_text(f, i, Q_CLASS_CHILDREN_LAST));
}

/* Those of a class whom one must know of, five lines each, the first open. */
static void draw_people(struct req *rq, struct ui *ui, const struct class *c, int *shown)
{
	for (int i = 0; i < c->children.rows; i++) {
		const char *pupil = found_text(&c->children, i, Q_CLASS_CHILDREN_PUPIL);
		const char *provision = worth_showing(found_text(&c->children, i, Q_CLASS_CHILDREN_PROVISION));

		if (!to_know(&c->five, pupil) && !*provision)
			continue;
		five_begin(ui, child_name(rq, &c->children, i), provision, (*shown)++ == 0 || has_note(&c->five, pupil));
		now_lines(ui, &c->five, pupil);
		five_lines(rq, ui, &c->five, pupil);
		five_line(ui, "Support", joined(rq, &c->five.lines, pupil, "support", 2));
		five_end(ui, arena_printf(rq->a, "/pupils/%s", pupil), "Open the record");
	}
}

static const struct fault *people_of(struct req *rq, struct ui *ui, const char *class, int *shown)
{
	const char *today = day_iso(rq->a, rq->act->today);
	struct class c = { 0 };

	TRY(query_run(rq->act, &Q_CLASS_CHILDREN, (const char *const[]){ class, today }, &c.children));
	TRY(five_read(rq, class, "", &c.children, Q_CLASS_CHILDREN_PUPIL, &c.five));
	draw_people(rq, ui, &c, shown);
	return NULL;
}

const struct fault *class_page(struct req *rq, struct ui *ui)
{
	struct class c;
	int shown = 0;

	TRY(read_class(rq, &c));
	ui->shell.title = arena_printf(rq->a, "Class %s", row_text(c.row, CLASS_NAME));
	ui->shell.scale = UI_PHONE;
	ui_title(ui, NULL, ui->shell.title, c.children.rows ? arena_printf(rq->a,
		"%d %s you may see. Five lines a child; tap a name.", c.children.rows, c.children.rows == 1 ? "child" :
		"children") : NULL);
	draw_people(rq, ui, &c, &shown);
	if (!shown)
		ui_empty(ui, c.children.rows ? "Nobody in this class has support, a plan or an alert that you need to know of." :
			"Nobody is in this class yet. Classes come from the school’s own lists.", NULL, NULL);
	TRY(guides_of_class(rq, ui, row_id(c.row)));
	if (shown) {
		ui_acts(ui);
		ui_link_to(ui, "Print for a cover teacher", arena_printf(rq->a, "/classes/%s/cover", row_id(c.row)));
		ui_acts_end(ui);
	}
	if (!c.children.rows)
		return NULL;
	ui_heading(ui, "Everybody");
	ui_items(ui);
	for (int i = 0; i < c.children.rows; i++) {
		ui_item(ui);
		ui_link_to(ui, child_name(rq, &c.children, i), arena_printf(rq->a, "/pupils/%s",
			found_text(&c.children, i, Q_CLASS_CHILDREN_PUPIL)));
		ui_item_end(ui);
	}
	ui_items_end(ui);
	return NULL;
}

/* For paper: everything open, nothing that a passer-by need know beyond what the cover teacher must do. */
const struct fault *class_cover(struct req *rq, struct ui *ui)
{
	struct class c;
	int all = 0;

	TRY(read_class(rq, &c));
	ui->shell.title = arena_printf(rq->a, "Class %s, for a cover teacher", row_text(c.row, CLASS_NAME));
	ui->shell.crumbs = (const struct ui_link *)arena_alloc(rq->a, 2 * sizeof *ui->shell.crumbs);
	*(struct ui_link *)(uintptr_t)ui->shell.crumbs = (struct ui_link){ .label = row_text(c.row, CLASS_NAME),
		.href = arena_printf(rq->a, "/classes/%s", row_id(c.row)) };
	ui_title(ui, NULL, ui->shell.title, arena_printf(rq->a, "%s. Private: hand it back or shred it.",
		day_long(rq->a, rq->act->today)));
	for (int i = 0; i < c.children.rows; i++)
		all += to_know(&c.five, found_text(&c.children, i, Q_CLASS_CHILDREN_PUPIL));
	if (!all)
		ui_empty(ui, "Nobody in this class has support, a plan or an alert that a cover teacher needs to know of.", NULL,
			NULL);
	if (all)
		ui_button_print(ui);
	ui_columns(ui, UI_TWO);
	for (int i = 0, shown = 0; i < c.children.rows; i++) {
		const char *pupil = found_text(&c.children, i, Q_CLASS_CHILDREN_PUPIL);
		const char *provision = worth_showing(found_text(&c.children, i, Q_CLASS_CHILDREN_PROVISION));

		if (!to_know(&c.five, pupil))
			continue;
		if (shown++ == (all + 1) / 2)
			ui_column_next(ui);
		cover_child(ui, child_name(rq, &c.children, i), provision);
		now_lines(ui, &c.five, pupil);
		five_lines(rq, ui, &c.five, pupil);
		five_line(ui, "Support", joined(rq, &c.five.lines, pupil, "support", 2));
		cover_child_end(ui);
	}
	ui_columns_end(ui);
	return NULL;
}

/* ---- a TA's children ---- */

static const char *support_of(struct req *rq, const struct found *s, const char *pupil)
{
	struct buf b = buf_new(rq->a);

	for (int i = 0; i < s->rows; i++) {
		int64_t n = found_int(s, i, Q_MY_SUPPORT_SESSIONS), minutes = found_int(s, i, Q_MY_SUPPORT_MINUTES);

		if (strcmp(found_text(s, i, Q_MY_SUPPORT_PUPIL), pupil) != 0)
			continue;
		buf_printf(&b, "%s%s", b.len ? "; " : "", found_text(s, i, Q_MY_SUPPORT_NAME));
		if (n && minutes)
			buf_printf(&b, ", %lld × %lld minutes a week", (long long)n, (long long)minutes);
	}
	return buf_text(&b);
}

const struct fault *home_children(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *staff = rq->act->who->staff, *today = day_iso(rq->a, rq->act->today);
	struct found f, support;
	struct five five;

	if (!*staff)
		return NULL;
	TRY(query_run(rq->act, &Q_MY_CHILDREN, (const char *const[]){ staff, today }, &f));
	TRY(query_run(rq->act, &Q_MY_SUPPORT, (const char *const[]){ staff, today }, &support));
	TRY(five_read(rq, "", staff, &f, Q_MY_CHILDREN_PUPIL, &five));
	if (!f.rows && strcmp(p->place, "home-teacher") == 0)
		return NULL;
	ui_heading(ui, p->title);
	if (!f.rows)
		ui_empty(ui, "No child is named as yours yet. The SENCO puts keyworkers and TAs with children.", NULL, NULL);
	for (int i = 0; i < f.rows; i++) {
		const char *pupil = found_text(&f, i, Q_MY_CHILDREN_PUPIL), *kind = choice_label(CASELOAD_KINDS,
			found_text(&f, i, Q_MY_CHILDREN_KIND));
		const char *whole = home_person(rq->a, found_text(&f, i, Q_MY_CHILDREN_FIRST),
			found_text(&f, i, Q_MY_CHILDREN_LAST));

		five_begin(ui, arena_printf(rq->a, "%s, %s", whole, found_text(&f, i, Q_MY_CHILDREN_FORM)),
			worth_showing(found_text(&f, i, Q_MY_CHILDREN_PROVISION)), i == 0);
		now_lines(ui, &five, pupil);
		five_line(ui, "You are", kind);
		five_line(ui, "With you", support_of(rq, &support, pupil));
		five_lines(rq, ui, &five, pupil);
		five_end(ui, rq_leads(rq, arena_printf(rq->a, "/pupils/%s/notes/new", pupil)) ? arena_printf(rq->a,
			"/pupils/%s/notes/new", pupil) :
			arena_printf(rq->a, "/pupils/%s", pupil), rq_leads(rq, arena_printf(rq->a, "/pupils/%s/notes/new", pupil)) ?
			"Write a note" :
			"Open the record");
	}
	return NULL;
}
