/* root.c - the root key file: made, read, given a new generation, durable at each step.
 * Form: "opensenco root key 1", then a line "<generation> <64 hex digits>" each, newest last. Not here: what the key is for. */
#include "seal/inner.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <sodium.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"

enum { FILE_MOST = 1024 }; /* bytes: eight generations take less */

static const char HEAD[] = "opensenco root key 1\n";

void warn_unless_locked(void *p, size_t n)
{
	static atomic_flag said = ATOMIC_FLAG_INIT;

	if (sodium_mlock(p, n) != 0 && !atomic_flag_test_and_set(&said)) {
		log_line(LOG_WARN, "seal: key memory cannot be locked (raise the limit of locked memory: LimitMEMLOCK=)");
	}
}

struct root *root_new(void)
{
	struct root *r;

	seal_start();
	r = sodium_malloc(sizeof(*r));
	if (!r)
		abort();
	sodium_memzero(r, sizeof(*r));
	warn_unless_locked(r, sizeof(*r));
	return r;
}

void root_free(struct root *r)
{
	sodium_free(r); /* wipes */
}

static const char *line_read(const char *at, uint32_t *generation, unsigned char key[KEY_BYTES])
{
	char hex[KEY_BYTES * 2 + 1];
	uint64_t n = 0;

	for (; *at >= '0' && *at <= '9' && n < UINT32_MAX; at++)
		n = n * 10 + (uint64_t)(*at - '0');
	if (n == 0 || n > UINT32_MAX || *at++ != ' ' || strnlen(at, KEY_BYTES * 2) != KEY_BYTES * 2)
		return NULL;
	memcpy(hex, at, KEY_BYTES * 2);
	hex[KEY_BYTES * 2] = '\0';
	*generation = (uint32_t)n;
	at = seal_unhex(hex, key, KEY_BYTES) && at[KEY_BYTES * 2] == '\n' ? at + KEY_BYTES * 2 + 1 : NULL;
	sodium_memzero(hex, sizeof(hex));
	return at;
}

static bool parse(const char *text, struct root *r)
{
	const char *at = text + sizeof(HEAD) - 1;

	r->count = 0;
	if (strncmp(text, HEAD, sizeof(HEAD) - 1) != 0)
		return false;
	while (*at) {
		int i = r->count;

		if (i == ROOT_GENERATIONS)
			return false;
		at = line_read(at, &r->generation[i], r->key[i]);
		if (!at || (i && r->generation[i] <= r->generation[i - 1]))
			return false;
		r->count++;
	}
	return r->count > 0;
}

/* systemd hands a credential over as root's own, 0440, with an entry in its access list for the service's user alone; where the
 * file system has no such lists, as the user's own, 0400. */
static bool private(const struct stat *st)
{
	return (st->st_mode & 077) == 0 || ((st->st_mode & 0777) == 0440 && st->st_uid == 0 && st->st_gid == 0);
}

/* Opened once and judged by the open file, so that nothing can be put in its place between the look and the read. */
static const struct fault *file_read(struct arena *a, const char *path, char *text, size_t room)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	const struct fault *f = NULL;
	struct stat st;
	ssize_t n;

	if (fd < 0)
		return FAULT(a, FAULT_BROKEN, "The root key file %s cannot be opened: %s. Without it nothing sealed can be read.",
			     path, strerror(errno));
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		f = FAULT(a, FAULT_BROKEN, "The root key %s is not a file.", path);
	else if (!private(&st))
		f = FAULT(a, FAULT_BROKEN, "The root key file %s can be read by others. Make it private: chmod 600.", path);
	n = f ? 0 : read(fd, text, room - 1);
	close(fd);
	if (f)
		return f;
	text[n > 0 ? n : 0] = '\0';
	return n > 0 && (size_t)n < room - 1 ? NULL : FAULT(a, FAULT_BROKEN, "The root key file %s is damaged.", path);
}

const struct fault *root_load(struct arena *a, const char *path, struct root *r)
{
	char *text;
	const struct fault *f;

	seal_start();
	text = sodium_malloc(FILE_MOST);
	if (!text)
		abort();
	f = file_read(a, path, text, FILE_MOST);
	if (!f && !parse(text, r))
		f = FAULT(a, FAULT_BROKEN, "The root key file %s is damaged.", path);
	sodium_free(text);
	return f;
}

static bool write_all(int fd, const char *text, size_t n)
{
	while (n) {
		ssize_t done = write(fd, text, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		text += done;
		n -= (size_t)done;
	}
	return true;
}

static bool folder_sync(struct arena *a, const char *path)
{
	int fd = open(dirname(arena_text(a, path)), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

/* The whole file under a name beside it, synced, then linked or renamed into place: the old one or the new one, never half. */
static const struct fault *file_write(struct arena *a, const char *path, const struct root *r, bool replace)
{
	const char *part = arena_printf(a, "%s.new", path);
	char *text = sodium_malloc(FILE_MOST);
	size_t n = sizeof(HEAD) - 1;
	bool ok;
	int fd;

	if (!text)
		abort();
	memcpy(text, HEAD, sizeof(HEAD));
	for (int i = 0; i < r->count; i++) {
		n += (size_t)snprintf(text + n, FILE_MOST - n, "%u ", r->generation[i]);
		sodium_bin2hex(text + n, FILE_MOST - n, r->key[i], KEY_BYTES);
		n += KEY_BYTES * 2;
		text[n++] = '\n';
	}
	unlink(part);
	fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	ok = fd >= 0 && write_all(fd, text, n) && fsync(fd) == 0;
	sodium_free(text);
	if (fd >= 0)
		close(fd);
	ok = ok && (replace ? rename(part, path) : link(part, path)) == 0;
	if (!ok)
		n = (size_t)errno;
	if (fd >= 0 && (!ok || !replace))
		unlink(part);
	if (!ok && n == EEXIST)
		return FAULT(a, FAULT_INVALID, "There is a root key at %s already. It is not replaced.", path);
	if (!ok || !folder_sync(a, path))
		return FAULT(a, FAULT_BROKEN, "The root key file %s cannot be written: %s.", path, strerror(ok ? errno : (int)n));
	return NULL;
}

static void generation_add(struct root *r)
{
	r->generation[r->count] = r->count ? r->generation[r->count - 1] + 1 : 1;
	randombytes_buf(r->key[r->count], KEY_BYTES);
	r->count++;
}

const struct fault *seal_root_make(struct arena *a, const char *path)
{
	struct root *r = root_new();
	const struct fault *f;

	generation_add(r);
	f = file_write(a, path, r, false);
	root_free(r);
	return f;
}

const struct fault *seal_root_add(struct arena *a, const char *path)
{
	struct root *r = root_new();
	const struct fault *f = root_load(a, path, r);

	if (!f && r->count == ROOT_GENERATIONS)
		f = FAULT(a, FAULT_INVALID, "The root key file %s holds %d generations. Finish an earlier change of keys first.",
			  path, ROOT_GENERATIONS);
	if (!f) {
		generation_add(r);
		f = file_write(a, path, r, true);
	}
	root_free(r);
	return f;
}

static bool generation_drop(struct root *r, uint32_t generation)
{
	int kept = 0;

	for (int i = 0; i < r->count; i++) {
		if (r->generation[i] == generation)
			continue;
		r->generation[kept] = r->generation[i];
		memmove(r->key[kept++], r->key[i], KEY_BYTES);
	}
	if (kept == r->count)
		return false;
	r->count = kept;
	return true;
}

const struct fault *seal_root_drop(struct arena *a, const char *path, uint32_t generation)
{
	struct root *r = root_new();
	const struct fault *f = root_load(a, path, r);

	if (!f && r->generation[r->count - 1] == generation)
		f = FAULT(a, FAULT_INVALID, "Generation %u of the root key is the one in use. It is not dropped.", generation);
	if (!f && !generation_drop(r, generation))
		f = FAULT(a, FAULT_INVALID, "There is no generation %u in the root key file %s.", generation, path);
	if (!f)
		f = file_write(a, path, r, true);
	root_free(r);
	return f;
}
