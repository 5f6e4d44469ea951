/* demo_numbers.c - UPNs and ULNs for invented children. Checking what a file brings is intake's. */
#include "jobs/demo_numbers.h"

#include <stdio.h>

const char *demo_upn(struct arena *a, int establishment, int year, int serial)
{
	static const char LETTERS[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
	char *upn = arena_printf(a, "?999%04d%02d%03d", establishment, year, serial);
	int sum = 0;

	for (int i = 1; i < 13; i++)
		sum += (upn[i] - '0') * (i + 1);
	upn[0] = LETTERS[sum % 23];
	return upn;
}

const char *demo_uln(struct arena *a, int campus, int number)
{
	for (int first = 91;; first++) {
		char *uln = arena_printf(a, "%02d%02d%05d?", first, campus, number);
		int sum = 0;

		for (int i = 0; i < 9; i++)
			sum += (10 - i) * (uln[i] - '0');
		if (sum % 11 == 0)
			continue; /* no digit would be right */
		uln[9] = (char)('0' + 10 - sum % 11);
		return uln;
	}
}
