/* minute.c - the small work of each minute, through the writer like any other act. */
#include "jobs/minute.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "areas/support/area.h"
#include "base/log.h"
#include "record/journal.h"

enum { SIGN_EVERY = 900, CHASE_EVERY = 3600 };

static const struct actor PROGRAM = { .account = "", .staff = "", .name = "OpenSENCO", .pupil = "", .program = true,
	.session = "" };

struct signing { const char *line; };

static const struct fault *tidy(struct act *act, void *self)
{
	(void)self;
	return engine_tidy(act);
}

static const struct fault *sign(struct act *act, void *self)
{
	struct signing *s = self;

	return journal_checkpoint(act, &s->line);
}

static void run(struct minute *m, struct arena *a, const char *what, const struct fault *(*one)(struct act *, void *), void *self)
{
	struct write w = { .a = a, .who = &PROGRAM, .campus = "", .run = one, .self = self };
	const struct fault *f = writer_do(m->writer, &w);

	if (f)
		log_line(LOG_WARN, "%s: %s", what, f->text);
}

static void append(const char *path, const char *line)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

	if (fd < 0 || dprintf(fd, "%s\n", line) < 0 || fsync(fd) != 0)
		log_line(LOG_ALARM, "a signed journal head could not be written to its file");
	if (fd >= 0)
		close(fd);
}

void minute_work(struct minute *m)
{
	struct arena *a = arena_new(ARENA_REQUEST);
	struct signing s = { NULL };
	int64_t now = clock_seconds();

	sealer_sweep(m->sealer);
	run(m, a, "tidying", tidy, NULL);
	if (m->seed)
		run(m, a, "adding what a school begins with", m->seed, NULL);
	if (now - m->signed_at >= SIGN_EVERY) {
		m->signed_at = now;
		run(m, a, "signing the journal's head", sign, &s);
		if (s.line)
			append(m->anchors, s.line);
	}
	if (now - m->chased_at >= CHASE_EVERY) {
		m->chased_at = now;
		run(m, a, "asking again", support_chase, NULL);
		run(m, a, "looking for who moves to another phase", support_phases, NULL);
	}
	arena_free(a);
}
