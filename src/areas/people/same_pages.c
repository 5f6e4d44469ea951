/* same_pages.c - "same child as": finding the other record, looking at both side by side, joining them; and the pairs of the school
 * that look like one child. Taking apart again is joined_pages.c. */
#include <string.h>

#include "areas/people/queries.sql.h"
#include "areas/people/same.h"
#include "base/text.h"
#include "record/search.h"
#include "record/story.h"
#include "web/about.h"

enum { FOUND_MOST = 20 };

static const char *to_compare(struct req *rq, const char *stays, const char *other)
{
	return arena_printf(rq->a, "/pupils/%s/same/%s", stays, other);
}

static const char *born(struct req *rq, const char *dob)
{
	return *dob ? day_long(rq->a, day_parse(dob)) : "";
}

/* ---- finding the other one ---- */

static const struct ui_column CANDIDATES[] = { { "Name" }, { "Born", .phone = UI_LEAD }, { "UPN", .phone = UI_LEAD },
	{ "Compare", .quiet = true, .act = true }, { NULL } };

static void draw_candidate(struct req *rq, struct ui *ui, const char *id, const char *name, const char *dob, const char *upn)
{
	ui_row(ui);
	ui_cell_link(ui, name, arena_printf(rq->a, "/pupils/%s", id));
	ui_cell(ui, born(rq, dob));
	ui_cell(ui, upn);
	ui_cell_begin(ui);
	ui_link_to(ui, "Compare", to_compare(rq, row_id(rq->pupil), id));
	ui_cell_end(ui);
	ui_row_end(ui);
}

static const struct fault *draw_found(struct req *rq, struct ui *ui, const char *typed)
{
	struct search s = search_read(rq->a, typed);
	int drawn = 0;

	journal_note(rq->act, "search", "pupil", "", row_id(rq->pupil), s.typed);
	TRY(search_people(rq->act, &s));
	for (int i = 0; i < s.people_count && drawn < FOUND_MOST; i++) {
		struct row *row;

		if (!(s.people[i].r->is & IS_PUPIL) || strcmp(s.people[i].id, row_id(rq->pupil)) == 0)
			continue;
		if (!drawn++)
			ui_table(ui, &(struct ui_table){ .caption = "Found", .columns = CANDIDATES });
		TRY(record_get(rq->act, &PUPIL, s.people[i].id, &row));
		draw_candidate(rq, ui, row_id(row), same_name(rq->a, row), row_text(row, PUPIL_DOB), row_text(row, PUPIL_UPN));
	}
	if (drawn)
		ui_table_end(ui);
	else
		ui_empty(ui, s.refused ? s.refused : "Nobody else of that name or number here.", NULL, NULL);
	return NULL;
}

static const struct fault *draw_likely(struct req *rq, struct ui *ui)
{
	struct found f;

	TRY(query_run(rq->act, &Q_SAME_AS, (const char *const[]){ row_id(rq->pupil) }, &f));
	if (!f.rows) {
		ui_empty(ui, "No other record has the same number, or the same birthday and name. Search for it above.", NULL,
			NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "May be the same child", .caption_shown = true, .columns = CANDIDATES });
	for (int i = 0; i < f.rows; i++)
		draw_candidate(rq, ui, found_text(&f, i, Q_SAME_AS_ID), about_name(rq->a, found_text(&f, i, Q_SAME_AS_KNOWN),
			found_text(&f, i, Q_SAME_AS_SURNAME)), found_text(&f, i, Q_SAME_AS_DOB), found_text(&f, i, Q_SAME_AS_UPN));
	ui_table_end(ui);
	return NULL;
}

const struct fault *same_find(struct req *rq, struct ui *ui)
{
	const char *q = rq_text(rq, "q");
	struct about about;

	TRY(about_pupil(rq, rq->pupil, NULL, "", &about));
	ui->shell.title = "Same child as";
	ui_title(ui, about.line, "Which other record is of the same child?",
		"You compare the two before anything is joined, and can take them apart again at any time.");
	ui_filters(ui, arena_printf(rq->a, "%s/same", about.href));
	ui_filter(ui, "q", "Name or UPN of the other record", q, 20);
	ui_filters_end(ui);
	return *q ? draw_found(rq, ui, q) : draw_likely(rq, ui);
}

/* ---- side by side ---- */

static const struct fault *contacts_of(struct req *rq, const struct row *pupil, const char **out)
{
	struct buf b = buf_new(rq->a);
	struct rows rows;

	TRY(record_list(rq->act, &CONTACT, &(struct ask){ .pupil = row_id(pupil), .limit = 6,
		.as_at = day_iso(rq->a, rq->act->today) }, &rows));
	for (int i = 0; i < rows.count; i++)
		buf_printf(&b, "%s%s (%s)", i ? ", " : "", about_name(rq->a, row_text(rows.row[i], CONTACT_FORENAME),
			row_text(rows.row[i], CONTACT_SURNAME)), row_show(rq->a, rows.row[i], CONTACT_RELATIONSHIP));
	*out = buf_text(&b);
	return NULL;
}

static void side_row(struct ui *ui, const char *what, const char *stays, const char *other)
{
	if (!*stays && !*other)
		return;
	ui_row(ui);
	ui_cell(ui, what);
	ui_cell(ui, *stays ? stays : "None");
	ui_cell(ui, *other ? other : "None");
	ui_row_end(ui);
}

/* "12 notes, 2 plans": all that a record holds, for whoever reads it. */
static const struct fault *holds(struct req *rq, const struct row *pupil, const char **out)
{
	const struct house *h = rq->act->house;
	struct buf b = buf_new(rq->a);

	for (int i = 0; i < h->count; i++) {
		struct ask ask = { .pupil = row_id(pupil) };
		int64_t n = 0;

		if (!h->records[i]->about || (h->records[i]->is & SYSTEM_ONLY))
			continue;
		TRY(record_count(rq->act, h->records[i], &ask, &n));
		if (n)
			buf_printf(&b, "%s%s: %lld", b.len ? " · " : "", h->records[i]->plural, (long long)n);
	}
	*out = buf_text(&b);
	return NULL;
}

static const struct fault *draw_sides(struct req *rq, struct ui *ui, const struct same *s)
{
	const struct ui_column columns[] = { { "Fact", .width = 20 }, { "Stays", .width = 40 }, { "Joined to it", .width = 40 },
		{ NULL } };
	static const int FACTS[] = { PUPIL_FORENAME, PUPIL_SURNAME, PUPIL_DOB, PUPIL_UPN, PUPIL_MIS_ID };
	const char *stays, *other;

	ui_table(ui, &(struct ui_table){ .caption = "Side by side", .columns = columns });
	side_row(ui, "Known as", s->stays_name, s->other_name);
	for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++)
		side_row(ui, PUPIL.fields[FACTS[i]].label, row_show(rq->a, s->stays, FACTS[i]),
			row_show(rq->a, s->other, FACTS[i]));
	TRY(contacts_of(rq, s->stays, &stays));
	TRY(contacts_of(rq, s->other, &other));
	side_row(ui, "Contacts", stays, other);
	TRY(holds(rq, s->stays, &stays));
	TRY(holds(rq, s->other, &other));
	side_row(ui, "Holds", stays, other);
	ui_table_end(ui);
	return NULL;
}

static const char *chosen(struct req *rq, const char *name, const char *otherwise)
{
	return *rq_text(rq, name) ? rq_text(rq, name) : otherwise;
}

static void draw_taken(struct req *rq, struct ui *ui, const struct same *s)
{
	struct buf b = buf_new(rq->a);

	for (int i = 0; i < s->fact_count; i++)
		if (!*s->facts[i].stays)
			buf_printf(&b, "%s%s", b.len ? ", " : "", PUPIL.fields[s->facts[i].field].label);
	if (b.len)
		ui_para(ui, arena_printf(rq->a, "Taken over from the other record, since this one has none: %s.", buf_text(&b)));
}

static void draw_facts(struct req *rq, struct ui *ui, const struct same *s)
{
	bool any = false;

	for (int i = 0; i < s->fact_count; i++) {
		const struct same_fact *f = &s->facts[i];
		const char *name = same_fact_name(rq, s, i);

		if (!same_asked(f))
			continue;
		if (!any)
			ui_heading(ui, "What is right?");
		any = true;
		ui_input_radios(ui, &(struct ui_input){ .name = name, .label = PUPIL.fields[f->field].label, .small = true,
			.inline_choices = f->field != PUPIL_ADDRESS, .value = chosen(rq, name, "this") },
			(const struct ui_option[]){ { .value = "this", .label = f->stays_shown },
			{ .value = "other", .label = f->other_shown }, { NULL } });
	}
	draw_taken(rq, ui, s);
}

static const struct fault *told_all(struct req *rq, const struct same_rows *k, struct row *const *list, int n, const char **out)
{
	struct buf b = buf_new(rq->a);

	for (int i = 0; i < n; i++) {
		const char *one;

		TRY(same_tell(rq, k, list[i], &one));
		buf_printf(&b, "%s%s", i ? "; " : "", one);
	}
	*out = buf_text(&b);
	return NULL;
}

static const struct fault *draw_alone(struct req *rq, struct ui *ui, const struct same *s)
{
	bool any = false;

	for (int i = 0; i < s->row_count; i++) {
		const struct same_rows *k = &s->rows[i];
		const char *name = same_rows_name(rq, k), *stays, *other;

		if (k->kind->how != SAME_ALONE)
			continue;
		if (!any)
			ui_heading(ui, "Which of these stands?");
		any = true;
		TRY(told_all(rq, k, k->stays, k->stays_count, &stays));
		TRY(told_all(rq, k, k->other, k->other_count, &other));
		ui_input_radios(ui, &(struct ui_input){ .name = name, .label = k->r->plural, .small = true,
			.value = chosen(rq, name, ""),
			.hint = "They overlap, and a child has one at a time. The other is set aside; it comes back if you take the "
			"records apart" }, (const struct ui_option[]){ { .value = "this", .label = stays }, { .value = "other",
			.label = other }, { NULL } });
	}
	return NULL;
}

static bool wanted(const struct req *rq, const char *id)
{
	bool is = !rq->typed.count;

	for (size_t i = 0; i < rq->typed.count; i++)
		is = is || (strcmp(rq->typed.item[i].name, "copy") == 0 && strcmp(rq->typed.item[i].value, id) == 0);
	return is;
}

static const struct fault *draw_copies(struct req *rq, struct ui *ui, const struct same *s)
{
	struct ui_option *o;
	int n = 0, room = 1;

	for (int i = 0; i < s->row_count; i++)
		room += s->rows[i].other_count;
	o = arena_array(rq->a, (size_t)room, sizeof *o);
	for (int i = 0; i < s->row_count; i++)
		for (int k = 0; s->rows[i].kind->how == SAME_TWICE && k < s->rows[i].other_count; k++) {
			const struct row *row = s->rows[i].other[k];
			const char *one;

			TRY(same_tell(rq, &s->rows[i], row, &one));
			o[n++] = (struct ui_option){ .value = row_id(row), .label = arena_printf(rq->a, "%s: %s",
				s->rows[i].r->title, one), .chosen = wanted(rq, row_id(row)) };
		}
	if (!n)
		return NULL;
	ui_heading(ui, "Held in both");
	ui_input_checks(ui, &(struct ui_input){ .name = "copy", .label = "Set the second copy aside", .small = true,
		.hint = "A contact left in twice would get every letter twice" }, o);
	return NULL;
}

static bool among(const struct related *list, int n, const char *staff)
{
	for (int i = 0; i < n; i++)
		if (strcmp(list[i].staff, staff) == 0)
			return true;
	return false;
}

/* Whoever works with one of the two alone comes to read the other too. */
static const struct fault *draw_readers(struct req *rq, struct ui *ui, const struct same *s)
{
	struct related *lists[2];
	struct buf names = buf_new(rq->a);
	int counts[2];

	TRY(record_related(rq->act, row_id(s->stays), &lists[0], &counts[0]));
	TRY(record_related(rq->act, row_id(s->other), &lists[1], &counts[1]));
	for (int side = 0; side < 2; side++)
		for (int i = 0; i < counts[side]; i++) {
			const char *staff = lists[side][i].staff, *name;

			if (among(lists[!side], counts[!side], staff) || among(lists[side], i, staff))
				continue;
			TRY(staff_name_of(rq, staff, &name));
			if (*name)
				buf_printf(&names, "%s%s", names.len ? ", " : "", name);
		}
	ui_note(ui, UI_SOON, "Who will read both",
		names.len ? arena_printf(rq->a, "These work with one of the two only, and will read what is about the other as far "
		"as their role reads it: %s. Whoever is barred from either is barred from both.", buf_text(&names)) :
		"The same people work with both. Whoever is barred from either is barred from both.");
	return NULL;
}

static const struct fault *draw_compare(struct req *rq, struct ui *ui, const struct same *s)
{
	const char *barred = same_barred(rq->a, s);
	struct about about;

	TRY(about_pupil(rq, rq->pupil, NULL, "", &about));
	ui->shell.title = "Are these the same child?";
	ui_title(ui, about.line, "Are these the same child?", "Everything of the second record will be found under the first. "
		"Nothing is lost, and they can be taken apart again at any time.");
	TRY(draw_sides(rq, ui, s));
	ui_acts(ui);
	ui_link_to(ui, "Swap: let the other record stay", to_compare(rq, row_id(s->other), row_id(s->stays)));
	ui_acts_end(ui);
	if (barred && !ui->error_count) {
		ui_note(ui, UI_LATE, "You cannot join these yet", barred);
		return NULL;
	}
	ui_form_begin(ui, &(struct ui_form){ .label = "Join the two records", .draft = true });
	draw_facts(rq, ui, s);
	TRY(draw_alone(rq, ui, s));
	TRY(draw_copies(rq, ui, s));
	TRY(draw_readers(rq, ui, s));
	ui_input_long(ui, &(struct ui_input){ .name = "reason", .label = "How do you know that they are one child?", .strong = true,
		.rows = 2, .max = 300, .hint = "For example: same UPN, entered again when the class list came",
		.value = rq_text(rq, "reason") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Join the two records", NULL, NULL);
	ui_link_to(ui, "Cancel", about.href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *read_both(struct req *rq, struct same *s)
{
	struct row *other;

	TRY(record_get(rq->act, &PUPIL, rq_arg(rq, "other"), &other));
	if (strcmp(row_id(other), row_id(rq->pupil)) == 0 || strcmp(row_campus(other), row_campus(rq->pupil)) != 0 ||
	    !record_may(rq->act, &PUPIL, RIGHT_EDIT, other))
		return FAULT(rq->a, FAULT_NONE, "not a record to join with");
	return same_read(rq, other, s);
}

const struct fault *same_compare(struct req *rq, struct ui *ui)
{
	struct same s;

	TRY(read_both(rq, &s));
	return draw_compare(rq, ui, &s);
}

const struct fault *same_compare_post(struct req *rq, struct ui *ui)
{
	const struct fault *f;
	struct same s;

	TRY(read_both(rq, &s));
	f = same_join(rq, ui, &s);
	if (f)
		return f->code == FAULT_INVALID ? draw_compare(rq, ui, &s) : f;
	rq_notice(rq, NULL, "The two records are one. What runs twice is listed below, if anything does.");
	return go(rq, "/pupils/%s/joined", row_id(rq->pupil));
}

/* ---- pairs of the school ---- */

const struct fault *same_pairs(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "One record" }, { "Another" }, { "Born", .phone = UI_LEAD },
		{ "Alike in", .phone = UI_LEAD }, { "Compare", .quiet = true, .act = true }, { NULL } };
	struct found f;

	ui->shell.title = "Entered twice?";
	ui_head(ui, "People", "Records that may be of one child. Compare before you join: twins share a birthday and a surname.");
	ui_head_end(ui);
	people_tabs(rq, ui, "/people/twice");
	TRY(query_run(rq->act, &Q_HELD_TWICE, NULL, &f));
	if (!f.rows) {
		ui_empty(ui, "No two records have the same number, or the same name and birthday.", NULL, NULL);
		return NULL;
	}
	ui_table(ui, &(struct ui_table){ .caption = "May be one child", .columns = COLUMNS });
	for (int i = 0; i < f.rows; i++) {
		const char *id = found_text(&f, i, Q_HELD_TWICE_ID), *other = found_text(&f, i, Q_HELD_TWICE_OTHER);
		bool swap = !found_int(&f, i, Q_HELD_TWICE_HERE); /* the one on roll stays, unless somebody swaps them */

		ui_row(ui);
		ui_cell_link(ui, about_name(rq->a, found_text(&f, i, Q_HELD_TWICE_KNOWN), found_text(&f, i, Q_HELD_TWICE_SURNAME)),
			arena_printf(rq->a, "/pupils/%s", id));
		ui_cell_link(ui, about_name(rq->a, found_text(&f, i, Q_HELD_TWICE_OTHER_KNOWN), found_text(&f, i,
			Q_HELD_TWICE_OTHER_SURNAME)), arena_printf(rq->a, "/pupils/%s", other));
		ui_cell(ui, born(rq, found_text(&f, i, Q_HELD_TWICE_DOB)));
		ui_cell(ui, strcmp(found_text(&f, i, Q_HELD_TWICE_WHY), "upn") == 0 ? "UPN" : "Name and birthday");
		ui_cell_begin(ui);
		ui_link_to(ui, "Compare", swap ? to_compare(rq, other, id) : to_compare(rq, id, other));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	return NULL;
}
