/* clock_test.c - clock rows name fields that exist, and a school's own terms and settings change its dates. */
#include <string.h>

#include "law/own.h"
#include "tests/world.h"

/* A row about a record type that is not built yet names nothing that could be checked. */
static void check_field(struct test *t, const struct house *h, const char *id, const char *record, const char *field)
{
	const char *dot = field ? strchr(field, '.') : NULL;
	const struct record *r = record_find(h, dot ? arena_text_n(t->a, field, (size_t)(dot - field)) : record);

	if (r && field && field_find(r, dot ? dot + 1 : field) < 0)
		test_fail(t, __FILE__, __LINE__, "clock %s: %s has no field %s", id, r->name, field);
}

TEST(clock_rows_name_fields_that_exist)
{
	int count;
	const struct clock_row *rows = law_clock_rows(&count);
	struct house h;

	expect_fine(store_house(t->a, &h));
	for (int i = 0; i < count; i++) {
		check_field(t, &h, rows[i].id, rows[i].record, rows[i].starts_on);
		check_field(t, &h, rows[i].id, rows[i].record, rows[i].met_by);
	}
}

struct fact { const char *record, *typed; };

static const struct fault *add_facts(struct act *act, void *self)
{
	for (const struct fact *fact = self; fact->record; fact++) {
		const struct record *r = record_find(act->house, fact->record);
		struct form *form = form_new(act->a, r);
		const char *id;

		for (const char *at = fact->typed; *at;) {
			size_t name = strcspn(at, "="), value = strcspn(at + name, "&");

			form_set(form, field_find(r, arena_text_n(act->a, at, name)), arena_text_n(act->a, at + name + 1,
				value - 1));
			at += name + value + (at[name + value] == '&');
		}
		TRY(record_add(act, r, NULL, form, &id));
	}
	return NULL;
}

static const char *due(struct test *t, struct world w, const char *login, const char *clock, const char *start)
{
	struct clock_answer answer;
	struct own_law own;

	expect_fine(law_own(world_read(as(w, login)), &own));
	expect_fine(law_due(t->a, &own, clock, day_parse(start), NULL, &answer));
	return answer.due == DAY_NONE ? "none" : day_iso(t->a, answer.due);
}

TEST_STORE(a_schools_own_terms_and_settings_change_its_dates)
{
	static const struct fact FACTS[] = {
		{ "holiday", "kind=term&name=Spring&from=2027-01-04&until=2027-03-25" },
		{ "holiday", "kind=half&name=Half-term&from=2027-02-15&until=2027-02-19" },
		{ "holiday", "kind=term&name=Summer&from=2027-04-12&until=2027-07-20" },
		{ "term_day", "on_day=2027-04-12&kind=inset" },
		{ "term_day", "on_day=2027-04-17&kind=open" },
		{ "setting", "name=clock.apdr-review&value=6 weeks&from=2026-09-01" },
		{ "setting", "name=something.else&value=6 weeks&from=2026-10-01" },
		{ NULL, NULL },
	};
	struct world w = world_new(t);

	expect_text(due(t, w, "senco", "record-transfer", "2027-03-19"), "none");
	expect_fine(world_do(as(w, "head"), add_facts, (void *)FACTS));
	expect_text(due(t, w, "senco", "exclusion-sixth-day", "2027-02-10"), "2027-02-24");
	expect_text(due(t, w, "senco", "record-transfer", "2027-03-19"), "2027-04-26");
	expect_text(due(t, w, "ta", "apdr-review", "2026-11-22"), "2027-01-03");
	expect_text(due(t, w, "senco2", "record-transfer", "2027-03-19"), "none");
	expect_text(due(t, w, "senco2", "apdr-review", "2026-11-22"), "2027-02-14");
}
