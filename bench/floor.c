/* floor.c - what a page costs at least: the same HTTP library, the same store, one prepared query, and its rows as bytes. No
 * rights, no templates, no sealing, no record of the reading. A page's measured time stands beside this one's, and the difference is ours.
 *
 *	build/floor DATABASE PORT SQL        (PORT 0: any free one; it prints the port it listens on, and ends when its input does)
 *
 * Built by: cc -O2 -o build/floor bench/floor.c -lmicrohttpd -lsqlite3 */
#include <microhttpd.h>
#include <netinet/in.h>
#include <pthread.h>
/* lint: driver because the floor is what the driver alone costs */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A pool thread's own connection and statement. */
struct reader {
	sqlite3 *db;
	sqlite3_stmt *query;
};

static const char *database, *sql;
static _Thread_local struct reader reader;

static void die(const char *what)
{
	fprintf(stderr, "floor: %s\n", what);
	exit(1);
}

static struct reader *my_reader(void)
{
	if (reader.query)
		return &reader;
	if (sqlite3_open_v2(database, &reader.db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK ||
		sqlite3_prepare_v3(reader.db, sql, -1, SQLITE_PREPARE_PERSISTENT, &reader.query, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(reader.db));
	return &reader;
}

struct page {
	char *bytes;
	size_t n, room;
};

static void add(struct page *p, const void *bytes, size_t n)
{
	if (p->room - p->n < n) {
		p->room = (p->room + n) * 2;
		p->bytes = realloc(p->bytes, p->room);
		if (!p->bytes)
			die("out of memory");
	}
	memcpy(p->bytes + p->n, bytes, n);
	p->n += n;
}

static struct page rows(void)
{
	sqlite3_stmt *q = my_reader()->query;
	struct page p = { .bytes = malloc(4096), .room = 4096 };
	int columns = sqlite3_column_count(q);

	if (!p.bytes)
		die("out of memory");
	while (sqlite3_step(q) == SQLITE_ROW) {
		for (int i = 0; i < columns; i++) {
			const void *text = sqlite3_column_text(q, i);

			if (text)
				add(&p, text, (size_t)sqlite3_column_bytes(q, i));
			add(&p, i + 1 < columns ? "\t" : "\n", 1);
		}
	}
	sqlite3_reset(q);
	return p;
}

/* Called with the head first, which must not be answered or the connection would be closed. */
static enum MHD_Result answer(void *self, struct MHD_Connection *c, const char *url, const char *method, const char *version,
	const char *upload, size_t *upload_n, void **seen)
{
	struct MHD_Response *r;
	enum MHD_Result sent;
	struct page p;

	(void)self, (void)url, (void)method, (void)version, (void)upload, (void)upload_n;
	if (!*seen) {
		*seen = c;
		return MHD_YES;
	}
	p = rows();
	r = MHD_create_response_from_buffer(p.n, p.bytes, MHD_RESPMEM_MUST_FREE);
	MHD_add_response_header(r, "Content-Type", "text/plain; charset=utf-8");
	sent = MHD_queue_response(c, 200, r);
	MHD_destroy_response(r);
	return sent;
}

int main(int argc, char **argv)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	struct MHD_Daemon *daemon;

	if (argc != 4)
		die("usage: floor DATABASE PORT SQL");
	database = argv[1];
	sql = argv[3];
	at.sin_port = htons((uint16_t)strtoul(argv[2], NULL, 10));
	daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, NULL, MHD_OPTION_SOCK_ADDR, &at,
		MHD_OPTION_THREAD_POOL_SIZE, cores > 2 ? (unsigned)cores * 2 : 4u, MHD_OPTION_END);
	if (!daemon)
		die("cannot listen");
	printf("%u\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	fflush(stdout);
	while (getchar() != EOF)
		;
	MHD_stop_daemon(daemon);
	return 0;
}
