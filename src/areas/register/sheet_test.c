/* sheet_test.c - notes, needs, strengths and what helps: written, put right, met by somebody else's save. */
#include "areas/register/area.h"
#include "tests/world.h"

static struct row *only(struct world w, const struct record *r, const char *pupil)
{
	struct test *t = w.t;
	struct ask ask = { .pupil = world_id(w, pupil) };
	struct rows rows;

	expect_fine(record_list(world_read(w), r, &ask, &rows));
	expect_stop(rows.count == 1);
	return rows.row[0];
}

TEST_STORE(a_note_is_written_with_its_day_and_kind)
{
	struct world w = as(world_new(t), "teacher");

	expect_has(get(w, "/pupils/sam/notes/new").text, "Add a note about Sam");
	expect_has(post(w, "/pupils/sam/notes/new", "happened_on=2026-11-20&kind=observation").text, "Enter the note");
	expect_goes(post(w, "/pupils/sam/notes/new", "happened_on=2026-11-20&kind=observation&text=Used+his+card"), "/pupils/");
	expect_text(row_text(only(w, &NOTE, "sam"), NOTE_TEXT), "Used his card");
}

TEST_STORE(every_short_form_opens_saves_and_opens_again_to_be_changed)
{
	struct world w = as(world_new(t), "senco");
	static const struct { const char *part; const struct record *r; const char *typed; } FORMS[] = {
		{ "needs", &NEED, "type=SPLD&rank=1&from=2026-09-01" }, { "strengths", &STRENGTH, "text=Draws&from=2026-09-01" },
		{ "strategies", &STRATEGY, "kind=helps&text=Say+it+once&from=2026-09-01" }, { "meetings", &PARENT_MEETING,
			"met_on=2026-11-01&how=phone" },
	};

	for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
		const char *path;

		expect_status(get(w, arena_printf(t->a, "/pupils/sam/%s/new", FORMS[i].part)), 200);
		expect_status(post(w, arena_printf(t->a, "/pupils/sam/%s/new", FORMS[i].part), "x=1"), 400);
		expect_goes(post(w, arena_printf(t->a, "/pupils/sam/%s/new", FORMS[i].part), FORMS[i].typed), "/pupils/");
		path = arena_printf(t->a, "/pupils/sam/%s/%s/change", FORMS[i].part, row_id(only(w, FORMS[i].r, "sam")));
		expect_status(get(w, path), 200);
		expect_goes(post_seen(w, path, FORMS[i].typed, 1), "/pupils/");
		expect_status(get(w, arena_printf(t->a, "/pupils/ana/%s/%s/change", FORMS[i].part,
			row_id(only(w, FORMS[i].r, "sam")))), 404);
	}
}

TEST_STORE(a_stale_save_shows_both_texts_and_loses_neither)
{
	struct world w = as(world_new(t), "senco"), other = as(w, "asst_senco");
	const char *path;
	struct seen_page p;

	expect_goes(post(w, "/pupils/sam/notes/new", "happened_on=2026-11-20&kind=observation&text=He+reads"), "/pupils/");
	path = arena_printf(t->a, "/pupils/sam/notes/%s/change", row_id(only(w, &NOTE, "sam")));
	expect_goes(post_seen(other, path, "text=He+reads+well", 1), "/pupils/");
	p = post_seen(w, path, "text=He+reads+aloud", 1);
	expect_status(p, 409);
	expect_has(p.text, "Both texts are safe");
	expect_has(p.text, "well");
	expect_has(p.text, "aloud");
	expect_goes(post_seen(w, path, "text-keep=mine&text=joined&text-mine=He+reads+aloud", 2), "/pupils/");
	expect_text(row_text(only(w, &NOTE, "sam"), NOTE_TEXT), "He reads aloud");
}

TEST_STORE(two_needs_of_one_rank_are_refused_where_they_are_typed)
{
	struct world w = as(world_new(t), "senco");

	expect_goes(post(w, "/pupils/sam/needs/new", "type=SPLD&rank=1&from=2026-09-01"), "/pupils/");
	expect_has(post(w, "/pupils/sam/needs/new", "type=SLCN&rank=1&from=2026-09-01").text, "has rank 1 already");
	expect_has(post(w, "/pupils/sam/needs/new", "type=SPLD&rank=2&from=2026-09-01").text, "is recorded already");
}
