/* world.h - one school with people in it, as a test needs it: cloned from an image made once a run, on either store.
 *
 * Thistlewick: pupils sam (taught by t.okafor, whose keyworker is a.birch, in year 8 led by h.year), ana (in nobody's class) and
 * mia (own child of the DSL: on the conflict list). One account a role, login = role ("senco", "teacher", "ta", ...). A second
 * school, Harrowgate, has its own senco2 and the pupil zed.
 *
 *	struct world w = world_new(t);
 *	struct seen_page p = get(as(w, "senco"), "/pupils/sam");       a pupil's name stands for its id in paths and bodies
 */
#ifndef TESTS_WORLD_H
#define TESTS_WORLD_H

#include "main/store.h"
#include "tests/test.h"
#include "web/web.h"

struct world {
	struct test *t;
	struct world_inside *in;
	const char *login;
};

struct seen_page {
	int status;
	const char *to;      /* Location, or "" */
	const char *text;    /* the body */
	const char *head;    /* the headers */
	size_t length;
};

struct world world_new(struct test *t);
struct world as(struct world w, const char *login);

/* ---- straight at the engine ---- */
/* of a pupil, an account ("senco"), a staff member ("t.okafor"), a campus */
const char *world_id(struct world w, const char *name);
struct act *world_read(struct world w);                      /* as this person, on a connection that ends with the test */
/* Run as this person in one act, committed: what the act gave back. */
const struct fault *world_do(struct world w, const struct fault *(*run)(struct act *act, void *self), void *self) MUST;
/* Nobody is signed in any more: after the clock was set, each signs in anew. */
void world_signed_out(struct world w);
const struct house *world_house(struct world w);
const char *world_where(struct world w);                     /* the store's address */
struct sealer *world_sealer(struct world w);
/* A form filled from "name=value&name=value"; names of people are replaced by their ids. */
struct form *world_form(struct world w, struct arena *a, const struct record *r, const char *typed);
/* Every required field filled with something that passes; references from the world. */
struct form *make_valid(struct world w, struct arena *a, const struct record *r);

/* ---- through the pages ---- */
struct seen_page get(struct world w, const char *path);
struct seen_page get_with(struct world w, const char *path, const char *headers); /* "Name: value\r\n" */
struct seen_page post(struct world w, const char *path, const char *body);          /* stamped for this session */
struct seen_page post_seen(struct world w, const char *path, const char *body, int64_t version);
struct seen_page post_raw(struct world w, const char *path, const char *type, const char *body, size_t n, const char *headers);
const char *world_stamp(struct world w, const char *path, int64_t version);

#define expect_goes(page, where)                                                                              \
	do {                                                                                                  \
		struct seen_page page_ = (page);                                                              \
		if (page_.status != 303 || !strstr(page_.to, (where)))                                        \
			test_fail(t, __FILE__, __LINE__, "%s: %d to \"%s\", expected 303 to \"%s\"", #page, page_.status, page_.to, (where)); \
	} while (0)
#define expect_status(page, want)                                                                             \
	do {                                                                                                  \
		struct seen_page page_ = (page);                                                              \
		if (page_.status != (want))                                                                   \
			test_fail(t, __FILE__, __LINE__, "%s: %d, expected %d", #page, page_.status, (want));     \
	} while (0)

#endif
