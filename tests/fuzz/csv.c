/* csv.c - tables as text: separators, quotes, encodings.
 * SEEDS: csv txt */
#include "tests/fuzz/file.h"

FUZZ(a, text, n)
{
	read_file(a, "pupils.csv", text, n);
}
