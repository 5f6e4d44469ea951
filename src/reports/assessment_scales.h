/* assessment_scales.h - questionnaires of several scales on the child's page of results: see the .c. */
#ifndef REPORTS_ASSESSMENT_SCALES_H
#define REPORTS_ASSESSMENT_SCALES_H

#include "reports/child.h"

bool is_scale_of_many(const struct row *assessment); /* a result that is shown there, and not on a graph of its own */
/* Draws one panel a questionnaire; `rows` are the child's results, newest first. */
MUST const struct fault *scales_together(struct req *rq, struct ui *ui, const struct child *c, const struct rows *rows);

#endif
