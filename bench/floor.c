/* floor.c - the least program that could give a page: the same HTTP library, the page's own statements against the same store, an
 * encryption of each sealed value as long as opening it, the same durable commit where the page makes one, the same number of
 * bytes. No rights, no templates, no checks. A page's figures stand beside this one's, and the difference is ours.
 *
 *	floor DATABASE TRACE BYTES
 *
 * TRACE is what `serve --trace` wrote for one request. It prints its port, and ends when its input does.
 * The writing statements of those that wait at once share a commit, as ours do. lint: driver throughout because it is the floor */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <pthread.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_STATEMENTS = 512, MOST_PARAMS = 64, SEALED_LEAST = 60 };

struct step {
	bool writes;
	char *sql;
	char *params[MOST_PARAMS];
	size_t length[MOST_PARAMS];
	int count;
};

static struct step steps[MOST_STATEMENTS];
static int step_count;
static bool any_writes;
static const char *database;
static char *body;
static size_t body_bytes;

/* A connection and its statements, by the step's number. */
struct reader {
	sqlite3 *db;
	sqlite3_stmt *of[MOST_STATEMENTS];
};

static _Thread_local struct reader reader;

static void die(const char *what)
{
	fprintf(stderr, "floor: %s\n", what);
	exit(1);
}

/* ---- reading the trace ---- */

/* Undo \t \n \\ in place; bytes from hexadecimal. The length. */
static size_t plain(char *text)
{
	char *to = text;

	for (const char *from = text; *from; from++) {
		if (*from == '\\' && from[1]) {
			from++;
			*to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : '\\';
		} else {
			*to++ = *from;
		}
	}
	*to = 0;
	return (size_t)(to - text);
}

static void add_param(struct step *s, char *text)
{
	size_t n = plain(text);

	if (s->count == MOST_PARAMS)
		die("too many parameters");
	if (*text == 'B') {
		size_t got = 0;

		if (sodium_hex2bin((unsigned char *)text + 1, n, text + 1, n - 1, NULL, &got, NULL) != 0)
			die("bad bytes in the trace");
		n = got + 1;
	}
	s->params[s->count] = text;
	s->length[s->count++] = n;
}

/* $n as ?n; strings keep theirs. A row that is added again and again replaces itself. */
static char *numbered(char *sql)
{
	static const char ADD[] = "INSERT INTO ";
	bool quoted = false;
	char *again = NULL;

	if (strncmp(sql, ADD, sizeof ADD - 1) == 0 && !strstr(sql, "ON CONFLICT")) {
		if (asprintf(&again, "INSERT OR REPLACE INTO %s", sql + sizeof ADD - 1) < 0)
			die("out of memory");
		sql = again;
	}
	for (char *p = sql; *p; p++) {
		quoted ^= *p == '\'';
		if (*p == '$' && !quoted && p[1] >= '1' && p[1] <= '9')
			*p = '?';
	}
	return sql;
}

static void read_trace(const char *name)
{
	FILE *f = fopen(name, "r");
	size_t room = 0;
	char *line = NULL, *part, *rest;

	if (!f)
		die(name);
	for (; getline(&line, &room, f) > 0 && step_count < MOST_STATEMENTS; line = NULL, room = 0) {
		struct step *s = &steps[step_count];

		line[strcspn(line, "\n")] = 0;
		rest = line;
		part = strsep(&rest, "\t");
		s->writes = *part == 'w';
		s->sql = strsep(&rest, "\t");
		if (!s->sql || !strcmp(s->sql, "BEGIN") || !strcmp(s->sql, "COMMIT"))
			continue;
		plain(s->sql);
		s->sql = numbered(s->sql);
		while ((part = strsep(&rest, "\t")))
			add_param(s, part);
		any_writes |= s->writes;
		step_count++;
	}
	fclose(f);
}

/* ---- running a step ---- */

static void open_store(struct reader *r, int flags)
{
	if (sqlite3_open_v2(database, &r->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		die(sqlite3_errmsg(r->db));
	sqlite3_busy_timeout(r->db, 5000);
	sqlite3_exec(r->db, "PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF", NULL, NULL, NULL);
}

static void bind_all(sqlite3_stmt *q, const struct step *s)
{
	for (int i = 0; i < s->count; i++) {
		const char *p = s->params[i];

		if (*p == 'T')
			sqlite3_bind_text(q, i + 1, p + 1, (int)s->length[i] - 1, SQLITE_STATIC);
		else if (*p == 'I')
			sqlite3_bind_int64(q, i + 1, strtoll(p + 1, NULL, 10));
		else if (*p == 'B')
			sqlite3_bind_blob(q, i + 1, p + 1, (int)s->length[i] - 1, SQLITE_STATIC);
	}
}

/* As dear as opening it: the same cipher over as many bytes. */
static void unseal(const void *bytes, size_t n)
{
	static const unsigned char key[32], nonce[24];
	unsigned char *out = malloc(n + 16);

	if (!out)
		die("out of memory");
	crypto_aead_xchacha20poly1305_ietf_encrypt(out, NULL, bytes, n, NULL, 0, NULL, nonce, key);
	free(out);
}

static void run(struct reader *r, int number)
{
	sqlite3_stmt *q = r->of[number];

	if (!q && sqlite3_prepare_v3(r->db, steps[number].sql, -1, SQLITE_PREPARE_PERSISTENT, &r->of[number], NULL) != SQLITE_OK)
		die(sqlite3_errmsg(r->db));
	q = r->of[number];
	bind_all(q, &steps[number]);
	while (sqlite3_step(q) == SQLITE_ROW) {
		for (int i = 0, n = sqlite3_column_count(q); i < n; i++) {
			if (sqlite3_column_type(q, i) == SQLITE_BLOB && sqlite3_column_bytes(q, i) >= SEALED_LEAST)
				unseal(sqlite3_column_blob(q, i), (size_t)sqlite3_column_bytes(q, i));
			else
				sqlite3_column_text(q, i);
		}
	}
	sqlite3_reset(q);
}

/* ---- the writer: one thread, one commit for all that wait ---- */

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t came = PTHREAD_COND_INITIALIZER, done = PTHREAD_COND_INITIALIZER;
static long asked, committed;

static void *writer(void *unused)
{
	struct reader w = { 0 };

	open_store(&w, SQLITE_OPEN_READWRITE);
	for (;;) {
		long from, upto;

		pthread_mutex_lock(&mutex);
		while (asked == committed)
			pthread_cond_wait(&came, &mutex);
		from = committed;
		upto = asked;
		pthread_mutex_unlock(&mutex);
		sqlite3_exec(w.db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
		for (; from < upto; from++)
			for (int i = 0; i < step_count; i++)
				if (steps[i].writes)
					run(&w, i);
		sqlite3_exec(w.db, "COMMIT", NULL, NULL, NULL);
		pthread_mutex_lock(&mutex);
		committed = upto;
		pthread_cond_broadcast(&done);
		pthread_mutex_unlock(&mutex);
	}
	return unused;
}

static void write_and_wait(void)
{
	long mine;

	pthread_mutex_lock(&mutex);
	mine = ++asked;
	pthread_cond_signal(&came);
	while (committed < mine)
		pthread_cond_wait(&done, &mutex);
	pthread_mutex_unlock(&mutex);
}

/* ---- answering ---- */

static void one_page(void)
{
	if (!reader.db)
		open_store(&reader, SQLITE_OPEN_READONLY);
	sqlite3_exec(reader.db, "BEGIN", NULL, NULL, NULL);
	for (int i = 0; i < step_count; i++)
		if (!steps[i].writes)
			run(&reader, i);
	sqlite3_exec(reader.db, "COMMIT", NULL, NULL, NULL);
	if (any_writes)
		write_and_wait();
}

/* Called with the head first, which must not be answered or the connection would be closed. */
static enum MHD_Result answer(void *self, struct MHD_Connection *c, const char *url, const char *method, const char *version,
	const char *upload, size_t *upload_n, void **seen)
{
	struct MHD_Response *r;
	enum MHD_Result sent;

	(void)self, (void)url, (void)method, (void)version, (void)upload;
	if (!*seen || *upload_n) {
		*seen = c;
		*upload_n = 0;
		return MHD_YES;
	}
	one_page();
	r = MHD_create_response_from_buffer(body_bytes, body, MHD_RESPMEM_PERSISTENT);
	MHD_add_response_header(r, "Content-Type", "text/html; charset=utf-8");
	sent = MHD_queue_response(c, strcmp(method, "POST") == 0 ? 303 : 200, r);
	MHD_destroy_response(r);
	return sent;
}

int main(int argc, char **argv)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	struct MHD_Daemon *daemon;
	pthread_t thread;

	if (argc != 4 || sodium_init() < 0)
		die("usage: floor DATABASE TRACE BYTES");
	database = argv[1];
	read_trace(argv[2]);
	body_bytes = strtoul(argv[3], NULL, 10);
	body = calloc(1, body_bytes + 1);
	if (!body || pthread_create(&thread, NULL, writer, NULL) != 0)
		die("cannot start");
	memset(body, 'x', body_bytes);
	daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, NULL, MHD_OPTION_SOCK_ADDR, &at,
		MHD_OPTION_THREAD_POOL_SIZE, cores > 2 ? (unsigned)cores * 2 : 4u, MHD_OPTION_END);
	if (!daemon)
		die("cannot listen");
	printf("%u\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	fflush(stdout);
	while (getchar() != EOF)
		;
	_exit(0);
}
