/* lock_test.c - our locks on the store's file outlive the opening and closing of further connections. Lost, another program (a copy
 * tool, the sqlite3 shell) would take the write-ahead log away under the writer: seen once, and not again. */
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/store.h"

/* where SQLite keeps its shared locks: sqlite.org/fileformat2.html#lockbyte */
enum { SHARED_FIRST = 0x40000002, SHARED_SIZE = 510 };

/* Another process asks whether it could lock the file for itself alone. */
static bool held_for_others(const char *path)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = SHARED_FIRST, .l_len = SHARED_SIZE };
		int fd = open(path, O_RDWR);

		_exit(fd >= 0 && fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(opening_and_closing_a_reader_keeps_the_writers_lock)
{
	const char *where = store_sqlite(t), *path = strncmp(where, "sqlite:", 7) == 0 ? where + 7 : where;
	struct db *writer, *reader;
	struct stmt *st;
	bool row;

	writer = store_open(t, where, DB_MAKE);
	expect_fine(db_run(writer, t->a, "CREATE TABLE x (a INTEGER); INSERT INTO x VALUES (1)"));
	expect_fine(db_ask(writer, t->a, "SELECT a FROM x", &st));
	expect_fine(stmt_step(st, &row));
	stmt_done(st);
	expect(held_for_others(path));
	expect_fine(db_open(t->a, path, DB_READ, &reader));
	expect(held_for_others(path));
	db_close(reader);
	expect(held_for_others(path));
}
