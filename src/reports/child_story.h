/* child_story.h - words for a line of a child's timeline. */
#ifndef REPORTS_CHILD_STORY_H
#define REPORTS_CHILD_STORY_H

#include "record/story.h"
#include "ui/ui.h"
#include "reports/child.tmpl.h"

const char *child_event_words(struct arena *a, const struct event *e);

#endif
