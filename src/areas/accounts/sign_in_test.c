/* Signing in, staying in, and getting out: through the pages, as a browser would. */
#include "areas/accounts/area.h"
#include "base/text.h"
#include "seal/hash.h"
#include "tests/test.h"
#include "tests/world.h"

static const char PASSWORD[] = "velvet canoe ninety moss";
static const unsigned char SECRET_BYTES[TOTP_SECRET] = "twenty bytes of key";

static const struct fault *give_password(struct act *act, void *self)
{
	struct form *form = form_new(act->a, &ACCOUNT);
	struct row *account;
	const char *hash;

	TRY(record_get(act, &ACCOUNT, self, &account));
	TRY(password_hash(act->a, PASSWORD, strlen(PASSWORD), &hash));
	form_set(form, ACCOUNT_PASSWORD, hash);
	form_set(form, ACCOUNT_TOTP, seal_hex(act->a, SECRET_BYTES, sizeof SECRET_BYTES));
	return record_change(act, account, form);
}

/* A world in which this login's password and code app are known. */
static struct world known(struct test *t, const char *login)
{
	struct world w = world_new(t);

	expect_fine(world_do(as(w, "program"), give_password, (void *)(uintptr_t)world_id(w, login)));
	return as(w, "nobody");
}

static struct seen_page send(struct world w, const char *path, const char *body)
{
	return post_raw(w, path, "application/x-www-form-urlencoded", body, strlen(body), "Sec-Fetch-Site: same-origin\r\n");
}

static struct seen_page try_password(struct world w, const char *login, const char *password)
{
	return send(w, "/sign-in", arena_printf(w.t->a, "login=%s&password=%s&next=/account", login, password));
}

/* The value of a hidden field. */
static const char *hidden(struct test *t, const char *seen, const char *name)
{
	const char *at = strstr(seen, arena_printf(t->a, "name=\"%s\" value=\"", name));

	if (!at)
		return "";
	at = strstr(at, "value=\"") + 7;
	return arena_text_n(t->a, at, strcspn(at, "\""));
}

static const char *code_at(struct test *t, int64_t steps)
{
	return totp_code(t->a, SECRET_BYTES, sizeof SECRET_BYTES, clock_seconds() + steps * TOTP_STEP);
}

static struct seen_page try_code(struct world w, const char *ticket, const char *code, const char *next)
{
	return send(w, "/sign-in/code", arena_printf(w.t->a, "ticket=%s&code=%s&next=%s", ticket, code, next));
}

static const char *session_cookie(struct test *t, struct seen_page seen)
{
	const char *at = strstr(seen.head, "__Host-session=");

	return at ? arena_text_n(t->a, at + 15, strcspn(at + 15, ";")) : "";
}

TEST_STORE(password_and_code_open_a_session_and_lead_to_where_one_was_going)
{
	struct world w = known(t, "senco");
	struct seen_page seen = try_password(w, "senco", "velvet+canoe+ninety+moss"), in;

	expect_status(seen, 200);
	expect(strstr(seen.text, "Enter your code") != NULL);
	in = try_code(w, hidden(t, seen.text, "ticket"), code_at(t, 0), "/account");
	expect_goes(in, "/account");
	expect(strlen(session_cookie(t, in)) == SEAL_TOKEN - 1);
	expect(strstr(in.head, "HttpOnly") && strstr(in.head, "SameSite=Lax") && strstr(in.head, "Secure"));
}

TEST_STORE(an_unknown_name_and_a_wrong_password_get_one_answer)
{
	struct world w = known(t, "senco");
	struct seen_page wrong = try_password(w, "senco", "not+it"), nobody = try_password(w, "sencx", "not+it");

	expect_status(wrong, 400);
	expect_status(nobody, 400);
	expect_int(wrong.length, nobody.length);
	expect(strstr(wrong.text, "is not right") && strstr(nobody.text, "is not right"));
}

TEST_STORE(a_code_works_once)
{
	struct world w = known(t, "senco");
	struct seen_page seen = try_password(w, "senco", "velvet+canoe+ninety+moss");
	const char *ticket = hidden(t, seen.text, "ticket"), *code = code_at(t, 0);

	expect_goes(try_code(w, ticket, code, "/"), "/");
	expect_status(try_code(w, ticket, code, "/"), 400);
}

TEST_STORE(a_ticket_of_our_own_making_alone_leads_to_the_code)
{
	struct world w = known(t, "senco");
	struct seen_page seen = try_password(w, "senco", "velvet+canoe+ninety+moss");
	const char *ticket = hidden(t, seen.text, "ticket"), *other = world_id(w, "head");

	expect_status(try_code(w, arena_printf(t->a, "%.*s%s", (int)(strlen(ticket) - strlen(other)), ticket, other), code_at(t, 0),
		"/"), 400);
	expect_status(try_code(w, "", code_at(t, 0), "/"), 400);
}

TEST(next_is_a_path_of_ours_or_home)
{
	expect_text(local_path("/register?year=8"), "/register?year=8");
	expect_text(local_path("//evil.example/"), "/");
	expect_text(local_path("https://evil.example/"), "/");
	expect_text(local_path("/\\evil.example"), "/");
	expect_text(local_path("/a\nSet-Cookie: x"), "/");
	expect_text(local_path("/sign-out"), "/");
	expect_text(local_path(NULL), "/");
}

TEST_STORE(guessing_is_slowed_for_that_name_on_that_device_only)
{
	struct world w = known(t, "senco");
	struct seen_page seen = { 0 };

	for (int i = 0; i < 6; i++)
		seen = try_password(w, "senco", "no");
	expect_status(seen, 429);
	expect(strstr(seen.head, "Retry-After") != NULL);
	expect_status(try_password(w, "head", "no"), 400);
}

TEST_STORE(a_name_that_nobody_has_is_slowed_as_well)
{
	struct world w = as(world_new(t), "nobody");
	struct seen_page seen = { 0 };

	for (int i = 0; i < 6; i++)
		seen = try_password(w, "sencx", "no");
	expect_status(seen, 429);
}

TEST_STORE(a_closed_account_is_like_an_unknown_one)
{
	struct world w = known(t, "teacher");
	const char *id = world_id(w, "teacher");

	expect_status(get(as(w, "head"), arena_printf(t->a, "/accounts/%s/state", id)), 200);
	expect_goes(post(as(w, "head"), arena_printf(t->a, "/accounts/%s/state", id), ""), "/accounts/");
	expect_status(try_password(w, "teacher", "velvet+canoe+ninety+moss"), 400);
	expect_goes(get(as(w, "teacher"), "/account"), "/sign-in");
}

TEST_STORE(another_sites_form_signs_nobody_in)
{
	struct world w = known(t, "senco");
	const char *body = "login=senco&password=velvet+canoe+ninety+moss";

	expect_status(post_raw(w, "/sign-in", "application/x-www-form-urlencoded", body, strlen(body),
		"Sec-Fetch-Site: cross-site\r\n"), 403);
}

TEST_STORE(signing_out_ends_the_session_and_not_only_the_cookie)
{
	struct world w = as(world_new(t), "senco");

	expect_status(get(w, "/account"), 200);
	expect_goes(post(w, "/sign-out", ""), "/sign-in");
	expect_goes(get(w, "/account"), "/sign-in");
}

TEST_STORE(a_locked_session_opens_with_the_password_and_keeps_what_came_late)
{
	struct world w = known(t, "senco"), senco = as(w, "senco");
	struct seen_page seen;

	expect_status(get(senco, "/account"), 200);
	clock_fix(clock_seconds() + 700);
	expect_goes(get(senco, "/account"), "/locked?next=%2Faccount");
	expect_goes(post(senco, "/accounts/new", "name=Half+typed"), "/locked?kept=1");
	expect_status(post(senco, "/locked", "password=wrong&next=/drafts"), 400);
	expect_goes(post(senco, "/locked", "password=velvet+canoe+ninety+moss&next=/drafts"), "/drafts");
	seen = get(senco, "/drafts");
	expect(strstr(seen.text, "Add an account") && strstr(seen.text, "locked before it was saved"));
	clock_fix(-1);
}

TEST_STORE(a_draft_needs_the_stamp_of_its_own_form)
{
	struct world w = as(world_new(t), "head");
	const char *stamp = world_stamp(w, "/delegations/new", 0);

	expect_status(send(w, "/drafts", arena_printf(t->a, "stamp=%s&draft_of=/delegations/new&reason=Leave", stamp)), 200);
	expect_status(send(w, "/drafts", arena_printf(t->a, "stamp=%s&draft_of=/accounts/new&reason=Leave", stamp)), 400);
	expect(strstr(get(w, "/drafts").text, "Have somebody stand in") != NULL);
	expect(strstr(get(as(w, "senco"), "/drafts").text, "Have somebody stand in") == NULL);
}

TEST_STORE(a_fresh_code_renews_the_token_and_open_forms_stay_good)
{
	struct world w = known(t, "head"), head = as(w, "head");
	const char *before = world_stamp(head, "/account/sessions", 0);
	struct seen_page seen;

	expect_status(get(head, "/account"), 200);
	clock_fix(clock_seconds() + 590);
	expect_status(get(head, "/account"), 200);
	clock_fix(clock_seconds() + 100);
	expect_goes(get(head, "/delegations/new"), "/step-up?next=%2Fdelegations%2Fnew");
	seen = post(head, "/step-up", arena_printf(t->a, "code=%s&next=/delegations/new", code_at(t, 0)));
	expect_goes(seen, "/delegations/new");
	expect_goes(get(head, "/account"), "/sign-in"); /* the old token */
	seen = post_raw(w, "/account/sessions", "application/x-www-form-urlencoded", arena_printf(t->a, "stamp=%s", before),
		6 + strlen(before), arena_printf(t->a, "Cookie: __Host-session=%s\r\n", session_cookie(t, seen)));
	expect_goes(seen, "/account");
	clock_fix(-1);
}

static const struct fault *hold_elsewhere(struct act *act, void *self)
{
	const char *const *ids = self; /* account, campus */
	struct form *form = form_new(act->a, &ROLE_HELD);
	const char *id;

	act->campus = ids[1];
	form_set(form, ROLE_HELD_ACCOUNT, ids[0]);
	form_set(form, ROLE_HELD_ROLE, "senco");
	form_set(form, ROLE_HELD_FROM, "2024-09-01");
	return record_add(act, &ROLE_HELD, NULL, form, &id);
}

TEST_STORE(somebody_with_roles_at_two_schools_chooses_which_to_see)
{
	struct world w = world_new(t), senco = as(w, "senco");
	const char *ids[] = { world_id(w, "senco"), world_id(w, "harrowgate") };
	struct seen_page seen;

	expect(strstr(get(senco, "/campus").text, "Harrowgate") == NULL);
	expect_status(post(senco, "/campus", "campus=harrowgate"), 400);
	expect_fine(world_do(as(w, "program"), hold_elsewhere, ids));
	seen = get(senco, "/campus");
	expect(strstr(seen.text, "Harrowgate Primary") && strstr(seen.text, "Thistlewick High School"));
	expect_goes(post(senco, "/campus", "campus=harrowgate"), "/");
	expect_status(get(senco, "/pupils/zed"), 200);
	expect_status(get(senco, "/pupils/sam"), 404);
}

TEST_STORE(a_role_that_is_not_held_cannot_be_chosen)
{
	struct world w = world_new(t);
	const char *stamp = world_stamp(as(w, "teacher"), "/role", 0);

	expect_status(get(as(w, "teacher"), "/role"), 200);
	expect_status(post_raw(as(w, "teacher"), "/role", "application/x-www-form-urlencoded",
		arena_printf(t->a, "role=head&stamp=%s", stamp), strlen(stamp) + 16, NULL), 400);
}

TEST_STORE(a_token_in_another_browser_asks_for_the_password)
{
	struct world w = known(t, "senco");
	struct seen_page seen = try_password(w, "senco", "velvet+canoe+ninety+moss");
	const char *body = arena_printf(t->a, "ticket=%s&code=%s&next=/", hidden(t, seen.text, "ticket"), code_at(t, 0)), *token;

	seen = post_raw(w, "/sign-in/code", "application/x-www-form-urlencoded", body, strlen(body), "User-Agent: Firefox\r\n");
	token = session_cookie(t, seen);
	expect_goes(post_raw(w, "/role", "application/x-www-form-urlencoded", "role=senco", 10,
		arena_printf(t->a, "Cookie: __Host-session=%s\r\nUser-Agent: Other\r\n", token)), "/locked");
	expect_status(post_raw(w, "/role", "application/x-www-form-urlencoded", "role=senco", 10,
		arena_printf(t->a, "Cookie: __Host-session=%s\r\nUser-Agent: Firefox\r\n", token)), 403); /* no stamp, but not locked */
}

TEST_STORE(whoever_signs_in_is_told_of_wrong_tries_before)
{
	struct world w = known(t, "senco");
	struct seen_page seen;

	for (int i = 0; i < 4; i++)
		expect_status(try_password(w, "senco", "no"), 400);
	seen = try_password(w, "senco", "velvet+canoe+ninety+moss");
	expect(strstr(hidden(t, seen.text, "ticket"), " 4") != NULL); /* carried to the page after the code */
	expect_goes(try_code(w, hidden(t, seen.text, "ticket"), code_at(t, 0), "/account"), "/account");
}
