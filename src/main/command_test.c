/* command_test.c - every command: what its help says, what it does when it is asked wrongly or finds no installation. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "main/command_rig.h"

TEST(every_command_explains_itself_with_an_example)
{
	for (int i = 0; i < COMMAND_COUNT; i++) {
		const struct command *c = &COMMANDS[i];
		char *text;
		size_t n;
		FILE *f = open_memstream(&text, &n);

		expect_int(command_explain(f, c), EXIT_FINE);
		fclose(f);
		expect_has(text, arena_printf(t->a, "opensenco %s", c->name));
		expect_has(text, arena_printf(t->a, "For example:\n  opensenco %s", c->name));
		expect(c->summary[strlen(c->summary) - 1] == '.');
		expect(!c->out || c->served);
		free(text);
		expect(command_find(c->name) == c);
	}
}

TEST(every_command_refuses_what_it_does_not_know_and_makes_nothing)
{
	const char *dir = arena_printf(t->a, "%s/none", t->dir), *out, *err;
	struct stat st;

	for (int i = 0; i < COMMAND_COUNT; i++) {
		const char *words[] = { COMMANDS[i].name, "--no-such-option" };

		if (rig_command(t, dir, false, words, 2, &out, &err) != EXIT_MISUSE)
			test_fail(t, __FILE__, __LINE__, "%s --no-such-option: not refused as asked wrongly", words[0]);
		expect(stat(dir, &st) != 0);
	}
}

TEST(every_command_that_acts_says_that_there_is_no_installation)
{
	const char *dir = arena_printf(t->a, "%s/none", t->dir), *out, *err;
	static const struct { const char *words[5]; int count; } ACTS[] = { { { "import", "x.csv" }, 2 },
		{ { "export", "need", "--out", "x.csv" }, 4 },
		{ { "register" }, 1 }, { { "due" }, 1 }, { { "user", "list" }, 2 }, { { "user", "close", "x" }, 3 },
		{ { "token", "x" }, 2 },
		{ { "audit", "verify" }, 2 }, { { "backup" }, 1 }, { { "copy", "elsewhere" }, 2 }, { { "migrate" }, 1 },
		{ { "serve" }, 1 },
		{ { "who-can", "x" }, 2 } };
	struct stat st;

	for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++) {
		if (rig_command(t, dir, false, ACTS[i].words, ACTS[i].count, &out, &err) != EXIT_BAD || !strstr(err, "init"))
			test_fail(t, __FILE__, __LINE__, "%s: \"%s\"", ACTS[i].words[0], err);
		expect(stat(dir, &st) != 0);
	}
}

/* ---- register and due ---- */

struct put { struct world w; const char *record, *pupil, *typed; };

static const struct fault *put_run(struct act *act, void *self)
{
	struct put *p = self;
	const struct record *r = record_find(act->house, p->record);
	struct row *pupil;
	const char *id;

	TRY(record_get(act, record_find(act->house, "pupil"), world_id(p->w, p->pupil), &pupil));
	return record_add(act, r, pupil, world_form(p->w, act->a, r, p->typed), &id);
}

static void put(struct world w, const char *record, const char *pupil, const char *typed)
{
	struct put p = { w, record, pupil, typed };
	struct test *t = w.t;

	expect_fine(world_do(w, put_run, &p));
}

static struct rig *with_register(struct test *t)
{
	struct world w = as(world_new(t), "senco");

	put(w, "register_status", "sam", "provision=K&from=2026-09-10&parents_told_on=2026-09-11&parents_told_how=phone");
	put(w, "need", "sam", "type=SPLD&rank=1&from=2026-09-10");
	put(w, "register_status", "ana", "provision=E&from=2026-10-01");
	return rig_new(w);
}

TEST_STORE(the_register_is_printed_as_at_a_day_and_as_known_on_one)
{
	struct rig *rig = with_register(t);
	const char *before = day_iso(t->a, day_today() - 1);

	expect_int(ASK(rig, "register", "--campus", "999001"), EXIT_FINE);
	expect_has(rig->out, "\"Whitlock\",\"Sam\",\"F999234525001\",\"8\",\"8R\",\"K\",\"SPLD\"");
	expect_has(rig->out, "Súilleabháin");
	expect_lacks(rig->out, "Arcy");
	expect_int(ASK(rig, "register", "--campus", "999001", "--as-at", "2026-09-20"), EXIT_FINE);
	expect_has(rig->out, "Whitlock");
	expect_lacks(rig->out, "Súilleabháin");
	expect_int(ASK(rig, "register", "--campus", "999001", "--as-at", "2026-09-09"), EXIT_FINE);
	expect_lacks(rig->out, "Whitlock");
	expect_int(ASK(rig, "register", "--campus", "999001", "--as-at", "2026-09-20", "--known-on", before), EXIT_FINE);
	expect_lacks(rig->out, "Whitlock");
}

TEST_STORE(the_register_takes_all_on_roll_and_one_school_alone)
{
	struct rig *rig = with_register(t);

	expect_int(ASK(rig, "register", "--campus", "999001", "--all"), EXIT_FINE);
	expect_has(rig->out, "Arcy");
	expect_lacks(rig->out, "Faraway");
	expect_int(ASK(rig, "register", "--campus", "Harrowgate Primary", "--all"), EXIT_FINE);
	expect_has(rig->out, "Faraway");
	expect_lacks(rig->out, "Whitlock");
	expect_int(ASK(rig, "register"), EXIT_BAD);
	expect_has(rig->err, "say which school with --campus");
}

TEST_STORE(the_register_goes_out_in_each_format_and_into_the_journal)
{
	struct rig *rig = with_register(t);
	const char *out = arena_printf(t->a, "%s/register.xlsx", t->dir);
	struct stat st;

	expect_int(ASK(rig, "register", "--campus", "999001", "--format", "json"), EXIT_FINE);
	expect(rig->out[0] == '{' || rig->out[0] == '[');
	expect_has(rig->out, "Whitlock");
	expect_int(ASK(rig, "register", "--campus", "999001", "--format", "xlsx", "--out", out), EXIT_FINE);
	expect_has(rig->out, "2 children written");
	expect(stat(out, &st) == 0 && (st.st_mode & 0777) == 0600 && st.st_size > 1000);
	expect_int(ASK(rig, "register", "--campus", "999001", "--format", "pdf"), EXIT_MISUSE);
	expect_int(ASK(rig, "register", "--campus", "999001", "--as-at", "yesterday"), EXIT_MISUSE);
	expect_int(ASK(rig, "register", "--campus", "999001", "--as", "teacher"), EXIT_BAD);
	expect_has(rig->err, "may not take the register out");
	expect_int(ASK(rig, "register", "--campus", "999001", "--as", "no.one"), EXIT_BAD);
	expect_has(rig->err, "nobody has the sign-in name no.one");
	expect_int(ASK(rig, "audit", "list"), EXIT_FINE);
	expect_has(rig->out, "export     register_status      (program)");
}

TEST_STORE(dates_are_listed_nearest_first_and_within_what_was_asked)
{
	struct rig *rig = with_register(t);
	const char *week = NULL;

	expect_int(ASK(rig, "due", "--campus", "999001"), EXIT_FINE);
	expect_has(rig->out, "Whitlock, Sam");
	expect_int(ASK(rig, "due", "--campus", "999001", "--json"), EXIT_FINE);
	expect_has(rig->out, "\"surname\":\"Whitlock\"");
	expect_has(rig->out, arena_printf(t->a, "{\"on\":\"%s\"", day_iso(t->a, day_today())));
	expect_int(ASK(rig, "due", "--campus", "999001", "--overdue"), EXIT_FINE);
	week = rig->out;
	expect_lacks(week, "in ");
	expect_int(ASK(rig, "due", "--campus", "Harrowgate Primary"), EXIT_FINE);
	expect_has(rig->out, "0 dates.");
	expect_int(ASK(rig, "due", "--campus", "999001", "--within", "many"), EXIT_MISUSE);
	expect_int(ASK(rig, "due", "--campus", "999001", "--as", "teacher"), EXIT_BAD);
	expect_int(ASK(rig, "audit", "list"), EXIT_FINE);
	expect_has(rig->out, "export     due");
}

static bool begins_with(struct test *t, const char *path, const char *with)
{
	char first[8] = "";
	FILE *f = fopen(path, "rb");

	expect_stop(f != NULL);
	expect_int(fread(first, 1, 4, f), 4);
	fclose(f);
	return strncmp(first, with, 4) == 0;
}

TEST_STORE(reports_are_written_as_files_and_into_the_journal)
{
	struct rig *rig = with_register(t);
	const char *pdf = arena_printf(t->a, "%s/report.pdf", t->dir), *xlsx = arena_printf(t->a, "%s/report.xlsx", t->dir);

	expect_int(ASK(rig, "report", "profiles", "--campus", "999001", "--out", pdf), EXIT_FINE);
	expect_has(rig->out, "2 of 2 profiles");
	expect(begins_with(t, pdf, "%PDF"));
	expect_int(ASK(rig, "report", "profiles", "--campus", "999001", "--pupil", "F999234525001", "--out", pdf), EXIT_FINE);
	expect_has(rig->out, "1 of 1 profiles");
	expect_int(ASK(rig, "report", "look-back", "--campus", "999001", "--when", "year", "--out", pdf), EXIT_FINE);
	expect(begins_with(t, pdf, "%PDF"));
	expect_int(ASK(rig, "report", "governors", "--campus", "999001", "--out", xlsx), EXIT_FINE);
	expect(begins_with(t, xlsx, "PK\003\004"));
	expect_int(ASK(rig, "report", "governors", "--campus", "999001", "--as", "governor", "--out", pdf), EXIT_FINE);
	expect_int(ASK(rig, "audit", "list"), EXIT_FINE);
	expect_has(rig->out, "export     plan");
}

TEST_STORE(a_report_is_refused_to_whom_it_is_not_for_and_when_asked_wrongly)
{
	struct rig *rig = with_register(t);
	const char *pdf = arena_printf(t->a, "%s/none.pdf", t->dir), *doc = arena_printf(t->a, "%s/none.docx", t->dir);
	struct stat st;

	expect_int(ASK(rig, "report", "look-back", "--campus", "999001", "--as", "teacher", "--out", pdf), EXIT_BAD);
	expect_has(rig->err, "may not take the school's figures");
	expect_int(ASK(rig, "report", "look-back", "--campus", "999001", "--as", "governor", "--out", pdf), EXIT_BAD);
	expect_int(ASK(rig, "report", "governors", "--campus", "999001", "--as", "teacher", "--out", pdf), EXIT_BAD);
	expect_int(ASK(rig, "report", "profiles", "--campus", "999001", "--as", "teacher", "--out", pdf), EXIT_BAD);
	expect_int(ASK(rig, "report", "governors", "--campus", "999001", "--out", doc), EXIT_MISUSE);
	expect_int(ASK(rig, "report", "governors", "--campus", "999001", "--when", "ever", "--out", pdf), EXIT_MISUSE);
	expect_int(ASK(rig, "report", "governors", "--campus", "999001"), EXIT_MISUSE);
	expect_int(ASK(rig, "report", "profiles", "--campus", "999001", "--pupil", "X999", "--out", pdf), EXIT_BAD);
	expect(stat(pdf, &st) != 0 && stat(doc, &st) != 0);
}
