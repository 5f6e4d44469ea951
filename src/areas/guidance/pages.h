/* pages.h - what the pages of guidance share. Nothing here is for others. */
#ifndef AREAS_GUIDANCE_PAGES_H
#define AREAS_GUIDANCE_PAGES_H

#include "areas/guidance/area.h"
#include "record/query.h"
#include "web/about.h"

/* Title, line beneath and the tabs of guidance; the page's acts are drawn between this and guidance_head_end(). `current`: the
 * tab's
 * address. */
MUST const struct fault *guidance_head(struct req *rq, struct ui *ui, const char *title, const char *lede);
MUST const struct fault *guidance_head_end(struct req *rq, struct ui *ui, const char *current);
void guidance_look_for(struct ui *ui, const char *action, const char *typed);  /* a box and a button, on phones too */
void guidance_crumbs(struct req *rq, const char *label, const char *href); /* "Guidance", and beneath it one more */
const char *guidance_ticked(struct req *rq, const char *name, const struct choice *list); /* boxes as words */
bool guidance_has_word(const char *list, const char *word);
/* A form drawn again after a fault of what was typed; else the fault goes on. */
bool guidance_invalid(const struct fault *f, const struct form *form);
const char *guidance_ago(struct arena *a, day on, day today);           /* "today", "1 day", "9 days" */

/* How many of the words typed stand in `text`; 0 if none. Short words and those that every question holds do not count. */
int guidance_page_number(struct req *rq);                               /* ?page=, from 1 */
int guidance_score(struct arena *a, const char *typed, const char *text);

/* ---- sheets, cards, answers ---- */
MUST const struct fault *guides_all(struct act *act, struct rows *out);
/* Links to the sheets of these needs (codes with spaces between), in a row; nothing if there is none. */
MUST const struct fault *guides_row(struct req *rq, struct ui *ui, const char *codes);
MUST const struct fault *guide_options(struct req *rq, const char *first, const struct ui_option **out);
enum { CARDS_SMALL = 5 };                                               /* a number below this is not said */
struct cards { struct found f; bool exact; };
bool cards_may(struct req *rq);                                         /* reads the bank at all */
MUST const struct fault *cards_read(struct req *rq, const char *area, struct cards *out);
const char *card_evidence(struct arena *a, const struct cards *c, int i); /* "Used with 12 children here, helped 9" */
/* The answers that fit a question best, five at most, drawn as details; *shown says how many. */
MUST const struct fault *answers_near(struct req *rq, struct ui *ui, const char *typed, const char *heading, int *shown);

MUST const struct fault *answer_fields_draw(struct req *rq, struct ui *ui, struct form *form);

page guidance_page, guide_page, guide_new, guide_edit, guide_pdf, cards_page, cards_pdf, card_new, card_edit;
page answers_page, answer_new, answer_edit;

/* ---- questions ---- */
MUST const struct fault *question_text_rows(struct req *rq, const char *state, const char *by, struct found *f, struct rows *rows);
const struct row *question_row(const struct rows *rows, const char *id);
page ask_senco_page, ask_senco_post, staff_questions_page, staff_question_page, staff_question_post, question_worry,
	question_publish, log_new, guidance_undo;

/* ---- notes for now ---- */
page act_notes_page, act_note_new, act_note_page, act_note_edit, act_note_seen, act_note_end, act_note_chase;
/* A button with which the reader says that a note was seen. */
void note_seen_button(struct req *rq, struct ui *ui, const char *note, int64_t version);

/* ---- what is to be read ---- */
page readings_page, reading_page, reading_read, reading_new, reading_edit, reading_out, reading_over, reading_chase, reading_file;
MUST const struct fault *reading_people(struct req *rq, const char *reading, struct found *out, int *unread);
bool reading_keeps(struct req *rq);                                     /* puts texts before others, and sees who has read */

/* ---- panels.c ---- */
typedef const struct fault *guidance_panel(struct req *rq, struct ui *ui, const struct panel *p);
guidance_panel panel_notes, panel_to_read, panel_answers, panel_questions, panel_unread, panel_child_notes, panel_child_sheets;

#endif
