/* web.c - web pages and old spreadsheets that call themselves .xls.
 * SEEDS: xls html xml */
#include "tests/fuzz/file.h"

FUZZ(a, text, n)
{
	read_file(a, "register.xls", text, n);
}
