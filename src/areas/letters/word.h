/* word.h - letters in the school's own Word template: its content controls are named by a letter's fields ({pupil.known_as} is the
 * tag pupil:known_as) or by the parts of a letter: school_name, school_address, school_contact, date, recipient, salutation,
 * subject, body, closing, signatory, role. */
#ifndef AREAS_LETTERS_WORD_H
#define AREAS_LETTERS_WORD_H

#include "areas/letters/pages.h"

#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/* An upload as .before read it: NULL in rq->prepared if there was no file. */
struct word_upload { const char *refused, *bytes, *name; size_t n; };
MUST const struct fault *word_before(struct req *rq);
/* Keep what .before read as this template's file, or say at the control "word" why not. */
MUST const struct fault *word_keep(struct req *rq, struct form *form);

/* The letter as a Word document, for this actor. refused: why not; bytes NULL with no refusal: its template has no Word file. */
struct word { const char *refused, *bytes; size_t n; };
MUST const struct fault *word_letter(struct act *act, const struct row *letter, const char *body, const char *title,
	struct word *out);

/* .before of a letter, and of letters written together: those that go by e-mail are made into documents before there is a writing
 * act. */
MUST const struct fault *letter_before(struct req *rq);
MUST const struct fault *batch_before(struct req *rq);
/* What .before made for this letter; NULL: nothing. */
const struct word *word_made(const struct req *rq, const char *letter);

page letter_word, template_word;

#endif
