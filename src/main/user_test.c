/* user_test.c - `opensenco user`: accounts from the machine itself. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/people/area.h"
#include "main/commands.h"
#include "main/store.h"
#include "tests/test.h"

/* `opensenco NAME words... --data DIR`: its exit code. */
static int run(struct test *t, int (*command)(struct args *args), int count, const char *const *words)
{
	char **all = arena_array(t->a, (size_t)count + 2, sizeof *all);
	struct args args;

	for (int i = 0; i < count; i++)
		all[i] = arena_text(t->a, words[i]);
	all[count] = arena_text(t->a, "--data");
	all[count + 1] = arena_printf(t->a, "%s/school", t->dir);
	args = args_of(t->a, count + 2, all);
	return command(&args);
}

#define RUN(command, ...) \
	run(t, command, (int)(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *)), (const char *const[]){ __VA_ARGS__ })

static struct act *look(struct test *t)
{
	char *words[] = { arena_text(t->a, "--data"), arena_printf(t->a, "%s/school", t->dir) };
	struct args args = args_of(t->a, 2, words);
	struct act *act;
	struct store *s = arena_alloc(t->a, sizeof *s);

	expect_fine(store_find(&args, s));
	expect_fine(store_unseal(t->a, s));
	expect_fine(store_read(s, t->a, &STORE_PROGRAM, "", &act));
	return act;
}

static struct row *account(struct test *t, struct act *act, const char *login)
{
	struct row *row = NULL;

	expect_fine(account_named(act, login, true, &row));
	expect_stop(row);
	return row;
}

TEST(the_machine_makes_the_first_head_whom_no_page_could_make)
{
	struct act *act;
	struct actor *who;

	expect_int(RUN(cmd_init, "--school", "Thistlewick", "--login", "senco"), EXIT_FINE);
	expect_int(RUN(cmd_user, "add", "h.marsh", "--name", "Helen Marsh", "--role", "head", "--json"), EXIT_FINE);
	act = look(t);
	expect_fine(actor_load(act->db, t->a, act->house, row_id(account(t, act, "h.marsh")), act->today, &who));
	expect_int(who->held_count, 1);
	expect_text(act->house->matrix->roles[who->held[0].role], "head");
}

/* A command holds the installation's lock until its process ends: one that writes in each test. */
static void change_one(struct test *t, const char *word, const char *const *kept_changed)
{
	const char *hash, *totp;
	struct act *act;

	expect_int(RUN(cmd_init, "--login", "senco"), EXIT_FINE);
	act = look(t);
	hash = row_text(account(t, act, "senco"), ACCOUNT_PASSWORD);
	totp = row_text(account(t, act, "senco"), ACCOUNT_TOTP);
	expect_int(RUN(cmd_user, word, "senco"), EXIT_FINE);
	act = look(t);
	expect((strcmp(hash, row_text(account(t, act, "senco"), ACCOUNT_PASSWORD)) != 0) == (strcmp(kept_changed[0],
		"changed") == 0));
	expect((strcmp(totp, row_text(account(t, act, "senco"), ACCOUNT_TOTP)) != 0) == (strcmp(kept_changed[1], "changed") == 0));
}

TEST(a_new_password_leaves_the_code_app)
{
	change_one(t, "password", (const char *const[]){ "changed", "kept" });
}

TEST(a_new_code_app_leaves_the_password)
{
	change_one(t, "code", (const char *const[]){ "kept", "changed" });
}

TEST(a_closed_account_is_closed_from_the_machine)
{
	expect_int(RUN(cmd_init, "--login", "senco"), EXIT_FINE);
	expect_int(RUN(cmd_user, "close", "senco"), EXIT_FINE);
	expect_text(row_text(account(t, look(t), "senco"), ACCOUNT_STATE), "closed");
}

TEST(what_is_asked_wrongly_is_said_and_changes_nothing)
{
	expect_int(RUN(cmd_init, "--login", "senco"), EXIT_FINE);
	expect_int(RUN(cmd_user, "role", "senco", "king"), EXIT_MISUSE);
	expect_int(RUN(cmd_user, "promote", "senco"), EXIT_MISUSE);
	expect_int(RUN(cmd_who_can, "nobody"), EXIT_BAD);
	expect_int(RUN(cmd_user, "add", "senco"), EXIT_BAD);
}
