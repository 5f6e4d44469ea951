/* caseload_pages.c - keyworkers and their children: how much each carries, with whom contact is due, a plan for each family, and
 * moving a child from one keyworker to another in one act. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"

struct load { const char *staff, *name; int children; int64_t weight; int late, unplanned; };

static int loads_of(struct req *rq, const struct found *f, struct load *out)
{
	int n = 0;

	for (int i = 0; i < f->rows; i++) {
		const char *staff = found_text(f, i, Q_CASELOADS_STAFF);
		int64_t weight = found_int(f, i, Q_CASELOADS_WEIGHT);
		day due = contact_due(f, i);

		if (!n || strcmp(out[n - 1].staff, staff) != 0)
			out[n++] = (struct load){ .staff = staff, .name = found_text(f, i, Q_CASELOADS_NAME) };
		out[n - 1].children++;
		out[n - 1].weight += weight ? weight : 1;
		out[n - 1].late += due != DAY_NONE && due < rq->act->today;
		out[n - 1].unplanned += due == DAY_NONE;
	}
	return n;
}

static void draw_loads(struct req *rq, struct ui *ui, const struct load *l, int n)
{
	static const struct ui_column COLUMNS[] = { { "Keyworker" }, { "Children", .number = true }, { "Weight", .number = true },
		{ "Contact late", .number = true }, { "Without a plan", .number = true }, { NULL } };

	ui_table(ui, &(struct ui_table){ .caption = "Keyworkers", .columns = COLUMNS });
	for (int i = 0; i < n; i++) {
		ui_row(ui);
		ui_cell_link(ui, l[i].name, arena_printf(rq->a, "/caseloads?staff=%s#children", l[i].staff));
		ui_cell_int(ui, l[i].children);
		ui_cell_int(ui, l[i].weight);
		ui_cell_int(ui, l[i].late);
		ui_cell_int(ui, l[i].unplanned);
		ui_row_end(ui);
	}
	ui_table_end(ui);
}

static void draw_bars(struct req *rq, struct ui *ui, const struct load *l, int n)
{
	struct ui_bar *bars = arena_array(rq->a, (size_t)n + 1, sizeof *bars);
	int most = 0, least = 0;

	for (int i = 0; i < n; i++) {
		bars[i] = (struct ui_bar){ l[i].name, (double)l[i].weight, arena_printf(rq->a, "/caseloads?staff=%s#children",
			l[i].staff) };
		most = l[i].weight > l[most].weight ? i : most;
		least = l[i].weight < l[least].weight ? i : least;
	}
	ui_bars(ui, &(struct ui_bars){ .sentence = arena_printf(rq->a, "Weight carried: %s most, %lld; %s least, %lld",
		l[most].name, (long long)l[most].weight,
		l[least].name, (long long)l[least].weight), .what = "Keyworker", .unit = "Weight", .bars = bars });
}

static void child_row(struct req *rq, struct ui *ui, const struct found *f, int i, bool moves, bool plans)
{
	const char *pupil = found_text(f, i, Q_CASELOADS_PUPIL), *last = contact_last(f, i);
	int64_t weeks = found_int(f, i, Q_CASELOADS_EVERY_WEEKS), weight = found_int(f, i, Q_CASELOADS_WEIGHT);
	day due = contact_due(f, i);

	ui_row(ui);
	ui_cell_begin(ui);
	ui_link_to(ui, about_name(rq->a, found_text(f, i, Q_CASELOADS_KNOWN_AS), found_text(f, i, Q_CASELOADS_KNOWN_SURNAME)),
		arena_printf(rq->a, "/pupils/%s", pupil));
	buf_add_html(&ui->out, arena_printf(rq->a, " %s", found_text(f, i, Q_CASELOADS_FORM)));
	ui_cell_end(ui);
	ui_cell(ui, found_text(f, i, Q_CASELOADS_NAME));
	ui_cell_int(ui, weight ? weight : 1);
	ui_cell(ui, weeks ? arena_printf(rq->a, "every %lld week%s, %s", (long long)weeks, weeks == 1 ? "" : "s",
		choice_label(CONTACT_CHANNELS, found_text(f, i, Q_CASELOADS_CHANNEL))) : "No plan");
	ui_cell(ui, *last ? day_short(rq->a, day_parse(last), rq->act->today) : "Never");
	if (due == DAY_NONE)
		ui_cell(ui, "");
	else
		ui_cell_due(ui, due);
	ui_cell_begin(ui);
	if (record_ever(rq->act, &CONTACT_LOG, RIGHT_ADD))
		ui_link_to(ui, "Write down a contact", arena_printf(rq->a, "/pupils/%s/contact/new", pupil));
	if (plans) {
		buf_add(&ui->out, " · ");
		ui_link_to(ui, "Plan", arena_printf(rq->a, "/pupils/%s/contact-plan", pupil));
	}
	if (moves) {
		buf_add(&ui->out, " · ");
		ui_link_to(ui, "Move", arena_printf(rq->a, "/caseloads/%s/move", found_text(f, i, Q_CASELOADS_CASELOAD)));
	}
	ui_cell_end(ui);
	ui_row_end(ui);
}

/* Of one keyworker all; else those whose contact is late. */
static void draw_children(struct req *rq, struct ui *ui, const struct found *f, const char *staff)
{
	static const struct ui_column COLUMNS[] = { { "Child" }, { "Keyworker", .phone = UI_BARE }, { "Weight", .number = true },
		{ "Plan", .phone = UI_BARE },
		{ "Last contact" }, { "Next", .phone = UI_BARE }, { "Acts", .quiet = true, .phone = UI_BARE }, { NULL } };
	bool moves = record_ever(rq->act, record_find(rq->act->house, "caseload"), RIGHT_EDIT), plans = record_ever(rq->act,
		&CONTACT_PLAN, RIGHT_ADD);
	int shown = 0;

	ui_panel(ui, &(struct ui_panel){ .title = *staff ? "Children" : "Contact is late", .count = -1, .id = "children",
		.link = *staff ? "All keyworkers" : NULL, .href = "/caseloads" });
	for (int i = 0; i < f->rows; i++) {
		day due = contact_due(f, i);
		bool late = due != DAY_NONE && due < rq->act->today;

		if (*staff ? strcmp(found_text(f, i, Q_CASELOADS_STAFF), staff) != 0 : !late)
			continue;
		if (!shown++)
			ui_table(ui, &(struct ui_table){ .caption = *staff ? "Children" : "Contact is late", .columns = COLUMNS });
		child_row(rq, ui, f, i, moves, plans);
	}
	if (shown)
		ui_table_end(ui);
	else
		ui_para(ui, *staff ? "No child is theirs now." : "Nobody waits longer than was planned.");
	ui_panel_end(ui);
}

const struct fault *caseloads_page(struct req *rq, struct ui *ui)
{
	struct load *loads;
	struct found f;
	int n;

	TRY(query_run(rq->act, &Q_CASELOADS, (const char *const[]){ day_iso(rq->a, rq->act->today), "" }, &f));
	ui->shell.title = "Caseloads";
	about_crumbs(rq, (const char *const[]){ "Meetings", "/meetings", NULL });
	ui_head(ui, "Caseloads", "Who looks after whom, how much each carries, and with which families contact is due. "
		"Weight is how much of their time the children need, 1 to 10 each.");
	ui_head_end(ui);
	if (!f.rows) {
		ui_empty(ui, "No child has a keyworker yet. Name one on the child’s page, under Support.", NULL, NULL);
		return NULL;
	}
	loads = arena_array(rq->a, (size_t)f.rows, sizeof *loads);
	n = loads_of(rq, &f, loads);
	draw_bars(rq, ui, loads, n);
	draw_loads(rq, ui, loads, n);
	draw_children(rq, ui, &f, rq_text(rq, "staff"));
	return NULL;
}

/* ---- moving a child ---- */

struct move { const struct record *caseload; struct row *row; struct about who; const char *now; const struct ui_option *staff; };

static const struct fault *fetch(struct req *rq, struct move *m)
{
	m->caseload = record_find(rq->act->house, "caseload");
	if (!record_ever(rq->act, m->caseload, RIGHT_EDIT))
		return FAULT(rq->a, FAULT_NONE, "may not change keyworkers");
	TRY(record_get(rq->act, m->caseload, rq_arg(rq, "caseload"), &m->row));
	TRY(about_row(rq, m->row, NULL, NULL, &m->who));
	about_crumbs(rq, (const char *const[]){ "Caseloads", "/caseloads", NULL });
	TRY(staff_name_of(rq, row_named(m->row, "staff"), &m->now));
	return staff_options(rq, "Choose the keyworker", &m->staff);
}

/* Of those who are keyworkers, whoever carries least and is not this child's: proposed, not decided. */
static const struct fault *lightest(struct req *rq, const struct move *m, struct load *out, bool *any)
{
	struct load *loads;
	struct found f;
	int n, at = -1;

	TRY(query_run(rq->act, &Q_CASELOADS, (const char *const[]){ day_iso(rq->a, rq->act->today), "" }, &f));
	loads = arena_array(rq->a, (size_t)f.rows + 1, sizeof *loads);
	n = loads_of(rq, &f, loads);
	for (int i = 0; i < n; i++)
		if (strcmp(loads[i].staff, row_named(m->row, "staff")) != 0 && (at < 0 || loads[i].weight < loads[at].weight))
			at = i;
	*any = at >= 0;
	if (*any)
		*out = loads[at];
	return NULL;
}

static const struct fault *draw_move(struct req *rq, struct ui *ui, const struct move *m)
{
	const char *from = about_date(rq, "from"), *title = arena_printf(rq->a, "A new keyworker for %s", m->who.first);
	struct load least = { 0 };
	bool any;

	TRY(lightest(rq, m, &least, &any));

	ui->shell.title = "A new keyworker";
	ui_title(ui, m->who.line, title, arena_printf(rq->a, "Now %s, since %s. The contact plan goes along.", m->now,
		day_long(rq->a, day_parse(row_named(m->row, "from")))));
	ui_form_begin(ui, &(struct ui_form){ .version = row_version(m->row), .draft = true });
	ui_input_select(ui, &(struct ui_input){ .name = "staff", .label = "Who is the keyworker from then on?",
		.strong = true, .value = rq->post ? rq_text(rq, "staff") : any ? least.staff : "",
		.error = ui_error_of(ui, "staff"), .hint = any ? arena_printf(rq->a,
		"%s carries least now: weight %lld, %d %s", least.name, (long long)least.weight, least.children,
		least.children == 1 ? "child" : "children") : NULL }, m->staff);
	ui_input_date(ui, &(struct ui_input){ .name = "from", .label = "From which day?", .value = rq->typed.count ? from :
		day_iso(rq->a, rq->act->today),
		.error = ui_error_of(ui, "from"), .strong = true });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, arena_printf(rq->a, "Move %s", m->who.first), NULL, NULL);
	ui_link_to(ui, "Cancel", "/caseloads");
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *move_page(struct req *rq, struct ui *ui)
{
	struct move m;

	TRY(fetch(rq, &m));
	return draw_move(rq, ui, &m);
}

/* What begins on that day is taken back; what began before ends the day before. */
static const struct fault *end_before(struct req *rq, struct row *row, day from)
{
	const struct record *r = row_record(row);
	struct form *form = form_new(rq->a, r);

	if (row_day(row, field_find(r, "from")) >= from)
		return record_withdraw(rq->act, row, "another keyworker from that day");
	form_set(form, field_find(r, "until"), day_iso(rq->a, from - 1));
	return record_change(rq->act, row, form);
}

static const struct fault *move_plans(struct req *rq, const struct move *m, const char *staff, day from)
{
	struct rows plans;

	TRY(record_list(rq->act, &CONTACT_PLAN, &(struct ask){ .pupil = m->who.id, .as_at = day_iso(rq->a, from),
		.where = { { CONTACT_PLAN_STAFF, IS,
		row_named(m->row, "staff") } } }, &plans));
	for (int i = 0; i < plans.count; i++) {
		struct form *form = form_of_row(rq->a, plans.row[i]);
		const char *id;

		form->version = 0;
		form_set(form, CONTACT_PLAN_STAFF, staff);
		form_set(form, CONTACT_PLAN_FROM, day_iso(rq->a, from));
		TRY(end_before(rq, plans.row[i], from));
		TRY(record_add(rq->act, &CONTACT_PLAN, m->who.pupil, form, &id));
	}
	return NULL;
}

const struct fault *move_post(struct req *rq, struct ui *ui)
{
	const char *staff = rq_text(rq, "staff"), *id;
	day from = day_typed(about_date(rq, "from"));
	const struct fault *f;
	struct form *form;
	struct move m;

	TRY(fetch(rq, &m));
	if (rq->version_seen && strtoll(rq->version_seen, NULL, 10) && strtoll(rq->version_seen, NULL, 10) != row_version(m.row))
		return FAULT(rq->a, FAULT_STALE, "the keyworker was changed in between");
	if (!*staff || strcmp(staff, row_named(m.row, "staff")) == 0)
		ui_error(ui, "staff", !*staff ? "Choose the new keyworker" : arena_printf(rq->a,
			"%s is the keyworker already: choose somebody else", m.now));
	if (from == DAY_NONE)
		ui_error(ui, "from", "Enter the first day, for example 1 12 2026");
	if (ui->error_count)
		return draw_move(rq, ui, &m);
	form = form_of_row(rq->a, m.row);
	form->version = 0;
	form_set(form, field_find(m.caseload, "staff"), staff);
	form_set(form, field_find(m.caseload, "from"), day_iso(rq->a, from));
	form_set(form, field_find(m.caseload, "until"), "");
	TRY(end_before(rq, m.row, from));
	f = record_add(rq->act, m.caseload, m.who.pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count) {
		ui_error(ui, "staff", form->errors[0].text);
		return draw_move(rq, ui, &m);
	}
	TRY(f);
	TRY(move_plans(rq, &m, staff, from));
	rq_notice(rq, undo_of(rq, "/meetings", m.caseload, id), "%s has a new keyworker from %s.", m.who.first,
		day_long(rq->a, from));
	return go(rq, "/caseloads?staff=%s", staff);
}

/* ---- the plan of a family ---- */

static const struct fault *plan_now(struct req *rq, struct row **out)
{
	struct rows rows;

	TRY(record_list(rq->act, &CONTACT_PLAN, &(struct ask){ .pupil = row_id(rq->pupil), .as_at = day_iso(rq->a, rq->act->today),
		.limit = 1 }, &rows));
	*out = rows.count ? rows.row[0] : NULL;
	return NULL;
}

static const struct fault *draw_plan(struct req *rq, struct ui *ui, const struct about *who, const struct form *form,
	int64_t version)
{
	const struct ui_option *staff;
	struct kin *kin;
	int count, barred;

	TRY(staff_options(rq, "Choose who is in touch", &staff));
	TRY(kin_of(rq, who->id, &kin, &count, &barred));
	ui->shell.title = "Contact plan";
	ui_title(ui, who->line, arena_printf(rq->a, "Contact with %s’s home", who->first),
		"How often somebody is in touch, whatever happens. You are reminded when it is late.");
	ui_form_begin(ui, &(struct ui_form){ .version = version, .draft = true });
	ui_input_select(ui, &(struct ui_input){ .name = "staff", .label = "Who is in touch?",
		.value = form_value(form, CONTACT_PLAN_STAFF),
		.error = form_error_at(form, CONTACT_PLAN_STAFF), .strong = true }, staff);
	ui_input_select(ui, &(struct ui_input){ .name = "contact", .label = "With whom?",
		.value = form_value(form, CONTACT_PLAN_CONTACT), .error = form_error_at(form, CONTACT_PLAN_CONTACT),
		.strong = true }, kin_options(rq->a, kin, count, "Whoever answers"));
	ui_field(ui, &CONTACT_PLAN, form, CONTACT_PLAN_WEEKS);
	ui_field(ui, &CONTACT_PLAN, form, CONTACT_PLAN_CHANNEL);
	ui_field(ui, &CONTACT_PLAN, form, CONTACT_PLAN_FROM);
	ui_field(ui, &CONTACT_PLAN, form, CONTACT_PLAN_UNTIL);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Save the plan", NULL, NULL);
	ui_link_to(ui, "Cancel", who->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *keyworker(struct req *rq, const char **out)
{
	const struct record *r = record_find(rq->act->house, "caseload");
	struct rows rows;

	*out = "";
	TRY(record_list(rq->act, r, &(struct ask){ .pupil = row_id(rq->pupil), .as_at = day_iso(rq->a, rq->act->today), .limit = 1,
		.where = { { field_find(r, "kind"), IS, "keyworker" } } }, &rows));
	if (rows.count)
		*out = row_named(rows.row[0], "staff");
	return NULL;
}

const struct fault *plan_page(struct req *rq, struct ui *ui)
{
	struct row *plan;
	struct about who;
	struct form *form;
	const char *staff;

	TRY(about_may_add(rq, &CONTACT_PLAN));
	TRY(about_pupil(rq, rq->pupil, "Meetings", "/meetings", &who));
	TRY(plan_now(rq, &plan));
	form = rq->typed.count ? rq_form(rq, &CONTACT_PLAN) : plan ? form_of_row(rq->a, plan) : form_new(rq->a, &CONTACT_PLAN);
	if (!plan && !rq->typed.count) {
		TRY(keyworker(rq, &staff));
		form_set(form, CONTACT_PLAN_STAFF, staff);
		form_set(form, CONTACT_PLAN_WEEKS, "4");
		form_set(form, CONTACT_PLAN_CHANNEL, "phone");
		form_set(form, CONTACT_PLAN_FROM, day_iso(rq->a, rq->act->today));
	}
	return draw_plan(rq, ui, &who, form, plan ? row_version(plan) : 0);
}

const struct fault *plan_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &CONTACT_PLAN);
	const struct fault *f;
	struct row *plan;
	struct about who;
	const char *id;

	TRY(about_pupil(rq, rq->pupil, "Meetings", "/meetings", &who));
	TRY(plan_now(rq, &plan));
	id = plan ? row_id(plan) : "";
	f = plan ? record_change(rq->act, plan, form) : record_add(rq->act, &CONTACT_PLAN, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_plan(rq, ui, &who, form, plan ? row_version(plan) : 0);
	TRY(f);
	rq_notice(rq, undo_of(rq, "/meetings", &CONTACT_PLAN, id), "The plan is saved.");
	return go(rq, "%s", who.href);
}
