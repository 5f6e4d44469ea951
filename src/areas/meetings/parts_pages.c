/* parts_pages.c - who does what for a child: every adult with a part in it, inside and outside the school, and where a part has
 * nobody: what a cover teacher, a new keyworker or an inspector asks first. */
#include <string.h>

#include "areas/meetings/pages.h"
#include "areas/meetings/queries.sql.h"

struct part { const char *kind, *title, *nobody; };

static const struct part PARTS[] = {
	{ "keyworker", "Looks after the child", "Nobody is named as keyworker." },
	{ "support", "Gives support", NULL },
	{ "contact", "In touch with home", "No contact with home is planned." },
	{ "advice", "Puts advice into practice", NULL },
	{ "agreed", "Does what a meeting agreed", NULL },
	{ "service", "Services outside", NULL },
	{ "meeting", "Meets next", NULL },
};

/* Another area's choice as it is read, by record and field name. */
static const char *choice_of(struct req *rq, const char *record, const char *field, const char *code)
{
	const struct record *r = record_find(rq->act->house, record);
	int n = r ? field_find(r, field) : -1;

	return n < 0 ? code : choice_label(r->fields[n].choices, code);
}

static const char *detail_of(struct req *rq, const struct found *f, int i)
{
	const char *kind = found_text(f, i, Q_WHO_DOES_WHAT_KIND), *detail = found_text(f, i, Q_WHO_DOES_WHAT_DETAIL);
	int64_t many = found_int(f, i, Q_WHO_DOES_WHAT_MANY);

	if (strcmp(kind, "keyworker") == 0)
		return choice_of(rq, "caseload", "kind", detail);
	if (strcmp(kind, "contact") == 0)
		return arena_printf(rq->a, "every %lld week%s, %s", (long long)many, many == 1 ? "" : "s",
			choice_label(CONTACT_CHANNELS, detail));
	if (strcmp(kind, "advice") == 0 || strcmp(kind, "agreed") == 0)
		return arena_printf(rq->a, "%lld action%s not done", (long long)many, many == 1 ? "" : "s");
	if (strcmp(kind, "service") == 0)
		return choice_of(rq, "referral", "state", detail);
	return strcmp(kind, "meeting") == 0 ? choice_label(MEETING_KINDS, detail) : detail;
}

static bool has_gone(const struct req *rq, const struct found *f, int i)
{
	const char *gone = found_text(f, i, Q_WHO_DOES_WHAT_GONE);

	return *gone && day_parse(gone) < rq->act->today;
}

static void part_row(struct req *rq, struct ui *ui, const struct found *f, int i)
{
	const char *kind = found_text(f, i, Q_WHO_DOES_WHAT_KIND), *who = found_text(f, i, Q_WHO_DOES_WHAT_WHO);
	bool since = strcmp(kind, "keyworker") == 0 || strcmp(kind, "support") == 0 || strcmp(kind, "contact") == 0;
	day on = day_parse(found_text(f, i, Q_WHO_DOES_WHAT_ON_DAY));

	ui_row(ui);
	ui_cell_begin(ui);
	buf_add_html(&ui->out, *who ? who : "Nobody named");
	if (has_gone(rq, f, i))
		ui_tag(ui, UI_LATE, "Has left");
	ui_cell_end(ui);
	ui_cell(ui, detail_of(rq, f, i));
	if (since || on == DAY_NONE)
		ui_cell(ui, on == DAY_NONE ? "No day" : arena_printf(rq->a, "since %s", day_long(rq->a, on)));
	else
		ui_cell_due(ui, on);
	ui_row_end(ui);
}

static void draw_part(struct req *rq, struct ui *ui, const struct found *f, const struct part *p)
{
	static const struct ui_column COLUMNS[] = { { "Who", .width = 34 }, { "What", .phone = UI_BARE, .width = 36 }, { "When",
		.phone = UI_BARE }, { NULL } };
	int n = 0;

	for (int i = 0; i < f->rows; i++) {
		if (strcmp(found_text(f, i, Q_WHO_DOES_WHAT_KIND), p->kind) != 0)
			continue;
		if (!n++) {
			ui_heading(ui, p->title);
			ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS, .headless = true });
		}
		part_row(rq, ui, f, i);
	}
	if (n)
		ui_table_end(ui);
}

/* What has nobody, or nobody any more, or is late. */
static void draw_gaps(struct req *rq, struct ui *ui, const struct found *f)
{
	struct buf b = buf_new(rq->a);

	for (size_t k = 0; k < sizeof PARTS / sizeof *PARTS; k++) {
		bool any = false;

		for (int i = 0; i < f->rows; i++)
			any = any || strcmp(found_text(f, i, Q_WHO_DOES_WHAT_KIND), PARTS[k].kind) == 0;
		if (!any && PARTS[k].nobody)
			buf_printf(&b, "%s%s", b.len ? "\n" : "", PARTS[k].nobody);
	}
	for (int i = 0; i < f->rows; i++) {
		const char *kind = found_text(f, i, Q_WHO_DOES_WHAT_KIND), *who = found_text(f, i, Q_WHO_DOES_WHAT_WHO);
		bool timed = strcmp(kind, "advice") == 0 || strcmp(kind, "agreed") == 0 || strcmp(kind, "service") == 0;
		day on = day_parse(found_text(f, i, Q_WHO_DOES_WHAT_ON_DAY));

		if (has_gone(rq, f, i))
			buf_printf(&b, "%s%s has left: %s", b.len ? "\n" : "", who, detail_of(rq, f, i));
		else if (timed && on != DAY_NONE && on < rq->act->today)
			buf_printf(&b, "%s%s is late: %s, %s", b.len ? "\n" : "", *who ? who : "Somebody", detail_of(rq, f, i),
				day_relative(rq->a, on, rq->act->today));
	}
	if (!b.len)
		return;
	ui_heading(ui, "Gaps");
	ui_bullets(ui, buf_text(&b));
}

const struct fault *parts_page(struct req *rq, struct ui *ui)
{
	struct about who;
	struct found f;

	if (!record_may(rq->act, &MEETING_CHILD, RIGHT_READ, rq->pupil))
		return FAULT(rq->a, FAULT_NONE, "nothing of that child’s support is theirs to read");
	TRY(about_pupil(rq, rq->pupil, "Meetings", "/meetings", &who));
	TRY(query_run(rq->act, &Q_WHO_DOES_WHAT, (const char *const[]){ who.id, day_iso(rq->a, rq->act->today) }, &f));
	ui->shell.title = "Who does what";
	ui_title(ui, who.line, arena_printf(rq->a, "Who does what for %s", who.first),
		"Every adult with a part in it, as the record has it today.");
	draw_gaps(rq, ui, &f);
	for (size_t k = 0; k < sizeof PARTS / sizeof *PARTS; k++)
		draw_part(rq, ui, &f, &PARTS[k]);
	if (!f.rows)
		ui_para(ui, "Nobody has a part written down yet.");
	return NULL;
}
