/* before.c - what a route's .before may use: a reading act on its helper thread's own connection, and tickets, which carry one
 * step's result to the next through the browser without anything being stored. Not here: slowing down (slow.c). */
#include <string.h>

#include "base/text.h"
#include "seal/hash.h"
#include "web/inner.h"

static const struct actor PROGRAM = { .account = "", .staff = "", .name = "OpenSENCO", .pupil = "", .session = "",
	.program = true };

const struct fault *web_read(struct req *rq, const struct fault *(*read)(struct act *act, void *self), void *self)
{
	struct reader *rd = helpers_thread();
	const struct fault *f;
	struct act *act;

	if (!rd || !rd->db)
		return FAULT(rq->a, FAULT_BROKEN, "this thread has no store");
	TRY(db_begin(rd->db, rq->a, false));
	act = act_new(rq->a, rd->db, rq->web->o.house, rq->web->o.sealer, &PROGRAM, "", false);
	f = act_guard(act);
	f = f ? f : read(act, self);
	db_settle(rd->db);
	db_rollback(rd->db, rq->a);
	db_settle(rd->db);
	rq->read_before = act;
	return f;
}

static const char *mac(const struct req *rq, const char *purpose, const char *text, const char *until)
{
	unsigned char out[SEAL_HASH];
	struct seal_hash h;

	seal_hash_begin(&h, "opensenco.ticket.1");
	seal_hash_bytes(&h, rq->web->ticket_key, sizeof rq->web->ticket_key);
	seal_hash_text(&h, purpose);
	seal_hash_text(&h, text);
	seal_hash_text(&h, until);
	seal_hash_end(&h, out);
	return seal_hex(rq->a, out, sizeof out);
}

const char *web_ticket(const struct req *rq, const char *purpose, const char *text, int seconds)
{
	const char *until = arena_printf(rq->a, "%lld", (long long)clock_seconds() + seconds);

	return arena_printf(rq->a, "%s.%s.%s", mac(rq, purpose, text, until), until, text);
}

const char *web_ticket_open(const struct req *rq, const char *purpose, const char *ticket)
{
	const char *dot = ticket ? strchr(ticket, '.') : NULL, *dot2 = dot ? strchr(dot + 1, '.') : NULL, *until;
	int64_t seconds;

	if (!dot2)
		return NULL;
	until = arena_text_n(rq->a, dot + 1, (size_t)(dot2 - dot - 1));
	if (!seal_same_text(arena_text_n(rq->a, ticket, (size_t)(dot - ticket)), mac(rq, purpose, dot2 + 1, until)))
		return NULL;
	return text_to_int(until, &seconds) && clock_seconds() < seconds ? dot2 + 1 : NULL;
}
