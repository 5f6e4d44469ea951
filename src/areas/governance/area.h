/* area.h - governance: requests about the data itself, what is proposed for disposal, and what is held. Not here: the extract and
 * the list of what is due, which cross all areas (reports/sar.h, reports/retention.h). Sources: UK GDPR article 15, Data Protection
 * Act 2018 schedules 2 and 3 (domain notes, governance-and-data.md section 6). */
#ifndef AREAS_GOVERNANCE_AREA_H
#define AREAS_GOVERNANCE_AREA_H

#include "record/record.h"

enum {
	SAR_PUPIL, SAR_KIND, SAR_ASKED_BY, SAR_CAPACITY, SAR_RECEIVED, SAR_IDENTITY, SAR_SCOPE, SAR_WITHHELD, SAR_ANSWERED,
	SAR_FIELDS
};
enum { DISPOSAL_PUPIL, DISPOSAL_REASON, DISPOSAL_STATE, DISPOSAL_PROPOSED_BY, DISPOSAL_APPROVED_BY, DISPOSAL_DONE, DISPOSAL_ROWS,
	DISPOSAL_FIELDS };
enum { LEGAL_HOLD_PUPIL, LEGAL_HOLD_REASON, LEGAL_HOLD_FROM, LEGAL_HOLD_UNTIL, LEGAL_HOLD_FIELDS };

/* The disposal itself stays when all else about the child has gone: what, by whose authority, when. */
extern const struct record SUBJECT_ACCESS_REQUEST, DISPOSAL, LEGAL_HOLD;

#endif
