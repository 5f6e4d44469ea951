/* pdf_test.c - papers, read back by poppler and qpdf: what a screen reader gets, what is embedded, what is on how many pages. */
#include "doc/pdf.h"
#include "tests/paper.h"

static const struct pdf_about ABOUT = { .title = "Review of a plan", .author = "Ruth Okonkwo", .school = "Thistlewick High School",
	.foot = "Private: keep with the child\xE2\x80\x99s file", .made = "2026-11-22T08:40:00Z" };

static const char *LONG = "She reads with a ruler under the line and stops at each full stop to say what has happened so far, which "
	"has made the difference between a page and a chapter. Her teachers say the same in science and in history, though not yet "
	"in French, where the words are new twice over and the lines are closer together than anywhere else.";

static void long_paper(struct test *t, struct pdf *p)
{
	static const struct pdf_column COLUMNS[] = { { "Date", 1, false }, { "What was done", 4, false },
		{ "Words a minute", 1, true } };
	static const char *const ITEMS[] = { "First, sit near the front", "", "Second: show the card" };
	static const struct pdf_point POINTS[] = { { 0, 71, NULL }, { 14, 78, NULL }, { 28, 77, "Absent a week" }, { 42, 90, NULL },
		{ 60, 98, NULL } };
	static const struct pdf_point AIM[] = { { 0, 71, NULL }, { 80, 110, NULL } },
		STARTS[] = { { 20, 0, "Paired reading began" } };
	static const struct pdf_bar BARS[] = { { "Reading", 12, NULL }, { "Speech, language and communication", 5, "5 of 17" } };
	const struct pdf_graph g = { .alt = "Words read in a minute rose from 71 to 98, above the aim.", .title = "Reading aloud",
		.x_title = "School days", .y_title = "Words in a minute", .points = POINTS, .n = 5, .aim = AIM, .aims = 2,
		.marks = STARTS, .mark_count = 1 };

	pdf_heading(p, 1, "Review of Kai\xE2\x80\x99s plan");
	pdf_facts(p, (const char *const[]){ "Name", "Kai Whitlock", "Left out", "", "Year", "8" }, 3);
	pdf_heading(p, 2, "What was agreed");
	pdf_labelled(p, "By whom:", "his mother, Mrs Okonkwo and Kai");
	pdf_list(p, ITEMS, 3, true);
	pdf_list(p, ITEMS, 3, false);
	pdf_boxed(p, "If it gets too much", "He shows the card.\nSomebody comes to him.");
	pdf_graph(p, &g);
	pdf_bars(p, "Reading is the most usual need, then speech.", "Needs", BARS, 2);
	for (int i = 0; i < 9; i++)
		pdf_text(p, LONG);
	pdf_heading(p, 2, "What was done");
	pdf_table(p, "Sessions", COLUMNS, 3, true);
	for (int i = 0; i < 60; i++)
		pdf_row(p, (const char *const[]){ arena_printf(t->a, "Day %d", i + 1), i % 7 ? "Paired reading" : LONG,
			arena_printf(t->a, "%d", 70 + i) });
	pdf_table_end(p);
}

static const char *long_file(struct test *t, struct buf *b)
{
	struct pdf *p;

	*b = buf_new(t->a);
	expect_fine(pdf_begin(t->a, &ABOUT, &p));
	long_paper(t, p);
	expect_fine(pdf_end(p, b));
	return paper_keep(t, "long.pdf", b);
}

TEST(a_paper_is_whole_and_says_what_it_is)
{
	struct buf b;
	const char *path = long_file(t, &b), *info = SAYS("pdfinfo", path), *fonts;

	expect_has(SAYS("qpdf", "--check", path), "No syntax or stream encoding errors");
	expect_has(info, "Title:           Review of a plan");
	expect_has(info, "Author:          Ruth Okonkwo");
	expect_has(info, "Producer:        OpenSENCO");
	expect_has(info, "Tagged:          yes");
	expect_has(info, "Metadata Stream: yes");
	expect_has(info, "A4");
	fonts = SAYS("pdffonts", path);
	expect_has(fonts, "LiberationSans");
	expect_lacks(fonts, " no  no");
	info = SAYS("qpdf", "--json", "--json-key=qpdf", path);
	expect_has(info, "\"/Lang\": \"u:en-GB\"");
	expect_has(info, "\"/DisplayDocTitle\": true");
	expect_has(info, "\"/Scope\": \"/Column\"");
	expect_has(info, "\"/Scope\": \"/Row\"");
	expect_has(info, "\"/ListNumbering\": \"/Decimal\"");
	expect_has(info, "u:Words read in a minute rose from 71 to 98, above the aim.");
	expect_lacks(info, "/Private");
	expect_lacks(SAYS("strings", path), "cairo");
}

TEST(a_screen_reader_gets_every_word_once_in_order)
{
	struct buf b;
	const char *path = long_file(t, &b), *tree = SAYS("pdfinfo", "-struct-text", path), *text = SAYS("pdftotext", "-layout",
		path, "-");

	expect_int(paper_times(tree, "TR"), 1 + 60 + 2);
	expect_int(paper_times(tree, "TH"), 3 + 60 + 2);
	expect_int(paper_times(tree, "\"Words a"), 1);
	expect_int(paper_times(text, "Words a"), 4); /* on paper the headings are on each page, and on the graph */
	expect_has(tree, "H1 (block)");
	expect_has(tree, "Figure");
	expect_has(tree, "LBody");
	expect_lacks(tree, "Page 1 of");
	expect_lacks(tree, "Left out");
	expect_has(text, "Page 1 of 5");
	expect_has(text, "Page 5 of 5");
	expect_int(paper_times(text, "Private: keep with the child\xE2\x80\x99s file"), 5);
	expect_int(paper_times(text, "which has made"), 18);
	expect(strstr(tree, "What was agreed") < strstr(tree, "First, sit near"));
	expect(strstr(tree, "First, sit near") < strstr(tree, "Day 1"));
}

TEST(a_paragraph_over_a_pages_end_is_one_paragraph)
{
	struct buf b = buf_new(t->a);
	struct pdf *p;
	const char *tree;

	expect_fine(pdf_begin(t->a, &ABOUT, &p));
	for (int i = 0; i < 11; i++)
		pdf_text(p, arena_printf(t->a, "%s %s", LONG, LONG));
	expect_int(pdf_pages(p), 2);
	expect_fine(pdf_end(p, &b));
	tree = SAYS("pdfinfo", "-struct-text", paper_keep(t, "two.pdf", &b));
	expect_int(paper_times(tree, "P (block)"), 11);
	expect_int(paper_times(tree, "French"), 22);
}

static const struct fault *make_long(struct arena *a, void *data, int i, struct buf *bytes)
{
	struct test inner = { .a = a };
	struct pdf *p;

	if (i == 5)
		return FAULT(a, FAULT_INVALID, "number %d is not to be had", *(int *)data);
	TRY(pdf_begin(a, &ABOUT, &p));
	long_paper(&inner, p);
	return pdf_end(p, bytes);
}

TEST(the_same_calls_give_the_same_bytes_on_every_thread)
{
	const struct fault *faults[12];
	struct buf bytes[12], alone;
	int five = 5;

	long_file(t, &alone);
	expect_fine(pdf_many(t->a, 12, 4, make_long, &five, bytes, faults));
	for (int i = 0; i < 12; i++) {
		if (i == 5)
			continue;
		expect_fine(faults[i]);
		expect_int(bytes[i].len, alone.len);
		expect(bytes[i].len == alone.len && memcmp(bytes[i].data, alone.data, alone.len) == 0);
	}
	expect_fault(faults[5], FAULT_INVALID);
	expect_has(faults[5]->text, "number 5");
	expect_int(bytes[5].len, 0);
}

TEST(any_script_and_any_sign_stands_as_it_was_written)
{
	static const char *const NAMES[] = { "Zo\xC3\xAB \xC5\x81ukaszewska", "\xD0\x9E\xD0\xBB\xD0\xB5\xD0\xBD\xD0\xB0",
		"<img src=x onerror=alert(1)> & <b>",
		")/JS(app.alert(1))/S/JavaScript", "/Private << /MCID 0 >> BDC", "\xCE\x95\xCE\xBB\xCE\xAD\xCE\xBD\xCE\xB7" };
	struct pdf_about about = { .title = ")/JS(app.alert(1))/S/JavaScript" };
	struct buf b = buf_new(t->a);
	struct pdf *p;
	const char *path, *text;

	expect_fine(pdf_begin(t->a, &about, &p));
	pdf_list(p, NAMES, 6, false);
	pdf_lang(p, "ar");
	pdf_text(p, "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7");
	pdf_lang(p, NULL);
	expect_int(pdf_unknown(p), 0);
	pdf_text(p, "\xF3\xB0\x80\x80"); /* a sign of private use */
	expect_int(pdf_unknown(p), 1);
	expect_fine(pdf_end(p, &b));
	path = paper_keep(t, "names.pdf", &b);
	text = SAYS("pdfinfo", "-struct-text", path);
	for (int i = 0; i < 6; i++)
		expect_has(text, NAMES[i]);
	text = SAYS("qpdf", "--json", "--json-key=qpdf", path);
	expect_lacks(text, "\"/JS\"");
	expect_has(text, "\"/Lang\": \"u:ar\"");
}

static void too_much(struct pdf *p, void *data)
{
	for (int i = 0; i < *(int *)data; i++)
		pdf_text(p, "One line.");
}

TEST(measuring_says_by_how_many_lines_a_box_is_too_long)
{
	struct pdf *p;
	struct buf b = buf_new(t->a);
	int four = 4, eight = 8;
	struct pdf_fit fit;

	expect_fine(pdf_begin(t->a, &ABOUT, &p));
	fit = pdf_measure(p, 200, 90, too_much, &four);
	expect_int(fit.lines_over, 0);
	expect(fit.height > 80 && fit.height < 90);
	fit = pdf_measure(p, 200, 90, too_much, &eight);
	expect_int(fit.lines_over, 6);
	pdf_frame(p, 54, 100, 200, 90);
	too_much(p, &four);
	expect(pdf_frame_end(p) < 90);
	expect_int(pdf_pages(p), 1);
	expect_fine(pdf_end(p, &b));
	expect_int(paper_times(SAYS("pdftotext", paper_keep(t, "box.pdf", &b), "-"), "One line."), 4);
}

TEST(large_print_has_no_small_letters)
{
	struct pdf_about about = ABOUT;
	struct buf b = buf_new(t->a);
	struct pdf *p;

	about.large = true;
	expect_fine(pdf_begin(t->a, &about, &p));
	long_paper(t, p);
	expect_fine(pdf_end(p, &b));
	paper_expect_size(t, paper_keep(t, "large.pdf", &b), 17.9);
}

/* What stands on the second page when so many lines stand before a table of five rows. */
static const char *second_page(struct test *t, int lines, int *pages)
{
	static const struct pdf_column COLUMNS[] = { { NULL, 1, false }, { NULL, 3, false } };
	struct buf b = buf_new(t->a);
	const char *path;
	struct pdf *p;

	expect_fine(pdf_begin(t->a, &ABOUT, &p));
	for (int i = 0; i < lines; i++)
		pdf_text(p, "A line");
	pdf_strong(p, "What follows");
	pdf_table(p, NULL, COLUMNS, 2, true);
	for (int i = 0; i < 5; i++)
		pdf_row(p, (const char *const[]){ arena_printf(t->a, "row-%d", i), "value" });
	pdf_table_end(p);
	*pages = pdf_pages(p);
	expect_fine(pdf_end(p, &b));
	path = paper_keep(t, "table.pdf", &b);
	return *pages > 1 ? SAYS("pdftotext", "-f", "2", path, "-") : "";
}

TEST(no_row_and_no_name_of_a_table_is_left_alone_on_a_page)
{
	int split = 0, pages;

	for (int lines = 26; lines < 38; lines++) {
		const char *second = second_page(t, lines, &pages);
		int rows = paper_times(second, "row-");

		expect(rows != 1 && rows != 4);
		expect((rows == 5) == (strstr(second, "What follows") != NULL));
		split += rows > 1 && rows < 5;
	}
	expect(split > 0);
}

TEST(lines_of_one_cell_are_not_read_as_one_word)
{
	struct buf b = buf_new(t->a);
	struct pdf *p;
	const char *read;

	expect_fine(pdf_begin(t->a, &ABOUT, &p));
	pdf_subject(p, "Two lines");
	pdf_facts(p, (const char *const[]){ "Address", "School Lane\nThistlewick", "Kept", "yes" }, 2);
	pdf_lines(p, "What I want to say", 2);
	expect_fine(pdf_end(p, &b));
	read = SAYS("pdfinfo", "-struct-text", paper_keep(t, "lines.pdf", &b));
	expect_has(read, "School Lane Thistlewick");
	expect_has(read, "H1 (block)\n    \"Two lines\"");
	expect_int(paper_times(read, "Table"), 1);
}
