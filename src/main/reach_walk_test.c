/* reach_walk_test.c - every way by which something leaves the school, walked with a father who may not know where the child lives
 * and an uncle who may be sent nothing: letters by post and by e-mail, letters to many, invitations and their calendar files, the
 * shared record, links, updates, typed addresses, paper. Nothing of the mother's place gets to the one, nothing at all to the
 * other. */
#include <string.h>

#include "areas/letters/area.h"
#include "areas/meetings/area.h"
#include "areas/people/area.h"
#include "areas/updates/area.h"
#include "record/who.h"
#include "tests/links.h"

/* What says where the mother and the child live, or how she is reached. */
static const char *const HIDDEN[] = { "Mill Lane", "ML1 9ZZ", "ruth@home.example", "01632 960111" };
enum { HIDDENS = sizeof HIDDEN / sizeof *HIDDEN };

struct apart { struct door_case *door; struct test *t; struct world w; const char *father, *uncle, *template; };

static const struct fault *put(struct act *act, const struct record *r, const struct row *about, const char *const *pairs,
	const char **id)
{
	struct form *f = form_new(act->a, r);

	for (; *pairs; pairs += 2)
		form_set(f, field_find(r, pairs[0]), pairs[1]);
	return record_add(act, r, about, f, id);
}

static const struct fault *mend(struct act *act, const struct record *r, const char *id, const char *const *pairs)
{
	struct form *f = form_new(act->a, r);
	struct row *row;

	TRY(record_get(act, r, id, &row));
	for (; *pairs; pairs += 2)
		form_set(f, field_find(r, pairs[0]), pairs[1]);
	return record_change(act, row, f);
}

static const struct fault *family(struct act *act, void *self)
{
	struct apart *f = self;
	struct row *sam;
	const char *id;

	act->campus = world_id(f->w, "thistlewick");
	TRY(record_get(act, &PUPIL, world_id(f->w, "sam"), &sam));
	TRY(mend(act, &PUPIL, row_id(sam), (const char *const[]){ "address", "3 Mill Lane", "postcode", "ML1 9ZZ", NULL }));
	TRY(mend(act, &CONTACT, f->door->mother, (const char *const[]){ "lives_with", "1", "address", "3 Mill Lane", "postcode",
		"ML1 9ZZ", "phone", "01632 960111", NULL }));
	TRY(put(act, &CONTACT, sam, (const char *const[]){ "title", "Mr", "forename", "Tom", "surname", "Hale", "relationship",
		"PAF", "email", "tom@away.example", "responsibility", "1", "lives_with", "1", "from", "2024-09-01", NULL }, &id));
	f->father = arena_text(f->t->a, id);
	TRY(put(act, &CONTACT, sam, (const char *const[]){ "title", "Mr", "forename", "Max", "surname", "Barr", "relationship",
		"FAM", "email", "max@far.example", "letters", "1", "address", "9 Far Road", "from", "2024-09-01", NULL }, &id));
	f->uncle = arena_text(f->t->a, id);
	TRY(put(act, &CONTACT_LIMIT, sam, (const char *const[]){ "contact", f->father, "kind", "address", "from", "2026-01-01",
		NULL }, &id));
	TRY(put(act, &CONTACT_LIMIT, sam, (const char *const[]){ "contact", f->uncle, "kind", "no_information", "from",
		"2026-01-01", NULL }, &id));
	TRY(put(act, &LETTER_TEMPLATE, NULL, (const char *const[]){ "name", "News", "kind", "both", "subject", "A letter", "from",
		"2026-09-01", "body", "Dear {contact.salutation}\n\n{pupil.first} does well. We write to {contact.address}",
		NULL }, &id));
	f->template = arena_text(f->t->a, id);
	return NULL;
}

static struct apart *apart(struct test *t)
{
	struct apart *f = arena_alloc(t->a, sizeof *f);

	f->t = t;
	f->door = link_family(t, as(world_new(t), "senco"));
	f->w = f->door->w;
	expect_fine(world_do(as(f->w, "program"), family, f));
	return f;
}

static void expect_hidden(struct test *t, const char *what, const char *text)
{
	for (int i = 0; i < HIDDENS; i++)
		if (strstr(text, HIDDEN[i]))
			test_fail(t, __FILE__, __LINE__, "%s says \"%s\"", what, HIDDEN[i]);
}

static struct rows all(struct apart *f, const struct record *r)
{
	struct test *t = f->t;
	struct rows rows;

	expect_fine(record_list(world_read(as(f->w, "program")), r, &(struct ask){ .limit = 500 }, &rows));
	return rows;
}

/* Everything in the outbox: nothing for the uncle that could go, nothing hidden to the father, text and file. */
static void sweep(struct apart *f, int least)
{
	struct rows out = all(f, &MESSAGE);
	struct act *act = world_read(as(f->w, "program"));
	struct test *t = f->t;
	int to_father = 0;

	for (int i = 0; i < out.count; i++) {
		const struct row *m = out.row[i];
		const char *address = row_text(m, MESSAGE_ADDRESS), *to = row_text(m, MESSAGE_TO), *state = row_text(m,
			MESSAGE_STATE);
		const void *bytes;
		size_t n;

		if (strcmp(to, f->uncle) == 0 || strstr(address, "max@far.example"))
			expect_text(state, "refused");
		expect(!strstr(row_text(m, MESSAGE_SUBJECT), "Sam"));
		if (strcmp(to, f->father) != 0 && strcmp(address, "tom@away.example") != 0)
			continue;
		to_father++;
		expect_hidden(t, row_text(m, MESSAGE_SUBJECT), row_text(m, MESSAGE_BODY));
		if (!*row_text(m, MESSAGE_FILE))
			continue;
		expect_fine(blob_get(act, row_text(m, MESSAGE_FILE), &bytes, &n));
		expect_hidden(t, row_text(m, MESSAGE_FILE_NAME), arena_text_n(t->a, bytes, n));
	}
	expect(to_father >= least);
}

static const char *typed(struct apart *f, const char *channel, const char *to)
{
	return arena_printf(f->t->a, "template=%s&channel=%s&agreed=1&to=%s", f->template, channel, to);
}

TEST_STORE(letters_by_post_and_by_mail_tell_nobody_where_the_child_lives_nor_the_barred_anything)
{
	struct apart *f = apart(t);
	struct seen_page p;

	p = post(f->w, "/pupils/sam/letters/new", typed(f, "post", f->father));
	expect_status(p, 400); /* the child's address would be on the envelope */
	expect_has(p.text, "Mr Tom Hale has no postal address");
	expect_status(post(f->w, "/pupils/sam/letters/new", typed(f, "post", f->uncle)), 400);
	expect_status(post(f->w, "/pupils/sam/letters/new", typed(f, "email", f->uncle)), 400);
	p = post(f->w, "/pupils/sam/letters/new", typed(f, "email", f->father));
	expect_goes(p, "/letters/");
	expect_hidden(t, "the father's letter", row_text(all(f, &LETTER).row[0], LETTER_BODY));
	expect_hidden(t, "his envelope", row_text(all(f, &LETTER).row[0], LETTER_ADDRESS));
	expect_goes(post(f->w, p.to, "do=send&agreed=1&title=A+letter&body=Dear+Mr+Hale"), p.to);
	sweep(f, 1);
}

TEST_STORE(a_template_that_says_the_childs_address_is_refused_for_who_may_not_know_it)
{
	struct apart *f = apart(t);
	struct seen_page p;

	expect_goes(post(f->w, arena_printf(t->a, "/letters/templates/%s", f->template),
		"name=News&kind=both&subject=A+letter&from=2026-09-01&body=You+live+at+%7Bpupil.address%7D"), "/letters/templates");
	p = post(f->w, "/pupils/sam/letters/new", typed(f, "email", f->father));
	expect_status(p, 400);
	expect_has(p.text, "{pupil.address} may not be told to Mr Tom Hale");
	expect_goes(post(f->w, "/pupils/sam/letters/new", typed(f, "post", f->door->mother)), "/letters/");
}

TEST_STORE(letters_to_many_leave_both_out_where_they_must)
{
	struct apart *f = apart(t);
	struct seen_page p = post(f->w, "/letters/new", arena_printf(t->a, "template=%s&channel=email&status=all", f->template));
	struct rows letters;

	expect_goes(p, "/letters/batches/");
	expect_goes(post(f->w, p.to, ""), p.to);
	sweep(f, 0);
	p = post(f->w, "/letters/new", arena_printf(t->a, "template=%s&channel=post&status=all", f->template));
	expect_goes(p, "/letters/batches/");
	letters = all(f, &LETTER);
	for (int i = 0; i < letters.count; i++) {
		expect(strcmp(row_text(letters.row[i], LETTER_CONTACT), f->uncle) != 0);
		if (strcmp(row_text(letters.row[i], LETTER_CONTACT), f->father) == 0)
			expect_text(row_text(letters.row[i], LETTER_CHANNEL), "email");
	}
}

static const char *meeting(struct apart *f)
{
	struct test *t = f->t;

	expect_goes(post(f->w, "/meetings/new", arena_printf(t->a,
		"pupil=%s&kind=tac&reason=Reading&lead=%s&meet_on=2026-11-22&start_time=1540&guest=c.%s&guest=c.%s&guest=c.%s",
		world_id(f->w, "sam"), world_id(f->w, "senco.staff"), f->door->mother, f->father, f->uncle)), "/meetings/");
	return arena_printf(t->a, "/meetings/%s", row_id(all(f, &MEETING).row[0]));
}

TEST_STORE(invitations_changes_and_calendar_files_keep_apart_who_is_apart)
{
	struct apart *f = apart(t);
	const char *path = meeting(f);
	struct rows guests = all(f, &MEETING_PERSON);

	expect_int(guests.count, 2); /* the uncle is not asked, whatever the form says */
	expect_goes(post(f->w, arena_printf(t->a, "%s/people", path), "name=A+friend&email=Max@far.example"), path);
	expect_goes(post(f->w, arena_printf(t->a, "%s/invitations", path), ""), path);
	expect_goes(post(f->w, arena_printf(t->a, "%s/edit", path),
		arena_printf(t->a, "lead=%s&meet_on=2026-11-23&start_time=15:40",
		world_id(f->w, "senco.staff"))), path);
	expect_goes(post(f->w, path, "act=cancelled"), path);
	sweep(f, 3);
	for (int i = 0; i < guests.count; i++)
		if (strcmp(row_text(guests.row[i], MEETING_PERSON_CONTACT), f->father) == 0)
			expect_hidden(t, "his calendar file", get(f->w, arena_printf(t->a, "%s/invitation.ics?guest=%s", path,
				row_id(guests.row[i]))).text);
}

/* What a link for the father opens, read to its last page. */
static void read_by_link(struct apart *f, const char *task, const char *target)
{
	struct door_case *c = f->door;
	struct test *t = f->t;
	struct seen_page p;

	link_make(c, task, target, arena_printf(t->a, "c.%s", f->father));
	p = link_come_in(c);
	expect_status(p, 303);
	expect_hidden(t, task, link_look(c, p.to).text);
	expect_status(post(f->w, "/pupils/sam/links/new", link_typed(c, task, target, arena_printf(t->a, "c.%s", f->uncle))), 400);
}

TEST_STORE(links_open_nothing_hidden_for_the_one_and_are_not_made_for_the_other)
{
	struct apart *f = apart(t);
	const char *path = meeting(f), *child = row_id(all(f, &MEETING_CHILD).row[0]), *guest = "";
	struct rows guests = all(f, &MEETING_PERSON);

	for (int i = 0; i < guests.count; i++)
		if (strcmp(row_text(guests.row[i], MEETING_PERSON_CONTACT), f->father) == 0)
			guest = row_id(guests.row[i]);
	read_by_link(f, "views", "");
	read_by_link(f, "concern", "");
	read_by_link(f, "times", guest);
	expect_goes(post(f->w, path, "act=held"), path);
	read_by_link(f, "record", child);
	expect_goes(post(f->w, "/pupils/sam/update", "do=keep&family=Sam+reads+more"), "/updates/");
	read_by_link(f, "update", row_id(all(f, &PROGRESS_UPDATE).row[0]));
	sweep(f, 0);
}

TEST_STORE(updates_go_to_whom_they_may_and_paper_has_no_address)
{
	struct apart *f = apart(t);
	const char *path;

	expect_goes(post(f->w, "/pupils/sam/update", arena_printf(t->a, "do=send&family=Sam+reads+more&to=%s&to=%s&to=%s",
		f->door->mother, f->father, f->uncle)), "/updates/");
	sweep(f, 1);
	path = arena_printf(t->a, "/updates/%s/print?for=family", row_id(all(f, &PROGRESS_UPDATE).row[0]));
	expect_hidden(t, "the update on paper", get(f->w, path).text);
	path = meeting(f); /* before its rows are asked for */
	path = arena_printf(t->a, "%s/record/%s", path, row_id(all(f, &MEETING_CHILD).row[0]));
	expect_hidden(t, "the record of a meeting", get(f->w, path).text);
	path = arena_printf(t->a, "/meetings/%s/papers/%s", row_id(all(f, &MEETING).row[0]), row_id(all(f, &MEETING_CHILD).row[0]));
	expect_hidden(t, "papers", get(f->w, path).text);
}

static const struct fault *bar_father(struct act *act, void *self)
{
	struct apart *f = self;
	struct row *sam;
	const char *id;

	act->campus = world_id(f->w, "thistlewick");
	TRY(record_get(act, &PUPIL, world_id(f->w, "sam"), &sam));
	return put(act, &CONTACT_LIMIT, sam, (const char *const[]){ "contact", f->father, "kind", "no_information", "from",
		"2026-11-01", NULL }, &id);
}

TEST_STORE(a_limit_that_comes_after_the_writing_still_stands_when_it_goes)
{
	struct apart *f = apart(t);
	struct seen_page p = post(f->w, "/pupils/sam/letters/new", typed(f, "email", f->father));

	expect_goes(p, "/letters/");
	expect_fine(world_do(as(f->w, "program"), bar_father, f));
	expect_status(post(f->w, p.to, "do=send&agreed=1&title=A+letter&body=Dear+Mr+Hale"), 400);
}
