/* local_ask.c - a command's own side of the socket (local.h): hands its words to serve, prints what comes back, opens its files. It
 * opens nothing that was not typed, whatever serve asks for: it may be root, and serve is not. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "main/local.h"

struct asking {
	struct args *args;
	struct args typed;  /* the same, without what says where the installation and its key are: those are never handed over */
	const char *out;    /* what may be written, or NULL */
	int socket;
};

static bool add_word(struct buf *b, int *count, const char *word)
{
	buf_add_n(b, word, strlen(word) + 1);
	++*count;
	return b->len <= LOCAL_WORDS;
}

/* The command's name, --out if it was left to us, and what was typed. */
static bool send_words(struct asking *ask, const struct command *c)
{
	struct args *args = ask->args, peek = *args;
	struct buf b = buf_new(args->a);
	int count = 0;
	bool fits = add_word(&b, &count, c->name);

	ask->out = args_value(&peek, "--out", NULL);
	if (!ask->out && c->out) {
		ask->out = c->out(args->a);
		fits = fits && add_word(&b, &count, "--out") && add_word(&b, &count, ask->out);
	}
	for (int i = 0; i < args->count; i++)
		fits = fits && add_word(&b, &count, args->text[i]);
	return fits && local_send(ask->socket, LOCAL_RUN, count, b.data, b.len, -1);
}

/* `path` is the word, or the one after its "=", without slashes at the end. */
static bool is_word(const char *word, const char *path, size_t n)
{
	const char *value = strchr(word, '=');
	size_t length = strlen(word);

	while (length > 1 && word[length - 1] == '/')
		length--;
	return (length == n && strncmp(word, path, n) == 0) || (value && is_word(value + 1, path, n));
}

static bool was_typed(const struct args *args, const char *path, size_t n)
{
	for (int i = 0; i < args->count; i++)
		if (!args->taken[i] && is_word(args->text[i], path, n))
			return true;
	return false;
}

/* What was typed, or a file that lies straight in a folder that was typed. */
static bool may_read(const struct args *args, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (was_typed(args, path, strlen(path)))
		return true;
	return slash && slash > path && strcmp(slash, "/..") != 0 && was_typed(args, path, (size_t)(slash - path));
}

static int open_file(struct asking *ask, const char *path, int how)
{
	bool writes = how == ARGS_WRITE || how == ARGS_NEW;

	errno = EPERM;
	if (how < ARGS_READ || how > ARGS_NEW)
		return -1;
	if (writes ? !ask->out || strcmp(ask->out, path) != 0 : !may_read(&ask->typed, path))
		return -1;
	return args_open(ask->args, path, (enum args_open)how);
}

static bool answer_open(struct asking *ask, const struct local_packet *p)
{
	int fd = open_file(ask, p->bytes, p->head.value), why = errno;
	bool sent = local_send(ask->socket, LOCAL_FILE, fd < 0 ? why : 0, NULL, 0, fd);

	if (fd >= 0)
		close(fd);
	return sent;
}

/* One packet of serve's. False: the conversation is over. */
static bool heed(struct asking *ask, struct local_packet *p)
{
	FILE *to = p->head.kind == LOCAL_OUT ? ask->args->out : ask->args->err;

	if (p->fd >= 0)
		close(p->fd); /* serve sends none */
	switch (p->head.kind) {
	case LOCAL_OUT:
	case LOCAL_ERR:
		fwrite(p->bytes, 1, p->head.bytes, to);
		return fflush(to) == 0 || p->head.kind == LOCAL_ERR;
	case LOCAL_OPEN:
		return answer_open(ask, p);
	case LOCAL_DROP:
		if (ask->out && strcmp(ask->out, p->bytes) == 0)
			args_drop(ask->args, p->bytes);
		return true;
	default:
		return false;
	}
}

static int converse(struct asking *ask, const struct command *c)
{
	struct local_packet *p = arena_alloc(ask->args->a, sizeof *p);

	if (!send_words(ask, c)) {
		fputs("The command could not be handed to the server that is running: it is too long, or the server is just "
			"ending.\n", ask->args->err);
		return EXIT_BAD;
	}
	while (local_take(ask->socket, p)) {
		if (p->head.kind == LOCAL_EXIT)
			return p->head.value;
		if (!heed(ask, p))
			return EXIT_BAD;
	}
	fputs("The server ended, or is of another version, before it said how this went. Look whether it was done before you try "
		"again.\n", ask->args->err);
	return EXIT_BAD;
}

int local_ask(struct args *args, const struct command *c)
{
	struct asking ask = { .args = args, .typed = *args };
	struct store s;
	int code;

	if (store_find(&ask.typed, &s))
		return LOCAL_NOBODY;
	ask.socket = local_open(s.dir, false);
	if (ask.socket < 0)
		return LOCAL_NOBODY;
	code = converse(&ask, c);
	close(ask.socket);
	return code;
}
