/* intake_pages.c - a concern taken in: by whoever is told, in a minute, from the child's page; or from the parent by a one-time
 * link. Not here: what becomes of it (concern_pages.c). */
#include <string.h>

#include "areas/concerns/pages.h"
#include "law/reach.h"
#include "web/tell.h"

const struct link_task CONCERNS_TASKS[] = {
	{ "concern", "Tell us what worries you", "/shared/:pupil/concern", NULL, "home_concern", "contact", 14 },
	{ NULL, NULL, NULL, NULL, NULL, NULL, 0 },
};

const char *concern_words(struct arena *a, const char *kind, const char *theme)
{
	const char *what = choice_label(CONCERN_THEMES, theme);

	return arena_printf(a, "%s%s%s", strcmp(kind, "complaint") == 0 ? "Complaint" : "Concern", *theme ? ": " : "",
		*theme ? arena_printf(a, "%c%s", what[0] | 0x20, what + 1) : "");
}

const struct fault *concern_logged(struct req *rq, const struct row *pupil, const struct form *concern)
{
	const struct record *log = record_find(rq->act->house, "contact_log");
	const char *channel = form_value(concern, HOME_CONCERN_CHANNEL), *id;
	struct act *all = act_lift(rq->act);
	struct form *f = form_new(rq->a, log);

	form_put(f, "contact", form_value(concern, HOME_CONCERN_CONTACT));
	form_put(f, "who", form_value(concern, HOME_CONCERN_WHO));
	form_put(f, "spoke_on", form_value(concern, HOME_CONCERN_ON));
	form_put(f, "channel", strcmp(channel, "link") == 0 ? "email" : channel);
	form_put(f, "staff", rq->act->who->staff);
	form_put(f, "summary", "Raised a concern. What was said stands with the concern.");
	TRY(act_guard(all));
	TRY(record_add(all, log, pupil, f, &id));
	return act_guard(rq->act);
}

const struct fault *concern_add(struct req *rq, const struct row *pupil, struct form *form, const char **id)
{
	static const int LATER[] = { HOME_CONCERN_OWNER, HOME_CONCERN_FOUND, HOME_CONCERN_REPLIED_ON, HOME_CONCERN_REPLY,
		HOME_CONCERN_OUTCOME, HOME_CONCERN_LEARNED, HOME_CONCERN_CONTENT, HOME_CONCERN_CLOSED_ON, HOME_CONCERN_REPLY_BY };

	form->version = 0;
	for (size_t i = 0; i < sizeof LATER / sizeof *LATER; i++)
		form_set(form, LATER[i], "");
	form_set(form, HOME_CONCERN_STATE, "new");
	form_set(form, HOME_CONCERN_STAGE, strcmp(form_value(form, HOME_CONCERN_KIND), "complaint") == 0 ? "formal" : "talk");
	form_set(form, HOME_CONCERN_TAKEN_BY, rq->act->who->staff);
	if (!*form_value(form, HOME_CONCERN_CONTACT) && !*form_value(form, HOME_CONCERN_WHO))
		form_error(form, HOME_CONCERN_CONTACT, "Choose who said it, or write down who it was");
	form_set(form, HOME_CONCERN_LINK, rq->link ? rq->link->id : "");
	TRY(record_add(rq->act, &HOME_CONCERN, pupil, form, id));
	TRY(concern_logged(rq, pupil, form));
	return tell_role(rq->act, "senco", "concern", "A concern from home waits for you",
		"Somebody told the school of a concern. Decide who sees to it and by when they are answered.",
		arena_printf(rq->a, "/home-concerns/%s", *id));
}

/* ---- by whoever is told ---- */

/* Everybody of the family, also whom the school may not write to: anybody may raise a concern. */
static const struct fault *family(struct req *rq, const struct ui_option **out)
{
	struct ui_option *o;
	struct reach *r;
	int n;

	TRY(reach_all(rq->act, rq->pupil, REACH_HAND, &r, &n));
	o = arena_array(rq->a, (size_t)n + 2, sizeof *o);
	o[0] = (struct ui_option){ .value = "", .label = "Somebody else" };
	for (int i = 0, k = 1; i < n; i++)
		if (*r[i].contact)
			o[k++] = (struct ui_option){ .value = r[i].contact, .label = arena_printf(rq->a, "%s, %s", r[i].name,
				r[i].relation) };
	*out = o;
	return NULL;
}

static void draw_said(struct ui *ui, const struct form *form)
{
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_SAID);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_WANTED);
}

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct about *who, const struct form *form)
{
	const struct ui_option *kin;

	TRY(family(rq, &kin));
	ui->shell.title = "A concern from home";
	ui_title(ui, who->line, ui->shell.title, "Write it down as it was said. Whoever sees to it answers the family by a day.");
	ui_warning(ui, "If you fear for a child’s safety, tell the safeguarding lead now, in person.");
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_select(ui, &(struct ui_input){ .name = "contact", .label = "Who said it?", .strong = true,
		.value = form_value(form, HOME_CONCERN_CONTACT), .error = form_error_at(form, HOME_CONCERN_CONTACT) }, kin);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_WHO);
	ui_input_select(ui, &(struct ui_input){ .name = "channel", .label = "How?", .strong = true,
		.value = form_value(form, HOME_CONCERN_CHANNEL), .error = form_error_at(form, HOME_CONCERN_CHANNEL) },
		choice_options(rq->a, CONCERN_CHANNELS, "Choose one"));
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_ON);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_KIND);
	ui_field(ui, &HOME_CONCERN, form, HOME_CONCERN_THEME);
	draw_said(ui, form);
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, "Hand it in", NULL, NULL);
	ui_link_to(ui, "Cancel", who->href);
	ui_acts_end(ui);
	ui_form_end(ui);
	return NULL;
}

const struct fault *concern_new_page(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &HOME_CONCERN);
	struct about who;

	TRY(about_may_add(rq, &HOME_CONCERN));
	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	if (!rq->typed.count) {
		form_set(form, HOME_CONCERN_ON, day_iso(rq->a, rq->act->today));
		form_set(form, HOME_CONCERN_CHANNEL, "phone");
		form_set(form, HOME_CONCERN_KIND, "concern");
	}
	return draw_new(rq, ui, &who, form);
}

const struct fault *concern_new_submit(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &HOME_CONCERN);
	const struct fault *f;
	struct about who;
	const char *id;
	day by;

	TRY(about_may_add(rq, &HOME_CONCERN));
	TRY(about_pupil(rq, rq->pupil, NULL, NULL, &who));
	f = concern_add(rq, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_new(rq, ui, &who, form);
	TRY(f);
	by = day_parse(form_value(form, HOME_CONCERN_REPLY_BY));
	rq_notice(rq, undo_of(rq, "/home-concerns", &HOME_CONCERN, id), by == DAY_NONE ? "Handed in%s." :
		"Handed in. The family is to be answered by %s.", by == DAY_NONE ? "" : day_long(rq->a, by));
	return record_own_only(rq->act, &HOME_CONCERN, RIGHT_READ) || !record_ever(rq->act, &HOME_CONCERN, RIGHT_READ) ?
		go(rq, "%s", who.href) : go(rq, "/home-concerns/%s", id);
}

/* ---- by the parent, by a link ---- */

static const struct fault *draw_shared(struct req *rq, struct ui *ui, const struct form *form)
{
	const char *known = row_named(rq->pupil, "known_as"), *first = *known ? known : row_named(rq->pupil, "forename");

	ui->shell.title = "Tell us what worries you";
	ui->shell.scale = UI_PHONE;
	rq_link_head(rq, ui);
	ui_title(ui, NULL, ui->shell.title, arena_printf(rq->a, "About %s. A person at the school reads it and answers you.",
		first));
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_long(ui, &(struct ui_input){ .name = "said", .label = "What worries you?", .strong = true, .rows = 6, .max = 8000,
		.value = form_value(form, HOME_CONCERN_SAID), .error = form_error_at(form, HOME_CONCERN_SAID) });
	ui_input_long(ui, &(struct ui_input){ .name = "wanted", .label = "What would you like to happen?", .strong = true,
		.hint = "You may leave this empty", .rows = 3, .max = 2000, .value = form_value(form, HOME_CONCERN_WANTED),
		.error = form_error_at(form, HOME_CONCERN_WANTED) });
	ui_input_radios(ui, &(struct ui_input){ .name = "kind", .label = "How shall we treat it?", .strong = true,
		.value = form_value(form, HOME_CONCERN_KIND), .error = form_error_at(form, HOME_CONCERN_KIND) },
		(const struct ui_option[]){ { "concern", "As a concern: talk to me about it" },
		{ "complaint", "As a complaint: answer me in writing" }, { NULL } });
	ui_button(ui, UI_PRIMARY | UI_FULL, "Send it to the school", NULL, NULL);
	ui_form_end(ui);
	return NULL;
}

const struct fault *concern_shared(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &HOME_CONCERN);

	if (rq->link && rq->link->done) {
		ui->shell.title = "Sent";
		ui->shell.scale = UI_PHONE;
		rq_link_head(rq, ui);
		ui_title(ui, NULL, "The school has it", "Somebody will be in touch with you. You can close this page.");
		return NULL;
	}
	if (!rq->typed.count)
		form_set(form, HOME_CONCERN_KIND, "concern");
	return draw_shared(rq, ui, form);
}

const struct fault *concern_shared_post(struct req *rq, struct ui *ui)
{
	struct form *form = rq_form(rq, &HOME_CONCERN);
	const struct fault *f;
	const char *id;

	if (!rq->link)
		return FAULT(rq->a, FAULT_NONE, "parents send this; staff write it down on the child's page");
	if (rq->link->done)
		return go(rq, "%s", rq->http->path);
	form_set(form, HOME_CONCERN_CONTACT, rq->link->holder);
	form_set(form, HOME_CONCERN_WHO, rq->link->name);
	form_set(form, HOME_CONCERN_ON, day_iso(rq->a, rq->act->today));
	form_set(form, HOME_CONCERN_CHANNEL, "link");
	form_set(form, HOME_CONCERN_THEME, "");
	f = concern_add(rq, rq->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return draw_shared(rq, ui, form);
	TRY(f);
	TRY(rq_link_done(rq));
	return go(rq, "%s", rq->http->path);
}
