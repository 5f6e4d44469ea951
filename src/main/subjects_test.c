/* subjects_test.c - every place in the program that makes a subject line, found in its text: no subject is put together from
 * anybody's name. What a person types is looked at when it goes (write.c, tell.c), and what is sent is looked at in
 * reach_walk_test.c. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/fault.h"
#include "tests/test.h"

/* How a subject is given, and how many commas stand before it in that call; -1: it follows at once. */
static const struct { const char *mark; int commas; } MARKS[] = {
	{ ".subject = ", -1 }, { "tell_staff(", 3 }, { "tell_role(", 3 }, { "tell_contact(", 4 }, { "rq_link_tell(", 1 },
};

/* Words of a name, outside what is in quotes. A letter's title is a person's own words, looked at in write.c. */
static const char *const NAMING[] = { "known", "forename", "surname", "first", "who", "name", "pupil", "PUPIL", "child" };

/* From `at`, the argument that begins there: up to a comma or bracket of its own depth, without what stands in quotes. */
static const char *argument(struct arena *a, const char *at, int commas)
{
	struct buf b = buf_new(a);
	int depth = 0;

	for (; *at && depth >= 0; at++) {
		if (*at == '"') {
			for (at++; *at && *at != '"'; at++)
				at += *at == '\\';
			continue;
		}
		depth += (*at == '(' || *at == '{' || *at == '[') - (*at == ')' || *at == '}' || *at == ']');
		if ((*at == ',' || *at == ';') && depth == 0 && commas-- <= 0)
			break;
		if (commas <= 0)
			buf_add_c(&b, *at);
	}
	return buf_text(&b);
}

static bool names_somebody(const char *words)
{
	for (size_t i = 0; i < sizeof NAMING / sizeof *NAMING; i++)
		if (strstr(words, NAMING[i]))
			return true;
	return false;
}

static int look_at(struct test *t, const char *path)
{
	char *text = arena_alloc(t->a, 1 << 18);
	FILE *f = fopen(path, "r");
	int found = 0;
	size_t n;

	expect_stop(f);
	n = fread(text, 1, (1 << 18) - 1, f);
	text[n] = 0;
	fclose(f);
	if (!strstr(text, "web/tell.h") && !strstr(text, "rq_link_tell("))
		return 0;
	for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
		for (const char *at = text; (at = strstr(at, MARKS[i].mark)); at++) {
			const char *words = argument(t->a, at + strlen(MARKS[i].mark), MARKS[i].commas);

			found++;
			if (names_somebody(words))
				test_fail(t, __FILE__, __LINE__, "%s: a subject from \"%s\": a name may be in it", path, words);
		}
	return found;
}

static int look_in(struct test *t, const char *folder)
{
	DIR *d = opendir(folder);
	int found = 0;

	expect_stop(d);
	for (struct dirent *e; (e = readdir(d));) {
		const char *path = arena_printf(t->a, "%s/%s", folder, e->d_name), *dot = strrchr(e->d_name, '.');
		struct stat st;

		if (e->d_name[0] == '.' || stat(path, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode))
			found += look_in(t, path);
		else if (dot && strcmp(dot, ".c") == 0 && !strstr(e->d_name, "_test.c") && strcmp(path, "src/web/tell.c") != 0)
			found += look_at(t, path);
	}
	closedir(d);
	return found;
}

TEST(no_place_that_makes_a_subject_puts_a_name_into_it)
{
	expect(look_in(t, "src") > 15); /* else the marks are not those of the program any more */
}
