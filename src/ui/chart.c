/* chart.c - the lines of the pictures: coordinates worked out in C and written as SVG elements with classes. Words and tables round
 * them are in chart.tmpl. Every format here has numbers only; text goes through buf_add_html (R10). */
#include <math.h>
#include <string.h>

#include "ui/chart.tmpl.h"
#include "ui/parts.h"

struct frame { double left, right, top, bottom, least, most; day from, until; };

/* A single day stands in the middle: its words have room on both sides. */
static double x_of(const struct frame *f, day on)
{
	if (f->until == f->from)
		return (f->left + f->right) / 2;
	return f->left + (f->right - f->left) * (on - f->from) / (f->until > f->from ? f->until - f->from : 1);
}

static double y_of(const struct frame *f, double value)
{
	return f->bottom - (f->bottom - f->top) * (value - f->least) / (f->most > f->least ? f->most - f->least : 1);
}

static void words(struct ui *ui, double x, double y, const char *anchor, bool strong, const char *text)
{
	buf_printf(&ui->out, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"", x, y);
	buf_add(&ui->out, anchor);
	buf_add(&ui->out, strong ? "\" class=\"os-strong\">" : "\">");
	buf_add_html(&ui->out, text);
	buf_add(&ui->out, "</text>");
}

static void line(struct ui *ui, const char *css, double x1, double y1, double x2, double y2)
{
	buf_add(&ui->out, "<line class=\"");
	buf_add(&ui->out, css);
	buf_printf(&ui->out, "\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", x1, y1, x2, y2);
}

static void dot(struct ui *ui, bool full, double x, double y, double r)
{
	buf_add(&ui->out, full ? "<circle class=\"os-dot os-dot--end\"" : "<circle class=\"os-dot\"");
	buf_printf(&ui->out, " cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", x, y, r);
}

static void path(struct ui *ui, const struct frame *f, const struct ui_graph *g)
{
	buf_add(&ui->out, "<polyline class=\"os-path\" points=\"");
	for (int i = 0; i < g->count; i++)
		buf_printf(&ui->out, "%s%.1f,%.1f", i ? " " : "", x_of(f, g->points[i].on), y_of(f, g->points[i].value));
	buf_add(&ui->out, "\"/>");
}

const char *part_number(struct arena *a, double value)
{
	double whole = nearbyint(value);

	return fabs(value - whole) < 0.005 ? arena_printf(a, "%.0f", whole) : arena_printf(a, "%.1f", value);
}

bool part_ranged(const struct ui_graph *g)
{
	for (int i = 0; i < g->count; i++)
		if (g->points[i].high > g->points[i].low)
			return true;
	return false;
}

const char *part_range(struct arena *a, const struct ui_point *p)
{
	return p->high > p->low ? arena_printf(a, "%.0f to %.0f", p->low, p->high) : "";
}

double part_aim_on(const struct ui_graph *g, day on)
{
	double part = g->until > g->from ? (double)(on - g->from) / (g->until - g->from) : 1;

	return g->start + (g->aim - g->start) * fmin(fmax(part, 0), 1);
}

/* The room the points, the aim line and the changes need. */
static struct frame frame_of(const struct ui_graph *g)
{
	bool aims = g->until > g->from;
	struct frame f = { .from = g->count ? g->points[0].on : g->from, .until = f.from, .least = INFINITY, .most = -INFINITY };

	if (aims) {
		f.from = g->count && f.from < g->from ? f.from : g->from;
		f.until = g->until;
		f.least = fmin(g->start, g->aim);
		f.most = fmax(g->start, g->aim);
	}
	for (int i = 0; i < g->count; i++) {
		f.until = g->points[i].on > f.until ? g->points[i].on : f.until;
		f.least = fmin(f.least, g->points[i].value);
		f.most = fmax(f.most, g->points[i].value);
		if (g->points[i].high > g->points[i].low) {
			f.least = fmin(f.least, g->points[i].low);
			f.most = fmax(f.most, g->points[i].high);
		}
	}
	if (f.least > f.most)
		f.least = 0, f.most = 1;
	return f;
}

/* A step of 1, 2 or 5 times a power of ten that divides the span into four parts or so. */
static double step_for(double span)
{
	double rough = span / 4, power = pow(10, floor(log10(rough > 0 ? rough : 1)));
	double times = rough / power;

	return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}

static void scale(struct ui *ui, struct frame *f)
{
	double step = step_for(f->most - f->least > 0 ? f->most - f->least : fmax(fabs(f->most), 1));

	f->least = floor(f->least / step) * step;
	f->most = ceil(f->most / step) * step;
	if (f->most <= f->least)
		f->most = f->least + step;
	for (double v = f->least; v <= f->most + step / 2; v += step) {
		line(ui, v > f->least ? "os-gridline" : "os-axis", f->left, y_of(f, v), f->right, y_of(f, v));
		words(ui, f->left - 6, y_of(f, v) + 4, "end", false, part_number(ui->a, v));
	}
}

static void days_axis(struct ui *ui, const struct frame *f, day today)
{
	for (int i = 0; i <= 2; i++) {
		day on = f->from + (f->until - f->from) * i / 2;
		static const char *const ANCHOR[] = { "start", "middle", "end" };

		if (i && f->until == f->from)
			break;
		line(ui, "os-axis", x_of(f, on), f->bottom, x_of(f, on), f->bottom + 4);
		words(ui, x_of(f, on), f->bottom + 18, ANCHOR[i], false, day_short(ui->a, on, today));
	}
}

static void aim_line(struct ui *ui, const struct frame *f, const struct ui_graph *g, bool worded)
{
	if (g->until <= g->from)
		return;
	line(ui, "os-aim", x_of(f, g->from), y_of(f, g->start), x_of(f, g->until), y_of(f, g->aim));
	if (worded)
		words(ui, f->right, y_of(f, g->aim) - 8, "end", false,
			arena_printf(ui->a, "Aim %s", part_number(ui->a, g->aim)));
}

static void changes(struct ui *ui, const struct frame *f, const struct ui_graph *g)
{
	for (int i = 0; i < g->change_count; i++) {
		double x = x_of(f, g->changes[i].on);
		bool left = x > (f->left + f->right) / 2;

		line(ui, "os-mark-line", x, f->top, x, f->bottom);
		words(ui, left ? x - 5 : x + 5, f->bottom - 7 - 14 * (i % 2), left ? "end" : "start", false, g->changes[i].label);
	}
}

static void ranges(struct ui *ui, const struct frame *f, const struct ui_graph *g)
{
	for (int i = 0; i < g->count; i++) {
		const struct ui_point *p = &g->points[i];
		double x = x_of(f, p->on);

		if (p->high <= p->low)
			continue;
		line(ui, "os-range", x, y_of(f, p->low), x, y_of(f, p->high));
		line(ui, "os-range", x - 4, y_of(f, p->low), x + 4, y_of(f, p->low));
		line(ui, "os-range", x - 4, y_of(f, p->high), x + 4, y_of(f, p->high));
	}
}

/* The value of the last point is written above it or below, clear of its range. */
static void last_value(struct ui *ui, const struct frame *f, const struct ui_graph *g)
{
	const struct ui_point *last = &g->points[g->count - 1];
	double x = x_of(f, last->on), y = y_of(f, last->value);
	bool under = y - f->top < 14 || part_aim_on(g, last->on) > last->value, ranged = last->high > last->low;
	bool end = x > f->right - 14;

	if (ranged)
		x -= 9, y += g->count > 1 && g->points[g->count - 2].value > last->value ? 18 : -8, end = true;
	else
		y += under ? 19 : -10;
	words(ui, x, y, end ? "end" : "middle", true, last->label ? last->label : part_number(ui->a, last->value));
}

void ui_graph(struct ui *ui, const struct ui_graph *g)
{
	struct frame f = frame_of(g);

	f.left = 34, f.right = 284, f.top = 24, f.bottom = 146;
	part_picture(ui, "os-graph", 292, 170, g->sentence);
	scale(ui, &f);
	days_axis(ui, &f, g->today);
	aim_line(ui, &f, g, true);
	changes(ui, &f, g);
	ranges(ui, &f, g);
	if (g->count > 1)
		path(ui, &f, g);
	for (int i = 0; i < g->count; i++)
		dot(ui, i == g->count - 1, x_of(&f, g->points[i].on), y_of(&f, g->points[i].value), i == g->count - 1 ? 4 : 3.5);
	if (g->count)
		last_value(ui, &f, g);
	part_picture_end(ui);
	part_figures(ui, g);
}

void ui_spark(struct ui *ui, const struct ui_graph *g)
{
	struct frame f = frame_of(g);

	f.left = 4, f.right = 100, f.top = 5, f.bottom = 29;
	part_picture(ui, "os-spark", 104, 34, g->sentence);
	aim_line(ui, &f, g, false);
	if (g->count > 1)
		path(ui, &f, g);
	if (g->count)
		dot(ui, true, x_of(&f, g->points[g->count - 1].on), y_of(&f, g->points[g->count - 1].value), 3);
	part_picture_end(ui);
}

static void bar(struct ui *ui, const char *css, double share)
{
	buf_add(&ui->out, "<svg class=\"");
	buf_add(&ui->out, css);
	buf_add(&ui->out, "\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
		"<rect class=\"os-bar__ground\" width=\"100\" height=\"10\"/>");
	buf_printf(&ui->out, "<rect class=\"os-bar\" width=\"%.2f\" height=\"10\"/></svg>", 100 * fmin(fmax(share, 0), 1));
}

void ui_bars(struct ui *ui, const struct ui_bars *b)
{
	double most = 0;

	for (const struct ui_bar *r = b->bars; r->label; r++)
		most = fmax(most, r->value);
	part_bars_begin(ui, b);
	for (const struct ui_bar *r = b->bars; r->label; r++) {
		size_t from = ui->out.len;

		bar(ui, "os-bars__svg", most > 0 ? r->value / most : 0);
		part_bar_row(ui, r, ui_take(ui, from),
			arena_printf(ui->a, "%s%s", part_number(ui->a, r->value), b->suffix ? b->suffix : ""));
	}
	part_bars_end(ui);
}

void part_progress_bar(struct ui *ui, int64_t done, int64_t of)
{
	bar(ui, "os-progress", of > 0 ? (double)done / (double)of : 0);
}

/* Marks that fall close together are written on two levels, above and below the line. */
void ui_days(struct ui *ui, const char *sentence, const struct ui_mark *marks)
{
	struct frame f = { .left = 44, .right = 716, .from = marks->label ? marks->on : 0, .until = f.from };

	for (const struct ui_mark *m = marks; m->label; m++) {
		f.from = m->on < f.from ? m->on : f.from;
		f.until = m->on > f.until ? m->on : f.until;
	}
	buf_add(&ui->out, "<div class=\"os-days\">");
	part_picture(ui, "os-days__svg", 760, 104, NULL);
	line(ui, "os-axis", 8, 52, 752, 52);
	for (int i = 0; marks[i].label; i++) {
		double x = x_of(&f, marks[i].on), y = i % 2 ? 78 : 20;

		dot(ui, marks[i].now, x, 52, 5.5);
		words(ui, x, y, "middle", true, marks[i].label);
		words(ui, x, y + 17, "middle", false, day_short(ui->a, marks[i].on, ui->shell.today));
	}
	part_picture_end(ui);
	part_days_list(ui, sentence, marks);
	buf_add(&ui->out, "</div>");
}
