/* docx_write.c - Word documents written here: a flow of headings, paragraphs, lists and tables, and the house's letter template.
 * Styles, parts and order are as Word writes them, no more than is needed. Text goes through text_out() and nowhere else. */
#include "doc/docx.h"
#include "doc/zip_write.h"

#define W_NS "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " \
	"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

enum { COLUMNS = 24, PAGE_TWIPS = 9638 }; /* between the margins, in twentieths of a point */

struct docx {
	struct arena *a;
	const char *title, *foot;
	struct buf body;
	int columns;
	int numbered;    /* numbered lists so far: each counts from 1 */
};

static const char TYPES[] = XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
	"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	"<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
	"<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
	"<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD_TYPE "numbering+xml\"/>"
	"<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD_TYPE "footer+xml\"/>"
	"<Override PartName=\"/docProps/core.xml\" "
	"ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

static const char RELS[] = XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" OFFICE "officeDocument\" Target=\"word/document.xml\"/>"
	"<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" "
	"Target=\"docProps/core.xml\"/></Relationships>";

static const char DOCUMENT_RELS[] = XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/>"
	"<Relationship Id=\"rId2\" Type=\"" OFFICE "numbering\" Target=\"numbering.xml\"/>"
	"<Relationship Id=\"rId3\" Type=\"" OFFICE "footer\" Target=\"footer1.xml\"/></Relationships>";

#define HEADING(n, size, before) "<w:style w:type=\"paragraph\" w:styleId=\"Heading" n "\"><w:name w:val=\"heading " n "\"/>" \
	"<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before=\"" before "\" " \
	"w:after=\"80\"/><w:outlineLvl w:val=\"" n "\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"" size "\"/></w:rPr></w:style>"

static const char STYLES[] = XML "<w:styles " W_NS "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" "
	"w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:lang "
	"w:val=\"en-GB\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" "
	"w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" "
	"w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>"
	HEADING("1", "36", "0") HEADING("2", "28", "280") HEADING("3", "24", "200")
	"<w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/><w:basedOn w:val=\"Normal\"/>"
	"<w:pPr><w:spacing w:after=\"60\"/></w:pPr></w:style></w:styles>";

static void text_out(struct buf *b, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text[i];
		bool none = c == 0xef && i + 2 < n && (unsigned char)text[i + 1] == 0xbf && (unsigned char)text[i + 2] >= 0xbe;

		if (none)
			i += 2;
		else if (c == '&')
			buf_add(b, "&amp;");
		else if (c == '<')
			buf_add(b, "&lt;");
		else if (c == '>')
			buf_add(b, "&gt;");
		else if (c == '"')
			buf_add(b, "&quot;");
		else if (c >= 0x20 || c == '\t')
			buf_add_c(b, (char)c);
	}
}

static void run(struct buf *b, const char *text, size_t n, bool bold)
{
	buf_printf(b, "<w:r>%s<w:t xml:space=\"preserve\">", bold ? "<w:rPr><w:b/></w:rPr>" : "");
	text_out(b, text, n);
	buf_add(b, "</w:t></w:r>");
}

/* A paragraph for each line; `shape` is what stands in pPr. */
static void paragraphs(struct buf *b, const char *shape, const char *label, const char *text, bool bold)
{
	const char *at = text ? text : "";

	do {
		size_t n = strcspn(at, "\n");

		buf_printf(b, "<w:p>%s%s%s", shape[0] ? "<w:pPr>" : "", shape, shape[0] ? "</w:pPr>" : "");
		if (label && label[0]) {
			run(b, label, strlen(label), true);
			run(b, " ", 1, false);
		}
		run(b, at, n, bold);
		buf_add(b, "</w:p>");
		label = NULL;
		at += n + (at[n] != 0);
	} while (*at);
}

const struct fault *docx_begin(struct arena *a, const char *title, const char *foot, struct docx **out)
{
	struct docx *d = arena_alloc(a, sizeof *d);

	d->a = a;
	d->title = title ? title : "";
	d->foot = foot ? foot : "";
	d->body = buf_new(a);
	*out = d;
	return NULL;
}

void docx_heading(struct docx *d, int level, const char *text)
{
	level = level < 1 ? 1 : level > 3 ? 3 : level;
	paragraphs(&d->body, arena_printf(d->a, "<w:pStyle w:val=\"Heading%d\"/>", level), NULL, text, false);
}

void docx_text(struct docx *d, const char *text)
{
	paragraphs(&d->body, "", NULL, text, false);
}

void docx_labelled(struct docx *d, const char *label, const char *text)
{
	if (text && text[0])
		paragraphs(&d->body, "", label, text, false);
}

void docx_items(struct docx *d, const char *const *items, int n, bool numbered)
{
	int list = numbered ? ++d->numbered + 1 : 1;

	for (int i = 0; i < n; i++)
		if (items[i] && items[i][0])
			paragraphs(&d->body, arena_printf(d->a,
				"<w:pStyle w:val=\"ListParagraph\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"%d\"/>"
				"</w:numPr>", list), NULL, items[i], false);
}

static void table_cells(struct docx *d, const char *const *cells, bool head)
{
	buf_printf(&d->body, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>", head ? "<w:tblHeader/>" : "");
	for (int i = 0; i < d->columns; i++) {
		buf_printf(&d->body, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>", PAGE_TWIPS / d->columns);
		paragraphs(&d->body, "<w:spacing w:after=\"40\"/>", NULL, cells[i], head);
		buf_add(&d->body, "</w:tc>");
	}
	buf_add(&d->body, "</w:tr>");
}

void docx_table(struct docx *d, const char *const *headings, int n)
{
	static const char *const SIDES[] = { "top", "bottom", "insideH" };

	d->columns = n > COLUMNS ? COLUMNS : n;
	buf_printf(&d->body, "<w:tbl><w:tblPr><w:tblW w:w=\"%d\" w:type=\"dxa\"/><w:tblBorders>", PAGE_TWIPS);
	for (int i = 0; i < 3; i++)
		buf_printf(&d->body, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"595959\"/>", SIDES[i]);
	buf_add(&d->body, "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
	for (int i = 0; i < d->columns; i++)
		buf_printf(&d->body, "<w:gridCol w:w=\"%d\"/>", PAGE_TWIPS / d->columns);
	buf_add(&d->body, "</w:tblGrid>");
	table_cells(d, headings, true);
}

void docx_row(struct docx *d, const char *const *cells)
{
	table_cells(d, cells, false);
}

void docx_table_end(struct docx *d)
{
	buf_add(&d->body, "</w:tbl><w:p/>");
}

static void add_numbering(struct docx *d, struct buf *b)
{
	buf_add(b, XML "<w:numbering " W_NS ">");
	for (int i = 0; i < 2; i++)
		buf_printf(b, "<w:abstractNum w:abstractNumId=\"%d\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
			"w:val=\"%s\"/><w:lvlText w:val=\"%s\"/><w:pPr><w:ind w:left=\"425\" "
			"w:hanging=\"425\"/></w:pPr></w:lvl></w:abstractNum>", i, i ? "decimal" : "bullet",
			i ? "%1." : "\xE2\x80\xA2");
	for (int i = 1; i <= d->numbered + 1; i++)
		buf_printf(b, "<w:num w:numId=\"%d\"><w:abstractNumId w:val=\"%d\"/>%s</w:num>", i, i > 1,
			i > 1 ? "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>" : "");
	buf_add(b, "</w:numbering>");
}

static void add_foot(struct docx *d, struct buf *b)
{
	buf_add(b, XML "<w:ftr " W_NS "><w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs></w:pPr>");
	run(b, d->foot, strlen(d->foot), false);
	buf_add(b, "<w:r><w:tab/><w:t xml:space=\"preserve\">Page </w:t></w:r><w:fldSimple w:instr=\" PAGE "
		"\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>");
}

static void add_core(struct docx *d, struct buf *b)
{
	buf_add(b, XML "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
		"xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
	text_out(b, d->title, strlen(d->title));
	buf_add(b, "</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>");
}

static void add_member(struct zip_out *z, const char *name, const char *bytes, size_t n)
{
	zip_out_begin(z, name);
	zip_out_add(z, bytes, n);
}

const struct fault *docx_end(struct docx *d, struct buf *bytes)
{
	struct buf part[4];
	struct zip_out *z;

	for (int i = 0; i < 4; i++)
		part[i] = buf_new(d->a);
	TRY(zip_out_new(d->a, &z));
	buf_add(&part[0], XML "<w:document " W_NS "><w:body>");
	buf_add_n(&part[0], buf_text(&d->body), d->body.len);
	buf_add(&part[0], "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" "
		"w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" "
		"w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
	add_numbering(d, &part[1]);
	add_foot(d, &part[2]);
	add_core(d, &part[3]);
	add_member(z, "[Content_Types].xml", TYPES, sizeof TYPES - 1);
	add_member(z, "_rels/.rels", RELS, sizeof RELS - 1);
	add_member(z, "word/document.xml", buf_text(&part[0]), part[0].len);
	add_member(z, "word/_rels/document.xml.rels", DOCUMENT_RELS, sizeof DOCUMENT_RELS - 1);
	add_member(z, "word/styles.xml", STYLES, sizeof STYLES - 1);
	add_member(z, "word/numbering.xml", buf_text(&part[1]), part[1].len);
	add_member(z, "word/footer1.xml", buf_text(&part[2]), part[2].len);
	add_member(z, "docProps/core.xml", buf_text(&part[3]), part[3].len);
	return zip_out_end(z, bytes);
}

/* A place in the letter: a control around a paragraph (or, `inside`, in one). */
static void place(struct docx *d, const char *tag, const char *title, const char *shape, const char *looks, bool inside)
{
	struct buf *b = &d->body;

	if (inside)
		buf_printf(b, "<w:p><w:pPr>%s</w:pPr>", shape);
	buf_printf(b, "<w:sdt><w:sdtPr><w:alias w:val=\"%s\"/><w:tag w:val=\"%s\"/>%s</w:sdtPr><w:sdtContent>", title, tag,
		inside ? "<w:text/>" : "");
	if (!inside)
		buf_printf(b, "<w:p><w:pPr>%s</w:pPr>", shape);
	buf_printf(b, "<w:r><w:rPr>%s</w:rPr><w:t>%s</w:t></w:r>", looks, title);
	if (!inside)
		buf_add(b, "</w:p>");
	buf_add(b, "</w:sdtContent></w:sdt>");
	if (inside)
		buf_add(b, "</w:p>");
}

const struct fault *docx_letter(struct arena *a, struct buf *bytes)
{
	static const char CLOSE[] = "<w:spacing w:after=\"0\"/>", APART[] = "<w:spacing w:before=\"240\" w:after=\"240\"/>";
	struct docx *d;

	TRY(docx_begin(a, "Letter", "", &d));
	place(d, "school_name", "School", "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>", "<w:b/><w:sz w:val=\"30\"/>", true);
	place(d, "school_address", "School's address", "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>", "", false);
	place(d, "school_contact", "Telephone and e-mail", "<w:spacing w:after=\"360\"/><w:jc w:val=\"right\"/>", "", true);
	place(d, "recipient", "Name and address, a line each", CLOSE, "", false);
	place(d, "date", "Date", "<w:spacing w:before=\"360\" w:after=\"60\"/>", "", true);
	place(d, "our_ref", "Our reference", CLOSE, "", false);
	place(d, "salutation", "Dear ...", APART, "", true);
	place(d, "subject", "What it is about", "", "<w:b/>", true);
	place(d, "body", "The letter, a paragraph a line", "", "", false);
	place(d, "closing", "Yours sincerely", "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"900\"/>", "", true);
	place(d, "signatory", "Who signs", CLOSE, "<w:b/>", true);
	place(d, "role", "Their role", "", "", true);
	return docx_end(d, bytes);
}
