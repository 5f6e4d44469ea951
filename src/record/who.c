/* who.c - sessions and the actor behind an account. What a person may do is the matrix's; here is only who they are today. */
#include "record/who.h"

#include <string.h>

#include "record/engine.h"
#include "seal/hash.h"

static const char *text_at(struct stmt *st, int column)
{
	const char *t = stmt_get_text(st, column);

	return t ? t : "";
}

const struct fault *session_find(struct db *db, struct arena *a, const char *id, struct session **out)
{
	struct session *s = arena_alloc(a, sizeof *s);
	struct stmt *st;
	const void *key;
	bool more;
	size_t n;

	TRY(db_ask(db, a, "SELECT account, campus, role, made_at, used_at, fresh_at, agent, pupil, stamp_key, locked,"
		" (SELECT value FROM counter WHERE name = 'rights')"
		", (SELECT c.name FROM campus c WHERE c.id = session.campus), ended_at, (SELECT value FROM counter WHERE name = "
		"'facts') FROM session WHERE id = $1", &st));
	stmt_text(st, 1, id);
	TRY(stmt_step(st, &more));
	if (!more)
		return FAULT(a, FAULT_NONE, "no such session");
	s->id = id;
	s->account = text_at(st, 0);
	s->campus = text_at(st, 1);
	s->role = text_at(st, 2);
	s->made_at = text_at(st, 3);
	s->used_at = text_at(st, 4);
	s->fresh_at = text_at(st, 5);
	s->agent = text_at(st, 6);
	s->pupil = text_at(st, 7);
	key = stmt_get_bytes(st, 8, &n);
	if (key && n == sizeof s->stamp_key)
		memcpy(s->stamp_key, key, n);
	s->locked = stmt_get_int(st, 9) != 0;
	s->rights = stmt_get_int(st, 10);
	s->school = text_at(st, 11);
	s->ended = !stmt_is_null(st, 12);
	s->facts = stmt_get_int(st, 13);
	stmt_done(st);
	*out = s;
	return NULL;
}

const struct fault *session_make(struct act *act, const struct session *w, const char **token)
{
	struct stmt *st;

	*token = seal_token(act->a);
	TRY(db_ask(act->db, act->a, "INSERT INTO session (id, account, campus, role, stamp_key, made_at, used_at, fresh_at, locked, "
		"agent, pupil) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)", &st));
	stmt_text(st, 1, seal_token_hash(act->a, *token));
	stmt_text(st, 2, w->account);
	stmt_text(st, 3, w->campus);
	stmt_text(st, 4, w->role);
	stmt_bytes(st, 5, w->stamp_key, sizeof w->stamp_key);
	stmt_text(st, 6, act->moment);
	stmt_text(st, 7, act->moment);
	stmt_text(st, 8, w->fresh_at && *w->fresh_at ? w->fresh_at : NULL);
	stmt_text(st, 9, w->agent ? w->agent : "");
	stmt_text(st, 10, w->pupil && *w->pupil ? w->pupil : NULL);
	return stmt_finish(st);
}

const struct fault *session_save(struct act *act, const struct session *s)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, "UPDATE session SET campus = $2, role = $3, used_at = $4, fresh_at = $5, locked = $6, agent = "
		"$7 WHERE id = $1", &st));
	stmt_text(st, 1, s->id);
	stmt_text(st, 2, s->campus);
	stmt_text(st, 3, s->role);
	stmt_text(st, 4, s->used_at);
	stmt_text(st, 5, s->fresh_at && *s->fresh_at ? s->fresh_at : NULL);
	stmt_int(st, 6, s->locked);
	stmt_text(st, 7, s->agent ? s->agent : "");
	return stmt_finish(st);
}

const struct fault *session_end(struct act *act, const char *id)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, "UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL", &st));
	stmt_text(st, 1, id);
	stmt_text(st, 2, act->moment);
	return stmt_finish(st);
}

const struct fault *session_list(struct act *act, const char *account, struct session **out, int *count)
{
	const char *since = moment_text(act->a, moment_seconds(act->moment) - 36000);
	struct stmt *st;
	bool more;

	*out = NULL;
	*count = 0;
	TRY(db_ask(act->db, act->a, "SELECT id, account, role, made_at, used_at, agent FROM session WHERE account = $1 AND ended_at "
		"IS NULL AND made_at > $2 ORDER BY made_at DESC LIMIT 50", &st));
	stmt_text(st, 1, account);
	stmt_text(st, 2, since);
	for (;;) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		*out = arena_extend(act->a, *out, (size_t)*count * sizeof **out, (size_t)(*count + 1) * sizeof **out);
		(*out)[(*count)++] = (struct session){ .id = text_at(st, 0), .account = text_at(st, 1), .role = text_at(st, 2),
			.made_at = text_at(st, 3), .used_at = text_at(st, 4), .agent = text_at(st, 5) };
	}
	stmt_done(st);
	return NULL;
}

const struct fault *session_end_others(struct act *act, const char *account, const char *except)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, "UPDATE session SET ended_at = $3 WHERE account = $1 AND id <> $2 AND ended_at IS NULL", &st));
	stmt_text(st, 1, account);
	stmt_text(st, 2, except);
	stmt_text(st, 3, act->moment);
	return stmt_finish(st);
}

/* Roles held in force today, then those lent by somebody who holds them (never more than the lender's, never T4 for a group
 * role). */
static const char ROLES[] =
	"SELECT h.role, h.campus FROM role_held h WHERE h.account = $1 AND h.withdrawn IS NULL AND (h.\"from\" IS NULL OR "
	"h.\"from\" <= $2) AND (h.\"until\" IS NULL OR h.\"until\" >= $2)"
	" UNION SELECT d.role, d.campus FROM delegation d JOIN role_held h ON h.account = d.giver AND h.role = d.role AND h.campus "
	"= d.campus WHERE d.taker = $1 AND d.withdrawn IS NULL AND d.\"from\" <= $2 AND (d.\"until\" IS NULL OR d.\"until\" >= $2)"
	" AND h.withdrawn IS NULL AND (h.\"from\" IS NULL OR h.\"from\" <= $2) AND (h.\"until\" IS NULL OR h.\"until\" >= $2)"
	" ORDER BY 2, 1";

static const struct fault *load_roles(struct db *db, struct arena *a, const struct house *h, day today, struct actor *who)
{
	struct held *held = NULL;
	struct stmt *st;
	bool more;
	int n = 0;

	TRY(db_ask(db, a, ROLES, &st));
	stmt_text(st, 1, who->account);
	stmt_text(st, 2, day_iso(a, today));
	for (;;) {
		int role;

		TRY(stmt_step(st, &more));
		if (!more)
			break;
		role = matrix_role(h->matrix, text_at(st, 0));
		if (role < 0)
			continue;
		held = arena_extend(a, held, (size_t)n * sizeof *held, (size_t)(n + 1) * sizeof *held);
		held[n++] = (struct held){ role, text_at(st, 1) };
	}
	stmt_done(st);
	who->held = held;
	who->held_count = n;
	return NULL;
}

const struct fault *actor_load(struct db *db, struct arena *a, const struct house *h, const char *account, day today,
	struct actor **out)
{
	struct actor *who = arena_alloc(a, sizeof *who);
	struct stmt *st;
	bool more;

	TRY(db_ask(db, a, "SELECT a.staff, a.name, a.login FROM account a"
		" WHERE a.id = $1 AND a.withdrawn IS NULL AND a.state = 'open'", &st));
	stmt_text(st, 1, account);
	TRY(stmt_step(st, &more));
	if (!more)
		return FAULT(a, FAULT_NONE, "no open account of that id");
	who->account = account;
	who->staff = text_at(st, 0);
	who->name = *text_at(st, 1) ? text_at(st, 1) : text_at(st, 2);
	who->pupil = "";
	who->session = "";
	stmt_done(st);
	TRY(load_roles(db, a, h, today, who));
	*out = who;
	return NULL;
}

const struct fault *rights_changed(struct act *act)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, "UPDATE counter SET value = value + 1 WHERE name = 'rights'", &st));
	return stmt_finish(st);
}

const struct fault *once_find(struct act *act, const char *key, const unsigned char body[32], const char **answer)
{
	struct stmt *st;
	const void *seen;
	bool more;
	size_t n;

	*answer = NULL;
	TRY(db_ask(act->db, act->a, "SELECT body, answer FROM once WHERE id = $1", &st));
	stmt_text(st, 1, key);
	TRY(stmt_step(st, &more));
	if (!more)
		return NULL;
	seen = stmt_get_bytes(st, 0, &n);
	if (n != 32 || memcmp(seen, body, 32) != 0)
		return FAULT(act->a, FAULT_REPEAT, "this form was sent before with other content");
	*answer = text_at(st, 1);
	stmt_done(st);
	return NULL;
}

const struct fault *once_keep(struct act *act, const char *key, const unsigned char body[32], const char *answer)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, "INSERT INTO once (id, body, answer, at) VALUES ($1, $2, $3, $4)", &st));
	stmt_text(st, 1, key);
	stmt_bytes(st, 2, body, 32);
	stmt_text(st, 3, answer);
	stmt_text(st, 4, act->moment);
	return stmt_finish(st);
}
