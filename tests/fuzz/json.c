/* json.c - bank holidays and term dates.
 * SEEDS: json */
#include "tests/fuzz/file.h"

FUZZ(a, text, n)
{
	read_file(a, "terms.json", text, n);
}
