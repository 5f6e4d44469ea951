/* store.c - fresh stores for tests: a file of the test's own, or a database on the server it was given. */
#include "tests/store.h"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum { IMAGES_MOST = 16 };

struct image {
	char key[40];
	bool pg;
	char where[128]; /* a file's path, or a database's name */
};

static struct image images[IMAGES_MOST];
static int image_count;
static pid_t owner;
static struct db *admin; /* one connection for making and dropping databases */

static int next_number(void)
{
	static int made;

	return ++made;
}

/* ---- PostgreSQL ---- */

static void admin_run(struct test *t, const char *sql)
{
	if (!admin) {
		struct arena *a = arena_new(1 << 20);

		expect_fine(db_open(a, t->pg, DB_MAKE, &admin));
		arena_free(a);
	}
	expect_fine(db_run(admin, t->a, sql));
}

static void drop_database(void *thing)
{
	struct arena *a = arena_new(1 << 20);
	const struct fault *f = db_run(admin, a, arena_printf(a, "DROP DATABASE IF EXISTS %s WITH (FORCE)", (char *)thing));

	if (f)
		printf("%s was not dropped: %s\n", (char *)thing, f->text);
	arena_free(a);
}

/* The server's address with another database's name. */
static const char *with_database(struct test *t, const char *name)
{
	const char *slash = strrchr(t->pg, '/');

	return arena_printf(t->a, "%.*s/%s%s", (int)(slash - t->pg), t->pg, name, slash + strcspn(slash, "?"));
}

static const char *pg_new(struct test *t, const char *template)
{
	char *name = arena_printf(t->a, "t%d_%d", (int)getpid(), next_number());

	admin_run(t, arena_printf(t->a, "CREATE DATABASE %s TEMPLATE %s", name, template));
	arena_defer(t->a, drop_database, name);
	return with_database(t, name);
}

/* ---- SQLite ---- */

const char *store_sqlite(struct test *t)
{
	return arena_printf(t->a, "sqlite:%s/store%d.db", t->dir, next_number());
}

static const char *sqlite_copy(struct test *t, const char *from)
{
	const char *address = store_sqlite(t);
	int in = open(from, O_RDONLY), out = open(address + strlen("sqlite:"), O_WRONLY | O_CREAT | O_EXCL, 0600);
	struct stat st;

	expect_stop(in >= 0 && out >= 0 && fstat(in, &st) == 0);
	while (st.st_size > 0) {
		ssize_t n = sendfile(out, in, NULL, (size_t)st.st_size);

		expect_stop(n > 0);
		st.st_size -= n;
	}
	close(in);
	close(out);
	return address;
}

/* ---- both ---- */

const char *store_address(struct test *t)
{
	return t->pg ? pg_new(t, "template0") : store_sqlite(t);
}

static void drop_images(void)
{
	for (int i = 0; i < image_count && owner == getpid(); i++) {
		if (images[i].pg)
			drop_database(images[i].where);
		else
			unlink(images[i].where);
	}
}

static struct image *make_image(struct test *t, const char *key, void (*make)(struct test *t, const char *address))
{
	struct image *image = &images[image_count];

	expect_stop(image_count < IMAGES_MOST);
	snprintf(image->key, sizeof image->key, "%s", key);
	image->pg = t->pg != NULL;
	if (t->pg) {
		snprintf(image->where, sizeof image->where, "image_%s_%d", key, (int)getpid());
		admin_run(t, arena_printf(t->a, "CREATE DATABASE %s TEMPLATE template0", image->where));
	} else {
		snprintf(image->where, sizeof image->where, "/tmp/opensenco-image-%s-%d.db", key, (int)getpid());
		unlink(image->where);
	}
	if (!owner)
		atexit(drop_images);
	owner = getpid();
	image_count++;
	make(t, t->pg ? with_database(t, image->where) : image->where);
	return image;
}

const char *store_clone(struct test *t, const char *key, void (*make)(struct test *t, const char *address))
{
	struct image *image = NULL;

	for (int i = 0; i < image_count; i++) {
		if (strcmp(images[i].key, key) == 0 && images[i].pg == (t->pg != NULL))
			image = &images[i];
	}
	if (!image)
		image = make_image(t, key, make);
	return t->pg ? pg_new(t, image->where) : sqlite_copy(t, image->where);
}

static void close_at_end(void *thing)
{
	db_close(thing);
}

struct db *store_open(struct test *t, const char *address, enum db_mode mode)
{
	struct db *db = NULL;

	expect_fine(db_open(t->a, address, mode, &db));
	arena_defer(t->a, close_at_end, db);
	return db;
}
