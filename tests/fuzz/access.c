/* access.c - the access matrix as a school may edit it. */
#include "record/matrix.h"
#include "tests/fuzz/fuzz.h"

FUZZ(a, text, n)
{
	const struct matrix *m;

	if (matrix_parse(a, text, &m))
		return;
	for (int record = -1; record <= m->n_records; record++) {
		for (int role = -1; role <= m->n_roles; role++)
			matrix_cell_text(a, matrix_cell(m, record, role));
	}
}
