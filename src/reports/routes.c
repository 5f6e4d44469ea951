/* routes.c - the pages of reports. */
#include "areas/accounts/area.h"
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "reports/area.h"
#include "reports/child.h"
#include "reports/home.h"

const struct route REPORTS_ROUTES[] = {
	{ "/", NULL, 0, home_page, NULL, "Home", ANYONE, "Home" },
	{ "/home/:list", NULL, 0, home_list, NULL, "What needs you, whole", ANYONE, "Home" },
	{ "/classes/:class", &CLASS, RIGHT_READ, class_page, NULL, "A class", 0, "Today" },
	{ "/classes/:class/cover", &CLASS, RIGHT_READ, class_cover, NULL, "A class, for a cover teacher", 0, "Today" },
	{ "/school", &HOLIDAY, RIGHT_READ, school_page, NULL, "School", 0, "School" },
	{ "/health", &ACCOUNT, RIGHT_EDIT, health_page, NULL, "Health", 0, "Health" },
	{ "/pupils/:pupil", &PUPIL, RIGHT_READ, child_overview, NULL, "A child’s record", 0, "Register" },
	{ "/pupils/:pupil/needs", &NEED, RIGHT_READ, child_needs, NULL, "Needs and strengths", 0, "Register" },
	{ "/pupils/:pupil/support", &PROVISION_LINE, RIGHT_READ, child_support_page, NULL, "Support", 0, "Register" },
	{ "/pupils/:pupil/assessments", &ASSESSMENT, RIGHT_READ, child_assessments, NULL, "Assessments", 0, "Register" },
	{ "/pupils/:pupil/assessments/new", &ASSESSMENT, RIGHT_ADD, assessment_new, assessment_add, "Enter a result", 0,
		"Register" },
	{ "/pupils/:pupil/scales/new", &ASSESSMENT, RIGHT_ADD, scales_new, scales_add, "Enter a questionnaire’s scores", 0,
		"Register" },
	{ "/pupils/:pupil/people", &CONTACT, RIGHT_READ, child_people, NULL, "People and contacts", 0, "Register" },
	{ "/pupils/:pupil/documents", &DOCUMENT, RIGHT_READ, child_documents, NULL, "Documents", 0, "Register" },
	{ "/pupils/:pupil/documents/new", &DOCUMENT, RIGHT_ADD, document_new, document_add, "Add a document", UPLOAD, "Register" },
	{ "/pupils/:pupil/documents/:document", &DOCUMENT, RIGHT_READ, document_open, NULL, "A document", 0, "Register" },
	{ "/pupils/:pupil/dates", &DUE, RIGHT_READ, child_dates, NULL, "Dates", 0, "Register" },
	{ "/pupils/:pupil/timeline", &PUPIL, RIGHT_READ, child_timeline, NULL, "Timeline", 0, "Register" },
	{ "/pupils/:pupil/history", &PUPIL, RIGHT_READ, child_history, NULL, "History", 0, "Register" },
	{ "/pupils/:pupil/who", &PUPIL, RIGHT_READ, child_who, NULL, "Who can see this child, and why", 0, "Register" },
	{ "/pupils/:pupil/records/:record/new", NULL, 0, child_record_new, child_record_add, "Add to a child’s record", ANYONE,
		"Register" },
	{ "/pupils/:pupil/records/:record/:row", NULL, 0, child_record_form, child_record_change, "Change a child’s record", ANYONE,
		"Register" },
	{ "/pupils/:pupil/records/:record/:row/withdraw", NULL, 0, NULL, child_record_withdraw, "Take back a record", ANYONE,
		"Register" },
	{ NULL },
};
