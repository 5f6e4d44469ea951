/* link_making.c - a link is made: whom for and for what, how it and its code travel, judged by the same rule as a letter. */
#include <string.h>

#include "areas/door/pages.h"
#include "base/text.h"
#include "law/reach.h"
#include "seal/hash.h"
#include "web/tell.h"

struct making {
	const char *task, *target, *to, *name, *email, *way, *code_by, *code_to, *until;
	bool agreed;
	struct reach *people;
	int count;
	struct rows professionals;
	const struct link_task *does;
	const char *kind, *holder, *holder_name, *send_to; /* found from what was chosen */
	const char *task_error, *to_error, *email_error, *way_error, *code_error, *until_error, *agreed_error;
};

static bool is_for(const struct link_task *t, const char *kind)
{
	return strstr(t->who, kind) != NULL;
}

static const char *typed_day(struct req *rq, const char *name)
{
	const char *d = rq_text(rq, arena_printf(rq->a, "%s-day", name)), *m = rq_text(rq, arena_printf(rq->a, "%s-month", name));
	const char *y = rq_text(rq, arena_printf(rq->a, "%s-year", name));

	return *d || *m || *y ? arena_printf(rq->a, "%s/%s/%s", d, m, y) : rq_text(rq, name);
}

static const struct fault *read_making(struct req *rq, struct making *m)
{
	const struct record *professional = record_find(rq->act->house, "professional");

	*m = (struct making){ .task = rq_text(rq, "task"), .target = rq_text(rq, "target"), .to = rq_text(rq, "to"),
		.name = rq_text(rq, "name"), .email = rq_text(rq, "email"), .way = rq_text(rq, "way"),
		.code_by = rq_text(rq, "code_by"), .code_to = rq_text(rq, "code_to"), .until = typed_day(rq, "until"),
		.agreed = strcmp(rq_text(rq, "agreed"), "1") == 0, .send_to = "", .holder = "" };
	m->does = link_task_find(rq->web, m->task);
	if (professional && record_ever(rq->act, professional, RIGHT_READ))
		TRY(record_list(rq->act, professional, &(struct ask){ .as_at = day_iso(rq->a, rq->act->today), .limit = 200 },
			&m->professionals));
	return reach_all(rq->act, rq->pupil, REACH_HAND, &m->people, &m->count);
}

/* Tasks that need a record are offered only from that record's own page, which names it, and then nothing else is. */
static const struct ui_option *task_options(struct req *rq, const struct making *m)
{
	struct ui_option *o;
	int all = 0, n = 0;

	for (const struct link_task *const *table = link_tasks(rq->web); *table; table++)
		for (const struct link_task *t = *table; t->name; t++)
			all++;
	o = arena_array(rq->a, (size_t)all + 1, sizeof *o);
	for (const struct link_task *const *table = link_tasks(rq->web); *table; table++)
		for (const struct link_task *t = *table; t->name; t++)
			if (*m->target ? strcmp(t->name, m->task) == 0 : !t->record)
				o[n++] = (struct ui_option){ .value = t->name, .label = t->label };
	return o;
}

static const char *professional_name(struct arena *a, const struct row *p)
{
	const struct record *r = row_record(p);
	int name = field_find(r, "name"), first = field_find(r, "forename"), last = field_find(r, "surname");

	return name >= 0 ? row_text(p, name) : arena_printf(a, "%s %s", first >= 0 ? row_text(p, first) : "",
		last >= 0 ? row_text(p, last) : "");
}

/* While a task is given from outside the form, only those are offered whom it is for. */
static bool may_be(const struct making *m, const char *kind)
{
	return !*m->target || !m->does || is_for(m->does, kind);
}

static const struct ui_option *people_options(struct req *rq, const struct making *m)
{
	struct ui_option *o = arena_array(rq->a, (size_t)(m->count + m->professionals.count) + 3, sizeof *o);
	int n = 0;

	for (int i = 0; i < m->count && may_be(m, "contact"); i++) {
		const struct reach *p = &m->people[i];

		if (*p->contact && p->may != REACH_NO)
			o[n++] = (struct ui_option){ arena_printf(rq->a, "c.%s", p->contact), p->name, arena_printf(rq->a, "%s%s%s",
				p->relation, *p->why ? ". " : "", p->why), false, false };
	}
	if (may_be(m, "pupil"))
		o[n++] = (struct ui_option){ "pupil", door_child(rq->a, rq->pupil), "The child, at school or at home", false,
			false };
	for (int i = 0; i < m->professionals.count && may_be(m, "professional"); i++)
		o[n++] = (struct ui_option){ arena_printf(rq->a, "p.%s", row_id(m->professionals.row[i])),
			professional_name(rq->a, m->professionals.row[i]), "Professional", false, false };
	if (may_be(m, "professional"))
		o[n++] = (struct ui_option){ "other", "A professional who is not in the list",
			"Enter their name and e-mail address below", false, false };
	return o;
}

static void draw_refused(struct req *rq, struct ui *ui, const struct making *m)
{
	for (int i = 0; i < m->count; i++)
		if (*m->people[i].contact && m->people[i].may == REACH_NO)
			ui_note(ui, UI_PLAIN, arena_printf(rq->a, "Not for %s.", m->people[i].name), m->people[i].why);
}

static void draw_other(struct ui *ui, const struct making *m)
{
	ui_input(ui, &(struct ui_input){ .name = "name", .label = "Name of a professional who is not in the list", .value = m->name,
		.width = 30 });
	ui_input(ui, &(struct ui_input){ .name = "email", .label = "Their e-mail address", .type = "email", .value = m->email,
		.width = 30, .error = m->email_error });
}

static void draw_making_form(struct req *rq, struct ui *ui, const struct making *m)
{
	static const struct ui_option WAYS[] = { { "email", "By e-mail, now" },
		{ "handed", "On paper: it is shown once, to be handed over" }, { NULL } };
	static const struct ui_option CODES[] = { { "told", "We read it out, by telephone or in the room" },
		{ "email", "To another e-mail address of theirs" }, { NULL } };
	bool ask = false;

	for (int i = 0; i < m->count; i++)
		ask = ask || (*m->people[i].contact && m->people[i].may == REACH_ASK);
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_hidden(ui, "target", m->target);
	ui_input_radios(ui, &(struct ui_input){ .name = "task", .label = "What are they asked?", .strong = true, .value = m->task,
		.error = m->task_error }, task_options(rq, m));
	ui_input_radios(ui, &(struct ui_input){ .name = "to", .label = "Who is it for?", .strong = true, .value = m->to,
		.error = m->to_error }, people_options(rq, m));
	draw_refused(rq, ui, m);
	if (ask)
		ui_input_check(ui, "agreed", "I have read what stands in the way, and decided to make it", NULL, m->agreed);
	if (may_be(m, "professional"))
		draw_other(ui, m);
	ui_input_radios(ui, &(struct ui_input){ .name = "way", .label = "How does the link go?", .strong = true, .value = m->way,
		.error = m->way_error }, WAYS);
	ui_input_radios(ui, &(struct ui_input){ .name = "code_by", .label = "How do they get the code?", .strong = true,
		.value = m->code_by, .hint = "A link alone opens nothing: whoever opens it needs a code that comes another way",
		.error = m->code_error }, CODES);
	ui_input(ui, &(struct ui_input){ .name = "code_to", .label = "The other e-mail address", .type = "email",
		.value = m->code_to, .width = 30 });
	ui_input_date(ui, &(struct ui_input){ .name = "until", .label = "Until when does it work?", .strong = true,
		.value = m->until, .error = m->until_error });
	ui_button(ui, UI_PRIMARY, "Make the link", NULL, NULL);
	ui_form_end(ui);
}

static const struct fault *draw_making(struct req *rq, struct ui *ui, const struct making *m)
{
	door_crumbs(rq, rq->pupil, true);
	ui->shell.scale = UI_READ;
	ui->shell.title = "Make a link";
	if (m->agreed_error)
		ui_error(ui, "agreed", m->agreed_error);
	ui_title(ui, door_child(rq->a, rq->pupil), "Make a link",
		"For one person, about one child, to do one thing. It needs no account.");
	draw_making_form(rq, ui, m);
	return NULL;
}

static const struct fault *target_ok(struct req *rq, struct making *m)
{
	const struct record *r = m->does && m->does->record ? record_find(rq->act->house, m->does->record) : NULL;
	struct row *row;

	if (!m->does || !m->does->record)
		return NULL;
	TRY(record_get(rq->act, r, m->target, &row));
	return strcmp(row_about(row), row_id(rq->pupil)) == 0 ? NULL : FAULT(rq->a, FAULT_NONE, "a record about another child");
}

const struct fault *link_new(struct req *rq, struct ui *ui)
{
	struct making m;

	if (!record_may(rq->act, &LINK, RIGHT_ADD, rq->pupil))
		return FAULT(rq->a, FAULT_NONE, "this person may not make a link about that child");
	TRY(read_making(rq, &m));
	TRY(target_ok(rq, &m));
	if (!rq->typed.count) {
		m.way = "email";
		m.code_by = "told";
		m.until = day_iso(rq->a, rq->act->today + (m.does ? m.does->days : 21));
	}
	return draw_making(rq, ui, &m);
}

/* ---- the check ---- */

static void check_contact(struct req *rq, struct making *m)
{
	for (int i = 0; i < m->count; i++) {
		const struct reach *p = &m->people[i];

		if (!*p->contact || strcmp(p->contact, m->to + 2) != 0)
			continue;
		m->kind = "contact";
		m->holder = p->contact;
		m->holder_name = p->name;
		m->send_to = p->email;
		if (p->may == REACH_NO)
			m->to_error = arena_printf(rq->a, "Not for %s: %s", p->name, p->why);
		if (p->may == REACH_ASK && !m->agreed)
			m->agreed_error = arena_printf(rq->a, "%s. Tick the box once you have decided", p->why);
	}
}

static void check_professional(struct req *rq, struct making *m)
{
	for (int i = 0; i < m->professionals.count; i++) {
		const struct row *p = m->professionals.row[i];
		int email = field_find(row_record(p), "email");

		if (strcmp(row_id(p), m->to + 2) != 0)
			continue;
		m->kind = "professional";
		m->holder = row_id(p);
		m->holder_name = professional_name(rq->a, p);
		m->send_to = email >= 0 ? row_text(p, email) : "";
	}
}

static void check_person(struct req *rq, struct making *m)
{
	if (strncmp(m->to, "c.", 2) == 0)
		check_contact(rq, m);
	else if (strncmp(m->to, "p.", 2) == 0)
		check_professional(rq, m);
	if (strcmp(m->to, "pupil") == 0) {
		m->kind = "pupil";
		m->holder_name = door_child(rq->a, rq->pupil);
	}
	if (strcmp(m->to, "other") == 0) {
		m->kind = "professional";
		m->holder_name = m->name;
		m->send_to = m->email;
	}
	if (!m->kind)
		m->to_error = m->to_error ? m->to_error : "Choose who it is for";
	else if (!*m->holder_name)
		m->email_error = "Enter their name and their e-mail address";
	else if (m->does && !is_for(m->does, m->kind))
		m->to_error = "That task is not for them: choose another one";
}

static bool mail_like(const char *s)
{
	const char *at = strchr(s, '@');

	return at && at > s && strchr(at, '.') && !strpbrk(s, " ,;<>\"") && !strchr(at + 1, '@');
}

static void check_ways(struct req *rq, struct making *m)
{
	day until = day_typed(m->until);

	if (strcmp(m->way, "email") != 0 && strcmp(m->way, "handed") != 0)
		m->way_error = "Choose how the link goes";
	else if (strcmp(m->way, "email") == 0 && m->kind && !mail_like(m->send_to))
		m->way_error = "There is no e-mail address in their record: hand it over on paper, or add the address first";
	if (strcmp(m->code_by, "told") != 0 && strcmp(m->code_by, "email") != 0)
		m->code_error = "Choose how they get the code";
	else if (strcmp(m->code_by, "email") == 0 && !mail_like(m->code_to))
		m->code_error = "Enter the other e-mail address below, or read the code out";
	else if (strcmp(m->code_by, "email") == 0 && strcmp(text_fold(rq->a, m->code_to), text_fold(rq->a, m->send_to)) == 0)
		m->code_error = "The code must go another way than the link: enter another address, or read it out";
	if (until == DAY_NONE || until < rq->act->today)
		m->until_error = "Enter a day from today on";
	else if (until > rq->act->today + 90)
		m->until_error = "A link works for 90 days at most";
}

static bool check(struct req *rq, struct making *m)
{
	if (!m->does)
		m->task_error = "Choose what they are asked";
	check_person(rq, m);
	check_ways(rq, m);
	return !m->task_error && !m->to_error && !m->email_error && !m->way_error && !m->code_error && !m->until_error &&
		!m->agreed_error;
}

/* ---- the making ---- */

/* As people reach the program: the mail settings' word, else the address this request came to. */
static const struct fault *site_of(struct req *rq, const char **out)
{
	const struct record *r = record_find(rq->act->house, "mail_server");
	struct act *all = act_lift(rq->act);
	struct rows rows = { 0 };

	*out = "";
	TRY(act_guard(all));
	if (r)
		TRY(record_list(all, r, &(struct ask){ .campus = rq->act->campus, .limit = 1 }, &rows));
	TRY(act_guard(rq->act));
	if (rows.count && !web_options(rq->web)->demo)
		*out = row_text(rows.row[0], field_find(r, "site"));
	if (!**out)
		*out = arena_printf(rq->a, "%s://%s", rq->http->tls ? "https" : "http", rq->http->host);
	return NULL;
}

static const struct fault *put_link(struct req *rq, const struct making *m, const char *token, const char **id)
{
	struct form *form = form_new(rq->a, &LINK);
	struct act *all = act_lift(rq->act);

	form_set(form, LINK_TO_KIND, m->kind);
	form_set(form, strcmp(m->kind, "contact") == 0 ? LINK_CONTACT : LINK_PROFESSIONAL, m->holder);
	form_set(form, LINK_NAME, m->holder_name);
	form_set(form, LINK_TASK, m->does->name);
	form_set(form, LINK_TARGET, m->target);
	form_set(form, LINK_WAY, m->way);
	form_set(form, LINK_SENT_TO, strcmp(m->way, "email") == 0 ? m->send_to : "");
	form_set(form, LINK_CODE_TO, strcmp(m->code_by, "email") == 0 ? m->code_to : "");
	form_set(form, LINK_AGREED, m->agreed ? "1" : "0");
	form_set(form, LINK_MADE_BY, rq->act->who->account);
	form_set(form, LINK_TOKEN, seal_token_hash(rq->a, token));
	form_set(form, LINK_EXPIRES, arena_printf(rq->a, "%sT23:59:59Z", day_iso(rq->a, day_typed(m->until))));
	form_set(form, LINK_CODES, "0");
	form_set(form, LINK_MADE, rq->act->moment);
	TRY(act_guard(all));
	TRY(record_add(all, &LINK, rq->pupil, form, id));
	return act_guard(rq->act);
}

/* What a visitor would be refused is refused to whoever makes the link, with a word about it. */
static const struct fault *check_stands(struct req *rq, struct making *m, const char *id)
{
	struct act *all = act_lift(rq->act);
	struct row *link;
	bool stands;

	TRY(act_guard(all));
	TRY(record_get(all, &LINK, id, &link));
	TRY(link_stands(rq->web, all, link, &stands, &m->to_error));
	m->to_error = stands ? NULL : arena_printf(rq->a, "It would not open for them: %s. Choose somebody else, or share it first",
		m->to_error);
	return act_guard(rq->act);
}

static const struct fault *send_link(struct req *rq, const struct making *m, const char *id, const char *url, struct told *told)
{
	const struct record *campus = record_find(rq->act->house, "campus");
	struct row *school;
	const char *text, *phone;

	TRY(record_get(act_lift(rq->act), campus, rq->act->campus, &school));
	phone = row_text(school, field_find(campus, "phone"));
	text = arena_printf(rq->a, "%s asks you: %s.\n\nOpen this page on a telephone or a computer:\n\n%s\n\nIt is for you alone "
		"and works until %s. When you open it, it asks for a code: %s.\n\n%s%s%s",
		row_text(school, field_find(campus, "name")), m->does->label, url, day_long(rq->a, day_typed(m->until)),
		strcmp(m->code_by, "email") == 0 ? "we send it to your other address" :
		"ring us, and we ring you back and read it out", *phone ? "Would you rather talk? Ring " : "", phone, *phone ? "." :
		"");
	return tell(rq->act, &(struct tell){ .to = strcmp(m->kind, "contact") == 0 ? TELL_CONTACT : *m->holder ? TELL_PROFESSIONAL :
		TELL_ADDRESS, .id = *m->holder ? m->holder : m->send_to, .name = m->holder_name, .kind = "link",
		.subject = "A page for you, from the school", .text = text, .pupil = rq->pupil, .why_record = "link", .why = id,
		.agreed = m->agreed }, told);
}

/* The page as it stands, sent with the commit: for what is shown once and kept nowhere. */
const struct fault *door_show_once(struct req *rq, struct ui *ui)
{
	struct buf whole = ui_page(ui);

	return rq_download(rq, HTTP_HTML, NULL, buf_text(&whole), whole.len);
}

static const struct fault *show_link(struct req *rq, struct ui *ui, const struct making *m, const char *url)
{
	door_crumbs(rq, rq->pupil, true);
	ui->shell.title = "A link to hand over";
	ui->shell.scale = UI_READ;
	ui_title(ui, NULL, arena_printf(rq->a, "A page for %s", m->holder_name), m->does->label);
	ui_note(ui, UI_SOON, "Shown once.", "Print this page or let them photograph the square now. It is kept nowhere.");
	ui_raw(ui, ui_square(rq->a, url, "Square code of the link"));
	ui_summary(ui);
	ui_summary_row(ui, "Open this address", url, NULL, NULL);
	ui_summary_row(ui, "It works until", day_long(rq->a, day_typed(m->until)), NULL, NULL);
	ui_summary_row(ui, "The code", strcmp(m->code_by, "email") == 0 ?
		"comes to your other e-mail address when you ask for it on the page" :
		"is read out by the school: ring, and we ring you back", NULL, NULL);
	ui_summary_end(ui);
	ui_button_link(ui, UI_SECONDARY, "Done", arena_printf(rq->a, "/pupils/%s/links", row_id(rq->pupil)));
	return door_show_once(rq, ui);
}

const struct fault *link_new_post(struct req *rq, struct ui *ui)
{
	const char *token, *id, *site, *url;
	struct making m;
	struct told told;

	if (!record_may(rq->act, &LINK, RIGHT_ADD, rq->pupil))
		return FAULT(rq->a, FAULT_NONE, "this person may not make a link about that child");
	TRY(read_making(rq, &m));
	TRY(target_ok(rq, &m));
	if (!check(rq, &m))
		return draw_making(rq, ui, &m);
	token = seal_token_short(rq->a);
	TRY(site_of(rq, &site));
	url = arena_printf(rq->a, "%s/link/%s", site, token);
	TRY(put_link(rq, &m, token, &id));
	TRY(check_stands(rq, &m, id));
	if (m.to_error)
		return draw_making(rq, ui, &m);
	if (strcmp(m.way, "handed") == 0)
		return show_link(rq, ui, &m, url);
	TRY(send_link(rq, &m, id, url, &told));
	rq_notice(rq, NULL, strcmp(told.state, "queued") == 0 ? "The link is in the outbox." :
		"The link waits in the outbox: look there.");
	return go(rq, "/links/%s", id);
}
