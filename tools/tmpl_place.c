/* tmpl_place.c - follows the HTML of a template letter by letter, to know what an expression must be escaped for. It knows as much
 * HTML as that takes: tags, attributes, quotes, comments, elements whose content is code. */
#include "tmpl_place.h"

#include <ctype.h>
#include <string.h>

static void add_to(char *name, size_t size, char c)
{
	size_t n = strlen(name);

	if (n + 1 < size) {
		name[n] = (char)tolower((unsigned char)c);
		name[n + 1] = 0;
	}
}

bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

static bool one_of(const char *name, const char *const *list)
{
	for (; *list; list++)
		if (strcmp(name, *list) == 0)
			return true;
	return false;
}

static bool is_code(const char *tag)
{
	static const char *const LIST[] = { "script", "style", NULL };

	return one_of(tag, LIST);
}

bool place_is_address(const struct place *at)
{
	static const char *const LIST[] = { "href", "src", "action", "formaction", "cite", "poster", "data", "xlink:href", NULL };

	return one_of(at->attr, LIST);
}

static void check_attribute(struct place *at)
{
	static const char *const BANNED[] = { "style", "srcdoc", "srcset", "ping", NULL };

	if (one_of(at->attr, BANNED) || strncmp(at->attr, "on", 2) == 0)
		fail("attribute %s is not allowed: pages carry no inline style, script or foreign document", at->attr);
}

static void tag_ends(struct place *at)
{
	at->where = !at->closing && is_code(at->tag) ? CODE : TEXT;
	if (at->closing || at->where == TEXT)
		at->tag[0] = 0;
}

static void step_text(struct place *at, char c, char next)
{
	if (c != '<')
		return;
	if (next == '!') {
		at->where = COMMENT;
	} else if (next == '/' || isalpha((unsigned char)next)) {
		*at = (struct place){ .where = TAG, .closing = next == '/' };
	}
}

static void step_tag(struct place *at, char c)
{
	if (c == '>') {
		tag_ends(at);
	} else if (is_space(c) || c == '/') {
		if (at->tag[0] && !at->closing)
			at->where = ATTR_NAME;
		at->attr[0] = 0;
	} else {
		add_to(at->tag, sizeof at->tag, c);
	}
}

static void step_attribute(struct place *at, char c)
{
	if (c == '>') {
		tag_ends(at);
	} else if (c == '=') {
		check_attribute(at);
		at->where = BEFORE_VALUE;
	} else if (is_space(c) || c == '/') {
		at->attr[0] = 0;
	} else {
		add_to(at->attr, sizeof at->attr, c);
	}
}

static void value_ends(struct place *at)
{
	at->where = ATTR_NAME;
	at->attr[0] = 0;
	at->started = false;
}

static void step_value(struct place *at, char c)
{
	if (at->where == BEFORE_VALUE) {
		if (c == '"' || c == '\'') {
			at->where = QUOTED;
			at->quote = c;
		} else if (!is_space(c)) {
			at->where = UNQUOTED;
		}
		at->started = false;
	} else if (at->where == QUOTED) {
		if (c == at->quote)
			value_ends(at);
		else
			at->started = true;
	} else if (c == '>') {
		value_ends(at);
		tag_ends(at);
	} else if (is_space(c)) {
		value_ends(at);
	}
}

static void step_code(struct place *at, const char *p)
{
	if (*p == '<' && p[1] == '/')
		*at = (struct place){ .where = TAG, .closing = true };
	else if (!is_space(*p))
		fail("%s in a page: put it in a file under assets/", at->tag);
}

void place_step(struct place *at, const char *p)
{
	switch (at->where) {
	case TEXT: step_text(at, *p, p[1]); break;
	case TAG: step_tag(at, *p); break;
	case ATTR_NAME: step_attribute(at, *p); break;
	case BEFORE_VALUE: case QUOTED: case UNQUOTED: step_value(at, *p); break;
	case CODE: step_code(at, p); break;
	case COMMENT:
		if (*p == '>')
			*at = (struct place){ .where = TEXT };
	}
}

/* An expression may stand in text and in quoted values, and nowhere else. */
void place_check(const struct place *at)
{
	switch (at->where) {
	case TEXT: case QUOTED: return;
	case UNQUOTED: case BEFORE_VALUE: fail("{} in an unquoted attribute (%s): put quotes round the value", at->attr);
	case CODE: fail("{} in %s", at->tag);
	case COMMENT: fail("{} in a comment: use an @// line");
	case TAG: case ATTR_NAME: fail("{} in a tag, outside a quoted value: only {on NAME=\"...\": condition} may stand here");
	}
}

bool place_same(const struct place *a, const struct place *b)
{
	bool quoted = a->where == QUOTED;

	return a->where == b->where && strcmp(a->tag, b->tag) == 0 &&
		(!quoted || (strcmp(a->attr, b->attr) == 0 && a->quote == b->quote));
}
