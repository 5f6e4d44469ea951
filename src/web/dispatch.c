/* dispatch.c - from a request to an act and back. The only place that opens one for a person: session, lock, permission, stamp,
 * once-only; then the handler, which can forget none of them.
 * lint: arena throughout because a pool thread's reader outlives its requests */
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "record/bearer.h"
#include "record/join.h"
#include "seal/hash.h"
#include "ui/asset.h"
#include "web/inner.h"

static const struct actor NOBODY = { .account = "", .staff = "", .name = "", .pupil = "", .session = "" };
static const struct actor PROGRAM = { .account = "", .staff = "", .name = "OpenSENCO", .pupil = "", .session = "",
	.program = true };

void *reader_start(void *self)
{
	struct web *w = self;
	struct reader *r = calloc(1, sizeof *r);
	const struct fault *f;

	if (!r)
		abort();
	r->a = arena_new(ARENA_REQUEST);
	f = db_open(r->a, w->o.where, DB_READ, &r->db);
	if (f)
		log_line(LOG_ALARM, "a page thread has no store: %s", f->text);
	return r;
}

void reader_end(void *of_thread)
{
	struct reader *r = of_thread;

	db_close(r->db);
	arena_free(r->a);
	free(r);
}

/* ---- who is asking ---- */

enum standing { SIGNED_OUT, SIGNED_IN, LOCKED, TOO_MANY };

/* A token that turns up in another browser asks for the password first. */
static bool other_browser(const struct req *rq, const struct session *s)
{
	const char *agent = web_agent(rq);

	return *agent && *s->agent && strcmp(agent, s->agent) != 0;
}

static bool of_link(const struct session *s)
{
	return s && strcmp(s->role, "link") == 0;
}

/* Polling is no use; a draft that somebody's typing sends is, for whoever has nothing but this one page. */
static bool counts_as_use(const struct req *rq, const struct session *s)
{
	return rq->route && !(rq->route->flags & OPEN) && (!(rq->route->flags & QUIET) || (of_link(s) && rq->post));
}

static const struct fault *read_session(struct req *rq, struct reader *rd, enum standing *standing)
{
	const char *token = http_cookie(rq->http, "__Host-session");
	int64_t now = clock_seconds(), before;
	struct session *s;
	const struct fault *f;

	*standing = SIGNED_OUT;
	if (!token || http_value_count(&rq->http->cookies, "__Host-session") != 1)
		return NULL;
	f = session_find(rd->db, rq->a, seal_token_hash(rq->a, token), &s);
	if (f && f->code == FAULT_NONE)
		return NULL;
	TRY(f);
	if (s->ended || now - moment_seconds(s->made_at) > LONGEST_SECONDS) {
		s->ended = true;
		rq->session = s;
		return NULL;
	}
	rq->session = s;
	*standing = SIGNED_IN;
	if (!seen_use(rq->web->seen, s->id, now, moment_seconds(s->used_at), counts_as_use(rq, s), &before))
		*standing = TOO_MANY;
	if (of_link(s) && (now - before >= IDLE_SECONDS || other_browser(rq, s))) {
		s->ended = true; /* nothing to unlock: the link is opened again, with a new code */
		*standing = SIGNED_OUT;
		return NULL;
	}
	if (now - before >= IDLE_SECONDS || s->locked || other_browser(rq, s)) {
		s->locked = true;
		*standing = LOCKED;
	}
	return NULL;
}

static bool lacks_role(const struct actor *who, const char *campus)
{
	for (int i = 0; i < who->held_count; i++)
		if (strcmp(who->held[i].campus, campus) == 0)
			return false;
	return true;
}

static const struct fault *read_actor(struct req *rq, struct reader *rd, enum standing *standing)
{
	struct actor *who;
	struct session *s = (struct session *)(uintptr_t)rq->session;
	const struct fault *f;

	if (*standing == SIGNED_OUT || *standing == TOO_MANY || !*s->account) {
		rq->act = act_new(rq->a, rd->db, rq->web->o.house, rq->web->o.sealer, &NOBODY, "", false);
		return NULL;
	}
	f = of_link(s) ? link_actor(rq, rd->db, s->account, &who) :
		actor_load(rd->db, rq->a, rq->web->o.house, s->account, day_today(), &who);
	if (f && f->code == FAULT_NONE) {
		*standing = SIGNED_OUT;
		s->ended = true;
		rq->act = act_new(rq->a, rd->db, rq->web->o.house, rq->web->o.sealer, &NOBODY, "", false);
		return NULL;
	}
	TRY(f);
	if (lacks_role(who, s->campus) && who->held_count)
		s->campus = who->held[0].campus;
	who->session = s->id;
	who->fresh = *s->fresh_at && clock_seconds() - moment_seconds(s->fresh_at) < FRESH_SECONDS;
	rq->act = act_new(rq->a, rd->db, rq->web->o.house, rq->web->o.sealer, who, s->campus, false);
	rq->act->recall = rq->web->recall;
	rq->act->facts = s->facts;
	return NULL;
}

/* A program: its token stands for an account on one campus. It is never fresh, so what needs a second factor is closed to it. */
static const struct fault *read_bearer(struct req *rq, struct reader *rd, enum standing *standing)
{
	const char *said = http_header(rq->http, "authorization");
	struct bearer token;
	struct actor *who;
	const struct fault *f;
	int64_t before;

	*standing = SIGNED_OUT;
	rq->act = act_new(rq->a, rd->db, rq->web->o.house, rq->web->o.sealer, &NOBODY, "", false);
	if (!said || strncmp(said, "Bearer ", 7) != 0)
		return NULL;
	f = bearer_find(rd->db, rq->a, said + 7, day_today(), &token);
	f = f ? f : actor_load(rd->db, rq->a, rq->web->o.house, token.account, day_today(), &who);
	if (f)
		return f->code == FAULT_NONE ? NULL : f;
	*standing = seen_use(rq->web->seen, token.id, clock_seconds(), clock_seconds(), true, &before) ? SIGNED_IN : TOO_MANY;
	rq->act = act_new(rq->a, rd->db, rq->web->o.house, rq->web->o.sealer, who, token.campus, false);
	return NULL;
}

/* ---- may they ---- */

static const struct fault *permitted(struct req *rq)
{
	const struct route *r = rq->route;

	if (rq->link && !link_may_open(rq)) {
		journal_note(rq->act, "denied", r->record ? r->record->name : "", "", "", r->path);
		return FAULT(rq->a, FAULT_NONE, "not for this link");
	}
	if (r->record && !(r->flags & (OPEN | ANYONE)) && !record_ever(rq->act, r->record, r->right)) {
		journal_note(rq->act, "denied", r->record->name, "", "", r->path);
		return FAULT(rq->a, FAULT_NONE, "not for this person");
	}
	if ((r->flags & STEP_UP) && !rq->act->who->fresh)
		return FAULT(rq->a, FAULT_STEP_UP, "a fresh code is needed");
	return NULL;
}

/* The record was joined to another: a page of it is that one's, and says so; what was typed about it lands there (join.h). */
static const struct fault *at_the_other(struct req *rq)
{
	const char *id = rq_arg(rq, "pupil"), *rest = strstr(rq->http->path, id) + strlen(id);
	struct joined *joined;
	int n;

	TRY(act_focus(rq->act, row_id(rq->pupil)));
	if (rq->post)
		return NULL;
	TRY(pupil_joined(rq->act, rq->pupil, &joined, &n));
	for (int i = 0; i < n; i++)
		if (strcmp(row_id(joined[i].row), id) == 0)
			rq_notice(rq, NULL, "You asked for a second record of this child. It was joined to this one on %s by %s.",
				day_long(rq->a, moment_day(joined[i].at)), joined[i].by);
	return go(rq, "%.*s%s%s", (int)(rest - rq->http->path) - (int)strlen(id), rq->http->path, row_id(rq->pupil), rest);
}

static const struct fault *fetch_pupil(struct req *rq)
{
	const struct record *pupil = record_find(rq->web->o.house, "pupil");

	if (!strstr(rq->route->path, "/:pupil") || !pupil || (rq->route->flags & OPEN))
		return NULL;
	TRY(act_focus(rq->act, rq_arg(rq, "pupil")));
	TRY(pupil_find(rq->act, rq_arg(rq, "pupil"), &rq->pupil));
	return strcmp(row_id(rq->pupil), rq_arg(rq, "pupil")) == 0 ? NULL : at_the_other(rq);
}

static const struct fault *load_draft(struct req *rq)
{
	const char *id = http_value(&rq->http->query, "draft");
	struct draft d;

	if (rq->post || !id || !*rq->act->who->account)
		return NULL;
	TRY(draft_get(rq->act, rq->act->who->account, id, &d));
	rq->typed = rq_untyped(rq->a, d.body);
	return NULL;
}

static const struct fault *run_page(struct req *rq, page *handler)
{
	TRY(act_guard(rq->act));
	TRY(permitted(rq));
	TRY(fetch_pupil(rq));
	if (rq->go)
		return NULL;
	page_shell(rq);
	TRY(load_draft(rq));
	return handler(rq, rq->ui);
}

/* ---- the answer to a GET: after the journal has it, if it owes one ---- */

static void finish(struct req *rq)
{
	if (rq->fault)
		page_fault(rq, rq->fault);
	else
		page_send(rq);
}

static const struct fault *tell(struct act *act, void *self)
{
	struct req *rq = self;

	journal_move(act, rq->act);
	return NULL;
}

static void told(void *self, const struct fault *f)
{
	struct req *rq = self;

	if (f)
		rq->fault = f; /* no audit, no data (R22) */
	finish(rq);
}

static void answer_get(struct req *rq)
{
	if (!journal_owes(rq->act)) {
		finish(rq);
		return;
	}
	rq->write = (struct write){ .a = rq->a, .who = rq->act->who, .campus = rq->act->campus, .run = tell, .done = told,
		.self = rq };
	http_suspend(rq->http);
	if (!writer_put(rq->web->writer, &rq->write))
		told(rq, FAULT(rq->a, FAULT_BUSY, "too much is waiting to be written"));
}

/* ---- a POST, on the writer's thread ---- */

static const struct fault *run_post(struct act *act, void *self)
{
	struct req *rq = self;
	const char *before = NULL;

	rq->act = act;
	if (rq->read_before)
		journal_move(act, rq->read_before);
	rq->go = rq->notice = rq->type = NULL;
	rq->page_only = rq->replayed = false;
	if (rq->once) {
		TRY(once_find(act, rq->once, rq->body_hash, &before));
		if (before) {
			rq->replayed = true;
			return go(rq, "%s", before);
		}
	}
	if (rq->link && *rq_text(rq, "later"))
		return link_later(rq);
	TRY(run_page(rq, rq->route->post));
	if (rq->go && rq->once && rq->session)
		TRY(draft_done(act, rq->session->account, rq->http->path));
	if (rq->go)
		return rq->once ? once_keep(act, rq->once, rq->body_hash, rq->go) : NULL;
	if (rq->type)
		return NULL;
	rq->page_only = true;
	return FAULT(rq->a, FAULT_INVALID, "a page, nothing to save");
}

static void posted(void *self, const struct fault *f)
{
	struct req *rq = self;

	rq->fault = f && rq->page_only && f->code == FAULT_INVALID ? NULL : f;
	finish(rq);
}

static void to_writer(struct req *rq)
{
	rq->write = (struct write){ .a = rq->a, .who = rq->act->who, .campus = rq->act->campus, .run = run_post, .done = posted,
		.self = rq, .alone = (rq->route->flags & LONG) != 0 };
	if (!writer_put(rq->web->writer, &rq->write))
		posted(rq, FAULT(rq->a, FAULT_BUSY, "too much is waiting to be written"));
}

static void run_before(void *self)
{
	struct req *rq = self;
	jmp_buf place;

	if (setjmp(place) == 0) {
		arena_catch(rq->a, &place);
		rq->fault = rq->route->before(rq);
	} else {
		rq->fault = FAULT(rq->a, FAULT_FULL, "a request took more memory than it may");
	}
	arena_catch(rq->a, NULL);
	if (rq->fault)
		posted(rq, rq->fault);
	else
		to_writer(rq);
}

/* Cross-site requests carry a tell-tale of the browser's own (R16). */
static bool same_site(const struct http_request *http)
{
	const char *site = http_header(http, "sec-fetch-site"), *origin = http_header(http, "origin"), *host;

	if (site)
		return strcmp(site, "same-origin") == 0 || strcmp(site, "none") == 0;
	if (!origin)
		return true;
	host = strstr(origin, "://");
	return host && text_same(host + 3, http->host);
}

/* ---- a POST that came too late: what was typed is kept for its owner ---- */

static const struct fault *keep_late(struct act *act, void *self)
{
	struct req *rq = self;
	const char *id;

	return draft_keep(act, rq->session->account, rq->http->path, rq->session->ended ?
		"You were signed out before it was saved" :
		rq->session->locked ? "Your session was locked before it was saved" :
		"A fresh code was needed before it could be saved", stamp_typed(rq->a, rq->http), &id);
}

static void kept_late(void *self, const struct fault *f)
{
	struct req *rq = self;

	rq->fault = f;
	rq->go = of_link(rq->session) ? "/link/away?kept=1" : rq->session->ended ? "/sign-in?kept=1" :
		rq->session->locked ? "/locked?kept=1" : "/step-up?next=/drafts&kept=1";
	finish(rq);
}

static void too_late(struct req *rq)
{
	rq->write = (struct write){ .a = rq->a, .who = &PROGRAM, .campus = rq->session->campus, .run = keep_late, .done = kept_late,
		.self = rq };
	http_suspend(rq->http);
	if (!writer_put(rq->web->writer, &rq->write))
		kept_late(rq, FAULT(rq->a, FAULT_BUSY, "too much is waiting to be written"));
}

static bool stamped(struct req *rq)
{
	return rq->session && stamp_check(rq->a, rq->session, rq->http->path, http_value(&rq->http->form, "stamp"),
		&rq->version_seen, &rq->once);
}

static void take_post(struct req *rq, enum standing standing)
{
	bool open = rq->route->flags & OPEN;

	rq->typed = rq->http->form;
	if ((rq->route->flags & API) && standing == SIGNED_IN) {
		http_suspend(rq->http);
		to_writer(rq);
		return;
	}
	if (rq->route->flags & API) {
		page_no_token(rq, standing == TOO_MANY);
		return;
	}
	if (!same_site(rq->http)) {
		page_say(rq, 403, "This came from another site", "We take forms only from our own pages.", "Go to your home page",
			"/");
		return;
	}
	if (!open && standing != SIGNED_IN) {
		if (stamped(rq))
			too_late(rq);
		else
			http_redirect(rq->http, of_link(rq->session) ? "/link/away" : standing == LOCKED ? "/locked" : "/sign-in");
		return;
	}
	if (!(rq->route->flags & NO_ONCE) && !stamped(rq)) {
		page_say(rq, 403, "This form is out of date",
			"Open the page again and send the form from there. Nothing was saved.",
			"Go to your home page", "/");
		return;
	}
	if ((rq->route->flags & STEP_UP) && !rq->act->who->fresh) {
		too_late(rq);
		return;
	}
	stamp_body(rq->http, rq->body_hash);
	http_suspend(rq->http);
	if (!rq->route->before)
		to_writer(rq);
	else if (!helpers_put(rq->web->helpers, run_before, rq))
		posted(rq, FAULT(rq->a, FAULT_BUSY, "too much is waiting"));
}

/* ---- the front door ---- */

static const struct fault *begin(struct req *rq, struct reader *rd, enum standing *standing)
{
	if (!rd || !rd->db)
		return FAULT(rq->a, FAULT_BROKEN, "this thread has no store");
	TRY(db_begin(rd->db, rq->a, false));
	TRY(db_actor(rd->db, rq->a, "", "*"));
	if (rq->route && (rq->route->flags & API))
		return read_bearer(rq, rd, standing);
	TRY(read_session(rq, rd, standing));
	return read_actor(rq, rd, standing);
}

static void end(struct req *rq, struct reader *rd)
{
	if (!rd || !rd->db)
		return;
	db_settle(rd->db);
	db_rollback(rd->db, rq->a);
	db_settle(rd->db);
}


static void serve(struct req *rq, struct reader *rd)
{
	enum standing standing = SIGNED_OUT;
	bool open = rq->route && (rq->route->flags & OPEN);

	rq->fault = begin(rq, rd, &standing);
	if (rq->fault || !rq->route || rq->post) {
		end(rq, rd);
		if (rq->fault)
			page_fault(rq, rq->fault);
		else if (!rq->route)
			page_fault(rq, FAULT(rq->a, FAULT_NONE, "no such path"));
		else if (!rq->route->post)
			http_refuse(rq->http, 405);
		else
			take_post(rq, standing);
		return;
	}
	if (!rq->route->get || standing == TOO_MANY) {
		end(rq, rd);
		http_refuse(rq->http, standing == TOO_MANY ? 429 : 405);
		return;
	}
	if (!open && standing != SIGNED_IN) {
		end(rq, rd);
		if (rq->route->flags & API) {
			page_no_token(rq, false);
			return;
		}
		http_redirect(rq->http, of_link(rq->session) ? "/link/away" :
			web_by_way_of(rq, standing == LOCKED ? "/locked" : "/sign-in"));
		return;
	}
	if (rq->link && strcmp(rq->http->path, "/") == 0) {
		end(rq, rd);
		http_redirect(rq->http, rq->link->home);
		return;
	}
	rq->fault = run_page(rq, rq->route->get);
	end(rq, rd);
	answer_get(rq);
}

/* Styles, scripts and fonts are public, and their address changes with their content. */
static bool send_asset(struct http_request *http)
{
	const struct asset *asset = asset_find(http->path + 8);
	const char *seen = http_header(http, "if-none-match"), *tag, *takes = http_header(http, "accept-encoding");

	if (!asset || http->method == HTTP_POST)
		return false;
	tag = arena_printf(http->a, "\"%s\"", asset->hash);
	http_add_header(http, "ETag", tag);
	http_add_header(http, "Cache-Control", "public, max-age=31536000, immutable");
	if (seen && strcmp(seen, tag) == 0) {
		http_answer(http, 304, asset->type, "", 0);
	} else if (asset->packed_length && takes && strstr(takes, "gzip")) {
		http_add_header(http, "Content-Encoding", "gzip");
		http_answer(http, 200, asset->type, (const char *)asset->packed, asset->packed_length);
	} else {
		http_answer(http, 200, asset->type, (const char *)asset->bytes, asset->length);
	}
	return true;
}

void dispatch(void *self, struct http_request *http)
{
	struct web *w = self;
	struct req *rq;

	if (strncmp(http->path, "/assets/", 8) == 0 && send_asset(http))
		return;
	rq = arena_alloc(http->a, sizeof *rq);
	rq->http = http;
	rq->a = http->a;
	rq->web = w;
	rq->post = http->method == HTTP_POST;
	rq->route = route_find(w->o.routes, http->path);
	http->mine = rq;
	serve(rq, http_thread());
}
