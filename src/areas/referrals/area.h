/* area.h - referrals: other people's advice. Who to ask, what was asked, what came back, and what became of every recommendation.
 *
 * Fields are named once here, with their table's prefix. Nothing in a report can be forgotten: a recommendation is decided with a
 * reason, an action has an owner and a day, and a report is looked at each term until it is closed; it cannot be closed while
 * anything of it is open. Sources: SEND Code of Practice 6.58 to 6.62 (involving specialists), domain notes send-practice.md
 * section 10. */
#ifndef AREAS_REFERRALS_AREA_H
#define AREAS_REFERRALS_AREA_H

#include "record/act.h"
#include "record/record.h"
#include "web/link.h"
#include "web/panel.h"

enum {
	AGENCY_NAME, AGENCY_KIND, AGENCY_PHONE, AGENCY_EMAIL, AGENCY_ADDRESS, AGENCY_FOR, AGENCY_HOW, AGENCY_REPLY_WEEKS,
		AGENCY_CHECKED_ON,
	AGENCY_FROM, AGENCY_UNTIL, AGENCY_FIELDS
};
enum {
	PROFESSIONAL_AGENCY, PROFESSIONAL_NAME, PROFESSIONAL_JOB, PROFESSIONAL_PHONE, PROFESSIONAL_EMAIL, PROFESSIONAL_FROM,
		PROFESSIONAL_UNTIL,
	PROFESSIONAL_FIELDS
};
/* From the question in school to the answer; a parent's agreement is written down before it is sent. */
enum {
	REFERRAL_PUPIL, REFERRAL_AGENCY, REFERRAL_PROFESSIONAL, REFERRAL_WHY, REFERRAL_CONSENT_BY, REFERRAL_CONSENT_ON,
	REFERRAL_ASKED_BY, REFERRAL_ASKED_ON, REFERRAL_SENT_ON, REFERRAL_STATE, REFERRAL_VISIT_ON, REFERRAL_REPLY_BY,
	REFERRAL_CLOSED_ON, REFERRAL_OUTCOME, REFERRAL_FIELDS
};
enum {
	ADVICE_REPORT_PUPIL, ADVICE_REPORT_TITLE, ADVICE_REPORT_REFERRAL, ADVICE_REPORT_AGENCY, ADVICE_REPORT_DOCUMENT,
		ADVICE_REPORT_AUTHOR,
	ADVICE_REPORT_WRITTEN_ON, ADVICE_REPORT_RECEIVED_ON, ADVICE_REPORT_FINDINGS, ADVICE_REPORT_SHARING, ADVICE_REPORT_LIMITS,
	ADVICE_REPORT_READ_BY, ADVICE_REPORT_CLOSED_ON, ADVICE_REPORT_LINK, ADVICE_REPORT_FIELDS
};
enum {
	RECOMMENDATION_PUPIL, RECOMMENDATION_REPORT, RECOMMENDATION_NUMBER, RECOMMENDATION_TEXT, RECOMMENDATION_DECISION,
		RECOMMENDATION_REASON,
	RECOMMENDATION_DECIDED_ON, RECOMMENDATION_DECIDED_BY, RECOMMENDATION_FIELDS
};
enum {
	ADVICE_ACTION_PUPIL, ADVICE_ACTION_RECOMMENDATION, ADVICE_ACTION_WHAT, ADVICE_ACTION_OWNER, ADVICE_ACTION_DUE_ON,
		ADVICE_ACTION_TOLD_ON,
	ADVICE_ACTION_DONE_ON, ADVICE_ACTION_EVIDENCE, ADVICE_ACTION_FIELDS
};
/* A look at a whole report, once a term at the least. */
enum {
	ADVICE_REVIEW_PUPIL, ADVICE_REVIEW_REPORT, ADVICE_REVIEW_ON, ADVICE_REVIEW_BY, ADVICE_REVIEW_RESULT, ADVICE_REVIEW_NOTE,
	ADVICE_REVIEW_FIELDS
};

extern const struct record AGENCY, PROFESSIONAL, REFERRAL, ADVICE_REPORT, RECOMMENDATION, ADVICE_ACTION, ADVICE_REVIEW;

extern const struct link_task REFERRAL_TASKS[]; /* ended by a NULL name */
/* The day by which a report is looked at again, worked out anew: the tables' hooks call these. */
MUST const struct fault *advice_due(struct act *act, const struct row *report);
MUST const struct fault *advice_due_of(struct act *act, const char *report);

extern const struct route REFERRALS_ROUTES[];   /* ended by a NULL path */
extern const struct panel REFERRALS_PANELS[];   /* ended by a NULL place */

extern const struct choice AGENCY_KINDS[];
extern const struct choice REFERRAL_STATES[];   /* asked, sent, accepted, waiting, visit, reported, closed, declined */
extern const struct choice CONSENT_WHO[];
extern const struct choice SHARING[];           /* how far a report may travel */
extern const struct choice ADVICE_DECISIONS[];  /* accepted, adapted, declined; empty is undecided */
extern const struct choice REVIEW_RESULTS[];

#endif
