/* hostile_test.c - files made to do harm, or just broken (security.md section 5, classes F, C and M): each is refused with a
 * message that a SENCO understands, in the cage, and a good file still works afterwards. */
#include "doc/zip_write.h"
#include "doc/out.h"
#include "tests/test.h"

static struct doc *read_caged(struct test *t, const char *bytes, size_t n)
{
	struct doc_part p = { "file", bytes, n };
	struct doc *d = NULL;

	expect_fine(doc_read_caged(t->a, &p, 1, &d));
	return d;
}

static const char *last_words(const struct doc *d)
{
	return d->messages ? d->message[d->messages - 1].text : "";
}

static void expect_refused(struct test *t, const char *what, const char *bytes, size_t n, const char *part)
{
	struct doc *d = read_caged(t, bytes, n);

	if (!d->stopped || !strstr(last_words(d), part))
		test_fail(t, __FILE__, __LINE__, "%s: %s, \"%s\"", what, d->stopped ? "refused" : "taken", last_words(d));
}

static void refuse_text(struct test *t, const char *text, const char *part)
{
	expect_refused(t, text, text, strlen(text), part);
}

struct entry {
	const char *name, *text;
};

static struct buf zipped(struct test *t, const struct entry *e, int n)
{
	struct buf b = buf_new(t->a);
	struct zip_out *z;

	expect_fine(zip_out_new(t->a, &z));
	for (int i = 0; i < n; i++) {
		zip_out_begin(z, e[i].name);
		zip_out_add(z, e[i].text, strlen(e[i].text));
	}
	expect_fine(zip_out_end(z, &b));
	return b;
}

static void refuse_zip(struct test *t, const struct entry *e, int n, const char *part)
{
	struct buf b = zipped(t, e, n);

	expect_refused(t, e[n - 1].name, b.data, b.len, part);
}

#define BOOK "<workbook xmlns:r='r'><sheets><sheet name='One' sheetId='1' r:id='a'/></sheets></workbook>"
#define RELS "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>"
#define SHEET "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>UPN</t></is></c></row></sheetData></worksheet>"

TEST(xml_with_tricks_is_refused)
{
	refuse_text(t, "<?xml version='1.0'?><!DOCTYPE CTfile><CTfile/>", "DOCTYPE");
	refuse_text(t, "<!-- x --><!doctype CTfile [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><CTfile/>", "DOCTYPE");
	refuse_text(t, "<CTfile>&nbsp;</CTfile>", "line 1");
	refuse_text(t, "<CTfile a='1' a='2'/>", "line 1");
	refuse_text(t, "<x:CTfile/>", "line 1");
	refuse_text(t, "<CTfile></CTfile><CTfile></CTfile>", "line 1");
	refuse_text(t, "<CTfile></CTfile> junk", "line 1");
	refuse_text(t, "<CTfile><!-- never closed ", "line 1");
	refuse_text(t, "<?pi never closed ", "cut short");
	refuse_text(t, "</CTfile>", "not");
	refuse_text(t, "   \n ", "empty");
	refuse_text(t, "<?xml version=\"1.0\"?>", "no root");
	refuse_text(t, "<?xml version='1.0' encoding='UTF-7'?><CTfile/>", "encoding");
	refuse_text(t, "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>", "a picture");
	refuse_text(t, "<Message><Header><CollectionDetails><Collection>CIN</Collection></CollectionDetails></Header></Message>",
		"CIN");
	refuse_text(t, "<html><body>Your session has expired</body></html>", "web page");
	refuse_text(t, "{\"a\": 1}", "neither bank holidays");
	refuse_text(t, "{\"a\": [1,", "damaged");
}

TEST(very_deep_and_very_wide_xml_is_refused_in_time)
{
	struct buf deep = buf_new(t->a), wide = buf_new(t->a), name = buf_new(t->a), text = buf_new(t->a);

	for (int i = 0; i < 100000; i++)
		buf_add(&deep, "<a>");
	expect_refused(t, "deep", deep.data, deep.len, "not a kind of XML");
	deep.len = 0;
	buf_add(&deep, "<CTfile>");
	for (int i = 0; i < 100000; i++)
		buf_add(&deep, "<a>");
	expect_refused(t, "deep", deep.data, deep.len, "64 deep");
	buf_add(&wide, "<CTfile ");
	for (int i = 0; i < 100000; i++)
		buf_printf(&wide, "a%d='x' ", i);
	buf_add(&wide, "/>");
	expect_refused(t, "wide", wide.data, wide.len, "attributes");
	buf_add(&name, "<CTfile><");
	for (int i = 0; i < 1 << 20; i++)
		buf_add_c(&name, 'a');
	buf_add(&name, "/></CTfile>");
	expect_refused(t, "name", name.data, name.len, "too long");
	buf_add(&text, "<CTfile><Header><![CDATA[");
	for (int i = 0; i < 2 << 20; i++)
		buf_add_c(&text, 'a');
	buf_add(&text, "]]></Header></CTfile>");
	expect_refused(t, "text", text.data, text.len, "1 MB");
}

TEST(zips_with_tricks_are_refused)
{
	struct buf b;

	refuse_zip(t, (struct entry[]){ { "../x.csv", "a" } }, 1, "leads out");
	refuse_zip(t, (struct entry[]){ { "/etc/x.csv", "a" } }, 1, "leads out");
	refuse_zip(t, (struct entry[]){ { "a/../../x.csv", "a" } }, 1, "leads out");
	refuse_zip(t, (struct entry[]){ { "..\\x.csv", "a" } }, 1, "leads out");
	refuse_zip(t, (struct entry[]){ { "readme.txt", "a" } }, 1, "neither");
	b = zipped(t, (struct entry[]){ { "1.xml", "<CTfile/>" } }, 1);
	expect_refused(t, "cut", b.data, b.len - 10, "damaged");
	b.data[30] ^= 1;
	expect_refused(t, "names differ", b.data, b.len, "damaged");
	refuse_zip(t, (struct entry[]){ { "word/document.xml", "<a/>" } }, 1, "Word");
	refuse_zip(t, (struct entry[]){ { "mimetype", "x" }, { "content.xml", "<a/>" } }, 2, "OpenDocument");
}

TEST(workbooks_with_tricks_are_refused)
{
	static const struct entry GOOD[] = { { "xl/workbook.xml", BOOK }, { "xl/_rels/workbook.xml.rels", RELS },
		{ "xl/worksheets/sheet1.xml", SHEET } };
	struct entry e[4];
	struct buf b = zipped(t, GOOD, 3), big = buf_new(t->a);

	expect(!read_caged(t, b.data, b.len)->stopped);
	memcpy(e, GOOD, sizeof GOOD);
	e[3] = (struct entry){ "xl/vbaProject.bin", "x" };
	refuse_zip(t, e, 4, "macros");
	e[3] = (struct entry){ "xl/externalLinks/externalLink1.xml", "<a/>" };
	refuse_zip(t, e, 4, "linked");
	e[2].text = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet>&x;</worksheet>";
	refuse_zip(t, e, 3, "DOCTYPE");
	e[2].text = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>4294967295</v></c></row></sheetData></worksheet>";
	refuse_zip(t, e, 3, "not there");
	e[2].text = "<worksheet><sheetData><row r='1'>";
	refuse_zip(t, e, 3, "cut short");
	for (int i = 0; i < 4 << 20; i++)
		buf_add_c(&big, ' ');
	e[2].text = buf_text(&big);
	refuse_zip(t, e, 3, "times its size");
	refuse_zip(t, (struct entry[]){ { "xl/workbook.bin", "x" } }, 1, "binary workbook");
	refuse_zip(t, (struct entry[]){ { "EncryptionInfo", "x" } }, 1, "password");
}

TEST(a_formula_gives_its_last_value_and_rows_may_stand_in_any_order)
{
	static const struct entry BOOKS[] = { { "xl/workbook.xml", BOOK }, { "xl/_rels/workbook.xml.rels", RELS },
		{ "xl/worksheets/sheet1.xml",
			"<worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='9'><c r='B9' "
			"t='str'><f>WEBSERVICE(\"http://e\")</f><v>last</v></c>"
			"</row><row r='3'><c r='A3'><v>1</v></c></row><row r='3'><c "
			"r='A3'><v>2</v></c></row></sheetData></worksheet>" } };
	struct buf b = zipped(t, BOOKS, 3);
	struct doc *d = read_caged(t, b.data, b.len);

	expect(!d->stopped);
	expect_int(d->sheet[0].rows, 3);
	expect_text(sheet_cell(&d->sheet[0], 0, 1), "last");
	expect_int(d->sheet[0].row[0].row, 9);
}

TEST(other_kinds_of_files_are_refused_by_name)
{
	refuse_text(t, "%PDF-1.7 ...", "PDF");
	expect_refused(t, "xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ", 9, "save it as .xlsx");
	expect_refused(t, "gzip", "\x1F\x8B\x08 ", 4, "gzip");
	expect_refused(t, "png", "\x89PNG\r\n", 6, "picture");
	expect_refused(t, "empty zip", "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22, "empty");
	expect_refused(t, "nothing", "", 0, "empty");
	expect_refused(t, "nul", "UPN,Surname\nA,\0B\n", 17, "Line 2");
}

TEST(a_csv_that_is_broken_is_told_by_row_and_line)
{
	struct doc *d = read_caged(t, "a,b,c\n\"x\"y,1,2\nok,1,2\n", 22);
	struct buf b = buf_new(t->a);

	expect(!d->stopped);
	expect_int(d->message[0].row, 2);
	expect_int(d->sheet[0].rows, 2);
	buf_add(&b, "a,b\n");
	for (int i = 0; i < 5 << 20; i++)
		buf_add_c(&b, 'x');
	buf_add(&b, ",2\ngood,1\n");
	d = read_caged(t, b.data, b.len);
	expect(!d->stopped);
	expect_has(d->message[0].text, "1 MB");
	expect_int(d->sheet[0].rows, 2);
	b.len = 0;
	for (int i = 0; i < 100010; i++)
		buf_add(&b, "a,b\n");
	d = read_caged(t, b.data, b.len);
	expect(d->stopped);
	expect_has(last_words(d), "100000");
}
