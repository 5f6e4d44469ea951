/* disposal.c - what is proposed to be destroyed, and what may not be. Destroying is the engine's (record/dispose.h), on
 * approval. */
#include "areas/governance/area.h"

#include "record/act.h"

static const struct choice STATES[] = { { "proposed", "Proposed" }, { "done", "Destroyed" }, { NULL, NULL } };

static const struct field disposal_fields[DISPOSAL_FIELDS] = {
	[DISPOSAL_PUPIL]       = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[DISPOSAL_REASON]      = { "reason", "By what rule", "The class of record and the day its time ran out", F_TEXT, REQUIRED,
		.max = 400 },
	[DISPOSAL_STATE]       = { "state", "State", .type = F_CHOICE, .flags = BY_SYSTEM | INDEXED, .choices = STATES },
	[DISPOSAL_PROPOSED_BY] = { "proposed_by", "Proposed by", .type = F_REF, .flags = BY_SYSTEM, .ref = "account" },
	[DISPOSAL_APPROVED_BY] = { "approved_by", "Approved by", .type = F_REF, .flags = BY_SYSTEM, .ref = "account" },
	[DISPOSAL_DONE]        = { "done_on", "Destroyed on", .type = F_DATE, .flags = BY_SYSTEM },
	[DISPOSAL_ROWS]        = { "row_count", "Records destroyed", .type = F_NUMBER, .flags = BY_SYSTEM },
};

static const struct fault *propose(struct act *act, struct form *form, struct row *was)
{
	if (was)
		return NULL;
	form_set(form, DISPOSAL_STATE, "proposed");
	form_set(form, DISPOSAL_PROPOSED_BY, act->who->account);
	return NULL;
}

const struct record DISPOSAL = {
	"disposal", "Disposal", "Disposals", disposal_fields, DISPOSAL_FIELDS, .about = "pupil", .tier = T1, .order = "state",
	.keep = "journal", .hooks = &(const struct hooks){ .before_check = propose },
	.says = "Everything about a child, proposed to be destroyed because its time ran out. Two people decide.",
};

static const struct field hold_fields[LEGAL_HOLD_FIELDS] = {
	[LEGAL_HOLD_PUPIL]  = { "pupil", "Child", .type = F_REF, .flags = REQUIRED, .ref = "pupil", .ask = "Choose the child" },
	[LEGAL_HOLD_REASON] = { "reason", "Why it is held", "For example a claim, an inquiry, an appeal", F_TEXT, REQUIRED,
		.max = 400 },
	[LEGAL_HOLD_FROM]   = { "from", "From", .type = F_DATE, .flags = REQUIRED },
	[LEGAL_HOLD_UNTIL]  = { "until", "Until", "Leave empty while it holds", F_DATE },
};

const struct record LEGAL_HOLD = {
	"legal_hold", "Legal hold", "Legal holds", hold_fields, LEGAL_HOLD_FIELDS, .about = "pupil", .tier = T1, .from = "from",
	.until = "until", .order = "-from", .keep = "journal",
	.says = "Nothing about this child may be destroyed while this holds.",
};
