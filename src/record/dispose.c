/* dispose.c - destroying what is kept about a child. Who may and when is the caller's: areas, retention and the matrix. */
#include "record/dispose.h"

#include <string.h>

#include "record/engine.h"
#include "record/recall.h"
#include "record/journal.h"

static bool stays(const struct record *r, const struct record *const *stay)
{
	for (; *stay; stay++)
		if (*stay == r)
			return true;
	return false;
}

static const struct fault *held(struct act *act, const char *pupil, bool *out)
{
	struct sql s = sql_new(act);
	struct stmt *st;

	*out = false;
	if (!record_find(act->house, "legal_hold"))
		return NULL;
	sql_add(&s, "SELECT 1 FROM legal_hold h WHERE h.pupil = $%d AND h.withdrawn IS NULL AND h.\"from\" <= $%d",
		sql_bind(&s, pupil), sql_bind(&s, day_iso(act->a, act->today)));
	sql_add(&s, " AND (h.\"until\" IS NULL OR h.\"until\" >= $%d) LIMIT 1", sql_bind(&s, day_iso(act->a, act->today)));
	TRY(sql_ask(&s, &st));
	TRY(stmt_step(st, out));
	stmt_done(st);
	return NULL;
}

static const struct fault *run_for(struct act *act, const char *text, const char *pupil, int64_t *changed)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, text, &st));
	stmt_text(st, 1, pupil);
	TRY(stmt_run(st));
	*changed = stmt_changes(st);
	stmt_done(st);
	return NULL;
}

static const struct fault *destroy_type(struct act *act, const struct record *r, const char *pupil, int64_t *rows)
{
	const char *column = r->is & IS_PUPIL ? "id" : r->about;
	int64_t n = 0, ignored;

	TRY(run_for(act, arena_printf(act->a, "DELETE FROM token WHERE record = '%s' AND \"row\" IN (SELECT id FROM \"%s\" WHERE "
		"\"%s\" = $1)", r->name, r->name, column), pupil, &ignored));
	TRY(run_for(act, arena_printf(act->a, "DELETE FROM \"%s_version\" WHERE id IN (SELECT id FROM \"%s\" WHERE \"%s\" = $1)",
		r->name, r->name, column), pupil, &ignored));
	TRY(run_for(act, arena_printf(act->a, "DELETE FROM \"%s\" WHERE \"%s\" = $1", r->name, column), pupil, &n));
	*rows += n;
	return NULL;
}

/* With the child go the records that were joined to it, and their keys. */
static const struct fault *destroy_one(struct act *lifted, const char *pupil, const struct record *const *stay, int64_t *rows)
{
	const struct house *h = lifted->house;
	int64_t ignored;

	TRY(run_for(lifted, "DELETE FROM seal_key WHERE subject = $1", pupil, &ignored));
	TRY(run_for(lifted, "DELETE FROM blob WHERE subject = $1", pupil, &ignored));
	for (int i = h->count - 1; i >= 0; i--)
		if (((h->records[i]->is & IS_PUPIL) || about_pupils(h->records[i])) && !stays(h->records[i], stay))
			TRY(destroy_type(lifted, h->records[i], pupil, rows));
	return NULL;
}

const struct fault *record_dispose(struct act *act, const char *pupil, const char *proposed_by, const struct record *const *stay,
	int64_t *rows)
{
	struct act *lifted = act_lift(act);
	const char **ids;
	bool hold;

	*rows = 0;
	if (!act->writing || act->known_on)
		return FAULT(act->a, FAULT_BROKEN, "a reading act cannot dispose");
	if (!*act->who->account || !*proposed_by || strcmp(act->who->account, proposed_by) == 0)
		return FAULT(act->a, FAULT_INVALID, "Somebody else must approve what you proposed.");
	TRY(held(lifted, pupil, &hold));
	if (hold)
		return FAULT(act->a, FAULT_INVALID, "A legal hold is in force: nothing about this child may be destroyed.");
	facts_note(act);
	TRY(join_all(lifted, pupil, &ids));
	for (int i = 0; ids[i]; i++)
		TRY(destroy_one(lifted, ids[i], stay, rows));
	journal_note(act, "disposed", "pupil", pupil, pupil, arena_printf(act->a, "%lld records; proposed by %s", (long long)*rows,
		proposed_by));
	return NULL;
}
