/* panel.c - drawing what areas put on other pages. It decides who sees which row; what stands in a panel is its function's own. */
#include "web/panel.h"

#include <string.h>

#include "record/soon.h"
#include "web/inner.h"

struct drawn { struct html html; enum panel_width width; bool waits; };

static int count_rows(const struct panel *const *tables, const char *place)
{
	int n = 0;

	for (; tables && *tables; tables++)
		for (const struct panel *p = *tables; p->place; p++)
			n += strcmp(p->place, place) == 0;
	return n;
}

/* The rows of a place that this actor may see at all, by order. */
static const struct panel **rows_of(struct req *rq, const char *place, int *count)
{
	const struct panel *const *tables = rq->web->o.panels;
	const struct panel **list = arena_array(rq->a, (size_t)count_rows(tables, place) + 1, sizeof *list);
	int n = 0;

	for (; tables && *tables; tables++)
		for (const struct panel *p = *tables; p->place; p++) {
			int at = n;

			if (strcmp(p->place, place) != 0 || (p->record && !record_ever(rq->act, p->record, p->right)))
				continue;
			for (; at > 0 && list[at - 1]->order > p->order; at--)
				list[at] = list[at - 1];
			list[at] = p;
			n++;
		}
	*count = n;
	return list;
}

bool rq_may(struct req *rq, const struct record *r, enum right right)
{
	const struct actor *who = rq->act->who;
	const struct house *h = rq->act->house;
	int number = record_number(h, r);

	if (!record_ever(rq->act, r, right))
		return false;
	for (int i = 0; number >= 0 && r->tier < T3 && i < who->held_count; i++)
		if (strcmp(who->held[i].campus, rq->act->campus) == 0 &&
		    matrix_allows(h->matrix, h->matrix_rows[number], who->held[i].role, SCOPE_CAMPUS, right_bit(right)) &&
		    (!rq->pupil || strcmp(row_campus(rq->pupil), rq->act->campus) == 0))
			return true;
	return record_may(rq->act, r, right, rq->pupil);
}

bool rq_leads(const struct req *rq, const char *path)
{
	const char *end = strpbrk(path, "?#");
	const struct route *r = route_find(rq->web->o.routes, end ? arena_text_n(rq->a, path, (size_t)(end - path)) : path);

	return r && (!r->record || (r->flags & (OPEN | ANYONE)) || record_ever(rq->act, r->record, r->right));
}

/* Own rows of a type that is about no child are no reason for a page about a child. */
static bool shows(struct req *rq, const struct panel *p)
{
	return rq_may(rq, p->record, p->right) && (p->record->about || (p->record->is & IS_PUPIL) ||
		!record_own_only(rq->act, p->record, p->right));
}

const struct ui_link *panels_links(struct req *rq, const char *place, const char *base, const char *current)
{
	int count, n = 0;
	const struct panel **list = rows_of(rq, place, &count);
	struct ui_link *links = arena_array(rq->a, (size_t)count + 1, sizeof *links);

	for (int i = 0; i < count; i++) {
		const char *href = arena_printf(rq->a, "%s%s", base, list[i]->href);

		if (rq_leads(rq, href) && (!list[i]->record || shows(rq, list[i])))
			links[n++] = (struct ui_link){ list[i]->title, href, current && strcmp(current, list[i]->href) == 0, 0 };
	}
	return links;
}

static void begin(struct ui *ui, enum panel_width width)
{
	if (width == PANEL_THIRD || width == PANEL_HALF)
		ui_columns(ui, width == PANEL_THIRD ? UI_THREE : UI_TWO);
}

/* Neighbours of one width share a row of columns. */
static void lay_out(struct ui *ui, const struct drawn *d, int count)
{
	static const int MOST[] = { [PANEL_THIRD] = 3, [PANEL_HALF] = 2, [PANEL_WHOLE] = 1, [PANEL_RAIL] = 1 };

	for (int i = 0; i < count;) {
		int n = 0;

		begin(ui, d[i].width);
		while (i + n < count && n < MOST[d[i].width] && d[i + n].width == d[i].width) {
			if (n)
				ui_column_next(ui);
			ui_raw(ui, d[i + n].html);
			n++;
		}
		if (MOST[d[i].width] > 1)
			ui_columns_end(ui);
		i += n;
	}
}

/* One panel, from its start; taken away again if a question of it waits. */
static const struct fault *draw_one(struct req *rq, struct ui *ui, const struct panel *p, struct drawn *d)
{
	struct ui before = *ui;
	const struct fault *f = p->draw(rq, ui, p);

	d->waits = soon_waits(f);
	if (d->waits)
		*ui = before;
	else if (f)
		return f;
	else
		d->html = ui_take(ui, before.out.len);
	return NULL;
}

/* What all of them ask is asked together: each is drawn up to its first question that has no answer yet, and again when it has. */
static const struct fault *draw_all(struct req *rq, struct ui *ui, const struct panel *const *list, struct drawn *d, int count)
{
	bool more = true;

	for (int i = 0; i < count; i++)
		d[i] = (struct drawn){ .width = list[i]->width, .waits = true };
	soon_begin(rq->act);
	while (more) {
		for (int i = 0; i < count; i++)
			if (d[i].waits)
				TRY(draw_one(rq, ui, list[i], &d[i]));
		TRY(soon_ask(rq->act, &more));
	}
	soon_end(rq->act);
	return NULL;
}

const struct fault *panels_draw(struct req *rq, struct ui *ui, const char *place)
{
	int count, n = 0, rails = 0;
	const struct panel **list = rows_of(rq, place, &count);
	struct drawn *all = arena_array(rq->a, (size_t)count + 1, sizeof *all), *main = arena_array(rq->a, (size_t)count + 1,
		sizeof *main), *rail = arena_array(rq->a, (size_t)count + 1, sizeof *rail);

	TRY(draw_all(rq, ui, list, all, count));
	for (int i = 0; i < count; i++)
		if (*all[i].html.text)
			*(all[i].width == PANEL_RAIL ? &rail[rails++] : &main[n++]) = all[i];
	if (rails)
		ui_columns(ui, UI_RAIL);
	lay_out(ui, main, n);
	if (rails) {
		ui_column_next(ui);
		lay_out(ui, rail, rails);
		ui_columns_end(ui);
	}
	return NULL;
}
