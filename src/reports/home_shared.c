/* home_shared.c - the home of somebody who comes to a few children only: a professional with a grant, a parent or a child with an
 * account. Who they are and until when; what of each child may be seen is the child's page's to say. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/people/area.h"
#include "reports/home.h"
#include "web/about.h"

enum { SHARED_MOST = 200 };

/* The last day of all that was granted about a child; DAY_NONE: they come to the child by being who they are. */
static day until_of(const struct rows *grants, const char *pupil)
{
	day last = DAY_NONE;

	for (int i = 0; i < grants->count; i++) {
		day until = row_day(grants->row[i], CASE_GRANT_UNTIL);

		if (strcmp(row_text(grants->row[i], CASE_GRANT_PUPIL), pupil) == 0 && (last == DAY_NONE || until > last))
			last = until;
	}
	return last;
}

const struct fault *home_shared(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "Child", .width = 50 }, { "Until", .width = 30 }, { NULL } };
	const char *today = day_iso(rq->a, rq->act->today);
	struct rows children, grants;

	TRY(record_list(rq->act, &PUPIL, &(struct ask){ .limit = SHARED_MOST }, &children));
	TRY(record_list(act_lift(rq->act), &CASE_GRANT, &(struct ask){ .as_at = today, .limit = SHARED_MOST,
		.where = { { CASE_GRANT_ACCOUNT, IS, rq->act->who->account } } }, &grants));
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = children.count });
	if (!children.count)
		ui_empty(ui, "The school shares nobody’s record with you today. Ask the SENCO if you expected to see a child.",
			NULL, NULL);
	else
		ui_table(ui, &(struct ui_table){ .caption = p->title, .columns = COLUMNS });
	for (int i = 0; i < children.count; i++) {
		const struct row *c = children.row[i];
		const char *known = row_text(c, PUPIL_KNOWN_AS), *last = row_text(c, PUPIL_KNOWN_SURNAME);
		day until = until_of(&grants, row_id(c));

		ui_row(ui);
		ui_cell_link(ui, about_name(rq->a, *known ? known : row_text(c, PUPIL_FORENAME), *last ? last :
			row_text(c, PUPIL_SURNAME)), arena_printf(rq->a, "/pupils/%s", row_id(c)));
		ui_cell(ui, until == DAY_NONE ? "" : day_long(rq->a, until));
		ui_row_end(ui);
	}
	if (children.count)
		ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}
