/* pdf_figure.c - graphs and bars, drawn so that grey paper loses nothing: lines differ by dash, events by letter, and words say the
 * rest. */
#include <math.h>

#include "doc/pdf_ops.h"

enum { TICKS = 12, TICK_LEAST = 4 };

struct plot {
	const struct pdf_graph *g;
	double x, y, w, h;           /* the field inside the scales */
	double x_low, x_high, low, high, step;
};

static double at_x(const struct plot *t, double x)
{
	return t->x + (x - t->x_low) / (t->x_high - t->x_low) * t->w;
}

static double at_y(const struct plot *t, double y)
{
	return t->y + t->h - (y - t->low) / (t->high - t->low) * t->h;
}

/* 1, 2 or 5 times a power of ten, so that there are at most `most` steps. */
static double nice_step(double span, int most)
{
	double step = pow(10, floor(log10(span / most)));

	for (int i = 0; span / step > most && i < 3; i++)
		step *= i == 1 ? 2.5 : 2;
	return step;
}

static void stretch(const struct pdf_point *points, int n, double *low, double *high, bool across)
{
	for (int i = 0; i < n; i++) {
		double v = across ? points[i].x : points[i].y;

		*low = v < *low ? v : *low;
		*high = v > *high ? v : *high;
	}
}

static void scales(struct plot *t)
{
	const struct pdf_graph *g = t->g;
	double low = INFINITY, high = -INFINITY;

	stretch(g->points, g->n, &low, &high, true);
	stretch(g->aim, g->aims, &low, &high, true);
	stretch(g->marks, g->mark_count, &low, &high, true);
	stretch(g->ticks, g->tick_count, &low, &high, true);
	t->x_low = low > high ? 0 : low;
	t->x_high = low >= high ? t->x_low + 1 : high;
	low = INFINITY, high = -INFINITY;
	stretch(g->points, g->n, &low, &high, false);
	stretch(g->aim, g->aims, &low, &high, false);
	if (g->low < g->high)
		low = g->low < low ? g->low : low, high = g->high > high ? g->high : high;
	if (low > high)
		low = 0, high = 1;
	if (high - low < 1e-9)
		low -= 1, high += 1;
	t->step = nice_step(high - low, 6);
	t->low = floor(low / t->step + 1e-9) * t->step;
	t->high = ceil(high / t->step - 1e-9) * t->step;
}

static void line_through(cairo_t *cr, const struct plot *t, const struct pdf_point *points, int n)
{
	for (int i = 0; i < n; i++)
		cairo_line_to(cr, at_x(t, points[i].x), at_y(t, points[i].y));
	cairo_stroke(cr);
}

static void draw_plot(cairo_t *cr, const struct op *op)
{
	const struct plot *t = op->what;
	const struct pdf_graph *g = t->g;

	cairo_save(cr);
	cairo_set_source_rgb(cr, 0.75, 0.75, 0.75);
	cairo_set_line_width(cr, 0.5);
	for (double v = t->low; v < t->high + t->step / 2; v += t->step) {
		cairo_move_to(cr, t->x, at_y(t, v));
		cairo_line_to(cr, t->x + t->w, at_y(t, v));
	}
	cairo_stroke(cr);
	cairo_set_source_rgb(cr, 0, 0, 0);
	cairo_set_line_width(cr, 1);
	cairo_move_to(cr, t->x, t->y);
	cairo_line_to(cr, t->x, t->y + t->h);
	cairo_line_to(cr, t->x + t->w, t->y + t->h);
	cairo_stroke(cr);
	cairo_set_dash(cr, (double[]){ 2, 2 }, 2, 0);
	for (int i = 0; i < g->mark_count; i++) {
		cairo_move_to(cr, at_x(t, g->marks[i].x), t->y - 4);
		cairo_line_to(cr, at_x(t, g->marks[i].x), t->y + t->h);
		cairo_stroke(cr);
	}
	cairo_set_dash(cr, (double[]){ 7, 4 }, 2, 0);
	cairo_set_line_width(cr, 1.3);
	line_through(cr, t, g->aim, g->aims);
	cairo_set_dash(cr, NULL, 0, 0);
	cairo_set_line_width(cr, 1.7);
	line_through(cr, t, g->points, g->n);
	for (int i = 0; i < g->n; i++) {
		cairo_arc(cr, at_x(t, g->points[i].x), at_y(t, g->points[i].y), 3, 0, 2 * G_PI);
		cairo_fill(cr);
	}
	cairo_restore(cr);
}

static void set_line_piece(struct pdf *p, struct piece *k, double x, double y)
{
	set_piece(p, k, x, y, 0, k->lines);
}

static const char *number_text(struct pdf *p, double v)
{
	return fabs(v - round(v)) < 1e-6 ? arena_printf(p->a, "%.0f", v) : arena_printf(p->a, "%.4g", v);
}

/* From the top, as a page is read. */
static void set_y_scale(struct pdf *p, const struct plot *t)
{
	for (double v = t->high; v > t->low - t->step / 2; v -= t->step) {
		struct piece *k = piece_right(p, FACE_SMALL, number_text(p, fabs(v) < t->step / 1e6 ? 0 : v), t->x - p->left - 5);

		set_line_piece(p, k, p->left, at_y(t, v) - k->leading / 2);
	}
}

static void set_x_scale(struct pdf *p, const struct plot *t)
{
	const struct pdf_graph *g = t->g;
	double last = -INFINITY, step = nice_step(t->x_high - t->x_low, 8);
	int n = g->tick_count ? g->tick_count : (int)((t->x_high - t->x_low) / step) + 1;

	for (int i = 0; i < n; i++) {
		double v = g->tick_count ? g->ticks[i].x : (ceil(t->x_low / step) + i) * step;
		struct piece *k = piece_new(p, FACE_SMALL, "", g->tick_count ? g->ticks[i].mark : number_text(p, v), 0);
		double w = piece_widest(p, k), x = at_x(t, v) - w / 2;

		x = x + w > p->right ? p->right - w : x;
		if (x < last + 4 || v > t->x_high + 1e-9)
			continue;
		set_line_piece(p, k, x, t->y + t->h + 4);
		last = x + w;
	}
}

/* A letter over each event, and what each letter stands for under the graph. Returns how deep the key is. */
static double set_key(struct pdf *p, const struct plot *t, double y)
{
	const struct pdf_graph *g = t->g;
	double top = y;
	int letter = 0;

	for (int i = 0; i < g->mark_count + g->n; i++) {
		const struct pdf_point *m = i < g->mark_count ? &g->marks[i] : &g->points[i - g->mark_count];
		const char *name = arena_printf(p->a, letter < 26 ? "%c" : "%c2", 'A' + letter % 26);
		struct piece *k;

		if (!m->mark || !m->mark[0])
			continue;
		letter++;
		k = piece_new(p, FACE_CELL_HEAD, "", name, 0);
		set_line_piece(p, k, at_x(t, m->x) - piece_widest(p, k) / 2,
			i < g->mark_count ? t->y - 4 - k->leading : at_y(t, m->y) - 5 - k->leading);
		k = piece_new(p, FACE_SMALL, name, m->mark, p->right - t->x);
		set_line_piece(p, k, t->x, y);
		y += piece_height(k) + 1;
	}
	if (g->aims > 1) {
		struct piece *k = piece_new(p, FACE_SMALL, "", "Dashed line: the aim. Solid line with dots: what was measured.",
			p->right - t->x);

		set_line_piece(p, k, t->x, y);
		y += piece_height(k);
	}
	return y - top;
}

static int keys_of(const struct pdf_graph *g)
{
	int n = g->aims > 1;

	for (int i = 0; i < g->mark_count; i++)
		n += g->marks[i].mark && g->marks[i].mark[0];
	for (int i = 0; i < g->n; i++)
		n += g->points[i].mark && g->points[i].mark[0];
	return n;
}

static const struct pdf_point *kept_points(struct pdf *p, const struct pdf_point *points, int n)
{
	struct pdf_point *kept = arena_array(p->a, (size_t)n + 1, sizeof *kept);

	if (n > 0)
		memcpy(kept, points, (size_t)n * sizeof *kept);
	return kept;
}

/* It is drawn when the paper ends: by then the caller's own may be gone. */
static const struct pdf_graph *kept(struct pdf *p, const struct pdf_graph *g)
{
	struct pdf_graph *k = arena_alloc(p->a, sizeof *k);

	*k = *g;
	k->points = kept_points(p, g->points, g->n);
	k->aim = kept_points(p, g->aim, g->aims);
	k->marks = kept_points(p, g->marks, g->mark_count);
	k->ticks = kept_points(p, g->ticks, g->tick_count);
	return k;
}

void pdf_graph(struct pdf *p, const struct pdf_graph *g)
{
	struct tag *figure = tag_new(p, "Figure");
	struct plot *t = arena_alloc(p->a, sizeof *t);
	double small = face_size(p, FACE_SMALL) * 1.3, height = g->height > 0 ? g->height : 200, top;
	struct piece *title = piece_new(p, FACE_CELL_HEAD, "", g->title, p->right - p->left);
	struct piece *up = piece_new(p, FACE_SMALL, "", g->y_title, p->right - p->left);
	struct piece *along = piece_right(p, FACE_SMALL, g->x_title, p->right - p->left);

	flow_need(p, height + piece_height(title) + (keys_of(g) + 4) * small);
	top = p->y;
	t->g = g = kept(p, g);
	scales(t);
	figure->alt = g->alt ? g->alt : g->title;
	set_open(p, figure);
	set_line_piece(p, title, p->left, p->y);
	p->y += piece_height(title) + 2;
	set_line_piece(p, up, p->left, p->y);
	t->x = p->left + face_size(p, FACE_SMALL) * 3.4;
	t->y = p->y + piece_height(up) + small + 6;
	t->w = p->right - t->x - face_size(p, FACE_SMALL) * 1.5;
	t->h = height;
	set_draw(p, draw_plot, t->x, t->y, t->w, t->h)->what = t;
	set_y_scale(p, t);
	set_x_scale(p, t);
	p->y = t->y + height + 5 + small;
	set_line_piece(p, along, p->left, p->y);
	p->y += g->x_title && g->x_title[0] ? small + 2 : 2;
	p->y += set_key(p, t, p->y);
	set_close(p, figure);
	memcpy(figure->box, (double[]){ p->left, top, p->right - p->left, p->y - top }, sizeof figure->box);
	p->y += face_size(p, FACE_BODY) * 0.8;
}

static void draw_bar(cairo_t *cr, const struct op *op)
{
	cairo_set_source_rgb(cr, 0.55, 0.55, 0.55);
	cairo_rectangle(cr, op->x, op->y, op->w, op->h);
	cairo_fill_preserve(cr);
	cairo_set_source_rgb(cr, 0, 0, 0);
	cairo_set_line_width(cr, 0.7);
	cairo_stroke(cr);
}

static void bars_of(struct pdf *p, const char *alt, const char *title, const struct pdf_bar *bars, int n)
{
	struct tag *figure = tag_new(p, "Figure");
	struct piece *head = piece_new(p, FACE_CELL_HEAD, "", title, p->right - p->left);
	double wide = p->right - p->left, names = wide * 0.34, most = 0, top, thick = face_size(p, FACE_CELL) * 1.1;

	for (int i = 0; i < n; i++)
		most = bars[i].value > most ? bars[i].value : most;
	flow_need(p, piece_height(head) + 3 + n * thick * 1.6);
	top = p->y;
	figure->alt = alt ? alt : title;
	set_open(p, figure);
	set_line_piece(p, head, p->left, p->y);
	p->y += piece_height(head) + 3;
	for (int i = 0; i < n; i++) {
		struct piece *k = piece_right(p, FACE_CELL, bars[i].label, names - 8);
		double w = most > 0 && bars[i].value > 0 ? wide * 0.5 * bars[i].value / most : 0, h = piece_height(k);
		const char *says = bars[i].says ? bars[i].says : number_text(p, bars[i].value);

		set_line_piece(p, k, p->left, p->y);
		set_draw(p, draw_bar, p->left + names, p->y + (h - thick) / 2, w, thick);
		k = piece_new(p, FACE_CELL, "", says, wide * 0.16 - 6);
		set_line_piece(p, k, p->left + names + w + 5, p->y + (h - k->leading) / 2);
		p->y += (h > piece_height(k) ? h : piece_height(k)) + thick * 0.4;
	}
	set_close(p, figure);
	memcpy(figure->box, (double[]){ p->left, top, wide, p->y - top }, sizeof figure->box);
	p->y += face_size(p, FACE_BODY) * 0.6;
}

void pdf_bars(struct pdf *p, const char *alt, const char *title, const struct pdf_bar *bars, int n)
{
	/* two lines a label at the most usual */
	int page = p->framed ? n : (int)((p->bottom - p->top) / (face_size(p, FACE_CELL) * 3));

	for (int from = 0; from < n; from += page)
		bars_of(p, alt, title, bars + from, n - from < page ? n - from : page);
}
