/* sheet.h - a sheet on paper: exactly one A4 page, or by how many lines it is too long. Nothing here is for others. */
#ifndef AREAS_GUIDANCE_SHEET_H
#define AREAS_GUIDANCE_SHEET_H

#include "areas/guidance/pages.h"

/* *over: by how many lines what is typed does not fit, in the smallest letters we print; 0: it fits. */
MUST const struct fault *sheet_too_long(struct req *rq, const struct form *form, int *over);

#endif
