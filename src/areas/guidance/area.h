/* area.h - guidance: what staff are told and may ask: sheets about conditions and needs, what helped here before, questions to the
 * SENCO and their answers, short notes on what to do for a child for a while, and texts that somebody must have read.
 *
 * Everything general is the school's own text, begun with plain words of ours, and states no law but what the text itself cites.
 * The bank of strategies is plans': cards are drawn from it. Sources: governance notes 2, 16.3 and 16.5; the T2 note of the
 * safeguarding notes, section 13; roles notes, section 3. */
#ifndef AREAS_GUIDANCE_AREA_H
#define AREAS_GUIDANCE_AREA_H

#include "record/act.h"
#include "record/record.h"
#include "web/panel.h"
#include "web/web.h"

/* A sheet about a condition or a need; its editions are the versions of its row. */
enum {
	GUIDE_TITLE, GUIDE_AREA, GUIDE_NEEDS, GUIDE_LOOKS, GUIDE_HELPS, GUIDE_AVOID, GUIDE_MORE, GUIDE_SOURCE, GUIDE_SOURCE_ON,
	GUIDE_CHECKED_ON, GUIDE_CHECKED_BY, GUIDE_FROM, GUIDE_UNTIL, GUIDE_FIELDS
};
/* A member of staff asks the SENCO, here or in the corridor; of a child or in general (pupil empty). */
enum {
	STAFF_QUESTION_PUPIL, STAFF_QUESTION_ON, STAFF_QUESTION_BY, STAFF_QUESTION_HOW, STAFF_QUESTION_TEXT, STAFF_QUESTION_STATE,
	STAFF_QUESTION_ANSWER, STAFF_QUESTION_ANSWERED_ON, STAFF_QUESTION_ANSWERED_BY, STAFF_QUESTION_GUIDE, STAFF_QUESTION_WORRY,
	STAFF_QUESTION_STORED, STAFF_QUESTION_FIELDS
};
/* An answer for everybody, without a child in it. */
enum {
	STORED_ANSWER_QUESTION, STORED_ANSWER_TEXT, STORED_ANSWER_AREA, STORED_ANSWER_GUIDE, STORED_ANSWER_NOT_NAMES,
	STORED_ANSWER_FROM, STORED_ANSWER_UNTIL, STORED_ANSWER_FIELDS
};
/* What all who teach a child must do for a while, and not why. */
enum {
	ACT_NOTE_PUPIL, ACT_NOTE_TEXT, ACT_NOTE_FROM, ACT_NOTE_UNTIL, ACT_NOTE_WHO, ACT_NOTE_ONLY, ACT_NOTE_BY, ACT_NOTE_FIELDS
};
enum {
	ACT_NOTE_SEEN_PUPIL, ACT_NOTE_SEEN_NOTE, ACT_NOTE_SEEN_VERSION, ACT_NOTE_SEEN_STAFF, ACT_NOTE_SEEN_AT, ACT_NOTE_SEEN_FIELDS
};
/* A text put before everybody, a role or an area, each of whom says that it was read. */
enum {
	READING_TITLE, READING_KIND, READING_TEXT, READING_FILE_NAME, READING_MIME, READING_BYTES, READING_BLOB, READING_WHOM,
	READING_WHOM_OF, READING_QUESTION, READING_STATE, READING_EDITION, READING_ASKED_ON, READING_DUE_ON, READING_CHASED_ON,
	READING_FIELDS
};
enum { RECEIPT_READING, RECEIPT_EDITION, RECEIPT_ACCOUNT, RECEIPT_AT, RECEIPT_ANSWER, RECEIPT_FIELDS };

extern const struct record GUIDE, STAFF_QUESTION, STORED_ANSWER, ACT_NOTE, ACT_NOTE_SEEN, READING, RECEIPT;
extern const struct route GUIDANCE_ROUTES[]; /* ended by a NULL path */
extern const struct panel GUIDANCE_PANELS[]; /* ended by a NULL place */

extern const struct choice GUIDANCE_AREAS[];   /* as the bank of strategies groups: cognition ... reintegration */
extern const struct choice GUIDE_NEEDS_OF[];   /* census types that a sheet may belong to */
extern const struct choice QUESTION_STATES[];  /* new answered worry */
extern const struct choice QUESTION_HOW[];     /* here person phone email */
extern const struct choice ACT_NOTE_WHOM[];    /* all teachers */
extern const struct choice READING_KINDS[];    /* policy change role handbook notice */
extern const struct choice READING_WHOMS[];    /* all role subject year */
extern const struct choice READING_STATES[];   /* draft out over */
extern const struct choice READER_ROLES[];     /* the matrix's words for those who may be asked to read */

/* Sheets and role cards that a school begins with, for a campus that has none yet. The program acts. */
MUST const struct fault *guidance_seed(struct act *act);

/* Notes in force today about the children whose ids stand in `pupils`, with spaces between: rows of ACT_NOTE that this actor may
 * read. */
MUST const struct fault *act_notes_of(struct act *act, const char *pupils, struct rows *out);

/* Links to the sheets that belong to the needs of a class, with a heading; nothing if there are none. */
MUST const struct fault *guides_of_class(struct req *rq, struct ui *ui, const char *class);

/* Words of `text` that are a name of a child on roll here, as typed, with commas between ("" for none); `known`: words already
 * said to be no name. Names of `pupil` (may be NULL) count in any case and cannot be waved through: they come back in *own. */
MUST const struct fault *names_in(struct act *act, const char *text, const char *known, const char *pupil, const char **found,
	const char **own);

#endif
