/* home_test.c - the homes lead on to the whole of their lists, and each role's home says what is its own. */
#include "tests/world.h"

TEST_STORE(each_list_of_the_home_has_a_page_of_its_own)
{
	static const char *const LISTS[] = { "/home/overdue", "/home/week", "/home/new", "/home/changed", "/home/stuck" };
	struct world senco = as(world_new(t), "senco");

	for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++)
		expect_has(get(senco, LISTS[i]).text, "What needs you");
	expect_status(get(senco, "/home/else"), 404);
	expect_status(get(as(senco, "teacher"), "/home/stuck"), 404);
}

TEST_STORE(each_role_finds_its_own_on_its_home)
{
	struct world w = world_new(t);

	expect_has(get(as(w, "it"), "/").text, "No backup has been made");
	expect_has(get(as(w, "it"), "/").text, "The installation");
	expect_has(get(as(w, "dsl"), "/").text, "Children in care or with a social worker");
	expect_has(get(as(w, "pp_lead"), "/").text, "Pupil premium and SEN");
	expect_lacks(get(as(w, "senco"), "/").text, "Pupil premium and SEN");
}
