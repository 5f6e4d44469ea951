/* docx_test.c - templates filled in the cage, opened again by LibreOffice; hostile ones refused with words. */
#include "doc/cage.h"
#include "doc/docx.h"
#include "doc/pdf.h"
#include "doc/zip_write.h"
#include "tests/paper.h"

#define W "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
	"xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><w:body>"
#define END "<w:sectPr/></w:body></w:document>"
#define SDT(tag, inside) "<w:sdt><w:sdtPr><w:tag w:val=\"" tag "\"/></w:sdtPr><w:sdtContent>" inside "</w:sdtContent></w:sdt>"
#define R(text) "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(inside) "<w:p>" inside "</w:p>"
#define TC(inside) "<w:tc><w:tcPr/>" inside "</w:tc>"
#define RELS_BEGIN "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

struct member {
	const char *name, *text;
};

/* A template of a body and, after it, whatever else is to stand in the file. */
static const char *template(struct test *t, const char *body, const struct member *more, int n, size_t *size)
{
	struct buf b = buf_new(t->a);
	struct zip_out *z;
	const struct member parts[] = {
		{ "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
			"Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default "
			"Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
			"ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml\"/></Types>" },
		{ "_rels/.rels", RELS_BEGIN "<Relationship Id=\"rId1\" "
			"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
			"Target=\"word/document.xml\"/></Relationships>" },
		{ "word/document.xml", body },
	};

	expect_fine(zip_out_new(t->a, &z));
	for (int i = 0; i < 3 + n; i++) {
		const struct member *m = i < 3 ? &parts[i] : &more[i - 3];

		zip_out_begin(z, m->name);
		zip_out_add(z, m->text, strlen(m->text));
	}
	expect_fine(zip_out_end(z, &b));
	*size = b.len;
	return b.data;
}

static struct docx_merged merged(struct test *t, const char *body, const struct docx_fill *fill)
{
	struct docx_merged m;
	size_t n;
	const char *bytes = template(t, body, NULL, 0, &n);

	expect_fine(docx_merge(t->a, bytes, n, fill, &m));
	if (m.refused)
		test_fail(t, __FILE__, __LINE__, "refused: %s", m.refused);
	expect_stop(!m.refused);
	return m;
}

static const char *body_of(struct test *t, const struct docx_merged *m)
{
	struct buf b = buf_new(t->a);

	buf_add_n(&b, m->bytes, m->n);
	return SAYS("unzip", "-p", paper_keep(t, "merged.docx", &b), "word/document.xml");
}

/* What LibreOffice reads in it. */
static const char *opened(struct test *t, const char *bytes, size_t n)
{
	struct buf b = buf_new(t->a);
	const char *path, *profile = arena_printf(t->a, "-env:UserInstallation=file://%s/office", t->dir);

	buf_add_n(&b, bytes, n);
	path = paper_keep(t, "letter.docx", &b);
	SAYS("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", t->dir, path);
	return SAYS("pdftotext", "-layout", arena_printf(t->a, "%s/letter.pdf", t->dir), "-");
}

static const char CHILD[] = W P(R("Dear ") SDT("parent", R("name"))) SDT("body", P(R("text"))) "<w:tbl><w:tblPr/><w:tr>"
	TC(P(R("What")))
	TC(P(R("Who"))) "</w:tr><w:tr>" TC(P(SDT("actions.what", R("x")))) TC(P(SDT("actions.who", R("y")))) "</w:tr></w:tbl>" END;
static const char *const COLUMNS[] = { "what", "who" };

TEST(a_templates_tags_are_listed_with_what_they_stand_in)
{
	struct docx_tags tags;
	size_t n;
	const char *bytes = template(t, CHILD, NULL, 0, &n);

	expect_fine(docx_tags(t->a, bytes, n, &tags));
	expect_stop(!tags.refused);
	expect_int(tags.n, 5);
	expect_text(tags.tag[0].tag, "parent");
	expect_text(tags.tag[2].tag, "actions");
	expect(tags.tag[2].list);
	expect_text(tags.tag[3].tag, "what");
	expect_text(tags.tag[3].inside, "actions");
}

TEST(values_fill_controls_and_are_text_whatever_they_say)
{
	static const char *const CELLS[] = { "Ring <b>her</b> & him", "Mrs \"O\"", "Second", "" };
	static const struct docx_value VALUES[] = { { "parent", "<w:p>]]></w:t>&amp; M\xC3\xBCller" },
		{ "body", "First line.\nSecond line." } };
	static const struct docx_list LISTS[] = { { "actions", COLUMNS, 2, CELLS, 2 } };
	static const struct docx_fill FILL = { VALUES, 2, LISTS, 1 };
	struct docx_merged m = merged(t, CHILD, &FILL);
	const char *xml = body_of(t, &m), *text;

	expect_int(m.missings, 0);
	expect_lacks(xml, "w:sdt");
	expect_has(xml, "<w:rPr><w:i/></w:rPr>");
	expect_int(paper_times(xml, "</w:tr>"), 3);
	expect_has(SAYS("unzip", "-p", arena_printf(t->a, "%s/merged.docx", t->dir), "*Content_Types*"), "document.main+xml");
	text = opened(t, m.bytes, m.n);
	expect_has(text, "Dear <w:p>]]></w:t>&amp; M\xC3\xBCller");
	expect_has(text, "First line.\n");
	expect_has(text, "Ring <b>her</b> & him");
	expect_has(text, "Mrs \"O\"");
	expect_int(m.blocks, 6);
	expect_int(m.block[4].kind, DOCX_ROW);
	expect_text(m.block[4].text, "Ring <b>her</b> & him\tMrs \"O\"");
}

TEST(a_repeating_section_is_set_once_a_row_and_no_rows_leave_no_table)
{
	static const char BODY[] = W "<w:tbl><w:tblPr/>"
		"<w:sdt><w:sdtPr><w:tag w:val=\"targets\"/><w15:repeatingSection/></w:sdtPr><w:sdtContent><w:sdt><w:sdtPr>"
		"<w15:repeatingSectionItem/></w:sdtPr><w:sdtContent><w:tr>"
		TC(P(SDT("what", R("x")))) TC(P(SDT("who", R("y")))) "</w:tr>"
		"</w:sdtContent></w:sdt></w:sdtContent></w:sdt></w:tbl>" P(R("After")) END;
	static const char *const CELLS[] = { "Reading", "Ms A", "Writing", "Ms B", "Asking", "Ms C" };
	struct docx_list list = { "targets", COLUMNS, 2, CELLS, 3 };
	struct docx_fill fill = { NULL, 0, &list, 1 };
	struct docx_merged m = merged(t, BODY, &fill);
	const char *xml = body_of(t, &m);

	expect_int(paper_times(xml, "</w:tr>"), 3);
	expect(strstr(xml, "Reading") < strstr(xml, "Ms A") && strstr(xml, "Ms A") < strstr(xml, "Writing"));
	expect_lacks(xml, "w:sdt");
	expect_has(opened(t, m.bytes, m.n), "Asking");
	list.rows = 0;
	m = merged(t, BODY, &fill);
	xml = body_of(t, &m);
	expect_lacks(xml, "w:tbl");
	expect_has(xml, "After");
}

TEST(what_nothing_was_given_for_is_told_and_left)
{
	static const struct docx_fill NONE = { 0 };
	struct docx_merged m = merged(t, CHILD, &NONE);

	expect_int(m.missings, 4);
	expect_text(m.missing[0], "parent");
	expect_text(m.missing[2], "actions.what");
	expect_has(body_of(t, &m), "w:val=\"parent\"");
}

static const char *refusal(struct test *t, const char *body, const char *name, const char *text)
{
	const struct member more = { name, text };
	static const struct docx_fill NONE = { 0 };
	struct docx_merged m;
	struct docx_tags tags;
	size_t n;
	const char *bytes = template(t, body, &more, name != NULL, &n);

	expect_fine(docx_merge(t->a, bytes, n, &NONE, &m));
	expect_fine(docx_tags(t->a, bytes, n, &tags));
	expect_text(m.refused, tags.refused);
	expect_int(m.n, 0);
	return m.refused ? m.refused : "(not refused)";
}

TEST(templates_that_could_do_harm_are_refused_in_words)
{
	struct buf deep = buf_new(t->a);
	const char *doctype = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" W P(R("&a;")) END;

	for (int i = 0; i < 5000; i++)
		buf_add(&deep, "<w:x>");
	expect_has(refusal(t, CHILD, "word/vbaProject.bin", "x"), "macros");
	expect_has(refusal(t, CHILD, "word/embeddings/oleObject1.bin", "x"), "embedded");
	expect_has(refusal(t, CHILD, "word/activeX/activeX1.xml", "x"), "embedded");
	expect_has(refusal(t, doctype, NULL, NULL), "an attack might");
	expect_has(refusal(t, buf_text(&deep), NULL, NULL), "damaged");
	expect_has(refusal(t, "<w:document", NULL, NULL), "damaged");
	expect_has(refusal(t, CHILD, "word/_rels/document.xml.rels",
		RELS_BEGIN "<Relationship Id=\"r\" Type=\"x/image\" TargetMode=\"External\" "
		"Target=\"http://e.example/x.png\"/></Relationships>"), "lies elsewhere");
	expect_has(refusal(t, CHILD, "word/_rels/document.xml.rels", RELS_BEGIN "<Relationship Id=\"r\" Type=\"x/image\" "
		"Target=\"file:///etc/passwd\"/></Relationships>"), "outside it");
	expect_has(refusal(t, CHILD, "../../x.xml", "<x/>"), "leads out of it");
}

TEST(what_is_no_word_file_is_refused_in_words)
{
	struct docx_tags tags;

	expect_fine(docx_tags(t->a, "%PDF-1.7 nothing", 16, &tags));
	expect_has(tags.refused, "damaged");
	expect_fine(docx_tags(t->a, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", 12, &tags));
	expect_has(tags.refused, "old Word file");
	expect_fine(docx_tags(t->a, "", 0, &tags));
	expect(tags.refused != NULL);
}

TEST(the_link_to_the_templates_template_is_taken_out)
{
	const struct member more[] = { { "word/_rels/settings.xml.rels",
		RELS_BEGIN "<Relationship Id=\"rId1\" Type=\"http://x/attachedTemplate\" "
		"TargetMode=\"External\" Target=\"file:///C:/head/Normal.dotm\"/></Relationships>" },
		{ "word/settings.xml", "<w:settings xmlns:w=\"w\"><w:attachedTemplate/><w:zoom/></w:settings>" } };
	static const struct docx_fill NONE = { 0 };
	struct buf b = buf_new(t->a);
	struct docx_merged m;
	size_t n;
	const char *bytes = template(t, CHILD, more, 2, &n), *path;

	expect_fine(docx_merge(t->a, bytes, n, &NONE, &m));
	expect_stop(!m.refused);
	buf_add_n(&b, m.bytes, m.n);
	path = paper_keep(t, "clean.docx", &b);
	expect_lacks(SAYS("unzip", "-p", path, "word/_rels/settings.xml.rels"), "head");
	expect_lacks(SAYS("unzip", "-p", path, "word/settings.xml"), "attachedTemplate");
}

TEST(the_houses_letter_holds_its_tags_and_opens_in_libreoffice)
{
	static const struct docx_value VALUES[] = { { "school_name", "Thistlewick High School" },
		{ "school_address", "1 High Street\nThistlewick" },
		{ "school_contact", "01234 567890" }, { "recipient", "Mrs J Whitlock\n2 Low Street" },
		{ "date", "22 November 2026" },
		{ "our_ref", "" }, { "salutation", "Dear Mrs Whitlock" }, { "subject", "An invitation to a review" },
		{ "body", "We would like to meet you.\nPlease ring us." }, { "closing", "Yours sincerely" },
		{ "signatory", "Ruth Okonkwo" },
		{ "role", "SENCO" } };
	static const struct docx_fill FILL = { VALUES, 12, NULL, 0 };
	struct buf b = buf_new(t->a), preview = buf_new(t->a);
	struct docx_tags tags;
	struct docx_merged m;
	struct pdf *p;
	const char *text;

	expect_fine(docx_letter(t->a, &b));
	expect_fine(docx_tags(t->a, b.data, b.len, &tags));
	expect_stop(!tags.refused);
	expect_int(tags.n, 12);
	expect_fine(docx_merge(t->a, b.data, b.len, &FILL, &m));
	expect_stop(!m.refused);
	expect_int(m.missings, 0);
	text = opened(t, m.bytes, m.n);
	for (int i = 0; i < 12; i++)
		expect_has(text, VALUES[i].text[0] ? arena_text_n(t->a, VALUES[i].text, strcspn(VALUES[i].text, "\n")) : "");
	expect_has(text, "Please ring us.");
	expect_fine(pdf_begin(t->a, &(struct pdf_about){ .title = "Preview" }, &p));
	docx_preview(p, &m);
	expect_fine(pdf_end(p, &preview));
	expect_has(SAYS("pdftotext", paper_keep(t, "preview.pdf", &preview), "-"), "An invitation to a review");
}

#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PART(name, kind) "<Override PartName=\"/word/" name "\" ContentType=\"application/vnd.openxmlformats-officedocument." \
	"wordprocessingml." kind "+xml\"/>"
#define NAMES " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

/* Points of a picture: one red one, as PNG. */
static const char PICTURE[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\2\0\0\0\x90wS\xde\0\0\0\fIDATx\x9c"
	"c\xf8\xcf\xc0\0\0\3\1\1\0\xc9\xfe\x92\xef\0\0\0\0IEND\xae" "B`\x82";

/* A school's paper as schools have it: a picture and fields in the header, a field in the footer, one in a table. */
static const char *school_paper(struct test *t, size_t *size)
{
	static const struct member PARTS[] = {
		{ "[Content_Types].xml", "<Types xmlns=\"" TYPES "\"><Default Extension=\"rels\" ContentType=\"application/vnd."
			"openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
			"<Default Extension=\"png\" ContentType=\"image/png\"/>" PART("document.xml", "document.main")
			PART("header1.xml", "header") PART("footer1.xml", "footer") "</Types>" },
		{ "_rels/.rels", RELS_BEGIN "<Relationship Id=\"rId1\" Type=\"" OFFICE "officeDocument\" "
		"Target=\"word/document.xml\"/>"
			"</Relationships>" },
		{ "word/_rels/document.xml.rels", RELS_BEGIN "<Relationship Id=\"rId2\" Type=\"" OFFICE "header\" "
		"Target=\"header1.xml\"/>"
			"<Relationship Id=\"rId3\" Type=\"" OFFICE "footer\" Target=\"footer1.xml\"/></Relationships>" },
		{ "word/_rels/header1.xml.rels", RELS_BEGIN "<Relationship Id=\"rId1\" Type=\"" OFFICE "image\" "
		"Target=\"media/crest.png\"/>"
			"</Relationships>" },
		{ "word/header1.xml", "<w:hdr" NAMES ">" P(R("At the head: ") SDT("school_name", R("school"))) "</w:hdr>" },
		{ "word/footer1.xml", "<w:ftr" NAMES ">" P(R("At the foot: ") SDT("school_contact", R("contact"))) "</w:ftr>" },
		{ "word/document.xml", "<w:document" NAMES "><w:body>" P(R("Dear ") SDT("salutation", R("name"))) SDT("body",
		P(R("text")))
			"<w:tbl><w:tblPr/><w:tr>" TC(P(R("Keyworker"))) TC(P(SDT("keyworker:name", R("x")))) "</w:tr></w:tbl>"
			"<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:footerReference w:type=\"default\" "
			"r:id=\"rId3\"/></w:sectPr></w:body></w:document>" },
	};
	struct buf b = buf_new(t->a);
	struct zip_out *z;

	expect_fine(zip_out_new(t->a, &z));
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
		zip_out_begin(z, PARTS[i].name);
		zip_out_add(z, PARTS[i].text, strlen(PARTS[i].text));
	}
	zip_out_begin(z, "word/media/crest.png");
	zip_out_add(z, PICTURE, sizeof PICTURE - 1);
	expect_fine(zip_out_end(z, &b));
	*size = b.len;
	return b.data;
}

TEST(a_schools_own_paper_keeps_header_footer_table_and_picture_and_takes_long_words_whole)
{
	struct buf body = buf_new(t->a);
	struct docx_value values[] = { { "school_name", "St Mary’s & St John’s" }, { "school_contact", "01234 567890 <office>" },
		{ "salutation", "Ms O’Brien-Łuczak" }, { "body", NULL }, { "keyworker:name", "\"Kit\" Mason" } };
	struct docx_fill fill = { values, 5, NULL, 0 };
	struct docx_merged m;
	struct buf kept = buf_new(t->a);
	const char *bytes, *text, *path;
	size_t n;

	for (int i = 0; i < 160; i++)
		buf_printf(&body, "Sentence %d says that five is < six & that he said “so”.\n", i);
	buf_add(&body, "The last words of all.");
	values[3].text = buf_text(&body);
	bytes = school_paper(t, &n);
	expect_fine(docx_merge(t->a, bytes, n, &fill, &m));
	expect_stop(!m.refused);
	expect_int(m.missings, 0);
	text = opened(t, m.bytes, m.n);
	expect_has(text, "At the head: St Mary’s & St John’s");
	expect_has(text, "At the foot: 01234 567890 <office>");
	expect_has(text, "Dear Ms O’Brien-Łuczak");
	expect_has(text, "\"Kit\" Mason");
	expect_has(text, "Sentence 159 says that five is < six & that he said “so”.");
	expect_has(text, "The last words of all.");
	expect(paper_times(text, "At the head:") >= 3); /* on each of its pages */
	buf_add_n(&kept, m.bytes, m.n);
	path = paper_keep(t, "paper.docx", &kept);
	expect_has(SAYS("unzip", "-l", path), "word/media/crest.png");
	expect_has(SAYS("unzip", "-t", path), "No errors");
}

TEST(a_document_written_here_opens_in_libreoffice)
{
	static const char *const ITEMS[] = { "One <thing>", "Another & more" }, *const HEADS[] = { "Date", "What" };
	static const char *const CELLS[] = { "1 May", "Met\nmother" };
	struct buf b = buf_new(t->a);
	struct docx *d;
	const char *text;

	expect_fine(docx_begin(t->a, "Minutes", "Private", &d));
	docx_heading(d, 1, "Minutes");
	docx_labelled(d, "Present:", "Ruth Okonkwo");
	docx_items(d, ITEMS, 2, true);
	docx_items(d, ITEMS, 2, false);
	docx_table(d, HEADS, 2);
	docx_row(d, CELLS);
	docx_table_end(d);
	expect_fine(docx_end(d, &b));
	text = opened(t, b.data, b.len);
	expect_has(text, "Present: Ruth Okonkwo");
	expect_has(text, "One <thing>");
	expect_has(text, "2.   Another & more");
	expect_has(text, "1 May");
	expect_has(text, "mother");
	expect_has(text, "Page 1");
}

TEST(the_keepers_worker_fills_templates_too)
{
	static const struct docx_value VALUES[] = { { "parent", "Ms A" } };
	static const struct docx_fill FILL = { VALUES, 1, NULL, 0 };
	struct docx_merged m;
	size_t n;
	const char *bytes = template(t, CHILD, NULL, 0, &n);

	expect_fine(cage_start(t->a));
	expect_fine(docx_merge(t->a, bytes, n, &FILL, &m));
	cage_stop();
	expect(!m.refused);
	expect_text(m.block[0].text, "Dear Ms A");
}
