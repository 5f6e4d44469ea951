/* links.c - the steps of somebody who comes by a one-time link, for tests of what such links open. */
#include <string.h>

#include "areas/door/area.h"
#include "areas/people/area.h"
#include "seal/hash.h"
#include "tests/links.h"

static const struct fault *add_mother(struct act *act, void *self)
{
	struct door_case *c = self;
	struct form *form = form_new(act->a, &CONTACT);
	struct row *sam;
	const char *id;

	act->campus = world_id(c->w, "thistlewick");
	TRY(record_get(act, &PUPIL, world_id(c->w, "sam"), &sam));
	form_set(form, CONTACT_TITLE, "Ms");
	form_set(form, CONTACT_FORENAME, "Ruth");
	form_set(form, CONTACT_SURNAME, "Whitlock");
	form_set(form, CONTACT_RELATIONSHIP, "PAM");
	form_set(form, CONTACT_EMAIL, "ruth@home.example");
	form_set(form, CONTACT_RESPONSIBILITY, "1");
	form_set(form, CONTACT_FROM, "2024-09-01");
	TRY(record_add(act, &CONTACT, sam, form, &id));
	c->mother = arena_text(c->t->a, id);
	return NULL;
}

static const char *after(struct test *t, const char *text, const char *mark, const char *letters)
{
	const char *at = strstr(text, mark);

	expect_stop(at);
	return arena_text_n(t->a, at + strlen(mark), strspn(at + strlen(mark), letters));
}

static const char WORD[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* By the token, as a visitor's is: two links may be made in one second. */
struct row *link_newest(struct door_case *c)
{
	const char *token = strrchr(c->url, '/') + 1;
	struct test *t = c->t;
	struct rows rows;

	expect_fine(record_list(world_read(as(c->w, "program")), &LINK, &(struct ask){
		.where = { { LINK_TOKEN, IS, seal_token_hash(t->a, token) } }, .with_withdrawn = true }, &rows));
	expect_stop(rows.count == 1);
	return rows.row[0];
}

struct door_case *link_family(struct test *t, struct world w)
{
	struct door_case *c = arena_alloc(t->a, sizeof *c);

	c->t = t;
	c->w = as(w, "senco");
	expect_fine(world_do(as(c->w, "program"), add_mother, c));
	return c;
}

const char *link_typed(struct door_case *c, const char *task, const char *target, const char *to)
{
	day until = day_today() + 28;
	int y, m, d;

	day_parts(until, &y, &m, &d);
	return arena_printf(c->t->a,
		"task=%s&target=%s&to=%s&way=handed&code_by=told&until-day=%d&until-month=%d&until-year=%d", task,
		target, to, d, m, y);
}

void link_make(struct door_case *c, const char *task, const char *target, const char *to)
{
	struct test *t = c->t;
	struct seen_page seen = post(c->w, "/pupils/sam/links/new", link_typed(c, task, target, to));

	expect_status(seen, 200);
	c->url = arena_printf(t->a, "/link/%s", after(t, seen.text, "/link/", WORD));
	c->id = row_id(link_newest(c));
	c->cookie = NULL;
}

struct door_case *link_case(struct test *t, struct world w, const char *task, const char *target)
{
	struct door_case *c = link_family(t, w);

	link_make(c, task, target, arena_printf(t->a, "c.%s", c->mother));
	return c;
}

struct seen_page link_send(struct door_case *c, const char *path, const char *body)
{
	return post_raw(as(c->w, "nobody"), path, "application/x-www-form-urlencoded", body, strlen(body),
		arena_printf(c->t->a, "Sec-Fetch-Site: same-origin\r\n%s", c->cookie ? c->cookie : ""));
}

struct seen_page link_send_file(struct door_case *c, const char *path, const char *fields, const char *name, const char *bytes)
{
	struct buf b = buf_new(c->t->a);

	for (const char *p = fields; *p;) {
		size_t n = strcspn(p, "&"), key = strcspn(p, "=");

		buf_printf(&b, "--bound\r\nContent-Disposition: form-data; name=\"%.*s\"\r\n\r\n%.*s\r\n", (int)key, p,
			(int)(n - key - 1), p + key + 1);
		p += n + (p[n] == '&');
	}
	buf_printf(&b, "--bound\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: "
		"application/octet-stream\r\n\r\n%s\r\n--bound--\r\n", name, bytes);
	return post_raw(as(c->w, "nobody"), path, "multipart/form-data; boundary=bound", buf_text(&b), b.len,
		arena_printf(c->t->a, "Sec-Fetch-Site: same-origin\r\n%s", c->cookie ? c->cookie : ""));
}

struct seen_page link_look(struct door_case *c, const char *path)
{
	return get_with(as(c->w, "nobody"), path, c->cookie ? c->cookie : "");
}

const char *link_code(struct door_case *c)
{
	struct seen_page seen = post(c->w, arena_printf(c->t->a, "/links/%s", c->id), "do=code");
	struct test *t = c->t;

	expect_status(seen, 200);
	return after(t, seen.text, "The code is ", "0123456789 ");
}

struct seen_page link_come_in(struct door_case *c)
{
	struct test *t = c->t;
	struct seen_page seen = link_send(c, c->url, arena_printf(t->a, "code=%s", link_code(c)));

	if (strstr(seen.head, "__Host-session="))
		c->cookie = arena_printf(t->a, "Cookie: __Host-session=%s\r\n", after(t, seen.head, "__Host-session=", WORD));
	return seen;
}

const char *link_stamp(struct test *t, const char *page_text)
{
	const char *form = strstr(page_text, "<main");

	expect_stop(form); /* the header's sign-out has a stamp of its own */
	return after(t, form, "name=\"stamp\" value=\"", "0123456789abcdefghijklmnopqrstuvwxyz.");
}
