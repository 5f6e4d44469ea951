/* sql_tool_test.c - named queries: what tools/sql makes of good ones, and what it says of bad ones. */
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "tests/data/sql/good.sql.h"
#include "tests/test.h"

TEST(a_named_query_becomes_a_const_with_its_marks_and_columns)
{
	const struct query *q = &Q_BUSIEST_PUPILS;

	expect_text(q->name, "busiest_pupils");
	expect_text(q->scope, "GROUP");
	expect_int(q->tier, 2);
	expect_int(q->params, 2);
	expect_int(q->column_count, 2);
	expect_text(q->columns[Q_BUSIEST_PUPILS_MANY], "many");
	expect_int(q->mark_count, 4);
	expect_text(q->marks[0].alias, "s");
	expect_text(q->marks[0].table, "session");
	expect_text(q->marks[1].table, "plan");
	expect_text(q->marks[3].alias, "room");
	expect_has(q->sql, "name = '; $9 \"'");
	expect_text(Q_CAMPUS_NAMES.sql, "SELECT name FROM campus\n WHERE {scope campus}");
	expect(QUERIES_SQL[2] == &Q_CAMPUS_NAMES && QUERIES_SQL[3] == NULL);
}

TEST(comments_do_not_reach_the_database)
{
	expect_lacks(Q_OPEN_CONCERNS.sql, "comment");
	expect_int(Q_OPEN_CONCERNS.mark_count, 1);
}

static const char *read_all(struct test *t, const char *path)
{
	struct buf b = buf_new(t->a);
	FILE *f = fopen(path, "r");

	expect_stop(f != NULL);
	for (int c; (c = fgetc(f)) != EOF;)
		buf_add_c(&b, (char)c);
	fclose(f);
	return buf_text(&b);
}

/* What the tool writes on standard error; it must fail and leave no C. */
static const char *complaints(struct test *t, const char *in)
{
	const char *c = arena_printf(t->a, "%s/out.c", t->dir), *h = arena_printf(t->a, "%s/out.h", t->dir);
	const char *err = arena_printf(t->a, "%s/err", t->dir);
	char *argv[] = { SQL_TOOL, arena_text(t->a, in), arena_text(t->a, c), arena_text(t->a, h), NULL };
	char *none[] = { NULL };
	posix_spawn_file_actions_t to;
	int status = -1;
	pid_t pid;

	posix_spawn_file_actions_init(&to);
	posix_spawn_file_actions_addopen(&to, STDERR_FILENO, err, O_WRONLY | O_CREAT, 0600);
	expect_stop(posix_spawn(&pid, SQL_TOOL, &to, NULL, argv, none) == 0 && waitpid(pid, &status, 0) == pid);
	posix_spawn_file_actions_destroy(&to);
	expect(WIFEXITED(status) && WEXITSTATUS(status) == 1);
	expect(access(c, F_OK) != 0 && access(h, F_OK) != 0);
	return read_all(t, err);
}

static int count_of(const char *text, const char *part)
{
	int n = 0;

	for (const char *p = strstr(text, part); p; p = strstr(p + 1, part))
		n++;
	return n;
}

TEST(each_bad_query_is_told_what_is_wrong_and_nothing_else)
{
	const char *path = arena_printf(t->a, "%s/sql/bad.sql", t->data);
	const char *said = complaints(t, path), *bad = read_all(t, path);
	const char *mark = "\n-- bad: ";

	for (const char *p = strstr(bad, mark); p; p = strstr(p + 1, mark)) {
		const char *want = p + strlen(mark);

		expect_has(said, arena_text_n(t->a, want, strcspn(want, "\n")));
	}
	expect_int(count_of(said, ": error: "), count_of(bad, mark));
	expect_has(said, "bad.sql:4: error: query no_scope");
}
