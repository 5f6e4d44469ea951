/* helper_test.c - what the helper says of targets that people write, and that it leaves good ones alone. */
#include "areas/plans/helper.h"

#include <string.h>

#include "tests/test.h"

static const struct { const char *words; int rule; } HEARD[] = {
	/* what staff do */
	{ "Have 20 minutes' reading a day", HELPER_SUPPORT }, { "Nia has 20 minutes of reading support every day", HELPER_SUPPORT },
	{ "To have access to a laptop", HELPER_SUPPORT }, { "Will receive three sessions a week of phonics", HELPER_SUPPORT },
	{ "1:1 support in English", HELPER_SUPPORT }, { "Sam will attend a social skills group", HELPER_SUPPORT },
	{ "Staff will use visual timetables", HELPER_SUPPORT }, { "To work with the speech therapist", HELPER_SUPPORT },
	{ "Small group maths twice a week", HELPER_SUPPORT }, { "TA support in all lessons", HELPER_SUPPORT },
	{ "He will be given a quiet space", HELPER_SUPPORT }, { "Referral to CAMHS", HELPER_SUPPORT },
	/* what cannot be seen */
	{ "Nia is more confident in asking for help", HELPER_VAGUE }, { "Improve his reading", HELPER_VAGUE },
		{ "Improving spelling to 50", HELPER_VAGUE },
	{ "To understand place value", HELPER_VAGUE }, { "Knows her sounds", HELPER_VAGUE }, { "Develop fine motor skills",
		HELPER_VAGUE },
	{ "Increased engagement in class", HELPER_VAGUE }, { "Make good progress in maths", HELPER_VAGUE },
		{ "Behave appropriately at lunch", HELPER_VAGUE },
	{ "Better behaviour in corridors", HELPER_VAGUE }, { "Enjoys school", HELPER_VAGUE }, { "Feel happier in the mornings",
		HELPER_VAGUE },
	{ "Focus for longer", HELPER_VAGUE }, { "Be more independent", HELPER_VAGUE }, { "Raise self-esteem", HELPER_VAGUE },
	{ "Learn the times tables", HELPER_VAGUE }, { "Continue to work hard", HELPER_VAGUE }, { "Build resilience", HELPER_VAGUE },
	{ "Cope with change", HELPER_VAGUE }, { "Manage his emotions", HELPER_VAGUE }, { "Access the curriculum", HELPER_VAGUE },
	/* what should stop */
	{ "Stop shouting out", HELPER_NEGATIVE }, { "Kai does not leave his seat in 4 of 5 lessons", HELPER_NEGATIVE },
	{ "Never runs out of class", HELPER_NEGATIVE }, { "Refrains from hitting", HELPER_NEGATIVE },
		{ "Avoids arguments 3 days of 5", HELPER_NEGATIVE },
	{ "Doesn't swear for 10 lessons", HELPER_NEGATIVE }, { "No longer bites his sleeve", HELPER_NEGATIVE },
	/* two in one */
	{ "Reads 40 words and spells 20 of them", HELPER_TWO }, { "Sits for 10 minutes and completes 5 sums", HELPER_TWO },
	{ "Counts to 20 as well as back from 10", HELPER_TWO }, { "Lines up and follows two instructions", HELPER_TWO },
	/* no number */
	{ "Ties his own laces", HELPER_NUMBER }, { "Puts her coat on the peg", HELPER_NUMBER }, { "Greets a friend by name",
		HELPER_NUMBER },
	/* fine */
	{ "Nia reads 120 words a minute from a Year 8 text, with no more than 4 errors", -1 },
		{ "Writes three linked sentences alone in 4 of 5 lessons", -1 },
	{ "Spells 18 of 20 words from the Year 3 list", -1 }, { "Asks for help in words in 4 of 5 lessons", -1 },
	{ "Zips his coat alone", -1 }, { "Listens for 5 minutes of a story, 4 days of 5", -1 }, { "Says five new words a week",
		-1 }, { "Reads and enjoyed it 5 times", HELPER_VAGUE },
	{ "Notes homework in the planner on 4 days of 5", -1 }, { "Hands in both pieces of work 3 weeks of 4", -1 },
};

TEST(each_way_of_writing_a_target_is_heard_for_what_it_is)
{
	for (size_t i = 0; i < sizeof HEARD / sizeof *HEARD; i++) {
		const struct helper_target target = { .outcome = HEARD[i].words, .baseline = "1 of 5", .by = "2027-03-12" };
		struct helper_says says[HELPER_MOST];
		int n = helper_look(t->a, &target, "Nia", says);
		bool heard = HEARD[i].rule < 0 && !n;

		for (int j = 0; j < n; j++)
			heard = heard || (int)says[j].rule == HEARD[i].rule;
		if (!heard)
			test_fail(t, __FILE__, __LINE__, "\"%s\": %d said, first: %s", HEARD[i].words, n, n ? says[0].what : "-");
	}
}

TEST(what_is_missing_round_a_target_is_said)
{
	const struct helper_target bare = { .outcome = "Reads 90 words a minute" },
		filled = { .outcome = "Reads from a Year 4 text", .start = "60",
			.goal = "90", .by = "2027-03-12" };
	struct helper_says says[HELPER_MOST];

	expect_int(helper_look(t->a, &bare, "Nia", says), 2);
	expect_int(says[0].rule, HELPER_BASELINE);
	expect_has(says[0].what, "Where is Nia now?");
	expect_int(says[1].rule, HELPER_DATE);
	expect_int(helper_look(t->a, &filled, "Nia", says), 0);
	expect_int(helper_look(t->a, &(struct helper_target){ .outcome = "  " }, "Nia", says), 0);
}
