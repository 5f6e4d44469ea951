/* pages.h - what the pages of other people's advice share. Nothing here is for others. */
#ifndef AREAS_REFERRALS_PAGES_H
#define AREAS_REFERRALS_PAGES_H

#include "areas/referrals/area.h"
#include "record/query.h"
#include "web/about.h"

/* Whom to ask, for one list: services, and the people of each; the value is "AGENCY" or "AGENCY.PROFESSIONAL". */
MUST const struct fault *whom_options(struct req *rq, const char *first, const struct ui_option **out);
/* Names behind references that this person reads; "" for none. */
MUST const struct fault *agency_name(struct req *rq, const char *id, const char **out);
MUST const struct fault *professional_name(struct req *rq, const char *id, const char **out);

/* A report with its recommendations and what is done about each; rows in their order. */
struct report { struct row *row; struct rows recommendations, actions, reviews; int undecided, undone; };
MUST const struct fault *report_read(struct req *rq, const char *id, struct report *out);
MUST const struct fault *report_of(struct req *rq, const struct row *recommendation, struct report *out);

const char *advice_term_from(struct req *rq);      /* ISO day on which this term began, as reports are looked at by term */
const char *days_late(struct arena *a, day due, day today); /* "6 days late", "" if it is not */

/* What an area's panels and the child's tab draw alike. */
void action_rows(struct req *rq, struct ui *ui, const struct found *open, const struct rows *texts, bool with_child,
	bool with_owner);
MUST const struct fault *open_actions(struct req *rq, const char *owner, const char *pupil, struct found *open, struct rows *texts);

page advice_page, advice_tab;
page agencies_page, agency_new, agency_page, agency_edit, professional_new, professional_edit;
page referral_new, referral_new_post, referral_page, referral_post;
page report_new, report_new_post, report_page, recommendations_page, recommendations_post, review_page, review_post;
page sent_report_page, sent_report_post, report_read_post; /* sent_report.c: a professional's own, by a link */
MUST const struct fault *draw_reports_of(struct req *rq, struct ui *ui, const struct row *referral); /* that answered it */
MUST const struct fault *draw_sent_by(struct req *rq, struct ui *ui, const struct row *report);
page decide_page, decide_post, action_new, action_new_post, action_page, action_post, advice_undo;

#endif
