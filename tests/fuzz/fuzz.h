/* fuzz.h - a fuzzer is one function that reads any bytes and must come back: within the arena's cap, without a fault of memory.
 *
 *	FUZZ(a, text, n)
 *	{
 *		text_fold(a, text);
 *	}
 *
 * `text` has a NUL after its `n` bytes. Over the cap counts as coming back. Run: make fuzz T=name SECONDS=600. What one finds is
 * kept in tests/fuzz/found/NAME/ for ever and tried first. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stdlib.h>
#include <string.h>

#include "base/fault.h"
#include "base/log.h"

int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t n);

#define FUZZ(a, text, n)                                                                    \
	static void one(struct arena *a, const char *text, size_t n);                       \
	int LLVMFuzzerTestOneInput(const unsigned char *bytes, size_t size)                 \
	{                                                                                   \
		struct arena *arena = arena_new(64 << 20);                                  \
		jmp_buf over;                                                               \
                                                                                            \
		log_quiet(LOG_ALARM);                                                       \
		if (setjmp(over) == 0) {                                                    \
			arena_catch(arena, &over);                                          \
			one(arena, arena_text_n(arena, (const char *)bytes, size), size);   \
		}                                                                           \
		arena_catch(arena, NULL);                                                   \
		arena_free(arena);                                                          \
		return 0;                                                                   \
	}                                                                                   \
	static void one(struct arena *a, __attribute__((unused)) const char *text, __attribute__((unused)) size_t n)

/* A broken promise: as good as a crash. */
#define FUZZ_HOLDS(cond)                                                                    \
	do {                                                                                \
		if (!(cond))                                                                \
			abort();                                                            \
	} while (0)

#endif
