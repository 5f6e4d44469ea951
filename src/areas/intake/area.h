/* area.h - intake: files that came in, what their headings mean, and the differences somebody must decide.
 *
 * Reading and comparing stand in intake's own files; these are the records it leaves. Source: domain notes,
		formats.md 1 and 7. */
#ifndef AREAS_INTAKE_AREA_H
#define AREAS_INTAKE_AREA_H

#include "record/act.h"
#include "record/record.h"
#include "web/web.h"

enum {
	IMPORT_FILE_NAME, IMPORT_HASH, IMPORT_KIND, IMPORT_SOURCE, IMPORT_ENCODING, IMPORT_ROWS, IMPORT_NEW, IMPORT_CHANGED,
	IMPORT_UNCHANGED, IMPORT_REJECTED, IMPORT_ASKED, IMPORT_STATE, IMPORT_AT, IMPORT_BY, IMPORT_UNDONE_AT, IMPORT_BLOB,
		IMPORT_REPORT, IMPORT_ANSWERS,
	IMPORT_FIELDS
};
/* What a heading of a source means, once somebody has said so: asked once, remembered. */
enum { SOURCE_MAP_SOURCE, SOURCE_MAP_HEADING, SOURCE_MAP_CANONICAL, SOURCE_MAP_FIELDS };
/* A fact the SENCO owns that a file says otherwise. */
enum {
	IMPORT_ITEM_PUPIL, IMPORT_ITEM_IMPORT, IMPORT_ITEM_FACT, IMPORT_ITEM_OURS, IMPORT_ITEM_THEIRS, IMPORT_ITEM_DECISION,
	IMPORT_ITEM_DECIDED_BY, IMPORT_ITEM_DECIDED_ON, IMPORT_ITEM_FIELDS
};

extern const struct record IMPORT, SOURCE_MAP, IMPORT_ITEM;

extern const struct route INTAKE_ROUTES[];

extern const struct choice IMPORT_KINDS[];
extern const struct choice IMPORT_STATES[];
extern const struct choice ITEM_DECISIONS[];

#endif
