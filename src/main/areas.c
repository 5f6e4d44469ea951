/* areas.c - the areas and their record types, in one list. Order is that of schema, dictionary and export. */
#include "main/areas.h"

#include "areas/accounts/area.h"
#include "areas/concerns/area.h"
#include "areas/door/area.h"
#include "areas/governance/area.h"
#include "areas/guidance/area.h"
#include "areas/intake/area.h"
#include "areas/letters/area.h"
#include "areas/meetings/area.h"
#include "areas/people/area.h"
#include "areas/referrals/area.h"
#include "areas/plans/area.h"
#include "areas/plans/shared.h"
#include "areas/register/area.h"
#include "areas/support/area.h"
#include "areas/updates/area.h"
#include "reports/profile.h"

const struct record *const HOUSE_RECORDS[] = {
	/* people */
	&CAMPUS, &SETTING, &HOLIDAY, &TERM_DAY,
	&STAFF, &CLASS, &CLASS_MEMBER, &TEACHING, &CASELOAD, &YEAR_LEAD,
	&PUPIL, &ENROLMENT, &CONTACT, &CONTACT_LIMIT, &PUPIL_FLAG, &ATTENDANCE_SUMMARY, &MEDICAL_ALERT,
	/* register */
	&REGISTER_STATUS, &WATCH, &NEED, &STRENGTH, &STRATEGY, &NOTE, &ASSESSMENT, &PROVISION_LINE, &PARENT_MEETING, &DUE,
		&DOCUMENT,
	&SAVED_VIEW,
	/* letters */
	&LETTER_TEMPLATE, &LETTER, &MESSAGE, &MAIL_SERVER,
	/* referrals */
	&AGENCY, &PROFESSIONAL, &REFERRAL, &ADVICE_REPORT, &RECOMMENDATION, &ADVICE_ACTION, &ADVICE_REVIEW,
	/* meetings */
	&MEETING, &MEETING_CHILD, &MEETING_STAFF, &MEETING_PERSON, &MEETING_TIME, &MEETING_ACTION, &CONTACT_LOG, &CONTACT_PLAN,
	/* concerns */
	&HOME_CONCERN,
	/* updates */
	&PROGRESS_UPDATE, &UPDATE_READ,
	/* support */
	&WORRY, &QUESTION, &ASK_ROUND, &ASK, &ASK_ANSWER, &HOME_ASK, &BARRIER, &NEED_AREA, &NEED_AREA_TYPE, &DIAGNOSIS_PATHWAY,
		&ASSESSMENT_PLAN, &TEST_KIND, &BEHAVIOUR_SUMMARY,
	/* plans */
	&PLAN_TYPE, &PLAN_FIELD, &PLAN, &TARGET, &PROGRESS, &TARGET_REVIEW, &PLAN_VIEW, &SIGNATURE, &PROFILE_READ, &PROFILE_USE,
		&STRATEGY_BANK,
	&STRATEGY_USE,
	/* guidance */
	&GUIDE, &STAFF_QUESTION, &STORED_ANSWER, &ACT_NOTE, &ACT_NOTE_SEEN, &READING, &RECEIPT,
	/* accounts */
	&ACCOUNT, &ROLE_HELD, &DELEGATION, &INVITATION, &CASE_GRANT, &CONFLICT,
	/* door */
	&LINK, &VIEWS,
	/* intake */
	&IMPORT, &SOURCE_MAP, &IMPORT_ITEM,
	/* governance */
	&SUBJECT_ACCESS_REQUEST, &DISPOSAL, &LEGAL_HOLD,
};
const struct link_task *const HOUSE_TASKS[] = {
	DOOR_TASKS,
	PLAN_TASKS,
	MEETING_TASKS,
	CONCERNS_TASKS,
	UPDATES_TASKS,
	REFERRAL_TASKS,
	SUPPORT_TASKS,
	PROFILE_TASKS,
	NULL,
};
const int HOUSE_RECORD_COUNT = sizeof HOUSE_RECORDS / sizeof *HOUSE_RECORDS;
const struct relation *const HOUSE_RELATIONS = PEOPLE_RELATIONS;
