/* commit.c - what a durable commit costs here: COUNT of them, one row each, and the time of the middle one in microseconds.
 * `commit FILE COUNT`. lint: driver throughout because it is the floor */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	int count = argc == 3 ? (int)strtol(argv[2], NULL, 10) : 0;
	double *took = calloc((size_t)count + 1, sizeof *took);
	sqlite3 *db;

	if (count < 1 || !took || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 2;
	sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE a (b TEXT)", NULL, NULL, NULL);
	for (int i = 0; i < count; i++) {
		double start = now();

		sqlite3_exec(db, "INSERT INTO a VALUES ('one row of about as many bytes as an entry of the journal has, with its "
			"hash and its words')", NULL, NULL, NULL);
		took[i] = now() - start;
	}
	qsort(took, (size_t)count, sizeof *took, by_size);
	printf("%.0f\n", took[count / 2]);
	return 0;
}
