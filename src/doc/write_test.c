/* write_test.c - what goes out is inert, and the same when it comes in again. */
#include "doc/out.h"
#include "doc/write.h"
#include "tests/test.h"

static struct doc *read_back(struct test *t, const struct buf *b)
{
	struct doc_part p = { "back", buf_text(b), b->len };
	struct doc *d = NULL;

	expect_fine(doc_read(t->a, &p, 1, &d));
	return d;
}

static const char *const ODD[] = { "=1+1", "+Jones", "-Smith", "@Lee", "\t=1", " =cmd|' /C calc'!A0", "'=kept", "''+kept",
	"plain", "-5",
	"+44 7700 900123", "3.25", "\xEF\xBC\x9D" "1+1", "a \"quoted\" word, with comma", "two\nlines", "00123", "1E5", "'t "
	"Hooft", "-", "=",
	"+", "12 - 14", "\xC2\xA0=1", "+4", "(0)20 7946 0000", "_x0041_ stays", "" };
enum { ODDS = sizeof ODD / sizeof *ODD };

TEST(text_that_a_spreadsheet_would_run_is_guarded_and_comes_back_as_it_was)
{
	struct buf b = buf_new(t->a);
	struct doc *d;

	csv_bom(&b);
	csv_row(&b, (const char *[]){ "one", "two" }, 2);
	for (int i = 0; i < ODDS; i++)
		csv_row(&b, (const char *[]){ ODD[i], "x" }, 2);
	d = read_back(t, &b);
	expect_text(d->encoding, "UTF-8 with BOM");
	expect_int(d->sheet[0].rows, ODDS + 1);
	for (int i = 0; i < ODDS; i++) {
		expect_text(csv_unguard(sheet_cell(&d->sheet[0], i + 1, 0)), ODD[i]);
		expect(sheet_cell(&d->sheet[0], i + 1, 0)[0] != '=');
	}
}

TEST(numbers_and_telephone_numbers_are_not_guarded)
{
	expect(!csv_dangerous("-5"));
	expect(!csv_dangerous("+44 7700 900123"));
	expect(!csv_dangerous("-3.25"));
	expect(!csv_dangerous("O'Neil"));
	expect(csv_dangerous("=A1"));
	expect(csv_dangerous("-5+1"));
	expect(csv_dangerous("  @SUM(1)"));
}

TEST(a_workbook_holds_text_as_text_and_dates_as_dates)
{
	static const struct xlsx_column COLUMNS[] = { { "Name", XLSX_TEXT, 30 }, { "Seen", XLSX_DATE, 0 }, { "Hours",
		XLSX_NUMBER, 0 } };
	struct buf b = buf_new(t->a);
	struct doc *d;
	struct xlsx *x;

	expect_fine(xlsx_begin(t->a, "SEN register: [Thistlewick] / all & more", COLUMNS, 3, &x));
	for (int i = 0; i < ODDS; i++)
		xlsx_row(x, (const char *[]){ ODD[i], "2026-11-22", "2.5" });
	xlsx_row(x, (const char *[]){ "last", "not a date", "00123" });
	expect_fine(xlsx_end(x, &b));
	d = read_back(t, &b);
	expect(!d->stopped);
	expect_int(d->sheet[0].rows, ODDS + 2);
	for (int i = 0; i < ODDS; i++) {
		expect_text(sheet_cell(&d->sheet[0], i + 1, 0), ODD[i]);
		expect_text(sheet_cell(&d->sheet[0], i + 1, 1), "2026-11-22");
		expect_int(d->sheet[0].row[i + 1].cell[1].kind, CELL_DATE);
		expect_text(sheet_cell(&d->sheet[0], i + 1, 2), "2.5");
	}
	expect_text(sheet_cell(&d->sheet[0], ODDS + 1, 1), "not a date");
	expect_text(sheet_cell(&d->sheet[0], ODDS + 1, 2), "00123");
	expect_int(d->sheet[0].row[ODDS + 1].cell[2].kind, CELL_TEXT);
}

TEST(a_workbook_never_closed_is_given_back)
{
	struct arena *a = arena_new((size_t)1 << 24);
	struct xlsx *x;

	expect_fine(xlsx_begin(a, "left", (const struct xlsx_column[]){ { "Name", XLSX_TEXT, 0 } }, 1, &x));
	xlsx_row(x, (const char *[]){ "one" });
	arena_free(a);
}
