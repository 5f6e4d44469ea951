/* journal.c - notes of an act become chained entries. The detail is sealed with the campus's key; the clear part says number, time,
 * actor, campus, kind, record type, tier and row id, and nothing of what was written. */
#include "record/journal.h"

#include <string.h>

#include "base/random.h"
#include "record/engine.h"
#include "record/recall.h"
#include "seal/hash.h"

struct note {
	const char *kind, *record, *row, *pupil, *detail, *account, *campus, *at;
	int tier;
	bool read;
	struct note *next;
};

struct notes { struct note *first, **last; int count; bool changed; };

struct notes *notes_new(struct arena *a)
{
	struct notes *n = arena_alloc(a, sizeof *n);

	n->last = &n->first;
	return n;
}

void facts_note(struct act *act)
{
	act->notes->changed = true;
}

bool notes_changed(const struct act *act)
{
	return act->notes->changed;
}

/* An undone act changed nothing: only what was refused is still to be told. */
void notes_keep_denials(struct act *act)
{
	struct notes *kept = notes_new(act->a);

	for (struct note *n = act->notes->first; n; n = n->next) {
		if (strcmp(n->kind, "denied") != 0 && !n->read)
			continue;
		*kept->last = n;
		kept->last = &n->next;
		kept->count++;
	}
	*kept->last = NULL;
	act->notes = kept;
}

static struct note *note_add(struct act *act)
{
	struct note *n = arena_alloc(act->a, sizeof *n);

	*act->notes->last = n;
	act->notes->last = &n->next;
	act->notes->count++;
	n->account = act->who->account;
	n->campus = act->campus;
	n->at = act->moment;
	return n;
}

void journal_note(struct act *act, const char *kind, const char *record, const char *row, const char *pupil, const char *detail)
{
	const struct record *r = record_find(act->house, record);
	struct note *n = note_add(act);

	n->kind = kind;
	n->record = record;
	n->row = row;
	n->pupil = pupil;
	n->detail = detail;
	n->tier = r ? (int)r->tier : 0;
}

void note_row(struct act *act, const char *kind, const struct record *r, const char *row, const char *detail)
{
	journal_note(act, kind, r->name, row, "", detail);
}

/* One entry a page and record type: further rows join its list of ids. */
void note_read(struct act *act, const struct record *r, const char *row)
{
	struct note *n;

	for (n = act->notes->first; n; n = n->next) {
		if (n->read && strcmp(n->record, r->name) == 0) {
			struct buf *b = (struct buf *)(void *)n->row;

			buf_add_c(b, ' ');
			buf_add(b, row);
			return;
		}
	}
	n = note_add(act);
	n->kind = "read";
	n->record = r->name;
	n->tier = (int)r->tier;
	n->read = true;
	n->pupil = "";
	{
		struct buf *b = arena_alloc(act->a, sizeof *b);

		*b = buf_new(act->a);
		buf_add(b, row);
		n->row = (const char *)(void *)b;
	}
}

bool journal_owes(const struct act *act)
{
	return act->notes->first != NULL;
}

void journal_move(struct act *to, const struct act *from)
{
	for (const struct note *n = from->notes->first; n; n = n->next) {
		struct note *m = note_add(to);
		struct note *next = m->next;

		*m = *n;
		m->next = next;
	}
}

static const char *entry_text(struct arena *a, const struct note *n, const char *row, const void *detail, size_t size)
{
	return arena_printf(a, "%s\n%s\n%s\n%s\n%s\n%d\n%s\n%s\n%s", n->at, n->account, n->campus, n->kind, n->record, n->tier, row,
		n->pupil, size ? seal_hex(a, detail, size) : "");
}

struct chain { int64_t number; unsigned char hash[SEAL_HASH]; };

static const struct fault *chain_head(struct act *w, struct chain *c)
{
	struct stmt *st;
	const void *hash;
	bool more;
	size_t n;

	/* Updating takes the row's lock, so that a second writer by mistake waits and cannot fork the chain. */
	TRY(db_ask(w->db, w->a, "UPDATE journal_head SET number = number WHERE one = 1 RETURNING number, hash", &st));
	TRY(stmt_step(st, &more));
	memset(c, 0, sizeof *c);
	if (more) {
		c->number = stmt_get_int(st, 0);
		hash = stmt_get_bytes(st, 1, &n);
		if (n == SEAL_HASH)
			memcpy(c->hash, hash, SEAL_HASH);
		return stmt_finish(st);
	}
	TRY(db_ask(w->db, w->a, "INSERT INTO journal_head (one, number, hash) VALUES (1, 0, $1)", &st));
	stmt_bytes(st, 1, c->hash, SEAL_HASH);
	return stmt_finish(st);
}

/* Seal the detail under the campus's key, as a field of a record that is about nobody. */
static const struct field DETAIL[] = { { "detail", "Detail", .type = F_LONGTEXT, .flags = SEALED, .max = 1 << 20 } };
static const struct record JOURNAL = { .name = "journal", .title = "Entry", .plural = "Journal", .fields = DETAIL, .count = 1,
	.tier = T2 };

static struct row *detail_row(struct act *w, const char *campus, int64_t number)
{
	struct row *row = row_new(w->a, &JOURNAL);

	row->campus = *campus ? campus : "installation";
	row->id = arena_printf(w->a, "%lld", (long long)number);
	row->version = 1;
	return row;
}

static const struct fault *seal_detail(struct act *w, const struct note *n, int64_t number, const char *detail, const void **blob,
	size_t *size)
{
	*blob = NULL;
	*size = 0;
	if (!detail || !*detail || !w->sealer)
		return NULL;
	return keys_seal(w, detail_row(w, n->campus, number), 0, detail, blob, size);
}

static const struct fault *write_note(struct act *w, const struct note *n, struct chain *c)
{
	unsigned char salt[SEAL_HASH], commitment[SEAL_HASH], link[SEAL_HASH];
	const char *row = n->read ? "" : n->row, *detail = n->read ? buf_text((const struct buf *)(const void *)n->row) : n->detail,
		*entry;
	const void *blob;
	struct stmt *st;
	size_t size;

	c->number++;
	if (n->read && strlen(detail) == ID_LENGTH)
		row = detail;
	TRY(seal_detail(w, n, c->number, detail, &blob, &size));
	random_bytes(salt, sizeof salt);
	entry = entry_text(w->a, n, row, blob, size);
	seal_commitment(commitment, salt, entry, strlen(entry));
	seal_chain(link, c->hash, c->number, commitment);
	memcpy(c->hash, link, SEAL_HASH);
	TRY(db_ask(w->db, w->a, "INSERT INTO journal (number, at, account, campus, kind, record, tier, \"row\", pupil, detail, "
		"salt, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)", &st));
	stmt_int(st, 1, c->number);
	stmt_text(st, 2, n->at);
	stmt_text(st, 3, n->account);
	stmt_text(st, 4, n->campus);
	stmt_text(st, 5, n->kind);
	stmt_text(st, 6, n->record);
	stmt_int(st, 7, n->tier);
	stmt_text(st, 8, row);
	stmt_text(st, 9, n->pupil);
	stmt_bytes(st, 10, blob, size);
	stmt_bytes(st, 11, salt, sizeof salt);
	stmt_bytes(st, 12, link, sizeof link);
	TRY(stmt_finish(st));
	return NULL;
}

const struct fault *journal_write(struct act *w, struct act *const *acts, int count)
{
	struct chain c;
	struct stmt *st;
	bool any = false;

	for (int i = 0; i < count; i++)
		any = any || journal_owes(acts[i]);
	if (!any)
		return NULL;
	TRY(chain_head(w, &c));
	for (int i = 0; i < count; i++)
		for (const struct note *n = acts[i]->notes->first; n; n = n->next)
			TRY(write_note(w, n, &c));
	TRY(db_ask(w->db, w->a, "UPDATE journal_head SET number = $1, hash = $2 WHERE one = 1", &st));
	stmt_int(st, 1, c.number);
	stmt_bytes(st, 2, c.hash, SEAL_HASH);
	return stmt_finish(st);
}

static bool entry_fits(struct arena *a, struct stmt *st, const unsigned char previous[SEAL_HASH], unsigned char link[SEAL_HASH])
{
	const char *text[9] = { 0 };
	struct note n;
	size_t size = 0, salt_n = 0, hash_n = 0;
	const void *detail, *salt, *hash;
	unsigned char commitment[SEAL_HASH];
	const char *entry;

	for (int i = 1; i <= 8; i++)
		text[i] = i == 6 ? "" : stmt_get_text(st, i);
	n = (struct note){ .at = text[1], .account = text[2], .campus = text[3], .kind = text[4], .record = text[5],
		.tier = (int)stmt_get_int(st, 6), .pupil = text[8] ? text[8] : "" };
	detail = stmt_get_bytes(st, 9, &size);
	salt = stmt_get_bytes(st, 10, &salt_n);
	hash = stmt_get_bytes(st, 11, &hash_n);
	if (salt_n != SEAL_HASH || hash_n != SEAL_HASH || !text[7])
		return false;
	entry = entry_text(a, &n, text[7], detail, detail ? size : 0);
	seal_commitment(commitment, salt, entry, strlen(entry));
	seal_chain(link, previous, stmt_get_int(st, 0), commitment);
	return memcmp(link, hash, SEAL_HASH) == 0;
}

/* A thousand entries at a time, each batch in an arena of its own: the chain may be millions long. */
static const struct fault *verify_batch(struct arena *a, struct db *db, struct chain *c, int64_t *broken, bool *end)
{
	struct arena *b = arena_new(ARENA_REQUEST);
	const struct fault *f;
	struct stmt *st;
	bool more;
	int seen = 0;

	f = db_ask(db, b, "SELECT number, at, account, campus, kind, record, tier, \"row\", pupil, detail, salt, hash FROM journal"
		" WHERE number > $1 ORDER BY number LIMIT 1000", &st);
	if (!f)
		stmt_int(st, 1, c->number);
	while (!f && !(f = stmt_step(st, &more)) && more && !*broken) {
		unsigned char link[SEAL_HASH];

		seen++;
		if (stmt_get_int(st, 0) != c->number + 1 || !entry_fits(b, st, c->hash, link)) {
			*broken = c->number + 1;
			break;
		}
		c->number++;
		memcpy(c->hash, link, SEAL_HASH);
	}
	if (f)
		f = FAULT(a, f->code, "%s", f->text);
	else
		stmt_done(st);
	*end = seen < 1000 || *broken;
	arena_free(b);
	return f;
}

const struct fault *journal_verify(struct arena *a, struct db *db, int64_t *entries, int64_t *broken, const char **why)
{
	struct chain c = { 0 };
	struct stmt *st;
	const void *hash;
	bool end = false, more;
	size_t n;

	*broken = 0;
	*why = "";
	while (!end)
		TRY(verify_batch(a, db, &c, broken, &end));
	*entries = c.number;
	if (*broken) {
		*why = "the entry is missing or was altered";
		return NULL;
	}
	TRY(db_ask(db, a, "SELECT number, hash FROM journal_head WHERE one = 1", &st));
	TRY(stmt_step(st, &more));
	if (!more)
		return NULL;
	hash = stmt_get_bytes(st, 1, &n);
	if (stmt_get_int(st, 0) != c.number || n != SEAL_HASH || memcmp(hash, c.hash, SEAL_HASH) != 0) {
		*broken = c.number + 1;
		*why = "entries are missing at the end";
	}
	return stmt_finish(st);
}

const struct fault *journal_detail(struct act *act, int64_t number, const char **detail)
{
	struct stmt *st;
	const void *blob;
	const char *campus;
	bool more;
	size_t n;

	*detail = "";
	TRY(db_ask(act->db, act->a, "SELECT campus, detail FROM journal WHERE number = $1", &st));
	stmt_int(st, 1, number);
	TRY(stmt_step(st, &more));
	if (!more)
		return FAULT(act->a, FAULT_NONE, "no such entry");
	campus = stmt_get_text(st, 0);
	blob = stmt_get_bytes(st, 1, &n);
	stmt_done(st);
	if (!blob)
		return NULL;
	return keys_open(act, detail_row(act, campus, number), 0, blob, n, detail);
}

const struct fault *journal_walk(struct act *act, int most, void (*one)(void *self, const struct journal_entry *entry), void *self)
{
	struct stmt *st;
	bool more;

	TRY(db_ask(act->db, act->a, "SELECT number, at, account, campus, kind, record, \"row\" FROM journal ORDER BY number DESC "
		"LIMIT $1", &st));
	stmt_int(st, 1, most);
	for (;;) {
		struct journal_entry e;

		TRY(stmt_step(st, &more));
		if (!more)
			break;
		e = (struct journal_entry){ stmt_get_int(st, 0), stmt_get_text(st, 1), stmt_get_text(st, 2), stmt_get_text(st, 3),
			stmt_get_text(st, 4), stmt_get_text(st, 5), stmt_get_text(st, 6) };
		one(self, &e);
	}
	stmt_done(st);
	return NULL;
}
