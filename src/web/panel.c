/* panel.c - drawing what areas put on other pages. It decides who sees which row; what stands in a panel is its function's own. */
#include "web/panel.h"

#include <string.h>

#include "record/soon.h"
#include "web/inner.h"

struct drawn { struct html html; enum panel_width width; };

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

/* ---- parts of a page ---- */

struct parts { struct req *rq; struct ui *ui; part_draw *draw; void *self; struct html *out; };

/* One part, from its start; taken away again if a question of it waits. */
static const struct fault *one_part(void *self, int i)
{
	struct parts *p = self;
	struct ui before = *p->ui;
	const struct fault *f = p->draw(p->rq, p->ui, p->self, i);

	if (soon_waits(f))
		*p->ui = before;
	else if (!f)
		p->out[i] = ui_take(p->ui, before.out.len);
	return f;
}

const struct fault *parts_draw(struct req *rq, struct ui *ui, int count, part_draw *draw, void *self)
{
	struct parts p = { rq, ui, draw, self, arena_array(rq->a, (size_t)count + 1, sizeof *p.out) };

	TRY(soon_each(rq->act, count, one_part, &p));
	for (int i = 0; i < count; i++)
		ui_raw(ui, p.out[i]);
	return NULL;
}

static const struct fault *draw_panel(struct req *rq, struct ui *ui, void *self, int i)
{
	const struct panel *p = ((const struct panel **)self)[i];

	return p->draw(rq, ui, p);
}

const struct fault *panels_draw(struct req *rq, struct ui *ui, const char *place)
{
	int count, n = 0, rails = 0;
	const struct panel **list = rows_of(rq, place, &count);
	struct drawn *main = arena_array(rq->a, (size_t)count + 1, sizeof *main), *rail = arena_array(rq->a, (size_t)count + 1,
		sizeof *rail);
	struct parts p = { rq, ui, draw_panel, list, arena_array(rq->a, (size_t)count + 1, sizeof *p.out) };

	TRY(soon_each(rq->act, count, one_part, &p));
	for (int i = 0; i < count; i++)
		if (*p.out[i].text)
			*(list[i]->width == PANEL_RAIL ? &rail[rails++] : &main[n++]) = (struct drawn){ p.out[i], list[i]->width };
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
