/* area.h - plans: what a child's plan asks for is rows (plan types), what every plan has in common is tables: the plan, its
 * targets, their progress and review, what people say about it, who signed it.
 *
 * A graduated cycle (Code 6.44 to 6.56: assess, plan, do, review), a one-page profile and an individual support plan differ only by
 * the rows of their type. A plan wears its type's table (record/shape.h): plan_shape() gives it. From the day a review is signed
 * the plan and all that hangs on it are frozen; the next cycle follows it. Sources: send-practice notes 2, 3, 6, 10; reform notes
 * 5.2 and 5.3. */
#ifndef AREAS_PLANS_AREA_H
#define AREAS_PLANS_AREA_H

#include "record/act.h"
#include "record/record.h"
#include "web/panel.h"
#include "web/web.h"

/* One edition of a plan type. A published edition never changes: a change is the next edition, and plans keep the one they began
 * under. */
enum {
	PLAN_TYPE_CODE, PLAN_TYPE_NAME, PLAN_TYPE_EDITION, PLAN_TYPE_STATE, PLAN_TYPE_REPLACES, PLAN_TYPE_BASIS, PLAN_TYPE_SAYS,
	PLAN_TYPE_STEPS, PLAN_TYPE_WEEKS, PLAN_TYPE_SIGNERS, PLAN_TYPE_VIEWERS, PLAN_TYPE_WORDS, PLAN_TYPE_SHEET, PLAN_TYPE_FROM,
	PLAN_TYPE_UNTIL, PLAN_TYPE_FIELDS
};
/* One thing that an edition asks for or shows: a line of its form, or a part drawn from the record (PLAN_KINDS). */
enum {
	PLAN_FIELD_TYPE, PLAN_FIELD_STEP, PLAN_FIELD_PLACE, PLAN_FIELD_SECTION, PLAN_FIELD_NAME, PLAN_FIELD_KIND, PLAN_FIELD_LABEL,
	PLAN_FIELD_HINT, PLAN_FIELD_REQUIRED, PLAN_FIELD_MOST, PLAN_FIELD_CHOICES, PLAN_FIELD_FIELDS
};
enum {
	PLAN_PUPIL, PLAN_TYPE_REF, PLAN_NUMBER, PLAN_STATE, PLAN_FROM, PLAN_REVIEW_ON, PLAN_UNTIL, PLAN_LEAD, PLAN_FOLLOWS,
	PLAN_WORRY, PLAN_TOLD_ON, PLAN_TOLD_HOW, PLAN_SHARED_ON, PLAN_DECISION, PLAN_SIGNED_ON, PLAN_ONLY, PLAN_MORE, PLAN_FIELDS
};
/* A benefit for the child that two people would agree on seeing: from where, to where, measured how, by when. */
enum {
	TARGET_PUPIL, TARGET_PLAN, TARGET_NUMBER, TARGET_HORIZON, TARGET_AREA, TARGET_OUTCOME, TARGET_BASELINE, TARGET_AIM,
	TARGET_MEASURE, TARGET_UNIT, TARGET_START, TARGET_GOAL, TARGET_BETTER, TARGET_BY, TARGET_SCHOOL, TARGET_HOME, TARGET_OWN,
	TARGET_TOWARD, TARGET_HELP, TARGET_HELP_NEXT, TARGET_HELP_BY, TARGET_MINUTES, TARGET_MINUTES_AIM, TARGET_FROM_TARGET,
	TARGET_ANSWERED, TARGET_ONLY, TARGET_FIELDS
};
enum { PROGRESS_PUPIL, PROGRESS_TARGET, PROGRESS_ON, PROGRESS_KIND, PROGRESS_VALUE, PROGRESS_NOTE, PROGRESS_BY, PROGRESS_ONLY,
	PROGRESS_FIELDS };
enum {
	TARGET_REVIEW_PUPIL, TARGET_REVIEW_TARGET, TARGET_REVIEW_PLAN, TARGET_REVIEW_ON, TARGET_REVIEW_RATING, TARGET_REVIEW_VALUE,
	TARGET_REVIEW_NEXT, TARGET_REVIEW_NOTE, TARGET_REVIEW_SESSIONS, TARGET_REVIEW_HELP, TARGET_REVIEW_MINUTES,
	TARGET_REVIEW_BY, TARGET_REVIEW_ONLY, TARGET_REVIEW_FIELDS
};
/* What the child, a parent, a teacher or a professional says about a plan, in their own words; with a target, about that one: a
 * line of the child's own review card. */
enum {
	PLAN_VIEW_PUPIL, PLAN_VIEW_PLAN, PLAN_VIEW_TARGET, PLAN_VIEW_WHOSE, PLAN_VIEW_CONTACT, PLAN_VIEW_NAME, PLAN_VIEW_ON,
		PLAN_VIEW_HOW,
	PLAN_VIEW_AGREES, PLAN_VIEW_FEELS, PLAN_VIEW_WELL, PLAN_VIEW_HARD, PLAN_VIEW_WANTS, PLAN_VIEW_THROUGH, PLAN_VIEW_ONLY,
	PLAN_VIEW_FIELDS
};
enum {
	SIGNATURE_PUPIL, SIGNATURE_PLAN, SIGNATURE_ROLE, SIGNATURE_NAME, SIGNATURE_ACCOUNT, SIGNATURE_CONTACT, SIGNATURE_AT,
	SIGNATURE_PLAN_VERSION, SIGNATURE_WORDS, SIGNATURE_THROUGH, SIGNATURE_ONLY, SIGNATURE_READ, SIGNATURE_OF, SIGNATURE_FIELDS
};
/* Who has read which version of a profile: kept by the reader, asked of those who teach the child. */
enum { PROFILE_READ_PUPIL, PROFILE_READ_PLAN, PROFILE_READ_VERSION, PROFILE_READ_STAFF, PROFILE_READ_AT, PROFILE_READ_RIGHT,
	PROFILE_READ_FIELDS };
/* A teacher's tick that what a profile says is done in a class: for one version, taken back by withdrawing it. */
enum { PROFILE_USE_PUPIL, PROFILE_USE_PLAN, PROFILE_USE_VERSION, PROFILE_USE_CLASS, PROFILE_USE_STAFF, PROFILE_USE_AT,
	PROFILE_USE_FIELDS };
/* What a school has found to help, by need: chosen from when planning; what came of it is counted from the reviews. */
enum { STRATEGY_BANK_TEXT, STRATEGY_BANK_NEED, STRATEGY_BANK_PHASE, STRATEGY_BANK_REASON, STRATEGY_BANK_FROM, STRATEGY_BANK_UNTIL,
	STRATEGY_BANK_FIELDS };
/* A strategy in a plan: did it help? With a side it is a line of action: somebody's own, at school, at home or from outside, and
 * what whoever stands in for them needs to know. */
enum {
	STRATEGY_USE_PUPIL, STRATEGY_USE_PLAN, STRATEGY_USE_BANK, STRATEGY_USE_TEXT, STRATEGY_USE_WHO, STRATEGY_USE_SIDE,
	STRATEGY_USE_STAFF, STRATEGY_USE_OFTEN, STRATEGY_USE_COVER, STRATEGY_USE_HELPED, STRATEGY_USE_ONLY, STRATEGY_USE_FIELDS
};

extern const struct record PLAN_TYPE, PLAN_FIELD, PLAN, TARGET, PROGRESS, TARGET_REVIEW, PLAN_VIEW, SIGNATURE, PROFILE_READ,
	PROFILE_USE, STRATEGY_BANK, STRATEGY_USE;
extern const struct route PLANS_ROUTES[];   /* ended by a NULL path */
extern const struct panel PLANS_PANELS[];   /* ended by a NULL place */

extern const struct choice PLAN_STATES[];      /* assess plan do review signed ended */
extern const struct choice PLAN_STEPS[];       /* assess plan do review: where a line of a type is asked */
extern const struct choice PLAN_KINDS[];
extern const struct choice PLAN_BASES[];
extern const struct choice PLAN_TYPE_STATES[]; /* draft use retired off */
extern const struct choice PLAN_DECISIONS[];
extern const struct choice TIER_WORDS[];
extern const struct choice HORIZONS[];
extern const struct choice HELP_LADDER[];
extern const struct choice ACTION_SIDES[];    /* school home agency child */
extern const struct choice RATINGS[];
extern const struct choice NEXT_STEPS[];       /* keep change stop */
extern const struct choice SIGNED[]; /* what a signature is to: "plan" as it was agreed, "review" */
extern const struct choice VOICES[];
extern const struct choice AGREES[];
extern const struct choice THROUGH[];          /* school link */

/* A print of a plan's own words, for SIGNATURE_READ: whether what was agreed still stands, a new version or not. */
const char *plan_words_print(struct arena *a, const struct row *plan);

/* Its name, and that no law asks for it if none does: so wherever it is named. */
const char *plan_type_called(struct arena *a, const struct row *type);
/* A type's own form, in act's arena: PLAN with its lines behind. `type`: a row of PLAN_TYPE. */
MUST const struct fault *plan_type_record(struct act *act, const char *type, const struct record **out);
/* The shape that a plan's row wears (PLAN.shape). */
MUST const struct fault *plan_shape(struct act *act, const struct row *plan, const struct record **out);
/* The lines of a type in their order: rows of PLAN_FIELD. */
MUST const struct fault *plan_type_lines(struct act *act, const char *type, struct rows *out);
/* A message for each line of a step that must be answered and is not, in the form or else in the plan (both wear the type; plan may
 * be NULL). */
void plan_missing(struct form *form, const struct row *plan, const struct rows *lines, const char *step);
/* Is this kind answered in the form, or drawn from the record? */
bool plan_kind_asked(const char *kind);

/* The built-in types and the bank's first lines, for a campus that has none of a code yet. The program acts. */
MUST const struct fault *plans_seed(struct act *act);

/* The plan a child row hangs on must be open: otherwise a message on the form. */
MUST const struct fault *plan_open(struct act *act, struct form *form, const char *plan);
/* Set `field` to the roles that alone see the plan, for a record that hangs on it. */
MUST const struct fault *plan_only(struct act *act, struct form *form, int field, const char *plan);

#endif
