/* strike.c - kills a group of processes in the middle of a commit. For run.mjs; it stands outside the program, like the floors in
 * bench/.
 *
 *	strike wal GROUP MILLISECONDS FILE       spin until the write-ahead log grows
 *	strike pg GROUP MILLISECONDS ADDRESS     ask until a transaction has written and is not ended
 *
 * then kill -9 the group, at once; after so many milliseconds without either, too. Prints "in" or "late".
 * lint: driver throughout because it is no part of the program */
#include <fcntl.h>
#include <libpq-fe.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int wal_grows(const char *path, long until)
{
	struct stat was, st;

	if (stat(path, &was) != 0)
		was.st_size = 0;
	while (now_ms() < until)
		if (stat(path, &st) == 0 && st.st_size > was.st_size)
			return 1;
	return 0;
}

static int writes(PGconn *db, long until)
{
	while (now_ms() < until) {
		PGresult *r = PQexec(db, "SELECT 1 FROM pg_stat_activity WHERE backend_xid IS NOT NULL AND "
			"datname = current_database()");
		int any = PQresultStatus(r) == PGRES_TUPLES_OK && PQntuples(r) > 0;

		PQclear(r);
		if (any)
			return 1;
	}
	return 0;
}

int main(int argc, char **argv)
{
	PGconn *db = NULL;
	int in, pg;

	if (argc != 5)
		return 2;
	pg = strcmp(argv[1], "pg") == 0;
	if (pg) {
		db = PQconnectdb(argv[4]);
		if (PQstatus(db) != CONNECTION_OK) {
			fprintf(stderr, "%s", PQerrorMessage(db));
			return 1;
		}
	}
	in = pg ? writes(db, now_ms() + atol(argv[3])) : wal_grows(argv[4], now_ms() + atol(argv[3]));
	if (kill(-(pid_t)atol(argv[2]), SIGKILL) != 0) {
		perror("kill");
		return 1;
	}
	puts(in ? "in" : "late");
	if (db)
		PQfinish(db);
	return 0;
}
