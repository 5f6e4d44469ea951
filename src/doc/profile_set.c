/* profile_set.c - a shaped profile stood on its side (or two), and set: rows, the box in the middle, the foot. */
#include "doc/profile_parts.h"

int part_lines(const struct part *t)
{
	int n = -t->cut;

	for (int i = 0; i < t->n; i++)
		n += t->item[i].text->lines;
	return n;
}

static double item_height(const struct part_item *i)
{
	double h = piece_height(i->text);

	return i->mark && piece_height(i->mark) > h ? piece_height(i->mark) : h;
}

static double heading_height(const struct part *t)
{
	return t->heading ? piece_height(t->heading) + t->item[0].text->size * 0.3 : 0;
}

/* Of the items from and up to: with the heading before the first, the padding around, and less what was cut in thought after the
 * last. */
double part_height(const struct part *t, int from, int to)
{
	double h = from == 0 ? heading_height(t) : 0, size = t->n ? t->item[0].text->size : 0;

	for (int i = from; i < to; i++)
		h += item_height(&t->item[i]) + t->gap;
	if (to == t->n && t->n)
		h -= t->cut * t->item[0].text->leading;
	if (t->n && t->kind == PART_SUPPORT)
		h += size * 1.4;
	if (t->n && t->kind == PART_ALERT)
		h += size * 0.7;
	return h;
}

static double column_height(const struct sheet_row *r, bool right)
{
	struct part *const *two = right ? r->right : r->left;

	return (two[0] ? part_height(two[0], right ? 0 : r->from, right ? two[0]->n : r->to) : 0) +
		(two[1] ? part_height(two[1], 0, two[1]->n) : 0);
}

static double row_height(const struct sheet *s, const struct sheet_row *r)
{
	double left = column_height(r, false), right = column_height(r, true), least = s->variant == PROFILE_EASY ? 56 : 0;

	left = left > right ? left : right;
	return left > least ? left : least;
}

static void put_row(struct sheet *s, struct sheet_row r, double *y)
{
	r.side = s->sides;
	r.y = *y;
	r.height = row_height(s, &r);
	*y += r.height + s->between + s->air;
	s->placed[s->places++] = r;
}

/* How many items of the row's part still fit on this side: the first must, and then the rest go on on the next. */
static int items_that_fit(const struct sheet *s, struct sheet_row r, double y)
{
	int all = r.to;

	for (r.to = all; r.to > 0 && y + row_height(s, &r) > s->foot; r.to--)
		;
	if (r.to == all - 1 && r.to > 2) /* one point is not left alone */
		r.to--;
	return r.to;
}

void sheet_place(struct sheet *s)
{
	double y = s->top + s->head;
	int most = s->variant == PROFILE_STANDARD ? 1 : 2;

	s->sides = 1;
	s->places = 0;
	for (int i = 0; i < s->rows; i++) {
		struct sheet_row r = s->row[i];
		int fit = s->sides < most ? items_that_fit(s, r, y) : r.to;

		if (fit > 0 && fit < r.to) {
			struct sheet_row first = r;

			first.to = fit;
			put_row(s, first, &y);
			r.from = fit;
		}
		if (fit < r.to) {
			s->sides++;
			y = s->top + s->size * 2;
		}
		put_row(s, r, &y);
	}
	s->over = y - s->between - s->air - s->foot;
}

static void set_table(struct sheet *s, struct part *t, double x, double y)
{
	struct tag *table = tag_new(s->p, "Table");
	double names = t->width * 0.3;

	set_open(s->p, table);
	for (int i = 0; i < t->n; i++) {
		struct tag *row = tag_new(s->p, "TR"), *head = tag_new(s->p, "TH");
		struct part_item *at = &t->item[i];

		head->scope = "Row";
		set_open(s->p, row);
		set_open(s->p, head);
		set_piece(s->p, at->mark, x, y, 0, at->mark->lines);
		set_close(s->p, head);
		set_leaf(s->p, "TD", at->text, x + names, y);
		set_close(s->p, row);
		y += item_height(at) + t->gap;
		set_rule(s->p, x, y - t->gap * 0.55, t->width, 0.6, 0.35);
	}
	set_close(s->p, table);
}

static void set_points(struct sheet *s, struct part *t, int from, int to, double x, double y)
{
	struct tag *list = tag_new(s->p, "L");

	list->number = t->kind == PART_SUPPORT || t->listed ? "Decimal" : "Disc";
	set_open(s->p, list);
	for (int i = from; i < to; i++) {
		struct part_item *at = &t->item[i];
		struct tag *item = tag_new(s->p, "LI");

		set_open(s->p, item);
		set_leaf(s->p, "Lbl", at->mark, x + at->text->size * 0.15, y + (at->text->leading - at->mark->leading) / 2);
		set_leaf(s->p, "LBody", at->text, x + t->width - at->text->width, y);
		set_close(s->p, item);
		y += item_height(at) + t->gap;
	}
	set_close(s->p, list);
}

static void set_part(struct sheet *s, struct part *t, int from, int to, double x, double y)
{
	double h = part_height(t, from, to);
	double pad = t->kind == PART_SUPPORT && s->variant != PROFILE_EASY ? s->size * 1.2 : t->kind == PART_ALERT ? s->size : 0;

	if (t->kind == PART_SUPPORT)
		set_box(s->p, x - (pad > 0 ? 0 : 8), y, s->wide + (pad > 0 ? 0 : 8), h, 1.6, INK_HOUSE);
	if (t->kind == PART_ALERT) {
		set_box(s->p, x, y, s->wide, h, 0.9, 0);
		set_box(s->p, x, y, 6, h, 0, 0);
	}
	x += pad;
	y += t->kind == PART_SUPPORT ? t->item[0].text->size * 0.85 : t->kind == PART_ALERT ? s->size * 0.48 : 0;
	if (t->heading && from == 0) {
		set_leaf(s->p, "H2", t->heading, x, y);
		y += heading_height(t);
	}
	if (t->kind >= PART_TARGETS && t->item[0].mark && !t->listed)
		set_table(s, t, x, y);
	else if (t->item[0].mark)
		set_points(s, t, from, to, x, y);
	else
		for (int i = from; i < to; i++) {
			set_leaf(s->p, "P", t->item[i].text, x, y);
			y += item_height(&t->item[i]) + t->gap;
		}
}

static void set_column(struct sheet *s, const struct sheet_row *r, bool right, double x)
{
	struct part *const *two = right ? r->right : r->left;
	double y = r->y;

	for (int i = 0; i < 2; i++) {
		bool ranged = !right && i == 0;

		if (!two[i] || !two[i]->n)
			continue;
		set_part(s, two[i], ranged ? r->from : 0, ranged ? r->to : two[i]->n, x, y);
		y += part_height(two[i], 0, two[i]->n);
	}
}

static void set_row(struct sheet *s, const struct sheet_row *r)
{
	if (s->variant == PROFILE_EASY && r->from == 0)
		symbol_set(s->p, r->left[0]->kind, s->left - 62, r->y + 2, 46);
	set_column(s, r, false, s->left);
	if (r->right[0])
		set_column(s, r, true, s->left + s->wide - r->right[0]->width);
}

static void set_head(struct sheet *s)
{
	const struct profile *of = s->of;
	bool big = s->variant != PROFILE_STANDARD;
	double left = s->margin, wide = s->p->sheet_w - 2 * left, x = left + (s->photo ? s->photo + 16 : 0), h = s->head - 12,
		y = s->top;
	double names = piece_height(s->name) + 4 + piece_height(s->under), low = h - (big ? piece_height(s->beside) + 6 : 0);

	if (s->photo) {
		set_picture(s->p, &of->photo, arena_printf(s->p->a, "Photograph of %s", of->name), left, y, s->photo, 98);
		set_box(s->p, left, y, s->photo, 98, 0.7, 0.4);
	}
	set_leaf(s->p, "H1", s->name, x, y + (low - names) / 2);
	if (s->under->text[0])
		set_leaf(s->p, "P", s->under, x, y + (low - names) / 2 + piece_height(s->name) + 4);
	if (s->beside->text[0])
		set_leaf(s->p, "P", s->beside, big ? left : left + wide - piece_widest(s->p, s->beside), big ? y + low + 6 :
			y + (low - piece_height(s->beside)) / 2);
	set_rule(s->p, left, y + h + 4, wide, 2.2, INK_HOUSE);
}

/* Who agreed, the private mark and, where there are two, which side this is. On every side; read once. */
static void set_foot(struct sheet *s, int side)
{
	const struct profile *of = s->of;
	const char *mark = of->mark && of->mark[0] ? of->mark : "Keep private. Shred after use.";
	double left = s->margin, wide = s->p->sheet_w - 2 * left, y = s->foot + 5;
	struct piece *right;

	if (s->sides > 1)
		mark = arena_printf(s->p->a, "Side %d of %d. %s", side, s->sides, mark);
	set_rule(s->p, left, y, wide, 0.8, 0.3);
	y += 4;
	if (s->agreed) {
		set_leaf(s->p, side == 1 ? "P" : NULL, s->agreed, left, y);
		y += s->variant == PROFILE_STANDARD ? 0 : piece_height(s->agreed);
	}
	right = piece_sized(s->p, FACE_FOOT, s->small, "", mark, 0);
	set_leaf(s->p, side == 1 ? "P" : NULL, right, left + wide - piece_widest(s->p, right), y);
}

void sheet_set(struct sheet *s)
{
	int side = 1;

	set_head(s);
	for (int i = 0; i < s->places; i++) {
		if (s->placed[i].side > side) {
			struct piece *again = piece_sized(s->p, FACE_STRONG, s->size, "", s->of->name, 0);

			set_foot(s, side++);
			set_page(s->p);
			set_leaf(s->p, NULL, again, s->margin, s->top);
			set_rule(s->p, s->margin, s->top + piece_height(again) + 3, s->p->sheet_w - 2 * s->margin, 1.2, INK_HOUSE);
		}
		set_row(s, &s->placed[i]);
	}
	set_foot(s, side);
}
