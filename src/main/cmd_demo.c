/* cmd_demo.c - `opensenco demo DIR`: an invented school, written through the same verbs as everything else, as it would have been
 * over three years. What is in it is jobs/demo; here facts get ids, passwords and a store. */
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "areas/accounts/area.h"
#include "areas/register/due.h"
#include "areas/support/area.h"
#include "base/random.h"
#include "base/text.h"
#include "jobs/demo.h"
#include "main/commands.h"
#include "main/seed.h"
#include "main/store.h"
#include "seal/hash.h"
#include "seal/password.h"

enum { ACT_MOST = 1500, ACT_DAYS = 14, TRUST_MOST = 3000, TRUST_DAYS = 28, AFTERNOON = 15 * 3600 + 1800 };
#define ARENA_ACT ((size_t)1 << 30)

struct making {
	struct arena *a;
	struct store *store;
	struct db *db;
	struct demo_ask ask;
	json_t *sign_ins;
	const char *shared[DEMO_SHARED];                 /* ids of rows that all campuses point at */
	const char *const *roles;                        /* of shared accounts, by handle */
	int64_t written;
};

/* One act: some facts of one campus. */
struct part { struct making *m; const struct demo_facts *facts; const char **ids; int first, count; const char *campus; };

static const char *id_of(const struct part *p, int handle)
{
	const char *id = handle < 0 ? "" : handle < DEMO_SHARED ? p->m->shared[handle] : p->ids[handle];

	return id ? id : "";
}

/* A password and a code app for an account. The hash is slow, so it is made before the act: see make_secrets(). */
struct secret { const char *password, *hash; unsigned char totp[TOTP_SECRET]; };
static struct secret secrets[DEMO_SHARED];

/* The row that a seed put there: "plan_type/code/sen-support". */
static const struct fault *seeded(struct act *act, const char *key, const char **id)
{
	size_t table = strcspn(key, "/"), field = strcspn(key + table + 1, "/");
	const struct record *r = record_find(act->house, arena_text_n(act->a, key, table));
	struct ask ask = { .limit = 1, .clear_only = true, .campus = act->campus };
	struct rows rows;

	ask.where[0].field = field_find(r, arena_text_n(act->a, key + table + 1, field));
	ask.where[0].op = IS;
	ask.where[0].value = key + table + field + 2;
	TRY(record_list(act, r, &ask, &rows));
	*id = rows.count ? row_id(rows.row[0]) : "";
	return rows.count ? NULL : FAULT(act->a, FAULT_BROKEN, "no row was seeded as %s", key);
}

/* "ids:12 14": the ids of rows, by their handles, in one text. */
static const char *ids_of(struct arena *a, const struct part *p, const char *handles)
{
	struct buf b = buf_new(a);

	while (*handles) {
		char *end;
		long handle = strtol(handles, &end, 10);

		buf_printf(&b, "%s%s", b.len ? " " : "", id_of(p, (int)handle));
		handles = *end ? end + 1 : end;
	}
	return buf_text(&b);
}

static const struct fault *fill(struct act *act, const struct part *p, const struct demo_fact *fact, struct form *form)
{
	for (int i = 0; i < fact->count; i++) {
		const struct demo_value *v = &fact->values[i];

		const char *text = v->ref ? id_of(p, v->ref) : v->text;

		if (v->ref == DEMO_SEEDED)
			TRY(seeded(act, v->text, &text));
		else if (!v->ref && strncmp(v->text, "ids:", 4) == 0)
			text = ids_of(act->a, p, v->text + 4);
		form_set(form, v->field, text);
	}
	if (fact->r == &ACCOUNT && fact->handle < DEMO_SHARED) {
		const struct secret *s = &secrets[fact->handle];

		form_set(form, ACCOUNT_PASSWORD, s->hash);
		form_set(form, ACCOUNT_PASSWORD_SET, act->moment);
		form_set(form, ACCOUNT_TOTP, seal_hex(act->a, s->totp, sizeof s->totp));
	}
	return NULL;
}

static const struct fault *spoken(struct act *act, const struct demo_fact *fact, const struct form *form, const struct fault *f)
{
	if (!f || f->code != FAULT_INVALID || !form->error_count)
		return f;
	return FAULT(act->a, FAULT_BROKEN, "the invented %s of %s is not valid: %s", fact->r->title, day_iso(act->a, fact->on),
		form->errors[0].text);
}

/* A review was held: the open dates are met, and the next are worked out. */
static const struct fault *review_held(struct act *act, struct part *p, const struct demo_fact *fact)
{
	const char *clock = fact->values[0].text;
	struct row *status;
	int count;

	TRY(record_get(act, &REGISTER_STATUS, id_of(p, fact->changes), &status));
	if (strcmp(clock, "apdr-review") == 0)
		return due_met(act, row_about(status), clock, fact->on, &count);
	TRY(due_met(act, row_about(status), "annual-review-first", fact->on, &count));
	TRY(due_met(act, row_about(status), "annual-review-next", fact->on, &count));
	TRY(due_met(act, row_about(status), "annual-review-meeting-latest", fact->on - 14, &count));
	return due_of_plan(act, status, fact->on, true);
}

static const struct fault *write_fact(struct act *act, struct part *p, const struct demo_fact *fact)
{
	struct form *form = form_new(act->a, fact->r);
	const char *id;
	struct row *row;

	if (fact->r == &DUE)
		return review_held(act, p, fact);
	TRY(fill(act, p, fact, form));
	if (fact->changes) {
		TRY(record_get(act, fact->r, id_of(p, fact->changes), &row));
		return spoken(act, fact, form, record_change(act, row, form));
	}
	TRY(spoken(act, fact, form, record_add(act, fact->r, NULL, form, &id)));
	if (fact->handle)
		*(fact->handle < DEMO_SHARED ? &p->m->shared[fact->handle] : &p->ids[fact->handle]) = arena_text(p->m->a, id);
	if (p->campus)
		return NULL;
	act->campus = p->campus = arena_text(p->m->a, id); /* the first fact of a campus is the campus */
	return house_seed(act);
}

static const struct fault *write_part(struct act *act, void *self)
{
	struct part *p = self;

	for (int i = 0; i < p->count; i++)
		TRY(write_fact(act, p, p->facts->list[p->first + i]));
	return NULL;
}

/* Facts of two weeks, a good thousand at most, are one act at the end of the afternoon of the last of its days. In a trust, where
 * forty schools are to be made, of four weeks and a few thousand. */
static int part_size(const struct demo_facts *f, int first, bool trust)
{
	int n = 1, most = trust ? TRUST_MOST : ACT_MOST, days = trust ? TRUST_DAYS : ACT_DAYS;

	while (first + n < f->count && n < most && f->list[first + n]->on < f->list[first]->on + days)
		n++;
	return n;
}

/* Everything else is written in the campus's view, so the campus is written before the oldest of the rest. */
static void campus_first(struct demo_facts *f)
{
	int at = 0;

	while (at < f->count && strcmp(f->list[at]->r->name, "campus") != 0)
		at++;
	for (; at < f->count && at > 0; at--) {
		struct demo_fact *campus = f->list[at];

		f->list[at] = f->list[at - 1];
		f->list[at - 1] = campus;
		campus->on = f->list[at]->on;
	}
}

static const struct fault *write_campus(struct making *m, int number)
{
	struct arena *a = arena_new((size_t)4 << 30);
	struct demo_facts facts = demo_campus(a, &m->ask, number);
	struct part p = { .m = m, .facts = &facts, .ids = arena_array(a, (size_t)facts.handles, sizeof *p.ids) };
	const struct fault *f = NULL;

	campus_first(&facts);
	while (!f && p.first < facts.count) {
		struct arena *act = arena_new(ARENA_ACT);
		struct write w = { .a = act, .who = &STORE_PROGRAM, .campus = p.campus ? p.campus : "", .run = write_part,
			.self = &p };

		p.count = part_size(&facts, p.first, demo_campuses(&m->ask) > 1);
		clock_fix((int64_t)facts.list[p.first + p.count - 1]->on * 86400 + AFTERNOON);
		f = writer_here(m->db, &m->store->house, m->store->sealer, &w);
		if (f)
			f = FAULT(m->a, f->code, "%s", f->text);
		arena_free(act);
		p.first += p.count;
	}
	if (!f) { /* what the hourly work would do on the last of the days */
		struct write w = { .a = a, .who = &STORE_PROGRAM, .campus = p.campus ? p.campus : "", .run = support_phases };

		f = writer_here(m->db, &m->store->house, m->store->sealer, &w);
		if (f)
			f = FAULT(m->a, f->code, "%s", f->text);
	}
	m->written += facts.count;
	arena_free(a);
	return f;
}

/* Every account's role, login, password and secret: for demo-signins.json, and for the sign-in page of a demonstration. */
static const struct fault *make_secrets(struct making *m)
{
	struct arena *a = arena_new((size_t)4 << 30);
	struct demo_facts facts = demo_campus(a, &m->ask, 0);
	const struct fault *f = NULL;

	for (int i = 0; i < facts.count && !f; i++) {
		const struct demo_fact *fact = facts.list[i];
		struct secret *s;
		const char *login = "", *role = "";

		if (fact->r == &ACCOUNT && fact->handle < DEMO_SHARED) {
			s = &secrets[fact->handle];
			s->password = arena_text(m->a, seal_token_short(a));
			totp_secret(s->totp);
			f = password_hash(m->a, s->password, strlen(s->password), &s->hash);
			login = fact->values[0].text;
			json_array_append_new(m->sign_ins, json_pack("{s:i, s:s}", "handle", fact->handle, "login", login));
		} else if (fact->r == &ROLE_HELD && fact->values[0].ref < DEMO_SHARED) {
			json_t *one;
			size_t n;

			role = fact->values[1].text;
			json_array_foreach(m->sign_ins, n, one)
				if (json_integer_value(json_object_get(one, "handle")) == fact->values[0].ref &&
					!json_object_get(one, "role"))
					json_object_set_new(one, "role", json_string(role));
		}
	}
	f = f ? FAULT(m->a, f->code, "%s", f->text) : NULL;
	arena_free(a);
	return f;
}

static const struct fault *write_sign_ins(struct making *m)
{
	const char *path = arena_printf(m->a, "%s/demo-signins.json", m->store->dir);
	json_t *list = json_array(), *one;
	size_t n;
	int fd, bad;

	json_array_foreach(m->sign_ins, n, one) {
		const struct secret *s = &secrets[json_integer_value(json_object_get(one, "handle"))];

		json_array_append_new(list, json_pack("{s:O, s:O, s:s, s:s}", "role", json_object_get(one, "role"), "login",
			json_object_get(one, "login"),
			"password", s->password, "totp_secret", totp_base32(m->a, s->totp, sizeof s->totp)));
	}
	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bad = fd < 0 || json_dumpfd(list, fd, JSON_INDENT(1) | JSON_SORT_KEYS) != 0;
	if (fd >= 0)
		close(fd);
	json_decref(list);
	json_decref(m->sign_ins);
	return bad ? FAULT(m->a, FAULT_FULL, "%s cannot be written", path) : NULL;
}

static const struct fault *make(struct making *m)
{
	TRY(store_make(m->a, m->store, true));
	TRY(store_lock(m->a, m->store));
	m->sign_ins = json_array();
	TRY(make_secrets(m));
	TRY(db_open(m->a, m->store->where, DB_WRITE, &m->db));
	for (int i = 0; i < demo_campuses(&m->ask); i++) {
		TRY(write_campus(m, i));
		if (demo_campuses(&m->ask) > 1)
			fprintf(stderr, "%d of %d schools: %s\n", i + 1, demo_campuses(&m->ask), demo_campus_name(&m->ask, i));
	}
	clock_fix(-1);
	return write_sign_ins(m);
}

static const struct fault *read_ask(struct args *args, struct demo_ask *ask)
{
	const char *pupils = args_value(args, "--pupils", NULL), *seed = args_value(args, "--seed", "1"), *on = args_value(args,
		"--on", NULL);
	int64_t n = DEMO_PUPILS, s = 1;

	if (pupils && (!text_to_int(pupils, &n) || n < 1 || n > DEMO_MOST))
		return FAULT(args->a, FAULT_INVALID, "--pupils must be a number from 1 to %d, not %s", DEMO_MOST, pupils);
	if (!text_to_int(seed, &s))
		return FAULT(args->a, FAULT_INVALID, "--seed must be a whole number, not %s", seed);
	*ask = (struct demo_ask){ .pupils = (int)n, .seed = (uint64_t)s, .on = on ? day_parse(on) : day_today() };
	if (ask->on == DAY_NONE || ask->on > day_today())
		return FAULT(args->a, FAULT_INVALID, "--on must be a day up to today, like %s, not %s",
			day_iso(args->a, day_today()), on);
	return NULL;
}

/* DIR stands for --data; the root key then lies beside it. */
static void put_dir(struct arena *a, struct store *s, const char *dir)
{
	const char *beside = arena_printf(a, "%s.key", s->dir);
	size_t n = strlen(dir);

	while (n > 1 && dir[n - 1] == '/')
		n--;
	if (strcmp(s->key, beside) == 0)
		s->key = arena_printf(a, "%.*s.key", (int)n, dir);
	s->dir = arena_text_n(a, dir, n);
	if (strncmp(s->where, "postgres", 8) != 0)
		s->where = arena_printf(a, "%s/opensenco.db", s->dir);
}

int cmd_demo(struct args *args)
{
	struct store s;
	struct making m = { .a = args->a, .store = &s };
	const struct fault *f = read_ask(args, &m.ask);
	const char *dir;

	f = f ? f : store_find(args, &s);
	dir = args_next(args);
	if (!args_done(args))
		return EXIT_MISUSE;
	if (f)
		return command_fault(args, "Making the demonstration", f);
	if (dir)
		put_dir(args->a, &s, dir);
	f = make(&m);
	if (m.db)
		db_close(m.db);
	if (f)
		return command_fault(args, "Making the demonstration", f);
	printf("Made %s in %s: %d children on roll, %lld facts. Nobody in it is real.\nSign-ins for each role are in "
		"%s/demo-signins.json.\n",
		demo_campuses(&m.ask) > 1 ? "a trust" : demo_campus_name(&m.ask, 0), s.dir, m.ask.pupils, (long long)m.written,
			s.dir);
	return EXIT_FINE;
}
