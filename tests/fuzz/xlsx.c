/* xlsx.c - workbooks: a zip of XML.
 * SEEDS: xlsx */
#include "tests/fuzz/file.h"

FUZZ(a, text, n)
{
	read_file(a, "register.xlsx", text, n);
}
