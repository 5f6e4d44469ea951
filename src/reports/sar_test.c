/* sar_test.c - a subject-access extract: all of it, with its versions, for those who may, and in the journal. */
#include "areas/people/area.h"
#include "record/join.h"
#include "reports/sar.h"
#include "tests/world.h"

static void write_some(struct test *t, struct world w)
{
	struct seen_page p = post(as(w, "senco"), "/records/note/new",
		"about=sam&kind=observation&happened_on=2026-11-20&text=Used%20his%20help%20card");

	expect_int(p.status, 303);
	expect_goes(post_seen(as(w, "senco"), arena_printf(t->a, "%s/edit", p.to), "text=Used%20his%20help%20card%20twice", 1),
		"/records/note/");
	expect_goes(post(as(w, "senco"), "/records/parent_meeting/new",
		"about=sam&met_on=2026-11-19&how=person&present=Mrs%20Whitlock%20and%20her%20sister&agreed=Weekly%20call"),
		"/records/");
}

TEST_STORE(an_extract_holds_every_record_and_version_and_marks_what_is_about_others)
{
	struct world w = world_new(t);
	struct seen_page p;

	write_some(t, w);
	p = get(as(w, "head"), "/pupils/sam/subject-access");
	expect_int(p.status, 200);
	expect_has(p.text, "Used his help card twice");
	expect_has(p.text, "Before that");
	expect_has(p.text, "To be looked at: about somebody else.");
	expect_has(p.text, "F999234525001");
	expect_lacks(p.text, "lleabh");
	p = get(as(w, "auditor"), "/pupils/sam/subject-access/file");
	expect_int(p.status, 200);
	expect(p.length > 500 && memcmp(p.text, "PK", 2) == 0);
}

static const struct fault *join_ana(struct act *act, void *self)
{
	struct world *w = self;
	struct row *ana, *sam;

	TRY(record_get(act, &PUPIL, world_id(*w, "ana"), &ana));
	TRY(record_get(act, &PUPIL, world_id(*w, "sam"), &sam));
	return pupil_join(act, ana, sam, "entered twice");
}

TEST_STORE(an_extract_holds_what_was_written_in_a_record_that_was_joined_and_that_record_itself)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page p;

	expect_int(post(w, "/records/note/new", "about=ana&kind=observation&happened_on=2026-11-20&text=Ana%20reads%20aloud").status,
		303);
	expect_fine(world_do(w, join_ana, &w));
	p = get(as(w, "head"), "/pupils/sam/subject-access");
	expect_has(p.text, "Ana reads aloud");
	expect_has(p.text, "F999234525001");
	expect_has(p.text, "Ana");
	expect_has(p.text, "3 November 2013");
}

TEST_STORE(an_extract_is_not_there_for_those_who_may_not_make_one)
{
	static const char *const OTHERS[] = { "senco", "teacher", "ta", "it", "governor", "office", "senco2" };
	struct world w = world_new(t);

	for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
		expect_status(get(as(w, OTHERS[i]), "/pupils/sam/subject-access"), 404);
	expect_status(get(as(w, "head"), "/pupils/zed/subject-access"), 404);
}

TEST(an_extract_as_json_and_csv_has_the_same_fields)
{
	struct sar_field f[] = { { "text", "Note", "=1+1", false }, { "present", "Who was there", "\"Gran\"", true } };
	struct sar_version v = { 1, "2026-11-20T08:40:00Z", "Pat Okafor", false, f, 2 };
	struct sar_row row = { "abc", &v, 1 };
	struct sar_type type = { &PUPIL, &row, 1 };
	struct sar s = { .pupil = "x", .name = "Sam", .school = "Thistlewick", .made_at = "2026-11-22T08:40:00Z", .types = &type,
		.type_count = 1 };
	struct buf json = buf_new(t->a), csv = buf_new(t->a);

	sar_json(&json, &s);
	sar_csv(&csv, t->a, &s);
	expect_has(buf_text(&json), "\"value\": \"\\\"Gran\\\"\"");
	expect_has(buf_text(&json), "about somebody else");
	expect_has(buf_text(&csv), "'=1+1");
	expect_has(buf_text(&csv), "to be looked at");
}
