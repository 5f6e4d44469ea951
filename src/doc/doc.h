/* doc.h - files of other systems: bytes in, sheets of cells out.
 *
 * Every kind of file a school hands over, CSV, XLSX, XML or JSON, comes out as one shape: named sheets of rows of text cells, each
 * row with the number it has in its file, and messages in plain English. What the cells mean is intake's business (intake.h).
 *
 * doc_read() reads in this process: for tests, fuzzers and the caged worker. doc_read_caged() is for all else: a worker without
 * network, files or secrets reads, and this process checks again what comes back (R27). A file that is refused is not a fault:
 * `stopped` is set and the last message says why and what to do. A fault means that reading could not be tried.
 *
 * Everything returned lives as long as the arena. Cell text is valid UTF-8 without NUL, as it stood in the file, not yet
 * cleaned. */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include "base/fault.h"

enum { /* caps of domain/formats.md section 1; over one of them a file is refused with the cap's name */
	DOC_MAX_FILE = 50 << 20,     /* bytes of one file, or of all parts together */
	DOC_MAX_UNPACKED = 200 << 20, /* bytes out of one zip */
	DOC_MAX_RATIO = 200,         /* unpacked : packed, of members over 1 MB */
	DOC_MAX_MEMBERS = 100,       /* members of a plain zip */
	DOC_MAX_PARTS = 1000,        /* members of a workbook: charts, drawings, comments count too */
	DOC_MAX_DEPTH = 64,          /* XML, JSON */
	DOC_MAX_CELL = 1 << 20,      /* bytes */
	DOC_MAX_ROWS = 100000,       /* of all sheets together; sheets of a CTF's details may hold ten times as many */
	DOC_MAX_COLUMNS = 2000,
	DOC_MAX_SHEETS = 200,
	DOC_MAX_MESSAGES = 1000,     /* beyond it they are only counted */
};

enum doc_format {
	DOC_UNKNOWN,
	DOC_CSV,         /* comma, semicolon, tab or bar separated */
	DOC_XLSX,
	DOC_HTML,        /* a web page with a table, often called .xls */
	DOC_SSML,        /* Excel 2003 XML */
	DOC_RECORDS,     /* a management system's report as XML: one element a row, one a column */
	DOC_CTF,         /* common transfer file */
	DOC_ATF,         /* admissions file: pupils expected, not on roll */
	DOC_CENSUS,      /* school census message: read-only, to compare */
	DOC_ONEROSTER,   /* a zip or folder of CSV files: one sheet each, named as the file without .csv, in lower case */
	DOC_HOLIDAYS,    /* bank holidays JSON */
	DOC_TERMS,       /* term dates JSON */
	DOC_FORMATS
};

enum doc_level { DOC_INFO, DOC_WARNING, DOC_QUESTION, DOC_ERROR };

enum cell_kind {
	CELL_TEXT,
	CELL_NUMBER,  /* a number typed as one in the file; text in C notation */
	CELL_DATE,    /* the file itself says it is a date: yyyy-mm-dd or yyyy-mm-ddThh:mm:ss */
	CELL_PERCENT, /* the file itself says percent: 94.57 for 94.57 % */
	CELL_BOOL,    /* 1 or 0 */
	CELL_KINDS
};

struct cell {
	const char *text; /* never NULL */
	uint32_t bytes;
	enum cell_kind kind;
};

struct sheet_row {
	int row;          /* its number in the file, as a spreadsheet program shows it; a pupil's number in an XML file */
	int cells;
	const struct cell *cell;
};

struct sheet {
	const char *name;
	bool hidden;
	int rows, columns; /* columns: the widest row's cells */
	const struct sheet_row *row;
};

struct doc_message {
	enum doc_level level;
	int row;           /* 0: about the whole file */
	const char *field; /* "" or a name */
	const char *text;
};

struct doc {
	enum doc_format format;
	const char *encoding; /* "UTF-8 with BOM", "windows-1252" ... */
	bool stopped;         /* refused or broken off: nothing of it may be stored */
	int sheets;
	struct sheet *sheet;
	int messages;
	const struct doc_message *message;
};

/* A file, or one of several that belong together (a OneRoster folder). */
struct doc_part {
	const char *name; /* as the person's computer calls it; told to nobody but them, trusted for nothing */
	const char *bytes;
	size_t n;
};

const struct fault *doc_read(struct arena *a, const struct doc_part *parts, int n, struct doc **out) MUST;
const struct fault *doc_read_caged(struct arena *a, const struct doc_part *parts, int n, struct doc **out) MUST;

const char *doc_format_name(enum doc_format format);                    /* "CSV", "XLSX workbook" ... */
const struct sheet *doc_sheet(const struct doc *d, const char *name);   /* NULL if there is none */
const char *sheet_cell(const struct sheet *s, int row, int column);     /* "" outside */

#endif
