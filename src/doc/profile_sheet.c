/* profile_sheet.c - finds the size of letters at which a profile fits its side, or says what is too long; sets one, or a set of
 * them. */
#include "doc/profile_parts.h"

static const struct { double largest, least; } SIZE[] = { [PROFILE_STANDARD] = { 12.5, 10.5 }, [PROFILE_LARGE] = { 20, 18 },
	[PROFILE_EASY] = { 18, 16 } };
static const double STEP = 0.5;

const char *profile_over_text(struct arena *a, const struct profile_over *over)
{
	if (over->points)
		return arena_printf(a, "%s: %d point%s more than %d", over->part, over->lines, over->lines == 1 ? "" : "s",
			PROFILE_SUPPORTS);
	return arena_printf(a, "%s: %d line%s too long", over->part, over->lines, over->lines == 1 ? "" : "s");
}

/* How many lines a part may fairly have; those most over it are named first. */
static double fair(const struct part *t)
{
	static const double LINES[PARTS] = { [PART_ALERT] = 2, [PART_LIKES] = 4, [PART_MATTERS] = 4, [PART_SUPPORT] = 8,
		[PART_UNHELPFUL] = 4, [PART_SIGNS] = 3, [PART_CALMS] = 3, [PART_TARGETS] = 5, [PART_KNOW] = 5 };

	return LINES[t->kind];
}

static double tall(struct part *const *two)
{
	return (two[0] ? part_height(two[0], 0, two[0]->n) : 0) + (two[1] ? part_height(two[1], 0, two[1]->n) : 0);
}

static struct part *worse(struct part *a, struct part *b)
{
	if (!b || part_lines(b) < 2)
		return a;
	return !a || part_lines(b) / fair(b) > part_lines(a) / fair(a) ? b : a;
}

/* The part whose next line is the fairest to lose: only the taller column of a row makes room. */
static struct part *longest(struct sheet *s)
{
	struct part *worst = NULL;

	for (int i = 0; i < s->rows; i++) {
		struct part **column = tall(s->row[i].right) > tall(s->row[i].left) ? s->row[i].right : s->row[i].left;

		worst = worse(worse(worst, column[0]), column[1]);
	}
	return worst;
}

/* Takes lines out in thought until the rest fits, and says how many of which part. */
static void say_over(struct sheet *s, struct profile_fit *fit)
{
	struct part *t;

	while (s->over > 0.01 && (t = longest(s))) {
		t->cut++;
		sheet_place(s);
	}
	for (int i = 0; i < PARTS && fit->n < PROFILE_PARTS; i++)
		if (s->part[i].cut > 0)
			fit->over[fit->n++] = (struct profile_over){ s->part[i].title, s->part[i].cut, false };
	if (fit->n == 0)
		fit->over[fit->n++] = (struct profile_over){ "Name, school and photo at the head", 1, false };
}

/* Leaves the sheet shaped and placed at the largest size that fits. */
static void find_fit(struct sheet *s, struct pdf *p, const struct profile *of, enum profile_variant variant,
	struct profile_fit *fit)
{
	double size = SIZE[variant].largest, least = SIZE[variant].least;
	const struct part *support = &s->part[PART_SUPPORT];
	int unknown = p->unknown;

	*fit = (struct profile_fit){ 0 };
	for (;; size -= STEP) {
		p->unknown = unknown;
		sheet_shape(s, p, of, variant, size);
		sheet_place(s);
		if (s->over > 60 && size > least + STEP) /* far off: two steps at once save a shaping */
			size -= STEP;
		else if (s->over <= 0.01 || size < least + STEP / 2)
			break;
	}
	fit->size = size;
	fit->unknown = p->unknown - unknown;
	if (support->points > PROFILE_SUPPORTS)
		fit->over[fit->n++] = (struct profile_over){ support->title, support->points - PROFILE_SUPPORTS, true };
	if (s->over > 0.01)
		say_over(s, fit);
	fit->fits = fit->n == 0;
	fit->sides = fit->fits ? s->sides : 0;
	if (!fit->fits || variant != PROFILE_STANDARD || s->rows == 0)
		return;
	s->air = -s->over / s->rows > 16 ? 16 : -s->over / s->rows; /* what is left over stands between the rows */
	sheet_place(s);
}

static const struct fault *begin(struct arena *a, const struct pdf_about *about, enum profile_variant variant, struct pdf **p)
{
	struct pdf_about bare = { .title = about->title, .lang = about->lang, .author = about->author, .made = about->made,
		.bare = true };

	bare.large = variant == PROFILE_LARGE;
	return pdf_begin(a, &bare, p);
}

const struct fault *profile_measure(struct arena *a, const struct profile *profile, enum profile_variant variant,
	struct profile_fit *fit)
{
	const struct pdf_about about = { .title = "Profile" };
	struct sheet *s = arena_alloc(a, sizeof *s);
	struct pdf *p;

	TRY(begin(a, &about, variant, &p));
	find_fit(s, p, profile, variant, fit);
	pieces_release(p);
	return NULL;
}

/* The last page of a set: who is not in it, and why. */
static void set_left_out(struct pdf *p, const struct profile *const *profiles, int n, const struct profile_fit *fits)
{
	if (p->pages > 1 || !p->fresh)
		pdf_page(p);
	p->y = p->top;
	pdf_heading(p, 1, "Not in this set");
	pdf_text(p, "These profiles are too long for one page. Nothing is cut, so they are left out until they are shorter.");
	for (int i = 0; i < n; i++) {
		const char *items[PROFILE_PARTS];

		if (fits[i].fits)
			continue;
		pdf_heading(p, 3, profiles[i]->name);
		for (int k = 0; k < fits[i].n; k++)
			items[k] = profile_over_text(p->a, &fits[i].over[k]);
		pdf_list(p, items, fits[i].n, false);
	}
}

const struct fault *profile_sheets(struct arena *a, const struct profile *const *profiles, int n, enum profile_variant variant,
	const struct pdf_about *about, struct profile_fit *fits, struct buf *bytes)
{
	struct sheet *s = arena_alloc(a, sizeof *s);
	struct pdf *p;
	int made = 0;

	TRY(begin(a, about, variant, &p));
	for (int i = 0; i < n; i++) {
		find_fit(s, p, profiles[i], variant, &fits[i]);
		if (!fits[i].fits)
			continue;
		if (made++ > 0)
			set_page(p);
		if (n > 1)
			set_outline(p, 1, profiles[i]->name, 0);
		sheet_set(s);
	}
	if (made == 0) {
		pieces_release(p);
		return NULL;
	}
	if (made < n)
		set_left_out(p, profiles, n, fits);
	return pdf_end(p, bytes);
}
