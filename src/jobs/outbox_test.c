/* outbox_test.c - what waits is sent once: queue, lease, a server that is down for days, a line that breaks, a limit that comes in
 * between. */
#include <string.h>

#include "areas/letters/area.h"
#include "areas/people/area.h"
#include "jobs/outbox.h"
#include "tests/world.h"
#include "web/tell.h"

enum { MONDAY = 1795420800 }; /* 2026-11-23T08:00:00Z */

struct post {
	struct world w;
	struct test *t;
	struct outbox o;
	struct writer *writer;
	enum outbox_result next;     /* what the server does with the next one */
	int tries;                   /* how often anything was handed to it */
	const char *last_id, *last_text, *last_subject, *last_to;
	const char *contact;
	struct told told;
	const char *limit_kind;
	bool agreed;
};

static enum outbox_result fake(void *self, struct arena *a, const struct outbox_mail *m, const char **words)
{
	struct post *p = self;

	p->tries++;
	p->last_id = arena_text(p->t->a, m->message_id);
	p->last_text = arena_text(p->t->a, m->text);
	p->last_subject = arena_text(p->t->a, m->subject);
	p->last_to = arena_text(p->t->a, m->to);
	*words = p->next == OUTBOX_SENT ? "250 2.0.0 Ok: queued as 4F2" : p->next == OUTBOX_REFUSED ?
		arena_printf(a, "550 5.1.1 <%s>: no such person", m->to) : p->next == OUTBOX_DOWN ? "Connection refused" :
		"451 4.7.1 try later";
	return p->next;
}

static const struct fault *add(struct act *act, const struct record *r, const struct row *about, const char *const *pairs,
	const char **id)
{
	struct form *form = form_new(act->a, r);

	for (; *pairs; pairs += 2)
		form_set(form, field_find(r, pairs[0]), pairs[1]);
	return record_add(act, r, about, form, id);
}

static const struct fault *pupil_of(struct act *act, struct post *p, struct row **out)
{
	return record_get(act_lift(act), &PUPIL, world_id(p->w, "sam"), out);
}

static const struct fault *furnish(struct act *act, void *self)
{
	struct post *p = self;
	struct row *sam;
	const char *id;

	act->campus = world_id(p->w, "thistlewick");
	TRY(pupil_of(act, p, &sam));
	TRY(add(act, &CONTACT, sam, (const char *const[]){ "title", "Ms", "forename", "Ruth", "surname", "Whitlock", "relationship",
		"PAM", "email", "ruth@home.example", "responsibility", "1", "from", "2024-09-01", NULL }, &id));
	p->contact = arena_text(p->t->a, id);
	return add(act, &MAIL_SERVER, NULL, (const char *const[]){ "host", "mail.example", "port", "587", "tls", "starttls",
		"from_address", "send@school.example", "site", "https://senco.school.example/", "on_now", "1", NULL }, &id);
}

static const struct fault *write_one(struct act *act, void *self)
{
	struct post *p = self;
	struct row *sam;

	TRY(pupil_of(act, p, &sam));
	return tell(act, &(struct tell){ .to = TELL_CONTACT, .id = p->contact, .kind = "letter", .subject = "About Sam’s support",
		.text = "Sam has settled in.", .path = "/", .pupil = sam, .agreed = p->agreed }, &p->told);
}

static const struct fault *add_limit(struct act *act, void *self)
{
	struct post *p = self;
	struct row *sam;
	const char *id;

	act->campus = world_id(p->w, "thistlewick");
	TRY(pupil_of(act, p, &sam));
	return add(act, &CONTACT_LIMIT, sam, (const char *const[]){ "contact", p->contact, "kind", p->limit_kind, "from",
		"2026-11-01", NULL }, &id);
}

static void stop_writer(void *w)
{
	writer_stop(w);
}

static struct post *post_new(struct test *t)
{
	struct post *p = arena_alloc(t->a, sizeof *p);

	clock_fix(MONDAY);
	p->t = t;
	p->w = as(world_new(t), "senco");
	p->next = OUTBOX_SENT;
	expect_fine(world_do(as(p->w, "program"), furnish, p));
	expect_fine(writer_start(t->a, &(struct writer_options){ .where = world_where(p->w), .house = world_house(p->w),
		.sealer = world_sealer(p->w) }, &p->writer));
	arena_defer(t->a, stop_writer, p->writer);
	p->o = (struct outbox){ .writer = p->writer, .send = fake, .self = p };
	return p;
}

static void write_letter(struct post *p)
{
	struct test *t = p->t;

	expect_fine(world_do(p->w, write_one, p));
	p->told.id = arena_text(t->a, p->told.id);
	p->told.state = arena_text(t->a, p->told.state);
	p->told.words = arena_text(t->a, p->told.words);
}

static struct row *message(struct post *p)
{
	struct test *t = p->t;
	struct row *row;

	expect_fine(record_get(world_read(p->w), &MESSAGE, p->told.id, &row));
	return row;
}

static const char *state(struct post *p)
{
	return row_text(message(p), MESSAGE_STATE);
}

TEST_STORE(a_message_goes_once_with_its_link_and_without_the_childs_name_in_the_subject)
{
	struct post *p = post_new(t);

	write_letter(p);
	expect_text(p->told.state, "queued");
	expect_int(outbox_work(&p->o, 20), 1);
	expect_int(outbox_work(&p->o, 20), 0);
	expect_int(p->tries, 1);
	expect_text(state(p), "sent");
	expect_text(p->last_to, "ruth@home.example");
	expect_text(p->last_subject, "A message from the school");
	expect_has(p->last_text, "https://senco.school.example/");
	expect_text(row_text(message(p), MESSAGE_SENT_AT), "2026-11-23T08:00:00Z");
	clock_fix(-1);
}

TEST_STORE(a_server_that_is_down_for_three_days_loses_nothing_and_gets_everything_once)
{
	struct post *p = post_new(t);
	const char *first;

	write_letter(p);
	first = p->told.id;
	write_letter(p);
	p->next = OUTBOX_DOWN;
	for (int64_t now = MONDAY; now < MONDAY + 3 * 86400; now += 60) {
		clock_fix(now);
		outbox_work(&p->o, 20);
	}
	expect(p->tries > 20 && p->tries < 400);
	expect_text(state(p), "queued");
	expect_has(row_text(message(p), MESSAGE_WORDS), "Connection refused");
	p->next = OUTBOX_SENT;
	p->tries = 0;
	for (int64_t now = MONDAY + 3 * 86400; now < MONDAY + 3 * 86400 + 7200; now += 60) {
		clock_fix(now);
		outbox_work(&p->o, 20);
	}
	expect_int(p->tries, 2);
	expect_text(state(p), "sent");
	p->told.id = first;
	expect_text(state(p), "sent");
	clock_fix(-1);
}

TEST_STORE(what_the_server_refuses_for_good_is_shown_without_the_address_and_not_tried_again)
{
	struct post *p = post_new(t);

	write_letter(p);
	p->next = OUTBOX_REFUSED;
	outbox_work(&p->o, 20);
	expect_text(state(p), "refused");
	expect_has(row_text(message(p), MESSAGE_WORDS), "550 5.1.1 <the address>");
	clock_fix(MONDAY + 86400);
	outbox_work(&p->o, 20);
	expect_int(p->tries, 1);
	clock_fix(-1);
}

TEST_STORE(not_now_is_tried_later_each_time_later)
{
	struct post *p = post_new(t);

	write_letter(p);
	p->next = OUTBOX_LATER;
	outbox_work(&p->o, 20);
	expect_text(state(p), "queued");
	expect_text(row_text(message(p), MESSAGE_NEXT_TRY), "2026-11-23T08:01:00Z");
	clock_fix(MONDAY + 30);
	outbox_work(&p->o, 20);
	expect_int(p->tries, 1);
	clock_fix(MONDAY + 60);
	outbox_work(&p->o, 20);
	expect_text(row_text(message(p), MESSAGE_NEXT_TRY), "2026-11-23T08:03:00Z");
	clock_fix(-1);
}

TEST_STORE(a_line_that_breaks_after_handing_over_is_left_to_a_person)
{
	struct post *p = post_new(t);
	const char *path;

	write_letter(p);
	p->next = OUTBOX_UNKNOWN;
	outbox_work(&p->o, 20);
	expect_text(state(p), "unknown");
	path = arena_printf(t->a, "/outbox/%s", p->told.id);
	expect_has(get(p->w, path).text, "It may have been sent");
	expect_goes(post_seen(p->w, path, "do=send", row_version(message(p))), path);
	p->next = OUTBOX_SENT;
	expect_int(outbox_work(&p->o, 20), 1);
	expect_text(state(p), "sent");
	clock_fix(-1);
}

static const struct fault *leave_sending(struct act *act, void *self)
{
	struct post *p = self;
	struct form *form = form_new(act->a, &MESSAGE);
	struct row *m;

	TRY(record_get(act, &MESSAGE, p->told.id, &m));
	form_set(form, MESSAGE_STATE, "sending");
	form_set(form, MESSAGE_LEASE, "2026-11-23T08:15:00Z");
	return record_change(act, m, form);
}

TEST_STORE(a_program_that_stopped_while_sending_does_not_send_again_by_itself)
{
	struct post *p = post_new(t);

	write_letter(p);
	expect_fine(world_do(as(p->w, "program"), leave_sending, p));
	outbox_work(&p->o, 20);
	expect_text(state(p), "sending");
	clock_fix(MONDAY + 901);
	outbox_work(&p->o, 20);
	expect_text(state(p), "unknown");
	expect_int(p->tries, 0);
	clock_fix(-1);
}

TEST_STORE(a_limit_that_comes_in_before_sending_holds_the_message)
{
	struct post *p = post_new(t);

	write_letter(p);
	p->limit_kind = "no_information";
	expect_fine(world_do(as(p->w, "program"), add_limit, p));
	outbox_work(&p->o, 20);
	expect_int(p->tries, 0);
	expect_text(state(p), "held");
	expect_has(row_text(message(p), MESSAGE_WORDS), "No information");
	write_letter(p);
	expect_text(p->told.state, "refused");
	clock_fix(-1);
}

TEST_STORE(a_court_order_asks_a_person_who_may_decide_to_send)
{
	struct post *p = post_new(t);

	p->limit_kind = "order";
	expect_fine(world_do(as(p->w, "program"), add_limit, p));
	write_letter(p);
	expect_text(p->told.state, "held");
	p->agreed = true;
	write_letter(p);
	expect_text(p->told.state, "queued");
	expect_int(outbox_work(&p->o, 20), 1);
	clock_fix(-1);
}

static const struct fault *mend_address(struct act *act, void *self)
{
	struct post *p = self;
	struct form *form = form_new(act->a, &CONTACT);
	struct row *c;

	TRY(record_get(act, &CONTACT, p->contact, &c));
	form_set(form, CONTACT_EMAIL, "ruth@new.example");
	return record_change(act, c, form);
}

TEST_STORE(an_address_that_was_put_right_is_the_one_it_goes_to)
{
	struct post *p = post_new(t);
	const char *path;

	write_letter(p);
	p->next = OUTBOX_REFUSED;
	outbox_work(&p->o, 20);
	expect_fine(world_do(as(p->w, "program"), mend_address, p));
	path = arena_printf(t->a, "/outbox/%s", p->told.id);
	expect_goes(post_seen(p->w, path, "do=send", row_version(message(p))), path);
	p->next = OUTBOX_SENT;
	expect_int(outbox_work(&p->o, 20), 1);
	expect_text(p->last_to, "ruth@new.example");
	clock_fix(-1);
}

TEST_STORE(what_came_back_is_said_so_with_what_to_do_and_goes_again_to_the_right_address)
{
	struct post *p = post_new(t);
	const char *path;

	write_letter(p);
	outbox_work(&p->o, 20);
	path = arena_printf(t->a, "/outbox/%s", p->told.id);
	expect_has(get(p->w, path).text, "It came back");
	expect_goes(post_seen(p->w, path, "do=back", row_version(message(p))), path);
	expect_text(state(p), "refused");
	expect_has(get(p->w, path).text, "Came back, as seen by");
	expect_has(get(p->w, path).text, "Put the address right");
	expect_fine(world_do(as(p->w, "program"), mend_address, p));
	expect_goes(post_seen(p->w, path, "do=send", row_version(message(p))), path);
	expect_int(outbox_work(&p->o, 20), 1);
	expect_text(p->last_to, "ruth@new.example");
	clock_fix(-1);
}

TEST_STORE(nothing_leaves_a_demonstration)
{
	struct post *p = post_new(t);

	p->o.off = true;
	write_letter(p);
	expect_int(outbox_work(&p->o, 20), 0);
	expect_int(p->tries, 0);
	expect_text(state(p), "queued");
	clock_fix(-1);
}

TEST_STORE(it_sees_how_the_outbox_is_and_nothing_that_is_in_it)
{
	struct post *p = post_new(t);
	struct seen_page seen;

	write_letter(p);
	p->next = OUTBOX_REFUSED;
	outbox_work(&p->o, 20);
	clock_fix(-1);
	seen = get(as(p->w, "it"), "/outbox?state=refused");
	expect_status(seen, 200);
	expect_has(seen.text, "no such person");
	expect(!strstr(seen.text, "Whitlock") && !strstr(seen.text, "Sam"));
	seen = get(as(p->w, "it"), arena_printf(t->a, "/outbox/%s", p->told.id));
	expect_status(seen, 200);
	expect(!strstr(seen.text, "Whitlock") && !strstr(seen.text, "settled") && !strstr(seen.text, "ruth@"));
	expect_status(get(as(p->w, "teacher"), "/outbox"), 404);
}
