/* load.c - asks one server for the same page over and over, on one or several connections kept open, and says how long answers
 * took. It is no browser: it reads the status and the length and throws the rest away.
 *
 *	load PORT CONNECTIONS COUNT PATH [COOKIE [BODIES]]
 *
 * BODIES is a file with one urlencoded form a line: then it posts, each line once. Prints one JSON object; times in
 * microseconds. */
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { ROOM = 1 << 16 };

static const char *path, *cookie = "";
static int port, count;
static char **bodies;
static double *took;
static atomic_int next_one, wrong;
static atomic_long bytes;

static void die(const char *what)
{
	perror(what);
	exit(1);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int open_socket(void)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port),
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
	int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;

	if (fd < 0 || connect(fd, (struct sockaddr *)&at, sizeof at) != 0)
		die("load: connecting");
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
	return fd;
}

static void send_all(int fd, const char *text, size_t n)
{
	while (n) {
		ssize_t sent = write(fd, text, n);

		if (sent <= 0)
			die("load: sending");
		text += sent;
		n -= (size_t)sent;
	}
}

/* Reads one answer; its status. */
static int receive(int fd, char *room)
{
	size_t have = 0, want = 0;
	char *end = NULL, *length;
	int status;

	while (!end) {
		ssize_t got = read(fd, room + have, ROOM - 1 - have);

		if (got <= 0)
			return 0;
		have += (size_t)got;
		room[have] = 0;
		end = strstr(room, "\r\n\r\n");
	}
	status = (int)strtol(room + 9, NULL, 10);
	length = strcasestr(room, "\r\ncontent-length:");
	want = length ? strtoul(length + 17, NULL, 10) : 0;
	bytes += (long)want;
	have -= (size_t)(end + 4 - room);
	while (have < want) {
		ssize_t got = read(fd, room, want - have < ROOM ? want - have : ROOM);

		if (got <= 0)
			return 0;
		have += (size_t)got;
	}
	return status;
}

static void *client(void *room_of)
{
	char *room = room_of;
	int fd = open_socket(), i;

	while ((i = next_one++) < count) {
		const char *body = bodies ? bodies[i] : "";
		char *ask = NULL;
		double start;
		int n, status;

		n = asprintf(&ask, "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nCookie: %s\r\n%s%s", bodies ? "POST" : "GET", path,
			port, cookie, bodies ? "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: "
			"same-origin\r\n" : "", "");
		if (n < 0)
			die("load");
		start = now();
		send_all(fd, ask, (size_t)n);
		free(ask);
		n = bodies ? asprintf(&ask, "Content-Length: %zu\r\n\r\n%s", strlen(body), body) : asprintf(&ask, "\r\n");
		send_all(fd, ask, (size_t)n);
		free(ask);
		status = receive(fd, room);
		took[i] = now() - start;
		wrong += status != (bodies ? 303 : 200);
		if (!status) {
			close(fd);
			fd = open_socket();
		}
	}
	close(fd);
	return NULL;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void read_bodies(const char *name)
{
	FILE *f = fopen(name, "r");
	size_t room = 0;

	bodies = calloc((size_t)count, sizeof *bodies);
	if (!f || !bodies)
		die(name);
	for (int i = 0; i < count; i++) {
		char *line = NULL;
		ssize_t n = getline(&line, &room, f);

		if (n < 0) {
			count = i;
			break;
		}
		line[strcspn(line, "\n")] = 0;
		bodies[i] = line;
		room = 0;
	}
	fclose(f);
}

int main(int argc, char **argv)
{
	pthread_t threads[64];
	int connections;
	double start, all;

	if (argc < 5) {
		fputs("load PORT CONNECTIONS COUNT PATH [COOKIE [BODIES]]\n", stderr);
		return 2;
	}
	port = (int)strtol(argv[1], NULL, 10);
	connections = (int)strtol(argv[2], NULL, 10);
	count = (int)strtol(argv[3], NULL, 10);
	path = argv[4];
	cookie = argc > 5 ? argv[5] : "";
	if (argc > 6)
		read_bodies(argv[6]);
	if (connections < 1 || connections > 64 || count < 1 || !(took = calloc((size_t)count, sizeof *took)))
		return 2;
	start = now();
	for (int i = 0; i < connections; i++) {
		char *room = malloc(ROOM);

		if (!room || pthread_create(&threads[i], NULL, client, room) != 0)
			die("load");
	}
	for (int i = 0; i < connections; i++)
		pthread_join(threads[i], NULL);
	all = now() - start;
	qsort(took, (size_t)count, sizeof *took, by_size);
	printf("{\"count\":%d,\"wrong\":%d,\"seconds\":%.3f,\"p50\":%.0f,\"p99\":%.0f,\"most\":%.0f,\"bytes\":%ld}\n", count,
		(int)wrong, all / 1e6, took[count / 2], took[count - 1 - count / 100], took[count - 1], (long)bytes / count);
	return wrong ? 1 : 0;
}
