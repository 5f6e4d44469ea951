/* home_flags.c - for those who answer for a group of children: the safeguarding lead and the designated teacher for those looked
 * after or with a social worker, the pupil premium lead for those who bring it. How many there are and how many of them are on the
 * register; each figure opens its rows. */
#include <string.h>

#include "areas/people/area.h"
#include "reports/home.h"
#include "reports/queries.sql.h"

static const struct { const char *role, *title, *codes; } GROUPS[] = {
	{ "dsl", "Children in care or with a social worker", "LAC CIN PLAC YC" },
	{ "dt", "Children in care, now or before", "LAC PLAC CIN" },
	{ "pp_lead", "Pupil premium and SEN", "PP E6 FSM LAC PLAC SVC" },
};

static bool among(const char *codes, const char *code)
{
	size_t n = strlen(code);

	for (const char *p = strstr(codes, code); p; p = strstr(p + 1, code))
		if ((p == codes || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

static void one_group(struct req *rq, struct ui *ui, const struct found *f, int i)
{
	const char *code = found_text(f, i, Q_FLAGGED_CODE);
	int64_t all = found_int(f, i, Q_FLAGGED_CHILDREN), on = found_int(f, i, Q_FLAGGED_ON_REGISTER);
	const char *words = arena_printf(rq->a, "%lld on the register", (long long)on),
		*href = arena_printf(rq->a, "/register?flag=%s", code);

	ui_row(ui);
	ui_cell(ui, choice_label(FLAG_CODES, code));
	ui_cell(ui, arena_printf(rq->a, all == 1 ? "%lld child on roll" : "%lld children on roll", (long long)all));
	if (on && rq_leads(rq, href))
		ui_cell_link(ui, words, href);
	else
		ui_cell(ui, on ? words : "None on the register");
	ui_row_end(ui);
}

const struct fault *home_flagged(struct req *rq, struct ui *ui, const struct panel *p)
{
	static const struct ui_column COLUMNS[] = { { "Group", .width = 40 }, { "On roll", .phone = UI_BARE, .width = 30 },
		{ "On the register", .phone = UI_BARE, .width = 30 }, { NULL } };
	bool any = false;
	struct found f;
	size_t g = 0;

	(void)p;
	while (g < sizeof GROUPS / sizeof *GROUPS && strcmp(GROUPS[g].role, rq_role(rq)) != 0)
		g++;
	if (g == sizeof GROUPS / sizeof *GROUPS)
		return NULL;
	TRY(query_run(rq->act, &Q_FLAGGED, (const char *const[]){ home_since(rq, 0) }, &f));
	for (int i = 0; i < f.rows; i++)
		any = any || among(GROUPS[g].codes, found_text(&f, i, Q_FLAGGED_CODE));
	ui_panel(ui, &(struct ui_panel){ .title = GROUPS[g].title, .count = -1 });
	if (!any)
		ui_empty(ui, "Nobody on roll carries one of these flags. They come with the school’s pupil list.", NULL, NULL);
	else
		ui_table(ui, &(struct ui_table){ .caption = GROUPS[g].title, .columns = COLUMNS, .headless = true,
			.css = "os-fixed" });
	for (int i = 0; i < f.rows; i++)
		if (among(GROUPS[g].codes, found_text(&f, i, Q_FLAGGED_CODE)))
			one_group(rq, ui, &f, i);
	if (any)
		ui_table_end(ui);
	ui_panel_end(ui);
	return NULL;
}
