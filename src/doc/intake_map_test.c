/* intake_map_test.c - no heading may mean two things in one kind of file, and files of systems that nobody has shown us are still
 * read. */
#include "doc/intake_parts.h"
#include "doc/zip_write.h"
#include "tests/test.h"

static struct intake *typed_in(struct test *t, const char *text)
{
	struct doc_part p = { "typed.csv", text, strlen(text) };
	struct intake_options options = { .today = day_of(2026, 11, 22), .in_process = true };
	struct intake *in;

	expect_fine(intake_read(t->a, &p, 1, &options, &in));
	return in;
}

static const char *got(const struct intake *in, enum intake_field f)
{
	const char *v = in->tables && in->table[0].rows ? intake_get(&in->table[0], &in->table[0].row[0], f) : NULL;

	return v ? v : "";
}

static bool listed(const char *list, const char *word, size_t n)
{
	for (const char *p = list, *end; *p; p = *end ? end + 1 : end) {
		end = strchrnul(p, '|');
		if ((size_t)(end - p) == n && memcmp(p, word, n) == 0)
			return true;
	}
	return false;
}

TEST(no_heading_means_two_things_in_one_vocabulary)
{
	for (int f = 1; f < FIELD_COUNT; f++)
		for (const char *p = INTAKE_FIELDS[f].headings, *end; *p; p = *end ? end + 1 : end) {
			end = strchrnul(p, '|');
			for (int g = f + 1; g < FIELD_COUNT; g++)
				if ((INTAKE_FIELDS[f].words & INTAKE_FIELDS[g].words) && listed(INTAKE_FIELDS[g].headings, p,
					(size_t)(end - p)))
					test_fail(t, __FILE__, __LINE__, "%.*s is %s and %s", (int)(end - p), p,
						INTAKE_FIELDS[f].name,
					          INTAKE_FIELDS[g].name);
		}
}

TEST(every_heading_is_written_as_it_is_compared)
{
	for (int f = 1; f < FIELD_COUNT; f++) {
		expect(INTAKE_FIELDS[f].name && *INTAKE_FIELDS[f].name && *INTAKE_FIELDS[f].label);
		for (const char *p = INTAKE_FIELDS[f].headings, *end; *p; p = *end ? end + 1 : end) {
			const char *word;

			end = strchrnul(p, '|');
			word = arena_text_n(t->a, p, (size_t)(end - p));
			expect_text(heading_norm(t->a, word), word);
		}
	}
}

/* Exports of systems we have no sample of, as their users describe them. */
TEST(exports_never_seen_before_are_read)
{
	static const struct { const char *file, *kind, *status, *need; } FILES[] = {
		{ "Integris report\nRun on 01/09/2026\n\n"
		  "UPN,Adm No,Surname,Forename,Known As,DOB,Gender,Year Grp,Reg Grp,SEN Stage,SEN Need 1,SEN Need 2,FSM?,PP?,LAC?\n"
		  "F999234525001,000101,Pemberton,Sienna,Sie,18/11/2021,F,N2,Acorns,SEN Support,SLCN,ASD,Y,N,N\n", "pupils",
		"K", "SLCN" },
		{ "unique pupil number;legal last name;legal first name;date of birth (dd/mm/yyyy);SEND Category;SEN Need Type "
			"1;EHCP?\n"
		  "F999234525001;Pemberton;Sienna;18/11/2021;EHCP;Autistic Spectrum Disorder;Yes\n", "pupils", "E", "ASD" },
		{ "School ID\tFamily Name\tGiven Name\tBirth Date\tYear Level\tTutor Group\tSEND Status\tPrimary Area of Need\n"
		  "7001\tPemberton\tSienna\t18-Nov-2021\t7\t7B\tK: SEN Support\tModerate Learning Difficulty\n", "pupils", "K",
		"MLD" },
		{ "upn,first_name,last_name,dob,year_code,sen_category,sen_needs,is_pp,is_fsm6,in_care\n"
		  "F999234525001,Sienna,Pemberton,2021-11-18,N2,E,\"ASD,SLCN\",true,false,false\n", "pupils", "E", "ASD" },
		{ "Student Name,UPN,Reg,Year,SEN Status,Type of Need,Key Worker,Strategies,Next Review Date,Outcomes\n"
		  "\"Pemberton, Sienna\",F999234525001,7B,Year 7,K,Dyslexia,Mr T,Coloured overlay,12/12/2026,Read more\n",
		"sen-register", "K", "SPLD" },
		{ "Pupil Name,UPN,EHCP,SEN Support,Need\n\"Pemberton, Sienna\",F999234525001,N,Y,Speech and language\n",
			"pupils", "K", "SLCN" },
		{ "Chosen Forename,Chosen Surname,Legal Forename,Legal Surname,UPN,SEN,SEN Type,Date of Birth\n"
		  "Sie,Pemberton,Sienna,Pemberton,F999234525001,K,Social Emotional and Mental Health,18/11/2021\n", "pupils",
		"K", "SEMH" },
	};

	for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
		struct intake *in = typed_in(t, FILES[i].file);
		int before = t->failed;

		expect(!in->stopped);
		expect_text(in->kind, FILES[i].kind);
		expect_int(in->rows, 1);
		expect_int(in->rejected, 0);
		expect_text(got(in, FIELD_SURNAME), "Pemberton");
		expect_text(got(in, FIELD_FORENAME), "Sienna");
		expect_text(got(in, FIELD_SEN_STATUS), FILES[i].status);
		expect(in->tables && in->table[0].rows && in->table[0].row[0].needs > 0);
		if (in->tables && in->table[0].rows && in->table[0].row[0].needs)
			expect_text(in->table[0].row[0].need[0].code, FILES[i].need);
		for (int m = 0; t->failed > before && m < in->messages; m++)
			printf("  file %zu: %s\n", i, in->message[m].text);
	}
}

TEST(other_tables_of_other_systems_are_known_by_their_headings)
{
	static const struct { const char *file, *kind; enum intake_field field; const char *value; } FILES[] = {
		{ "Staff Code,Title,Forename,Surname,Job Title,Email\nTSA,Ms,Terry,Sample,Teacher,t@example.org\n", "staff",
			FIELD_STAFF_CODE, "TSA" },
		{ "Name,Role,Work email\nTerry Sample,Class teacher,t@example.org\n", "staff", FIELD_STAFF_ROLE, "Class teacher" },
		{ "Class,Teacher,Subject\n7B/En,Ms T Sample,English\n", "teaching", FIELD_TEACHER, "Ms T Sample" },
		{ "UPN,Student,Teaching Group,Subject,Teacher\nF999234525001,\"P, S\",7B/En,English,TSA\n", "teaching",
			FIELD_CLASS_NAME, "7B/En" },
		{ "Student,UPN,Parent/Carer Name,Relationship to Student,Mobile Phone,Email Address,Legal Responsibility?\n"
		  "\"P, S\",F999234525001,Aisha P,Mother,07700900674,a@example.org,Yes\n", "contacts", FIELD_CONTACT_MOBILE,
		"07700900674" },
		{ "Pupil,UPN,Sessions Possible,Sessions Attended,Percentage Attendance\n\"P, S\",F999234525001,184,172,93.48\n",
			"attendance",
		  FIELD_ATTENDANCE_PCT, "93.48" },
		{ "UPN,Surname,Forename,Date Tested,Test Name,SAS,Reading Age\nF999234525001,P,S,12/09/2025,NGRT,89,8:06\n",
			"tests",
		  FIELD_STANDARDISED_SCORE, "89" },
		{ "Intervention,Pupil,UPN,Start,End,Frequency,Duration,Delivered by,Cost\nELSA,\"P, "
			"S\",F999234525001,01/09/2026,,2,30,EF,\xC2\xA3" "120\n",
		  "provisions", FIELD_COST, "12000" },
		{ "Term,Start date,End date\nAutumn,02/09/2026,18/12/2026\n", "term-dates", FIELD_TERM_END, "2026-12-18" },
		{ "Bank holiday,Date\nChristmas Day,25/12/2026\n", "bank-holidays", FIELD_HOLIDAY_DATE, "2026-12-25" },
	};

	for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
		struct intake *in = typed_in(t, FILES[i].file);
		int before = t->failed;

		expect(!in->stopped);
		expect_text(in->kind, FILES[i].kind);
		expect_text(got(in, FILES[i].field), FILES[i].value);
		for (int m = 0; t->failed > before && m < in->messages; m++)
			printf("  file %zu: %s\n", i, in->message[m].text);
	}
}

TEST(a_mapping_that_was_remembered_is_used)
{
	const struct intake_answer answer = { "heading:weirdcode", "sen_status" };
	struct intake_options options = { .today = day_of(2026, 11, 22), .in_process = true, .answer = &answer, .answers = 1 };
	const char *text = "UPN,Surname,Forename,Weird code\nF999234525001,P,S,K\nV999234525002,Q,T,sometimes\n";
	struct intake *in = typed_in(t, text);

	expect_text(got(in, FIELD_SEN_STATUS), "");
	expect_text(in->heading[3].field, "");
	expect_fine(intake_read(t->a, &(struct doc_part){ "x", text, strlen(text) }, 1, &options, &in));
	expect_text(got(in, FIELD_SEN_STATUS), "K");
}

static struct doc_part load(struct test *t, const char *path)
{
	FILE *f = fopen(arena_printf(t->a, "%s/%s", t->data, path), "rb");
	struct doc_part p = { path, "", 0 };
	char *bytes = arena_alloc(t->a, 1 << 20);

	expect_stop(f != NULL);
	p.n = fread(bytes, 1, 1 << 20, f);
	p.bytes = bytes;
	fclose(f);
	return p;
}

static struct intake *part(struct test *t, struct doc_part p)
{
	struct intake_options options = { .today = day_of(2026, 11, 22) }; /* in the cage */
	struct intake *in;

	expect_fine(intake_read(t->a, &p, 1, &options, &in));
	return in;
}

TEST(a_code_beside_its_description_is_one_fact)
{
	struct intake *in = typed_in(t, "UPN,Surname,Forename,SEN Status,SEN Status Description,Year,Year Group,Primary "
		"Need,Primary Need Code,Adno,"
		"Student ID\nF999234525001,P,S,K,SEN Support,7,Year 7,Speech and language,SLCN,000101,77\n");

	expect(!in->stopped);
	expect_text(got(in, FIELD_SEN_STATUS), "K");
	expect_text(got(in, FIELD_MIS_ID), "000101");
	expect_int(in->table[0].row[0].needs, 1);
	in = typed_in(t, "UPN,Surname,Forename,SEN Status,Current SEN\nF999234525001,P,S,K,E\n");
	expect(in->stopped);
}

TEST(schools_and_holidays_are_read)
{
	struct intake *in = part(t, load(t, "gias/establishments_2018_extract.csv"));

	expect_text(in->kind, "gias");
	expect_int(in->rows, 4);
	expect(!in->stopped);
	expect(*got(in, FIELD_URN) && *got(in, FIELD_SCHOOL_NAME) && *got(in, FIELD_POSTCODE));
	in = part(t, load(t, "gias/establishments_2024_example.csv"));
	expect_text(in->kind, "gias");
	expect_int(in->rows, 2);
	in = part(t, load(t, "bank_holidays/bank-holidays_2024-2027.json"));
	expect_text(in->kind, "bank-holidays");
	expect_int(in->table[0].kind, TABLE_HOLIDAYS);
	expect_text(got(in, FIELD_HOLIDAY_DATE), "2024-01-01");
	expect_text(got(in, FIELD_DIVISION), "england-and-wales");
}

TEST(transfer_files_packed_together_are_read_as_one)
{
	struct doc_part one = load(t, "samples/ctf/9992345_CTF_9994567_001.xml"), two = load(t,
		"samples/ctf/9992345_CTF_XXXXXXX_002.xml");
	struct buf b = buf_new(t->a);
	struct zip_out *z;
	struct intake *in;

	expect_fine(zip_out_new(t->a, &z));
	zip_out_begin(z, "one.xml");
	zip_out_add(z, one.bytes, one.n);
	zip_out_begin(z, "two.XML");
	zip_out_add(z, two.bytes, two.n);
	expect_fine(zip_out_end(z, &b));
	in = part(t, (struct doc_part){ "both.zip", b.data, b.len });
	expect_text(in->kind, "ctf");
	expect(!in->stopped);
	expect_int(in->rows, 13);
}

TEST(another_sheet_of_a_workbook_can_be_chosen)
{
	const struct intake_answer answer = { "sheet", "Staff" };
	struct intake_options options = { .today = day_of(2026, 11, 22), .answer = &answer, .answers = 1 };
	struct doc_part p = load(t, "samples/mis/sen_register.xlsx");
	struct intake *in;

	expect_fine(intake_read(t->a, &p, 1, &options, &in));
	expect_text(in->kind, "staff");
	expect(in->rows > 0);
}

TEST(headings_in_two_rows_are_read_together)
{
	struct intake *in = typed_in(t, "Legal,Legal,Date of,Unique,Reg,SEN,SEN\nSurname,Forename,Birth,Pupil "
		"No,Group,Status,Primary\nPemberton,Sienna,18/11/2021,F999234525001,Acorns,K,SLCN\n");

	expect_text(got(in, FIELD_UPN), "F999234525001");
	expect_text(got(in, FIELD_SEN_STATUS), "K");
	expect_text(got(in, FIELD_GROUP), "Acorns");
	expect_int(in->rows, 1);
	in = typed_in(t, "Pupil details,,,,Special needs,,\nSurname,Forename,DOB,UPN,Status,Need,Since\n"
		"Pemberton,Sienna,18/11/2021,F999234525001,E,ASD,01/09/2025\n");
	expect_text(got(in, FIELD_SEN_STATUS), "E");
	expect_text(got(in, FIELD_SEN_START), "2025-09-01");
	in = typed_in(t, "UPN,Surname,Forename,SEN,SEN,SEN\n,,,Status,Need 1,Need 2\nF999234525001,Pemberton,Sienna,K,SLCN,ASD\n");
	expect_text(got(in, FIELD_SEN_STATUS), "K");
	expect_int(in->table[0].row[0].needs, 2);
}

TEST(a_column_whose_values_say_what_it_is_is_taken_and_told)
{
	struct intake *in = typed_in(t, "UPN,Surname,Forename,Stage,Category\nF999234525001,P,S,SEN Support,Autism\n"
		"V999234525002,Q,T,EHCP,SLCN\n");

	expect_text(got(in, FIELD_SEN_STATUS), "K");
	expect(in->table[0].row[1].needs == 1);
	expect_text(in->heading[3].field, "sen_status");
	in = typed_in(t, "UPN,Surname,Forename,SEN,Needs\nF999234525001,P,S,K,Autism and Speech and Language\n");
	expect_int(in->table[0].row[0].needs, 2);
	in = typed_in(t, "UPN,Surname,Forename,Taster,Band\nF999234525001,P,S,N,N\nV999234525002,Q,T,N,Y\n");
	expect_text(in->heading[3].field, "");
}

TEST(lines_between_the_rows_are_no_children)
{
	struct intake *in = typed_in(t, "Surname,Forename,DOB,UPN,SEN\nClass: Acorns,,,,\nP,S,18/11/2021,F999234525001,K\n"
		"Class: Hazel,,,,\nQ,T,17/01/2022,V999234525002,N\n2 pupils,,,,1 SEN\nBoys,1,Girls,1,\n");

	expect_int(in->rows, 2);
	expect_int(in->rejected, 0);
}

TEST(every_contact_of_a_row_is_a_contact)
{
	struct intake *in = typed_in(t, "UPN,Surname,Forename,Contact 1 Name,Contact 1 Relationship,Contact 1 Telephone,Contact 2 "
		"Name,Contact 2 Mobile\nF999234525001,P,S,Mrs Ann Pemberton,Mother,01632 960101,\"Pemberton, Mr Bob\",07700 "
		"900111\n");
	const struct intake_table *c = intake_table(in, TABLE_CONTACTS);

	expect_text(in->kind, "contacts");
	expect_int(in->rows, 1);
	expect_stop(c && c->rows == 2);
	expect_text(intake_get(c, &c->row[0], FIELD_CONTACT_FORENAME), "Ann");
	expect_text(intake_get(c, &c->row[1], FIELD_CONTACT_SURNAME), "Pemberton");
	expect_text(intake_get(c, &c->row[1], FIELD_CONTACT_TITLE), "Mr");
	expect_text(intake_get(c, &c->row[1], FIELD_UPN), "F999234525001");
	in = typed_in(t, "UPN,Surname,Forename,DOB,SEN Status,Mother's name,Mother's mobile,Father's name\n"
		"F999234525001,P,S,18/11/2021,K,Ann Pemberton,07700 900111,Bob Pemberton\n");
	c = intake_table(in, TABLE_CONTACTS);
	expect_text(in->kind, "pupils");
	expect_stop(c && c->rows == 2);
	expect_text(intake_get(c, &c->row[1], FIELD_RELATIONSHIP), "Father");
	expect_int(c->row[1].pupil, 0);
}

TEST(one_file_of_a_roster_is_refused_with_the_remedy)
{
	struct intake *in = typed_in(t, "sourcedId,status,givenName,familyName,identifier\nstu-1,,Sienna,Pemberton,F999234525001\n");

	expect(in->stopped);
	expect(in->messages > 0 && strstr(in->message[0].text, "whole export"));
}
