/* profile_parts.h - inside doc/ only: a profile as parts of shaped lines, between measuring and setting. */
#ifndef DOC_PROFILE_PARTS_H
#define DOC_PROFILE_PARTS_H

#include "doc/pdf_ops.h"
#include "doc/profile_sheet.h"

enum part_kind { PART_ALERT, PART_LIKES, PART_MATTERS, PART_SUPPORT, PART_UNHELPFUL, PART_SIGNS, PART_CALMS, PART_TARGETS,
	PART_KNOW, PARTS };
enum { PART_ITEMS = 24, SHEET_ROWS = PARTS };

struct part_item {
	struct piece *mark;    /* number or bullet; of a table: the label */
	struct piece *text;
};

struct part {
	enum part_kind kind;
	const char *title;     /* as people know it */
	struct piece *heading; /* NULL: none */
	int n, points;         /* points: what was written, also past PART_ITEMS */
	struct part_item item[PART_ITEMS];
	bool listed;           /* numbered items, where other parts of its kind are tables */
	double width, gap;     /* gap: between items */
	int cut;               /* lines taken out in thought, to see what would fit */
};

/* What stands beside each other: one part, or two columns of one or two parts each. */
struct sheet_row {
	struct part *left[2], *right[2];
	double height, y;
	int side;
	int from, to;          /* items of left[0]: a part may go on on the second side */
};

struct sheet {
	struct pdf *p;
	const struct profile *of;
	enum profile_variant variant;
	double size, margin, left, wide, top, foot; /* foot: where the last line may end */
	double head;                        /* height of the head on side 1 */
	double photo;                       /* width of the photo, 0: none */
	struct piece *name, *under, *beside, *agreed; /* agreed: at the foot; NULL: none */
	double small;                       /* letters of the foot */
	struct part part[PARTS];
	struct sheet_row row[SHEET_ROWS];
	int rows, sides;
	struct sheet_row placed[2 * SHEET_ROWS]; /* the same, on their sides */
	int places;
	double over;                        /* points past the last side's foot */
	double between, air;                /* between rows, and what is added there */
};

void sheet_shape(struct sheet *s, struct pdf *p, const struct profile *of, enum profile_variant variant, double size);
void sheet_place(struct sheet *s);      /* rows onto sides; sets sides and over */
double part_height(const struct part *t, int from, int to);
int part_lines(const struct part *t);
void sheet_set(struct sheet *s);        /* the ops, from the page it is on; ends on its last side */
void symbol_set(struct pdf *p, enum part_kind kind, double x, double y, double side);

#endif
