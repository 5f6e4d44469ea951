/* intake_test.c - every sample file against its expected.json, by reading that file; every messy one; what schools write. */
#include <jansson.h>

#include "base/buf.h"
#include "doc/intake_parts.h"
#include "tests/test.h"

static struct doc_part load(struct test *t, const char *path)
{
	FILE *f = fopen(arena_printf(t->a, "%s/samples/%s", t->data, path), "rb");
	struct doc_part p = { path, "", 0 };
	char *bytes;
	long n;

	if (!f)
		test_fail(t, __FILE__, __LINE__, "no sample %s", path);
	expect_stop(f != NULL);
	fseek(f, 0, SEEK_END);
	n = ftell(f);
	rewind(f);
	bytes = arena_alloc(t->a, (size_t)n + 1);
	p.n = fread(bytes, 1, (size_t)n, f);
	p.bytes = bytes;
	fclose(f);
	return p;
}

static json_t *expected(struct test *t, const char *path)
{
	struct doc_part p = load(t, path);
	json_t *root = json_loadb(p.bytes, p.n, 0, NULL);

	expect_stop(root != NULL);
	return root;
}

static struct intake *with(struct test *t, struct doc_part p, const struct intake_answer *answers, int n)
{
	struct intake_options options = { .today = day_of(2026, 11, 22), .answer = answers, .answers = n, .in_process = true };
	struct intake *in;

	expect_fine(intake_read(t->a, &p, 1, &options, &in));
	return in;
}

static struct intake *of(struct test *t, const char *path)
{
	return with(t, load(t, path), NULL, 0);
}

static struct intake *typed_in(struct test *t, const char *text)
{
	return with(t, (struct doc_part){ "typed.csv", text, strlen(text) }, NULL, 0);
}

static const char *got(const struct intake *in, int row, enum intake_field f)
{
	const char *v = in->tables && row < in->table[0].rows ? intake_get(&in->table[0], &in->table[0].row[row], f) : NULL;

	return v ? v : "";
}

static int count_in(const struct intake_count *c, int n, const char *code)
{
	for (int i = 0; i < n; i++)
		if (strcmp(c[i].code, code) == 0)
			return c[i].pupils;
	return 0;
}

static void expect_counts(struct test *t, const char *file, const char *what, const struct intake_count *c, int n,
	const json_t *want)
{
	const char *code;
	json_t *v;

	for (int i = 0; i < n; i++)
		if (!json_object_get(want, c[i].code))
			test_fail(t, __FILE__, __LINE__, "%s: %s has %s %d, expected none", file, what, c[i].code, c[i].pupils);
	json_object_foreach((json_t *)want, code, v) {
		if (count_in(c, n, code) != (int)json_integer_value(v))
			test_fail(t, __FILE__, __LINE__, "%s: %s of %s is %d, expected %d", file, what, code, count_in(c, n, code),
			          (int)json_integer_value(v));
	}
}

static const struct intake_message *said(const struct intake *in, enum doc_level level, int row, const char *part)
{
	for (int i = 0; i < in->messages; i++)
		if (in->message[i].level == level && (row < 0 || in->message[i].row == row) && strstr(in->message[i].text, part))
			return &in->message[i];
	return NULL;
}

static void show(const struct intake *in)
{
	static const char *const LEVELS[] = { "info", "warning", "question", "error" };

	for (int i = 0; i < in->messages; i++)
		printf("  %s %d [%s] %s\n", LEVELS[in->message[i].level], in->message[i].row, in->message[i].field,
			in->message[i].text);
}

static int yes_in(const struct intake *in, enum intake_field f)
{
	int n = 0;

	for (int i = 0; i < in->table[0].rows; i++)
		n += strcmp(got(in, i, f), "1") == 0;
	return n;
}

TEST(every_management_systems_file_yields_the_same_roll)
{
	/* Bromcom and ScholarPack have columns for two needs only, as the census does. */
	static const struct { const char *file; bool two; } FILES[] = {
		{ "mis/sims_student_report.csv", false }, { "mis/arbor_students.csv", false }, { "mis/bromcom_students.csv", true },
		{ "mis/scholarpack_students.csv", true },
	};
	json_t *all = expected(t, "expected.json"), *roll = json_object_get(all, "school_roll_all_mis_files");
	json_t *needs = json_object_get(roll, "needs_any_rank");
	json_t *two = json_object_get(json_object_get(all, "census/9992345_SC1_999LL26_001_spring2026.xml"), "needs_max_two");

	for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
		struct intake *in = of(t, FILES[i].file);

		expect_text(in->kind, "pupils");
		expect_int(in->rows, json_integer_value(json_object_get(roll, "pupils")));
		expect_int(in->rejected, 0);
		expect(!in->stopped);
		expect_counts(t, FILES[i].file, "sen_status", in->status, in->statuses, json_object_get(roll, "sen_status"));
		expect_counts(t, FILES[i].file, "needs", in->need, in->needs, FILES[i].two ? two : needs);
		expect_int(yes_in(in, FIELD_FSM), json_integer_value(json_object_get(roll, "fsm")));
		expect_int(yes_in(in, FIELD_PP), json_integer_value(json_object_get(roll, "pupil_premium")));
		expect_int(yes_in(in, FIELD_IN_CARE), json_integer_value(json_object_get(roll, "in_care")));
		expect_int(yes_in(in, FIELD_EAL), json_integer_value(json_object_get(roll, "eal")));
		if (t->failed) {
			printf("%s\n", FILES[i].file);
			show(in);
			break;
		}
	}
	json_decref(all);
}

TEST(every_transfer_file_yields_what_is_expected)
{
	json_t *all = expected(t, "expected.json"), *want;
	const char *file;

	json_object_foreach(all, file, want) {
		json_t *v;
		struct intake *in;

		if (strncmp(file, "ctf/", 4) != 0)
			continue;
		in = of(t, file);
		v = json_object_get(want, "pupils");
		if (!v)
			v = json_object_get(want, "pupil_elements_direct_children");
		expect_int(in->rows, json_integer_value(v));
		if ((v = json_object_get(want, "sen_status")))
			expect_counts(t, file, "sen_status", in->status, in->statuses, v);
		if ((v = json_object_get(want, "needs_any_rank")))
			expect_counts(t, file, "needs", in->need, in->needs, v);
		if ((v = json_object_get(want, "fsm")))
			expect_int(yes_in(in, FIELD_FSM), json_integer_value(v));
		if ((v = json_object_get(want, "eal")))
			expect_int(yes_in(in, FIELD_EAL), json_integer_value(v));
		if ((v = json_object_get(want, "in_care")))
			expect_int(yes_in(in, FIELD_IN_CARE), json_integer_value(v));
		if ((v = json_object_get(want, "version")))
			expect_text(in->version, json_string_value(v));
		if ((v = json_object_get(want, "qualifier")))
			expect_text(in->qualifier, json_string_value(v));
		if ((v = json_object_get(want, "sen_history_episodes")))
			expect_int(intake_table(in, TABLE_SEN_HISTORY)->rows, json_integer_value(v));
	}
	json_decref(all);
}

TEST(awkward_transfer_files_keep_every_good_pupil)
{
	struct intake *in = of(t, "ctf/edge_cases_ctf19.xml");
	const struct intake_table *p = &in->table[0];
	int letters = 0, without = 0;

	expect_text(got(in, 0, FIELD_UPN), "P999234522042");
	expect_text(got(in, 0, FIELD_FORENAME), "Se\xC3\xA1n");
	expect_text(got(in, 0, FIELD_SEN_STATUS), "E");
	for (int i = 0; i < in->messages; i++)
		letters += strstr(in->message[i].text, "first letter") != NULL;
	expect_int(letters, 2); /* the altered UPN and the temporary one */
	for (int i = 0; i < p->rows; i++)
		without += p->row[i].by_name;
	expect_int(without, 2);
	expect(p->row[1].rejected);
	expect(p->row[5].repeat);
	expect_int(p->row[0].needs, 2);
	expect(p->row[0].need[1].code == NULL);
	expect_text(p->row[0].need[1].suggested, "SEMH");
	expect(said(in, DOC_QUESTION, -1, "BESD") != NULL);
	expect(said(in, DOC_QUESTION, -1, "ADHD") != NULL);
}

TEST(encodings_and_prefixes_of_transfer_files_do_not_matter)
{
	static const char *const FILES[] = { "ctf/enc_cp1252_but_declares_utf8.xml", "ctf/enc_utf16le_bom.xml",
		"ctf/enc_utf8_bom.xml", "ctf/enc_windows1252_declared.xml", "ctf/ns_prefixed_root.xml" };

	for (size_t i = 0; i < 5; i++) {
		struct intake *in = of(t, FILES[i]);

		if (in->stopped || in->rows < 1 || in->rejected)
			test_fail(t, __FILE__, __LINE__, "%s: %d rows, %d rejected", FILES[i], in->rows, in->rejected);
	}
}

TEST(an_admissions_file_is_refused_unless_its_pupils_are_expected)
{
	const struct intake_answer answer = { "admissions", "expected" };
	struct intake *in = of(t, "ctf_hostile/wrong_root_atfile.xml");

	expect(in->stopped);
	expect(said(in, DOC_QUESTION, 0, "admissions file") != NULL);
	in = with(t, load(t, "ctf_hostile/wrong_root_atfile.xml"), &answer, 1);
	expect(!in->stopped);
	expect(in->expected);
	expect(in->rows > 0);
}

TEST(a_census_is_compared_and_never_stored)
{
	json_t *all = expected(t, "expected.json"), *want = json_object_get(all, "census/9992345_SC1_999LL26_001_spring2026.xml");
	struct intake *in = of(t, "census/9992345_SC1_999LL26_001_spring2026.xml");
	int on = yes_in(in, FIELD_ON_ROLL);

	expect(in->compare_only);
	expect_int(on, json_integer_value(json_object_get(want, "pupils_on_roll")));
	expect_int(in->rows - on, json_integer_value(json_object_get(want, "no_longer_on_roll")));
	expect_counts(t, "census", "sen_status", in->status, in->statuses, json_object_get(want, "sen_status"));
	expect_counts(t, "census", "needs", in->need, in->needs, json_object_get(want, "needs_max_two"));
	json_decref(all);
}

TEST(every_other_sample_is_known_for_what_it_is)
{
	static const struct { const char *file, *kind; enum intake_table_kind table; int rows; } FILES[] = {
		{ "mis/contacts.csv", "contacts", TABLE_CONTACTS, 0 }, { "mis/attendance_summary.csv", "attendance",
			TABLE_ATTENDANCE, 84 },
		{ "mis/reading_assessments.csv", "tests", TABLE_TESTS, 0 }, { "mis/provision_map_export.csv", "provisions",
			TABLE_PROVISIONS, 0 },
		{ "mis/sen_register.xlsx", "sen-register", TABLE_PUPILS, 20 }, { "giap/pupil_premium_2025-26.csv",
			"giap-pupil-premium", TABLE_PUPILS, 29 },
		{ "giap/census_spring_2024-25.csv", "giap-census", TABLE_PUPILS, 20 }, { "oneroster/oneroster_1.1.zip",
			"oneroster", TABLE_PUPILS, 84 },
		{ "oneroster/oneroster_1.2.zip", "oneroster", TABLE_PUPILS, 84 }, { "calendar/term_dates_fictional.csv",
			"term-dates", TABLE_TERMS, 3 },
		{ "calendar/term_dates_fictional.json", "term-dates", TABLE_TERMS, 8 },
	};

	for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
		struct intake *in = of(t, FILES[i].file);
		int before = t->failed;

		expect_text(in->kind, FILES[i].kind);
		expect(intake_table(in, FILES[i].table) != NULL);
		if (FILES[i].rows)
			expect_int(in->rows, FILES[i].rows);
		expect_int(in->rejected, 0);
		expect(!in->stopped);
		if (t->failed > before) {
			printf("%s\n", FILES[i].file);
			show(in);
		}
	}
}

TEST(a_safeguarding_log_is_recognised_and_refused)
{
	struct intake *in = of(t, "mis/safeguarding_log_export.csv");

	expect_text(in->kind, "safeguarding");
	expect(in->stopped);
	expect_int(in->tables, 0);
	expect(said(in, DOC_ERROR, 0, "safeguarding lead") != NULL);
}

TEST(every_messy_file_yields_its_rows)
{
	json_t *all = expected(t, "messy/expected.json"), *want;
	const char *file;

	json_object_foreach(all, file, want) {
		struct intake *in = of(t, arena_printf(t->a, "messy/%s", file));
		json_t *rows = json_object_get(want, "rows"), *encoding = json_object_get(want, "encoding");
		int before = t->failed;

		if (json_is_integer(rows))
			expect_int(in->rows, json_integer_value(rows));
		if (json_is_string(encoding))
			expect_text(in->encoding, json_string_value(encoding));
		if (json_is_integer(rows) && json_integer_value(rows) == 0)
			expect(in->stopped);
		if (t->failed > before) {
			printf("%s: %s\n", file, in->kind);
			show(in);
		}
	}
	json_decref(all);
}

TEST(messy_dates_are_read_day_first_or_named)
{
	struct intake *in = of(t, "messy/m05_mixed_date_formats.csv");

	for (int i = 0; i < 10; i++)
		expect_text(got(in, i, FIELD_DOB), "2021-04-03");
	in = of(t, "messy/m04_excel_serial_dates.csv");
	expect_text(got(in, 0, FIELD_DOB), "2021-11-18");
	in = of(t, "messy/m06_bad_dates.csv");
	expect_int(in->rejected, 8);
	expect_text(got(in, 7, FIELD_DOB), "2020-02-29");
	expect_text(got(in, 6, FIELD_DOB), "");
	expect(said(in, DOC_ERROR, 11, "month first") != NULL);
	in = of(t, "messy/x01_1904_date_system.xlsx");
	expect_int(in->rows, 5);
	expect_text(got(in, 0, FIELD_DOB), "2021-11-18");
	in = typed_in(t, "UPN,Surname,Forename,DOB\nF999234525001,A,B,1/18/15\nV999234525002,C,D,01/02/2015\n");
	expect(in->stopped);
	expect_text(said(in, DOC_QUESTION, 2, "month first")->key, "dates:dob");
}

TEST(messy_upns_are_mended_or_named)
{
	static const char *const WANT[] = { "F999234525001", "V999234525002", "", "", "A999234525005", "", "", "", "",
		"E999234525010" };
	struct intake *in = of(t, "messy/m30_upn_problems.csv");

	for (int i = 0; i < 10; i++)
		expect_text(got(in, i, FIELD_UPN), WANT[i]);
	expect_int(in->rejected, 4);
	expect(said(in, DOC_ERROR, 10, "letter O") != NULL);
	expect(said(in, DOC_WARNING, 6, "first letter") != NULL);
	in = of(t, "messy/m27_zero_width_and_nbsp.csv");
	expect_text(got(in, 0, FIELD_UPN), "F999234525001");
	expect_text(got(in, 0, FIELD_SURNAME), "Pemberton");
	expect_text(got(in, 0, FIELD_FORENAME), "Sienna");
}

TEST(words_for_sen_status_become_codes_or_questions)
{
	json_t *all = expected(t, "messy/expected.json");
	json_t *want = json_object_get(json_object_get(all, "m18_sen_status_variants.csv"), "expected");
	struct intake *in = of(t, "messy/m18_sen_status_variants.csv");

	for (int i = 0; i < (int)json_array_size(want); i++) {
		const char *w = json_string_value(json_array_get(want, (size_t)i));

		if (strlen(w) == 1 && *w != '?')
			expect_text(got(in, i, FIELD_SEN_STATUS), w);
		else if (strcmp(w, "N+monitoring") == 0)
			expect_text(got(in, i, FIELD_SEN_STAGE), "monitoring");
		else
			expect_text(got(in, i, FIELD_SEN_STATUS), "");
	}
	expect(said(in, DOC_QUESTION, -1, "Statement") != NULL);
	expect(said(in, DOC_QUESTION, -1, "EHCNA") != NULL);
	expect(!in->stopped);
	json_decref(all);
}

TEST(words_for_needs_become_codes_or_questions)
{
	json_t *all = expected(t, "messy/expected.json");
	json_t *want = json_object_get(json_object_get(all, "m17_need_free_text.csv"), "expected");
	struct intake *in = of(t, "messy/m17_need_free_text.csv");

	for (int i = 0; i < (int)json_array_size(want); i++) {
		const struct intake_row *r = &in->table[0].row[i];
		json_t *codes = json_array_get(want, (size_t)i);

		expect_int(r->needs, json_array_size(codes));
		for (int n = 0; n < r->needs; n++) {
			const char *w = json_string_value(json_array_get(codes, (size_t)n));

			expect_text(r->need[n].code ? r->need[n].code : "?", *w == '?' ? "?" : w);
		}
	}
	json_decref(all);
}

TEST(null_words_are_no_values)
{
	struct intake *in = of(t, "messy/m08_null_words.csv");

	expect_int(count_in(in->status, in->statuses, "K"), 2);
	expect_int(count_in(in->status, in->statuses, "N"), 0);
	expect_int(in->needs, 0);
	expect(said(in, DOC_QUESTION, 0, "8 pupils have no SEN status") != NULL);
}

TEST(the_same_pupil_twice_is_told)
{
	struct intake *in = of(t, "messy/m12_duplicate_pupils.csv");
	int repeats = 0;

	for (int i = 0; i < in->table[0].rows; i++)
		repeats += in->table[0].row[i].repeat;
	expect_int(repeats, 4);
	expect(said(in, DOC_ERROR, 15, "Rows 6 and 15") != NULL);
	expect_int(in->rejected, 2);
}

TEST(two_columns_for_one_fact_are_asked)
{
	struct intake *in = of(t, "messy/m11_duplicate_headers.csv");
	const struct intake_answer answers[] = { { "column:2", "surname" }, { "column:3", "forename" }, { "column:6", "need_1" } };

	expect(in->stopped);
	expect(said(in, DOC_QUESTION, 1, "Columns 2") != NULL);
	in = with(t, load(t, "messy/m11_duplicate_headers.csv"), answers, 3);
	expect(!in->stopped);
	expect_text(got(in, 0, FIELD_FORENAME), "Sienna");
	expect_int(count_in(in->need, in->needs, "SLCN"), 1);
}

TEST(damaged_rows_are_named_and_the_others_stay)
{
	struct intake *in = of(t, "messy/m15_ragged_rows.csv");

	expect_int(in->rejected, 2);
	expect(said(in, DOC_ERROR, 5, "2 cells") != NULL);
	expect(said(in, DOC_ERROR, 6, "cells") != NULL);
	in = of(t, "messy/m16_lost_leading_zeros_and_scientific.csv");
	expect_int(in->rejected, 0);
	expect_text(got(in, 0, FIELD_ULN), "");
	expect_text(got(in, 0, FIELD_MIS_ID), "101");
	expect(said(in, DOC_WARNING, 2, "ULN") != NULL);
	in = of(t, "messy/m25_unclosed_quote.csv");
	expect(in->stopped);
	expect_int(in->rows, 4);
}

TEST(a_whole_name_is_split_at_its_comma_else_asked)
{
	const struct intake_answer answer = { "name:order", "forename-first" };
	struct intake *in = of(t, "messy/m29_name_in_one_column.csv");

	expect(in->stopped);
	expect_text(got(in, 0, FIELD_SURNAME), "Pemberton");
	in = with(t, load(t, "messy/m29_name_in_one_column.csv"), &answer, 1);
	expect(!in->stopped);
	expect_text(got(in, 5, FIELD_SURNAME), "Okonkwo");
	in = with(t, (struct doc_part){ "x", "Name,DOB,Class\nLotte van der Berg,2016-01-02,A\n", 46 }, &answer, 1);
	expect_text(got(in, 0, FIELD_SURNAME), "van der Berg");
}

TEST(attendance_is_a_fraction_only_if_all_of_it_is)
{
	struct intake *in = typed_in(t, "UPN,Attendance\nF999234525001,0.935\nV999234525002,1\n");

	expect_text(in->kind, "attendance");
	expect_text(got(in, 0, FIELD_ATTENDANCE_PCT), "93.5");
	expect_text(got(in, 1, FIELD_ATTENDANCE_PCT), "100");
	in = typed_in(t, "UPN,Attendance\nF999234525001,0.9%\nV999234525002,1\n");
	expect_text(got(in, 0, FIELD_ATTENDANCE_PCT), "0.9");
}

TEST(ages_and_money_have_one_form)
{
	struct intake *in = of(t, "mis/reading_assessments.csv");

	expect_text(got(in, 0, FIELD_READING_AGE), "61");
	expect_text(got(in, 0, FIELD_TEST_DATE), "2025-09-12");
	in = of(t, "mis/provision_map_export.csv");
	expect_text(got(in, 0, FIELD_HOURLY_COST), "1450");
	expect_text(got(in, 0, FIELD_START), "2026-01-05");
	expect_text(got(in, 0, FIELD_SURNAME), "Dunmore");
}

TEST(the_json_of_an_intake_holds_no_child)
{
	struct intake *in = of(t, "messy/m12_duplicate_pupils.csv");
	const char *text = intake_json(t->a, in, NULL);
	json_t *root = json_loads(text, 0, NULL);

	expect_stop(root != NULL);
	expect_int(json_integer_value(json_object_get(root, "rows")), 14);
	expect_int(json_integer_value(json_object_get(json_object_get(root, "pupils"), "rejected")), 2);
	expect(json_is_array(json_object_get(root, "messages")));
	expect_lacks(text, "Chukwu");
	expect_lacks(text, "M999234525005");
	json_decref(root);
}
