/* demo_test.c - `opensenco demo` makes a store that holds what the facts say, as at days past and as was known then. */
#include <sys/stat.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "main/commands.h"
#include "main/store.h"
#include "tests/test.h"

static int64_t count_on(struct test *t, struct store *s, const struct record *r, int field, const char *value, const char *as_at,
	const char *known_on)
{
	struct act *act;
	const char *campus;
	int64_t n = -1;

	expect_fine(store_read(s, t->a, &STORE_PROGRAM, "", &act));
	expect_fine(store_campus(act, NULL, &campus));
	act->campus = campus;
	act->known_on = known_on;
	expect_fine(record_count(act, r, &(struct ask){ .where = { { field, value ? IS : ASK_END, value } }, .as_at = as_at }, &n));
	return n;
}

TEST(a_demonstration_holds_its_children_and_three_years_of_them)
{
	const char *dir = arena_printf(t->a, "%s/demo", t->dir);
	char *words[] = { (char *)dir, "--pupils", "84", "--on", "2026-06-22", "--seed", "5" };
	struct args make = args_of(t->a, 7, words), find = args_of(t->a, 2, (char *[]){ "--data", (char *)dir });
	struct stat st;
	struct store s;

	expect_int(cmd_demo(&make), EXIT_FINE);
	expect(stat(arena_printf(t->a, "%s/demo-signins.json", dir), &st) == 0 && (st.st_mode & 0777) == 0600);
	expect_fine(store_find(&find, &s));
	expect(s.demo);
	expect_fine(store_unseal(t->a, &s));
	expect_fine(store_check(t->a, &s));
	expect_int(count_on(t, &s, &ENROLMENT, 0, NULL, "2026-06-22", NULL), 84);
	expect_int(count_on(t, &s, &REGISTER_STATUS, REGISTER_STATUS_PROVISION, "K", "2026-06-22", NULL), 84 * 13 / 100);
	expect(count_on(t, &s, &REGISTER_STATUS, REGISTER_STATUS_PROVISION, "K", "2024-06-22", NULL) > 0);
	expect_int(count_on(t, &s, &NOTE, 0, NULL, NULL, "2022-01-01T00:00:00Z"), 0);
	expect(count_on(t, &s, &NOTE, 0, NULL, NULL, "2025-01-01T00:00:00Z") < count_on(t, &s, &NOTE, 0, NULL, NULL, NULL));
}

TEST(a_demonstration_of_a_day_to_come_is_refused)
{
	char *words[] = { (char *)arena_printf(t->a, "%s/demo", t->dir), "--on", "2999-01-01" };
	struct args args = args_of(t->a, 3, words);

	expect_int(cmd_demo(&args), EXIT_BAD);
}
