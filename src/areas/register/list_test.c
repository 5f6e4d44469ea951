/* list_test.c - the register as people ask for it: who is on it, who sees it, what it was on another day. */
#include "areas/register/list.h"
#include "tests/world.h"

/* A row about a pupil, by name: "sam". */
struct put { struct world w; const struct record *r; const char *pupil, *typed; const char *id; };

static const struct fault *put_run(struct act *act, void *self)
{
	struct put *p = self;
	struct row *pupil;

	TRY(record_get(act, record_find(act->house, "pupil"), world_id(p->w, p->pupil), &pupil));
	return record_add(act, p->r, pupil, world_form(p->w, act->a, p->r, p->typed), &p->id);
}

static const char *put(struct world w, const struct record *r, const char *pupil, const char *typed)
{
	struct test *t = w.t;
	struct put p = { w, r, pupil, typed, NULL };

	expect_fine(world_do(w, put_run, &p));
	return p.id;
}

static struct world with_register(struct test *t)
{
	struct world w = as(world_new(t), "senco");

	put(w, &REGISTER_STATUS, "sam", "provision=K&from=2026-09-10&parents_told_on=2026-09-11&parents_told_how=phone");
	put(w, &NEED, "sam", "type=SPLD&rank=1&from=2026-09-10");
	put(w, &NEED, "sam", "type=SLCN&rank=2&from=2026-09-10");
	put(w, &REGISTER_STATUS, "ana", "provision=E&from=2026-10-01");
	return w;
}

TEST_STORE(the_register_has_a_row_for_each_child_on_it_and_for_no_other)
{
	struct seen_page p = get(with_register(t), "/register");

	expect_status(p, 200);
	expect_has(p.text, "SEND register · 2 children");
	expect_has(p.text, "Whitlock, Sam");
	expect_has(p.text, "Ó Súilleabháin, Ana");
	expect_lacks(p.text, "Arcy");
	expect_has(p.text, "Specific LD");
	expect_has(p.text, "Speech, language and communication needs");
}

TEST_STORE(filters_narrow_the_register_and_say_so)
{
	struct world w = with_register(t);

	expect_lacks(get(w, "/register?status=E").text, "Whitlock, Sam");
	expect_has(get(w, "/register?need=SLCN").text, "Whitlock, Sam");
	expect_lacks(get(w, "/register?need=SLCN").text, "Súilleabháin");
	expect_has(get(w, "/register?q=whit+sa").text, "Whitlock, Sam");
	expect_has(get(w, "/register?q=suill").text, "Súilleabháin");
	expect_has(get(w, "/register?q=F999234525001").text, "Whitlock, Sam");
	expect_lacks(get(w, "/register?q=%25").text, "No child fits");
	expect_has(get(w, "/register?q=xyz").text, "No child fits these filters");
	expect_has(get(w, "/register?status=all").text, "3 children");
	expect_has(get(w, "/register?review=unmet").text, "2 children");
	expect_has(get(w, "/register?review=overdue").text, "remove this filter");
}

TEST_STORE(every_order_of_the_register_works_both_ways)
{
	struct world w = with_register(t);
	static const char *const ORDERS[] = { "name", "form", "status", "need", "date", "key", "met", "att", "since", "review",
		"upn" };

	for (size_t i = 0; i < sizeof ORDERS / sizeof *ORDERS; i++) {
		expect_status(get(w, arena_printf(t->a, "/register?sort=%s", ORDERS[i])), 200);
		expect_status(get(w, arena_printf(t->a, "/register?sort=-%s&page=all", ORDERS[i])), 200);
	}
	expect_status(get(w, "/register?sort=drop+table&page=9999&cols=x&status=Z"), 200);
}

TEST_STORE(the_register_as_at_a_day_is_as_it_was_in_force)
{
	struct world w = with_register(t);

	expect_has(get(w, "/register?as_at=2026-09-15").text, "1 child");
	expect_has(get(w, "/register?as_at=15+September+2026").text, "Nothing can be changed here");
	expect_lacks(get(w, "/register?as_at=2026-09-15").text, "Put a child on the register");
	expect_has(get(w, "/register?as_at=2026-09-01").text, "0 children");
	expect_has(get(w, "/register?as_at=yesterdayish").text, "Enter the date to look at like");
}

TEST_STORE(the_register_as_known_on_a_day_leaves_out_what_was_recorded_later)
{
	struct world w = with_register(t);

	expect_has(get(w, "/register?known_on=2026-11-01").text, "0 children");
	expect_has(get(w, "/register?known_on=2026-11-01&as_at=2026-10-31").text, "As it had been recorded by");
}

TEST_STORE(a_teacher_finds_own_children_on_the_register_and_nobody_else)
{
	struct seen_page p = get(as(with_register(t), "teacher"), "/register?status=all");

	expect_status(p, 200);
	expect_has(p.text, "Whitlock, Sam");
	expect_lacks(p.text, "Súilleabháin");
	expect_lacks(p.text, "Parents met");
	expect_lacks(p.text, "/register.csv");
	expect_status(get(as(with_register(t), "it"), "/register"), 404);
}

TEST_STORE(a_list_of_today_keeps_no_date_and_keeps_its_columns)
{
	struct world w = with_register(t);
	const char *today = day_long(t->a, day_today());
	struct buf path = buf_new(t->a);

	buf_add(&path, "/register?status=K&col=need&col=upn&as_at=");
	buf_add_url(&path, today);
	expect_lacks(get(w, buf_text(&path)).text, "as_at=");
	expect_has(get(w, buf_text(&path)).text, "cols=need.upn");
	expect_has(get(w, buf_text(&path)).text, "F999234525001");
}

TEST_STORE(a_view_of_the_register_is_saved_shared_and_removed)
{
	struct world w = with_register(t);
	struct seen_page p = post(w, "/register/views", "name=Year+8+overdue&query=year%3D8%26review%3Doverdue&shared=1");

	expect_goes(p, "/register?year=8&review=overdue");
	expect_has(get(w, "/register").text, "Year 8 overdue");
	expect_has(get(as(w, "asst_senco"), "/register").text, "Year 8 overdue");
	expect_has(post(w, "/register/views", "name=&query=year%3D8").text, "Enter a name for this view");
}

TEST_STORE(the_register_goes_out_as_csv_and_workbook_and_the_journal_knows)
{
	struct world w = with_register(t);
	struct seen_page p = get(w, "/register.csv?status=K");

	expect_status(p, 200);
	expect_has(p.text, "\"Whitlock\",\"Sam\",\"F999234525001\"");
	expect_lacks(p.text, "Súilleabháin");
	expect_has(p.head, "attachment");
	p = get(w, "/register.xlsx");
	expect_status(p, 200);
	expect(p.length > 1000 && memcmp(p.text, "PK", 2) == 0);
	expect_status(get(as(w, "teacher"), "/register.csv"), 404);
}

TEST_STORE(an_order_of_the_register_puts_what_is_missing_last)
{
	struct world w = with_register(t);
	const char *up = get(w, "/register?sort=need").text, *down = get(w, "/register?sort=-need").text;

	expect(strstr(up, "Whitlock, Sam") < strstr(up, "Súilleabháin, Ana"));
	expect(strstr(down, "Whitlock, Sam") < strstr(down, "Súilleabháin, Ana"));
	expect(strstr(get(w, "/register?sort=-name").text, "Whitlock") != NULL);
}
