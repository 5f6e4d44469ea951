/* access.c - carries access.txt in the program. The assembler reads the file, so that the text which people review is the text that
 * runs. Reading it is the engine's: record/matrix.c. */
#include "law/access.h"

__asm__(".pushsection .rodata\n"
	".global law_access_txt\n"
	"law_access_txt:\n"
	".incbin \"src/law/access.txt\"\n"
	".byte 0\n"
	".popsection\n");

extern const char law_access_txt[] __attribute__((visibility("hidden")));

const char *access_text(void)
{
	return law_access_txt;
}

const struct fault *access_parse(struct arena *a, const char *text, const struct matrix **out)
{
	return matrix_parse(a, text, out);
}

const struct fault *access_default(struct arena *a, const struct matrix **out)
{
	return access_parse(a, access_text(), out);
}
