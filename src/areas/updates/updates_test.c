/* updates_test.c - an update is made from the targets, goes to whom it may, names no child outside its words, and is read. */
#include <string.h>

#include "areas/updates/area.h"
#include "tests/links.h"

static const struct fault *put(struct act *act, const char *record, const struct row *about, const char *const *pairs,
	const char **id)
{
	const struct record *r = record_find(act->house, record);
	struct form *f = form_new(act->a, r);

	for (; *pairs; pairs += 2)
		form_set(f, field_find(r, pairs[0]), pairs[1]);
	return record_add(act, r, about, f, id);
}

/* Sam reads 52 words a minute; 40 at the start, 70 aimed for. */
static const struct fault *target(struct act *act, void *self)
{
	const struct record *types = record_find(act->house, "plan_type");
	const char *plan, *one, *id;
	struct world *w = self;
	struct rows type;
	struct row *sam;

	TRY(record_get(act, record_find(act->house, "pupil"), world_id(*w, "sam"), &sam));
	TRY(record_list(act, types, &(struct ask){ .where = { { field_find(types, "code"), IS, "sen-support" } } }, &type));
	TRY(put(act, "plan", sam, (const char *const[]){ "plan_type", row_id(type.row[0]), "state", "do", NULL }, &plan));
	TRY(put(act, "target", sam, (const char *const[]){ "plan", plan, "number", "1", "outcome", "Reads a page aloud to a friend",
		"unit", "words a minute", "start_value", "40", "goal_value", "70", "by_date", day_iso(act->a, act->today + 20),
		"at_home", "Hears five minutes a day", NULL }, &one));
	TRY(put(act, "progress", sam, (const char *const[]){ "target", one, "on_day", day_iso(act->a, act->today - 9), "kind",
		"point", "value", "45", NULL }, &id));
	return put(act, "progress", sam, (const char *const[]){ "target", one, "on_day", day_iso(act->a, act->today - 2), "kind",
		"point", "value", "52", NULL }, &id);
}

static struct door_case *begun(struct test *t)
{
	struct door_case *c = link_family(t, as(world_new(t), "senco"));

	expect_fine(world_do(c->w, target, &c->w));
	return c;
}

static struct row *only(struct door_case *c)
{
	struct test *t = c->t;
	struct rows rows;

	expect_fine(record_list(world_read(as(c->w, "program")), &PROGRESS_UPDATE, NULL, &rows));
	expect_stop(rows.count == 1);
	return rows.row[0];
}

TEST_STORE(an_update_is_there_with_one_press_in_three_voices)
{
	struct door_case *c = begun(t);
	const char *text = get(c->w, "/pupils/sam/update").text;

	expect_has(text, "It began at 40 words a minute");
	expect_has(text, "it was 52: closer. We aim for 70 by");
	expect_has(text, "At home: Hears five minutes a day");
	expect_has(text, "You began at 40. Now you are at 52. You are getting there.");
	expect_has(text, "Ruth Whitlock");
	expect_has(post(c->w, "/pupils/sam/update", "do=send&family=").text, "Write what the family gets");
	expect_status(get(as(c->w, "teacher"), "/pupils/ana/update"), 404);
}

TEST_STORE(it_goes_to_who_was_ticked_and_teachers_read_it_behind_the_door)
{
	struct door_case *c = begun(t);
	const struct record *message = record_find(world_house(c->w), "message");
	struct world teacher = as(c->w, "teacher");
	const char *path;
	struct rows sent;

	expect_goes(post(c->w, "/pupils/sam/update", arena_printf(t->a,
		"do=send&family=Sam+reads+more&teachers=Sam+reads+52&child_words=Well+done&next_step=Reads+to+the+class"
		"&to=%s&teachers_too=1",
		c->mother)), "/updates/");
	path = arena_printf(t->a, "/updates/%s", row_id(only(c)));
	expect_fine(record_list(world_read(as(c->w, "program")), message, &(struct ask){ .where = { { field_find(message,
		"kind"), IS, "update" } } }, &sent));
	expect(sent.count >= 2);
	for (int i = 0; i < sent.count; i++) {
		bool staff = strcmp(row_text(sent.row[i], field_find(message, "to_kind")), "staff") == 0;

		expect_lacks(row_text(sent.row[i], field_find(message, "subject")), "Sam");
		expect(staff == !strstr(row_text(sent.row[i], field_find(message, "body")), "Sam reads more"));
	}
	expect_has(get(teacher, path).text, "Sam reads 52");
	expect_goes(post(teacher, arena_printf(t->a, "%s/read", path), ""), "/pupils/");
	expect_has(get(c->w, path).text, "Read on");
	expect_has(get(c->w, arena_printf(t->a, "%s/print?for=child", path)).text, "Well done");
	expect_status(get(as(c->w, "exams"), path), 404);
	expect_goes(post(c->w, arena_printf(t->a, "/updates/undo/progress_update/%s", row_id(only(c))), ""), "/pupils/");
	expect_fine(record_list(world_read(as(c->w, "program")), message, &(struct ask){ .where = { { field_find(message,
		"kind"), IS, "update" } } }, &sent));
	expect_int(sent.count, 0);
}

TEST_STORE(a_parent_reads_the_familys_words_by_a_link_and_the_school_knows)
{
	struct door_case *c = begun(t);
	const char *home, *path;

	expect_goes(post(c->w, "/pupils/sam/update", "do=keep&family=Sam+reads+more&teachers=For+staff&child_words=Well+done"),
		"/updates/");
	path = arena_printf(t->a, "/updates/%s", row_id(only(c)));
	link_make(c, "update", row_id(only(c)), arena_printf(t->a, "c.%s", c->mother));
	home = arena_printf(t->a, "/shared/updates/%s", row_id(only(c)));
	expect_goes(link_come_in(c), home);
	expect_has(link_look(c, home).text, "Sam reads more");
	expect_lacks(link_look(c, home).text, "For staff");
	expect_status(link_look(c, path), 404);
	expect_goes(link_send(c, home, arena_printf(t->a, "stamp=%s", link_stamp(t, link_look(c, home).text))), home);
	expect_has(get(c->w, path).text, "Read on");
}
