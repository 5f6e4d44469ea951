/* pdf_text.c - texts shaped by pango: one font map a thread, English unless said otherwise, no markup ever read. */
#include <hb.h>
#include <pthread.h>

#include "doc/pdf_ops.h"

static const struct { double size, large, leading; bool bold; } FACE[FACES] = {
	[FACE_BODY] = { 11, 18, 1.36, false },      [FACE_STRONG] = { 11, 18, 1.36, true },
	[FACE_SMALL] = { 9, 18, 1.3, false },       [FACE_H1] = { 21, 28, 1.2, true },
	[FACE_H2] = { 15, 23, 1.22, true },         [FACE_H3] = { 12, 20, 1.28, true },
	[FACE_CELL] = { 10, 18, 1.28, false },      [FACE_CELL_HEAD] = { 10, 18, 1.28, true },
	[FACE_FOOT] = { 8.5, 18, 1.25, false },
};

static pthread_key_t fonts;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_key(void)
{
	pthread_key_create(&fonts, g_object_unref);
}

/* Widths must not depend on a screen: no hinting, no rounding. */
PangoContext *fonts_of_thread(void)
{
	PangoContext *context;
	PangoFontMap *map;
	cairo_font_options_t *plain;

	pthread_once(&once, make_key);
	context = pthread_getspecific(fonts);
	if (context)
		return context;
	map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
	context = pango_font_map_create_context(map);
	g_object_unref(map);
	plain = cairo_font_options_create();
	cairo_font_options_set_hint_style(plain, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(plain, CAIRO_HINT_METRICS_OFF);
	cairo_font_options_set_antialias(plain, CAIRO_ANTIALIAS_GRAY);
	pango_cairo_context_set_font_options(context, plain);
	cairo_font_options_destroy(plain);
	pango_cairo_context_set_resolution(context, 72);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_context_set_language(context, pango_language_from_string("en-GB"));
	pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
	pthread_setspecific(fonts, context);
	return context;
}

double face_size(const struct pdf *p, enum face face)
{
	double size = (p->about.large ? FACE[face].large : FACE[face].size) * p->scale;

	return p->about.large && size < 18 ? 18 : size;
}

static void add_attributes(struct piece *k)
{
	PangoAttrList *list = pango_attr_list_new();

	if (k->label[0]) {
		PangoAttribute *bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);

		bold->start_index = 0;
		bold->end_index = (guint)strlen(k->label);
		pango_attr_list_insert(list, bold);
	}
	if (k->lang)
		pango_attr_list_insert(list, pango_attr_language_new(pango_language_from_string(k->lang)));
	pango_layout_set_attributes(k->layout, list);
	pango_attr_list_unref(list);
}

/* A line feed draws nothing, and a reader would hear the words about it as one: a space stands before it. */
static const char *with_spaces(struct arena *a, const char *text)
{
	struct buf b = buf_new(a);

	for (; *text; text++)
		buf_printf(&b, *text == '\n' ? " %c" : "%c", *text);
	return buf_text(&b);
}

static void shape(struct pdf *p, struct piece *k)
{
	PangoFontDescription *font = pango_font_description_new();
	const char *text = k->label[0] ? arena_printf(p->a, "%s %s", k->label, k->text) : k->text;

	if (strchr(text, '\n') && !k->right)
		text = with_spaces(p->a, text);
	pango_font_description_set_family_static(font, "Liberation Sans");
	pango_font_description_set_absolute_size(font, k->size * PANGO_SCALE);
	if (FACE[k->face].bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	k->layout = pango_layout_new(p->context);
	pango_layout_set_font_description(k->layout, font);
	pango_font_description_free(font);
	pango_layout_set_text(k->layout, text, -1);
	if (k->label[0] || k->lang)
		add_attributes(k);
	if (k->width > 0) {
		pango_layout_set_width(k->layout, (int)(k->width * PANGO_SCALE));
		pango_layout_set_wrap(k->layout, PANGO_WRAP_WORD_CHAR);
	}
	if (k->right)
		pango_layout_set_alignment(k->layout, PANGO_ALIGN_RIGHT);
}

/* Keeps the layout, and lets go of the one that was kept longest. */
static void hold(struct pdf *p, struct piece *k)
{
	struct piece **slot;

	if (!p->held) {
		p->held = arena_array(p->a, HELD, sizeof *p->held);
		arena_defer(p->a, pieces_release, p);
	}
	slot = &p->held[p->holds++ % HELD];
	if (*slot && (*slot)->layout) {
		g_object_unref((*slot)->layout);
		(*slot)->layout = NULL;
	}
	*slot = k;
}

void pieces_release(void *pdf)
{
	struct pdf *p = pdf;

	for (int i = 0; p->held && i < HELD; i++) {
		if (p->held[i] && p->held[i]->layout)
			g_object_unref(p->held[i]->layout);
		p->held[i] = NULL;
	}
}

static double tallest_line(PangoLayout *layout)
{
	PangoLayoutIter *i = pango_layout_get_iter(layout);
	int most = 0;

	do {
		PangoRectangle r;

		pango_layout_iter_get_line_extents(i, NULL, &r);
		most = r.height > most ? r.height : most;
	} while (pango_layout_iter_next_line(i));
	pango_layout_iter_free(i);
	return most / (double)PANGO_SCALE;
}

static struct piece *piece_make(struct pdf *p, struct piece like)
{
	struct piece *k = arena_alloc(p->a, sizeof *k);
	double tall;

	*k = like;
	k->label = k->label ? k->label : "";
	k->text = k->text ? k->text : "";
	k->lang = p->lang;
	shape(p, k);
	hold(p, k);
	p->unknown += pango_layout_get_unknown_glyphs_count(k->layout);
	k->lines = pango_layout_get_line_count(k->layout);
	k->leading = k->size * FACE[k->face].leading;
	tall = tallest_line(k->layout);
	if (tall > k->leading)
		k->leading = tall;
	return k;
}

struct piece *piece_new(struct pdf *p, enum face face, const char *label, const char *text, double width)
{
	return piece_sized(p, face, face_size(p, face), label, text, width);
}

struct piece *piece_sized(struct pdf *p, enum face face, double size, const char *label, const char *text, double width)
{
	return piece_make(p, (struct piece){ .label = label, .text = text, .face = face, .size = size, .width = width });
}

struct piece *piece_kept(struct pdf *p, enum face face, double size, const char *text, double width)
{
	struct piece *k;

	for (int i = 0; i < p->keeps; i++) {
		double off = p->kept[i]->size - size, wider = p->kept[i]->width - width;

		if (p->kept[i]->text == text && p->kept[i]->face == face && off * off < 1e-6 && wider * wider < 1e-6)
			return p->kept[i];
	}
	k = piece_sized(p, face, size, "", text, width);
	if (p->keeps < KEPT)
		p->kept[p->keeps++] = k;
	return k;
}

struct piece *piece_right(struct pdf *p, enum face face, const char *text, double width)
{
	return piece_make(p, (struct piece){ .text = text, .face = face, .size = face_size(p, face), .width = width,
		.right = true });
}

double piece_height(const struct piece *k)
{
	return k->lines * k->leading;
}

static void be_shaped(struct pdf *p, struct piece *k)
{
	if (k->layout)
		return;
	shape(p, k);
	hold(p, k);
}

double piece_widest(struct pdf *p, struct piece *k)
{
	PangoRectangle r;

	be_shaped(p, k);
	pango_layout_get_extents(k->layout, NULL, &r);
	return r.width / (double)PANGO_SCALE;
}

/* Where a line is broken pango takes the space's glyph away, and a reader would hear the two words as one: the space is put
 * back. */
static void put_spaces_back(const char *text, PangoLayoutLine *line)
{
	for (GSList *i = line->runs; i; i = i->next) {
		PangoGlyphItem *run = i->data;
		PangoGlyphString *g = run->glyphs;

		for (int n = 0; n < g->num_glyphs; n++) {
			hb_codepoint_t space;

			if (g->glyphs[n].glyph != PANGO_GLYPH_EMPTY || text[run->item->offset + g->log_clusters[n]] != ' ')
				continue;
			if (hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ', &space))
				g->glyphs[n].glyph = space;
		}
	}
}

void piece_draw(struct pdf *p, struct piece *k, cairo_t *cr, double x, double y, int from, int to)
{
	PangoLayoutIter *i;
	int line = 0;

	be_shaped(p, k);
	i = pango_layout_get_iter(k->layout);
	do {
		PangoRectangle r;
		double up;

		if (line < from)
			continue;
		put_spaces_back(pango_layout_get_text(k->layout), pango_layout_iter_get_line(i));
		pango_layout_iter_get_line_extents(i, NULL, &r);
		up = (pango_layout_iter_get_baseline(i) - r.y) / (double)PANGO_SCALE; /* baseline below the line's own top */
		cairo_move_to(cr, x + r.x / (double)PANGO_SCALE,
			y + (line - from) * k->leading + (k->leading - r.height / (double)PANGO_SCALE) / 2 + up);
		pango_cairo_show_layout_line(cr, pango_layout_iter_get_line_readonly(i));
	} while (++line < to && pango_layout_iter_next_line(i));
	pango_layout_iter_free(i);
}
