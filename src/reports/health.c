/* health.c - how the installation is, without a word of content: store, writer, keys, journal, backups, sessions. Figures only, so
 * that those who run the computers can look after it and read nobody's record. */
#include <string.h>
#include <sys/stat.h>

#include "record/journal.h"
#include "reports/home.h"
#include "reports/queries.sql.h"
#include "seal/seal.h"

static const char *size_words(struct arena *a, int64_t bytes)
{
	static const char *const UNITS[] = { "bytes", "KB", "MB", "GB", "TB" };
	int unit = 0;
	double n = (double)bytes;

	while (n >= 1024 && unit < 4) {
		n /= 1024;
		unit++;
	}
	return arena_printf(a, unit ? "%.1f %s" : "%.0f %s", n, UNITS[unit]);
}

/* The file of a SQLite store with what waits beside it; PostgreSQL says its own size elsewhere. */
static const char *store_words(struct req *rq)
{
	const char *where = web_options(rq->web)->where, *path = strncmp(where, "sqlite:", 7) == 0 ? where + 7 : where;
	struct stat st, wal;

	if (strncmp(where, "postgres", 8) == 0)
		return "PostgreSQL";
	if (stat(path, &st) != 0)
		return "SQLite";
	if (stat(arena_printf(rq->a, "%s-wal", path), &wal) != 0)
		wal.st_size = 0;
	return arena_printf(rq->a, "SQLite, %s; its log beside it %s", size_words(rq->a, st.st_size),
		size_words(rq->a, wal.st_size));
}

static const char *when_words(struct req *rq, const char *at, const char *none)
{
	return *at ? moment_long(rq->a, at) : none;
}

static const char *key_words(struct req *rq)
{
	const char *print;

	if (!rq->act->sealer)
		return "No key process: sealed records cannot be read";
	return sealer_print(rq->act->sealer, rq->a, &print) ? "The key process does not answer" : "Answers";
}

static void draw_writer(struct req *rq, struct ui *ui)
{
	struct writer_counts c = writer_counts(web_writer(rq->web));

	ui_summary_row(ui, "Writing",
		arena_printf(rq->a, "%lld acts saved since it started, %s waiting; the slowest took %.1f ms%s", (long long)c.acts,
		c.queued ? arena_printf(rq->a, "%d", c.queued) : "none", (double)c.slowest_us / 1000.0,
		c.again ? arena_printf(rq->a, "; %lld had to be tried again", (long long)c.again) : ""), NULL, NULL);
}

const struct fault *health_read(struct req *rq, struct found *out)
{
	return query_run(rq->act, &Q_HEALTH, (const char *const[]){ moment_text(rq->a, clock_seconds() - 3600), rq->act->campus },
		out);
}

const struct fault *home_health(struct req *rq, struct ui *ui, const struct panel *p)
{
	struct found f;

	TRY(health_read(rq, &f));
	ui_panel(ui, &(struct ui_panel){ .title = p ? p->title : "Health", .count = -1 });
	ui_summary(ui);
	ui_summary_row(ui, "Store", store_words(rq), NULL, NULL);
	ui_summary_row(ui, "Files kept", found_int(&f, 0, Q_HEALTH_FILES) ? arena_printf(rq->a, "%lld, %s together",
		(long long)found_int(&f, 0, Q_HEALTH_FILES), size_words(rq->a, found_int(&f, 0, Q_HEALTH_FILES_SIZE))) : "None yet",
		NULL, NULL);
	draw_writer(rq, ui);
	ui_summary_row(ui, "Last backup", when_words(rq, found_text(&f, 0, Q_HEALTH_BACKUP),
		"None that this program made. Make one: opensenco backup"), NULL, NULL);
	ui_summary_row(ui, "Key process", arena_printf(rq->a, "%s. %lld keys", key_words(rq),
		(long long)found_int(&f, 0, Q_HEALTH_KEYS)), NULL, NULL);
	ui_summary_row(ui, "Journal", arena_printf(rq->a, "%lld entries. Last signed: %s",
		(long long)found_int(&f, 0, Q_HEALTH_ENTRIES), when_words(rq, found_text(&f, 0, Q_HEALTH_CHECKPOINT), "not yet")),
		rq_leads(rq, "/health") ? "Check the whole chain" : NULL,
		"/health?verify=1");
	ui_summary_row(ui, "Signed in within the hour", arena_printf(rq->a, "%lld %s",
		(long long)found_int(&f, 0, Q_HEALTH_SESSIONS), found_int(&f, 0, Q_HEALTH_SESSIONS) == 1 ? "person" : "people"),
		NULL, NULL);
	ui_summary_end(ui);
	ui_panel_end(ui);
	return NULL;
}

const struct fault *health_page(struct req *rq, struct ui *ui)
{
	int64_t entries, broken;
	const char *why;

	ui->shell.scale = UI_READ;
	ui_title(ui, NULL, "Health", "How the program, its store and its keys are. No record is shown here, nor anybody’s name.");
	if (*rq_text(rq, "verify")) {
		TRY(journal_verify(rq->a, rq->act->db, &entries, &broken, &why));
		if (broken)
			ui_note(ui, UI_LATE, arena_printf(rq->a, "The journal’s chain is broken at entry %lld.", (long long)broken),
				why);
		else
			ui_note(ui, UI_OK, "The journal’s chain is whole.",
				arena_printf(rq->a, "%lld entries, each fits the one before.", (long long)entries));
	}
	return home_health(rq, ui, NULL);
}
