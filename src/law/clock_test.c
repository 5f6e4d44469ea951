/* clock_test.c - the domain notes' vectors, line by line: add a vector, not a test. Then what vectors cannot say: settings,
 * versions, exemptions, words. */
#include "law/clock.h"

#include <string.h>

#include "law/holidays.h"
#include "tests/files.h"
#include "tests/test.h"

enum { COLUMNS = 5, KEYS = 6 };

/* One line of CSV into its columns; the text is changed in place. Returns what follows. */
static char *csv_line(char *at, const char **columns)
{
	char *to = at;

	for (int c = 0; c < COLUMNS; c++) {
		bool quoted = *at == '"';

		at += quoted;
		columns[c] = to;
		while (*at && (quoted ? *at != '"' : !strchr(",\r\n", *at)))
			*to++ = *at++;
		at += strcspn(at, ",\n");
		at += *at != '\0';
		*to++ = '\0';
	}
	return at;
}

/* The key=value pairs within free text. */
static struct clock_inputs inputs_of(struct arena *a, const char *context)
{
	struct clock_input *list = arena_array(a, KEYS, sizeof(*list));
	struct clock_inputs inputs = { list, 0 };

	for (const char *p = context; (p = strchr(p, '=')) != NULL && inputs.count < KEYS; p++) {
		const char *key = p;

		while (key > context && (key[-1] == '_' || (key[-1] >= 'a' && key[-1] <= 'z')))
			key--;
		list[inputs.count++] = (struct clock_input){ arena_text_n(a, key, (size_t)(p - key)),
			arena_text_n(a, p + 1, strcspn(p + 1, "; ,")) };
	}
	return inputs;
}

static const char *due_text(struct test *t, const char *id, const char *start, const char *context, const struct calendar *c)
{
	const struct clock_row *row = law_at(t->a, id, day_parse(start), NULL, 0);
	struct clock_inputs inputs = inputs_of(t->a, context);
	struct clock_answer answer;

	if (!row)
		return "no such clock";
	expect_fine(clock_due(row, day_parse(start), &inputs, c, t->a, &answer));
	expect(answer.n_working >= 2);
	expect(answer.due != DAY_NONE || answer.none[0]);
	return answer.due == DAY_NONE ? "none" : day_iso(t->a, answer.due);
}

TEST(every_clock_vector_gives_its_date)
{
	char *at = arena_text(t->a, test_file(t, "clock-vectors.csv"));
	const struct calendar *c = cal_a(t->a);
	const char *columns[COLUMNS];
	int n = 0;

	for (at = csv_line(at, columns); *at; n++) {
		const char *got;

		at = csv_line(at, columns);
		got = due_text(t, columns[0], columns[1], columns[2], c);
		if (strcmp(got, columns[3]) != 0)
			test_fail(t, __FILE__, __LINE__, "%s from %s (%s) is %s, expected %s: %s", columns[0], columns[1],
				columns[2], got, columns[3], columns[4]);
	}
	expect_int(n, 133);
}

/* The worked examples of the notes on safeguarding, pupil premium and alternative provision. */
TEST(the_worked_examples_of_the_other_notes_give_their_dates)
{
	static const char *const EXAMPLES[][3] = {
		{ "csc-decision", "2026-12-24", "2026-12-29" },
		{ "csc-assessment", "2026-12-01", "2027-02-05" },
		{ "icpc", "2026-12-18", "2027-01-13" },
		{ "core-group-first", "2027-01-13", "2027-01-27" },
		{ "rcpc-first", "2026-11-30", "2027-02-28" },
		{ "rcpc-next", "2027-02-28", "2027-08-28" },
		{ "lado-contact", "2026-12-18", "2026-12-21" },
		{ "fgm-report", "2026-12-24", "2026-12-29" },
		{ "cp-file-inyear", "2026-10-23", "2026-11-06" },
		{ "cp-file-newterm", "2027-09-02", "2027-09-08" },
		{ "new-pupil-return", "2026-12-11", "2026-12-16" },
		{ "pep-initiate", "2026-12-21", "2027-01-07" },
		{ "pep-ready", "2026-12-21", "2027-01-21" },
		{ "exclusion-day6", "2026-12-16", "2027-01-07" },
		{ "board-15", "2026-12-01", "2027-01-06" },
		{ "board-50", "2026-12-01", "2027-03-03" },
		{ "irp-apply", "2026-12-15", "2027-01-20" },
		{ "irp-meet", "2027-01-12", "2027-02-02" },
		{ "offsite-notice", "2027-01-05", "2026-12-17" },
		{ "ehcp-consult", "2026-12-18", "2027-01-02" },
		{ "filter-review", "2026-11-22", "2027-08-31" },
		{ "pp-statement", "2026-09-01", "2026-12-31" },
		{ "ppplus-spend", "2026-11-22", "2027-03-31" },
	};

	for (size_t i = 0; i < sizeof(EXAMPLES) / sizeof(EXAMPLES[0]); i++)
		expect_text(due_text(t, EXAMPLES[i][0], EXAMPLES[i][1], "", cal_a(t->a)), EXAMPLES[i][2]);
}

TEST(school_day_clocks_without_term_dates_give_none_and_say_why)
{
	struct clock_answer answer;

	expect_fine(clock_due(law_at(t->a, "record-transfer", day_of(2027, 3, 19), NULL, 0), day_of(2027, 3, 19), NULL,
		law_england(t->a), t->a, &answer));
	expect_int(answer.due, DAY_NONE);
	expect_has(answer.none, "term dates");
	expect_text(answer.calendar, "school days (no school calendar)");
	expect_text(due_text(t, "record-transfer", "2027-12-10", "", cal_a(t->a)), "none");
}

TEST(an_exemption_never_moves_a_date)
{
	struct clock_input claimed = { "exemption", "reg 10(4)(c), claimed by the LA" };
	struct clock_inputs inputs = { &claimed, 1 };
	struct clock_answer answer;

	expect_fine(clock_due(law_at(t->a, "ehcna-final-plan", day_of(2026, 9, 7), NULL, 0), day_of(2026, 9, 7), &inputs,
		cal_a(t->a), t->a, &answer));
	expect_text(day_iso(t->a, answer.due), "2027-01-25");
	expect_has(answer.working[answer.n_working - 1], "does not move the date");
}

TEST(a_weekend_date_stays_and_the_practical_date_stands_beside_it)
{
	struct clock_answer answer;

	expect_fine(clock_due(law_at(t->a, "annual-review-report", day_of(2026, 12, 12), NULL, 0), day_of(2026, 12, 12), NULL,
		cal_a(t->a), t->a, &answer));
	expect_text(day_iso(t->a, answer.due), "2026-12-26");
	expect_text(day_iso(t->a, answer.practical), "2026-12-18");
	expect_text(answer.rule, "annual-review-report@2014-09-01");
	expect_has(answer.cite, "reg 20(7)");
}

TEST(a_missing_input_gives_none_and_a_bad_one_is_refused)
{
	struct clock_input bad = { "last_made_or_concluded", "15/03/2024" };
	struct clock_inputs inputs = { &bad, 1 };
	const struct clock_row *row = law_at(t->a, "annual-review-la-decision", day_of(2024, 11, 1), NULL, 0);
	struct clock_answer answer;

	expect_fine(clock_due(row, day_of(2024, 11, 1), NULL, cal_a(t->a), t->a, &answer));
	expect_has(answer.none, "last_made_or_concluded");
	expect_fault(clock_due(row, day_of(2024, 11, 1), &inputs, cal_a(t->a), t->a, &answer), FAULT_INVALID);
	expect_fault(clock_due(row, DAY_NONE, NULL, cal_a(t->a), t->a, &answer), FAULT_INVALID);
	expect_fault(clock_due(row, day_of(9999, 12, 31), NULL, cal_a(t->a), t->a, &answer), FAULT_INVALID);
}

TEST(a_count_past_the_known_bank_holidays_is_reported)
{
	struct clock_answer answer;
	day start = day_of(2028, 12, 20);

	expect_fine(clock_due(law_at(t->a, "icpc", start, NULL, 0), start, NULL, law_england(t->a), t->a, &answer));
	expect_has(answer.warning, "31 December 2028");
	expect_fine(clock_due(law_at(t->a, "ehcna-decision", start, NULL, 0), start, NULL, law_england(t->a), t->a, &answer));
	expect_text(answer.warning, "");
}

TEST(a_setting_changes_a_default_from_its_day_on)
{
	struct clock_setting settings[] = {
		{ .id = "apdr-review", .from = "2026-01-01", .until = "2026-12-31", .sets_n = true, .n = 6, .unit = WEEKS },
		{ .id = "apdr-review", .from = "2027-01-01", .sets_n = true, .n = 8, .unit = WEEKS },
	};

	expect_int(law_at(t->a, "apdr-review", day_of(2025, 12, 31), settings, 2)->n, 12);
	expect_int(law_at(t->a, "apdr-review", day_of(2026, 12, 31), settings, 2)->n, 6);
	expect_int(law_at(t->a, "apdr-review", day_of(2027, 1, 1), settings, 2)->n, 8);
	expect_text(law_at(t->a, "apdr-review", day_of(2027, 1, 1), settings, 2)->setting, "2027-01-01");
}

TEST(a_confirmed_clock_can_only_be_made_earlier)
{
	struct clock_setting setting = { .id = "annual-review-invite", .from = "2026-01-01", .sets_n = true, .n = 7, .unit = DAYS,
		.margin = 2 };
	struct clock_setting local = { .id = "phase-transfer-meeting-latest", .from = "2026-01-01", .local = "2026-10-16" };
	const struct clock_row *row = law_at(t->a, "annual-review-invite", day_of(2027, 1, 21), &setting, 1);
	struct clock_answer answer;

	expect_int(row->n, -14);
	expect_fine(clock_due(row, day_of(2027, 1, 21), NULL, cal_a(t->a), t->a, &answer));
	expect_text(day_iso(t->a, answer.due), "2027-01-05");
	expect_text(day_iso(t->a, answer.base), "2027-01-07");
	expect_text(answer.rule, "annual-review-invite@2014-09-01+2026-01-01");
	row = law_at(t->a, "phase-transfer-meeting-latest", day_of(2027, 2, 14), &local, 1);
	expect_fine(clock_due(row, day_of(2027, 2, 14), NULL, cal_a(t->a), t->a, &answer));
	expect_text(day_iso(t->a, answer.due), "2026-10-16");
	local.local = "2027-01-16";
	expect_fine(clock_due(law_at(t->a, "phase-transfer-meeting-latest", day_of(2027, 2, 14), &local, 1), day_of(2027, 2, 14),
		NULL, cal_a(t->a), t->a, &answer));
	expect_text(day_iso(t->a, answer.due), "2026-11-22");
}

TEST(law_changes_by_a_new_row)
{
	static const struct clock_row rows[] = {
		{ "x", "r", "a", "b", 6, WEEKS, 0, .duty = "LA", .cite = "old", .from = "2014-09-01", .until = "2029-08-31",
			.text = "t", .status = "s" },
		{ "x", "r", "a", "b", 4, WEEKS, 0, .duty = "LA", .cite = "new", .from = "2029-09-01", .text = "t", .status = "s" },
	};

	expect_text(law_at_in(t->a, rows, 2, "x", day_of(2029, 8, 31), NULL, 0)->cite, "old");
	expect_text(law_at_in(t->a, rows, 2, "x", day_of(2029, 9, 1), NULL, 0)->cite, "new");
	expect_text(law_at_in(t->a, rows, 2, "x", day_of(2010, 9, 1), NULL, 0)->cite, "old");
	expect(!law_at_in(t->a, rows, 2, "y", day_of(2029, 9, 1), NULL, 0));
}

TEST(every_clock_says_whose_duty_it_is_and_where_it_stands)
{
	int count;
	const struct clock_row *rows = law_clock_rows(&count);

	for (int i = 0; i < count; i++) {
		const struct clock_row *r = &rows[i];

		expect(r->id[0] && r->record[0] && r->starts_on[0] && r->duty[0] && r->cite[0] && r->text[0] && r->status[0]);
		expect(day_parse(r->from) != DAY_NONE && (!r->until || day_parse(r->until) != DAY_NONE));
		expect(!r->fixed || day_parse(r->fixed) != DAY_NONE);
		expect(!strncmp(r->status, "recalled", 8) == 0 || (r->flags & SETTING));
		expect(clock_length(t->a, r)[0]);
		for (int j = 0; j < i; j++)
			expect(strcmp(rows[j].id, r->id) != 0 || strcmp(rows[j].from, r->from) != 0);
	}
	expect(clock_key_known("reopens") && clock_key_known("exemption") && !clock_key_known("last") && !clock_key_known(""));
}
