/* pages.h - what intake's templates show. */
#ifndef AREAS_INTAKE_PAGES_H
#define AREAS_INTAKE_PAGES_H

#include "areas/intake/plan.h"
#include "ui/ui.h"

struct difference { struct row *item; const char *name; };

/* A changed fact in words. */
struct fact_line { const char *label, *now, *theirs, *remark; bool yours, check; };
/* The lines of one change: how many; `lines` in the arena. */
int plan_facts(struct arena *a, const struct change *c, struct fact_line **lines);
void plan_csv(struct buf *out, const struct plan *p, const struct change *c);
const char *plan_child(const struct plan *p, const struct change *c);   /* "Whitlock, Kai", or "" */
const char *fact_words(struct arena *a, const char *fact);              /* "register_status.provision": "SEN status" */
/* "K: SEN support · SPLD, SLCN" for a new child. */
const char *plan_status_words(struct arena *a, const struct plan *p, int child);

/* "84 new children, 6 rows of the calendar": what is saved, without what is not there. */
const char *plan_sum(struct arena *a, const struct plan *p);
/* Changes about no child, so many of each kind: "6 term dates and holidays". */
const char *others_words(struct arena *a, const struct plan *p);
/* where one goes next: the register, the calendar, the staff */
const struct ui_link *after_saving(const char *kind);
const char *after_row(const char *text);                                 /* "Row 12: the UPN ..." without its beginning */
/* how many; of_rows: about one row, else about the file */
int messages_of(const struct plan *p, enum doc_level level, bool of_rows);

/* What the headings could be, what each was read as being chosen. */
const struct ui_option *heading_options(struct arena *a, const struct plan *p, const struct intake_heading *h);

/* A question of the file or of the plan, and what can be answered; none: words of one's own. */
struct asked { const char *key, *text, *choices, *suggested; };
const struct ui_option *question_options(struct arena *a, const struct plan *p, const struct asked *q, int *count);
int questions_asked(const struct plan *p);

#endif
