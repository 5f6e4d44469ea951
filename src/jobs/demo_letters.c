/* demo_letters.c - templates, letters that went by post, by hand and by e-mail, and an outbox with something in it. Nothing ever
 * leaves a demonstration, so its mail server is switched off. */
#include <string.h>

#include "areas/door/area.h"
#include "areas/letters/area.h"
#include "jobs/demo_make.h"

struct words { const char *name, *purpose, *subject, *body; };

/* {x.y} are the fields of a letter; the letters below are filled in by hand with the same words. */
static const struct words TEMPLATES[] = {
	{ "Support begins", "When a child is put on the register at SEN Support", "A letter from the SEND team at {campus.name}",
	  "Dear {contact.salutation}\n\nWe have agreed extra support for {pupil.first} at school. From {register_status.from} "
	  "{pupil.they} will be on our register at {register_status.provision}. The law asks us to tell you once support "
	  "starts.\n\nWe will look at how it is going with you each term. {keyworker.name} is {pupil.their} keyworker and will ring "
	  "you in the first fortnight.\n\nYours sincerely\n\n{sender.name}\n{sender.post}\n{campus.phone}" },
	{ "Invitation to a review", "Three times a year, with parents", "An invitation from {campus.name}",
	  "Dear {contact.salutation}\n\nWe would like to look with you at how {pupil.first}’s support is going, and agree what "
	  "comes next. Which day suits you? Ring {campus.phone}, or answer this message.\n\nBring anything that matters to you and "
	  "to {pupil.first}. If an interpreter would help, tell us and we will arrange one.\n\nYours "
	  "sincerely\n\n{sender.name}\n{sender.post}" },
	{ "What was agreed", "After a meeting with parents", "What we agreed at {campus.name}",
	  "Dear {contact.salutation}\n\nThank you for coming on {parent_meeting.met_on}. This is what we "
	  "agreed:\n\n{parent_meeting.agreed}\n\nIf this is not as you remember it, tell us within a week.\n\nYours "
	  "sincerely\n\n{sender.name}\n{sender.post}" },
	{ "Referral: may we share", "Before a referral to another service", "A question from {campus.name}",
	  "Dear {contact.salutation}\n\nWe would like to ask another service for advice about {pupil.first}. We share nothing "
	  "without your agreement. Ring {campus.phone} and we will tell you what we would send, to whom, and why.\n\nYours "
	  "sincerely\n\n{sender.name}" },
};
enum { TEMPLATE_COUNT = sizeof TEMPLATES / sizeof *TEMPLATES };

static void template_facts(struct making *m, int handles[TEMPLATE_COUNT])
{
	for (int i = 0; i < TEMPLATE_COUNT; i++) {
		struct demo_fact *f = fact_add(&m->facts, &LETTER_TEMPLATE, handles[i] = fact_handle(&m->facts), m->began);

		fact_set(&m->facts, f, LETTER_TEMPLATE_NAME, TEMPLATES[i].name);
		fact_set(&m->facts, f, LETTER_TEMPLATE_KIND, "both");
		fact_set(&m->facts, f, LETTER_TEMPLATE_PURPOSE, TEMPLATES[i].purpose);
		fact_set(&m->facts, f, LETTER_TEMPLATE_SUBJECT, TEMPLATES[i].subject);
		fact_set(&m->facts, f, LETTER_TEMPLATE_BODY, TEMPLATES[i].body);
		fact_day(&m->facts, f, LETTER_TEMPLATE_FROM, m->began);
	}
}

static void server_fact(struct making *m)
{
	struct demo_fact *f = fact_add(&m->facts, &MAIL_SERVER, 0, m->began);

	fact_set(&m->facts, f, MAIL_SERVER_HOST, "smtp.example.org");
	fact_set(&m->facts, f, MAIL_SERVER_PORT, "587");
	fact_set(&m->facts, f, MAIL_SERVER_TLS, "starttls");
	fact_set(&m->facts, f, MAIL_SERVER_FROM_NAME, arena_printf(m->a, "SEND team, %s", demo_campus_name(m->ask, m->campus)));
	fact_set(&m->facts, f, MAIL_SERVER_FROM, arena_printf(m->a, "send%d@example.org", m->campus + 1));
	fact_set(&m->facts, f, MAIL_SERVER_SITE, "https://senco.example.org");
	fact_set(&m->facts, f, MAIL_SERVER_ON, "0");
}

static const char *moment_of(struct making *m, day d, int hour, int minute)
{
	return arena_printf(m->a, "%sT%02d:%02d:00Z", day_iso(m->a, d), hour, minute);
}

/* A letter to the mother (else the father), as the template has it. */
struct to { int handle; const char *name, *address; };

static struct to parent_of(struct making *m, const struct child *k)
{
	bool mother = k->mother != 0;

	return (struct to){ mother ? k->mother : k->father, mother ? k->mother_said : k->father_said,
		arena_printf(m->a, "%s\n%s", k->home, k->postcode) };
}

static const char *body_of(struct making *m, const struct child *k, const char *said)
{
	return arena_printf(m->a, "Dear %s\n\n%s\n\nYours sincerely\n\n%s %s\nSENCO", said,
		words_about(m, k, m->adults[k->tutor].said,
		"Thank you for talking with us about {n}. {He} has started the term well, and we will go on with the support that "
		"we agreed. {t} will ring you before half-term."), m->adults[0].forename, m->adults[0].surname);
}

static int letter_fact(struct making *m, const struct child *k, int template, day d, const char *channel, const char *state,
	const char *proof)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &LETTER, handle, d);
	struct to to = parent_of(m, k);
	bool post = strcmp(channel, "post") == 0;

	fact_ref(&m->facts, f, LETTER_PUPIL, k->handle);
	fact_ref(&m->facts, f, LETTER_CONTACT, to.handle);
	fact_set(&m->facts, f, LETTER_NAME, to.name);
	fact_set(&m->facts, f, LETTER_ADDRESS, post ? to.address : NULL);
	fact_ref(&m->facts, f, LETTER_TEMPLATE_REF, template);
	fact_set(&m->facts, f, LETTER_TITLE, arena_printf(m->a, "A letter from the SEND team at %s",
		demo_campus_name(m->ask, m->campus)));
	fact_day(&m->facts, f, LETTER_ON, d);
	fact_ref(&m->facts, f, LETTER_BY, m->adults[0].handle);
	fact_set(&m->facts, f, LETTER_CHANNEL, channel);
	fact_set(&m->facts, f, LETTER_STATE, state);
	fact_set(&m->facts, f, LETTER_BODY, body_of(m, k, to.name));
	fact_set(&m->facts, f, LETTER_PROOF, proof);
	if (proof)
		fact_day(&m->facts, f, LETTER_SENT_ON, d);
	return handle;
}

static void message_fact(struct making *m, const struct child *k, int letter, day d, int number, const char *state,
	const char *words)
{
	struct demo_fact *f = fact_add(&m->facts, &MESSAGE, 0, d);
	struct to to = parent_of(m, k);
	bool sent = strcmp(state, "sent") == 0;

	fact_set(&m->facts, f, MESSAGE_TO_KIND, "contact");
	fact_ref(&m->facts, f, MESSAGE_TO, to.handle);
	fact_set(&m->facts, f, MESSAGE_NAME, to.name);
	fact_set(&m->facts, f, MESSAGE_ADDRESS, arena_printf(m->a, "family%d@example.net", k->number));
	fact_set(&m->facts, f, MESSAGE_KIND, "letter");
	fact_set(&m->facts, f, MESSAGE_SUBJECT, arena_printf(m->a, "A letter from the SEND team at %s",
		demo_campus_name(m->ask, m->campus)));
	fact_set(&m->facts, f, MESSAGE_BODY, body_of(m, k, to.name));
	fact_ref(&m->facts, f, MESSAGE_PUPIL, k->handle);
	fact_set(&m->facts, f, MESSAGE_WHY_RECORD, "letter");
	fact_ref(&m->facts, f, MESSAGE_WHY, letter);
	fact_set(&m->facts, f, MESSAGE_STATE, state);
	fact_set(&m->facts, f, MESSAGE_TRIES, sent || strcmp(state, "refused") == 0 ? "1" : "0");
	fact_set(&m->facts, f, MESSAGE_QUEUED_AT, moment_of(m, d, 9, number % 60));
	fact_set(&m->facts, f, MESSAGE_NEXT_TRY, moment_of(m, d, 9, number % 60));
	fact_set(&m->facts, f, MESSAGE_WORDS, words);
	fact_set(&m->facts, f, MESSAGE_ID, arena_printf(m->a, "demo-%d-%d", m->campus, number));
	if (sent)
		fact_set(&m->facts, f, MESSAGE_SENT_AT, moment_of(m, d, 9, (number + 1) % 60));
}

static bool has_family(const struct making *m, const struct child *k)
{
	return k->left == DAY_NONE && k->joined < m->on - 60 && (k->from != DAY_NONE || k->plan_from != DAY_NONE) &&
		(k->mother || k->father) &&
	       !k->carer && !k->looked_after;
}

/* One letter of each kind that a term brings, the newest still on their way. */
static void one_letter(struct making *m, const struct child *k, const int *templates, int n)
{
	static const struct { const char *state, *words; int ago; } MAIL[] = {
		{ "sent", "250 2.0.0 Ok: queued", 20 }, { "sent", "250 2.0.0 Ok: queued", 12 }, { "queued", "", 1 },
		{ "queued", "", 1 },
		{ "refused", "550 5.1.1 the address: no such person here", 3 },
		{ "held", "A court order stands: read it before you write", 2 },
		{ "unknown", "The line broke before the server answered", 4 },
	};
	day today = school_day_until(m->on - 1);
	int i = n % 10, letter;

	if (i < 7) {
		day d = school_day_until(m->on - MAIL[i].ago);

		letter = letter_fact(m, k, templates[n % TEMPLATE_COUNT], d, "email", strcmp(MAIL[i].state, "unknown") == 0 ?
			"queued" : MAIL[i].state, i < 2 ? arena_printf(m->a, "E-mail demo-%d-%d: %s", m->campus, n, MAIL[i].words) :
			NULL);
		message_fact(m, k, letter, d, n, MAIL[i].state, MAIL[i].words);
	} else if (i == 7) {
		letter_fact(m, k, templates[0], school_day_until(m->on - 30), "post", "sent",
			arena_printf(m->a, "Second class, post book line %d", 210 + n));
	} else if (i == 8) {
		letter_fact(m, k, templates[1], school_day_until(m->on - 9), "handed", "handed", "Handed over after the meeting");
	} else {
		letter_fact(m, k, templates[2], today, "post", "draft", NULL);
	}
}

/* ---- the door ---- */

static int link_fact(struct making *m, const struct child *k, day made, bool opened, bool done)
{
	int handle = fact_handle(&m->facts);
	struct demo_fact *f = fact_add(&m->facts, &LINK, handle, made);
	struct to to = parent_of(m, k);

	fact_ref(&m->facts, f, LINK_PUPIL, k->handle);
	fact_set(&m->facts, f, LINK_TO_KIND, "contact");
	fact_ref(&m->facts, f, LINK_CONTACT, to.handle);
	fact_set(&m->facts, f, LINK_NAME, to.name);
	fact_set(&m->facts, f, LINK_TASK, "views");
	fact_set(&m->facts, f, LINK_WAY, "email");
	fact_set(&m->facts, f, LINK_SENT_TO, arena_printf(m->a, "family%d@example.net", k->number));
	fact_set(&m->facts, f, LINK_EXPIRES, arena_printf(m->a, "%sT23:59:59Z", day_iso(m->a, made + 21)));
	fact_set(&m->facts, f, LINK_MADE, moment_of(m, made, 15, 20));
	fact_set(&m->facts, f, LINK_CODES, opened ? "1" : "0");
	if (opened)
		fact_set(&m->facts, f, LINK_OPENED, moment_of(m, made + 1 > m->on ? m->on : made + 1, 7, 40));
	if (done)
		fact_set(&m->facts, f, LINK_USED, moment_of(m, made + 1 > m->on ? m->on : made + 1, 7, 52));
	return handle;
}

static void said_fact(struct making *m, const struct child *k, int link, day on, int n)
{
	static const struct { const char *scale, *well, *hard, *helps; } HEARD[] = {
		{ "4", "{He} reads to {his} little cousin every evening now.", "Mornings. {He} does not like to be late.",
		  "A picture of the day on the fridge." },
		{ "3", "{He} talks about {his} friends at lunch.", "Homework takes us two hours and ends in tears.",
			"If {t} could write down what "
		  "is to be done, we would manage." },
		{ "2", "{He} loves the garden and the animals.", "{He} says {he} is stupid. It hurts to hear it.",
			"Telling {him} what went well." },
	};
	struct demo_fact *f = fact_add(&m->facts, &VIEWS, 0, on);
	const char *teacher = m->adults[k->tutor].said;

	n %= (int)(sizeof HEARD / sizeof *HEARD);
	fact_ref(&m->facts, f, VIEWS_PUPIL, k->handle);
	fact_set(&m->facts, f, VIEWS_KIND, "contact");
	fact_set(&m->facts, f, VIEWS_NAME, parent_of(m, k).name);
	fact_day(&m->facts, f, VIEWS_ON, on);
	fact_set(&m->facts, f, VIEWS_SCALE, HEARD[n].scale);
	fact_set(&m->facts, f, VIEWS_WELL, words_about(m, k, teacher, HEARD[n].well));
	fact_set(&m->facts, f, VIEWS_HARD, words_about(m, k, teacher, HEARD[n].hard));
	fact_set(&m->facts, f, VIEWS_HELPS, words_about(m, k, teacher, HEARD[n].helps));
	fact_ref(&m->facts, f, VIEWS_LINK, link);
}

/* Of five links three were answered, one was opened, one was not. */
static void one_link(struct making *m, const struct child *k, int n)
{
	day made = school_day_until(m->on - 3 - 2 * (n % 5));
	int state = n % 5, link = link_fact(m, k, made, state < 4, state < 3);

	if (state < 3)
		said_fact(m, k, link, made + 1 > m->on ? m->on : made + 1, n);
}

void make_letters(struct making *m)
{
	int templates[TEMPLATE_COUNT], n = 0;

	template_facts(m, templates);
	server_fact(m);
	for (int i = 0; i < m->child_count && n < 20; i++)
		if (has_family(m, &m->children[i])) {
			one_letter(m, &m->children[i], templates, n);
			if (n < 10)
				one_link(m, &m->children[i], n);
			n++;
		}
}
