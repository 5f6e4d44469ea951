/* api.h - JSON over the record tables, through the same gate and verbs as the pages. A program sends `Authorization: Bearer TOKEN`
 * (`opensenco token` makes one) and may send `Idempotency-Key` with a POST: the same again gets the same answer.
 *
 *	GET  /api/1                         what this token's account may do, type by type
 *	GET  /api/1/TYPE                    a list: limit (100, at most 1000), offset, pupil, as-at, and FIELD=value for fields in clear
 *	POST /api/1/TYPE                    add: {"pupil": ID, FIELD: value, ...} -> 201 {"id", "version"}
 *	GET  /api/1/TYPE/ID                 one record
 *	POST /api/1/TYPE/ID                 change: {"version": N, FIELD: value, ...} -> {"id", "version"}; 409 if somebody saved since N
 *	POST /api/1/TYPE/ID/withdraw        {"reason": "..."}
 *
 * Values are as a form takes them: text, codes, ISO days and moments, numbers, true and false, pounds as "12.50", null for empty.
 * Fields that the account may not read are not there. Errors: {"error": {"code", "text", "fields": [{"field", "text"}]}}. */
#ifndef API_API_H
#define API_API_H

#include "web/web.h"

extern const struct route API_ROUTES[];

/* Every type with its paths and fields: golden/api.txt. */
const char *api_text(struct arena *a, const struct house *h);

#endif
