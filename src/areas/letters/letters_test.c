/* letters_test.c - letters from template to proof: what a template may say, who gets one and why not, what a letter shows before it
 * goes. */
#include <string.h>

#include "areas/letters/area.h"
#include "areas/letters/merge.h"
#include "areas/people/area.h"
#include "tests/world.h"
#include "web/tell.h"

struct family { struct world w; struct test *t; const char *mother, *father, *template; };

static const struct fault *add(struct act *act, const struct record *r, const struct row *about, const char *const *pairs,
	const char **id)
{
	struct form *form = form_new(act->a, r);

	for (; *pairs; pairs += 2)
		form_set(form, field_find(r, pairs[0]), pairs[1]);
	return record_add(act, r, about, form, id);
}

#define PUT(r, about, id, ...) TRY(add(act, (r), (about), (const char *const[]){ __VA_ARGS__, NULL }, (id)))

static const struct fault *furnish(struct act *act, void *self)
{
	struct family *f = self;
	struct row *sam;
	const char *id;

	act->campus = world_id(f->w, "thistlewick");
	TRY(record_get(act, &PUPIL, world_id(f->w, "sam"), &sam));
	PUT(&CONTACT, sam, &id, "title", "Ms", "forename", "Ruth", "surname", "Whitlock", "relationship", "PAM", "email",
		"ruth@home.example", "lives_with", "1", "responsibility", "1", "address", "3 Mill Lane", "from", "2024-09-01");
	f->mother = arena_text(f->t->a, id);
	PUT(&CONTACT, sam, &id, "title", "Mr", "forename", "Tom", "surname", "Hale", "relationship", "PAF", "email",
		"tom@away.example", "responsibility", "1", "address", "9 Far Road", "from", "2024-09-01");
	f->father = arena_text(f->t->a, id);
	PUT(&LETTER_TEMPLATE, NULL, &id, "name", "Support begins", "kind", "both", "subject", "A letter from the SEND team", "from",
		"2026-09-01",
		"body", "Dear {contact.salutation}\n\n{pupil.first} is in form {enrolment.form}. {pupil.They} will have help from "
		"{keyworker.name}.");
	f->template = arena_text(f->t->a, id);
	return NULL;
}

static struct family *family_new(struct test *t)
{
	struct family *f = arena_alloc(t->a, sizeof *f);

	f->t = t;
	f->w = as(world_new(t), "senco");
	expect_fine(world_do(as(f->w, "program"), furnish, f));
	return f;
}

static const char *limit_kind;

static const struct fault *limit_father(struct act *act, void *self)
{
	struct family *f = self;
	struct row *sam;
	const char *id;

	act->campus = world_id(f->w, "thistlewick");
	TRY(record_get(act, &PUPIL, world_id(f->w, "sam"), &sam));
	PUT(&CONTACT_LIMIT, sam, &id, "contact", f->father, "kind", limit_kind, "from", "2026-09-01");
	return NULL;
}

static void limit(struct family *f, const char *kind)
{
	struct test *t = f->t;

	limit_kind = kind;
	expect_fine(world_do(as(f->w, "program"), limit_father, f));
}

static const char *write_to(struct family *f, const char *who, const char *channel)
{
	return arena_printf(f->t->a, "template=%s&channel=%s&%s", f->template, channel, who);
}

static const char *to_mother(struct family *f, const char *channel)
{
	return write_to(f, arena_printf(f->t->a, "to=%s", f->mother), channel);
}

TEST_STORE(a_subject_holds_no_field_about_a_person)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page seen = post(w, "/letters/templates/new",
		"name=X&kind=both&subject=About+%7Bpupil.first%7D&body=Hello&from=2026-09-01");

	expect_status(seen, 400);
	expect_has(seen.text, "Take {pupil.first} out");
	expect_goes(post(w, "/letters/templates/new", "name=X&kind=both&subject=From+%7Bcampus.name%7D&body=Hello&from=2026-09-01"),
		"/letters/templates");
}

TEST_STORE(a_template_says_only_what_its_writer_may_read)
{
	struct world w = as(world_new(t), "office");
	const char *body = "name=X&kind=both&subject=A+letter&from=2026-09-01&body=%7Bneed.type%7D+and+%7Bno.such%7D";
	struct seen_page seen = post(w, "/letters/templates/new", body);

	expect_status(seen, 400);
	expect_has(seen.text, "You may not read {need.type}");
	expect_has(seen.text, "There is no field {no.such}");
	expect(!strstr(post(as(w, "senco"), "/letters/templates/new", body).text, "You may not read"));
	expect_has(post(as(w, "senco"), "/letters/templates/new",
		"name=X&kind=both&subject=A+letter&from=2026-09-01&body=%7Bcontact_limit.detail%7D").text, "There is no field");
}

TEST_STORE(a_letter_home_says_nothing_that_is_the_staffs_own)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page seen = post(w, "/letters/templates/new",
		"name=X&kind=both&subject=A+letter&from=2026-09-01&body=%7Bnote.text%7D");

	expect_status(seen, 400);
	expect_has(seen.text, "{note.text} is the school’s own");
	expect(!strstr(get(w, "/letters/templates/new").text, "{watch.why}"));
}

TEST_STORE(a_letter_is_filled_in_looked_at_and_put_in_the_outbox)
{
	struct family *f = family_new(t);
	struct seen_page made = post(f->w, "/pupils/sam/letters/new", to_mother(f, "email")), seen;

	expect_goes(made, "/letters/");
	seen = get(f->w, made.to);
	expect_has(seen.text, "Dear Ms Whitlock");
	expect_has(seen.text, "Sam is in form 8R. They will have help from");
	expect_goes(post(f->w, made.to, "do=send&title=A+letter+from+the+SEND+team"), made.to);
	seen = get(f->w, made.to);
	expect_has(seen.text, "In the outbox");
	expect_has(get(f->w, "/outbox").text, "A letter from the SEND team");
}

TEST_STORE(each_adult_gets_a_letter_of_their_own_and_never_the_others_address)
{
	struct family *f = family_new(t);
	struct seen_page made = post(f->w, "/pupils/sam/letters/new", write_to(f, arena_printf(t->a, "to=%s&to=%s", f->mother,
		f->father), "post")), seen;

	expect_goes(made, "/letters/");
	seen = get(f->w, made.to);
	expect_has(seen.text, " of 2");
	expect(!strstr(seen.text, "3 Mill Lane") || !strstr(seen.text, "9 Far Road"));
	expect(strstr(seen.text, "3 Mill Lane") || strstr(seen.text, "9 Far Road"));
}

TEST_STORE(the_childs_address_is_not_told_to_whom_the_child_does_not_live_with)
{
	struct family *f = family_new(t);
	struct reach away = { .contact = f->father, .name = "Mr Hale" }, home = { .contact = f->mother, .name = "Ms Whitlock",
		.home = true };
	struct act *act = world_read(f->w);
	struct merge m = { .act = act, .to = &away };
	struct row *sam;
	const char *out;

	expect_fine(record_get(act, &PUPIL, world_id(f->w, "sam"), &sam));
	m.pupil = sam;
	expect_fault(merge_text(&m, "{pupil.address}", &out), FAULT_INVALID);
	m.to = &home;
	expect_fine(merge_text(&m, "{pupil.address}", &out));
	expect_text(out, "[pupil.address]");
	expect_text(merge_gap(t->a, out), "pupil.address");
}

TEST_STORE(who_may_not_be_told_gets_no_letter_and_the_page_says_why)
{
	struct family *f = family_new(t);
	struct seen_page seen;

	limit(f, "no_information");
	seen = get(f->w, "/pupils/sam/letters/new");
	expect_has(seen.text, "Not to Mr Tom Hale");
	expect_has(seen.text, "No information may be sent to them");
	seen = post(f->w, "/pupils/sam/letters/new", write_to(f, arena_printf(t->a, "to=%s", f->father), "post"));
	expect_status(seen, 400);
	expect_has(seen.text, "Not to Mr Tom Hale");
}

TEST_STORE(a_court_order_is_read_and_decided_by_a_person)
{
	struct family *f = family_new(t);
	struct seen_page seen;

	limit(f, "order");
	seen = post(f->w, "/pupils/sam/letters/new", write_to(f, arena_printf(t->a, "to=%s", f->father), "post"));
	expect_status(seen, 400);
	expect_has(seen.text, "A court order stands");
	expect_goes(post(f->w, "/pupils/sam/letters/new", write_to(f, arena_printf(t->a, "agreed=1&to=%s", f->father), "post")),
		"/letters/");
}

TEST_STORE(a_gap_is_filled_before_a_letter_goes)
{
	struct family *f = family_new(t);
	struct seen_page made, seen;

	expect_goes(made = post(f->w, "/pupils/sam/letters/new", to_mother(f, "handed")), "/letters/");
	seen = post(f->w, made.to, "do=send&title=A+letter&body=Dear+%5Bcontact.salutation%5D");
	expect_status(seen, 400);
	expect_has(seen.text, "Fill in [contact.salutation]");
	expect_has(post(f->w, made.to, "do=send&title=About+Sam&body=Dear+all").text, "name out of the subject");
	expect_goes(post(f->w, made.to, "do=send&title=A+letter&body=Dear+Ms+Whitlock&proof=At+the+gate"), made.to);
	expect_has(get(f->w, made.to).text, "At the gate");
}

TEST_STORE(what_left_the_school_stays_as_it_went)
{
	struct family *f = family_new(t);
	struct seen_page made = post(f->w, "/pupils/sam/letters/new", to_mother(f, "handed"));

	expect_goes(post(f->w, made.to, "do=send&title=A+letter&body=First+words"), made.to);
	post(f->w, made.to, "do=keep&title=A+letter&body=Other+words");
	expect_has(get(f->w, made.to).text, "First words");
	expect_status(post(f->w, made.to, "do=discard"), 400);
}

TEST_STORE(one_letter_to_many_leaves_out_who_may_not_have_it)
{
	struct family *f = family_new(t);
	struct seen_page seen, made;

	limit(f, "no_information");
	seen = get(f->w, arena_printf(t->a, "/letters/new?template=%s&channel=email&status=all", f->template));
	expect_has(seen.text, "Left out");
	expect_has(seen.text, "No information may be sent to them");
	expect_has(seen.text, "1 letter.");
	made = post(f->w, "/letters/new", arena_printf(t->a, "template=%s&channel=email&status=all", f->template));
	expect_goes(made, "/letters/batches/");
	expect_has(get(f->w, made.to).text, "Put all 1 in the outbox");
	expect_goes(post(f->w, made.to, ""), made.to);
	expect_has(get(f->w, made.to).text, "In the outbox");
	expect_has(get(f->w, "/outbox").text, "Ms Ruth Whitlock");
}

TEST_STORE(the_office_sees_that_others_letters_went_and_not_what_they_say)
{
	struct family *f = family_new(t);
	struct seen_page made = post(f->w, "/pupils/sam/letters/new", to_mother(f, "handed"));

	expect_has(get(as(f->w, "office"), "/letters").text, "A letter from the SEND team");
	expect_status(get(as(f->w, "office"), made.to), 404);
	expect_status(get(as(f->w, "teacher"), made.to), 404);
}

static const struct fault *grow_up(struct act *act, void *self)
{
	struct family *f = self;
	struct form *form = form_new(act->a, &PUPIL);
	struct row *sam;

	TRY(record_get(act, &PUPIL, world_id(f->w, "sam"), &sam));
	form_set(form, PUPIL_DOB, "2009-09-17");
	return record_change(act, sam, form);
}

TEST_STORE(a_young_persons_parents_are_written_to_when_a_person_has_asked_them)
{
	struct family *f = family_new(t);
	struct seen_page seen;

	expect_fine(world_do(as(f->w, "program"), grow_up, f));
	seen = get(f->w, "/pupils/sam/letters/new");
	expect_has(seen.text, "The young person");
	expect_has(seen.text, "parents are told if the young person agrees");
	seen = post(f->w, "/pupils/sam/letters/new", to_mother(f, "post"));
	expect_status(seen, 400);
	expect_has(seen.text, "Tick the box once you have decided");
	expect_goes(post(f->w, "/pupils/sam/letters/new", arena_printf(t->a, "agreed=1&%s", to_mother(f, "post"))), "/letters/");
	expect_goes(post(f->w, "/pupils/sam/letters/new", write_to(f, "to=child", "handed")), "/letters/");
}

TEST(a_young_person_is_over_compulsory_school_age_after_the_last_friday_in_june)
{
	day born = day_of(2010, 1, 20);

	expect_text(day_iso(t->a, school_leaving_day(born)), "2026-06-26");
	expect(!young_person(born, day_of(2026, 6, 26)));
	expect(young_person(born, day_of(2026, 6, 27)));
	expect_text(day_iso(t->a, school_leaving_day(day_of(2010, 8, 31))), "2026-06-26");
	expect_text(day_iso(t->a, school_leaving_day(day_of(2010, 9, 1))), "2027-06-25");
	expect(!young_person(day_of(2001, 6, 1), day_of(2026, 6, 27)));
}
