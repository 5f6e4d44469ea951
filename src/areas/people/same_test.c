/* same_test.c - two records of one child found, compared, joined and taken apart through the pages. */
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "tests/world.h"

/* Sam once more, as the office entered him in October. */
static const char *again(struct world w)
{
	struct seen_page p = post(as(w, "office"), "/people/new", "forename=Samuel&surname=Whitlock&known_as=Sam&dob=2013-09-17&"
		"upn=H999234525007&year=8&form=8R&status=C&from=2026-10-05&another=1");
	struct test *t = w.t;

	expect_goes(p, "/pupils/");
	return arena_text(t->a, p.to + strlen("/pupils/"));
}

static const char *path(struct world w, const char *format, const char *id)
{
	const char *gap = strstr(format, "*");

	return arena_printf(w.t->a, "%.*s%s%s", (int)(gap - format), format, id, gap + 1);
}

static int64_t on_roll(struct world w)
{
	struct test *t = w.t;
	int64_t n;

	expect_fine(record_count(world_read(as(w, "senco")), &ENROLMENT, &(struct ask){ .as_at = "2026-11-22" }, &n));
	return n;
}

#define WHY "reason=Same+birthday+and+mother"

TEST_STORE(a_second_record_is_found_compared_joined_and_taken_apart)
{
	struct world w = world_new(t), senco = as(w, "senco");
	const char *id = again(w), *sam = world_id(w, "sam"), *compare = path(w, "/pupils/sam/same/*", id);
	int64_t before = on_roll(w);

	expect_has(get(senco, "/people/twice").text, id);
	expect_has(get(senco, "/pupils/sam/same").text, id);
	expect_has(get(senco, "/pupils/sam/same?q=samuel").text, id);
	expect_has(get(senco, compare).text, "H999234525007");
	expect_has(get(senco, compare).text, "Times on roll");
	expect_status(post(senco, compare, "stands-enrolment=this"), 400);
	expect_has(post(senco, compare, WHY).text, "Choose which stands");
	expect_goes(post(senco, compare, "stands-enrolment=this&" WHY), "/joined");
	expect_int(on_roll(w), before - 1);
	expect_lacks(get(senco, "/people/twice").text, id);
	expect_has(get(senco, path(w, "/pupils/*", sam)).text, "Joined records");
	expect_has(get(senco, "/pupils/sam/joined").text, "Same birthday and mother");
	expect_has(get(as(w, "teacher"), "/pupils/sam").text, "Joined records");
	expect_status(get(as(w, "teacher"), "/pupils/sam/joined"), 404);
	expect_status(post(senco, path(w, "/pupils/sam/joined/*", id), ""), 400);
	expect_goes(post(senco, path(w, "/pupils/sam/joined/*", id), "reason=Cousins"), id);
	expect_int(on_roll(w), before);
	expect_lacks(get(senco, "/pupils/sam").text, "Joined records");
	expect_status(get(senco, path(w, "/pupils/*", id)), 200);
}

TEST_STORE(a_page_of_the_joined_record_is_the_other_s_and_what_is_sent_to_it_lands_there)
{
	struct world w = world_new(t), senco = as(w, "senco");
	const char *id = again(w);
	int64_t notes;

	expect_goes(post(senco, path(w, "/pupils/sam/same/*", id), "stands-enrolment=this&" WHY), "/joined");
	expect_goes(get(senco, path(w, "/pupils/*", id)), path(w, "/pupils/*", world_id(w, "sam")));
	expect_goes(get(senco, path(w, "/pupils/*/timeline", id)), path(w, "/pupils/*/timeline", world_id(w, "sam")));
	expect_has(get(senco, "/pupils/sam").text, "You asked for a second record of this child");
	expect_goes(post(senco, path(w, "/pupils/*/notes/new", id), "kind=observation&happened_on=2026-11-20&text=Reads+aloud"),
		"/");
	expect_fine(record_count(world_read(senco), &NOTE, &(struct ask){ .pupil = world_id(w, "sam") }, &notes));
	expect_int(notes, 1);
	expect_status(get(as(w, "it"), path(w, "/pupils/*", id)), 404);
	expect_status(get(as(w, "senco2"), path(w, "/pupils/*", id)), 404);
}

TEST_STORE(what_is_chosen_of_the_other_is_taken_over_and_given_back)
{
	struct world w = world_new(t), office = as(w, "office");
	const char *id = again(w);
	struct row *sam;

	expect_goes(post(office, path(w, "/pupils/sam/same/*", id),
		"stands-enrolment=other&fact-upn=other&fact-forename=other&fact-mis_id=this&" WHY),
		"/joined");
	expect_fine(record_get(world_read(as(w, "senco")), &PUPIL, world_id(w, "sam"), &sam));
	expect_text(row_text(sam, PUPIL_FORENAME), "Samuel");
	expect_text(row_text(sam, PUPIL_UPN), "H999234525007");
	expect_text(row_text(sam, PUPIL_FORMER_UPN), "F999234525001");
	expect_goes(post(office, path(w, "/pupils/sam/joined/*", id), "reason=Cousins"), id);
	expect_fine(record_get(world_read(as(w, "senco")), &PUPIL, world_id(w, "sam"), &sam));
	expect_text(row_text(sam, PUPIL_UPN), "F999234525001");
	expect_text(row_text(sam, PUPIL_FORMER_UPN), "");
}

TEST_STORE(a_contact_left_in_twice_is_said_on_the_child_s_page_until_it_is_settled)
{
	static const char MUM[] = "forename=Jo&surname=Whitlock&relationship=PAM&priority=1&from=2026-09-01";
	struct world w = world_new(t), senco = as(w, "senco");
	const char *id = again(w);

	expect_goes(post(senco, path(w, "/pupils/*/records/contact/new", id), MUM), "/");
	expect_goes(post(senco, "/pupils/sam/records/contact/new", MUM), "/");
	expect_has(get(senco, path(w, "/pupils/sam/same/*", id)).text, "Held in both");
	expect_goes(post(senco, path(w, "/pupils/sam/same/*", id), "stands-enrolment=this&" WHY), "/joined");
	expect_has(get(senco, "/pupils/sam").text, "To settle");
	expect_has(get(senco, "/pupils/sam").text, "Jo Whitlock is a contact twice");
	expect_goes(post(senco, path(w, "/pupils/sam/joined/*", id), "reason=Cousins"), id);
	expect_lacks(get(senco, "/pupils/sam").text, "To settle");
}

TEST_STORE(nobody_but_those_who_keep_the_roll_joins_records)
{
	static const char *const NOT[] = { "teacher", "ta", "slt", "it", "governor", "exams" };
	struct world w = world_new(t);
	const char *id = again(w);

	for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++) {
		expect_status(get(as(w, NOT[i]), "/pupils/sam/same"), 404);
		expect_status(post(as(w, NOT[i]), path(w, "/pupils/sam/same/*", id), "stands-enrolment=this&" WHY), 404);
	}
	expect_status(get(as(w, "senco"), "/pupils/sam/same/sam"), 404);
	expect_status(get(as(w, "senco"), path(w, "/pupils/sam/same/*", world_id(w, "zed"))), 404);
}
