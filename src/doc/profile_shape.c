/* profile_shape.c - a profile's texts cut into points, shaped at one size of letters, and stood in rows. */
#include "doc/profile_parts.h"

static const struct { const char *title, *easy; } TITLE[PARTS] = {
	[PART_ALERT] = { "Everyone must know", "Everyone must know" },
	[PART_LIKES] = { "What people like about me", "What people like about me" },
	[PART_MATTERS] = { "What matters to me", "What matters to me" },
	[PART_SUPPORT] = { "How best to support me", "How to help me" },
	[PART_UNHELPFUL] = { "What does not help", "What does not help" },
	[PART_SIGNS] = { "When it gets too much", "When it is too much, you will see" },
	[PART_CALMS] = { "What calms me", "What calms me" },
	[PART_TARGETS] = { "My targets now", "What I am working on" },
	[PART_KNOW] = { "Good to know", "Good to know" },
};

static bool given(const char *text)
{
	return text && text[strspn(text, " \n\t")];
}

static struct piece *strong(struct sheet *s, const char *text, double size, double width)
{
	struct piece *k = piece_sized(s->p, FACE_STRONG, size, "", text, width);

	k->leading = size * 1.25 > k->leading ? k->leading : size * 1.25;
	return k;
}

static void add_item(struct sheet *s, struct part *t, double size, const char *mark, const char *label, const char *text,
	double indent)
{
	struct part_item *i;

	if (t->points++ >= PART_ITEMS)
		return;
	i = &t->item[t->n++];
	i->mark = mark ? piece_kept(s->p, FACE_BODY, size, mark, 0) : NULL;
	i->text = piece_sized(s->p, FACE_BODY, size, label, text, t->width - indent);
	if (s->variant == PROFILE_LARGE && i->text->leading < size * 1.4) /* letters this large need less air */
		i->text->leading = size * 1.26;
}

/* Easy read: each sentence on a line of its own. */
static char *sentences(char *text)
{
	for (char *at = text; at[0] && at[1] && at[2]; at++)
		if ((at[0] == '.' || at[0] == '!' || at[0] == '?') && at[1] == ' ' && at[2] >= 'A' && at[2] <= 'Z' && at - text > 8)
			at[1] = '\n';
	return text;
}

static const char *const NUMBER[PART_ITEMS] = { "1.", "2.", "3.", "4.", "5.", "6.", "7.", "8.", "9.", "10.", "11.", "12.", "13.",
	"14.", "15.", "16.", "17.", "18.", "19.", "20.", "21.", "22.", "23.", "24." };

/* A part of points: one to a line of the text. */
static void add_points(struct sheet *s, struct part *t, double size, const char *label, const char *text, bool numbered)
{
	double indent = size * (numbered ? 1.5 : label ? 0 : 1.05);
	const char *at = text ? text : "";

	while (*at) {
		size_t n, all;
		char *point;

		at += strspn(at, " \t\n");
		n = all = strcspn(at, "\n");
		while (n > 0 && (at[n - 1] == ' ' || at[n - 1] == '\r'))
			n--;
		point = arena_text_n(s->p->a, at, n);
		if (n > 0)
			add_item(s, t, size, numbered ? NUMBER[t->n < PART_ITEMS ? t->n : 0] : label ? NULL : "\xE2\x80\xA2", label,
				s->variant == PROFILE_EASY ? sentences(point) : point, indent);
		label = label ? "" : NULL;
		at += all;
	}
}

static struct part *begin_part(struct sheet *s, enum part_kind kind, double width, double heading)
{
	struct part *t = &s->part[kind];

	t->kind = kind;
	t->title = TITLE[kind].title;
	t->width = width;
	t->gap = s->size * 0.28;
	if (heading > 0) {
		t->heading = piece_kept(s->p, FACE_STRONG, heading, s->variant == PROFILE_EASY ? TITLE[kind].easy : t->title,
			width);
		t->heading->leading = heading * 1.25;
		t->heading->ink = INK_HOUSE;
	}
	return t;
}

static void points_part(struct sheet *s, enum part_kind kind, const char *text, double width)
{
	if (given(text))
		add_points(s, begin_part(s, kind, width, s->size * 1.2), s->size, NULL, text, false);
}

static void support_part(struct sheet *s)
{
	double pad = s->variant == PROFILE_EASY ? 4 : s->size * 1.2;
	struct part *t;

	if (!given(s->of->support))
		return;
	t = begin_part(s, PART_SUPPORT, s->wide - 2 * pad, s->size * 1.3);
	t->gap = s->size * (s->variant == PROFILE_LARGE ? 0.3 : 0.5);
	add_points(s, t, s->size * 1.1, NULL, s->of->support, true);
}

/* Two texts under one heading in the standard sheet, two parts in the others. */
static void signs_parts(struct sheet *s, double width)
{
	const struct profile *of = s->of;

	if (s->variant != PROFILE_STANDARD) {
		points_part(s, PART_SIGNS, of->signs, width);
		points_part(s, PART_CALMS, of->calms, width);
		return;
	}
	if (given(of->signs))
		add_points(s, begin_part(s, PART_SIGNS, width, s->size * 1.2), s->size, "You will see:", of->signs, false);
	if (given(of->calms))
		add_points(s, begin_part(s, PART_CALMS, width, given(of->signs) ? 0 : s->size * 1.2), s->size,
			given(of->signs) ? "What calms me:" : "", of->calms, false);
}

static void table_row(struct sheet *s, enum part_kind kind, double width, const char *label, const char *text)
{
	struct part *t = &s->part[kind];
	double names = width * 0.3;

	if (!given(text))
		return;
	if (!t->n)
		t = begin_part(s, kind, width, s->size * 1.2);
	if (s->variant != PROFILE_STANDARD) { /* large letters have no room for two columns */
		add_item(s, t, s->size, NULL, label && label[0] ? arena_printf(s->p->a, "%s:", label) : "", text, 0);
		return;
	}
	t->gap = s->size * 0.8;
	add_item(s, t, s->size, NULL, "", text, names);
	if (t->points == t->n)
		t->item[t->n - 1].mark = piece_sized(s->p, FACE_STRONG, s->size, "", label, names - s->size * 0.7);
}

/* Targets that are called something are a table, others a list in their order. */
static void targets(struct sheet *s, double width)
{
	const struct profile_row *target = s->of->targets;
	struct part *t = &s->part[PART_TARGETS];

	for (int i = 0; i < PROFILE_ROWS && given(target[i].text); i++) {
		if (given(target[i].label)) {
			table_row(s, PART_TARGETS, width, target[i].label, target[i].text);
			continue;
		}
		if (!t->n)
			t = begin_part(s, PART_TARGETS, width, s->size * 1.2);
		t->listed = true;
		add_item(s, t, s->size, NUMBER[i], NULL, target[i].text, s->size * 1.5);
	}
}

static void tables(struct sheet *s, double width)
{
	const struct profile *of = s->of;

	targets(s, width);
	table_row(s, PART_KNOW, width, "In tests, as in lessons", of->arrangements);
	table_row(s, PART_KNOW, width, "My key adult", of->key_adult);
	for (int i = 0; i < PROFILE_ROWS && given(of->more[i].text); i++)
		table_row(s, PART_KNOW, width, of->more[i].label, of->more[i].text);
}

static void alert_part(struct sheet *s, double width)
{
	struct part *t;

	if (!given(s->of->alert))
		return;
	t = begin_part(s, PART_ALERT, width, 0);
	add_points(s, t, s->size, s->variant == PROFILE_EASY ? "Everyone must know." : "Everyone must know:", s->of->alert, false);
}

static const char *joined(struct sheet *s, const char *a, const char *between, const char *b)
{
	if (!given(a) || !given(b))
		return given(a) ? a : given(b) ? b : "";
	return arena_printf(s->p->a, "%s%s%s", a, between, b);
}

/* Name, form, and in the corner the school, version and review date. */
static void shape_head(struct sheet *s)
{
	const struct profile *of = s->of;
	bool big = s->variant != PROFILE_STANDARD;
	double corner = big ? s->wide : 190, names, small = big ? s->size : 10.5, beside;
	const char *line = joined(s, joined(s, of->school, "\n", of->version), "\n", of->review_by);

	s->photo = of->photo.n ? 84 : 0;
	names = s->wide - (s->photo ? s->photo + 16 : 0) - (big ? 0 : corner + 14);
	s->name = strong(s, of->name, 28, names);
	if (s->name->lines > 1)
		s->name = strong(s, of->name, 21, names);
	s->under = piece_sized(s->p, FACE_BODY, big ? s->size : 11.5, "", joined(s, of->form, " \xC2\xB7 ", of->called), names);
	if (big)
		line = joined(s, joined(s, of->school, " \xC2\xB7 ", of->version), " \xC2\xB7 ", of->review_by);
	s->beside = piece_sized(s->p, FACE_BODY, small, "", line, corner);
	beside = piece_height(s->beside);
	s->head = piece_height(s->name) + piece_height(s->under) + 4;
	if (s->photo && s->head < 98)
		s->head = 98;
	if (big)
		s->head += beside + 6;
	else if (beside > s->head)
		s->head = beside;
	s->head += 12;
}

/* Who agreed; the private mark stands beside it, or in larger letters on a line of its own. */
static void shape_foot(struct sheet *s)
{
	bool big = s->variant != PROFILE_STANDARD;

	s->small = s->variant == PROFILE_LARGE ? 18 : big ? 14 : 9;
	s->agreed = given(s->of->agreed) ? piece_sized(s->p, FACE_FOOT, s->small, "", s->of->agreed, s->wide * (big ? 1 : 0.64)) :
		NULL;
	s->foot = s->p->sheet_h - 22 - s->small * 1.4;
	if (s->agreed)
		s->foot -= piece_height(s->agreed) - (big ? 0 : s->agreed->leading);
	s->foot -= 10;
}

static void add_row(struct sheet *s, struct part *left, struct part *left2, struct part *right, struct part *right2)
{
	struct sheet_row *r = &s->row[s->rows];

	if ((!left || !left->n) && (!left2 || !left2->n) && (!right || !right->n) && (!right2 || !right2->n))
		return;
	*r = (struct sheet_row){ { left, left2 }, { right, right2 }, .side = 1, .to = left ? left->n : 0 };
	s->rows++;
}

void sheet_shape(struct sheet *s, struct pdf *p, const struct profile *of, enum profile_variant variant, double size)
{
	bool columns = variant == PROFILE_STANDARD;
	double symbol = variant == PROFILE_EASY ? 64 : 0, width;

	*s = (struct sheet){ .p = p, .of = of, .variant = variant, .size = size, .left = columns ? 43 : 38, .top = columns ? 38 :
		32 };
	s->between = size * (columns ? 0.75 : 0.5);
	s->margin = s->left;
	s->wide = p->sheet_w - 2 * s->left;
	shape_foot(s);
	shape_head(s);
	s->left += symbol;
	s->wide -= symbol;
	width = columns ? (s->wide - 26) / 2 : s->wide;
	alert_part(s, s->wide - 2 * size);
	points_part(s, PART_LIKES, of->likes, width);
	points_part(s, PART_MATTERS, of->matters, width);
	support_part(s);
	points_part(s, PART_UNHELPFUL, of->unhelpful, width);
	signs_parts(s, width);
	tables(s, s->wide);
	add_row(s, &s->part[PART_ALERT], NULL, NULL, NULL);
	if (columns) {
		add_row(s, &s->part[PART_LIKES], NULL, &s->part[PART_MATTERS], NULL);
		add_row(s, &s->part[PART_SUPPORT], NULL, NULL, NULL);
		add_row(s, &s->part[PART_UNHELPFUL], NULL, &s->part[PART_SIGNS], &s->part[PART_CALMS]);
	}
	for (int i = columns ? PART_TARGETS : PART_LIKES; i < PARTS; i++)
		add_row(s, &s->part[i], NULL, NULL, NULL);
}
