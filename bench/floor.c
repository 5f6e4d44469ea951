/* floor.c - the least program that could give a page: the same HTTP library, the page's own statements against the same store, an
 * encryption of each sealed value as long as opening it, the same durable commit where the page makes one, the same number of
 * bytes. No rights, no templates, no checks. A page's figures stand beside this one's, and the difference is ours.
 *
 *	floor STORE TRACE BYTES [WORD]
 *
 * TRACE is what `serve --trace` wrote for one request; with WORD the sealed values are looked through for it. It prints its port,
 * and when its input ends how many rows one page read and how many sealed values it opened. The writing statements of those that
 * wait at once share a commit, as ours do; the rows that the page added are added each time under ids of their own. */
#include "floor.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <pthread.h>
#include <sodium.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { FRESH_FROM = 1000000 }; /* past all that was written since the page was traced */

struct step steps[MOST_STATEMENTS];
int step_count, journal_entries;

static const struct store *store;
static const char *where, *word;
static char *body;
static size_t body_bytes;
static bool any_writes;
static atomic_long pages, rows, opened, found;
static _Thread_local struct connection *reader;

void die(const char *what)
{
	fprintf(stderr, "floor: %s\n", what);
	exit(1);
}

/* ---- reading the trace ---- */

/* Undo \t \n \\ in place. The length. */
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
	n -= n > 0;
	if (*text == 'B') {
		size_t got = 0;

		if (sodium_hex2bin((unsigned char *)text + 1, n, text + 1, n, NULL, &got, NULL) != 0)
			die("bad bytes in the trace");
		n = got;
	}
	s->params[s->count++] = (struct param){ .said = text, .length = n };
}

/* $n as ?n for SQLite; strings keep theirs. */
static void numbered(char *sql)
{
	bool quoted = false;

	for (char *p = sql; *p; p++) {
		quoted ^= *p == '\'';
		if (*p == '$' && !quoted && p[1] >= '1' && p[1] <= '9')
			*p = '?';
	}
}

static bool read_line(char *line)
{
	struct step *s = &steps[step_count];
	char *rest = line, *part = strsep(&rest, "\t");

	*s = (struct step){ .writes = *part == 'w', .sql = strsep(&rest, "\t") };
	if (!s->sql || !strcmp(s->sql, "BEGIN") || !strcmp(s->sql, "COMMIT"))
		return false;
	plain(s->sql);
	if (store == &LITE)
		numbered(s->sql);
	while ((part = strsep(&rest, "\t")))
		add_param(s, part);
	any_writes |= s->writes;
	return true;
}

static void read_trace(const char *name)
{
	FILE *f = fopen(name, "r");
	size_t room = 0;
	char *line = NULL;

	if (!f)
		die(name);
	for (; getline(&line, &room, f) > 0 && step_count < MOST_STATEMENTS; line = NULL, room = 0) {
		line[strcspn(line, "\n")] = 0;
		step_count += read_line(line);
	}
	fclose(f);
}

/* ---- ids of this page's own ---- */

static void freshen(const char *said)
{
	for (int i = 0; i < step_count; i++)
		for (int k = 0; steps[i].writes && k < steps[i].count; k++)
			if (strcmp(steps[i].params[k].said, said) == 0)
				steps[i].params[k].fresh = true;
}

static void find_fresh(void)
{
	for (int i = 0; i < step_count; i++) {
		const char *sql = steps[i].sql, *columns = strncmp(sql, "INSERT INTO ", 12) == 0 ? strchr(sql, '(') : NULL;

		if (!steps[i].writes || !columns)
			continue;
		if (strncmp(columns, "(number,", 8) == 0)
			journal_entries++;
		if (strncmp(columns, "(number,", 8) == 0 || strncmp(columns, "(id,", 4) == 0)
			freshen(steps[i].params[0].said);
	}
}

const char *param_text(const struct param *p, long fresh, char *room)
{
	enum { DIGITS = 8 };

	if (!p->fresh)
		return p->said + 1;
	if (*p->said == 'I')
		snprintf(room, 64, "%lld", strtoll(p->said + 1, NULL, 10) + (long long)fresh * journal_entries);
	else
		snprintf(room, 64, "%.*s%0*ld", (int)(p->length > 40 ? 40 : p->length > DIGITS ? p->length - DIGITS : 0),
			p->said + 1, DIGITS, fresh);
	return room;
}

/* ---- what came ---- */

void row_came(void)
{
	if (pages <= 1)
		rows++;
}

/* As dear as opening it: the same cipher over as many bytes. */
static void unseal(const void *bytes, size_t n)
{
	static const unsigned char key[32], nonce[24];
	unsigned char *out = malloc(n + 16);

	if (!out)
		die("out of memory");
	crypto_aead_xchacha20poly1305_ietf_encrypt(out, NULL, bytes, n, NULL, 0, NULL, nonce, key);
	if (word && memmem(out, n, word, strlen(word)))
		found++;
	free(out);
}

void value_came(const void *bytes, size_t n, bool blob)
{
	if (!blob || n < SEALED_LEAST)
		return;
	if (pages <= 1)
		opened++;
	unseal(bytes, n);
}

/* ---- the writer: one thread, one commit for all that wait ---- */

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t came = PTHREAD_COND_INITIALIZER, done = PTHREAD_COND_INITIALIZER;
static long asked, committed;

static void write_group(struct connection *w, long from, long upto)
{
	store->begin(w);
	for (; from < upto; from++)
		for (int i = 0; i < step_count; i++)
			if (steps[i].writes)
				store->run(w, i, FRESH_FROM + from);
	store->commit(w);
}

static void *writer(void *unused)
{
	struct connection *w = store->open(where, true);

	for (;;) {
		long from, upto;

		pthread_mutex_lock(&mutex);
		while (asked == committed)
			pthread_cond_wait(&came, &mutex);
		from = committed;
		upto = asked;
		pthread_mutex_unlock(&mutex);
		write_group(w, from, upto);
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
	pages++;
	if (!reader)
		reader = store->open(where, false);
	store->begin(reader);
	for (int i = 0; i < step_count; i++)
		if (!steps[i].writes)
			store->run(reader, i, 0);
	store->commit(reader);
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

static struct MHD_Daemon *listen_here(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_addr = { htonl(INADDR_LOOPBACK) } };
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	return MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, answer, NULL, MHD_OPTION_SOCK_ADDR, &at,
		MHD_OPTION_THREAD_POOL_SIZE, cores > 2 ? (unsigned)cores * 2 : 4u, MHD_OPTION_END);
}

int main(int argc, char **argv)
{
	struct MHD_Daemon *daemon;
	pthread_t thread;

	if (argc < 4 || sodium_init() < 0)
		die("usage: floor STORE TRACE BYTES [WORD]");
	where = argv[1];
	store = strncmp(where, "postgres", 8) == 0 ? &PG : &LITE;
	word = argc > 4 ? argv[4] : NULL;
	read_trace(argv[2]);
	find_fresh();
	body_bytes = strtoul(argv[3], NULL, 10);
	body = calloc(1, body_bytes + 1);
	if (!body || pthread_create(&thread, NULL, writer, NULL) != 0)
		die("cannot start");
	memset(body, 'x', body_bytes);
	daemon = listen_here();
	if (!daemon)
		die("cannot listen");
	printf("%u\n", MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	fflush(stdout);
	while (getchar() != EOF)
		;
	printf("{\"rows\":%ld,\"opened\":%ld,\"found\":%ld}\n", (long)rows, (long)opened, (long)found);
	fflush(stdout);
	_exit(0);
}
