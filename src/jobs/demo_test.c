/* demo_test.c - the invented school is the same each time, adds up, and can be written down in the order it comes. */
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "jobs/demo.h"
#include "jobs/demo_numbers.h"
#include "tests/test.h"

static struct demo_ask ask_for(int pupils, uint64_t seed)
{
	return (struct demo_ask){ .pupils = pupils, .seed = seed, .on = day_of(2026, 11, 23) };
}

static int count_of(const struct demo_facts *f, const struct record *r)
{
	int n = 0;

	for (int i = 0; i < f->count; i++)
		n += f->list[i]->r == r && !f->list[i]->changes;
	return n;
}

static const char *value_of(const struct demo_fact *f, int field)
{
	for (int i = 0; i < f->count; i++)
		if (f->values[i].field == field)
			return f->values[i].text;
	return "";
}

TEST(the_same_ask_gives_the_same_facts)
{
	struct demo_ask ask = ask_for(84, 7), other = ask_for(84, 8);
	struct demo_facts a = demo_campus(t->a, &ask, 0), b = demo_campus(t->a, &ask, 0), c = demo_campus(t->a, &other, 0);

	expect(demo_hash(&a) == demo_hash(&b));
	expect(demo_hash(&a) != demo_hash(&c));
}

static void expect_span(struct test *t, const struct demo_fact *x)
{
	const char *from = x->r->from ? value_of(x, field_find(x->r, x->r->from)) : "", *until;

	until = x->r->until ? value_of(x, field_find(x->r, x->r->until)) : "";
	if (*from && *until && strcmp(until, from) < 0)
		test_fail(t, __FILE__, __LINE__, "a %s lasts from %s until %s", x->r->name, from, until);
}

/* Whoever points at a row comes after it, and no fact is of the future. */
static void expect_order(struct test *t, const struct demo_facts *f, day on)
{
	bool *known = arena_array(t->a, (size_t)f->handles, sizeof *known);

	for (int i = 0; i < f->count; i++) {
		const struct demo_fact *x = f->list[i];

		expect(x->on <= on);
		expect_span(t, x);
		if (i)
			expect(f->list[i - 1]->on <= x->on);
		if (x->changes)
			expect(known[x->changes]);
		for (int v = 0; v < x->count; v++)
			if (x->values[v].ref >= DEMO_SHARED && !known[x->values[v].ref])
				test_fail(t, __FILE__, __LINE__, "%s.%s points at a row that comes later", x->r->name,
					x->r->fields[x->values[v].field].name);
		if (x->handle)
			known[x->handle] = true;
	}
}

TEST(facts_come_in_an_order_in_which_they_can_be_written)
{
	static const int DAYS[] = { 0, 1, 14, 75, 160, 250, 300 };

	for (int i = 0; i < 7; i++) {
		struct arena *a = arena_new((size_t)1 << 30);
		struct demo_ask ask = { .pupils = i % 2 ? 300 : 1500, .seed = (uint64_t)i, .on = day_of(2026, 11, 22) - DAYS[i] };
		struct demo_facts f = demo_campus(a, &ask, 0);

		expect_order(t, &f, ask.on);
		arena_free(a);
	}
}

TEST(a_small_primary_school_is_whole_too)
{
	for (int pupils = 10; pupils <= 90; pupils += 37) {
		struct demo_ask ask = ask_for(pupils, 3);
		struct demo_facts f = demo_campus(t->a, &ask, 0);

		expect_order(t, &f, ask.on);
		expect_int(count_of(&f, &PUPIL), pupils + pupils * 8 / 100 + (pupils > 60)); /* one is there twice */
	}
}

TEST(thirteen_in_a_hundred_have_support_and_four_a_plan)
{
	struct demo_ask ask = ask_for(1500, 1);
	struct demo_facts f = demo_campus(t->a, &ask, 0);
	const char **code = arena_array(t->a, (size_t)f.handles, sizeof *code);
	bool *ended = arena_array(t->a, (size_t)f.handles, sizeof *ended);
	int support = 0, plans = 0;

	for (int i = 0; i < f.count; i++) {
		const struct demo_fact *x = f.list[i];
		int h = x->handle ? x->handle : x->changes;

		if (x->r != &REGISTER_STATUS)
			continue;
		if (x->handle)
			code[h] = value_of(x, REGISTER_STATUS_PROVISION);
		ended[h] = ended[h] || *value_of(x, REGISTER_STATUS_UNTIL);
	}
	for (int h = 0; h < f.handles; h++) {
		support += code[h] && !ended[h] && strcmp(code[h], "K") == 0;
		plans += code[h] && !ended[h] && strcmp(code[h], "E") == 0;
	}
	expect_int(support, 195);
	expect_int(plans, 60);
}

TEST(no_two_children_share_a_number_and_every_check_letter_is_right)
{
	struct demo_ask ask = ask_for(1500, 1);
	struct demo_facts f = demo_campus(t->a, &ask, 0);
	bool *seen = arena_array(t->a, 10000000, sizeof *seen);
	int without = 0;

	expect_text(demo_upn(t->a, 2345, 25, 1), "F999234525001");
	for (int i = 0; i < f.count; i++) {
		const char *upn = value_of(f.list[i], PUPIL_UPN);
		long n;

		if (f.list[i]->r != &PUPIL)
			continue;
		if (!*upn) { /* entered by hand, before the list brought the number (demo_twice.c) */
			without++;
			continue;
		}
		expect_int(strlen(upn), 13);
		n = strtol(upn + 6, NULL, 10);
		expect(!seen[n]);
		seen[n] = true;
	}
	expect_int(without, 1);
}

TEST(a_trust_of_forty_schools_has_all_its_children)
{
	struct demo_ask ask = ask_for(60000, 1);
	int all = 0;

	expect_int(demo_campuses(&ask), 40);
	for (int c = 0; c < 40; c += 13) {
		struct arena *a = arena_new((size_t)1 << 30);
		struct demo_facts f = demo_campus(a, &ask, c);

		all += count_of(&f, &PUPIL);
		expect_int(count_of(&f, &CAMPUS), 1);
		arena_free(a);
	}
	expect(all > 4000);
}
