/* codes.h - the code lists of people: what the census, the transfer file and the school's system write. Each ends with { NULL }.
 * Sources: DfE common basic data set (CS001, CS005, CS012, CS080, CS097), census code lists (domain notes, codes.csv). */
#ifndef AREAS_PEOPLE_CODES_H
#define AREAS_PEOPLE_CODES_H

#include "record/record.h"

extern const struct choice SEXES[];
extern const struct choice YEARS[];               /* E1 E2 N1 N2 R 1..14 X, youngest first */
extern const struct choice PHASES[];
extern const struct choice ENROLMENT_STATUSES[];
extern const struct choice LEAVING_REASONS[];     /* CS097, those of pupils */
extern const struct choice RELATIONSHIPS[];       /* CS012 */
extern const struct choice LIMIT_KINDS[];
extern const struct choice HOLIDAY_KINDS[];
extern const struct choice TERM_DAY_KINDS[];
extern const struct choice CLASS_KINDS[];
extern const struct choice CASELOAD_KINDS[];
extern const struct choice FLAG_CODES[];
extern const struct choice FLAG_SOURCES[];
extern const struct choice PRONOUNS[];
extern const struct choice ETHNICITIES[];         /* CS080, main and extended */
extern const struct choice LANGUAGES[];           /* CS005 and the census's own words for "not known" */

#endif
