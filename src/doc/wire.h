/* wire.h - the records of the stream between reader and asker. Numbers are 32 bits in the machine's own order (both ends are one
 * machine); text is a number of bytes, the bytes, and a NUL. */
#ifndef DOC_WIRE_H
#define DOC_WIRE_H

enum wire_kind {
	WIRE_FORMAT = 'F',   /* number */
	WIRE_ENCODING = 'N', /* text */
	WIRE_SHEET = 'S',    /* text: its name; sheets are numbered from 0 as they come */
	WIRE_HIDE = 'H',     /* sheet */
	WIRE_ROW = 'R',      /* sheet, row number */
	WIRE_CELL = 'C',     /* sheet, kind, text: added to that sheet's newest row */
	WIRE_MESSAGE = 'M',  /* level, row, field, text */
	WIRE_STOP = 'X',     /* the file is refused */
	WIRE_END = 'E',      /* nothing follows */
};

enum {
	WIRE_MAX = 512 << 20,        /* bytes of a whole stream */
	WIRE_MAX_ROWS = 10 * 100000, /* of all sheets, details of a CTF included */
};

#endif
