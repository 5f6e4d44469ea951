/* child_story.c - the timeline, and the history of every record: who wrote what, when, and what it was before. Both in pages. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "base/text.h"
#include "record/story.h"
#include "reports/child_lists.h"
#include "reports/child_story.h"

enum { VERSIONS = 25 }; /* on a page: each type among them costs a query */

static int page_number(const struct req *rq)
{
	int64_t n;

	return text_to_int(rq_text(rq, "page"), &n) && n > 1 && n < 10000 ? (int)n : 1;
}

/* There is no count of all: counting every version would cost more than the page. */
static void newer_older(struct req *rq, struct ui *ui, const char *href, int at, bool more)
{
	ui_acts(ui);
	if (at > 1)
		ui_link_to(ui, "Newer", ui_with(rq->a, href, "page", arena_printf(rq->a, "%d", at - 1)));
	if (more)
		ui_link_to(ui, "Older", ui_with(rq->a, href, "page", arena_printf(rq->a, "%d", at + 1)));
	ui_acts_end(ui);
}

const char *child_event_words(struct arena *a, const struct event *e)
{
	if (e->record == &ENROLMENT)
		return *e->line ? arena_printf(a, "On roll in %s", e->line) : "On roll";
	if (e->record == &NOTE)
		return e->line;
	return *e->line && !text_same(e->line, e->record->title) ? arena_printf(a, "%s: %s", e->record->title, e->line) :
		e->record->title;
}

static const struct record *kind_asked(const struct req *rq)
{
	const char *kind = rq_text(rq, "kind");

	return *kind ? record_find(rq->act->house, kind) : NULL;
}

static void kind_filter(struct req *rq, struct ui *ui, const struct child *c)
{
	struct ui_option *o = arena_array(rq->a, (size_t)rq->act->house->count + 2, sizeof *o);
	int n = 0;

	o[n++] = (struct ui_option){ .value = "", .label = "Everything" };
	for (int i = 0; i < rq->act->house->count; i++) {
		const struct record *r = rq->act->house->records[i];

		if (r->about && r->when && r->line && record_ever(rq->act, r, RIGHT_READ))
			o[n++] = (struct ui_option){ .value = r->name, .label = r->plural };
	}
	ui_filters(ui, arena_printf(rq->a, "%s/timeline", c->base));
	ui_filter_select(ui, "kind", "Show", rq_text(rq, "kind"), o);
	ui_filters_end(ui);
}

const struct fault *child_timeline(struct req *rq, struct ui *ui)
{
	int at = page_number(rq);
	const struct record *only = kind_asked(rq);
	struct events events;
	struct child c;

	TRY(child_head(rq, ui, "/timeline", "Timeline", &c));
	kind_filter(rq, ui, &c);
	TRY(record_story(rq->act, c.id, only, rq->act->today, UI_PER_PAGE + 1, (at - 1) * UI_PER_PAGE, &events));
	if (!events.count)
		ui_empty(ui, at > 1 ? "Nothing older." :
			"Nothing yet. Notes, meetings, results and changes come here by themselves.", NULL, NULL);
	ui_timeline(ui);
	for (int i = 0; i < events.count && i < UI_PER_PAGE; i++)
		ui_timeline_item(ui, events.list[i].when, NULL, child_event_words(rq->a, &events.list[i]), NULL);
	ui_timeline_end(ui);
	newer_older(rq, ui, arena_printf(rq->a, "%s/timeline%s%s", c.base, only ? "?kind=" : "", only ? only->name : ""), at,
		events.count > UI_PER_PAGE);
	return NULL;
}

/* ---- history ---- */

static const struct fault *value_words(struct req *rq, const struct row *row, int field, struct staff_names *names,
	const char **out)
{
	const struct field *f = &row_record(row)->fields[field];

	*out = row_show(rq->a, row, field);
	if (f->type != F_REF)
		return NULL;
	if (strcmp(f->ref, "staff") == 0)
		return staff_name(rq, names, row_text(row, field), out);
	*out = **out ? "chosen" : "";
	return NULL;
}

/* A new record says all it holds in one line: nothing was there before. */
static const struct fault *first_version(struct req *rq, struct ui *ui, const struct change *ch, struct staff_names *names)
{
	struct buf b = buf_new(rq->a);
	const char *now;

	for (int i = 0; i < ch->record->count; i++) {
		bool is_about = ch->record->about && strcmp(ch->record->fields[i].name, ch->record->about) == 0;

		if (is_about || !row_has(ch->now, i) || !*row_text(ch->now, i))
			continue;
		TRY(value_words(rq, ch->now, i, names, &now));
		if (*now)
			buf_printf(&b, "%s%s: %s", b.len ? " · " : "", ch->record->fields[i].label, text_shorten(rq->a, now, 160));
	}
	ui_prose(ui, text_shorten(rq->a, buf_text(&b), 420));
	return NULL;
}

static const struct fault *changed_fields(struct req *rq, struct ui *ui, const struct change *ch, struct staff_names *names)
{
	const char *was, *now;

	if (ch->now && ch->version == 1)
		return first_version(rq, ui, ch, names);
	for (int i = 0; ch->now && i < ch->record->count; i++) {
		bool is_about = ch->record->about && strcmp(ch->record->fields[i].name, ch->record->about) == 0;

		if (is_about || !row_has(ch->now, i) || text_same(row_text(ch->now, i), ch->was ? row_text(ch->was, i) : ""))
			continue;
		TRY(value_words(rq, ch->now, i, names, &now));
		was = "";
		if (ch->was)
			TRY(value_words(rq, ch->was, i, names, &was));
		child_change_line(ui, ch->record->fields[i].label, text_shorten(rq->a, was, 300), text_shorten(rq->a, now, 300));
	}
	return NULL;
}

static const char *did(struct req *rq, const struct change *ch)
{
	if (ch->now && row_withdrawn(ch->now))
		return arena_printf(rq->a, "%s taken back%s%s", ch->record->title, *ch->why ? ": " : "", ch->why);
	if (ch->version == 1)
		return arena_printf(rq->a, "%s added", ch->record->title);
	return arena_printf(rq->a, "%s changed", ch->record->title);
}

const struct fault *child_history(struct req *rq, struct ui *ui)
{
	static const struct ui_column COLUMNS[] = { { "When", .width = 16 }, { "Who", .phone = UI_LEAD, .width = 16 },
		{ "What", .phone = UI_BARE, .width = 18 }, { "What it says now, and said before", .phone = UI_BARE }, { NULL } };
	struct staff_names names = { 0 };
	int at = page_number(rq);
	struct changes changes;
	struct child c;

	TRY(child_head(rq, ui, "/history", "History", &c));
	TRY(record_changes(rq->act, c.id, VERSIONS + 1, (at - 1) * VERSIONS, &changes));
	ui_small(ui, arena_printf(rq->a, "Every version of every record about %s that you may read, newest first. Nothing is ever "
		"overwritten.", c.first));
	ui_table(ui, &(struct ui_table){ .caption = "History", .columns = COLUMNS });
	for (int i = 0; i < changes.count && i < VERSIONS; i++) {
		const struct change *ch = &changes.list[i];

		ui_row(ui);
		ui_cell(ui, moment_long(rq->a, ch->at));
		ui_cell(ui, ch->by);
		ui_cell(ui, did(rq, ch));
		ui_cell_begin(ui);
		TRY(changed_fields(rq, ui, ch, &names));
		ui_cell_end(ui);
		ui_row_end(ui);
	}
	ui_table_end(ui);
	newer_older(rq, ui, arena_printf(rq->a, "%s/history", c.base), at, changes.count > VERSIONS);
	return NULL;
}
