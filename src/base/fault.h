/* fault.h - what went wrong, as a value.
 *
 * A function that can fail returns `const struct fault *`; NULL is fine. The caller passes it on with TRY() or deals with it;
 * ignoring one is a compiler warning (MUST), and warnings are errors. A fault lives in the arena it was made in. It carries a
 * code, a sentence for the log (never a child's data: field names and row numbers only), and the place. */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include "base/arena.h"

enum fault_code {
	FAULT_INVALID = 1, /* what was typed or sent cannot be accepted; the form holds the messages          -> 400, form again */
	FAULT_NONE,        /* no such thing, or not yours: always one answer (R4)                            -> 404 */
	FAULT_DENIED,      /* the signed-in person may never do this here; only where existence is no secret -> 404 too */
	FAULT_STEP_UP,     /* a fresh second factor is needed first (R14)                                    -> step-up page */
	FAULT_STALE,       /* somebody saved in between: both texts are shown                                -> 409 */
	FAULT_REPEAT,      /* this once-only key came before with other content                              -> 409 */
	FAULT_BUSY,        /* a queue is full or the store did not answer in time: try again                 -> 503 */
	FAULT_FULL,        /* no room: disk, arena                                                           -> 503 "not saved" */
	FAULT_TOO_LARGE,   /* over a stated cap                                                              -> 413 */
	FAULT_TAMPERED,    /* sealed text or a chain does not authenticate                                   -> 500, alarm */
	FAULT_BROKEN,      /* anything else: store, key agent, a bug                                         -> 500 */
};

struct fault {
	enum fault_code code;
	const char *text;
	const char *file;
	int line;
};

#define MUST __attribute__((warn_unused_result))

/* Make a fault in arena `a`. Never returns NULL. */
const struct fault *fault_new(struct arena *a, enum fault_code code, const char *file, int line, const char *format, ...)
	__attribute__((format(printf, 5, 6), returns_nonnull));

/* "INVALID", "NONE", ...: for the log and for tests. */
const char *fault_name(enum fault_code code);

#ifdef ANALYZE /* gcc 12's analyzer does not believe returns_nonnull */
#define FAULT(a, code, ...)                                                                                \
	({                                                                                                 \
		const struct fault *new_fault = fault_new((a), (code), __FILE__, __LINE__, __VA_ARGS__); \
		if (!new_fault)                                                                            \
			__builtin_unreachable();                                                           \
		new_fault;                                                                                 \
	})
#else
#define FAULT(a, code, ...) fault_new((a), (code), __FILE__, __LINE__, __VA_ARGS__)
#endif

#define TRY(call)                                     \
	do {                                          \
		const struct fault *try_fault = (call); \
		if (try_fault)                        \
			return try_fault;             \
	} while (0)

#endif
