/* look_back_paper.c - the look back as a PDF and as a workbook: the figures of look_back.c and nothing else. */
#include "areas/people/area.h"
#include "doc/pdf.h"
#include "doc/write.h"
#include "reports/look_back.h"

const struct fault *look_back_pdf(struct act *act, const struct look_back *l, struct buf *bytes)
{
	static const struct pdf_column COLUMNS[] = { { "What", 4, false }, { "How many", 1, true } };
	const char *title = l->governors ? "SEND: report to governors" : "SEND: looking back";
	const char *school;
	struct row *campus;
	struct pdf *p;

	TRY(record_get(act_lift(act), &CAMPUS, act->campus, &campus));
	school = row_text(campus, CAMPUS_NAME);
	TRY(pdf_begin(act->a, &(struct pdf_about){ .title = title, .author = school, .school = school, .made = act->moment,
		.foot = l->governors ? "No child can be recognised from these figures" : "Private: for the leaders of the school" },
		&p));
	pdf_heading(p, 1, title);
	pdf_text(p, arena_printf(act->a, "%s: %s.", l->period, l->words));
	if (l->governors)
		pdf_small(p, "Numbers under 5 are not said, nor any other from which one could be worked out. Nothing here is "
			"copied from a child's record.");
	for (int i = 0; i < SECTIONS; i++) {
		const struct figures *s = &l->section[i];

		pdf_heading(p, 2, s->title);
		pdf_text(p, s->sentence);
		if (!s->count)
			continue;
		pdf_table(p, NULL, COLUMNS, 2, true);
		for (int k = 0; k < s->count; k++)
			pdf_row(p, (const char *const[]){ s->line[k].label, figure_words(act->a, &s->line[k]) });
		pdf_table_end(p);
	}
	return pdf_end(p, bytes);
}

const struct fault *look_back_xlsx(struct act *act, const struct look_back *l, struct buf *bytes)
{
	static const struct xlsx_column COLUMNS[] = { { "Part", XLSX_TEXT, 26 }, { "What", XLSX_TEXT, 52 },
		{ "Number", XLSX_NUMBER, 0 },
		{ "Of", XLSX_NUMBER, 0 }, { "Note", XLSX_TEXT, 34 }, { "From", XLSX_DATE, 12 }, { "Until", XLSX_DATE, 12 } };
	struct xlsx *x;

	TRY(xlsx_begin(act->a, l->governors ? "SEND for governors" : "SEND looking back", COLUMNS, 7, &x));
	for (int i = 0; i < SECTIONS; i++)
		for (int k = 0; k < l->section[i].count; k++) {
			const struct figure *f = &l->section[i].line[k];

			xlsx_row(x, (const char *const[]){ l->section[i].title, f->label, f->hidden ? NULL : arena_printf(act->a,
				"%lld", (long long)f->n), f->hidden || f->of_hidden || !f->of ? NULL : arena_printf(act->a, "%lld",
				(long long)f->of), f->hidden ? figure_words(act->a, f) : NULL, day_iso(act->a, l->from),
				day_iso(act->a, l->until) });
		}
	return xlsx_end(x, bytes);
}
