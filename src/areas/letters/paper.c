/* paper.c - letters as they are printed: one, or all that were written together, each on a page of its own. No child's name in a
 * file's name or in its title. */
#include <string.h>

#include "areas/letters/pages.h"
#include "doc/pdf.h"

enum { MOST = 400 };

static void draw_letter(struct arena *a, struct pdf *p, const struct row *campus, const struct row *l)
{
	const char *phone = row_named(campus, "phone"), *email = row_named(campus, "email");

	pdf_strong(p, row_named(campus, "name"));
	pdf_small(p, arena_printf(a, "%s\n%s%s%s", row_named(campus, "address"), row_named(campus, "postcode"), *phone || *email ?
		"\n" : "", *phone && *email ? arena_printf(a, "%s · %s", phone, email) : *phone ? phone : email));
	pdf_gap(p, 28);
	pdf_text(p, row_text(l, LETTER_NAME));
	pdf_text(p, row_text(l, LETTER_ADDRESS));
	pdf_gap(p, 14);
	pdf_text(p, row_show(a, l, LETTER_ON));
	pdf_subject(p, row_text(l, LETTER_TITLE));
	pdf_text(p, row_text(l, LETTER_BODY));
}

static const struct fault *print(struct req *rq, struct row *const *letters, int count)
{
	const struct record *r = record_find(rq->act->house, "campus");
	struct buf bytes = buf_new(rq->a);
	struct row *campus;
	struct pdf *p;
	int drawn = 0;

	TRY(record_get(rq->act, r, rq->act->campus, &campus));
	TRY(pdf_begin(rq->a, &(struct pdf_about){ .title = row_text(letters[0], LETTER_TITLE),
		.author = row_named(campus, "name"), .made = rq->act->moment }, &p));
	for (int i = 0; i < count; i++) {
		if (!row_has(letters[i], LETTER_BODY))
			continue;
		if (drawn++)
			pdf_page(p);
		draw_letter(rq->a, p, campus, letters[i]);
		journal_note(rq->act, "print", "letter", row_id(letters[i]), row_about(letters[i]), "");
	}
	TRY(pdf_end(p, &bytes));
	return rq_download(rq, "application/pdf", count == 1 ? "letter.pdf" : "letters.pdf", bytes.data, bytes.len);
}

const struct fault *letter_pdf(struct req *rq, struct ui *ui)
{
	struct row *l;

	(void)ui;
	TRY(record_get(rq->act, &LETTER, rq_arg(rq, "letter"), &l));
	if (!row_has(l, LETTER_BODY))
		return FAULT(rq->a, FAULT_NONE, "another's letter");
	return print(rq, &l, 1);
}

const struct fault *batch_pdf(struct req *rq, struct ui *ui)
{
	struct ask ask = { .where = { { LETTER_BATCH, IS, rq_arg(rq, "batch") } }, .order = "written_on name", .limit = MOST };
	struct rows rows;

	(void)ui;
	TRY(record_list(rq->act, &LETTER, &ask, &rows));
	if (!rows.count || !row_has(rows.row[0], LETTER_BODY))
		return FAULT(rq->a, FAULT_NONE, "no letters of that number");
	return print(rq, rows.row, rows.count);
}
