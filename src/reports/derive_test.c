/* derive_test.c - the derived pages as people meet them: search, lists, forms, files, two people on one record. */
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "tests/world.h"

/* The address of the record that a saved form went to. */
static const char *saved(struct test *t, struct seen_page p)
{
	expect_int(p.status, 303);
	return p.to;
}

#define STRENGTH_ADD "about=sam&text=Kind%20to%20the%20new%20ones&from-day=14&from-month=9&from-year=2026&priority=1"

TEST_STORE(a_search_names_people_first_and_marks_the_words_of_records)
{
	struct world w = world_new(t);
	struct seen_page p;

	saved(t, post(as(w, "senco"), "/records/note/new",
		"about=sam&kind=observation&happened_on=2026-11-20&text=Used%20his%20help%20card"));
	p = get(as(w, "senco"), "/search?q=whitlock");
	expect_int(p.status, 200);
	expect_has(p.text, "Sam Whitlock</a>");
	p = get(as(w, "senco"), "/search?q=card");
	expect_has(p.text, "<mark>card</mark>");
	expect_has(p.text, "Sam Whitlock: Note");
	expect_lacks(get(as(w, "senco2"), "/search?q=card").text, "Whitlock");
	expect_has(get(as(w, "governor"), "/search?q=whitlock").text, "Nothing found");
	expect_status(get(as(w, "senco"), "/search?q=a+b+c+d+e+f+g+h+i+j+k+l+m"), 400);
	expect_has(get(as(w, "senco"), "/search?q=%3Cb%3E").text, "&lt;b&gt;");
	expect_status(get(as(w, "senco"), "/search"), 200);
}

TEST_STORE(any_record_is_added_shown_changed_and_undone_by_its_table_alone)
{
	struct world w = as(world_new(t), "senco");
	const char *at = saved(t, post(w, "/records/strength/new", STRENGTH_ADD)), *edit = arena_printf(t->a, "%s/edit", at);

	expect_has(get(w, at).text, "Kind to the new ones");
	expect_goes(post_seen(w, edit, "text=Kind%20to%20all", 1), at);
	expect_has(get(w, arena_printf(t->a, "%s/history", at)).text, "<del>Kind to the new ones</del>");
	expect_goes(post(w, arena_printf(t->a, "%s/undo", at), ""), at);
	expect_has(get(w, at).text, "Kind to the new ones");
	expect_status(post_seen(w, arena_printf(t->a, "%s/withdraw", at), "reason=", 3), 400);
	expect_goes(post_seen(w, arena_printf(t->a, "%s/withdraw", at), "reason=Twice", 3), at);
	expect_has(get(w, at).text, "Withdrawn.");
	expect_lacks(get(w, "/records/strength").text, "Kind to");
	expect_goes(post(w, arena_printf(t->a, "%s/restore", at), ""), at);
	expect_has(get(w, "/records/strength").text, "Kind to");
}

TEST_STORE(a_list_and_a_record_are_shown_as_on_another_day)
{
	struct world w = as(world_new(t), "senco");
	const char *at = saved(t, post(w, "/records/strength/new", STRENGTH_ADD));

	expect_has(get(w, "/records/strength?as_at=2026-09-14").text, "Kind to");
	expect_lacks(get(w, "/records/strength?as_at=2026-09-13").text, "Kind to");
	expect_has(get(w, "/records/strength?as_at=1+Oct+2026").text, "Nothing can be changed here");
	expect_lacks(get(w, "/records/strength?known_on=2026-09-20").text, "Kind to");
	expect_status(get(w, arena_printf(t->a, "%s?known_on=2026-09-20", at)), 404);
	expect_lacks(get(w, arena_printf(t->a, "%s?as_at=2026-09-20", at)).text, "/edit");
}

TEST_STORE(whom_a_record_is_about_is_asked_first)
{
	struct world w = world_new(t);

	expect_has(get(as(w, "senco"), "/records/strength/new").text, "Whom is it about?");
	expect_has(get(as(w, "senco"), "/records/strength/new").text, "Sam Whitlock");
	expect_lacks(get(as(w, "senco"), "/records/strength/new?pupil=sam").text, "Whom is it about?");
}

TEST_STORE(a_missing_field_is_said_at_the_field_and_nothing_typed_is_lost)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page p = post(w, "/records/strength/new", "about=sam&text=&priority=7&from=2026-09-14");

	expect_int(p.status, 400);
	expect_has(p.text, "Enter the strength");
	expect_has(p.text, "value=\"7\"");
}

TEST_STORE(two_people_on_one_record_both_texts_are_shown_and_neither_is_lost)
{
	struct world w = world_new(t), senco = as(w, "senco"), ta = as(w, "asst_senco");
	const char *at = saved(t, post(senco, "/records/strength/new", STRENGTH_ADD)), *edit = arena_printf(t->a, "%s/edit", at);
	struct seen_page p;

	expect_goes(post_seen(ta, edit, "text=Kind%20to%20everyone&priority=1", 1), at);
	p = post_seen(senco, edit, "text=Brave%20with%20the%20new%20ones&priority=2", 1);
	expect_int(p.status, 409);
	expect_has(p.text, "Someone saved this before you");
	expect_has(p.text, "everyone");
	expect_has(p.text, "Brave");
	expect_has(p.text, "name=\"priority\" value=\"2\"");
	p = post_seen(senco, edit, "settled=1&text-keep=mine&text-mine=Brave%20with%20all&text=no&priority=2", 2);
	expect_int(p.status, 303);
	expect_has(get(senco, at).text, "Brave with all");
	p = post_seen(senco, edit, "settled=1&text-keep=mine&text-mine=Later%20text&text=no&later=1", 2);
	expect_int(p.status, 303);
	expect_has(get(senco, at).text, "Brave with all");
}

TEST_STORE(what_is_not_yours_is_not_there_on_any_derived_page)
{
	struct world w = world_new(t);
	const char *at = saved(t, post(as(w, "senco"), "/records/need/new",
		"about=ana&type=ASD&rank=1&from=2026-09-14&note=words"));

	expect_status(get(as(w, "ta"), at), 404);
	expect_status(get(as(w, "senco2"), at), 404);
	expect_status(get(as(w, "it"), "/records/need"), 404);
	expect_status(get(as(w, "senco"), "/records/nonsense"), 404);
	expect_status(get(as(w, "senco"), "/records/need.exe"), 404);
	expect_status(get(as(w, "teacher"), "/records/need.csv"), 404);
	expect_status(get(as(w, "ta"), "/records/strength/new?pupil=ana"), 404);
	expect_status(post(as(w, "teacher"), arena_printf(t->a, "%s/edit", at), "rank=2"), 404);
	expect_status(get(as(w, "it"), "/records/account/new"), 404);
	expect_lacks(get(as(w, "teacher"), "/records/need").text, "words");
}

TEST_STORE(a_file_holds_what_its_person_may_take_out_and_says_what_is_left_out)
{
	struct world w = world_new(t);
	struct seen_page p = get(as(w, "senco"), "/records/pupil.csv");

	expect_int(p.status, 200);
	expect_has(p.head, "children-");
	expect_has(p.text, "Súilleabháin");
	expect_has(p.text, "F999234525001");
	expect_lacks(p.text, "ethnicity");
	expect_lacks(p.text, "Faraway");
	p = get(as(w, "senco"), "/records/pupil.xlsx");
	expect_int(p.status, 200);
	expect(p.length > 1000 && memcmp(p.text, "PK", 2) == 0);
	expect_has(get(as(w, "senco"), "/records/pupil").text, "Left out of files: Former surname");
}

TEST_STORE(help_is_open_to_all_and_the_dictionary_to_whoever_signed_in)
{
	struct world w = world_new(t);

	expect_status(get(as(w, "nobody"), "/help"), 200);
	expect_status(get(as(w, "nobody"), "/help/keyboard"), 200);
	expect_status(get(as(w, "nobody"), "/help/accessibility"), 200);
	expect_status(get(as(w, "nobody"), "/help/privacy"), 200);
	expect_status(get(as(w, "nobody"), "/help/dictionary"), 303);
	expect_has(get(as(w, "it"), "/help/dictionary").text, "Data dictionary");
	expect_has(get(as(w, "it"), "/help/dictionary?type=need").text, "sealed");
	expect_status(get(as(w, "it"), "/help/dictionary?type=nonsense"), 404);
}
