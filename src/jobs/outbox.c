/* outbox.c - take, send, land: the outbox's job. What a message may say and to whom is settled where it was written; here the rule
 * about contacts is asked once more, for a court order may have come in meanwhile. Not here: the talk with the server
 * (postman.c). */
#include "jobs/outbox.h"

#include <stdio.h>
#include <string.h>

#include "areas/letters/area.h"
#include "base/log.h"
#include "base/text.h"
#include "law/reach.h"
#include "record/who.h"
#include "web/tell.h"

enum { LEASE_SECONDS = 900, LATER_MOST = 4 * 3600, DOWN_MOST = 1800, WORDS_MOST = 400 };

static const struct actor PROGRAM = { .account = "", .staff = "", .name = "OpenSENCO", .pupil = "", .program = true,
	.session = "" };

/* One message on its way: what take found, and what land is to say. Texts are in the arena of the round. */
struct item {
	struct outbox *o;
	struct arena *a;
	bool found;
	const char *id, *campus, *words, *to;
	int64_t tries;
	struct outbox_mail mail;
	enum outbox_result result;
};

static int64_t doubled(int64_t times, int64_t most)
{
	int64_t wait = times > 10 ? most : (int64_t)60 << (times > 0 ? times - 1 : 0);

	return wait > most ? most : wait;
}

static struct outbox_down *down_of(struct outbox *o, const char *campus)
{
	struct outbox_down *free_one = &o->down[0];

	for (int i = 0; i < OUTBOX_SERVERS; i++) {
		if (strcmp(o->down[i].campus, campus) == 0)
			return &o->down[i];
		if (!o->down[i].campus[0])
			free_one = &o->down[i];
	}
	*free_one = (struct outbox_down){ .times = 0 };
	snprintf(free_one->campus, sizeof free_one->campus, "%s", campus);
	return free_one;
}

static const struct fault *change(struct act *act, struct row *m, const char *const *pairs)
{
	struct form *form = form_new(act->a, &MESSAGE);

	for (; *pairs; pairs += 2)
		form_set(form, field_find(&MESSAGE, pairs[0]), pairs[1]);
	return record_change(act, m, form);
}

/* ---- take ---- */

/* Whoever was sending it is gone, and nobody knows how far they came. */
static const struct fault *end_leases(struct act *act)
{
	struct ask ask = { .where = { { MESSAGE_STATE, IS, "sending" }, { MESSAGE_LEASE, BEFORE, act->moment } }, .limit = 50,
		.clear_only = true };
	struct rows rows;

	TRY(record_list(act, &MESSAGE, &ask, &rows));
	for (int i = 0; i < rows.count; i++)
		TRY(change(act, rows.row[i], (const char *const[]){ "state", "unknown", "lease_until", "",
			"words", "The program stopped while it was being sent", NULL }));
	return NULL;
}

/* May it still go? A limit that came in between holds it. */
static const struct fault *still_may(struct act *act, struct row *m, bool *may)
{
	const struct fault *f;
	const char *address;
	struct row *pupil;
	struct reach to;

	*may = true;
	TRY(tell_address(act, m, &address));
	if (!*address && strcmp(row_text(m, MESSAGE_TO_KIND), "address") != 0) {
		*may = false;
		return change(act, m, (const char *const[]){ "state", "refused", "words", "No e-mail address in their record",
			NULL });
	}
	if (strcmp(row_text(m, MESSAGE_TO_KIND), "contact") != 0 || !*row_about(m))
		return NULL;
	TRY(record_get(act, record_find(act->house, "pupil"), row_about(m), &pupil));
	f = reach_one(act, pupil, row_text(m, MESSAGE_TO), REACH_EMAIL, &to);
	if (f && f->code != FAULT_NONE)
		return f;
	if (f)
		to = (struct reach){ .may = REACH_NO, .why = "They are no contact of this child any longer" };
	*may = to.may == REACH_YES || (to.may == REACH_ASK && row_int(m, MESSAGE_AGREED) == 1);
	return *may ? NULL : change(act, m, (const char *const[]){ "state", "held", "words", to.why, NULL });
}

static const char *text_of(struct act *act, const struct row *server, const struct row *m)
{
	const char *site = row_text(server, MAIL_SERVER_SITE), *path = row_text(m, MESSAGE_PATH), *body = row_text(m, MESSAGE_BODY);
	size_t n = strlen(site);

	while (n && site[n - 1] == '/')
		n--;
	return *path && n ? arena_printf(act->a, "%s\n\n%.*s%s\n", body, (int)n, site, path) : body;
}

static const struct fault *load(struct act *act, struct item *it, const struct row *server, const struct row *m)
{
	const char *from = row_text(server, MAIL_SERVER_FROM), *at = strchr(from, '@');
	struct outbox_mail *mail = &it->mail;

	TRY(tell_address(act, m, &it->to));
	*mail = (struct outbox_mail){ .host = row_text(server, MAIL_SERVER_HOST), .tls = row_text(server, MAIL_SERVER_TLS),
		.user = row_text(server, MAIL_SERVER_USER), .password = row_text(server, MAIL_SERVER_PASSWORD),
		.port = (int)row_int(server, MAIL_SERVER_PORT), .from = from, .from_name = row_text(server, MAIL_SERVER_FROM_NAME),
		.reply_to = row_text(server, MAIL_SERVER_REPLY_TO), .to = it->to, .to_name = row_text(m, MESSAGE_NAME),
		.subject = row_text(m, MESSAGE_SUBJECT), .text = text_of(act, server, m),
		.message_id = arena_printf(act->a, "%s%s", row_text(m, MESSAGE_ID), at ? at : "@localhost") };
	if (!*row_text(m, MESSAGE_FILE))
		return NULL;
	mail->file_name = row_text(m, MESSAGE_FILE_NAME);
	mail->file_type = row_text(m, MESSAGE_FILE_TYPE);
	return blob_get(act, row_text(m, MESSAGE_FILE), &mail->file, &mail->file_n);
}

/* The message of this school that has waited longest, if its server is not known to be down. Nothing sealed is opened until one is
 * due. */
static const struct fault *take_of(struct act *act, struct item *it, struct row *server)
{
	const char *campus = row_campus(server), *now = moment_text(act->a, moment_seconds(act->moment) + 1);
	struct ask ask = { .where = { { MESSAGE_STATE, IS, "queued" }, { MESSAGE_NEXT_TRY, BEFORE, now } }, .campus = campus,
		.order = "next_try_at queued_at", .limit = 1, .clear_only = true };
	struct row *m;
	struct rows rows;
	bool may = false;

	if (down_of(it->o, campus)->until > moment_seconds(act->moment))
		return NULL;
	while (!may) {
		TRY(record_list(act, &MESSAGE, &ask, &rows));
		if (!rows.count)
			return NULL;
		TRY(still_may(act, rows.row[0], &may));
	}
	TRY(record_get(act, &MESSAGE, row_id(rows.row[0]), &m));
	TRY(record_get(act, &MAIL_SERVER, row_id(server), &server));
	it->found = true;
	it->id = row_id(m);
	it->campus = campus;
	it->tries = row_int(m, MESSAGE_TRIES) + 1;
	TRY(load(act, it, server, m));
	return change(act, m, (const char *const[]){ "state", "sending", "address", it->mail.to, "tries",
		arena_printf(act->a, "%lld", (long long)it->tries),
		"lease_until", moment_text(act->a, moment_seconds(act->moment) + LEASE_SECONDS), NULL });
}

static const struct fault *take(struct act *act, void *self)
{
	struct item *it = self;
	struct rows servers;

	it->found = false;
	TRY(end_leases(act));
	if (it->o->off)
		return NULL;
	TRY(record_list(act, &MAIL_SERVER, &(struct ask){ .where = { { MAIL_SERVER_ON, IS, "1" } }, .clear_only = true },
		&servers));
	for (int i = 0; i < servers.count && !it->found; i++)
		TRY(take_of(act, it, servers.row[i]));
	return NULL;
}

/* ---- land ---- */

/* The server's line, without the address in it: whoever runs the server reads it too. */
static const char *without_address(struct arena *a, const char *words, const char *address)
{
	const char *at = *address ? strstr(words, address) : NULL;

	words = text_shorten(a, text_clean(a, words), WORDS_MOST);
	at = *address ? strstr(words, address) : NULL;
	return at ? arena_printf(a, "%.*sthe address%s", (int)(at - words), words, at + strlen(address)) : words;
}

static const struct fault *land(struct act *act, void *self)
{
	struct item *it = self;
	const char *words = without_address(act->a, it->words, it->mail.to), *next;
	int64_t now = moment_seconds(act->moment);
	struct row *m;

	TRY(record_get(act, &MESSAGE, it->id, &m));
	if (strcmp(row_text(m, MESSAGE_STATE), "sending") != 0)
		return NULL; /* its lease ran out, and somebody has decided since */
	next = moment_text(act->a, now + doubled(it->tries, it->result == OUTBOX_DOWN ? DOWN_MOST : LATER_MOST));
	switch (it->result) {
	case OUTBOX_SENT:
		return change(act, m, (const char *const[]){ "state", "sent", "sent_at", act->moment, "words", words, "lease_until",
			"", NULL });
	case OUTBOX_REFUSED:
		return change(act, m, (const char *const[]){ "state", "refused", "words", words, "lease_until", "", NULL });
	case OUTBOX_UNKNOWN:
		return change(act, m, (const char *const[]){ "state", "unknown", "words", words, "lease_until", "", NULL });
	default:
		return change(act, m, (const char *const[]){ "state", "queued", "next_try_at", next, "words", words, "lease_until",
			"", NULL });
	}
}

/* ---- a round ---- */

static const struct fault *run(struct item *it, const struct fault *(*one)(struct act *, void *))
{
	struct write w = { .a = it->a, .who = &PROGRAM, .campus = "", .run = one, .self = it };

	return writer_do(it->o->writer, &w);
}

static void remember(struct item *it)
{
	struct outbox_down *down = down_of(it->o, it->campus);

	if (it->result != OUTBOX_DOWN) {
		*down = (struct outbox_down){ .times = 0 };
		return;
	}
	down->times++;
	down->until = clock_seconds() + doubled(down->times, DOWN_MOST);
}

/* False: nothing more is due. */
static bool send_one(struct outbox *o, int *sent)
{
	struct arena *a = arena_new(ARENA_REQUEST);
	struct item it = { .o = o, .a = a, .words = "" };
	const struct fault *f = run(&it, take);

	if (f)
		log_line(LOG_WARN, "the outbox could not be looked at: %s", f->text);
	if (!f && it.found) {
		it.result = o->send(o->self, a, &it.mail, &it.words);
		remember(&it);
		*sent += it.result == OUTBOX_SENT;
		f = run(&it, land);
		if (f)
			log_line(LOG_WARN, "what became of a message could not be written down: %s", f->text);
	}
	arena_free(a);
	return it.found && !f;
}

int outbox_work(struct outbox *o, int most)
{
	int sent = 0;

	while (most-- > 0 && send_one(o, &sent))
		;
	return sent;
}
