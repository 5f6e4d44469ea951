/* world.c - the school that tests work in. Facts are written through the verbs, as the program would. */
#include "tests/world.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "areas/accounts/area.h"
#include "areas/people/area.h"
#include "base/buf.h"
#include "base/random.h"
#include "main/areas.h"
#include "main/seed.h"
#include "main/routes.h"
#include "seal/hash.h"
#include "tests/store.h"
#include "web/inner.h"

enum { NAMES_MOST = 128 };

struct named { const char *name, *id; };
struct signed_in { const char *login, *token; struct session session; };

struct world_inside {
	const char *where;
	struct store store;
	struct web *web;
	struct named names[NAMES_MOST];
	int name_count;
	struct signed_in sessions[40];
	int session_count;
};

/* ---- making the image ---- */

static char key_path[64];
/* Ids of the two images, one a back end. */
static struct named images[2][NAMES_MOST], *image_names = images[0];
static int image_counts[2], image_name_count;

static void forget_key(void)
{
	unlink(key_path);
}

static void name_it(const char *name, const char *id)
{
	image_names[image_name_count++] = (struct named){ strdup(name), strdup(id) };
}

static const struct fault *put(struct act *act, const struct record *r, const struct row *about, const char *name,
	const char *const *pairs)
{
	struct form *f = form_new(act->a, r);
	const struct fault *fault;
	const char *id;

	for (; pairs && *pairs; pairs += 2) {
		if (field_find(r, pairs[0]) < 0)
			return FAULT(act->a, FAULT_BROKEN, "world: %s has no field %s", r->name, pairs[0]);
		form_set(f, field_find(r, pairs[0]), pairs[1]);
	}
	fault = record_add(act, r, about, f, &id);
	if (!fault && name)
		name_it(name, id);
	return fault;
}

#define PUT(r, about, name, ...) TRY(put(act, (r), (about), (name), (const char *const[]){ __VA_ARGS__, NULL }))

static const char *id_of(const char *name)
{
	for (int i = 0; i < image_name_count; i++)
		if (strcmp(image_names[i].name, name) == 0)
			return image_names[i].id;
	return "";
}

static const struct fault *add_person(struct act *act, const char *role, const char *forename, const char *surname)
{
	const char *staff = arena_printf(act->a, "%s.staff", role);

	PUT(&STAFF, NULL, staff, "forename", forename, "surname", surname, "from", "2020-09-01");
	PUT(&ACCOUNT, NULL, role, "login", role, "name", arena_printf(act->a, "%s %s", forename, surname), "staff", id_of(staff),
		"state", "open");
	PUT(&ROLE_HELD, NULL, NULL, "account", id_of(role), "role", strcmp(role, "senco2") == 0 ? "senco" : role, "from",
		"2024-09-01");
	return NULL;
}

static const struct fault *add_child(struct act *act, const char *name, const char *known, const char *surname, const char *upn,
	const char *dob)
{
	struct row *pupil;

	PUT(&PUPIL, NULL, name, "known_as", known, "forename", known, "surname", surname, "known_surname", surname, "upn", upn,
		"dob", dob);
	TRY(record_get(act, &PUPIL, id_of(name), &pupil));
	PUT(&ENROLMENT, pupil, NULL, "year", "8", "form", "8R", "status", "C", "from", "2024-09-02");
	return NULL;
}

static const struct fault *add_lives(struct act *act)
{
	struct row *sam, *mia;

	TRY(record_get(act, &PUPIL, id_of("sam"), &sam));
	TRY(record_get(act, &PUPIL, id_of("mia"), &mia));
	PUT(&CLASS, NULL, "8R-en", "name", "8R/En", "from", "2026-09-01", "kind", "teaching");
	PUT(&CLASS_MEMBER, sam, NULL, "class", id_of("8R-en"), "from", "2026-09-01");
	PUT(&TEACHING, NULL, NULL, "class", id_of("8R-en"), "staff", id_of("teacher.staff"), "from", "2026-09-01");
	PUT(&CASELOAD, sam, NULL, "staff", id_of("ta.staff"), "kind", "keyworker", "from", "2026-09-01");
	PUT(&CONFLICT, mia, NULL, "account", id_of("dsl"), "reason", "Her daughter");
	return NULL;
}

static const struct fault *fill(struct act *act, void *self)
{
	static const char *const STAFF_ROLES[] = { "senco", "asst_senco", "regional", "dsl", "pp_lead", "dt", "head", "slt", "hoy",
		"teacher", "ta",
		"exams", "office", "governor", "auditor", "it" };

	(void)self;
	PUT(&CAMPUS, NULL, "thistlewick", "name", "Thistlewick High School", "phase", "secondary", "urn", "999001");
	act->campus = id_of("thistlewick");
	TRY(house_seed(act));
	for (size_t i = 0; i < sizeof STAFF_ROLES / sizeof *STAFF_ROLES; i++)
		TRY(add_person(act, STAFF_ROLES[i], "Pat", STAFF_ROLES[i][0] == 'h' ? "Yearling" : "Okafor"));
	PUT(&YEAR_LEAD, NULL, NULL, "staff", id_of("hoy.staff"), "year", "8", "from", "2024-09-01");
	TRY(add_child(act, "sam", "Sam", "Whitlock", "F999234525001", "2013-09-17"));
	TRY(add_child(act, "ana", "Ana", "Ó Súilleabháin", "", "2013-11-03"));
	TRY(add_child(act, "mia", "Mia", "D'Arcy", "", "2014-01-20"));
	TRY(add_lives(act));
	PUT(&CAMPUS, NULL, "harrowgate", "name", "Harrowgate Primary", "phase", "primary", "urn", "999002");
	act->campus = id_of("harrowgate");
	TRY(house_seed(act));
	TRY(add_person(act, "senco2", "Robin", "Far"));
	return add_child(act, "zed", "Zed", "Faraway", "", "2016-05-05");
}

static void fill_store(struct test *t, struct store *s, const char *where)
{
	int applied;

	s->a = t->a;
	s->where = where;
	s->dir = t->dir;
	s->key = key_path;
	expect_fine(store_house(t->a, &s->house));
	expect_fine(sealer_open_local(t->a, key_path, NULL, &s->sealer));
	expect_fine(store_migrate(t->a, s, &applied));
	expect_fine(store_act(s, t->a, &STORE_PROGRAM, "", fill, NULL));
}

static void make_image(struct test *t, const char *address)
{
	struct store s = { 0 };

	image_names = images[t->pg != NULL];
	image_name_count = 0;
	fill_store(t, &s, address);
	image_counts[t->pg != NULL] = image_name_count;
	sealer_close(s.sealer);
}

static void close_sealer(void *s)
{
	sealer_close(s);
}

struct world world_new(struct test *t)
{
	struct world w = { .t = t, .login = "senco" };

	if (!key_path[0]) {
		snprintf(key_path, sizeof key_path, "/tmp/opensenco-world-%d.key", (int)getpid());
		unlink(key_path);
		expect_fine(seal_root_make(t->a, key_path));
		atexit(forget_key);
	}
	w.in = arena_alloc(t->a, sizeof *w.in);
	w.in->where = store_clone(t, "world", make_image);
	w.in->store = (struct store){ .a = t->a, .where = w.in->where, .dir = t->dir, .key = key_path };
	expect_fine(store_house(t->a, &w.in->store.house));
	expect_fine(sealer_open_local(t->a, key_path, NULL, &w.in->store.sealer));
	arena_defer(t->a, close_sealer, w.in->store.sealer);
	memcpy(w.in->names, images[t->pg != NULL], sizeof images[0]);
	w.in->name_count = image_counts[t->pg != NULL];
	return w;
}

struct world as(struct world w, const char *login)
{
	w.login = login;
	return w;
}

/* ---- the engine ---- */

const char *world_id(struct world w, const char *name)
{
	for (int i = 0; i < w.in->name_count; i++)
		if (strcmp(w.in->names[i].name, name) == 0)
			return w.in->names[i].id;
	return NULL;
}

const struct house *world_house(struct world w) { return &w.in->store.house; }
const char *world_where(struct world w) { return w.in->where; }
struct sealer *world_sealer(struct world w) { return w.in->store.sealer; }

static const char *campus_of(struct world w)
{
	return world_id(w, strcmp(w.login, "senco2") == 0 ? "harrowgate" : "thistlewick");
}

static const struct actor *actor_of(struct world w, struct arena *a)
{
	struct test *t = w.t;
	struct actor *who;
	struct db *db;

	if (strcmp(w.login, "program") == 0)
		return &STORE_PROGRAM;
	db = store_open(t, w.in->where, DB_READ);
	expect_fine(db_begin(db, a, false));
	expect_fine(db_actor(db, a, "", "*"));
	expect_fine(actor_load(db, a, &w.in->store.house, world_id(w, w.login), day_today(), &who));
	db_settle(db);
	db_rollback(db, a);
	return who;
}

struct act *world_read(struct world w)
{
	struct test *t = w.t;
	struct act *act;

	expect_fine(store_read(&w.in->store, t->a, actor_of(w, t->a), campus_of(w), &act));
	return act;
}

const struct fault *world_do(struct world w, const struct fault *(*run)(struct act *act, void *self), void *self)
{
	return store_act(&w.in->store, w.t->a, actor_of(w, w.t->a), campus_of(w), run, self);
}

static const char *named(struct world w, struct arena *a, const char *value)
{
	const char *id = world_id(w, value);

	return id ? id : arena_text(a, value);
}

struct form *world_form(struct world w, struct arena *a, const struct record *r, const char *typed)
{
	struct http_values v = rq_untyped(a, typed);
	struct test *t = w.t;
	struct form *f = form_new(a, r);

	for (size_t i = 0; i < v.count; i++) {
		int field = field_find(r, v.item[i].name);

		if (field < 0)
			test_fail(t, __FILE__, __LINE__, "%s has no field %s", r->name, v.item[i].name);
		else
			form_set(f, field, r->fields[field].type == F_REF ? named(w, a, v.item[i].value) : v.item[i].value);
	}
	return f;
}

/* The second of one kind is somebody else: nobody stands in for themselves. */
static const char *valid_ref(struct world w, const char *ref, bool second)
{
	static const struct { const char *record, *name, *other; } ANY[] = { { "pupil", "sam", "ana" },
		{ "staff", "ta.staff", "teacher.staff" },
		{ "account", "senco", "ta" }, { "class", "8R-en", "8R-en" }, { "campus", "thistlewick", "thistlewick" } };

	for (size_t i = 0; i < sizeof ANY / sizeof *ANY; i++)
		if (strcmp(ANY[i].record, ref) == 0)
			return world_id(w, second ? ANY[i].other : ANY[i].name);
	return NULL;
}

static bool ref_before(const struct record *r, int field)
{
	for (int i = 0; i < field; i++)
		if (r->fields[i].type == F_REF && strcmp(r->fields[i].ref, r->fields[field].ref) == 0)
			return true;
	return false;
}

struct form *make_valid(struct world w, struct arena *a, const struct record *r)
{
	struct form *f = form_new(a, r);
	static int made;
	int dates = 0;

	for (int i = 0; i < r->count; i++) {
		const struct field *field = &r->fields[i];

		if (!(field->flags & REQUIRED) && !field->ask) /* with .ask a hook may want it */
			continue;
		switch (field->type) {
		case F_TEXT: /* no two alike; a field called so holds the name of a record type */
			form_set(f, i, strcmp(field->name, "record") == 0 ? "need" :
				strcmp(field->name, "from_address") == 0 ? "send@school.example" :
				field->max >= 12 ? arena_printf(a, "words_%d", ++made) : "W");
			break;
		case F_LONGTEXT: form_set(f, i, "Some words\non two lines"); break;
		case F_CHOICE: form_set(f, i, field->choices[0].code); break;
		/* each later than the one before */
		case F_DATE: form_set(f, i, arena_printf(a, "2026-09-%02d", 14 + dates++ % 15)); break;
		case F_TIME: form_set(f, i, "2026-09-14T09:30:00Z"); break;
		case F_NUMBER: form_set(f, i, arena_printf(a, "%lld", (long long)(field->least > 0 ? field->least : 1))); break;
		case F_PENCE: form_set(f, i, "12.50"); break;
		case F_YESNO: form_set(f, i, "1"); break;
		case F_REF: form_set(f, i, valid_ref(w, field->ref, ref_before(r, i))); break;
		}
	}
	return f;
}

/* ---- the pages ---- */

static void stop_web(void *web)
{
	web_stop(web);
}

static void start_web(struct world w)
{
	struct test *t = w.t;
	struct web_options o = { .house = &w.in->store.house, .routes = HOUSE_ROUTES, .sections = HOUSE_SECTIONS,
		.panels = HOUSE_PANELS, .tasks = HOUSE_TASKS, .roles = ROLES,
		.where = w.in->where, .sealer = w.in->store.sealer, .http = { .threads = 2 } };

	if (w.in->web)
		return;
	expect_fine(web_start(t->a, &o, &w.in->web));
	arena_defer(t->a, stop_web, w.in->web);
}

struct signing { struct world w; struct signed_in *in; };

static const struct fault *sign_in(struct act *act, void *self)
{
	struct signing *s = self;

	return session_make(act, &s->in->session, &s->in->token);
}

static struct signed_in *session_of(struct world w)
{
	struct signed_in *in = w.in->sessions;
	struct test *t = w.t;
	struct signing s = { w, NULL };

	for (int i = 0; i < w.in->session_count; i++)
		if (strcmp(in[i].login, w.login) == 0)
			return &in[i];
	expect_stop(w.in->session_count < 40 && world_id(w, w.login));
	s.in = &in[w.in->session_count++];
	s.in->login = w.login;
	s.in->session = (struct session){ .account = world_id(w, w.login), .campus = campus_of(w), .role = w.login, .agent = "test",
		.fresh_at = moment_now(t->a) };
	random_bytes(s.in->session.stamp_key, sizeof s.in->session.stamp_key);
	{
		struct write write = { .a = arena_new(ARENA_REQUEST), .who = &STORE_PROGRAM, .campus = "", .run = sign_in,
			.self = &s };

		expect_fine(writer_do(web_writer(w.in->web), &write));
		s.in->token = arena_text(t->a, s.in->token);
		arena_free(write.a);
	}
	s.in->session.id = seal_token_hash(t->a, s.in->token);
	return s.in;
}

void world_signed_out(struct world w)
{
	w.in->session_count = 0;
}

/* People's names in a path or a body become their ids: whole words only. */
static const char *with_ids(struct world w, const char *text)
{
	struct buf b = buf_new(w.t->a);

	while (*text) {
		size_t n = strcspn(text, "/=&?");
		const char *id = n && n < 40 ? world_id(w, arena_text_n(w.t->a, text, n)) : NULL;

		buf_add_n(&b, id ? id : text, id ? strlen(id) : n);
		text += n;
		if (*text)
			buf_add_c(&b, *text++);
	}
	return buf_text(&b);
}

static struct seen_page talk(struct world w, const char *request, size_t length)
{
	struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(web_port(w.in->web)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	struct buf b = buf_new(w.t->a);
	struct test *t = w.t;
	struct seen_page seen = { .to = "", .text = "", .head = "" };
	char part[16384];
	ssize_t n;
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	const char *body, *to_line;

	expect_stop(fd >= 0 && connect(fd, (struct sockaddr *)&to, sizeof to) == 0);
	for (size_t sent = 0; sent < length; sent += (size_t)n) {
		n = send(fd, request + sent, length - sent, MSG_NOSIGNAL);
		if (n <= 0)
			break;
	}
	while ((n = recv(fd, part, sizeof part, 0)) > 0)
		buf_add_n(&b, part, (size_t)n);
	close(fd);
	body = strstr(buf_text(&b), "\r\n\r\n");
	if (!body || b.len < 12)
		return seen;
	seen.head = arena_text_n(t->a, b.data, (size_t)(body - b.data));
	seen.text = body + 4;
	seen.length = b.len - (size_t)(body + 4 - b.data);
	seen.status = (int)strtol(b.data + 9, NULL, 10);
	to_line = strstr(seen.head, "\r\nLocation: ");
	if (to_line)
		seen.to = arena_text_n(t->a, to_line + 12, strcspn(to_line + 12, "\r"));
	return seen;
}

static const char *cookie_line(struct world w)
{
	if (strcmp(w.login, "nobody") == 0)
		return "";
	return arena_printf(w.t->a, "Cookie: __Host-session=%s\r\n", session_of(w)->token);
}

struct seen_page get_with(struct world w, const char *path, const char *headers)
{
	const char *request;

	start_web(w);
	request = arena_printf(w.t->a, "GET %s HTTP/1.1\r\nHost: localhost\r\n%s%sConnection: close\r\n\r\n", with_ids(w, path),
		cookie_line(w), headers);
	return talk(w, request, strlen(request));
}

struct seen_page get(struct world w, const char *path)
{
	return get_with(w, path, "");
}

struct seen_page post_raw(struct world w, const char *path, const char *type, const char *body, size_t n, const char *headers)
{
	struct buf b = buf_new(w.t->a);

	start_web(w);
	buf_printf(&b, "POST %s HTTP/1.1\r\nHost: localhost\r\n%sConnection: close\r\nContent-Type: %s\r\nContent-Length: "
		"%zu\r\n%s\r\n", with_ids(w, path), cookie_line(w), type, n, headers ? headers : "");
	buf_add_n(&b, body, n);
	return talk(w, b.data, b.len);
}

const char *world_stamp(struct world w, const char *path, int64_t version)
{
	start_web(w);
	return stamp_make(w.t->a, &session_of(w)->session, with_ids(w, path), version);
}

struct seen_page post_seen(struct world w, const char *path, const char *body, int64_t version)
{
	const char *stamped = arena_printf(w.t->a, "%s%sstamp=%s", with_ids(w, body), *body ? "&" : "",
		world_stamp(w, path, version));

	return post_raw(w, path, "application/x-www-form-urlencoded", stamped, strlen(stamped), NULL);
}

struct seen_page post(struct world w, const char *path, const char *body)
{
	return post_seen(w, path, body, 0);
}
