/* profile_test.c - a profile is written once and shows everywhere; it never loses text to fit; who teaches is asked to read each
 * version. */
#include <string.h>

#include "tests/world.h"

#define PROFILE(support) "like=Kind+to+the+new+ones&matters=Football&support=" support "&not_help=Copying+from+the+board&act="

static const char *sheet_of(struct world w, const char *child)
{
	return arena_printf(w.t->a, "/pupils/%s/profile", world_id(w, child));
}

/* The value of the answer with these words, as the page offers it. */
static const char *answer(struct test *t, const char *html, const char *name, const char *words)
{
	const char *first = strstr(html, arena_printf(t->a, "name=\"%s\"", name)), *value = NULL,
		*at = first ? strstr(first, arena_printf(t->a, ">%s<", words)) : NULL;

	for (const char *input = html; (input = strstr(input, arena_printf(t->a, "name=\"%s\"", name))) && at &&
		input < at; input++)
		value = strstr(input, "value=\"") + 7;
	return value ? arena_text_n(t->a, value, 1) : "?";
}

/* Reads the profile and answers as it says. */
static struct seen_page read_it(struct world w, const char *helps)
{
	struct test *t = w.t;
	const char *html = get(w, "/pupils/sam/profile").text;

	return post(w, "/pupils/sam/profile/read", arena_printf(t->a, "check-1=%s&check-2=%s", answer(t, html, "check-1", helps),
		answer(t, html, "check-2", "Copying from the board")));
}

TEST_STORE(a_profile_put_into_use_is_what_helps_everywhere)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once%0AGive+me+green+paper") "use"), sheet_of(w, "sam"));
	expect_has(get(w, "/pupils/sam/profile").text, "Give me green paper");
	expect_has(get(w, "/pupils/sam/needs").text, "Give me green paper");
	expect_has(get(as(w, "teacher"), "/classes/8R-en").text, "Say it once");
}

TEST_STORE(a_changed_point_ends_and_the_new_one_begins)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once") "use"), sheet_of(w, "sam"));
	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Count+to+ten") "use"), sheet_of(w, "sam"));
	expect_lacks(get(as(w, "teacher"), "/classes/8R-en").text, "Say it once");
	expect_has(get(as(w, "teacher"), "/classes/8R-en").text, "Count to ten");
}

TEST_STORE(a_point_that_stays_is_not_lost_by_a_browser_s_line_ends)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once%0D%0AGive+me+green+paper") "use"), sheet_of(w, "sam"));
	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once%0D%0AGive+me+yellow+paper") "use"),
		sheet_of(w, "sam"));
	expect_has(get(as(w, "teacher"), "/classes/8R-en").text, "Say it once");
	expect_has(get(as(w, "teacher"), "/classes/8R-en").text, "yellow paper");
	expect_lacks(get(as(w, "teacher"), "/classes/8R-en").text, "green paper");
}

TEST_STORE(who_teaches_the_child_is_asked_to_read_each_version)
{
	struct world w = as(world_new(t), "senco"), teacher = as(w, "teacher");

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once") "use"), sheet_of(w, "sam"));
	expect_has(get(teacher, "/").text, "Profiles to read");
	expect_goes(read_it(teacher, "Say it once"), sheet_of(w, "sam"));
	expect_lacks(get(teacher, "/").text, "Profiles to read");
	expect_goes(post(teacher, "/pupils/sam/profile/edit", PROFILE("Say+it+twice") "use"), sheet_of(w, "sam"));
	expect_has(get(teacher, "/").text, "Profiles to read");
	expect_has(get(w, "/pupils/sam/profile").text, "Read an earlier version");
}

TEST_STORE(a_draft_is_seen_and_asks_nobody)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once") "draft"), sheet_of(w, "sam"));
	expect_has(get(w, "/pupils/sam/profile").text, "A draft.");
	expect_lacks(get(as(w, "teacher"), "/").text, "Profiles to read");
}

TEST_STORE(what_does_not_fit_names_its_parts_and_keeps_every_word)
{
	struct world w = as(world_new(t), "senco");
	struct buf b = buf_new(t->a);
	struct seen_page p;

	buf_add(&b, "like=Kind&support=One");
	for (int i = 0; i < 9; i++)
		buf_printf(&b, "%%0APoint+number+%d+which+goes+on+and+on+about+one+thing+and+then+another", i);
	buf_add(&b, "&act=use");
	p = post(w, "/pupils/sam/profile/edit", buf_text(&b));
	expect_status(p, 400);
	expect_has(p.text, "How best to support me");
	expect_has(p.text, "Point number 8 which goes on");
}

TEST_STORE(a_profile_prints_as_a_pdf_and_a_set_too)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once") "use"), sheet_of(w, "sam"));
	expect_has(get(w, "/pupils/sam/profile.pdf").text, "%PDF-");
	expect_has(get(w, "/pupils/sam/profile.pdf?print=large").text, "%PDF-");
	expect_has(get(w, "/pupils/sam/profile.pdf?print=easy").text, "%PDF-");
	expect_has(get(w, arena_printf(t->a, "/profiles.pdf?class=%s", world_id(w, "8R-en"))).text, "%PDF-");
}

TEST_STORE(a_teacher_sees_no_profile_of_a_child_that_is_not_theirs)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/ana/profile/edit", PROFILE("Say+it+once") "use"), sheet_of(w, "ana"));
	expect_status(get(as(w, "teacher"), "/pupils/ana/profile"), 404);
	expect_status(get(as(w, "teacher"), "/pupils/ana/profile.pdf"), 404);
	expect_status(post(as(w, "teacher"), "/pupils/ana/profile/edit", PROFILE("Mine") "use"), 404);
}

TEST_STORE(a_profile_counts_as_read_when_its_questions_are_answered_as_it_says)
{
	struct world w = as(world_new(t), "senco"), teacher = as(w, "teacher");
	struct seen_page wrong;

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once") "use"), sheet_of(w, "sam"));
	expect_has(get(teacher, "/pupils/sam/profile").text, "Which of these helps Sam?");
	wrong = post(teacher, "/pupils/sam/profile/read", "");
	expect_status(wrong, 400);
	expect_has(wrong.text, ": choose what the profile says");
	expect_status(read_it(teacher, "Copying from the board"), 400);
	expect_has(get(teacher, "/").text, "Profiles to read");
	expect_goes(read_it(teacher, "Say it once"), sheet_of(w, "sam"));
	expect_lacks(get(teacher, "/").text, "Profiles to read");
}

TEST_STORE(a_tick_in_a_class_says_a_profile_is_used_until_it_changes)
{
	struct world w = as(world_new(t), "senco"), teacher = as(w, "teacher");
	const char *tick = arena_printf(t->a, "class=%s", world_id(w, "8R-en"));

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once") "use"), sheet_of(w, "sam"));
	expect_goes(read_it(teacher, "Say it once"), sheet_of(w, "sam"));
	expect_has(get(w, "/profiles/practice?show=unused").text, "Whitlock");
	expect_goes(post(teacher, "/pupils/sam/profile/use", tick), sheet_of(w, "sam"));
	expect_has(get(teacher, "/pupils/sam/profile").text, "In use in ");
	expect_lacks(get(w, "/profiles/practice?show=unused").text, "Whitlock");
	expect_goes(post(teacher, "/pupils/sam/profile/use", tick), sheet_of(w, "sam"));
	expect_has(get(w, "/profiles/practice?show=unused").text, "Whitlock");
	expect_goes(post(teacher, "/pupils/sam/profile/use", tick), sheet_of(w, "sam"));
	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+twice") "use"), sheet_of(w, "sam"));
	expect_has(get(w, "/profiles/practice?show=unused").text, "Whitlock");
	expect_has(get(w, "/profiles/practice?show=unread").text, "An earlier version");
}

TEST_STORE(nobody_ticks_a_class_that_is_not_theirs_and_no_teacher_sees_who_has_not_read)
{
	struct world w = as(world_new(t), "senco"), teacher = as(w, "teacher");

	expect_goes(post(w, "/pupils/sam/profile/edit", PROFILE("Say+it+once") "use"), sheet_of(w, "sam"));
	expect_status(post(w, "/pupils/sam/profile/use", arena_printf(t->a, "class=%s", world_id(w, "8R-en"))), 404);
	expect_status(post(teacher, "/pupils/sam/profile/use", "class=none"), 404);
	expect_status(get(teacher, "/profiles/practice"), 404);
	expect_status(post(teacher, "/profiles/practice", ""), 404);
	expect_goes(post(w, "/profiles/practice", ""), "/profiles/practice");
}
