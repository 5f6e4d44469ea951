/* sheet_print.c - guidance on paper: a sheet on one A4 page, never cut and never more, and the cards of an area. */
#include <string.h>

#include "areas/guidance/queries.sql.h"
#include "areas/guidance/sheet.h"
#include "base/text.h"
#include "doc/pdf.h"

enum { LINES = 40, SIDE = 50, WIDE = 495, HIGH = 700 };
static const double SCALES[] = { 1, 0.92, 0.85, 0.8 };
enum { SIZES = sizeof SCALES / sizeof *SCALES };

struct part { const char *title; const char *items[LINES]; int count; };
struct sheet { const char *title, *area, *foot; struct part parts[4]; double scale; };

static struct part part_of(struct arena *a, const char *title, const char *text)
{
	struct part p = { .title = title };

	while (*text && p.count < LINES) {
		size_t n = strcspn(text, "\n");
		const char *line = text_clean(a, arena_text_n(a, text, n));

		if (*line)
			p.items[p.count++] = line;
		text += n + (text[n] == '\n');
	}
	return p;
}

static void draw(struct pdf *p, void *data)
{
	const struct sheet *s = data;

	pdf_scale(p, s->scale);
	pdf_heading(p, 1, s->title);
	pdf_small(p, s->area);
	for (int i = 0; i < 4; i++) {
		if (!s->parts[i].count)
			continue;
		pdf_heading(p, 2, s->parts[i].title);
		pdf_list(p, s->parts[i].items, s->parts[i].count, false);
	}
	pdf_small(p, s->foot);
}

static struct sheet *sheet_from(struct arena *a, const char *title, const char *area, const char *foot, const char *const texts[4])
{
	static const char *const TITLES[] = { "What helps in lessons", "What you may see", "What to avoid",
		"When to ask for more" };
	struct sheet *s = arena_alloc(a, sizeof *s);

	s->title = title;
	s->area = area;
	s->foot = foot;
	for (int i = 0; i < 4; i++)
		s->parts[i] = part_of(a, TITLES[i], texts[i]);
	return s;
}

/* The largest letters in which it fits; the smallest if none do, and then *over is how many lines too much. */
static void fit(struct pdf *p, struct sheet *s, int *over)
{
	*over = 0;
	for (int i = 0; i < SIZES; i++) {
		s->scale = SCALES[i];
		*over = pdf_measure(p, WIDE, HIGH, draw, s).lines_over;
		if (!*over)
			return;
	}
}

static const struct fault *begin(struct req *rq, const char *title, struct pdf **p)
{
	return pdf_begin(rq->a, &(struct pdf_about){ .title = title, .school = rq->ui->shell.school, .author = rq->act->who->name,
		.made = rq->act->moment, .foot = "The school’s own guidance; nothing in it is about one child" }, p);
}

const struct fault *sheet_too_long(struct req *rq, const struct form *form, int *over)
{
	const char *const texts[] = { form_value(form, GUIDE_HELPS), form_value(form, GUIDE_LOOKS), form_value(form, GUIDE_AVOID),
		form_value(form, GUIDE_MORE) };
	struct sheet *s = sheet_from(rq->a, form_value(form, GUIDE_TITLE), "Area", "Source", texts);
	struct pdf *p;

	TRY(begin(rq, "Sheet", &p));
	fit(p, s, over);
	return NULL;
}

static const char *foot_of(struct arena *a, const struct row *g)
{
	const char *source = row_text(g, GUIDE_SOURCE), *checked = row_show(a, g, GUIDE_CHECKED_ON);

	return arena_printf(a, "Edition %lld. %s%s%s%s", (long long)row_version(g), *source ? "From: " : "", source, *source ?
		". " : "", *checked ? arena_printf(a, "Checked by the school on %s.", checked) : "Not yet checked by the school.");
}

const struct fault *guide_pdf(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct buf bytes = buf_new(rq->a);
	struct sheet *s;
	struct pdf *p;
	struct row *g;
	int over;

	TRY(record_get(rq->act, &GUIDE, rq_arg(rq, "guide"), &g));
	s = sheet_from(rq->a, row_text(g, GUIDE_TITLE), row_show(rq->a, g, GUIDE_AREA), foot_of(rq->a, g), (const char *const[]){
		row_text(g, GUIDE_HELPS), row_text(g, GUIDE_LOOKS), row_text(g, GUIDE_AVOID), row_text(g, GUIDE_MORE) });
	TRY(begin(rq, row_text(g, GUIDE_TITLE), &p));
	fit(p, s, &over);
	draw(p, s);
	TRY(pdf_end(p, &bytes));
	return rq_download(rq, "application/pdf", "sheet.pdf", bytes.data, bytes.len);
}

/* ---- cards ---- */

static void cards_of_area(struct req *rq, struct pdf *p, const struct cards *c, const struct choice *area)
{
	static const struct pdf_column COLUMNS[] = { { "What adults do", 3, false }, { "Used here", 2, false } };
	int n = 0;

	for (int i = 0; i < c->f.rows; i++) {
		const char **cells;

		if (strcmp(found_text(&c->f, i, Q_CARD_EVIDENCE_AREA), area->code) != 0)
			continue;
		if (!n++) {
			pdf_heading(p, 2, area->label);
			pdf_table(p, NULL, COLUMNS, 2, true);
		}
		cells = arena_array(rq->a, 2, sizeof *cells);
		cells[0] = found_text(&c->f, i, Q_CARD_EVIDENCE_TEXT);
		cells[1] = card_evidence(rq->a, c, i);
		pdf_row(p, cells);
	}
	if (n)
		pdf_table_end(p);
}

const struct fault *cards_pdf(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct buf bytes = buf_new(rq->a);
	struct cards c;
	struct pdf *p;

	TRY(cards_read(rq, rq_text(rq, "area"), &c));
	TRY(begin(rq, "What helps here", &p));
	pdf_heading(p, 1, "What helps here");
	pdf_text(p, arena_printf(rq->a, c.exact ? "%s. Counted from what plans of this school say helped. It holds small numbers: "
		"keep it "
		"among those who see plans." : "%s. Counted from what plans of this school say helped; small numbers are not said.",
		day_long(rq->a, rq->act->today)));
	for (const struct choice *a = GUIDANCE_AREAS; a->code; a++)
		cards_of_area(rq, p, &c, a);
	if (!c.f.rows)
		pdf_text(p, "No card is here yet.");
	TRY(pdf_end(p, &bytes));
	return rq_download(rq, "application/pdf", "what-helps.pdf", bytes.data, bytes.len);
}
