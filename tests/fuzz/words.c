/* words.c - text as people type it: cleaned, folded and compared, whatever it is. */
#include "base/text.h"
#include "tests/fuzz/fuzz.h"

FUZZ(a, text, n)
{
	const char *clean, *fold;
	int64_t number;

	text_to_int(text, &number);
	if (!text_is_utf8(text, n))
		return;
	clean = text_clean(a, text);
	FUZZ_HOLDS(text_is_utf8(clean, strlen(clean)));
	FUZZ_HOLDS(text_same(text_clean(a, clean), clean));
	fold = text_fold(a, clean);
	FUZZ_HOLDS(text_is_utf8(fold, strlen(fold)));
	FUZZ_HOLDS(text_same(text_fold(a, fold), fold));
	text_sound(a, fold);
	FUZZ_HOLDS(text_is_utf8(text_shorten(a, clean, 10), strlen(text_shorten(a, clean, 10))));
	FUZZ_HOLDS(text_slips(fold, fold, 2) == 0 || strlen(fold) > 64); /* words longer than a name are not compared */
}
