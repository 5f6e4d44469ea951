/* look_back_test.c - figures and the rows behind them are the same; governors read no name and no small number. */
#include <string.h>

#include "areas/register/area.h"
#include "reports/look_back.h"
#include "tests/world.h"

static const struct fault *enter(struct act *act, void *self)
{
	struct world *w = self;
	static const char *const WHO[] = { "sam", "ana" };

	for (int i = 0; i < 2; i++) {
		struct form *f = form_new(act->a, &REGISTER_STATUS);
		struct row *pupil;
		const char *id;

		TRY(record_get(act, record_find(act->house, "pupil"), world_id(*w, WHO[i]), &pupil));
		form_set(f, REGISTER_STATUS_PROVISION, "K");
		form_set(f, REGISTER_STATUS_FROM, day_iso(act->a, act->today));
		form_set(f, REGISTER_STATUS_TOLD_HOW, "not_yet");
		TRY(record_add(act, &REGISTER_STATUS, pupil, f, &id));
	}
	return NULL;
}

TEST_STORE(a_figure_opens_the_rows_it_was_counted_from)
{
	struct world w = as(world_new(t), "senco");

	expect_fine(world_do(w, enter, &w));
	expect_has(get(w, "/reports/look-back").text, "what=joined&amp;part=K");
	expect_has(get(w, "/reports/look-back/rows?what=joined&part=K").text, "Sam Whitlock");
	expect_has(get(w, "/reports/look-back/rows?what=joined&part=K").text, "On and off the register: Came on to SEN Support");
	expect_lacks(get(w, "/reports/look-back/rows?what=left").text, "Sam Whitlock");
	expect_has(get(w, "/reports/look-back.pdf").text, "%PDF-");
	expect_status(get(w, "/reports/look-back.xlsx"), 200);
}

TEST_STORE(governors_read_no_name_no_link_and_no_small_number)
{
	struct world w = as(world_new(t), "senco");
	struct seen_page seen;

	expect_fine(world_do(w, enter, &w));
	seen = get(as(w, "governor"), "/reports/governors");
	expect_status(seen, 200);
	expect_has(seen.text, "not said");
	expect_lacks(seen.text, "Whitlock");
	expect_lacks(seen.text, "/reports/look-back/rows");
	expect_has(get(as(w, "governor"), "/reports/governors.pdf").text, "%PDF-");
	expect_status(get(as(w, "governor"), "/reports/look-back"), 404);
}

TEST_STORE(a_teacher_has_no_figures_of_the_whole_school)
{
	struct world w = as(world_new(t), "teacher");

	expect_status(get(w, "/reports/look-back"), 404);
	expect_status(get(w, "/reports/governors"), 404);
	expect_status(get(w, "/reports/look-back/rows?what=now_k"), 404);
}
