/* part.h - the parts a page is put together from. When to use which: interface.md section 5, and docs/interface.md. */
#ifndef UI_PART_H
#define UI_PART_H

#include "ui/ui.h"

/* The page's <h1>, a line beneath it, and at the right its actions, written between the two calls. Texts may be NULL. */
void ui_head(struct ui *ui, const char *title, const char *lede);
void ui_head_end(struct ui *ui);
/* For reading pages: whom it is about in small letters above the title. */
void ui_title(struct ui *ui, const char *about, const char *title, const char *lede);
void ui_heading(struct ui *ui, const char *text);    /* <h2> */
void ui_heading_s(struct ui *ui, const char *text);  /* <h3> */
void ui_para(struct ui *ui, const char *text);
void ui_small(struct ui *ui, const char *text);
void ui_prose(struct ui *ui, const char *text);      /* what somebody wrote: paragraphs at empty lines, line ends kept */
void ui_link_to(struct ui *ui, const char *label, const char *href);
void ui_bullets(struct ui *ui, const char *lines);   /* one a line */

/* Tags are words in a border, never links. */
enum ui_tone { UI_PLAIN, UI_ACCENT, UI_SOLID, UI_LATE, UI_SOON, UI_OK };
void ui_tag(struct ui *ui, enum ui_tone tone, const char *text);
void ui_status(struct ui *ui, const char *code);     /* K accent, E solid, other words plain, with their meaning for the ear */
void ui_chip(struct ui *ui, const char *text, const char *href); /* an active filter; the whole chip removes it */
void ui_chips(struct ui *ui, const char *words);     /* the line under the filters: count in words, then chips, then ui_chips_end */
void ui_chips_end(struct ui *ui, const struct ui_link *views);

/* "26 November 2026 · in 3 days"; overdue and soon (7 days) marked. DAY_NONE: "No date". */
void ui_due(struct ui *ui, day due);
void ui_due_short(struct ui *ui, day due);           /* "26 Nov · in 3 days" */
void ui_due_why(struct ui *ui, day due, const char *href); /* with "Why this date?" */

/* Panels: a rule, a title and at the right one link (label NULL: none). count below 0: not shown. */
struct ui_panel { const char *title; int count; const char *link, *href; bool plain; const char *id; };
void ui_panel(struct ui *ui, const struct ui_panel *p);
void ui_panel_end(struct ui *ui);
enum ui_columns { UI_TWO, UI_THREE, UI_RAIL, UI_RAIL_NARROW }; /* rails: 292 and 212 px, written second */
void ui_columns(struct ui *ui, enum ui_columns how);
void ui_column_next(struct ui *ui);
void ui_columns_end(struct ui *ui);
void ui_items(struct ui *ui);                        /* a ruled list; items between ui_item and ui_item_end */
void ui_item(struct ui *ui);
void ui_item_end(struct ui *ui);
void ui_items_end(struct ui *ui);
void ui_jump(struct ui *ui, const struct ui_link *links); /* "3 overdue  6 due this week": counts large */

void ui_summary(struct ui *ui);                      /* GOV.UK summary list */
void ui_summary_row(struct ui *ui, const char *key, const char *value, const char *act, const char *href);
void ui_summary_begin_row(struct ui *ui, const char *key); /* the value between these two */
void ui_summary_end_row(struct ui *ui);
void ui_summary_end(struct ui *ui);
void ui_facts(struct ui *ui);                        /* the same, dense: key and value on a line */
void ui_fact(struct ui *ui, const char *key, const char *value); /* nothing if the value is empty */
void ui_facts_end(struct ui *ui);

void ui_note(struct ui *ui, enum ui_tone tone, const char *strong, const char *text); /* advice: UI_SOON; right: UI_OK */
void ui_note_begin(struct ui *ui, enum ui_tone tone);
void ui_note_end(struct ui *ui);
void ui_warning(struct ui *ui, const char *text);    /* GOV.UK warning text: "If a child is in danger now, ring 999 first." */
void ui_banner(struct ui *ui, const char *title, const char *text);
void ui_empty(struct ui *ui, const char *text, const char *act, const char *href); /* and what fills it */
/* `text` as a square code to be photographed; `label` says what it is, in plain letters. For {raw}. */
struct html ui_square(struct arena *a, const char *text, const char *label);
const char *ui_square_text(struct arena *a, const char *text);     /* the same for a terminal, in blocks */
void ui_details(struct ui *ui, const char *summary);
void ui_details_end(struct ui *ui);

void ui_steps(struct ui *ui, const struct ui_link *steps); /* up to the current one done; done ones with an href are links */
void ui_tabs(struct ui *ui, const char *label, const struct ui_link *tabs); /* sub-navigation */
void ui_tasks(struct ui *ui);
void ui_task(struct ui *ui, const char *label, const char *href, const char *hint, enum ui_tone tone, const char *status);
void ui_tasks_end(struct ui *ui);

/* Newest first; a new day gets its heading. what is plain text; href NULL: not a link. */
void ui_timeline(struct ui *ui);
void ui_timeline_item(struct ui *ui, const char *moment, const char *who, const char *what, const char *href);
void ui_timeline_end(struct ui *ui);

/* The strip that says who a child is; columns of facts end with a NULL key, alerts (three at most) with a NULL word. */
struct ui_pair { const char *key, *value; };
struct ui_child {
	const char *name, *line;             /* "Year 8 · form 8R · 13 years 2 months · he/him" */
	const char *status, *since;          /* "K", "since 3 February 2025" */
	const char *small;                   /* "Born 17 September 2013 · UPN J999234523028" */
	const struct ui_pair *alerts, *left, *right;
	const char *href;                    /* for the one-line form: the child's page */
};
void ui_child(struct ui *ui, const struct ui_child *c);
void ui_child_line(struct ui *ui, const struct ui_child *c); /* above any form about a child */

/* Was and now: struck through, then underlined. Either may be NULL. */
void ui_change(struct ui *ui, const char *was, const char *now);
/* `text` with the words that `other` has not marked as added. */
void ui_compare(struct ui *ui, const char *text, const char *other);
struct ui_stale {
	const char *who, *when;              /* "Priya Birtwistle", "10:38" */
	const char *field, *name;            /* what was changed: its label; the name the chosen text is sent by */
	const char *theirs, *mine, *before;
	const char *action; int64_t version; /* of the row as it stands now */
};
/* Someone saved this before you: both texts, what stood before, three choices (NAME-keep: both, mine, theirs), the joined text
 * as NAME, one's own again as NAME-mine. */
void ui_stale(struct ui *ui, const struct ui_stale *s);
const char *ui_join(struct arena *a, const char *before, const char *theirs, const char *mine); /* both changes, to be edited */

#endif
