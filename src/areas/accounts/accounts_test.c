/* Accounts, invitations and roles through the pages: who may give what, and what is shown once. */
#include "areas/accounts/area.h"
#include "base/text.h"
#include "seal/hash.h"
#include "tests/test.h"
#include "tests/world.h"

static const char *account_path(struct world w, const char *login, const char *more)
{
	return arena_printf(w.t->a, "/accounts/%s%s", world_id(w, login), more);
}

static struct seen_page send(struct world w, const char *path, const char *body)
{
	return post_raw(w, path, "application/x-www-form-urlencoded", body, strlen(body), "Sec-Fetch-Site: same-origin\r\n");
}

/* post() takes names of people for their ids, and roles here have the names of people: this sends what is written. */
static struct seen_page plain(struct world w, const char *path, const char *body)
{
	return send(w, path, arena_printf(w.t->a, "%s&stamp=%s", body, world_stamp(w, path, 0)));
}

/* "/invitation/TOKEN" out of a letter. */
static const char *link_in(struct test *t, struct seen_page letter)
{
	const char *at = strstr(letter.text, "/invitation/");

	expect_stop(at);
	return arena_text_n(t->a, at, 12 + strspn(at + 12, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"));
}

static const char *hidden(struct test *t, const char *seen, const char *name)
{
	const char *at = strstr(seen, arena_printf(t->a, "name=\"%s\" value=\"", name));

	expect_stop(at);
	at = strstr(at, "value=\"") + 7;
	return arena_text_n(t->a, at, strcspn(at, "\""));
}

/* What an app would show: the ticket of the seen carries the secret, for it is its owner's. */
static const char *code_of(struct test *t, const char *ticket)
{
	unsigned char secret[TOTP_SECRET];

	expect_stop(seal_unhex(strrchr(ticket, '.') + 1, secret, sizeof secret));
	return totp_code(t->a, secret, sizeof secret, clock_seconds());
}

TEST_STORE(an_invitation_becomes_an_account_with_password_code_and_recovery_codes)
{
	struct world w = world_new(t), nobody = as(w, "nobody");
	struct seen_page seen = plain(as(w, "it"), "/accounts/new", "name=Helen+Marsh&login=h.marsh&role=teacher");
	const char *link, *ticket;

	expect_status(seen, 200);
	link = link_in(t, seen);
	expect_status(get(nobody, link), 200);
	expect_status(send(nobody, link, "password=short"), 400);
	expect_goes(send(nobody, link, "password=purple+tractor+lamp+seven"), "/code");
	seen = get(nobody, arena_printf(t->a, "%s/code", link));
	expect(strstr(seen.text, "<svg class=\"os-square\"") != NULL);
	ticket = hidden(t, seen.text, "ticket");
	expect_status(send(nobody, arena_printf(t->a, "%s/code", link), arena_printf(t->a, "ticket=%s&code=000000", ticket)), 400);
	seen = send(nobody, arena_printf(t->a, "%s/code", link), arena_printf(t->a, "ticket=%s&code=%s", ticket,
		code_of(t, ticket)));
	expect_status(seen, 200);
	expect(strstr(seen.text, "Your recovery codes") && strstr(seen.head, "__Host-session="));
	expect_status(get(nobody, link), 404);
}

TEST_STORE(a_new_invitation_makes_the_older_one_void)
{
	struct world w = world_new(t);
	const char *first = link_in(t, post(as(w, "it"), account_path(w, "ta", "/invite"), "")), *second;

	second = link_in(t, post(as(w, "it"), account_path(w, "ta", "/invite"), ""));
	expect_status(get(as(w, "nobody"), first), 404);
	expect_status(get(as(w, "nobody"), second), 200);
}

TEST_STORE(an_invitation_ends_after_seven_days)
{
	struct world w = world_new(t);
	const char *link = link_in(t, post(as(w, "it"), account_path(w, "ta", "/invite"), ""));

	clock_fix(clock_seconds() + 7 * 86400 + 60);
	expect_status(get(as(w, "nobody"), link), 404);
	clock_fix(-1);
}

TEST_STORE(only_a_head_makes_a_new_way_into_an_account_that_reads_more_than_a_class)
{
	struct world w = world_new(t);

	expect_status(post(as(w, "it"), account_path(w, "senco", "/invite"), ""), 400);
	expect_status(post(as(w, "office"), account_path(w, "senco", "/invite"), ""), 400);
	expect_status(post(as(w, "head"), account_path(w, "senco", "/invite"), ""), 200);
}

TEST_STORE(nobody_gives_themselves_a_role)
{
	struct world w = world_new(t);
	const char *body = "role=teacher&from-day=22&from-month=11&from-year=2026";

	expect_status(plain(as(w, "it"), account_path(w, "it", "/roles/new"), body), 400);
	expect_status(plain(as(w, "head"), account_path(w, "head", "/roles/new"), body), 400);
	expect_goes(plain(as(w, "it"), account_path(w, "ta", "/roles/new"), body), "/accounts/");
}

TEST_STORE(it_gives_no_role_that_reads_more_than_a_class_and_a_head_does)
{
	struct world w = world_new(t);
	static const char *const GUARDED[] = { "senco", "dsl", "head", "it" };

	for (size_t i = 0; i < sizeof GUARDED / sizeof *GUARDED; i++) {
		const char *body = arena_printf(t->a, "role=%s&from-day=22&from-month=11&from-year=2026", GUARDED[i]);

		expect_status(plain(as(w, "it"), account_path(w, "ta", "/roles/new"), body), 400);
	}
	expect_goes(plain(as(w, "head"), account_path(w, "ta", "/roles/new"), "role=dsl&from-day=22&from-month=11&from-year=2026"),
		"/accounts/");
}

TEST_STORE(a_role_given_acts_at_the_next_request_and_ends_with_its_last_day)
{
	struct world w = world_new(t);

	expect_status(get(as(w, "ta"), "/accounts/new"), 404);
	expect_goes(plain(as(w, "head"), account_path(w, "ta", "/roles/new"), "role=it&from-day=1&from-month=9&from-year=2025"
		"&until-day=1&until-month=1&until-year=2099"), "/accounts/");
	expect_status(get(as(w, "ta"), "/accounts/new"), 200);
}

TEST_STORE(a_lent_role_works_until_its_last_day_and_only_its_holder_lends_it)
{
	struct world w = world_new(t);
	const char *days = "&from-day=1&from-month=1&from-year=2026&until-day=31&until-month=12&until-year=2026&reason=Leave";
	const char *to_ta = arena_printf(t->a, "role=head&taker=%s%s", world_id(w, "ta"), days);

	clock_fix(moment_seconds("2026-11-22T10:00:00Z"));
	expect_status(plain(as(w, "senco"), "/delegations/new", to_ta), 400);
	expect_status(get(as(w, "ta"), account_path(w, "senco", "")), 404);
	expect_goes(plain(as(w, "head"), "/delegations/new", arena_printf(t->a, "giver=%s&%s", world_id(w, "head"), to_ta)),
		"/delegations");
	expect_status(get(as(w, "ta"), account_path(w, "senco", "")), 200);
	clock_fix(-1);
}

TEST_STORE(a_conflict_is_declared_for_oneself_and_taken_off_by_somebody_else)
{
	struct world w = world_new(t);
	struct seen_page seen;
	const char *at;

	expect_goes(post(as(w, "teacher"), "/pupils/sam/conflicts/new", "reason=My+son"), "/conflicts");
	seen = get(as(w, "teacher"), "/conflicts");
	expect(strstr(seen.text, "My son") && !strstr(seen.text, "Take it off"));
	expect_status(get(as(w, "ta"), "/conflicts"), 200);
	expect(strstr(get(as(w, "ta"), "/conflicts").text, "My son") == NULL);
	seen = get(as(w, "head"), "/conflicts");
	at = strstr(seen.text, "/conflicts/");
	while (at && !strstr(arena_text_n(t->a, at, strcspn(at, "\"")), "/end"))
		at = strstr(at + 1, "/conflicts/");
	expect_stop(at);
	expect_goes(post(as(w, "head"), arena_text_n(t->a, at, strcspn(at, "\"")), ""), "/conflicts");
}

TEST_STORE(a_teacher_sees_their_own_account_and_nobody_elses)
{
	struct world w = world_new(t);

	expect_goes(get(as(w, "teacher"), "/accounts"), "/account");
	expect_status(get(as(w, "teacher"), "/account"), 200);
	expect_status(get(as(w, "teacher"), account_path(w, "senco", "")), 404);
	expect_status(get(as(w, "teacher"), account_path(w, "senco", "/edit")), 404);
}

TEST_STORE(no_page_shows_a_password_hash_or_a_secret)
{
	struct world w = world_new(t);
	struct seen_page seen = get(as(w, "it"), account_path(w, "senco", ""));

	expect_status(seen, 200);
	expect(!strstr(seen.text, "$argon2id") && !strstr(get(as(w, "senco"), "/account").text, "$argon2id"));
}

TEST_STORE(a_sign_in_name_belongs_to_one_person)
{
	struct world w = world_new(t);

	expect_status(plain(as(w, "it"), "/accounts/new", "name=Second&login=senco"), 400);
	expect_status(plain(as(w, "it"), "/accounts/new", "name=Second&login=senco2"), 400); /* of the other school */
	expect_status(plain(as(w, "it"), "/accounts/new", "name=Second&login=Capital+Letters"), 400);
}

/* "7k4p-9qxd-2mfa" out of the page that shows it. */
static const char *reset_code_in(struct test *t, struct seen_page seen)
{
	const char *at = strstr(seen.text, "os-secret\">");

	expect_stop(at);
	return arena_text_n(t->a, at + 11, 14);
}

static struct seen_page reset(struct world w, const char *login, const char *code, const char *password)
{
	return send(as(w, "nobody"), "/reset", arena_printf(w.t->a, "login=%s&code=%s&password=%s", login, code, password));
}

TEST_STORE(a_reset_code_changes_the_password_once_and_leaves_the_code_app)
{
	struct world w = world_new(t);
	const char *code, *totp;
	struct row *account;

	expect_fine(account_named(world_read(as(w, "program")), "senco", true, &account));
	totp = row_text(account, ACCOUNT_TOTP);
	code = reset_code_in(t, post(as(w, "it"), account_path(w, "senco", "/reset"), ""));
	expect_status(get(as(w, "senco"), "/register"), 200);
	expect_status(reset(w, "teacher", code, "purple+tractor+lamp+seven"), 400);
	expect_status(reset(w, "senco", "0000-0000-0000", "purple+tractor+lamp+seven"), 400);
	expect_status(reset(w, "senco", code, "short"), 400);
	expect_status(reset(w, "senco", code, arena_printf(t->a, "%02000d", 1)), 400);
	expect_goes(reset(w, "senco", code, "purple+tractor+lamp+seven"), "/sign-in?reset=1");
	expect_status(reset(w, "senco", code, "another+tractor+lamp+seven"), 400);
	expect_fine(account_named(world_read(as(w, "program")), "senco", true, &account));
	expect(*row_text(account, ACCOUNT_PASSWORD) != 0);
	expect_text(row_text(account, ACCOUNT_TOTP), totp);
	expect(get(as(w, "senco"), "/register").status != 200);
}

TEST_STORE(a_reset_code_ends_after_a_day_and_with_the_next_one)
{
	struct world w = world_new(t);
	const char *first = reset_code_in(t, post(as(w, "it"), account_path(w, "ta", "/reset"), "")), *second;

	second = reset_code_in(t, post(as(w, "it"), account_path(w, "ta", "/reset"), ""));
	expect_status(reset(w, "ta", first, "purple+tractor+lamp+seven"), 400);
	clock_fix(clock_seconds() + 86400 + 60);
	expect_status(reset(w, "ta", second, "purple+tractor+lamp+seven"), 400);
	clock_fix(-1);
}

TEST_STORE(only_those_who_invite_make_reset_codes_and_unknown_names_get_the_same_answer)
{
	struct world w = world_new(t);

	expect(post(as(w, "teacher"), account_path(w, "ta", "/reset"), "").status != 200);
	expect_text(strstr(reset(w, "nobody.here", "7k4p-9qxd-2mfa", "purple+tractor+lamp+seven").text, "do not fit together") ?
		"told" : "", "told");
	expect_text(strstr(reset(w, "ta", "7k4p-9qxd-2mfa", "purple+tractor+lamp+seven").text, "do not fit together") ? "told" : "",
		"told");
}
