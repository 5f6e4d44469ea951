/* xlsx_write.c - a workbook of one sheet, written row by row. Text is text whatever it looks like; nothing is ever a formula. Only
 * what is squeezed is held in memory, and nothing touches a disk. */
#include "doc/write.h"

#include "base/date.h"
#include "base/text.h"
#include "doc/zip_write.h"

struct xlsx {
	struct arena *a;
	struct zip_out *z;
	struct buf line;        /* the row being built */
	const char *title;
	const struct xlsx_column *column;
	int columns, row;
};

enum { STYLE_HEADING = 1, STYLE_DATE = 2, STYLE_TEXT = 3, LONGEST = 32000 };

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define KIND "application/vnd.openxmlformats-officedocument.spreadsheetml."

static const char TYPES[] = XML "<Types xmlns=\"" PACKAGE "content-types\">"
	"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	"<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	"<Override PartName=\"/xl/workbook.xml\" ContentType=\"" KIND "sheet.main+xml\"/>"
	"<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" KIND "worksheet+xml\"/>"
	"<Override PartName=\"/xl/styles.xml\" ContentType=\"" KIND "styles+xml\"/></Types>";

static const char RELS[] = XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

static const char BOOK_RELS[] = XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
	"<Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
	"<Relationship Id=\"rId2\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/></Relationships>";

static const char STYLES[] = XML "<styleSheet xmlns=\"" MAIN "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
	"formatCode=\"dd/mm/yyyy\"/></numFmts>"
	"<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name "
	"val=\"Calibri\"/></font></fonts>"
	"<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
	"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE8EDF2\"/></patternFill></fill></fills>"
	"<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
	"<border><left/><right/><top/><bottom style=\"medium\"/><diagonal/></border></borders>"
	"<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
	"<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
	"<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" "
	"applyBorder=\"1\" applyAlignment=\"1\">"
	"<alignment vertical=\"top\" wrapText=\"1\"/></xf>"
	"<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
	"<alignment horizontal=\"left\" vertical=\"top\"/></xf>"
	"<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
	"<alignment vertical=\"top\" wrapText=\"1\"/></xf></cellXfs></styleSheet>";

/* "_x0041_" in a text would be read as a letter: its underscore is spelt out. */
static bool looks_escaped(const char *p)
{
	return p[0] == '_' && p[1] == 'x' && strspn(p + 2, "0123456789abcdefABCDEF") >= 4 && p[6] == '_';
}

static void add_xml(struct buf *b, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (*p == '&')
			buf_add(b, "&amp;");
		else if (*p == '<')
			buf_add(b, "&lt;");
		else if (*p == '>')
			buf_add(b, "&gt;");
		else if (*p == '"')
			buf_add(b, "&quot;");
		else if (looks_escaped(p))
			buf_add(b, "_x005F_");
		else if (*p == '\r')
			buf_add(b, "&#13;");
		else if ((unsigned char)*p >= ' ' || *p == '\t' || *p == '\n')
			buf_add_c(b, *p);
	}
}

static void whole(struct xlsx *x, const char *name, const char *text)
{
	zip_out_begin(x->z, name);
	zip_out_add(x->z, text, strlen(text));
}

static void send_line(struct xlsx *x)
{
	zip_out_add(x->z, buf_text(&x->line), x->line.len);
	x->line.len = 0;
}

/* A sheet's name: at most 31 letters, none of []:*?/\ and apostrophe. */
static const char *sheet_name(struct arena *a, const char *title)
{
	char *name = arena_text(a, title);
	size_t n = 0, letters = 0;

	for (; name[n] && (letters < 31 || ((unsigned char)name[n] & 0xC0) == 0x80); n++) {
		if (strchr("[]:*?/\\'\t\r\n", name[n]))
			name[n] = ' ';
		letters += ((unsigned char)name[n] & 0xC0) != 0x80;
	}
	name[n] = 0;
	return text_blank(name) ? "Sheet 1" : name;
}

static void column_name(struct buf *b, int i)
{
	if (i >= 26)
		column_name(b, i / 26 - 1);
	buf_add_c(b, (char)('A' + i % 26));
}

static void open_cell(struct xlsx *x, int i, int style)
{
	buf_add(&x->line, "<c r=\"");
	column_name(&x->line, i);
	buf_printf(&x->line, "%d\"", x->row);
	if (style)
		buf_printf(&x->line, " s=\"%d\"", style);
}

static void text_cell(struct xlsx *x, int i, const char *text, int style)
{
	open_cell(x, i, style);
	buf_add(&x->line, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
	add_xml(&x->line, text_shorten(x->a, text, LONGEST)); /* Excel takes 32,767 letters a cell */
	buf_add(&x->line, "</t></is></c>");
}

static bool is_plain_number(const char *text)
{
	const char *p = text + (*text == '-');
	size_t n = strspn(p, "0123456789");

	if (n == 0 || n > 15 || (n > 1 && *p == '0'))
		return false;
	if (p[n] == '.' && p[n + 1])
		n += 1 + strspn(p + n + 1, "0123456789");
	return !p[n];
}

static void write_cell(struct xlsx *x, int i, const char *text)
{
	day d = x->column[i].type == XLSX_DATE ? day_parse(text) : DAY_NONE;

	if (d != DAY_NONE && d >= day_of(1900, 3, 1)) {
		open_cell(x, i, STYLE_DATE);
		buf_printf(&x->line, "><v>%d</v></c>", d + 25569);
	} else if (x->column[i].type == XLSX_NUMBER && is_plain_number(text)) {
		open_cell(x, i, 0);
		buf_printf(&x->line, "><v>%s</v></c>", text);
	} else {
		text_cell(x, i, text, STYLE_TEXT);
	}
}

void xlsx_row(struct xlsx *x, const char *const *cells)
{
	x->row++;
	buf_printf(&x->line, "<row r=\"%d\">", x->row);
	for (int i = 0; i < x->columns; i++)
		if (cells[i] && *cells[i])
			write_cell(x, i, cells[i]);
	buf_add(&x->line, "</row>");
	send_line(x);
}

static void begin_sheet(struct xlsx *x)
{
	zip_out_begin(x->z, "xl/worksheets/sheet1.xml");
	buf_add(&x->line, XML "<worksheet xmlns=\"" MAIN "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
		"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
		"state=\"frozen\"/>"
		"</sheetView></sheetViews><cols>");
	for (int i = 0; i < x->columns; i++) {
		int width = x->column[i].width ? x->column[i].width : (int)text_length(x->column[i].heading) + 3;

		buf_printf(&x->line, "<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>", i + 1, i + 1,
		           width < 10 ? 10 : width > 60 ? 60 : width);
	}
	buf_add(&x->line, "</cols><sheetData><row r=\"1\">");
	x->row = 1;
	for (int i = 0; i < x->columns; i++)
		text_cell(x, i, x->column[i].heading, STYLE_HEADING);
	buf_add(&x->line, "</row>");
	send_line(x);
}

const struct fault *xlsx_begin(struct arena *a, const char *title, const struct xlsx_column *columns, int n, struct xlsx **out)
{
	struct xlsx *x = *out = arena_alloc(a, sizeof *x);

	x->a = a;
	x->line = buf_new(a);
	x->title = title;
	x->column = memcpy(arena_array(a, (size_t)n, sizeof *columns), columns, (size_t)n * sizeof *columns);
	x->columns = n;
	TRY(zip_out_new(a, &x->z));
	whole(x, "[Content_Types].xml", TYPES);
	whole(x, "_rels/.rels", RELS);
	whole(x, "xl/_rels/workbook.xml.rels", BOOK_RELS);
	whole(x, "xl/styles.xml", STYLES);
	begin_sheet(x);
	return NULL;
}

/* "&" begins a code in a header: doubled, then escaped. */
static void print_header(struct xlsx *x)
{
	struct buf doubled = buf_new(x->a);

	for (const char *p = x->title; *p; p++) {
		buf_add_c(&doubled, *p);
		if (*p == '&')
			buf_add_c(&doubled, '&');
	}
	buf_add(&x->line, "<headerFooter><oddHeader>&amp;L");
	add_xml(&x->line, text_shorten(x->a, buf_text(&doubled), 100));
	buf_add(&x->line, "</oddHeader><oddFooter>&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>");
}

static void end_sheet(struct xlsx *x)
{
	buf_add(&x->line, "</sheetData>");
	if (x->columns) {
		buf_add(&x->line, "<autoFilter ref=\"A1:");
		column_name(&x->line, x->columns - 1);
		buf_printf(&x->line, "%d\"/>", x->row);
	}
	buf_add(&x->line, "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.7\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
		"<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
	print_header(x);
	buf_add(&x->line, "</worksheet>");
	send_line(x);
}

static void book(struct xlsx *x)
{
	const char *name = sheet_name(x->a, x->title);

	zip_out_begin(x->z, "xl/workbook.xml");
	buf_add(&x->line, XML "<workbook xmlns=\"" MAIN "\" "
		"xmlns:r=\"" OFFICE "\"><bookViews><workbookView/></bookViews><sheets><sheet name=\"");
	add_xml(&x->line, name);
	buf_add(&x->line, "\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>");
	if (x->columns) {
		buf_add(&x->line, "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">'");
		add_xml(&x->line, name);
		buf_add(&x->line, "'!$A$1:$");
		column_name(&x->line, x->columns - 1);
		buf_printf(&x->line, "$%d</definedName>", x->row);
	}
	buf_add(&x->line, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'");
	add_xml(&x->line, name);
	buf_add(&x->line, "'!$1:$1</definedName></definedNames></workbook>");
	send_line(x);
}

const struct fault *xlsx_end(struct xlsx *x, struct buf *bytes)
{
	end_sheet(x);
	book(x);
	return zip_out_end(x->z, bytes);
}
