/* api.c - reading and writing records as JSON. What may be read and written is the gate's; this knows only how it is spelt. */
#include "api/api.h"

#include <string.h>

#include "api/json.h"
#include "base/text.h"
#include "seal/hash.h"

enum { LIST = 100, LIST_MOST = 1000 };

static const struct fault *type_of(struct req *rq, enum right right, const struct record **out)
{
	const struct record *r = record_find(rq->act->house, rq_arg(rq, "type"));

	if (!r || !record_ever(rq->act, r, right))
		return FAULT(rq->a, FAULT_NONE, "no such type, or not for this account");
	/* Closed to programs: what needs a second factor (R14), and what the program alone writes. */
	if (r->tier >= T4 || (right != RIGHT_READ && (!r->about || (r->is & SYSTEM_ONLY))))
		return FAULT(rq->a, FAULT_STEP_UP, "not for a program");
	*out = r;
	return NULL;
}

static const struct fault *answer(struct req *rq, int status, struct buf *b)
{
	buf_add_c(b, '\n');
	rq->status = status;
	return rq_download(rq, HTTP_JSON, NULL, b->data, b->len);
}

/* ---- reading ---- */

static const struct fault *api_index(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	static const char *const WORDS[] = { "read", "add", "edit", "approve", "export" };
	const struct house *h = rq->act->house;
	struct buf b = buf_new(rq->a);
	bool first = true;

	buf_add(&b, "{\"types\": [");
	for (int i = 0; i < h->count; i++) {
		bool any = false;

		for (int right = 0; right < RIGHTS; right++) {
			if (!record_ever(rq->act, h->records[i], (enum right)right))
				continue;
			if (any)
				buf_printf(&b, ", \"%s\"", WORDS[right]);
			else
				buf_printf(&b, "%s\n  {\"type\": \"%s\", \"rights\": [\"%s\"", first ? "" : ",",
					h->records[i]->name, WORDS[right]);
			any = true;
			first = false;
		}
		if (any)
			buf_add(&b, "]}");
	}
	buf_add(&b, "\n]}");
	return answer(rq, 200, &b);
}

static bool own_word(const char *name)
{
	return strcmp(name, "limit") == 0 || strcmp(name, "offset") == 0 || strcmp(name, "pupil") == 0 ||
		strcmp(name, "as-at") == 0;
}

/* FIELD=value: only fields in clear that are never withheld from a list; anything unknown is refused, not ignored (R8). */
static const struct fault *read_filters(struct req *rq, const struct record *r, struct ask *ask)
{
	const struct http_values *q = &rq->http->query;
	size_t most = sizeof ask->where / sizeof *ask->where - 1, n = 0;

	for (size_t i = 0; i < q->count; i++) {
		int field = field_find(r, q->item[i].name);

		if (own_word(q->item[i].name))
			continue;
		if (field < 0 || field_sealed(r, field) || (r->fields[field].flags & (SECRET | RESTRICTED)) || r->views)
			return FAULT(rq->a, FAULT_INVALID, "This list cannot be filtered by %s", q->item[i].name);
		if (n == most)
			return FAULT(rq->a, FAULT_INVALID, "Too many filters");
		ask->where[n].field = field;
		ask->where[n].op = *q->item[i].value ? IS : EMPTY;
		ask->where[n++].value = q->item[i].value;
	}
	return NULL;
}

static const struct fault *whole(struct req *rq, const char *name, int least, int most, int *out)
{
	const char *typed = rq_param(rq, name);
	int64_t n;

	if (!typed)
		return NULL;
	if (!text_to_int(typed, &n) || n < least || n > most)
		return FAULT(rq->a, FAULT_INVALID, "%s must be a whole number from %d to %d", name, least, most);
	*out = (int)n;
	return NULL;
}

static const struct fault *read_ask(struct req *rq, const struct record *r, struct ask *ask)
{
	const char *as_at = rq_param(rq, "as-at"), *pupil = rq_param(rq, "pupil");

	*ask = (struct ask){ .limit = LIST };
	TRY(whole(rq, "limit", 1, LIST_MOST, &ask->limit));
	TRY(whole(rq, "offset", 0, 10000000, &ask->offset));
	if (as_at && day_parse(as_at) == DAY_NONE)
		return FAULT(rq->a, FAULT_INVALID, "as-at must be a day like 2026-11-22");
	if (pupil && !r->about && !(r->is & IS_PUPIL))
		return FAULT(rq->a, FAULT_INVALID, "this type is about no pupil");
	ask->as_at = as_at;
	ask->pupil = pupil;
	return read_filters(rq, r, ask);
}

static const struct fault *api_list(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const struct record *r;
	struct buf b = buf_new(rq->a);
	struct rows rows;
	struct ask ask;
	int64_t total;

	TRY(type_of(rq, RIGHT_READ, &r));
	TRY(read_ask(rq, r, &ask));
	TRY(record_count(rq->act, r, &ask, &total));
	TRY(record_list(rq->act, r, &ask, &rows));
	buf_printf(&b, "{\"type\": \"%s\", \"total\": %lld, \"offset\": %d, \"items\": [", r->name, (long long)total, ask.offset);
	for (int i = 0; i < rows.count; i++) {
		buf_add(&b, i ? ",\n  " : "\n  ");
		json_row(rq->a, &b, rows.row[i]);
	}
	buf_add(&b, "\n]}");
	return answer(rq, 200, &b);
}

static const struct fault *api_get(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	const struct record *r;
	struct buf b = buf_new(rq->a);
	struct row *row;

	TRY(type_of(rq, RIGHT_READ, &r));
	TRY(record_get(rq->act, r, rq_arg(rq, "id"), &row));
	json_row(rq->a, &b, row);
	return answer(rq, 200, &b);
}

/* ---- writing ---- */

struct posted { struct json_object *in; const char *key, *before; unsigned char body[32]; };

/* The key is the account's own: two programs may use the same one. */
static const struct fault *read_posted(struct req *rq, struct posted *p)
{
	const char *key = http_header(rq->http, "idempotency-key");
	unsigned char id[SEAL_HASH];
	struct seal_hash h;

	TRY(json_read(rq->a, rq->http->body, rq->http->body_length, &p->in));
	if (!key)
		return NULL;
	if (!*key || strlen(key) > 200)
		return FAULT(rq->a, FAULT_INVALID, "Idempotency-Key must have 1 to 200 letters");
	seal_hash_begin(&h, "opensenco.api.key.1");
	seal_hash_text(&h, rq->act->who->account);
	seal_hash_text(&h, key);
	seal_hash_end(&h, id);
	p->key = seal_hex(rq->a, id, sizeof id);
	seal_hash_begin(&h, "opensenco.api.body.1");
	seal_hash_text(&h, rq->http->path);
	seal_hash_bytes(&h, rq->http->body ? rq->http->body : "", rq->http->body_length);
	seal_hash_end(&h, p->body);
	return once_find(rq->act, p->key, p->body, &p->before);
}

/* What is remembered of an answer is "STATUS ID VERSION". */
static const struct fault *saved(struct req *rq, const struct posted *p, int status, const char *id, int64_t version)
{
	struct buf b = buf_new(rq->a);

	if (p->key && !p->before)
		TRY(once_keep(rq->act, p->key, p->body, arena_printf(rq->a, "%d %s %lld", status, id, (long long)version)));
	buf_printf(&b, "{\"id\": \"%s\", \"version\": %lld}", id, (long long)version);
	return answer(rq, status, &b);
}

static const struct fault *again(struct req *rq, const struct posted *p)
{
	const char *id = p->before + 4, *space = strrchr(p->before, ' ');
	int64_t status = 0, version = 0;

	if (!text_to_int(arena_text_n(rq->a, p->before, 3), &status) || !space || space < id || !text_to_int(space + 1, &version))
		return FAULT(rq->a, FAULT_BROKEN, "an answer that was kept cannot be read");
	return saved(rq, p, (int)status, arena_text_n(rq->a, id, (size_t)(space - id)), version);
}

/* Messages by field; the act is undone like that of a form with errors. */
static const struct fault *invalid(struct req *rq, const struct form *form)
{
	struct buf b = buf_new(rq->a);

	buf_add(&b, "{\"error\": {\"code\": \"invalid\", \"text\": \"Some fields must be put right\", \"fields\": [");
	for (int i = 0; i < form->error_count; i++) {
		int field = form->errors[i].field;

		buf_printf(&b, "%s{\"field\": \"%s\", \"text\": \"", i ? ", " : "", field >= 0 ? form->r->fields[field].name : "");
		buf_add_json(&b, form->errors[i].text);
		buf_add(&b, "\"}");
	}
	buf_add(&b, "]}}");
	TRY(answer(rq, 400, &b));
	rq->page_only = true;
	return FAULT(rq->a, FAULT_INVALID, "fields to put right");
}

static const struct fault *about_whom(struct req *rq, const struct record *r, const struct json_object *in, struct row **about)
{
	const struct record *pupil = record_find(rq->act->house, "pupil");
	const char *id = json_value(in, r->about);

	return record_get(rq->act, pupil, id ? id : "", about);
}

static const struct fault *api_add(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct posted p = { 0 };
	const struct record *r;
	const struct fault *f;
	struct form *form;
	struct row *about;
	const char *id;

	TRY(type_of(rq, RIGHT_ADD, &r));
	TRY(read_posted(rq, &p));
	if (p.before)
		return again(rq, &p);
	TRY(json_form(rq->a, r, p.in, &form));
	if (form->error_count)
		return invalid(rq, form);
	TRY(about_whom(rq, r, p.in, &about));
	f = record_add(rq->act, r, about, form, &id);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return invalid(rq, form);
	TRY(f);
	return saved(rq, &p, 201, id, 1);
}

static const struct fault *api_change(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct posted p = { 0 };
	const struct record *r;
	const struct fault *f;
	struct form *form;
	struct row *row;

	TRY(type_of(rq, RIGHT_EDIT, &r));
	TRY(read_posted(rq, &p));
	if (p.before)
		return again(rq, &p);
	TRY(record_get(rq->act, r, rq_arg(rq, "id"), &row));
	TRY(json_form(rq->a, r, p.in, &form));
	if (!form->version)
		return FAULT(rq->a, FAULT_INVALID, "Send the version you read: {\"version\": %lld, ...}",
			(long long)row_version(row));
	if (form->error_count)
		return invalid(rq, form);
	f = record_change(rq->act, row, form);
	if (f && f->code == FAULT_INVALID && form->error_count)
		return invalid(rq, form);
	TRY(f);
	TRY(record_get(rq->act, r, row_id(row), &row));
	return saved(rq, &p, 200, row_id(row), row_version(row));
}

static const struct fault *api_withdraw(struct req *rq, __attribute__((unused)) struct ui *ui)
{
	struct posted p = { 0 };
	const struct record *r;
	const char *reason;
	struct row *row;

	TRY(type_of(rq, RIGHT_EDIT, &r));
	TRY(read_posted(rq, &p));
	if (p.before)
		return again(rq, &p);
	reason = json_value(p.in, "reason");
	if (text_blank(reason) || text_length(reason) > 400)
		return FAULT(rq->a, FAULT_INVALID, "Send a reason of 400 letters or fewer");
	TRY(record_get(rq->act, r, rq_arg(rq, "id"), &row));
	TRY(record_withdraw(rq->act, row, reason));
	return saved(rq, &p, 200, row_id(row), row_version(row) + !row_withdrawn(row));
}

const struct route API_ROUTES[] = {
	{ "/api/1", NULL, 0, api_index, NULL, "API: what may be done", ANYONE | API },
	{ "/api/1/:type", NULL, 0, api_list, api_add, "API: list, add", ANYONE | API },
	{ "/api/1/:type/:id", NULL, 0, api_get, api_change, "API: one record, change", ANYONE | API },
	{ "/api/1/:type/:id/withdraw", NULL, 0, NULL, api_withdraw, "API: withdraw", ANYONE | API },
	{ NULL },
};
