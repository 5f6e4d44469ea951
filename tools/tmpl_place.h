/* tmpl_place.h - where in the HTML the next letter of a template stands. */
#ifndef TOOLS_TMPL_PLACE_H
#define TOOLS_TMPL_PLACE_H

#include <stdbool.h>

enum where { TEXT, TAG, ATTR_NAME, BEFORE_VALUE, QUOTED, UNQUOTED, CODE, COMMENT };

struct place {
	enum where where;
	char quote;
	bool closing;    /* in </tag */
	bool started;    /* in a value: something was written before */
	char tag[24];
	char attr[24];
};

void place_step(struct place *at, const char *p);      /* go over the letter at p; the text after it is looked at */
void place_check(const struct place *at);              /* fails unless an expression may stand here */
bool place_is_address(const struct place *at);         /* in the value of href, src, action... */
bool place_same(const struct place *a, const struct place *b);
bool is_space(char c);

/* Ends the program: the template's file and line, then what is wrong. */
void fail(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));

#endif
