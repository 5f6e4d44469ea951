/* intake_date_test.c - dates and headings one by one, without a file around them. */
#include "doc/intake_parts.h"
#include "tests/test.h"

TEST(dates_are_read_as_people_write_them)
{
	static const char *const SAME[] = { "2025-09-03", "2025-09-03T00:00:00Z", "2025-09-03 00:00:00", "20250903", "3/9/2025",
		"03/09/25", "3.9.2025",
		"3-9-2025", "3 Sep 2025", "03-Sep-25", "3 September 2025", "Wed 3 September 2025", "Tuesday 3 Sept 2025",
		"3rd September 2025", "September 3, 2025", "45903", "45903.0", "03/09/2025 09:15", "3rd of September 2025" };
	static const char *const BAD[] = { "", "31/02/2025", "13/13/2025", "00/00/0000", "2025", "3/9", "30 Feb 2025", "99999",
		"3/9/2025x", "1e999", "-3/9/2025", "3//9/2025", "0x10", "2025-9-31" };
	day d;

	for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++)
		if (date_read(SAME[i], false, false, day_of(2026, 11, 22), &d) != DATE_FINE || d != day_of(2025, 9, 3))
			test_fail(t, __FILE__, __LINE__, "%s was not read", SAME[i]);
	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
		if (date_read(BAD[i], false, false, day_of(2026, 11, 22), &d) == DATE_FINE)
			test_fail(t, __FILE__, __LINE__, "%s was read", BAD[i]);
	expect_int(date_read("9/13/2025", false, false, day_of(2026, 11, 22), &d), DATE_MONTH_FIRST);
	expect_int(date_read("9/13/2025", true, false, day_of(2026, 11, 22), &d), DATE_FINE);
}

TEST(headings_of_other_systems_are_known)
{
	static const struct { const char *heading; enum intake_field field; } HEADINGS[] = {
		{ "SEN Need Type 1", FIELD_NEED_1 }, { "SEND Category", FIELD_SEN_STATUS }, { "EHCP?", FIELD_EHCP }, { "Given "
			"Name", FIELD_FORENAME },
		{ "Chosen Forename", FIELD_PREFERRED_FORENAME }, { "Current SEN Status (Code)", FIELD_SEN_STATUS }, { "Pupil "
			"UPN", FIELD_UPN },
		{ "D.O.B.", FIELD_DOB }, { "NC Year Group", FIELD_YEAR }, { "student_date_of_birth", FIELD_DOB }, { "FSM Ever "
			"6", FIELD_EVER6 },
		{ "SENStage", FIELD_SEN_STATUS }, { "PrimarySENeedsType", FIELD_NEED_1 }, { "is_fsm6", FIELD_EVER6 }, { "Looked "
			"After Child?", FIELD_IN_CARE },
		{ "Attendance (%)", FIELD_ATTENDANCE_PCT }, { "DOB (dd/mm/yyyy)", FIELD_DOB }, { "Primary SEN Need Description",
			FIELD_NEED_1 },
		{ "House", FIELD_HOUSE }, { "Student Name", FIELD_FULL_NAME }, { "SEND Register Status", FIELD_SEN_STATUS },
		{ "legal_last_name", FIELD_SURNAME }, { "year_code", FIELD_YEAR }, { "sen_category", FIELD_SEN_STATUS },
			{ "Secondary Need", FIELD_NEED_2 },
	};
	struct work w = { .a = t->a };
	const struct kind_row *pupils = &INTAKE_KINDS[INTAKE_KIND_COUNT - 1];

	for (size_t i = 0; i < sizeof HEADINGS / sizeof *HEADINGS; i++) {
		enum intake_field f = heading_field(&w, HEADINGS[i].heading, pupils);

		if (f != HEADINGS[i].field)
			test_fail(t, __FILE__, __LINE__, "%s is %s, expected %s", HEADINGS[i].heading, INTAKE_FIELDS[f].name,
			          INTAKE_FIELDS[HEADINGS[i].field].name);
	}
}

TEST(words_for_status_and_needs_are_read_with_what_stands_around_them)
{
	static const struct { const char *words, *status; } STATUSES[] = {
		{ "K \xE2\x80\x93 SEN Support", "K" }, { "E - Education, Health and Care Plan", "E" }, { "SEN Support (K)", "K" },
		{ "SEN Support - Band B", "K" },
		{ "EHCP (final)", "E" }, { "EHCP requested", NULL }, { "No EHCP", NULL }, { "SEND Support", "K" },
		{ "N - No Special Educational Need", "N" },
		{ "EHCP ceased", NULL }, { "K: SEN Support", "K" }, { "Has EHCP", "E" }, { "Sen Support - K", "K" },
		{ "school action", NULL },
	};
	static const struct { const char *words, *code; } NEEDS[] = {
		{ "SEMH - anxiety", "SEMH" }, { "SpLD (Dyslexia)", "SPLD" }, { "ASC", "ASD" }, { "Autism Spectrum Condition (ASC)",
			"ASD" }, { "C&I", NULL },
		{ "Communication & Interaction", NULL }, { "anxiety", NULL }, { "Down's Syndrome", "DS" }, { "DLD", "SLCN" },
		{ "Hearing Impairment", "HI" },
		{ "Other Difficulty/Disability", "OTH" }, { "Multi-Sensory Impairment", "MSI" }, { "Dyspraxia", NULL },
		{ "Vision Impairment", "VI" },
		{ "SEN support but no specialist assessment of type of need", "NSA" }, { "Severe Learning Difficulty", "SLD" },
		{ "epilepsy", NULL },
		{ "Social, Emotional & Mental Health", "SEMH" }, { "Speech, Language & Communication Needs", "SLCN" },
		{ "behaviour", NULL },
	};
	struct intake in = { 0 };
	struct intake_options none = { 0 };
	struct work w = { .a = t->a, .in = &in, .options = &none };

	for (size_t i = 0; i < sizeof STATUSES / sizeof *STATUSES; i++) {
		const char *stage = NULL, *got = status_read(&w, FIELD_SEN_STATUS, STATUSES[i].words, 2, &stage);

		if (!got != !STATUSES[i].status || (got && strcmp(got, STATUSES[i].status) != 0))
			test_fail(t, __FILE__, __LINE__, "%s is %s", STATUSES[i].words, got ? got : "asked");
	}
	for (size_t i = 0; i < sizeof NEEDS / sizeof *NEEDS; i++) {
		const char *suggested, *got;
		bool sure;

		got = need_code(t->a, NEEDS[i].words, &suggested, &sure);
		if (!got != !NEEDS[i].code || (got && strcmp(got, NEEDS[i].code) != 0))
			test_fail(t, __FILE__, __LINE__, "%s is %s", NEEDS[i].words, got ? got : "asked");
	}
}
