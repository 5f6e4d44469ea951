/* doc_read.c - reading in this process, and what the caged worker does. No limits of the system are set here: that is cage.c. */
#include "doc/cage.h"
#include "doc/out.h"

#include "base/buf.h"

enum { WORK_MEMORY = 230 << 20 };

/* Reads into `o`; a reader that wants more memory than it may have is a refused file. */
void cage_read(struct doc_out *o, const struct doc_part *parts, int n)
{
	jmp_buf full;

	if (setjmp(full) == 0) {
		arena_catch(o->a, &full);
		read_parts(o, parts, n);
	} else {
		out_stop(o, 0, "This file needs more memory than a file may take. Export fewer columns or fewer pupils.");
	}
	arena_catch(o->a, NULL);
	out_end(o);
}

const struct fault *doc_read(struct arena *a, const struct doc_part *parts, int n, struct doc **out)
{
	struct arena *work = arena_new(WORK_MEMORY);
	struct doc_out *o = arena_alloc(a, sizeof *o);

	out_open(o, work, -1);
	cage_read(o, parts, n);
	arena_free(work);
	arena_defer(a, free, o->bytes);
	return doc_decode(a, o->bytes, o->n, out);
}
