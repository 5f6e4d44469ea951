/* cycle_sign.c - who signs a review, in school or on paper, and the moment it is closed. From then on nothing of it changes. */
#include <string.h>

#include "areas/plans/cycle.h"
#include "areas/plans/cycle_review.h"
#include "areas/plans/cycle.tmpl.h"
#include "base/text.h"
#include "law/due.h"

static bool word_in(const char *list, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = strstr(list, word); p; p = strstr(p + 1, word))
		if ((p == list || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

/* Signed the review: agreeing with the plan when it began is another thing. */
static bool has_signed(const struct cycle *c, const char *role)
{
	for (int i = 0; i < c->signatures.count; i++)
		if (strcmp(row_text(c->signatures.row[i], SIGNATURE_ROLE), role) == 0 &&
		    strcmp(row_text(c->signatures.row[i], SIGNATURE_OF), "review") == 0)
			return true;
	return false;
}

static const char *who_is(const struct cycle *c, const char *role)
{
	if (strcmp(role, "pupil") == 0)
		return c->who.first;
	return strcmp(role, "parent") == 0 ? "a parent" : strcmp(role, "teacher") == 0 ? "the teacher" : "the professional";
}

/* Those of the type's signers who have not signed but staff, who sign by closing it; "" if all have. A young person signs for
 * themselves: no parent's signature is waited for (CFA 2014 section 83). */
const char *cycle_unsigned(struct arena *a, const struct cycle *c)
{
	struct buf b = buf_new(a);

	for (const struct choice *v = VOICES; v->code; v++)
		if (word_in(row_text(c->type, PLAN_TYPE_SIGNERS), v->code) && strcmp(v->code, "teacher") != 0 &&
			!(c->who.young && strcmp(v->code, "parent") == 0) && !has_signed(c, v->code))
			buf_printf(&b, "%s%s", b.len ? " and " : "", who_is(c, v->code));
	return buf_text(&b);
}

const char *cycle_unfinished(struct arena *a, const struct cycle *c)
{
	struct form *form = form_new(a, c->r);
	struct buf b = buf_new(a);

	for (int i = 0; c->steps && i < c->targets.count; i++) {
		const struct row *r = cycle_review_of(c, row_id(c->targets.row[i]));
		const char *n = row_text(c->targets.row[i], TARGET_NUMBER);

		if (!r || !*row_text(r, TARGET_REVIEW_RATING))
			buf_printf(&b, "Target %s: say how it went.\n", n);
		else if (!*row_text(r, TARGET_REVIEW_NEXT))
			buf_printf(&b, "Target %s: keep, change or stop?\n", n);
	}
	for (const struct choice *step = PLAN_STEPS; step->code; step++)
		if (strcmp(step->code, "review") == 0 || !c->steps)
			plan_missing(form, c->plan, &c->lines, step->code);
	for (int i = 0; i < form->error_count; i++)
		buf_printf(&b, "%s.\n", form->errors[i].text);
	if (c->steps && !*row_text(c->plan, PLAN_DECISION))
		buf_add(&b, "Say what happens next.\n");
	return b.len ? buf_text(&b) : NULL;
}

const char *signature_words(struct arena *a, const struct row *s)
{
	return arena_printf(a, "%s: %s %s on %s", row_show(a, s, SIGNATURE_ROLE), row_text(s, SIGNATURE_NAME),
		strcmp(row_text(s, SIGNATURE_OF), "plan") == 0 ? "agreed with the plan" : "signed the review",
		day_long(a, moment_day(row_text(s, SIGNATURE_AT))));
}

/* ---- on the page ---- */

static void signed_list(struct req *rq, struct ui *ui, const struct cycle *c)
{
	ui_items(ui);
	for (int i = 0; i < c->signatures.count; i++) {
		const struct row *s = c->signatures.row[i];

		ui_item(ui);
		buf_add_html(&ui->out, signature_words(rq->a, s));
		if (*row_text(s, SIGNATURE_WORDS))
			ui_small(ui, row_text(s, SIGNATURE_WORDS));
		ui_item_end(ui);
	}
	if (!c->signatures.count) {
		ui_item(ui);
		buf_add_html(&ui->out, "Nobody has signed yet.");
		ui_item_end(ui);
	}
	ui_items_end(ui);
}

static void record_form(struct req *rq, struct ui *ui, const struct cycle *c)
{
	static const struct ui_option WHO[] = { { "parent", "A parent or carer" }, { "pupil", "The child or young person" },
		{ "teacher", "A teacher: me" },
		{ "professional", "A professional" }, { NULL } };
	bool wrong = rq->post && strcmp(rq_text(rq, "plan-do"), "record") == 0;

	ui_details(ui, "Write down that somebody signed");
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/sign", c->href), .label = "A signature" });
	ui_input_radios(ui, &(struct ui_input){ .name = "role", .label = "Who signed?", .small = true, .strong = true,
		.value = wrong ? rq_text(rq, "role") : "parent" }, WHO);
	ui_input(ui, &(struct ui_input){ .name = "signer", .label = "Name",
		.hint = "As it stands under the paper. Leave empty if it is you", .strong = true,
		.value = wrong ? rq_text(rq, "signer") : "" });
	ui_input(ui, &(struct ui_input){ .name = "signed_on", .label = "Day", .hint = "Empty is today", .width = 20, .strong = true,
		.value = wrong ? rq_text(rq, "signed_on") : "" });
	ui_input_long(ui, &(struct ui_input){ .name = "words", .label = "What they added", .rows = 2, .strong = true,
		.value = wrong ? rq_text(rq, "words") : "" });
	ui_button(ui, UI_SECONDARY, "Add the signature", "plan-do", "record");
	ui_form_end(ui);
	ui_details_end(ui);
}

static void close_form(struct req *rq, struct ui *ui, const struct cycle *c)
{
	const char *missing = cycle_unsigned(rq->a, c), *lacks = cycle_unfinished(rq->a, c);

	if (lacks) {
		ui_note_begin(ui, UI_PLAIN);
		ui_para(ui, "Before it can be signed:");
		ui_bullets(ui, lacks);
		ui_note_end(ui);
		return;
	}
	ui_form_begin(ui, &(struct ui_form){ .action = arena_printf(rq->a, "%s/sign", c->href), .version = row_version(c->plan),
		.label = "Sign and close" });
	if (*missing)
		ui_input(ui, &(struct ui_input){ .name = "without",
			.label = arena_printf(rq->a, "Why it closes without the signature of %s", missing), .strong = true,
			.hint = "Or write their signature down above", .value = rq_text(rq, "without") });
	ui_acts(ui);
	ui_button(ui, UI_PRIMARY, c->steps ? "Sign the review" : "Sign and close", "plan-do", "close");
	ui_acts_end(ui);
	ui_small(ui, arena_printf(rq->a, "You sign as %s. From then on nothing of this plan changes; the next one can begin.",
		rq->act->who->name));
	ui_form_end(ui);
}

const struct fault *review_signatures(struct req *rq, struct ui *ui, const struct cycle *c)
{
	part_anchor(ui, "sign");
	ui_heading(ui, "Signatures");
	signed_list(rq, ui, c);
	if (!c->over && record_may(rq->act, &SIGNATURE, RIGHT_ADD, c->who.pupil))
		record_form(rq, ui, c);
	if (c->edits)
		close_form(rq, ui, c);
	part_anchor_end(ui);
	return NULL;
}

/* ---- a signature ---- */

struct sign { const char *role, *name, *words, *at; bool own; };

static const struct fault *add_signature(struct req *rq, const struct cycle *c, const struct sign *s, int64_t version)
{
	struct form *form = form_new(rq->a, &SIGNATURE);
	const char *id;

	form_set(form, SIGNATURE_PLAN, c->id);
	form_set(form, SIGNATURE_ROLE, s->role);
	form_set(form, SIGNATURE_NAME, s->name);
	form_set(form, SIGNATURE_ACCOUNT, s->own ? rq->act->who->account : "");
	form_set(form, SIGNATURE_AT, s->at);
	form_set(form, SIGNATURE_PLAN_VERSION, arena_printf(rq->a, "%lld", (long long)version));
	form_set(form, SIGNATURE_WORDS, s->words);
	form_set(form, SIGNATURE_THROUGH, "school");
	form_set(form, SIGNATURE_OF, "review");
	return record_add(rq->act, &SIGNATURE, c->who.pupil, form, &id);
}

static const struct fault *record_one(struct req *rq, struct ui *ui, struct cycle *c)
{
	const char *role = rq_text(rq, "role"), *name = rq_text(rq, "signer"), *typed = rq_text(rq, "signed_on");
	day on = *typed ? day_typed(typed) : rq->act->today;
	bool own = !*name && (strcmp(role, "teacher") == 0 || strcmp(role, "professional") == 0), known = false;
	struct sign s = { .role = role, .name = own ? rq->act->who->name : name, .words = rq_text(rq, "words"), .own = own };

	for (const struct choice *v = VOICES; v->code; v++)
		known = known || strcmp(v->code, role) == 0;
	if (!known)
		ui_error(ui, "role", "Choose who signed");
	if (!own && !*name && strcmp(role, "pupil") != 0)
		ui_error(ui, "signer", "Enter the name of who signed");
	if (on == DAY_NONE || on > rq->act->today)
		ui_error(ui, "signed_on", "The day of the signature must be a date that has been");
	if (ui->error_count)
		return cycle_page_with(rq, ui, c, c->edits ? form_of_row(rq->a, c->plan) : NULL, "review");
	if (strcmp(role, "pupil") == 0 && !*name)
		s.name = c->who.name;
	s.at = on == rq->act->today ? rq->act->moment : arena_printf(rq->a, "%sT12:00:00Z", day_iso(rq->a, on));
	TRY(add_signature(rq, c, &s, row_version(c->plan)));
	rq_notice(rq, NULL, "Signed: %s.", s.name);
	return go(rq, "%s?step=review#sign", c->href);
}

const struct fault *cycle_sign(struct req *rq, const struct cycle *c, const char *words)
{
	struct form *form = form_new(rq->a, &PLAN);
	struct row *now;
	int met;

	TRY(record_get(rq->act, &PLAN, c->id, &now));
	form_set(form, PLAN_STATE, "signed");
	form_set(form, PLAN_SIGNED_ON, day_iso(rq->a, rq->act->today));
	form_set(form, PLAN_UNTIL, day_iso(rq->a, rq->act->today));
	TRY(record_change(rq->act, now, form));
	TRY(add_signature(rq, c, &(struct sign){ "teacher", rq->act->who->name, words, rq->act->moment, true },
		row_version(now) + 1));
	if (!c->steps)
		return NULL; /* it was no cycle: the register's review is another */
	TRY(due_met(rq->act, c->who.id, "apdr-review", rq->act->today, &met));
	return plan_tell_register(rq->act, c->who.id, "");
}

const struct fault *plan_sign_post(struct req *rq, struct ui *ui)
{
	const char *without = rq_text(rq, "without"), *missing;
	int64_t seen = 0;
	struct cycle c;

	TRY(cycle_fetch(rq, &c));
	if (c.over)
		return go(rq, "%s", c.href);
	if (strcmp(rq_text(rq, "plan-do"), "record") == 0)
		return record_one(rq, ui, &c);
	if (!c.edits)
		return FAULT(rq->a, FAULT_NONE, "this person does not sign that plan");
	if (rq->version_seen && text_to_int(rq->version_seen, &seen) && seen && seen != row_version(c.plan))
		return FAULT(rq->a, FAULT_STALE, "the plan was changed since the signer saw it");
	missing = cycle_unsigned(rq->a, &c);
	if (*missing && !*without)
		ui_error(ui, "without", arena_printf(rq->a,
			"Say why it closes without the signature of %s, or write the signature down", missing));
	if (ui->error_count || cycle_unfinished(rq->a, &c))
		return cycle_page_with(rq, ui, &c, form_of_row(rq->a, c.plan), "review");
	TRY(cycle_sign(rq, &c, *missing ? arena_printf(rq->a, "Closed without the signature of %s: %s", missing, without) : ""));
	rq_notice(rq, NULL, "Signed. The review of %s is done; nothing of this cycle changes any more.", c.who.first);
	return go(rq, "%s", c.href);
}
