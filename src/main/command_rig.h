/* command_rig.h - commands as tests give them: to the serve of a test's world, over its local socket.
 *
 *	struct rig rig = rig_new(with_register(t));
 *	expect_int(ASK(&rig, "register", "--format", "json"), EXIT_FINE);
 *	expect_has(rig.out, "Whitlock");
 */
#ifndef MAIN_COMMAND_RIG_H
#define MAIN_COMMAND_RIG_H

#include <stdlib.h>

#include "main/local.h"
#include "tests/world.h"

struct rig {
	struct test *t;
	struct store store;
	struct local *local;
	struct writer *writer;
	const char *out, *err;        /* of the newest command */
};

static inline void rig_end(void *self)
{
	struct rig *rig = self;

	local_stop(rig->local);
	writer_stop(rig->writer);
}

/* What serve does, without pages. Lasts as long as the test. */
static inline struct rig *rig_new(struct world w)
{
	struct test *t = w.t;
	struct rig *rig = arena_alloc(t->a, sizeof *rig);
	struct writer_options o = { .where = world_where(w), .house = world_house(w), .sealer = world_sealer(w) };
	int fd;

	*rig = (struct rig){ .t = t, .store = { .a = t->a, .dir = t->dir, .where = o.where, .house = *o.house,
		.sealer = o.sealer } };
	expect_fine(local_listen(t->a, &rig->store, &fd));
	expect_fine(writer_start(t->a, &o, &rig->writer));
	expect_fine(local_start(t->a, &rig->store, rig->writer, fd, &rig->local));
	arena_defer(t->a, rig_end, rig);
	return rig;
}

/* The exit code of `opensenco words... --data DIR`; *out and *err: what it said. By serve's socket if `asks`, else in this
 * process. */
static inline int rig_command(struct test *t, const char *dir, bool asks, const char *const *words, int count, const char **out,
	const char **err)
{
	const struct command *c = command_find(words[0]);
	struct arena *a = arena_new((size_t)1 << 30);
	char **all = arena_array(a, (size_t)count + 1, sizeof *all), *texts[2];
	struct args args = args_of(a, count + 1, all);
	size_t sizes[2];
	int code;

	for (int i = 1; i < count; i++)
		all[i - 1] = arena_text(a, words[i]);
	all[count - 1] = arena_text(a, "--data");
	all[count] = arena_text(a, dir);
	args.out = open_memstream(&texts[0], &sizes[0]);
	args.err = open_memstream(&texts[1], &sizes[1]);
	code = asks ? local_ask(&args, c) : c->run(&args);
	fclose(args.out);
	fclose(args.err);
	*out = arena_text(t->a, texts[0]);
	*err = arena_text(t->a, texts[1]);
	free(texts[0]); /* lint: arena because the texts are the C library's */
	free(texts[1]);
	arena_free(a);
	return code;
}

#define WORDS(...) (const char *const[]){ __VA_ARGS__ }, (int)(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *))
#define ASK(rig, ...) rig_command((rig)->t, (rig)->store.dir, true, WORDS(__VA_ARGS__), &(rig)->out, &(rig)->err)

#endif
