/* write.h - tables out: CSV and XLSX, inert in spreadsheet programs (R12) and unchanged when they come in again. */
#ifndef DOC_WRITE_H
#define DOC_WRITE_H

#include "base/buf.h"
#include "base/fault.h"

/* One cell with comma before it (unless it is the first), always quoted. `first` is set to false. Text that a spreadsheet program
 * would run or change is guarded with an apostrophe; csv_unguard() takes exactly that apostrophe off again. */
void csv_bom(struct buf *out);                          /* once, first: Excel needs it */
void csv_cell(struct buf *out, const char *text, bool *first);
void csv_end_row(struct buf *out);                      /* CR LF */
void csv_row(struct buf *out, const char *const *cells, int n);
bool csv_dangerous(const char *text);
const char *csv_unguard(const char *text);

enum xlsx_type { XLSX_TEXT, XLSX_DATE /* yyyy-mm-dd becomes a real date */, XLSX_NUMBER /* plain digits become a number */ };
struct xlsx_column {
	const char *heading;
	enum xlsx_type type;
	int width;           /* letters; 0: by the heading */
};
struct xlsx;

/* A workbook of one sheet, written row by row in constant memory. Nothing is ever a formula. Headings: bold, frozen, filtered,
 * repeated on each printed page; landscape, one page wide. `title` is the sheet's name and the printed header. */
const struct fault *xlsx_begin(struct arena *a, const char *title, const struct xlsx_column *columns, int n,
	struct xlsx **out) MUST;
void xlsx_row(struct xlsx *x, const char *const *cells); /* one for each column; NULL: empty */
const struct fault *xlsx_end(struct xlsx *x, struct buf *bytes) MUST;

#endif
