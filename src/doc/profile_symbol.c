/* profile_symbol.c - the pictures beside the parts of an easy-read profile, drawn here so that no licence is needed. Each is drawn
 * in a square of 100 by 100 with a stroke of 6. They are artifacts: the heading beside says the same. */
#include "doc/profile_parts.h"

static void ring(cairo_t *cr, double x, double y, double r)
{
	cairo_new_sub_path(cr);
	cairo_arc(cr, x, y, r, 0, 2 * G_PI);
	cairo_stroke(cr);
}

static void dot(cairo_t *cr, double x, double y, double r)
{
	cairo_arc(cr, x, y, r, 0, 2 * G_PI);
	cairo_fill(cr);
}

static void line(cairo_t *cr, double x, double y, double to_x, double to_y)
{
	cairo_move_to(cr, x, y);
	cairo_line_to(cr, to_x, to_y);
	cairo_stroke(cr);
}

static void alert(cairo_t *cr)
{
	cairo_move_to(cr, 50, 10);
	cairo_line_to(cr, 94, 88);
	cairo_line_to(cr, 6, 88);
	cairo_close_path(cr);
	cairo_stroke(cr);
	line(cr, 50, 38, 50, 62);
	dot(cr, 50, 76, 4.5);
}

static void star(cairo_t *cr)
{
	static const double AT[10][2] = { { 50, 6 }, { 62, 38 }, { 96, 39 }, { 69, 60 }, { 79, 93 }, { 50, 74 }, { 21, 93 },
		{ 31, 60 },
		{ 4, 39 }, { 38, 38 } };

	for (int i = 0; i < 10; i++)
		cairo_line_to(cr, AT[i][0], AT[i][1]);
	cairo_close_path(cr);
	cairo_stroke(cr);
}

static void heart(cairo_t *cr)
{
	cairo_move_to(cr, 50, 90);
	cairo_curve_to(cr, 10, 60, 4, 44, 8, 30);
	cairo_curve_to(cr, 14, 8, 42, 8, 50, 32);
	cairo_curve_to(cr, 58, 8, 86, 8, 92, 30);
	cairo_curve_to(cr, 96, 44, 90, 60, 50, 90);
	cairo_close_path(cr);
	cairo_stroke(cr);
}

static void person(cairo_t *cr, double x, double y, double size)
{
	ring(cr, x, y, 13 * size);
	cairo_arc(cr, x, y + 46 * size, 24 * size, G_PI, 2 * G_PI);
	cairo_close_path(cr);
	cairo_stroke(cr);
}

/* Two people side by side. */
static void beside(cairo_t *cr)
{
	person(cr, 30, 32, 1.05);
	person(cr, 76, 44, 0.78);
}

static void barred(cairo_t *cr)
{
	ring(cr, 50, 50, 42);
	line(cr, 21, 21, 79, 79);
}

static void eye(cairo_t *cr)
{
	cairo_move_to(cr, 5, 50);
	cairo_curve_to(cr, 28, 12, 72, 12, 95, 50);
	cairo_curve_to(cr, 72, 88, 28, 88, 5, 50);
	cairo_close_path(cr);
	cairo_stroke(cr);
	ring(cr, 50, 50, 17);
	dot(cr, 50, 50, 6);
}

/* A warm cup. */
static void cup(cairo_t *cr)
{
	cairo_move_to(cr, 16, 42);
	cairo_line_to(cr, 70, 42);
	cairo_curve_to(cr, 70, 78, 64, 90, 43, 90);
	cairo_curve_to(cr, 22, 90, 16, 78, 16, 42);
	cairo_close_path(cr);
	cairo_stroke(cr);
	cairo_move_to(cr, 70, 50);
	cairo_curve_to(cr, 96, 46, 94, 74, 66, 72);
	cairo_stroke(cr);
	for (int x = 32; x <= 54; x += 22) {
		cairo_move_to(cr, x, 32);
		cairo_curve_to(cr, x - 8, 24, x + 8, 18, x, 8);
		cairo_stroke(cr);
	}
}

static void target(cairo_t *cr)
{
	ring(cr, 50, 50, 43);
	ring(cr, 50, 50, 25);
	dot(cr, 50, 50, 8);
}

static void letter_i(cairo_t *cr)
{
	ring(cr, 50, 50, 43);
	dot(cr, 50, 27, 6);
	line(cr, 50, 44, 50, 75);
}

static void draw(cairo_t *cr, const struct op *op)
{
	static void (*const SYMBOL[PARTS])(cairo_t *) = { [PART_ALERT] = alert, [PART_LIKES] = star, [PART_MATTERS] = heart,
		[PART_SUPPORT] = beside, [PART_UNHELPFUL] = barred, [PART_SIGNS] = eye, [PART_CALMS] = cup, [PART_TARGETS] = target,
		[PART_KNOW] = letter_i };

	cairo_save(cr);
	cairo_new_path(cr);
	cairo_translate(cr, op->x, op->y);
	cairo_scale(cr, op->w / 100, op->h / 100);
	cairo_set_line_width(cr, 6);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	SYMBOL[op->from](cr);
	cairo_restore(cr);
}

void symbol_set(struct pdf *p, enum part_kind kind, double x, double y, double side)
{
	set_artifact(p, (struct op){ .draw = draw, .x = x, .y = y, .w = side, .h = side, .from = (int)kind });
}
