/* area.h - governance: requests about the data itself. Not here: the extract, which crosses all areas (reports/sar.h).
 * Sources: UK GDPR article 15, Data Protection Act 2018 schedules 2 and 3 (domain notes, governance-and-data.md section 6). */
#ifndef AREAS_GOVERNANCE_AREA_H
#define AREAS_GOVERNANCE_AREA_H

#include "record/record.h"

enum {
	SAR_PUPIL, SAR_KIND, SAR_ASKED_BY, SAR_CAPACITY, SAR_RECEIVED, SAR_IDENTITY, SAR_SCOPE, SAR_WITHHELD, SAR_ANSWERED, SAR_FIELDS
};

extern const struct record SUBJECT_ACCESS_REQUEST;

#endif
