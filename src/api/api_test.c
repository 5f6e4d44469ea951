/* api_test.c - programs at the door: the same gate as the pages, messages by field, and once only what came twice. */
#include "areas/people/area.h"
#include "areas/register/area.h"
#include "record/bearer.h"
#include "tests/world.h"

struct making { struct world w; const char *login, *token; };

static const struct fault *make(struct act *act, void *self)
{
	struct making *m = self;
	struct bearer b = { .account = world_id(m->w, m->login), .campus = world_id(m->w, "thistlewick"), .name = "test",
		.until = "2099-01-01" };

	return bearer_make(act, &b, &m->token);
}

static const char *bearer(struct test *t, struct world w, const char *login)
{
	struct making m = { w, login, NULL };

	expect_fine(world_do(as(w, "program"), make, &m));
	return arena_printf(t->a, "Authorization: Bearer %s\r\n", m.token);
}

static struct seen_page send(struct world w, const char *path, const char *head, const char *body)
{
	return post_raw(as(w, "nobody"), path, "application/json", body, strlen(body), head);
}

static struct seen_page ask(struct world w, const char *path, const char *head)
{
	return get_with(as(w, "nobody"), path, head);
}

TEST_STORE(the_api_wants_a_token_and_reads_no_cookie)
{
	struct world w = world_new(t);

	expect_status(get(as(w, "senco"), "/api/1/pupil"), 401);
	expect_status(ask(w, "/api/1/pupil", "Authorization: Bearer nonsense\r\n"), 401);
	expect_status(send(w, "/api/1/note", "", "{}"), 401);
	expect_status(ask(w, "/api/1", bearer(t, w, "senco")), 200);
}

TEST_STORE(the_api_reads_what_the_account_reads)
{
	struct world w = world_new(t);
	const char *senco = bearer(t, w, "senco"), *teacher = bearer(t, w, "teacher");
	struct seen_page p = ask(w, "/api/1/pupil", senco);

	expect_int(p.status, 200);
	expect_has(p.text, "\"known_surname\": \"Whitlock\"");
	expect_lacks(p.text, "Faraway");
	p = ask(w, "/api/1/pupil/ana", teacher);
	expect_has(p.text, "\"known_as\": \"Ana\"");
	expect_lacks(p.text, "\"dob\"");
	expect_status(ask(w, "/api/1/pupil/zed", senco), 404);
	expect_status(ask(w, "/api/1/nonsense", senco), 404);
	expect_status(ask(w, "/api/1/need?limit=0", senco), 400);
	expect_status(ask(w, "/api/1/strength?words=x", senco), 400);
}

TEST_STORE(the_api_adds_changes_and_withdraws_through_the_verbs)
{
	struct world w = world_new(t);
	const char *head = bearer(t, w, "senco"), *sam = world_id(w, "sam"), *path;
	struct seen_page p = send(w, "/api/1/strength", head,
		arena_printf(t->a, "{\"pupil\": \"%s\", \"text\": \"Kind\", \"from\": \"2026-09-14\", \"priority\": 2}", sam));

	expect_int(p.status, 201);
	path = arena_printf(t->a, "/api/1/strength/%.26s", strstr(p.text, "\"id\": \"") + 7);
	expect_has(ask(w, path, head).text, "\"priority\": 2");
	expect_status(send(w, path, head, "{\"text\": \"Kinder\"}"), 400);
	expect_status(send(w, path, head, "{\"version\": 1, \"text\": \"Kinder\"}"), 200);
	expect_status(send(w, path, head, "{\"version\": 1, \"text\": \"Kindest\"}"), 409);
	expect_has(ask(w, path, head).text, "\"Kinder\"");
	expect_status(send(w, arena_printf(t->a, "%s/withdraw", path), head, "{\"reason\": \"Twice\"}"), 200);
	expect_lacks(ask(w, "/api/1/strength", head).text, "Kinder");
	expect_status(send(w, "/api/1/strength", bearer(t, w, "it"), "{}"), 404);
	expect_status(send(w, "/api/1/setting", head, "{}"), 403);
}

TEST_STORE(the_api_names_each_field_that_is_wrong)
{
	struct world w = world_new(t);
	const char *head = bearer(t, w, "senco"), *sam = world_id(w, "sam");
	struct seen_page p = send(w, "/api/1/strength", head, arena_printf(t->a, "{\"pupil\": \"%s\", \"from\": \"2026-02-30\"}",
		sam));

	expect_int(p.status, 400);
	expect_has(p.text, "{\"field\": \"text\", \"text\": \"Enter the strength\"}");
	expect_has(p.text, "{\"field\": \"from\"");
	expect_status(send(w, "/api/1/strength", head, "[1]"), 400);
	expect_status(send(w, "/api/1/strength", head, "{\"a\": 1"), 400);
	expect_status(send(w, "/api/1/strength", head, "{\"text\": {\"a\": 1}}"), 400);
	expect_status(send(w, "/api/1/strength", head, "{\"nonsense\": 1}"), 400);
	expect_status(send(w, "/api/1/pupil", head, "{\"alias_of\": \"x\"}"), 403);
}

TEST_STORE(the_same_key_twice_makes_one_record_and_with_other_content_none)
{
	struct world w = world_new(t);
	const char *head = arena_printf(t->a, "%sIdempotency-Key: monday-1\r\n", bearer(t, w, "senco")), *sam = world_id(w, "sam");
	const char *body = arena_printf(t->a, "{\"pupil\": \"%s\", \"text\": \"Kind\", \"from\": \"2026-09-14\"}", sam);
	struct seen_page one = send(w, "/api/1/strength", head, body), two = send(w, "/api/1/strength", head, body);

	expect_int(one.status, 201);
	expect_int(two.status, 201);
	expect_text(two.text, one.text);
	expect_status(send(w, "/api/1/strength", head, arena_printf(t->a, "%s ", body)), 409);
	expect_has(ask(w, "/api/1/strength", head).text, "\"total\": 1");
}
