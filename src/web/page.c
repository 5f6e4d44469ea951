/* page.c - the shell round a page, the answer as bytes, and the one place where a fault becomes a status and words (R4). */
#include <string.h>

#include "base/log.h"
#include "base/text.h"
#include "web/about.h"
#include "web/inner.h"

static bool role_in(const struct req *rq, const char *list)
{
	const char *p = list;

	while (*p) {
		size_t n = strcspn(p, " ");

		if (n && rq_has_role(rq, arena_text_n(rq->a, p, n)))
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

/* The page is a section's own, or lies beneath its address. */
static bool lies_in(const struct req *rq, const char *href)
{
	size_t n = strlen(href);

	if (n == 1)
		return rq->http->path[1] == 0;
	return strncmp(rq->http->path, href, n) == 0 && (rq->http->path[n] == 0 || rq->http->path[n] == '/');
}

/* One section is open: the one that the page lies in, else the one the route names; one page may be of two sections in two roles. */
static void mark_current(const struct req *rq, struct ui_link *links, int n)
{
	int at = -1;

	for (int i = 0; i < n; i++)
		if (lies_in(rq, links[i].href) && (at < 0 || strlen(links[i].href) > strlen(links[at].href)))
			at = i;
	for (int i = 0; i < n && at < 0; i++)
		if (rq->route && rq->route->section && strcmp(rq->route->section, links[i].label) == 0)
			at = i;
	if (at >= 0)
		links[at].current = true;
}

static const struct ui_link *sections_of(struct req *rq)
{
	const struct section *s = rq->web->o.sections;
	struct ui_link *links;
	int n = 0, all = 0;

	while (s && s[all].label)
		all++;
	links = arena_array(rq->a, (size_t)all + 1, sizeof *links);
	for (int i = 0; i < all; i++) {
		bool had = false;

		for (int j = 0; j < n; j++)
			had = had || strcmp(links[j].label, s[i].label) == 0 || strcmp(links[j].href, s[i].href) == 0;
		if (!had && role_in(rq, s[i].roles))
			links[n++] = (struct ui_link){ s[i].label, s[i].href, false, 0 };
	}
	mark_current(rq, links, n);
	return n ? links : NULL;
}

static const char *mint(struct ui *ui, const char *action, int64_t version)
{
	const struct req *rq = ui->rq;

	return rq->session ? stamp_make(ui->a, rq->session, action ? action : rq->http->path, version) : "";
}

void page_shell(struct req *rq)
{
	struct shell *sh;

	rq->ui = ui_new(rq->a);
	rq->ui->rq = rq;
	rq->ui->stamp = mint;
	sh = &rq->ui->shell;
	sh->title = rq->route && rq->route->title ? rq->route->title : "OpenSENCO";
	sh->demo = rq->web->o.demo;
	sh->today = day_today();
	if (!rq->session || rq->session->locked || !rq->act || !*rq->act->who->account)
		return;
	sh->school = *rq->session->school ? rq->session->school : NULL;
	if (rq->link) { /* one task a page: no sections, no search; leaving is all */
		sh->person = rq->link->name;
		sh->role = "by link";
		sh->sign_out = "/sign-out";
		return;
	}
	sh->account = "/account";
	sh->person = rq->act->who->name;
	sh->role = choice_label(rq->web->o.roles, rq->session->role);
	for (int i = 0, campus = 0; i < rq->act->who->held_count; i++) {
		if (strcmp(rq->act->who->held[i].campus, rq->act->campus) == 0)
			campus++;
		sh->role_switch = campus > 1 ? "/role" : NULL;
	}
	sh->school_switch = NULL;
	for (int i = 0; i < rq->act->who->held_count; i++)
		if (strcmp(rq->act->who->held[i].campus, rq->act->campus) != 0)
			sh->school_switch = "/campus";
	sh->sections = sections_of(rq);
	sh->find = record_find(rq->web->o.house, "pupil") && record_ever(rq->act, record_find(rq->web->o.house, "pupil"),
		RIGHT_READ);
	sh->sign_out = "/sign-out";
	sh->printed = arena_printf(rq->a, "Printed by %s on %s", rq->act->who->name, moment_long(rq->a, rq->act->moment));
	if (!rq->post)
		seen_take_notice(rq->web->seen, rq->a, rq->session->id, &sh->notice, &sh->undo);
}

static void send_download(struct req *rq)
{
	http_add_header(rq->http, "Content-Disposition", rq->file_name ?
		arena_printf(rq->a, "attachment; filename=\"%s\"", rq->file_name) : "inline");
	if (rq->file_name)
		http_add_header(rq->http, "Content-Security-Policy", "sandbox; default-src 'none'");
	http_answer(rq->http, rq->status ? rq->status : 200, rq->type, rq->body, rq->body_length);
}

/* A tab's title stays in the browser's history and stands on a screen that others see: on a page about a child it says what the
 * page is for. The heading says who. */
static const char *tab_title(struct req *rq, const char *title)
{
	static const char *const NAMES[] = { "known_as", "forename", "known_surname", "surname" };
	const char *words = arena_printf(rq->a, " %s ", text_fold(rq->a, title));

	for (size_t i = 0; rq->pupil && rq->route->title && i < sizeof NAMES / sizeof *NAMES; i++) {
		const char *name = text_fold(rq->a, row_named(rq->pupil, NAMES[i]));

		if (*name && (strstr(words, arena_printf(rq->a, " %s ", name)) ||
			strstr(words, arena_printf(rq->a, " %ss ", name))))
			return rq->route->title;
	}
	return title;
}

void page_send(struct req *rq)
{
	struct buf whole;

	if (rq->cookie)
		http_set_cookie(rq->http, "session", rq->cookie, *rq->cookie ? -1 : 0);
	if (rq->notice && rq->session)
		seen_notice(rq->web->seen, rq->session->id, rq->notice, rq->undo);
	if (rq->go) {
		http_redirect(rq->http, rq->go);
		return;
	}
	if (rq->type) {
		send_download(rq);
		return;
	}
	rq->ui->shell.title = tab_title(rq, rq->ui->shell.title);
	whole = ui_page(rq->ui);
	http_answer(rq->http, rq->status ? rq->status : rq->ui->error_count ? 400 : 200, HTTP_HTML, buf_text(&whole), whole.len);
}

void page_say(struct req *rq, int status, const char *title, const char *text, const char *link, const char *href)
{
	page_shell(rq);
	rq->ui->shell.title = title;
	rq->ui->shell.scale = UI_READ;
	ui_title(rq->ui, NULL, title, NULL);
	ui_para(rq->ui, text);
	if (link)
		ui_button_link(rq->ui, UI_SECONDARY, link, href);
	rq->go = NULL;
	rq->type = NULL;
	rq->status = status;
	page_send(rq);
}

/* What was typed comes back, ready to be sent again: nobody types a note twice because a disk was full (R29). */
static void not_saved(struct req *rq, int status, const char *title, const char *text)
{
	struct ui *ui;

	page_shell(rq);
	ui = rq->ui;
	ui->shell.title = title;
	ui->shell.scale = UI_READ;
	ui_title(ui, NULL, title, text);
	ui_form_begin(ui, &(struct ui_form){ .action = rq->http->path });
	for (size_t i = 0; i < rq->typed.count; i++) {
		const char *name = rq->typed.item[i].name, *value = rq->typed.item[i].value;

		if (strcmp(name, "stamp") == 0 || strstr(name, "password") || strcmp(name, "code") == 0)
			continue;
		ui_hidden(ui, name, value);
		if (strlen(value) > 40)
			ui_prose(ui, value);
	}
	ui_button(ui, UI_PRIMARY, "Try again", NULL, NULL);
	ui_form_end(ui);
	rq->go = NULL;
	rq->type = NULL;
	rq->status = status;
	page_send(rq);
}

/* A page that is refused stands nowhere: a section in bold would say that there is such a page (R4). */
static const struct ui_link *nowhere(struct arena *a, const struct ui_link *sections)
{
	struct ui_link *links;
	int n = 0;

	while (sections && sections[n].label)
		n++;
	links = arena_array(a, (size_t)n + 1, sizeof *links);
	for (int i = 0; i < n; i++)
		links[i] = (struct ui_link){ sections[i].label, sections[i].href, false, sections[i].count };
	return links;
}

static void refused(struct req *rq)
{
	struct ui *ui;

	page_shell(rq);
	ui = rq->ui;
	ui->shell.sections = nowhere(rq->a, ui->shell.sections);
	ui->shell.title = "We cannot show you this page";
	ui->shell.scale = UI_READ;
	ui_title(ui, NULL, "We cannot show you this page", NULL);
	ui_para(ui, "Either it does not exist or it is not yours to see. We give the same answer to both, so that nobody learns "
		"anything from it.");
	ui_bullets(ui, rq->link ? "Check the address if you typed it\nAsk the school if you were to see something else" :
		"Check the address if you typed it\nAsk your SENCO if you need to see it for your work");
	ui_button_link(ui, UI_SECONDARY, rq->link ? "Go to your page" : rq->session ? "Go to your home page" : "Sign in",
		rq->session ? "/" : "/sign-in");
	rq->go = NULL;
	rq->type = NULL;
	rq->status = 404;
	page_send(rq);
}

/* ---- the API: the same faults, as JSON ---- */

static void say_json(struct req *rq, int status, const char *code, const char *text)
{
	struct buf b = buf_new(rq->a);

	buf_printf(&b, "{\"error\": {\"code\": \"%s\", \"text\": \"", code);
	buf_add_json(&b, text);
	buf_add(&b, "\"}}\n");
	http_answer(rq->http, status, HTTP_JSON, buf_text(&b), b.len);
}

void page_no_token(struct req *rq, bool too_many)
{
	if (too_many) {
		http_refuse(rq->http, 429);
		return;
	}
	http_add_header(rq->http, "WWW-Authenticate", "Bearer");
	say_json(rq, 401, "token", "Send a token: Authorization: Bearer TOKEN. `opensenco token` makes one.");
}

static void fault_json(struct req *rq, const struct fault *f)
{
	switch (f->code) {
	case FAULT_NONE: case FAULT_DENIED: say_json(rq, 404, "none", "There is no such thing, or it is not yours."); return;
	case FAULT_STEP_UP: say_json(rq, 403, "step-up", "This needs a person with a fresh code: do it in the program."); return;
	case FAULT_INVALID: say_json(rq, 400, "invalid", f->text); return;
	case FAULT_STALE: say_json(rq, 409, "stale", "Somebody saved in between: read it again."); return;
	case FAULT_REPEAT: say_json(rq, 409, "repeat", "This Idempotency-Key came before with other content."); return;
	case FAULT_TOO_LARGE: say_json(rq, 413, "too-large", f->text); return;
	case FAULT_BUSY: case FAULT_FULL:
		http_add_header(rq->http, "Retry-After", "5");
		say_json(rq, 503, "busy", "Not saved: try again in a moment.");
		return;
	default: say_json(rq, 500, "broken", "Something went wrong. Nothing was saved.");
	}
}

void page_fault(struct req *rq, const struct fault *f)
{
	if (f->code != FAULT_NONE && f->code != FAULT_INVALID && f->code != FAULT_STEP_UP)
		log_line(f->code == FAULT_TAMPERED ? LOG_ALARM : LOG_WARN, "%s %s: %s (%s:%d)", rq->route ? rq->route->path : "-",
			fault_name(f->code), f->text, f->file, f->line);
	if (rq->route && (rq->route->flags & API)) {
		fault_json(rq, f);
		return;
	}
	switch (f->code) {
	case FAULT_NONE: case FAULT_DENIED:
		refused(rq);
		return;
	case FAULT_STEP_UP:
		rq->go = web_by_way_of(rq, "/step-up");
		page_send(rq);
		return;
	case FAULT_INVALID:
		page_say(rq, 400, "We could not use that", f->text, "Go back to your home page", "/");
		return;
	case FAULT_STALE:
		not_saved(rq, 409, "Someone saved this before you",
			"Nothing was lost: what you typed is below, and what they saved is in the record.");
		return;
	case FAULT_REPEAT:
		page_say(rq, 409, "This form was sent before",
			"The same form came a second time with other content, so we did not use it.",
			"Go back to your home page", "/");
		return;
	case FAULT_TOO_LARGE:
		not_saved(rq, 413, "That is too large", f->text);
		return;
	case FAULT_BUSY: case FAULT_FULL:
		http_add_header(rq->http, "Retry-After", "5");
		not_saved(rq, 503, "Not saved", "The program could not save this just now. What you typed is kept below: try again "
			"in a moment.");
		return;
	default:
		not_saved(rq, 500, "Something went wrong", "Nothing was saved. What you typed is kept below. "
			"If it happens again, tell whoever runs the program.");
	}
}
