/* routes.c - the addresses of other people's advice. What each does is in the file its page functions are in. */
#include "areas/referrals/pages.h"

#define S .section = "Advice"

const struct route REFERRALS_ROUTES[] = {
	{ "/advice", &ADVICE_ACTION, RIGHT_READ, advice_page, NULL, "Advice from outside", S },
	{ "/advice/services", &AGENCY, RIGHT_READ, agencies_page, NULL, "Services to ask", S },
	{ "/advice/services/new", &AGENCY, RIGHT_ADD, agency_new, agency_new, "Add a service", S },
	{ "/advice/services/:agency", &AGENCY, RIGHT_READ, agency_page, agency_edit, "A service", S },
	{ "/advice/services/:agency/edit", &AGENCY, RIGHT_EDIT, agency_edit, agency_edit, "Change a service", S },
	{ "/advice/professionals/new", &PROFESSIONAL, RIGHT_ADD, professional_new, professional_new, "Add a professional", S },
	{ "/advice/professionals/:professional", &PROFESSIONAL, RIGHT_EDIT, professional_edit, professional_edit,
		"Change a professional", S },
	{ "/advice/referrals/:referral", &REFERRAL, RIGHT_READ, referral_page, referral_post, "A referral", S },
	{ "/advice/reports/:report", &ADVICE_REPORT, RIGHT_READ, report_page, NULL, "A report from outside", S },
	{ "/advice/reports/:report/read", &ADVICE_REPORT, RIGHT_EDIT, NULL, report_read_post, "A report was read", S },
	{ "/shared/referrals/:referral", &REFERRAL, RIGHT_READ, sent_report_page, sent_report_post, "Send a report",
		UPLOAD | LINK_TOO, "Advice" },
	{ "/advice/reports/:report/recommendations", &RECOMMENDATION, RIGHT_ADD, recommendations_page, recommendations_post,
		"Add recommendations", S },
	{ "/advice/reports/:report/review", &ADVICE_REVIEW, RIGHT_ADD, review_page, review_post, "Look at a report again", S },
	{ "/advice/recommendations/:recommendation", &RECOMMENDATION, RIGHT_EDIT, decide_page, decide_post,
		"Decide a recommendation", S },
	{ "/advice/recommendations/:recommendation/actions/new", &ADVICE_ACTION, RIGHT_ADD, action_new, action_new_post,
		"Add an action", S },
	{ "/advice/actions/:action", &ADVICE_ACTION, RIGHT_READ, action_page, action_post, "An action on advice", S },
	{ "/advice/undo/:record/:row", &REFERRAL, RIGHT_READ, NULL, advice_undo, "Undo", ANYONE },
	{ "/pupils/:pupil/advice", &ADVICE_ACTION, RIGHT_READ, advice_tab, NULL, "Advice", S },
	{ "/pupils/:pupil/advice/new", &ADVICE_REPORT, RIGHT_ADD, report_new, report_new_post, "Record a report", UPLOAD,
		"Advice" },
	{ "/pupils/:pupil/referrals/new", &REFERRAL, RIGHT_ADD, referral_new, referral_new_post, "Ask for advice", S },
	{ NULL },
};
