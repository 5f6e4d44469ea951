/* act.c - opening an act and telling the store who acts. */
#include <string.h>

#include "base/random.h"
#include "record/engine.h"

struct act *act_new(struct arena *a, struct db *db, const struct house *h, struct sealer *sealer, const struct actor *who,
	const char *campus, bool writing)
{
	struct act *act = arena_alloc(a, sizeof *act);

	act->a = a;
	act->db = db;
	act->house = h;
	act->sealer = sealer;
	act->who = who;
	act->campus = campus ? campus : "";
	act->id = random_id(a);
	act->moment = moment_now(a);
	act->today = day_today();
	act->writing = writing;
	act->notes = notes_new(a);
	return act;
}

const struct fault *act_guard(struct act *act)
{
	struct buf b = buf_new(act->a);
	const struct actor *who = act->who;

	/* lint: dialect because the other store has no row-level security to tell */
	if (db_kind(act->db) == DB_SQLITE)
		return NULL;
	if (who->program)
		return db_actor(act->db, act->a, who->account, "*");
	buf_add(&b, act->campus);
	for (int i = 0; i < who->held_count; i++) {
		if (strstr(buf_text(&b), who->held[i].campus))
			continue;
		buf_add(&b, b.len ? "," : "");
		buf_add(&b, who->held[i].campus);
	}
	return db_actor(act->db, act->a, who->account, buf_text(&b));
}

struct act *act_lift(struct act *act)
{
	struct act *lifted = arena_alloc(act->a, sizeof *lifted);
	struct actor *who = arena_alloc(act->a, sizeof *who);

	*who = *act->who;
	who->program = true;
	*lifted = *act;
	lifted->who = who;
	return lifted;
}
