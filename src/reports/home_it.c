/* home_it.c - what needs those who run the computers: a backup that is missing or old, keys that do not answer, a calendar that
 * ends, invitations that nobody used. Then the installation in a few lines. No record, and nobody's name. */
#include <string.h>

#include "areas/people/area.h"
#include "reports/home.h"
#include "reports/queries.sql.h"
#include "seal/seal.h"

enum { BACKUP_DAYS = 8 };

static int say(struct ui *ui, enum ui_tone tone, const char *what, const char *remedy)
{
	ui_note(ui, tone, what, remedy);
	return 1;
}

static int say_backup(struct req *rq, struct ui *ui, const char *at)
{
	day made = *at ? moment_day(at) : DAY_NONE;

	if (made == DAY_NONE)
		return say(ui, UI_LATE, "No backup has been made.",
			"Run opensenco backup on the server, and let the server do it each night.");
	if (rq->act->today - made < BACKUP_DAYS)
		return 0;
	return say(ui, UI_LATE, arena_printf(rq->a, "The last backup is %s old.", day_span(rq->a, made, rq->act->today)),
		"Look why the nightly backup did not run.");
}

static int say_needs(struct req *rq, struct ui *ui, const struct found *health, const struct found *counts)
{
	int64_t invited = found_int(counts, 0, Q_IT_COUNTS_INVITED);
	const char *print;
	int n = say_backup(rq, ui, found_text(health, 0, Q_HEALTH_BACKUP));

	if (!rq->act->sealer || sealer_print(rq->act->sealer, rq->a, &print))
		n += say(ui, UI_LATE, "The key process does not answer.",
			"Sealed records cannot be read. Start the service again, and see its log.");
	if (!found_int(counts, 0, Q_IT_COUNTS_TERMS))
		n += say(ui, UI_SOON, "No term dates from today on.",
			"Due dates count school days: add the terms in the calendar.");
	if (invited)
		n += say(ui, UI_PLAIN, arena_printf(rq->a, invited == 1 ? "%lld invitation is not used yet." :
			"%lld invitations are not used yet.", (long long)invited),
			"An invitation lasts seven days; a new one can be made in Accounts.");
	return n;
}

const struct fault *home_it(struct req *rq, struct ui *ui, const struct panel *p)
{
	const char *file, *backup;
	struct found health, counts;

	TRY(health_read(rq, &health));
	TRY(query_run(rq->act, &Q_IT_COUNTS, (const char *const[]){ home_since(rq, 0) }, &counts));
	if (!say_needs(rq, ui, &health, &counts))
		ui_note(ui, UI_OK, "Nothing needs you.", "Backup, keys and calendar are well.");
	file = found_text(&counts, 0, Q_IT_COUNTS_FILE);
	backup = found_text(&health, 0, Q_HEALTH_BACKUP);
	ui_panel(ui, &(struct ui_panel){ .title = p->title, .count = -1, .link = rq_leads(rq, "/health") ? "Health in full" : NULL,
		.href = "/health" });
	ui_summary(ui);
	ui_summary_row(ui, "Accounts", arena_printf(rq->a, "%lld open, %lld invited", (long long)found_int(&counts, 0,
		Q_IT_COUNTS_OPEN), (long long)found_int(&counts, 0, Q_IT_COUNTS_INVITED)), "Accounts", "/accounts");
	ui_summary_row(ui, "Signed in within the hour", arena_printf(rq->a, "%lld", (long long)found_int(&health, 0,
		Q_HEALTH_SESSIONS)), NULL, NULL);
	ui_summary_row(ui, "Last backup", *backup ? moment_long(rq->a, backup) : "None", NULL, NULL);
	ui_summary_row(ui, "Last file brought in", *file ? moment_long(rq->a, file) : "None", rq_leads(rq, "/imports") ?
		"Files in" : NULL, "/imports");
	ui_summary_row(ui, "Calendar", found_int(&counts, 0, Q_IT_COUNTS_TERMS) ? "Terms are set" : "No terms ahead",
		rq_leads(rq, "/school/calendar") ? "Calendar" : NULL, "/school/calendar");
	ui_summary_end(ui);
	ui_panel_end(ui);
	return NULL;
}
