/* zip.c - a zip of anything: OneRoster, or a bomb.
 * SEEDS: zip */
#include "tests/fuzz/file.h"

FUZZ(a, text, n)
{
	read_file(a, "roster.zip", text, n);
}
