/* doc_test.c - the readers: what comes out of each sample file, in this process and out of the cage. */
#include <dirent.h>
#include <unistd.h>

#include "base/buf.h"
#include "doc/cage.h"
#include "tests/test.h"

static struct doc_part load(struct test *t, const char *path)
{
	FILE *f = fopen(arena_printf(t->a, "%s/samples/%s", t->data, path), "rb");
	struct doc_part p = { path, "", 0 };
	char *bytes;
	long n;

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

static struct doc *caged(struct test *t, const char *path)
{
	struct doc_part p = load(t, path);
	struct doc *in, *out;

	expect_fine(doc_read(t->a, &p, 1, &in));
	expect_fine(doc_read_caged(t->a, &p, 1, &out));
	expect_int(out->stopped, in->stopped);
	expect_stop(out->sheets == in->sheets);
	expect_int(out->messages, in->messages);
	expect_text(out->encoding, in->encoding);
	for (int i = 0; i < in->sheets && i < out->sheets; i++)
		expect_int(out->sheet[i].rows, in->sheet[i].rows);
	return out;
}

TEST(a_csv_comes_out_as_rows_with_their_numbers)
{
	struct doc *d = caged(t, "messy/m09_title_blank_total_rows.csv");

	expect_int(d->format, DOC_CSV);
	expect_text(d->encoding, "UTF-8");
	expect_int(d->sheets, 1);
	expect_int(d->sheet[0].row[2].row, 4);
	expect_text(sheet_cell(&d->sheet[0], 2, 0), "UPN");
}

TEST(separators_and_encodings_are_found)
{
	static const struct { const char *file, *encoding, *first; } FILES[] = {
		{ "messy/m01_utf8_bom_crlf.csv", "UTF-8 with BOM", "UPN" }, { "messy/m02_utf16le_bom_tab.txt", "UTF-16LE with "
			"BOM", "UPN" },
		{ "messy/m03_cp1252_smart_quotes.csv", "windows-1252", "UPN" }, { "messy/m13_semicolon_delimited.csv", "UTF-8",
			"UPN" },
		{ "messy/m14_sep_hint.csv", "UTF-8", "UPN" }, { "messy/m22_cr_only_lines.csv", "UTF-8", "UPN" },
	};

	for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
		struct doc *d = caged(t, FILES[i].file);

		expect_text(d->encoding, FILES[i].encoding);
		expect_text(sheet_cell(&d->sheet[0], 0, 0), FILES[i].first);
		expect_int(d->sheet[0].columns, 7);
	}
}

TEST(smart_quotes_of_windows_become_unicode)
{
	struct doc *d = caged(t, "messy/m03_cp1252_smart_quotes.csv");

	expect_text(sheet_cell(&d->sheet[0], 1, 1), "O\xE2\x80\x99" "Brien");
	expect_text(sheet_cell(&d->sheet[0], 2, 1), "Smith\xE2\x80\x93Jones");
}

TEST(quoted_cells_hold_line_breaks_and_quotes)
{
	struct doc *d = caged(t, "messy/m07_embedded_newlines_quotes.csv");

	expect_int(d->sheet[0].rows, 4);
	expect_text(sheet_cell(&d->sheet[0], 1, 3), "Line one\nLine two, with comma\nand \"quoted\" words");
}

TEST(a_quote_never_closed_is_named_with_its_line)
{
	struct doc *d = caged(t, "messy/m25_unclosed_quote.csv");

	expect(d->stopped);
	expect_int(d->sheet[0].rows, 5);
	expect_int(d->message[0].row, 6);
	expect_has(d->message[0].text, "line 6");
}

TEST(nul_bytes_are_refused_with_the_line)
{
	struct doc *d = caged(t, "messy/m24_nul_bytes.csv");

	expect(d->stopped);
	expect_has(d->message[0].text, "Line 8");
}

TEST(hostile_files_are_refused_with_a_message)
{
	const char *folder = arena_printf(t->a, "%s/samples/ctf_hostile", t->data);
	DIR *dir = opendir(folder);
	struct dirent *e;
	int n = 0;

	expect_stop(dir != NULL);
	while ((e = readdir(dir))) {
		struct doc *d;

		if (e->d_name[0] == '.' || strcmp(e->d_name, "wrong_root_atfile.xml") == 0)
			continue;
		d = caged(t, arena_printf(t->a, "ctf_hostile/%s", e->d_name));
		if (!d->stopped || d->messages == 0 || strlen(d->message[d->messages - 1].text) < 20)
			test_fail(t, __FILE__, __LINE__, "%s was not refused", e->d_name);
		n++;
	}
	closedir(dir);
	expect_int(n, 9);
}

TEST(workbooks_give_dates_percentages_and_no_hidden_sheet)
{
	struct doc *d = caged(t, "mis/sen_register.xlsx");

	expect_int(d->format, DOC_XLSX);
	expect_int(d->sheets, 2);
	expect_text(d->sheet[0].name, "SEN Register");
	expect_int(d->sheet[0].row[1].row, 3);
	expect_text(sheet_cell(&d->sheet[0], 2, 3), "2022-01-17");
	expect_int(d->sheet[0].row[2].cell[3].kind, CELL_DATE);
	expect_text(sheet_cell(&d->sheet[0], 2, 7), "94.5652173913");
	expect_int(d->sheet[0].row[2].cell[7].kind, CELL_PERCENT);
	expect_text(sheet_cell(&d->sheet[0], 2, 8), "2026-03-12");
	d = caged(t, "messy/x01_1904_date_system.xlsx");
	expect_text(sheet_cell(&d->sheet[0], 1, 1), "2021-11-18");
}

TEST(other_systems_tables_become_sheets)
{
	struct doc *d = caged(t, "messy/m31_html_table_saved_as.xls");

	expect_int(d->format, DOC_HTML);
	expect_int(d->sheet[0].rows, 11);
	d = caged(t, "messy/m32_spreadsheetml_2003.xml");
	expect_int(d->format, DOC_SSML);
	expect_int(d->sheet[0].rows, 11);
	expect_text(sheet_cell(&d->sheet[0], 1, 3), "18/11/2021");
	d = caged(t, "messy/m33_sims_record_xml.xml");
	expect_int(d->format, DOC_RECORDS);
	expect_int(d->sheet[0].rows, 11);
	d = caged(t, "oneroster/oneroster_1.1.zip");
	expect_int(d->format, DOC_ONEROSTER);
	expect_int(doc_sheet(d, "users")->rows, 96);
}

TEST(a_transfer_file_gives_pupils_and_their_details)
{
	struct doc *d = caged(t, "ctf/9992345_CTF_9994567_001.xml");

	expect_int(d->format, DOC_CTF);
	expect_int(doc_sheet(d, "pupils")->rows, 13);
	expect_int(doc_sheet(d, "sen")->rows, 11);
	d = caged(t, "ctf/edge_cases_ctf19.xml");
	expect_int(doc_sheet(d, "pupils")->rows, 8);
	d = caged(t, "census/9992345_SC1_999LL26_001_spring2026.xml");
	expect_int(d->format, DOC_CENSUS);
	expect_int(doc_sheet(d, "pupils")->rows, 86);
}

static int opens_a_file(int in, int out)
{
	(void)in;
	return fopen("/etc/hostname", "r") ? (int)write(out, "open", 4) : 0;
}

static int takes_memory(int in, int out)
{
	(void)in;
	for (int i = 0; i < 64; i++)
		memset(malloc(16 << 20), 1, 16 << 20);
	return (int)write(out, "much", 4);
}

static int forks(int in, int out)
{
	(void)in;
	return fork() >= 0 ? (int)write(out, "fork", 4) : 0;
}

static int works(int in, int out)
{
	char got[8] = "";
	ssize_t n = read(in, got, sizeof got);

	return n > 0 && write(out, got, (size_t)n) == n ? 0 : 1;
}

TEST(the_cage_ends_a_worker_that_does_more_than_read)
{
#ifndef __SANITIZE_ADDRESS__
	int (*const bad[])(int, int) = { opens_a_file, takes_memory, forks };
	unsigned char *answer;
	size_t n;
	bool ended;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		expect_fine(cage_run(t->a, bad[i], "x", 1, &answer, &n, &ended));
		expect(!ended);
		expect_int(n, 0);
	}
	expect_fine(cage_run(t->a, works, "hello", 5, &answer, &n, &ended));
	expect(ended);
	expect_int(n, 5);
#endif
	(void)opens_a_file, (void)takes_memory, (void)forks, (void)works;
}

TEST(a_kept_cage_reads_as_well)
{
	struct doc_part p = load(t, "messy/m01_utf8_bom_crlf.csv");
	struct doc *d;

	expect_fine(cage_start(t->a));
	for (int i = 0; i < 6; i++) {
		expect_fine(doc_read_caged(t->a, &p, 1, &d));
		expect(!d->stopped);
		expect_int(d->sheet[0].rows, 11);
	}
	cage_stop();
}
