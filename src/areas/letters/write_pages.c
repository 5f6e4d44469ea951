/* write_pages.c - writing to one child's family: whom, with the reason for each who is left out; then each letter by itself, as it
 * will be read; then out. */
#include <string.h>

#include "areas/letters/word.h"
#include "base/text.h"

struct choosing {
	struct reach *to;
	int count;
	const char *template, *channel, *ticked;
	bool agreed;
	const char *template_error, *channel_error, *to_error, *agreed_error;
};

/* ---- whom and how ---- */

static const char *value_of(const struct reach *to)
{
	return *to->contact ? to->contact : "child";
}

static bool is_ticked(const struct choosing *c, const struct reach *to)
{
	const char *value = value_of(to), *at = strstr(c->ticked, value);

	return at && (at == c->ticked || at[-1] == ' ') && (at[strlen(value)] == ' ' || !at[strlen(value)]);
}

/* Boxes of one name come as several values: all of them, with spaces between. */
static const char *all_values(struct req *rq, const char *name)
{
	const struct http_values *v = rq->typed.count || rq->post ? &rq->typed : &rq->http->query;
	struct buf b = buf_new(rq->a);

	for (size_t i = 0; i < v->count; i++)
		if (strcmp(v->item[i].name, name) == 0)
			buf_printf(&b, "%s%s", b.len ? " " : "", v->item[i].value);
	return buf_text(&b);
}

static const char *reach_hint(struct req *rq, const struct reach *to)
{
	const char *by = *to->email && *to->address ? "by e-mail or post" : *to->email ? "by e-mail" : *to->address ? "by post" :
		"handed over only";
	const char *lang = *to->language && strcmp(to->language, "ENG") != 0 ?
		". Their language is not English: think of a translation" : "";

	return arena_printf(rq->a, "%s, %s%s%s%s", to->relation, by, lang, *to->why ? ". " : "", to->why);
}

static void draw_people(struct req *rq, struct ui *ui, const struct choosing *c)
{
	struct ui_option *o = arena_array(rq->a, (size_t)c->count + 1, sizeof *o);
	bool ask = false;
	int n = 0;

	for (int i = 0; i < c->count; i++) {
		const struct reach *to = &c->to[i];

		ask = ask || to->may == REACH_ASK;
		if (to->may != REACH_NO)
			o[n++] = (struct ui_option){ value_of(to), to->name, reach_hint(rq, to), is_ticked(c, to), false };
	}
	if (n)
		ui_input_checks(ui, &(struct ui_input){ .name = "to", .label = "Who gets it", .strong = true, .error = c->to_error,
			.hint = "Each gets a letter of their own. Nobody is told another’s address" }, o);
	if (ask)
		ui_input_check(ui, "agreed", "I have read what stands in the way, and decided to send it",
			"A court order, or a young person who must agree. Your decision is kept with the letter", c->agreed);
	if (c->agreed_error)
		ui_error(ui, "agreed", c->agreed_error);
	for (int i = 0; i < c->count; i++)
		if (c->to[i].may == REACH_NO)
			ui_note(ui, UI_PLAIN, arena_printf(rq->a, "Not to %s.", c->to[i].name), c->to[i].why);
}

static const struct fault *draw_new(struct req *rq, struct ui *ui, const struct choosing *c)
{
	const char *base = arena_printf(rq->a, "/pupils/%s", row_id(rq->pupil)), *name = letters_child(rq->a, rq->pupil);
	const struct ui_option *templates;

	TRY(letters_templates(rq, &templates));
	about_crumbs(rq, (const char *const[]){ "Register", "/register", name, base, "Letters", arena_printf(rq->a, "%s/letters",
		base), NULL });
	ui->shell.scale = UI_READ;
	ui->shell.title = "Write a letter";
	ui_title(ui, name, "Write a letter", NULL);
	if (c->agreed_error)
		ui_error(ui, "agreed", c->agreed_error);
	ui_form_begin(ui, &(struct ui_form){ .draft = true });
	ui_input_select(ui, &(struct ui_input){ .name = "template", .label = "Which letter", .strong = true, .value = c->template,
		.error = c->template_error }, templates);
	ui_input_radios(ui, &(struct ui_input){ .name = "channel", .label = "How it goes", .strong = true, .value = c->channel,
		.inline_choices = true, .error = c->channel_error }, choice_options(rq->a, LETTER_CHANNELS, NULL));
	draw_people(rq, ui, c);
	if (!c->count)
		ui_para(ui, "There is no contact in the record. Add one under People first.");
	ui_button(ui, UI_PRIMARY, "Write it and look at it", NULL, NULL);
	ui_form_end(ui);
	return NULL;
}

static const struct fault *choose(struct req *rq, struct choosing *c)
{
	*c = (struct choosing){ .template = rq_text(rq, "template"), .channel = rq_text(rq, "channel"),
		.ticked = all_values(rq, "to"), .agreed = strcmp(rq_text(rq, "agreed"), "1") == 0 };
	return reach_all(rq->act, rq->pupil, REACH_HAND, &c->to, &c->count);
}

const struct fault *letter_new(struct req *rq, struct ui *ui)
{
	struct choosing c;

	if (!record_may(rq->act, &LETTER, RIGHT_ADD, rq->pupil))
		return FAULT(rq->a, FAULT_NONE, "this person may not write a letter about that child");
	TRY(choose(rq, &c));
	if (!rq->typed.count) {
		struct buf all = buf_new(rq->a);

		for (int i = 0; i < c.count; i++)
			if (c.to[i].may == REACH_YES)
				buf_printf(&all, "%s%s", all.len ? " " : "", value_of(&c.to[i]));
		c.ticked = buf_text(&all);
		c.channel = *c.channel ? c.channel : "post";
	}
	return draw_new(rq, ui, &c);
}

/* What is wrong with the choice, at the place where it was made. */
static void check_people(struct req *rq, struct choosing *c)
{
	enum reach_how how = letters_how(c->channel);
	int n = 0;

	for (int i = 0; i < c->count && !c->to_error; i++) {
		const struct reach *to = &c->to[i];

		if (!is_ticked(c, to))
			continue;
		n++;
		if (to->may == REACH_NO)
			c->to_error = arena_printf(rq->a, "Not to %s: %s", to->name, to->why);
		else if (how == REACH_EMAIL && !*to->email)
			c->to_error = arena_printf(rq->a,
				"%s has no e-mail address: choose another way, or add the address under People", to->name);
		else if (how == REACH_POST && !*to->address)
			c->to_error = arena_printf(rq->a,
				"%s has no postal address: choose another way, or add the address under People", to->name);
		if (to->may == REACH_ASK && !c->agreed)
			c->agreed_error = arena_printf(rq->a, "%s: %s. Tick the box once you have decided", to->name, to->why);
	}
	if (!n && !c->to_error)
		c->to_error = "Choose who gets the letter";
}

static bool is_channel(const char *code)
{
	for (const struct choice *c = LETTER_CHANNELS; c->code; c++)
		if (strcmp(c->code, code) == 0)
			return true;
	return false;
}

static const struct fault *template_of(struct req *rq, struct choosing *c, struct row **out)
{
	const struct fault *f;

	*out = NULL;
	f = *c->template ? record_get(rq->act, &LETTER_TEMPLATE, c->template, out) : NULL;
	if (f && f->code != FAULT_NONE)
		return f;
	if (!*out)
		c->template_error = "Choose a letter";
	return NULL;
}

/* FAULT_INVALID when the template may not say what it says: nothing of it is kept. */
static const struct fault *write_all(struct req *rq, struct choosing *c, const struct row *template, const char **first)
{
	struct writing w = { rq->pupil, template, c->channel, rq->act->id, c->agreed };

	*first = NULL;
	for (int i = 0; i < c->count; i++) {
		const char *id, *refused;

		if (!is_ticked(c, &c->to[i]))
			continue;
		TRY(letter_draft(rq, &w, &c->to[i], &id, &refused));
		if (refused) {
			c->template_error = refused;
			return NULL;
		}
		*first = *first ? *first : id;
	}
	return NULL;
}

const struct fault *letter_new_post(struct req *rq, struct ui *ui)
{
	const char *first = NULL;
	struct row *template;
	struct choosing c;

	TRY(choose(rq, &c));
	TRY(template_of(rq, &c, &template));
	if (!is_channel(c.channel))
		c.channel_error = "Choose how it goes";
	else
		check_people(rq, &c);
	if (!c.template_error && !c.channel_error && !c.to_error && !c.agreed_error)
		TRY(write_all(rq, &c, template, &first));
	if (!first || c.template_error)
		return draw_new(rq, ui, &c);
	return go(rq, "/letters/%s", first);
}

/* ---- one letter ---- */

static const struct fault *others_of(struct req *rq, const struct row *letter, struct rows *out)
{
	const char *batch = row_text(letter, LETTER_BATCH);
	struct ask ask = { .where = { { LETTER_BATCH, IS, batch } }, .order = "written_on name", .limit = 400, .clear_only = true };

	*out = (struct rows){ 0 };
	return *batch ? record_list(rq->act, &LETTER, &ask, out) : NULL;
}

static const struct fault *draw_others(struct req *rq, struct ui *ui, const struct row *letter)
{
	struct rows others;
	int here = -1;

	TRY(others_of(rq, letter, &others));
	for (int i = 0; i < others.count; i++)
		if (strcmp(row_id(others.row[i]), row_id(letter)) == 0)
			here = i;
	if (others.count < 2 || here < 0)
		return NULL;
	ui_acts(ui);
	ui_small(ui, arena_printf(rq->a, "Letter %d of %d", here + 1, others.count));
	if (here > 0)
		ui_link_to(ui, "The one before", arena_printf(rq->a, "/letters/%s", row_id(others.row[here - 1])));
	if (here + 1 < others.count)
		ui_link_to(ui, "The next one", arena_printf(rq->a, "/letters/%s", row_id(others.row[here + 1])));
	ui_link_to(ui, "All of them", arena_printf(rq->a, "/letters/batches/%s", row_text(letter, LETTER_BATCH)));
	ui_acts_end(ui);
	return NULL;
}

/* Has its template a Word file of the school's own? */
static bool has_word(struct req *rq, const struct row *l)
{
	struct row *t;

	return *row_text(l, LETTER_TEMPLATE_REF) && !record_get(rq->act, &LETTER_TEMPLATE, row_text(l, LETTER_TEMPLATE_REF), &t) &&
		*row_text(t, LETTER_TEMPLATE_FILE);
}

static void draw_sent(struct req *rq, struct ui *ui, const struct row *l)
{
	const char *state = row_text(l, LETTER_STATE), *why = row_text(l, LETTER_WHY);

	if (*why && (strcmp(state, "held") == 0 || strcmp(state, "refused") == 0))
		ui_note(ui, letters_tone(state), row_show(rq->a, l, LETTER_STATE), why);
	ui_summary(ui);
	ui_summary_row(ui, "State", row_show(rq->a, l, LETTER_STATE), *row_text(l, LETTER_MESSAGE) ? "Look in the outbox" : NULL,
		arena_printf(rq->a, "/outbox/%s", row_text(l, LETTER_MESSAGE)));
	ui_summary_row(ui, "To", row_text(l, LETTER_NAME), NULL, NULL);
	if (*row_text(l, LETTER_ADDRESS))
		ui_summary_row(ui, "Address", row_text(l, LETTER_ADDRESS), NULL, NULL);
	ui_summary_row(ui, "How it went", row_show(rq->a, l, LETTER_CHANNEL), NULL, NULL);
	ui_summary_row(ui, "Date of the letter", row_show(rq->a, l, LETTER_ON), NULL, NULL);
	if (*row_text(l, LETTER_SENT_ON))
		ui_summary_row(ui, "Sent", row_show(rq->a, l, LETTER_SENT_ON), NULL, NULL);
	if (*row_text(l, LETTER_PROOF))
		ui_summary_row(ui, "Proof", row_text(l, LETTER_PROOF), NULL, NULL);
	ui_summary_end(ui);
	ui_heading(ui, row_text(l, LETTER_TITLE));
	ui_prose(ui, row_text(l, LETTER_BODY));
	ui_button_link(ui, UI_SECONDARY, "As a PDF", arena_printf(rq->a, "/letters/%s/pdf", row_id(l)));
}

static void draw_draft(struct req *rq, struct ui *ui, const struct row *l, const struct form *form, const struct reach *to,
	const char *error)
{
	enum reach_how how = letters_how(row_text(l, LETTER_CHANNEL));
	const char *gap = merge_gap(rq->a, form_value(form, LETTER_BODY));

	if (error)
		ui_error(ui, gap ? "body" : "send", error);
	if (to->may == REACH_ASK)
		ui_note(ui, UI_SOON, "A person must decide.", to->why);
	else if (to->may == REACH_NO)
		ui_note(ui, UI_LATE, arena_printf(rq->a, "Not to %s.", to->name), to->why);
	if (gap)
		ui_note(ui, UI_SOON, arena_printf(rq->a, "[%s]: nothing is recorded for “%s”.", gap, merge_said(rq->act, gap)),
			"Write what belongs there, or take the sentence out.");
	ui_form_begin(ui, &(struct ui_form){ .version = row_version(l), .draft = true });
	ui_field(ui, &LETTER, form, LETTER_NAME);
	if (how == REACH_POST)
		ui_field(ui, &LETTER, form, LETTER_ADDRESS);
	ui_field(ui, &LETTER, form, LETTER_ON);
	ui_field(ui, &LETTER, form, LETTER_TITLE);
	ui_input_long(ui, &(struct ui_input){ .name = "body", .label = "Text", .strong = true, .rows = 18,
		.value = form_value(form, LETTER_BODY),
		.hint = "As it will be read. Change whatever should be said otherwise to this person" });
	if (to->may == REACH_ASK)
		ui_input_check(ui, "agreed", "I have read what stands in the way, and decided to send it", NULL,
			strcmp(form_value(form, LETTER_AGREED), "1") == 0);
	if (how != REACH_EMAIL)
		ui_input(ui, &(struct ui_input){ .name = "proof", .label = how == REACH_POST ? "Proof of posting" : "Who took it",
			.strong = true, .value = form_value(form, LETTER_PROOF),
			.hint = how == REACH_POST ? "For example second class, post book line 214" :
			"For example Ms Whitlock at the gate" });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, how == REACH_EMAIL ? "Put it in the outbox" : how == REACH_POST ? "It is posted" :
		"It is handed over", "do", "send");
	ui_button(ui, UI_SECONDARY, "Keep it as a draft", "do", "keep");
	if (has_word(rq, l))
		ui_link_to(ui, "As a Word document", arena_printf(rq->a, "/letters/%s/word", row_id(l)));
	if (how != REACH_EMAIL)
		ui_link_to(ui, "As a PDF, as it is kept", arena_printf(rq->a, "/letters/%s/pdf", row_id(l)));
	ui_button(ui, UI_QUIET, "Throw it away", "do", "discard");
	ui_acts_end(ui);
	ui_form_end(ui);
}

static const struct fault *draw_letter(struct req *rq, struct ui *ui, const struct row *l, const struct form *form,
	const char *error)
{
	const struct fault *f;
	struct row *pupil;
	struct reach to;
	const char *base;

	TRY(letters_pupil(rq, l, &pupil));
	base = arena_printf(rq->a, "/pupils/%s", row_id(pupil));
	about_crumbs(rq, (const char *const[]){ "Register", "/register", letters_child(rq->a, pupil), base, "Letters",
		arena_printf(rq->a, "%s/letters", base), NULL });
	ui->shell.scale = UI_READ;
	ui->shell.title = strcmp(row_text(l, LETTER_STATE), "draft") == 0 ? "A letter, before it goes" : "A letter";
	ui_title(ui, letters_child(rq->a, pupil), ui->shell.title, NULL);
	TRY(draw_others(rq, ui, l));
	if (strcmp(row_text(l, LETTER_STATE), "draft") != 0 || !record_may(rq->act, &LETTER, RIGHT_EDIT, pupil)) {
		draw_sent(rq, ui, l);
		return NULL;
	}
	f = reach_one(rq->act, pupil, row_text(l, LETTER_CONTACT), REACH_HAND, &to);
	if (f && f->code != FAULT_NONE)
		return f;
	if (f)
		to = (struct reach){ .name = row_text(l, LETTER_NAME), .may = REACH_NO,
			.why = "They are no contact of this child any longer" };
	ui_form_errors(ui, form);
	draw_draft(rq, ui, l, form, &to, error);
	return NULL;
}

static const struct fault *get_letter(struct req *rq, struct row **out)
{
	TRY(record_get(rq->act, &LETTER, rq_arg(rq, "letter"), out));
	return row_has(*out, LETTER_BODY) ? NULL : FAULT(rq->a, FAULT_NONE,
		"another's letter: its envelope alone is this person's to see");
}

const struct fault *letter_page(struct req *rq, struct ui *ui)
{
	struct row *l;

	TRY(get_letter(rq, &l));
	return draw_letter(rq, ui, l, rq->typed.count ? rq_form(rq, &LETTER) : form_of_row(rq->a, l), NULL);
}

/* Of what was typed, only what this page asks for. */
static struct form *typed_form(struct req *rq, const struct row *l)
{
	static const int ASKED[] = { LETTER_NAME, LETTER_ADDRESS, LETTER_ON, LETTER_TITLE, LETTER_BODY };
	struct form *typed = rq_form(rq, &LETTER), *form = form_new(rq->a, &LETTER);

	form->version = typed->version;
	for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++)
		form->values[ASKED[i]] = typed->values[ASKED[i]];
	form_set(form, LETTER_AGREED, strcmp(rq_text(rq, "agreed"), "1") == 0 ? "1" : row_text(l, LETTER_AGREED));
	return form;
}

static const struct fault *discard(struct req *rq, struct row *l)
{
	if (strcmp(row_text(l, LETTER_STATE), "draft") != 0)
		return FAULT(rq->a, FAULT_INVALID, "Only a draft can be thrown away. This letter has left your hands");
	TRY(record_withdraw(rq->act, l, "thrown away before it went"));
	rq_notice(rq, NULL, "The draft is gone.");
	return go(rq, "/pupils/%s/letters", row_about(l));
}

const struct fault *letter_post(struct req *rq, struct ui *ui)
{
	const char *deed = rq_text(rq, "do"), *refused = NULL;
	const struct fault *f;
	struct form *form;
	struct row *l;

	TRY(get_letter(rq, &l));
	if (strcmp(deed, "discard") == 0)
		return discard(rq, l);
	if (strcmp(row_text(l, LETTER_STATE), "draft") != 0)
		return draw_letter(rq, ui, l, form_of_row(rq->a, l), NULL);
	form = typed_form(rq, l);
	f = record_change(rq->act, l, form);
	if (f && f->code != FAULT_INVALID)
		return f;
	if (f)
		return draw_letter(rq, ui, l, form, NULL);
	TRY(get_letter(rq, &l));
	if (strcmp(deed, "send") == 0)
		TRY(letter_send(rq, l, rq_text(rq, "proof"), &refused));
	if (refused)
		return draw_letter(rq, ui, l, form_of_row(rq->a, l), refused);
	rq_notice(rq, NULL, strcmp(deed, "send") != 0 ? "The draft is kept." : strcmp(row_text(l, LETTER_CHANNEL), "email") == 0 ?
		"The letter is in the outbox." : "The letter is kept with its proof.");
	return go(rq, "/letters/%s", row_id(l));
}
