/* shared.c - what several pages of meetings ask: whom of a family one may ask, a meeting whole, what was agreed and is not done. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"

/* ---- the family ---- */

/* Does a limit in force today bar asking or telling this contact? Read by the program for whoever asks: leaving somebody out tells
 * nothing. */
static bool bars(const struct row *limit, const char *contact)
{
	static const char *const KINDS[] = { "no_contact", "no_information", "order" };
	const char *whom = row_named(limit, "contact"), *kind = row_named(limit, "kind");

	if (*whom && strcmp(whom, contact) != 0)
		return false;
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		if (strcmp(kind, KINDS[i]) == 0)
			return strcmp(kind, "order") != 0 || *whom;
	return false;
}

static const struct fault *limits_of(struct req *rq, const char *pupil, struct rows *out)
{
	return record_list(act_lift(rq->act), record_find(rq->act->house, "contact_limit"), &(struct ask){ .pupil = pupil,
		.limit = 100, .as_at = day_iso(rq->a, rq->act->today), .clear_only = true }, out);
}

static struct kin kin_from(struct req *rq, const struct row *c)
{
	const struct record *r = row_record(c);

	return (struct kin){ .id = row_id(c), .name = about_name(rq->a, row_named(c, "forename"), row_named(c, "surname")),
		.who = row_show(rq->a, c, field_find(r, "relationship")), .phone = row_named(c, "phone"),
		.email = row_named(c, "email"), .language = row_show(rq->a, c, field_find(r, "language")),
		.responsible = strcmp(row_named(c, "responsibility"),
			"1") == 0,
		.interpreter = strcmp(row_named(c, "interpreter"), "1") == 0,
		.elsewhere = strcmp(row_named(c, "lives_with"), "0") == 0 };
}

const struct fault *kin_of(struct req *rq, const char *pupil, struct kin **out, int *count, int *barred)
{
	struct ask ask = { .pupil = pupil, .limit = 60, .as_at = day_iso(rq->a, rq->act->today) };
	struct rows contacts, limits;

	*count = *barred = 0;
	TRY(record_list(rq->act, record_find(rq->act->house, "contact"), &ask, &contacts));
	TRY(limits_of(rq, pupil, &limits));
	*out = arena_array(rq->a, (size_t)contacts.count + 1, sizeof **out);
	for (int i = 0; i < contacts.count; i++) {
		bool no = false;

		for (int k = 0; k < limits.count; k++)
			no = no || bars(limits.row[k], row_id(contacts.row[i]));
		if (no)
			++*barred;
		else
			(*out)[(*count)++] = kin_from(rq, contacts.row[i]);
	}
	return NULL;
}

const struct ui_option *kin_options(struct arena *a, const struct kin *kin, int count, const char *first)
{
	struct ui_option *o = arena_array(a, (size_t)count + 2, sizeof *o);

	o[0] = (struct ui_option){ .value = "", .label = first };
	for (int i = 0; i < count; i++)
		o[i + 1] = (struct ui_option){ .value = kin[i].id, .label = arena_printf(a, "%s, %s", kin[i].name, kin[i].who) };
	return o;
}

/* ---- a meeting ---- */

const char *meeting_when(struct arena *a, const char *on, const char *at)
{
	const char *between = !*at ? "" : *at >= '0' && *at <= '9' ? " at " : ", "; /* home may write "after 5" */

	return arena_printf(a, "%s%s%s", day_long(a, day_parse(on)), between, at);
}

const struct fault *gathering_read(struct req *rq, struct gathering *g)
{
	*g = (struct gathering){ 0 };
	TRY(record_get(rq->act, &MEETING, rq_arg(rq, "meeting"), &g->row));
	TRY(query_run(rq->act, &Q_MEETING_CHILDREN, (const char *const[]){ row_id(g->row), day_iso(rq->a, rq->act->today) },
		&g->children));
	TRY(query_run(rq->act, &Q_MEETING_GUESTS, (const char *const[]){ row_id(g->row) }, &g->guests));
	TRY(staff_name_of(rq, row_text(g->row, MEETING_LEAD), &g->lead));
	g->title = row_show(rq->a, g->row, MEETING_KIND);
	g->when = meeting_when(rq->a, row_text(g->row, MEETING_ON), row_text(g->row, MEETING_AT));
	g->href = arena_printf(rq->a, "/meetings/%s", row_id(g->row));
	g->changes = record_may(rq->act, &MEETING, RIGHT_EDIT, g->row) && row_has(g->row, MEETING_AGENDA);
	rq->ui->shell.scale = UI_READ;
	about_crumbs(rq, (const char *const[]){ "Meetings", "/meetings", strstr(rq->route->path, ":meeting/") ? g->title : NULL,
		g->href, NULL });
	return NULL;
}

const struct fault *child_at(struct req *rq, const struct gathering *g, const char *row, struct row **out, struct about *who)
{
	TRY(record_get(rq->act, &MEETING_CHILD, row, out));
	if (strcmp(row_text(*out, MEETING_CHILD_MEETING), row_id(g->row)) != 0)
		return FAULT(rq->a, FAULT_NONE, "a child of another meeting");
	TRY(about_row(rq, *out, "Meetings", "/meetings", who));
	about_crumbs(rq, (const char *const[]){ "Meetings", "/meetings", g->title, g->href, NULL });
	return NULL;
}

void meeting_rows(struct req *rq, struct ui *ui, const struct found *f, const char *caption, bool latest_first)
{
	static const struct ui_column COLUMNS[] = { { "Meeting" }, { "When", .phone = UI_BARE }, { "Where", .phone = UI_SECOND },
		{ "Led by", .phone = UI_BARE },
		{ "Children", .number = true }, { "Asked", .number = true, .phone = UI_SECOND }, { "State", .phone = UI_LEAD },
			{ NULL } };

	ui_table(ui, &(struct ui_table){ .caption = caption, .columns = COLUMNS });
	for (int at = 0; at < f->rows; at++) {
		int i = latest_first ? f->rows - 1 - at : at;
		const char *state = found_text(f, i, Q_MEETINGS_BETWEEN_STATE);
		bool past = day_parse(found_text(f, i, Q_MEETINGS_BETWEEN_MEET_ON)) < rq->act->today;

		ui_row(ui);
		ui_cell_link(ui, choice_label(MEETING_KINDS, found_text(f, i, Q_MEETINGS_BETWEEN_KIND)),
			arena_printf(rq->a, "/meetings/%s", found_text(f, i, Q_MEETINGS_BETWEEN_MEETING)));
		ui_cell(ui, meeting_when(rq->a, found_text(f, i, Q_MEETINGS_BETWEEN_MEET_ON),
			found_text(f, i, Q_MEETINGS_BETWEEN_AT)));
		ui_cell(ui, found_text(f, i, Q_MEETINGS_BETWEEN_PLACE));
		ui_cell(ui, found_text(f, i, Q_MEETINGS_BETWEEN_LEAD_NAME));
		ui_cell_int(ui, found_int(f, i, Q_MEETINGS_BETWEEN_CHILDREN));
		ui_cell_int(ui, found_int(f, i, Q_MEETINGS_BETWEEN_ASKED));
		ui_cell_begin(ui);
		if (strcmp(state, "planned") == 0)
			ui_tag(ui, past ? UI_SOON : UI_PLAIN, past ? "Was it held?" : "Planned");
		else
			ui_tag(ui, strcmp(state, "held") == 0 ? UI_OK : UI_PLAIN, strcmp(state, "held") == 0 && !*found_text(f, i,
				Q_MEETINGS_BETWEEN_SHARED_ON) ?
				"Held, not shared" : choice_label(MEETING_STATES, state));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

/* ---- agreed, not done ---- */

const struct fault *agreed_open(struct req *rq, const char *owner, const char *pupil, struct found *open, struct rows *texts)
{
	struct ask ask = { .where = { { MEETING_ACTION_DONE_ON, EMPTY, "" } }, .pupil = *pupil ? pupil : NULL, .limit = 400,
		.order = "due_on" };

	if (*owner)
		ask.where[1].field = MEETING_ACTION_OWNER, ask.where[1].op = IS, ask.where[1].value = owner;
	TRY(query_run(rq->act, &Q_AGREED_OPEN, (const char *const[]){ day_iso(rq->a, rq->act->today), owner, pupil }, open));
	*texts = (struct rows){ 0 };
	return open->rows ? record_list(rq->act, &MEETING_ACTION, &ask, texts) : NULL;
}

void agreed_rows(struct req *rq, struct ui *ui, const struct found *f, const struct rows *texts, bool with_child)
{
	for (int i = 0; i < f->rows; i++) {
		const char *id = found_text(f, i, Q_AGREED_OPEN_ACTION), *what = "";

		for (int k = 0; k < texts->count; k++)
			if (strcmp(row_id(texts->row[k]), id) == 0)
				what = row_text(texts->row[k], MEETING_ACTION_WHAT);
		ui_row(ui);
		if (with_child)
			ui_cell_link(ui, about_name(rq->a, found_text(f, i, Q_AGREED_OPEN_KNOWN_AS), found_text(f, i,
				Q_AGREED_OPEN_KNOWN_SURNAME)),
				arena_printf(rq->a, "/pupils/%s", found_text(f, i, Q_AGREED_OPEN_PUPIL)));
		ui_cell(ui, what);
		ui_cell(ui, found_text(f, i, Q_AGREED_OPEN_OWNER_NAME));
		ui_cell_due(ui, day_parse(found_text(f, i, Q_AGREED_OPEN_DUE_ON)));
		ui_cell_begin(ui);
		ui_button_link(ui, UI_SECONDARY | UI_SMALL, "Open", arena_printf(rq->a, "/meetings/actions/%s", id));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
}

/* ---- contact ---- */

const char *contact_last(const struct found *f, int i)
{
	const char *spoke = found_text(f, i, Q_CASELOADS_SPOKE_ON), *met = found_text(f, i, Q_CASELOADS_MET_ON);

	return strcmp(spoke, met) > 0 ? spoke : met;
}

day contact_due(const struct found *f, int i)
{
	int64_t weeks = found_int(f, i, Q_CASELOADS_EVERY_WEEKS);
	const char *last = contact_last(f, i), *from = found_text(f, i, Q_CASELOADS_PLAN_FROM);

	if (!weeks)
		return DAY_NONE;
	return day_parse(*last && strcmp(last, from) > 0 ? last : from) + (day)(7 * weeks);
}

const struct fault *meetings_undo(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const struct record *ours[] = { &MEETING, &MEETING_CHILD, &MEETING_ACTION, &CONTACT_LOG, &CONTACT_PLAN,
		record_find(rq->act->house, "caseload"), NULL };

	return undo_own(rq, ours);
}
