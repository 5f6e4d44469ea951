/* tell.c - a line in the outbox, by the record's name: areas that tell need not know the area that keeps it. Sending is a job's. */
#include "web/tell.h"

#include <ctype.h>
#include <string.h>

#include "base/random.h"
#include "base/text.h"
#include "law/reach.h"
#include "record/who.h"

enum { SUBJECT_MOST = 160, NAME_MOST = 160, WORDS_MOST = 500 };

static const char *text(const struct row *row, const char *field)
{
	int i = field_find(row_record(row), field);

	return i < 0 ? "" : row_text(row, i);
}

static void set(struct form *form, const char *field, const char *value)
{
	int i = field_find(form->r, field);

	if (i >= 0 && value)
		form_set(form, i, value);
}

/* ---- no child's name where anybody may see it ---- */

static bool has_word(const char *folded, const char *word)
{
	size_t n = strlen(word);

	for (const char *p = folded; n > 1 && (p = strstr(p, word)); p++)
		if ((p == folded || !isalnum((unsigned char)p[-1])) && !isalnum((unsigned char)p[n + (p[n] == 's')]))
			return true; /* folding drops the apostrophe of "Sam's" */
	return false;
}

bool names_child(struct arena *a, const struct row *pupil, const char *words)
{
	static const char *const FIELDS[] = { "known_as", "forename", "known_surname", "surname" };
	const char *folded = text_fold(a, words);

	for (size_t i = 0; pupil && i < sizeof FIELDS / sizeof *FIELDS; i++)
		if (has_word(folded, text_fold(a, text(pupil, FIELDS[i]))))
			return true;
	return false;
}

/* ---- whom it goes to ---- */

struct addressee { const char *kind, *name, *address; enum reach_may may; const char *why; };

static const char *joined(struct arena *a, const char *first, const char *second)
{
	return *first && *second ? arena_printf(a, "%s %s", first, second) : *first ? first : second;
}

static const struct fault *of_record(struct act *all, const char *record, const struct tell *t, struct addressee *out)
{
	const struct record *r = record_find(all->house, record);
	struct row *row;
	day until;

	if (!r)
		return FAULT(all->a, FAULT_BROKEN, "no record type %s to tell", record);
	TRY(record_get(all, r, t->id, &row));
	out->name = *text(row, "name") ? text(row, "name") : joined(all->a, text(row, "title"),
		joined(all->a, text(row, "forename"), text(row, "surname")));
	out->address = text(row, "email");
	until = day_parse(text(row, "until"));
	if (row_withdrawn(row) || (until != DAY_NONE && until < all->today) || strcmp(text(row, "state"), "closed") == 0) {
		out->may = REACH_NO;
		out->why = "They are no longer here";
	}
	return NULL;
}

/* A professional without an address of their own is written to at their service. */
static const struct fault *of_professional(struct act *all, const struct tell *t, struct addressee *out)
{
	const struct record *agency = record_find(all->house, "agency");
	struct row *who, *service;

	TRY(of_record(all, "professional", t, out));
	TRY(record_get(all, record_find(all->house, "professional"), t->id, &who));
	if (*out->address || !agency || !*text(who, "agency"))
		return NULL;
	TRY(record_get(all, agency, text(who, "agency"), &service));
	out->address = text(service, "email");
	return NULL;
}

/* An account's own address, else that of the member of staff behind it. */
static const struct fault *of_account(struct act *all, const struct tell *t, struct addressee *out)
{
	struct row *account, *staff;

	TRY(of_record(all, "account", t, out));
	TRY(record_get(all, record_find(all->house, "account"), t->id, &account));
	if (*out->address || !*text(account, "staff"))
		return NULL;
	TRY(record_get(all, record_find(all->house, "staff"), text(account, "staff"), &staff));
	out->address = text(staff, "email");
	return NULL;
}

static const struct fault *of_contact(struct act *act, const struct tell *t, struct addressee *out)
{
	struct reach reach;

	if (!t->pupil)
		return FAULT(act->a, FAULT_BROKEN, "whom a message to a contact is about was not said");
	TRY(reach_one(act, t->pupil, t->id, REACH_EMAIL, &reach));
	out->name = reach.name;
	out->address = reach.email;
	out->may = reach.may;
	out->why = reach.why;
	return NULL;
}

/* An address that was typed may be a contact's whom the school may not write to. */
static const struct fault *of_address(struct act *act, const struct tell *t, struct addressee *out)
{
	struct reach *people;
	int count;

	out->address = t->id;
	if (!t->pupil || !*t->id)
		return NULL;
	TRY(reach_all(act, t->pupil, REACH_EMAIL, &people, &count));
	for (int i = 0; i < count; i++)
		if (*people[i].email && strcmp(text_fold(act->a, people[i].email), text_fold(act->a, t->id)) == 0 &&
			people[i].may > out->may) {
			out->may = people[i].may;
			out->why = people[i].why;
		}
	return NULL;
}

static const char *const KINDS[] = { "staff", "contact", "professional", "account", "address" }; /* by enum tell_to */

static const struct fault *addressee_of(struct act *act, struct act *all, const struct tell *t, struct addressee *out)
{

	*out = (struct addressee){ .kind = KINDS[t->to], .name = t->name ? t->name : "", .address = "", .why = "" };
	switch (t->to) {
	case TELL_STAFF: TRY(of_record(all, "staff", t, out)); break;
	case TELL_PROFESSIONAL: TRY(of_professional(all, t, out)); break;
	case TELL_ACCOUNT: TRY(of_account(all, t, out)); break;
	case TELL_CONTACT: TRY(of_contact(act, t, out)); break;
	case TELL_ADDRESS: TRY(of_address(act, t, out)); break;
	}
	if (out->may == REACH_YES && (!*out->address || !strchr(out->address, '@'))) {
		out->may = REACH_NO;
		out->why = "No e-mail address in their record";
	}
	return NULL;
}

const struct fault *tell_address(struct act *act, const struct row *message, const char **address)
{
	struct tell t = { .to = TELL_ADDRESS, .id = text(message, "to_id") };
	struct act *all = act_lift(act);
	struct addressee to = { .address = "" };
	const struct fault *f = NULL;
	struct row *pupil;

	while (t.to > TELL_STAFF && strcmp(KINDS[t.to], text(message, "to_kind")) != 0)
		t.to--;
	*address = text(message, "address");
	if (t.to == TELL_ADDRESS)
		return NULL;
	TRY(act_guard(all));
	if (*row_about(message)) {
		TRY(record_get(all, record_find(all->house, "pupil"), row_about(message), &pupil));
		t.pupil = pupil;
	}
	f = t.to == TELL_CONTACT && !t.pupil ? NULL : addressee_of(act, all, &t, &to);
	if (f && f->code != FAULT_NONE) /* who is in no record any longer has no address */
		return f;
	if (f)
		to.address = "";
	*address = strchr(to.address, '@') ? to.address : "";
	return act_guard(act);
}

/* ---- the line ---- */

static const struct fault *attach(struct act *all, const struct tell *t, struct form *form)
{
	const char *blob, *dot = strrchr(t->file->name, '.');

	TRY(blob_keep(all, t->pupil ? row_id(t->pupil) : all->campus, "message", t->file->bytes, t->file->n, &blob));
	set(form, "file", blob);
	set(form, "file_type", t->file->type);
	set(form, "file_name", names_child(all->a, t->pupil, t->file->name) ? arena_printf(all->a, "attachment%s", dot ? dot : "") :
		t->file->name);
	return NULL;
}

static const char *state_of(const struct tell *t, const struct addressee *to)
{
	if (to->may == REACH_NO)
		return "refused";
	return t->held || (to->may == REACH_ASK && !t->agreed) ? "held" : "queued";
}

static void fill(struct act *act, const struct tell *t, const struct addressee *to, struct form *form)
{
	set(form, "to_kind", to->kind);
	set(form, "to_id", t->to == TELL_ADDRESS ? "" : t->id);
	set(form, "name", text_shorten(act->a, to->name, NAME_MOST));
	set(form, "address", to->address);
	set(form, "kind", t->kind);
	set(form, "subject", names_child(act->a, t->pupil, t->subject) ? "A message from the school" : text_shorten(act->a,
		t->subject, SUBJECT_MOST));
	set(form, "body", t->text);
	set(form, "path", t->path);
	set(form, "why_record", t->why_record);
	set(form, "why_id", t->why);
	set(form, "state", state_of(t, to));
	set(form, "words", text_shorten(act->a, to->may == REACH_YES ? t->held ? "Waits until somebody lets it go" : "" : to->why,
		WORDS_MOST));
	set(form, "tries", "0");
	set(form, "queued_at", act->moment);
	set(form, "next_try_at", act->moment);
	set(form, "message_id", arena_printf(act->a, "%s.%s", random_id(act->a), act->id));
	set(form, "agreed", t->agreed ? "1" : "0");
}

static const struct fault *put(struct act *act, struct act *all, const struct record *r, const struct tell *t, struct told *out)
{
	struct form *form = form_new(act->a, r);
	const struct fault *f;
	struct addressee to;
	const char *id;

	TRY(addressee_of(act, all, t, &to));
	TRY(act_guard(all));
	fill(act, t, &to, form);
	if (t->file)
		TRY(attach(all, t, form));
	f = record_add(all, r, t->pupil, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return FAULT(act->a, FAULT_BROKEN, "a message that is not whole: %s", form->errors[0].text);
	TRY(f);
	if (out)
		*out = (struct told){ id, form_value(form, field_find(r, "state")), form_value(form, field_find(r, "words")) };
	return NULL;
}

const struct fault *tell(struct act *act, const struct tell *t, struct told *out)
{
	const struct record *r = record_find(act->house, "message");
	struct act *all = act_lift(act);

	if (!r)
		return FAULT(act->a, FAULT_BROKEN, "no outbox to put a message in");
	TRY(act_guard(all));
	TRY(put(act, all, r, t, out));
	return act_guard(act);
}

const struct fault *tell_staff(struct act *act, const char *staff, const char *kind, const char *subject, const char *body,
	const char *path)
{
	return tell(act, &(struct tell){ .to = TELL_STAFF, .id = staff, .kind = kind, .subject = subject, .text = body,
		.path = path }, NULL);
}

const struct fault *tell_contact(struct act *act, const struct row *pupil, const char *contact, const char *kind,
	const char *subject, const char *body, const char *path)
{
	return tell(act, &(struct tell){ .to = TELL_CONTACT, .id = contact, .kind = kind, .subject = subject, .text = body,
		.path = path, .pupil = pupil }, NULL);
}

const struct fault *tell_role(struct act *act, const char *role, const char *kind, const char *subject, const char *body,
	const char *path)
{
	const struct record *r = record_find(act->house, "role_held");
	struct act *all = act_lift(act);
	struct ask ask = { .where = { { field_find(r, "role"), IS, role } }, .campus = act->campus,
		.as_at = day_iso(act->a, act->today) };
	struct rows rows;

	TRY(act_guard(all));
	TRY(record_list(all, r, &ask, &rows));
	TRY(act_guard(act));
	for (int i = 0; i < rows.count; i++)
		TRY(tell(act, &(struct tell){ .to = TELL_ACCOUNT, .id = text(rows.row[i], "account"), .kind = kind,
			.subject = subject, .text = body, .path = path }, NULL));
	return NULL;
}
