/* keys.c - which key seals which row: the pupil's in the compartment of the tier, or the campus's where a record is about nobody.
 * Keys are made at the first sealed text of a subject, in the act that writes it, and kept wrapped in seal_key. */
#include <string.h>

#include "base/random.h"
#include "record/engine.h"

static enum seal_compartment compartment(const struct record *r)
{
	return r->tier >= T5 ? SEAL_T5 : r->tier == T4 ? SEAL_T4 : SEAL_SEND;
}

static const char *subject_of(const struct row *row)
{
	const char *about = row->joined_from ? row->joined_from : row_about(row);

	return *about ? about : row->campus;
}

static struct seal_place place_of(const struct row *row, int field)
{
	return (struct seal_place){ .campus = row->campus, .subject = subject_of(row), .table = row->r->name,
		.column = row->r->fields[field].name, .row = row->id, .version = row->version, .compartment = compartment(row->r) };
}

static const char *actor_name(const struct act *act)
{
	return *act->who->account ? act->who->account : "program";
}

/* The stored key of a ref whose key_id is known, or, if it is NULL, of its subject: fills key_id. */
static const struct fault *stored_key(struct act *act, struct seal_ref *ref, const void **wrapped, size_t *n)
{
	struct stmt *st;
	bool more;

	if (ref->key_id) {
		TRY(db_ask(act->db, act->a, "SELECT id, wrapped FROM seal_key WHERE id = $1", &st));
		stmt_text(st, 1, ref->key_id);
	} else {
		TRY(db_ask(act->db, act->a, "SELECT id, wrapped FROM seal_key WHERE subject = $1 AND compartment = $2 AND campus = "
			"$3", &st));
		stmt_text(st, 1, ref->subject);
		stmt_int(st, 2, ref->compartment);
		stmt_text(st, 3, ref->campus);
	}
	TRY(stmt_step(st, &more));
	*wrapped = NULL;
	if (more) {
		ref->key_id = stmt_get_text(st, 0);
		*wrapped = stmt_get_bytes(st, 1, n);
	}
	stmt_done(st);
	return NULL;
}

static const struct fault *make_key(struct act *act, struct seal_ref *ref, struct seal_key **key)
{
	struct seal_wrapped wrapped;
	struct stmt *st;

	ref->key_id = random_id(act->a);
	TRY(seal_key_new(act->sealer, act->a, actor_name(act), ref, &wrapped, key));
	TRY(db_ask(act->db, act->a, "INSERT INTO seal_key (id, campus, compartment, subject, wrapped, made_at) VALUES ($1, $2, $3, "
		"$4, $5, $6)", &st));
	stmt_text(st, 1, ref->key_id);
	stmt_text(st, 2, ref->campus);
	stmt_int(st, 3, ref->compartment);
	stmt_text(st, 4, ref->subject);
	stmt_bytes(st, 5, wrapped.bytes, sizeof wrapped.bytes);
	stmt_text(st, 6, act->moment);
	return stmt_finish(st);
}

const struct fault *keys_seal(struct act *act, const struct row *row, int field, const char *plain, const void **blob, size_t *n)
{
	return keys_seal_bytes(act, row, field, plain, strlen(plain), blob, n);
}

const struct fault *keys_seal_bytes(struct act *act, const struct row *row, int field, const void *plain, size_t length,
	const void **blob, size_t *n)
{
	struct seal_place place = place_of(row, field);
	struct seal_ref ref = { .campus = row->campus, .subject = place.subject, .compartment = place.compartment };
	struct seal_key *key;
	unsigned char *out;
	const void *wrapped;
	size_t size = 0;

	if (!act->sealer)
		return FAULT(act->a, FAULT_BROKEN, "the key process is not there: nothing sealed can be written");
	TRY(stored_key(act, &ref, &wrapped, &size));
	if (!wrapped)
		TRY(make_key(act, &ref, &key));
	else if (!seal_key_cached(act->sealer, act->a, &ref, &key))
		TRY(seal_key_open(act->sealer, act->a, actor_name(act), &ref, wrapped, size, &key));
	TRY(seal_text(key, &place, plain, length, act->a, &out, n));
	*blob = out;
	seal_key_release(key);
	return NULL;
}

const struct fault *keys_open(struct act *act, const struct row *row, int field, const void *blob, size_t n, const char **plain)
{
	const void *out = NULL;

	TRY(keys_open_bytes(act, row, field, blob, n, &out, &n));
	*plain = out;
	return NULL;
}

const struct fault *keys_open_bytes(struct act *act, const struct row *row, int field, const void *blob, size_t n,
	const void **plain, size_t *length)
{
	struct seal_place place = place_of(row, field);
	struct seal_ref ref = { .campus = row->campus, .subject = place.subject, .compartment = place.compartment };
	struct seal_key *key;
	const void *wrapped;
	size_t size;
	char *out;

	ref.key_id = seal_blob_key_id(blob, n, act->a);
	if (!act->sealer)
		return FAULT(act->a, FAULT_BROKEN, "the key process is not there: nothing sealed can be read");
	if (!ref.key_id)
		return FAULT(act->a, FAULT_TAMPERED, "%s.%s: not sealed text", row->r->name, place.column);
	if (!seal_key_cached(act->sealer, act->a, &ref, &key)) {
		TRY(stored_key(act, &ref, &wrapped, &size));
		if (!wrapped)
			return FAULT(act->a, FAULT_TAMPERED, "%s.%s: its key is gone", row->r->name, place.column);
		TRY(seal_key_open(act->sealer, act->a, actor_name(act), &ref, wrapped, size, &key));
	}
	TRY(seal_open(key, &place, blob, n, act->a, &out, length));
	seal_key_release(key);
	*plain = out;
	return NULL;
}
