/* ctf.c - transfer files, admissions files and census messages.
 * SEEDS: xml */
#include "tests/fuzz/file.h"

FUZZ(a, text, n)
{
	read_file(a, "ctf.xml", text, n);
}
