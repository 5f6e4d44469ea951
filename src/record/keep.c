/* keep.c - drafts and files: sealed bytes that are no record's field. Each is sealed like one, under the key of whom it belongs
 * to. */
#include <string.h>

#include "base/random.h"
#include "record/engine.h"
#include "record/who.h"

static const struct field BODY[] = {
	{ "subject", "Belongs to", .type = F_TEXT, .max = 64 },
	{ "body", "Body", .type = F_LONGTEXT, .flags = SEALED, .max = 1 << 26 },
};
static const struct record DRAFT = { .name = "draft", .title = "Draft", .plural = "Drafts", .fields = BODY, .count = 2,
	.about = "subject", .tier = T2 };
static const struct record BLOB = { .name = "blob", .title = "File", .plural = "Files", .fields = BODY, .count = 2,
	.about = "subject", .tier = T2 };

static struct row *kept_row(struct act *act, const struct record *r, const char *id, const char *campus, const char *subject)
{
	struct row *row = row_new(act->a, r);

	row->id = id;
	row->campus = *campus ? campus : "installation";
	row->version = 1;
	row->values[0] = *subject ? subject : row->campus;
	return row;
}

const struct fault *draft_done(struct act *act, const char *account, const char *route)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, "DELETE FROM draft WHERE account = $1 AND route = $2", &st));
	stmt_text(st, 1, account);
	stmt_text(st, 2, route);
	return stmt_finish(st);
}

const struct fault *draft_keep(struct act *act, const char *account, const char *route, const char *why, const char *body,
	const char **id)
{
	const void *blob;
	struct stmt *st;
	size_t n;

	TRY(draft_done(act, account, route));
	*id = random_id(act->a);
	TRY(keys_seal(act, kept_row(act, &DRAFT, *id, act->campus, account), 1, body, &blob, &n));
	TRY(db_ask(act->db, act->a, "INSERT INTO draft (id, account, campus, route, at, why, body) VALUES ($1, $2, $3, $4, $5, $6, "
		"$7)", &st));
	stmt_text(st, 1, *id);
	stmt_text(st, 2, account);
	stmt_text(st, 3, act->campus);
	stmt_text(st, 4, route);
	stmt_text(st, 5, act->moment);
	stmt_text(st, 6, why);
	stmt_bytes(st, 7, blob, n);
	return stmt_finish(st);
}

const struct fault *draft_list(struct act *act, const char *account, struct draft **out, int *count)
{
	struct stmt *st;
	bool more;

	*out = NULL;
	*count = 0;
	TRY(db_ask(act->db, act->a, "SELECT id, route, at, why FROM draft WHERE account = $1 ORDER BY at DESC LIMIT 50", &st));
	stmt_text(st, 1, account);
	for (;;) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		*out = arena_extend(act->a, *out, (size_t)*count * sizeof **out, (size_t)(*count + 1) * sizeof **out);
		(*out)[(*count)++] = (struct draft){ stmt_get_text(st, 0), stmt_get_text(st, 1), stmt_get_text(st, 2),
			stmt_get_text(st, 3), "" };
	}
	stmt_done(st);
	return NULL;
}

const struct fault *draft_get(struct act *act, const char *account, const char *id, struct draft *out)
{
	struct stmt *st;
	const void *blob;
	const char *campus;
	bool more;
	size_t n;

	TRY(db_ask(act->db, act->a, "SELECT id, route, at, why, campus, body FROM draft WHERE id = $1 AND account = $2", &st));
	stmt_text(st, 1, id);
	stmt_text(st, 2, account);
	TRY(stmt_step(st, &more));
	if (!more)
		return FAULT(act->a, FAULT_NONE, "no such draft");
	*out = (struct draft){ stmt_get_text(st, 0), stmt_get_text(st, 1), stmt_get_text(st, 2), stmt_get_text(st, 3), "" };
	campus = stmt_get_text(st, 4);
	blob = stmt_get_bytes(st, 5, &n);
	stmt_done(st);
	return keys_open(act, kept_row(act, &DRAFT, out->id, campus, account), 1, blob, n, &out->body);
}

const struct fault *draft_drop(struct act *act, const char *account, const char *id)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, "DELETE FROM draft WHERE id = $1 AND account = $2", &st));
	stmt_text(st, 1, id);
	stmt_text(st, 2, account);
	return stmt_finish(st);
}

const struct fault *blob_keep(struct act *act, const char *subject, const char *kind, const void *bytes, size_t n, const char **id)
{
	const void *blob;
	struct stmt *st;
	size_t size;

	*id = random_id(act->a);
	TRY(keys_seal_bytes(act, kept_row(act, &BLOB, *id, act->campus, subject), 1, bytes, n, &blob, &size));
	TRY(db_ask(act->db, act->a, "INSERT INTO blob (id, campus, subject, kind, size, at, body) VALUES ($1, $2, $3, $4, $5, $6, "
		"$7)", &st));
	stmt_text(st, 1, *id);
	stmt_text(st, 2, act->campus);
	stmt_text(st, 3, subject);
	stmt_text(st, 4, kind);
	stmt_int(st, 5, (int64_t)n);
	stmt_text(st, 6, act->moment);
	stmt_bytes(st, 7, blob, size);
	return stmt_finish(st);
}

/* Whoever holds a row that names the blob may read it: the row went through the gate. It must be of the campus in view. */
const struct fault *blob_get(struct act *act, const char *id, const void **bytes, size_t *n)
{
	struct stmt *st;
	const void *blob;
	const char *campus, *subject;
	bool more;
	size_t size;

	TRY(db_ask(act->db, act->a, "SELECT campus, subject, body FROM blob WHERE id = $1", &st));
	stmt_text(st, 1, id);
	TRY(stmt_step(st, &more));
	if (!more)
		return FAULT(act->a, FAULT_NONE, "no such file");
	campus = stmt_get_text(st, 0);
	subject = stmt_get_text(st, 1);
	blob = stmt_get_bytes(st, 2, &size);
	stmt_done(st);
	if (!act->who->program && strcmp(campus, act->campus) != 0)
		return FAULT(act->a, FAULT_NONE, "no such file");
	return keys_open_bytes(act, kept_row(act, &BLOB, id, campus, subject), 1, blob, size, bytes, n);
}
