/* area.h - support: from somebody's worry to what is known. Worries and what becomes of them, asking everyone who teaches a child,
 * barriers, diagnosis pathways, assessments still to do, tests and their reliability, behaviour in numbers.
 *
 * Fields are named once here, with their table's prefix. Sources: SEND Code 6.14-6.27 (identifying SEN), 6.45-6.47 (assess); the
 * domain notes send-practice.md 2, 6 and 16, alternative-provision-and-inclusion.md 8, reform-2026.md 5.4. */
#ifndef AREAS_SUPPORT_AREA_H
#define AREAS_SUPPORT_AREA_H

#include "record/act.h"
#include "record/record.h"
#include "web/link.h"
#include "web/panel.h"

/* Somebody is worried about a child's learning. `answer` is what the one who raised it is told. */
enum {
	WORRY_PUPIL, WORRY_ON, WORRY_BY, WORRY_HARD, WORRY_SEEN, WORRY_TRIED, WORRY_STATE, WORRY_ANSWER, WORRY_DECIDED_ON,
	WORRY_DECIDED_BY, WORRY_ROUND, WORRY_FIELDS
};
/* The school's own questions to those who teach a child: by area of need and phase; edited, ended, never deleted. */
enum { QUESTION_TEXT, QUESTION_AREA, QUESTION_PHASE, QUESTION_KIND, QUESTION_PLACE, QUESTION_FROM, QUESTION_UNTIL, QUESTION_WHO,
	QUESTION_FIELDS };
/* One round of asking: everybody who teaches the child on the day it is sent. */
enum {
	ASK_ROUND_PUPIL, ASK_ROUND_WHY, ASK_ROUND_WORRY, ASK_ROUND_AREA, ASK_ROUND_OPENED_ON, ASK_ROUND_DUE_ON, ASK_ROUND_CLOSED_ON,
	ASK_ROUND_QUESTIONS, ASK_ROUND_PLAN, ASK_ROUND_FIELDS
};
/* One member of staff asked in one round; `questions` are the ids of what is asked, in order. */
enum {
	ASK_PUPIL, ASK_ROUND_REF, ASK_STAFF, ASK_SUBJECT, ASK_ASKED_ON, ASK_DUE_ON, ASK_CHASED_ON, ASK_ANSWERED_ON, ASK_NO_REASON,
	ASK_QUESTIONS, ASK_CLOSED_ON, ASK_CHASES, ASK_FIELDS
};
/* One answer: the question as it was asked, a number on its scale (1 is hardest for the child), words. */
enum {
	ASK_ANSWER_PUPIL, ASK_ANSWER_ASK, ASK_ANSWER_STAFF, ASK_ANSWER_QUESTION, ASK_ANSWER_TEXT, ASK_ANSWER_KIND, ASK_ANSWER_SCALE,
	ASK_ANSWER_WORDS, ASK_ANSWER_HOME, ASK_ANSWER_NAME, ASK_ANSWER_FIELDS
};
/* Home asked beside a round, or without one: a parent or the child answers questions that the SENCO chose, by a link. */
enum {
	HOME_ASK_PUPIL, HOME_ASK_ROUND, HOME_ASK_WHOSE, HOME_ASK_WHY, HOME_ASK_QUESTIONS, HOME_ASK_ASKED_ON, HOME_ASK_BY,
	HOME_ASK_NAME, HOME_ASK_ANSWERED_ON, HOME_ASK_FIELDS
};
/* What stands in the child's way, beside the category that the census asks for. */
enum { BARRIER_PUPIL, BARRIER_NEED, BARRIER_TEXT, BARRIER_HOW, BARRIER_BY, BARRIER_FROM, BARRIER_UNTIL, BARRIER_FIELDS };
/* A way of grouping needs, in force from a day: "SEND Code 2015", and later ones beside it. */
enum { NEED_AREA_SCHEME, NEED_AREA_NAME, NEED_AREA_BASIS, NEED_AREA_PLACE, NEED_AREA_FROM, NEED_AREA_UNTIL, NEED_AREA_FIELDS };
/* Which census types an area holds; a type may stand in several. */
enum { NEED_AREA_TYPE_AREA, NEED_AREA_TYPE_TYPE, NEED_AREA_TYPE_FIELDS };
/* The way to a possible diagnosis. What it is about and where are sealed: no column says it in clear. */
enum {
	PATHWAY_PUPIL, PATHWAY_CONDITION, PATHWAY_SERVICE, PATHWAY_STATE, PATHWAY_REFERRED_ON, PATHWAY_BY, PATHWAY_AGREED_ON,
	PATHWAY_ACCEPTED_ON, PATHWAY_SEEN_ON, PATHWAY_OUTCOME, PATHWAY_OUTCOME_ON, PATHWAY_NOTE, PATHWAY_FIELDS
};
/* Something still to be found out about a child. */
enum {
	ASSESSMENT_PLAN_PUPIL, ASSESSMENT_PLAN_WHAT, ASSESSMENT_PLAN_WHY, ASSESSMENT_PLAN_STAFF, ASSESSMENT_PLAN_WHO,
	ASSESSMENT_PLAN_SPECIALIST, ASSESSMENT_PLAN_ASKED_ON, ASSESSMENT_PLAN_DUE_ON, ASSESSMENT_PLAN_DONE_ON,
	ASSESSMENT_PLAN_ASSESSMENT, ASSESSMENT_PLAN_WORRY, ASSESSMENT_PLAN_FIELDS
};
/* What the school knows of a test that it uses. Reliability comes from the test's own manual, per mille; empty: nothing is
 * computed. */
enum {
	TEST_KIND_NAME, TEST_KIND_FORM, TEST_KIND_PUBLISHER, TEST_KIND_SCORE_TYPE, TEST_KIND_RELIABILITY, TEST_KIND_FLOOR,
	TEST_KIND_CEILING, TEST_KIND_AGE_FROM, TEST_KIND_AGE_UNTIL, TEST_KIND_LOWER_BETTER, TEST_KIND_FIELDS
};
/* Behaviour as the school's own system counts it. */
enum {
	BEHAVIOUR_PUPIL, BEHAVIOUR_FROM, BEHAVIOUR_UNTIL, BEHAVIOUR_INCIDENTS, BEHAVIOUR_POINTS, BEHAVIOUR_NOTE, BEHAVIOUR_FIELDS
};

extern const struct record WORRY, QUESTION, ASK_ROUND, ASK, ASK_ANSWER, HOME_ASK, BARRIER, NEED_AREA, NEED_AREA_TYPE,
	DIAGNOSIS_PATHWAY, ASSESSMENT_PLAN, TEST_KIND, BEHAVIOUR_SUMMARY;

extern const struct link_task SUPPORT_TASKS[]; /* ended by a NULL name */
extern const struct route SUPPORT_ROUTES[]; /* ended by a NULL path */
extern const struct panel SUPPORT_PANELS[]; /* ended by a NULL place */

extern const struct choice HARD_THINGS[];   /* what is hard, as the one who is worried says it */
extern const struct choice WORRY_STATES[];
extern const struct choice ASK_AREAS[];     /* areas that questions are about, and "general" */
extern const struct choice ASK_PHASES[], ASK_KINDS[], ASK_CANNOT[], ASK_NO_REASONS[];
extern const struct choice PATHWAY_STATES[], PATHWAY_OUTCOMES[];

/* The questions a school begins with: place, area, phase, kind, text; ended by a NULL text. Written for this program. */
struct first_question { const char *area, *phase, *kind, *text; };
extern const struct first_question FIRST_QUESTIONS[];
extern const struct first_question FIRST_HOME[]; /* .phase: whom it is asked, "home" or "child" */
extern const struct choice ASK_WHO[];
/* The tests a school begins with, without what only their manuals can say; ended by a NULL name. */
struct first_test { const char *name, *score_type; bool lower_better; };
extern const struct first_test FIRST_TESTS[];
#define FIRST_SCHEME "SEND Code 2015"
struct first_area { const char *name, *types; }; /* census types with spaces between */
extern const struct first_area FIRST_AREAS[];
/* Write all three into the act's campus; what is there already stays alone. */
MUST const struct fault *support_first(struct act *act);
/* Each hour: those who have not answered by the day are asked again. Acts for every campus. */
MUST const struct fault *support_chase(struct act *act, void *unused);
/* The hourly work too: dates to look at the needs of children who move to another phase in September. */
MUST const struct fault *support_phases(struct act *act, void *unused);

#endif
